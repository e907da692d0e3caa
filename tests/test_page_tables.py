"""The data tables of web pages become lines, the tables that lay out a page do not."""

import pytest

from geo.documents.pages import read_page
from tests.timings import count_turns

PROSE = "<p>The ship left on Thursday with tents for the islands, the office said, and more of them were to follow.</p>"


def read(table: str) -> list[str]:
    """Return the lines of a page with this table that are set as rows."""
    page = f"<html><body><article>{PROSE}{table}{PROSE}</article></body></html>"
    return [line for line in read_page(page.encode())[0].split("\n") if line.startswith("|")]


def test_a_row_is_a_line() -> None:
    table = "<table><tr><th>Region<th>Tents</tr><tr><td>Africa<td>12</tr><tr><td>Asia<td></tr></table>"
    assert read(table) == ["| Region | Tents |", "| Africa | 12 |", "| Asia | |"]


def test_a_table_in_a_figure_is_read() -> None:
    table = "<table><tr><th>Region<th>Tents</tr><tr><td>Africa<td>12</tr></table>"
    assert read(f"<figure class='table'>{table}<figcaption>Tents</figcaption></figure>") == read(table)
    assert read(table) != []


def test_the_caption_stands_above_its_table() -> None:
    page = f"{PROSE}<table><caption>Tents by region</caption><tr><td>Africa<td>12<tr><td>Asia<td>3</table>"
    assert "Tents by region\n\n| Africa | 12 |" in read_page(page.encode())[0]


def test_a_heading_over_several_columns_stands_over_each() -> None:
    table = "<table><tr><th rowspan=2>Region<th colspan=2>Tents<tr><th>2019<th>2020<tr><td>Africa<td>1<td>2</table>"
    assert read(table) == ["| Region | Tents | Tents |", "| Region | 2019 | 2020 |", "| Africa | 1 | 2 |"]


def test_a_number_for_several_rows_is_marked_so_that_no_row_counts_it() -> None:
    table = "<table><tr><th>Region<th>Tents<tr><td>Africa<td rowspan=2>12<tr><td>Asia</table>"
    assert read(table)[1:] == ["| Africa | 12 ↕ |", "| Asia | 12 ↕ |"]


def test_notes_breaks_and_hidden_words_change_no_number() -> None:
    table = (
        "<table><tr><th>Region<th>Tents<tr><td>Latin<br>America<td>12<sup>1</sup>"
        '<tr><td>Asia<td><span style="display: none">0003</span>3<script>4</script></table>'
    )
    assert read(table)[1:] == ["| Latin America | 12[1] |", "| Asia | 3 |"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Africa 1<td>Asia 2</table>",
        "<table><tr><td>Africa 1<tr><td>Asia 2</table>",
        "<table><tr><td>Africa<td>Kenya<tr><td>Asia<td>Japan</table>",
        f"<table><tr><td>1<td>{PROSE * 4}<tr><td>2<td>{PROSE}</table>",
        '<table role="presentation"><tr><td>Africa<td>1<tr><td>Asia<td>2</table>',
    ],
)
def test_a_table_that_lays_out_the_page_is_left_alone(table: str) -> None:
    assert read(table) == []


def test_a_table_within_a_layout_table_is_read() -> None:
    inner = "<table><tr><td>Africa<td>1<tr><td>Asia<td>2</table>"
    assert read(f"<table><tr><td>Menu 7<td>{inner}<tr><td>a<td>b</table>") == ["| Africa | 1 |", "| Asia | 2 |"]


@pytest.mark.parametrize(
    "table",
    [
        "<table>" + "<tr>" + "<td>Africa 12</td>" * 100_000 + "</table>",
        "<table>" + ("<tr>" + "<td>Africa 12</td>" * 10) * 10_000 + "</table>",
        "<table>" + f"<tr><td colspan=99999 rowspan=99999>{'1' * 299}</td>" * 3_000 + "</table>",
        "<table><tr><td>" * 300 + "Africa 12" + "</table>" * 300,
        "<table><tr><td>" + "<sup>" * 1_000 + "1" + "</sup>" * 1_000 + "<td>2<tr><td>3</table>",
    ],
    ids=["one row", "many rows", "spans", "nested", "notes in notes"],
)
def test_a_hostile_table_takes_little_time_and_room(table: str) -> None:
    assert sum(map(len, read(table))) < 10_000_000
    assert count_turns(lambda: read(table)) < 200
