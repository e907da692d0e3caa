"""Texts that repeat one thing take time in proportion to their length, in one passage as in many."""

import contextlib
from pathlib import Path

import pytest

import geo
from geo.attachment.attachments import attach
from geo.attachment.phrases import list_phrases
from geo.base.errors import ReadError
from geo.documents.clause_dates import tells_other_time
from geo.documents.dates import find_stated_dates
from geo.documents.pages import read_page
from geo.names.mentions import read_mentions
from geo.numbers.amounts import find_amounts
from tests.browsing import sweep
from tests.test_events import read_events
from tests.timings import grows_in_step, grows_linearly, measure

PIECES = {
    "zh": [
        "中国\n",
        "亚洲：28\n",
        "十七国",
        "其中",
        "其中5个",
        "中国（20）",
        "28个亚洲国家、",
        "向加纳提供20只口罩，",
        "分别",
    ],
    "en": [
        "1 2 ",
        "3 in Kenya, ",
        "(20) ",
        "other ",
        "of which 5 ",
        "respectively ",
        "Kenya 20 ",
        "Kenya: 20; ",
        "20\n",
    ],
}
CASES = [(language, piece) for language, pieces in PIECES.items() for piece in pieces]


@pytest.mark.parametrize(("language", "piece"), sweep(CASES, CASES[::4]))
def test_any_number_of_numbers_in_one_passage_is_attached_in_linear_time(language: str, piece: str) -> None:
    def read(size: int) -> float:
        text = piece * (size // len(piece))
        mentions = read_mentions(text, language)[0]
        phrases = list_phrases(text, find_amounts(text, language)[0], mentions, language)
        return measure(lambda: attach(text, phrases, mentions, language))

    assert grows_in_step(read, 12_000)


@pytest.mark.parametrize(("language", "piece"), sweep(CASES, CASES[::4]))
def test_numbers_and_dates_are_found_in_linear_time(language: str, piece: str) -> None:
    def read(size: int) -> None:
        text = piece * (size // len(piece))
        find_amounts(text, language)
        find_stated_dates(text, language)
        tells_other_time(text)

    assert grows_linearly(read, 25_000)


# What once took time with the square of a document's length: places across lines, a page above its article, lists of
# names around numbers, the numbers and names of one sentence.
WHOLE = [
    "中国\n",
    "中非、\n",
    "亚洲：28\n",
    "中国20国、",
    "Home\n",
    "新华社\n",
    "2020-03-26 10:00\n",
    "3月26日\n",
    "中国政府向意大利捐赠口罩，",
    "- China\n",
    "| Asia | 28 |\n",
]
_PROSE = "\n\n中国政府今天向许多国家提供了援助物资，并将继续提供帮助，直到它们不再需要为止。\n\n"


@pytest.mark.parametrize("piece", sweep(WHOLE, WHOLE[3:5]))
def test_a_document_is_read_and_extracted_in_linear_time(piece: str, tmp_path: Path) -> None:
    def read(size: int) -> None:
        half = piece * (size // len(piece) // 2)
        (tmp_path / "document.txt").write_text(half + _PROSE + half, encoding="utf-8")
        geo.extract(geo.read_documents(tmp_path))

    read(1_000)  # what is loaded once
    assert grows_linearly(read, 12_000)


# What a page may hold side by side in any number, and what reading it once walked again for each.
ELEMENTS = [
    '<meta name="date" content="2020-03-26">',
    '<meta property="og:title" content="Aid">',
    "<p>Aid <del>is not</del> is sent.</p>",
    "<s>x</s>",
    "<ul><li>China</li></ul>",
    "<table><tr><td>Asia<sup>1</sup></td><td>28</td></tr><tr><td>Europe</td><td>16</td></tr></table>",
    "<div><p>China</p></div>",
    "<a href=x>y</a> ",
    "<br>",
    "<ul>",
    "<",
    "&amp;",
    "<!-- x -->",
    "<script>x</script>",
    "<link rel=canonical href=http://a.b/c>",
    "<h1>China</h1>",
    '<div class="footnotes"><p id="fn1">x <a href="#y">1</a></p></div><a href="#fn1"><sup>1</sup></a>',
]


@pytest.mark.parametrize("element", ELEMENTS)
def test_a_page_of_any_number_of_one_element_is_read_in_linear_time(element: str) -> None:
    def read(size: int) -> None:
        with contextlib.suppress(ReadError):  # a page nested too deep is told apart in linear time, too
            read_page(f"<html><body>{element * (size // len(element))}<p>Aid.</p></body></html>".encode())

    assert grows_linearly(read, 10_000)


def test_a_row_of_things_each_with_an_of_phrase_is_read_in_linear_time() -> None:
    def read(size: int) -> None:
        read_events("Japan gave " + "a batch of rice, " * size + "a box of salt and a bag of tea to Chad.", "en")

    read(10)  # what is loaded once
    assert grows_linearly(read, 28)
