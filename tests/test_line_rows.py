"""Rows of a table that are set as plain lines stand each for itself, and their heading with them."""

import pytest

from geo.base.records import Line
from geo.documents.line_rows import find_line_rows, is_row_heading, match_row
from geo.documents.sentences import split_sentences
from tests.timings import count_turns


def make_lines(text: str) -> list[Line]:
    lines, start = list[Line](), 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), line, ""))
        start += len(line) + 1
    return lines


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("Peru 1,250", "Peru", "1,250"),
        ("Other countries 3.9 million", "Other countries", "3.9 million"),
        ("Korea, Republic of 12", "Korea, Republic of", "12"),
        ("  秘鲁 60万1822", "秘鲁", "60万1822"),
        ("秘鲁1250", "秘鲁", "1250"),
    ],
)
def test_a_place_and_a_number_are_a_row(text: str, label: str, number: str) -> None:
    match = match_row(text)
    assert match is not None
    assert (match["label"], match["number"]) == (label, number)


@pytest.mark.parametrize(
    "text",
    ["Peru 1,250 on 3 May", "In May 12 ships sailed.", "12 Peru", "Peru: 12", "Peru 12 Mali 5", "| Peru | 12 |", ""],
)
def test_a_line_that_says_more_or_less_is_none(text: str) -> None:
    assert match_row(text) is None


@pytest.mark.parametrize(
    ("text", "heads"),
    [("Country Soldiers", True), ("It rained.", False), ("As of 3 May", False), ("a b c d e f g", False)],
)
def test_a_few_words_may_head_rows(text: str, heads: bool) -> None:
    assert is_row_heading(text) is heads


def test_rows_and_their_heading_are_sentences_of_their_own() -> None:
    text = "It was a long\nway home.\nCountry Tents\nPeru 12\nMali 5\nChad 7\nIt ended well."
    sentences = [sentence.text for sentence in split_sentences(make_lines(text), None, "en")]
    assert sentences == ["It was a long way home.", "Country Tents", "Peru 12", "Mali 5", "Chad 7", "It ended well."]


def test_two_such_lines_are_no_table() -> None:
    assert find_line_rows(make_lines("Country Tents\nPeru 12\nMali 5\nIt ended well.")) == frozenset()


def test_many_rows_and_long_lines_are_read_in_linear_time() -> None:
    texts = ["Peru 12\n" * 20_000, "Peru 1 " * 60_000, "a" * 400_000, "Peru, " * 60_000, ("a " * 60 + "\n") * 3_000]
    assert count_turns(lambda: [find_line_rows(make_lines(text)) for text in texts]) < 300
