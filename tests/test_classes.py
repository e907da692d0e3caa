"""Classes of a choropleth."""

import itertools
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import DrawingError
from geo.charts import Labels, Look, MapOptions, Theme, chart_map, palette, redraw_map
from geo.charts.classes import (
    DIVISIONS,
    MOST_CLASSES,
    MOST_LIMITS,
    Class,
    Division,
    classify,
    classify_around,
    find_class,
)
from geo.charts.palettes import FEWER, MORE
from geo.charts.scales import find_midpoint, make_scale


def test_few_values_make_a_class_each() -> None:
    assert [c.label for c in classify([1, 3, 3, 8])] == ["1", "3", "8"]


def test_no_values_make_no_class() -> None:
    assert classify([]) == ()


def test_a_value_outside_all_classes_is_an_error() -> None:
    with pytest.raises(ValueError, match="no class holds 9"):
        find_class(classify([1, 2]), 9)


VALUES = st.lists(st.integers(1, 10_000), min_size=1)


@given(VALUES, st.sampled_from(DIVISIONS))
def test_every_value_lies_in_one_class_and_no_two_overlap(values: list[int], method: Division) -> None:
    classes = classify(values, method, limits=(2, 50, 3000))
    assert len(classes) <= (MOST_LIMITS if method == "log" else MOST_CLASSES)
    assert all(low.high < high.low for low, high in itertools.pairwise(classes))
    assert all(sum(c.low <= value <= c.high for c in classes) == 1 for value in values)


@given(VALUES, st.sampled_from(["quantiles", "natural"]))
def test_both_limits_of_a_class_are_values_that_occur(values: list[int], method: Division) -> None:
    assert {limit for c in classify(values, method) for limit in (c.low, c.high)} <= set(values)


@given(st.lists(st.integers(1, 60), min_size=6, max_size=9, unique=True))
def test_no_division_has_less_spread_than_natural_breaks(values: list[int]) -> None:
    ordered = sorted(values)
    cuts = itertools.combinations(range(1, len(ordered)), MOST_CLASSES - 1)
    least = min(spread([ordered[a:b] for a, b in itertools.pairwise((0, *cut, len(ordered)))]) for cut in cuts)
    found = [[v for v in ordered if c.low <= v <= c.high] for c in classify(values, "natural")]
    assert spread(found) == pytest.approx(least)


def spread(groups: list[list[int]]) -> float:
    """Return the squared deviations from the means of the groups."""
    return sum((value - sum(group) / len(group)) ** 2 for group in groups for value in group)


def test_natural_breaks_lie_where_the_gaps_are() -> None:
    values = [1, 2, 3, 20, 21, 22, 50, 51, 90, 91, 200]
    assert [c.label for c in classify(values, "natural")] == ["1–3", "20–22", "50–51", "90–91", "200"]


def test_equal_steps_are_equally_wide_even_where_none_lies() -> None:
    assert [c.label for c in classify([1, 2, 3, 4, 5, 100], "equal")] == ["1–20", "21–40", "41–60", "61–80", "81–100"]


def test_own_limits_are_the_lower_ends_of_the_classes() -> None:
    assert [c.label for c in classify([1, 7, 3000], "own", (5, 10, 1000))] == ["1–4", "5–9", "10–999", "≥ 1,000"]


def test_own_limits_stay_as_they_are_whatever_the_values() -> None:
    assert classify([7], "own", (1, 10)) == (Class(1, 9, "1–9"), Class(10, 10, "≥ 10"))


@pytest.mark.parametrize("limits", [(), (0, 5), (5, 5), (9, 3)])
def test_limits_that_do_not_rise_are_refused_with_the_way_out(limits: tuple[int, ...]) -> None:
    with pytest.raises(DrawingError, match="give whole numbers that rise, like 1, 5, 10"):
        classify([1, 2], "own", limits)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([1, 3, 9, 12, 40], ["1", "2–4", "5–9", "10–19", "20–49"]),
        ([3, 4000], ["1–4", "5–9", "10–49", "50–99", "100–499", "500–999", "≥ 1,000"]),
        ([7], ["5–9"]),
        ([0.02, 0.4, 3.0], ["0.02–<0.05", "0.05–<0.1", "0.1–<0.2", "0.2–<0.5", "0.5–<1", "1–<2", "≥ 2"]),
        ([], []),
    ],
)
def test_rising_classes_begin_at_round_numbers(values: list[float], labels: list[str]) -> None:
    classes = classify(values, "log")
    assert [one.label for one in classes][: len(labels) - 1] == labels[:-1]
    assert len(classes) == len(labels)
    assert all(find_class(classes, value) is not None for value in values)


@given(st.lists(st.integers(1, 10**14), min_size=1, max_size=30))
def test_rising_classes_are_few_and_hold_every_value(values: list[int]) -> None:
    classes = classify(values, "log")
    assert len(classes) <= MOST_LIMITS
    assert all(one.high < other.low for one, other in pairwise(classes))
    for value in values:
        assert find_class(classes, value) in range(len(classes))


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=30), st.integers(1, 1000))
def test_a_class_begins_at_the_midpoint_and_none_crosses_it(values: list[int], midpoint: int) -> None:
    below, above = classify_around(values, midpoint)
    assert all(one.high < midpoint for one in below)
    assert not above or above[0].low == midpoint
    assert max(len(below), len(above)) <= 3
    for value in values:
        assert find_class((*below, *above), value) in range(len(below) + len(above))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_map_around_a_value_has_two_hues_the_stronger_the_farther(theme: Theme) -> None:
    options = MapOptions(method="around", midpoint=10)
    scale = make_scale([1, 4, 8, 12, 30, 90], options, Look("en", theme))
    assert scale.colours == (*FEWER[theme][::-1], *MORE[theme])
    assert [one.low for one in scale.classes][3] == 10


def test_without_a_midpoint_the_middle_one_of_the_values_is_it() -> None:
    chart = redraw_map(
        chart_map({"ITA": 1, "FRA": 5, "DEU": 9}, {}, Labels("T", "m", "S"), Look()), MapOptions(method="around")
    )
    assert [one.label for one in chart.classes] == ["1", "5", "9"]
    assert chart.classes[1].low == find_midpoint([1, 5, 9], None) == 5
    assert dict(zip(chart.rows["code"], chart.rows["colour"], strict=True))["ITA"] in FEWER["light"]


def test_what_is_stated_as_none_is_neither_more_nor_less() -> None:
    chart = chart_map({"ITA": 0, "FRA": 5, "DEU": 9}, {}, Labels("T", "m", "S"), Look(), MapOptions(method="around"))
    assert (chart.classes[0].label, chart.colours[0]) == ("0", palette("light").zero)
