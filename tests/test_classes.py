"""Classes of a choropleth."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.charts.classes import MOST_CLASSES, classify, find_class


def test_few_values_make_a_class_each() -> None:
    assert [c.label for c in classify([1, 3, 3, 8])] == ["1", "3", "8"]


def test_no_values_make_no_class() -> None:
    assert classify([]) == ()


def test_a_value_outside_all_classes_is_an_error() -> None:
    with pytest.raises(ValueError, match="no class holds 9"):
        find_class(classify([1, 2]), 9)


@given(st.lists(st.integers(1, 10_000), min_size=1))
def test_every_value_lies_in_one_class_and_no_two_overlap(values: list[int]) -> None:
    classes = classify(values)
    assert len(classes) <= MOST_CLASSES
    assert all(low.high < high.low for low, high in itertools.pairwise(classes))
    assert all(sum(c.low <= value <= c.high for c in classes) == 1 for value in values)


@given(st.lists(st.integers(1, 10_000), min_size=1))
def test_both_limits_of_a_class_are_values_that_occur(values: list[int]) -> None:
    assert {limit for c in classify(values) for limit in (c.low, c.high)} <= set(values)
