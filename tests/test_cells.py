"""A cell holds a number, nothing, or what must not be guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import Bound
from geo.statements.tabulations.cells import UNREADABLE, Value, read_cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1,234", 1234),
        ("1 234", 1234),
        ("１２", 12),
        ("12*", 12),
        ("12[1]", 12),
        ("12 (a)", 12),
        ("12¹", 12),
        ("12 (5%)", 12),
        ("2019", 2019),
        ("3.9 million", 3_900_000),
        ("60万1822", 601_822),
        ("1.234.567", 1_234_567),
        ("12支", 12),
    ],
)
def test_a_number_is_read_without_its_marks(text: str, value: float) -> None:
    assert read_cell(text, "people", None) == Value(value, None, "exact", None)


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("80+", 80, "more_than"),
        ("over 80", 80, "more_than"),
        ("≥5", 5, "at_least"),
        ("约5", 5, "about"),
        ("20余", 20, "more_than"),
        ("<9", 9, "less_than"),
    ],
)
def test_a_bound_is_read(text: str, value: float, bound: Bound) -> None:
    assert read_cell(text, "people", None) == Value(value, None, bound, None)


@pytest.mark.parametrize("text", ["5-7", "5 to 7", "5–7", "5至7"])
def test_a_range_is_read(text: str) -> None:
    assert read_cell(text, "people", None) == Value(5, 7, "between", None)


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("3 teams", 3, "teams", "team"),
        ("12 schools", 12, "school", "school"),
        ("US$2 million", 2_000_000, "USD", None),
        ("45%", 45, "percent", None),
        ("300万剂", 3_000_000, "doses", "剂"),
        ("29个国家", 29, "countries", "国家"),
    ],
)
def test_a_cell_may_say_itself_what_it_counts(text: str, value: float, unit: str, noun: str | None) -> None:
    assert read_cell(text, None, None) == Value(value, None, "exact", unit, noun)


@pytest.mark.parametrize("text", ["", "–", "...", "n/a", "N.A.", "暂无", "not available", "words only"])
def test_an_empty_cell_holds_nothing(text: str) -> None:
    assert read_cell(text, "people", None) is None


@pytest.mark.parametrize(
    "text", ["12,34", "(12)", "5 days", "-5", "3 May 2020", "12 ↕", "1 2", "三四", "2–1–0", "12 34"]
)
def test_what_is_no_number_is_never_guessed(text: str) -> None:
    assert read_cell(text, "people", None) == UNREADABLE


def test_a_scale_in_heading_and_cell_is_never_guessed() -> None:
    assert read_cell("20m", "doses", 10**6) == UNREADABLE


@pytest.mark.parametrize(
    ("text", "reason"), [("1200", "more countries"), ("1.5", "whole numbers"), ("9-7", "does not rise")]
)
def test_more_countries_than_there_are_is_refused(text: str, reason: str) -> None:
    assert reason in str(read_cell(text, "countries", None))


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}", "{}*", " {} ", "{}[2]"]))
def test_any_whole_number_is_read_back(number: int, style: str) -> None:
    assert read_cell(style.format(number), "people", None) == Value(number, None, "exact", None)
