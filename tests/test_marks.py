"""The marks of charts: texts measured, cut and wrapped, labels set apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.charts.marks import Words, cut_words, measure_words, set_apart, wrap_words
from geo.drawings.fonts import Style, measure, typeset


@pytest.mark.parametrize(
    "text", ["United States", "Bosnia and Herzegovina", "MMW 12", "波斯尼亚和黑塞哥维那", "2020年3月"]
)
def test_a_text_is_measured_rather_too_wide_than_too_narrow(text: str) -> None:
    drawn = measure(typeset(text), Style(12, "regular", "#000000"))
    assert drawn <= measure_words(text, 12) <= 1.35 * drawn


@given(st.text(max_size=40), st.floats(20, 200))
def test_a_text_that_is_cut_is_no_wider_than_its_room(text: str, width: float) -> None:
    assert measure_words(cut_words(text, 12, width), 12) <= width


@given(st.text(max_size=60), st.floats(30, 200), st.integers(1, 4))
def test_a_text_is_wrapped_in_no_more_and_no_wider_lines(text: str, width: float, most: int) -> None:
    lines = wrap_words(text, 12, width, most)
    assert len(lines) <= most
    assert all(measure_words(line, 12) <= width for line in lines)


def test_words_stay_whole_where_they_have_room() -> None:
    assert wrap_words("Bosnia and Herzegovina", 10, 75, 3) == ["Bosnia and", "Herzegovina"]
    assert wrap_words("中非共和国", 10, 31, 3) == ["中非共", "和国"]


@given(st.lists(st.floats(0, 300), max_size=20))
def test_labels_are_a_gap_apart_in_their_order(wanted: list[float]) -> None:
    places = set_apart(wanted, 15, 0, 300)
    ordered = sorted(places)
    assert all(second - first >= 15 - 1e-6 for first, second in pairwise(ordered))
    ranks = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    assert [places[n] for n in ranks] == ordered
    assert not places or min(places) >= 0


def test_labels_that_have_room_stay_where_they_want_to_be() -> None:
    assert set_apart([10, 200, 50], 15, 0, 300) == [10, 200, 50]
    # Two that want the same place part from it evenly.
    assert set_apart([100, 100], 20, 0, 300) == [90, 110]


def test_a_text_says_what_it_covers() -> None:
    left, top, right, bottom = Words(100, 50, "ab", 10, "#000000", "right").box
    assert (left < right, right, (top + bottom) / 2) == (True, 100, 50)
