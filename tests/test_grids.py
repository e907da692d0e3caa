"""Tables are found among the lines of a text, whatever sets their cells apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.documents.grids import find_grids, is_row, write_row


def read(text: str) -> list[list[list[str]]]:
    """Return the words of each cell, by table and row."""
    return [[[cell.text for cell in row] for row in grid.rows] for grid in find_grids(text)]


@pytest.mark.parametrize(
    "text",
    [
        "| a | 1 |\n| b | 2 |",
        "a | 1\nb | 2",
        "a\t1\nb\t2",
        "a     1\nb        2",
        "|a|1|\n|---|:-:|\n|b|2|",
        "a\t\t1\nb\t\t\t2",
    ],
)
def test_one_table_is_found_in_every_form(text: str) -> None:
    assert read(text) == [[["a", "1"], ["b", "2"]]]


def test_an_empty_cell_keeps_its_place() -> None:
    assert read("| a |  | 1 |\n| b | 2 |  |") == [[["a", "", "1"], ["b", "2", ""]]]
    assert read("a\t\t1\nb\t2\t3") == [[["a", "", "1"], ["b", "2", "3"]]]


def test_the_lines_above_a_table_are_its_caption_the_nearest_first() -> None:
    grid = find_grids("Far.\nOne.\nTwo.\n\nThree.\n| a | 1 |\n| b | 2 |\nBelow.")[0]
    assert [line.text for line in grid.caption] == ["Three.", "Two.", "One."]


def test_prose_is_no_row_and_a_row_alone_no_table() -> None:
    assert not is_row("He said: yes,  it was 3 o'clock.")
    assert not is_row(
        "This first part of a line is far too long to be a cell    and so is this other part of the same line."
    )
    assert read("| a | 1 |\nProse.\n| b | 2 |") == []


def test_a_row_that_is_written_is_read_back() -> None:
    assert read("\n".join([write_row(["a|b", " c\td "]), write_row(["", "1"])])) == [[["a/b", "c d"], ["", "1"]]]


@given(st.text(alphabet="|\t a1\n-", max_size=200))
def test_every_cell_stands_where_it_says(text: str) -> None:
    for grid in find_grids(text):
        assert all(text[cell.start : cell.end] == cell.text for row in grid.rows for cell in row)


def test_a_paragraph_with_a_bar_in_it_is_no_row() -> None:
    prose = "The depot is open again, and all of the tents that were held back last week have left it by now."
    assert not is_row(f"By A Writer | {prose} {prose}")
    assert not is_row(f"A place\t{prose} {prose}")
