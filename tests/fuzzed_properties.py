"""What holds for any text and any file: nothing but our own errors, and offsets that never lie."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

import geo
from geo.base.errors import GeoError
from geo.base.guards import Trouble, attempt
from geo.documents.article_documents import make_document
from geo.documents.articles import Article, Unread
from geo.documents.encodings import normalise
from geo.documents.file_articles import read_article_bytes
from geo.documents.furniture import label_lines
from geo.documents.metadata import Metadata
from geo.documents.sentences import place, split_sentences
from geo.names.mentions import read_mentions
from geo.reference.places import check_code
from geo.reference.regions import WORLD
from geo.store.document_rows import extract_rows
from geo.store.tables import TABLES
from geo.text import make_plain_text, place_back
from geo.text.edits import Placed

# What a file is refused with whose reader raised what no reader should: the one guard catches all (geo.base.guards).
BROKE_DOWN = cast("Trouble", attempt([].pop)).words.split(" (")[0]
_GLUE = re.compile(r"[\s\-\u00ad]")
# Columns that hold a place's code, "world", or nothing; behind a colon stands who acts for it.
_CODES: Mapping[str, Sequence[str]] = {
    "mentions": ["code"],
    "quantities": ["scope", "giver", "recipient"],
    "participants": ["code"],
    "check_members": ["code"],
}


class Span(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int
    text: str


def check_plain_text(text: str, language: str | None) -> None:
    """Hold that every character of the plain text has a place in the original, in order, and so has every stretch."""
    plain = make_plain_text(text, language)
    places = [plain.place(at, at + 1) for at in range(len(plain.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one == two or one[1] <= two[0] for one, two in pairwise(places))
    ends = ((at, min(at + 7, len(plain.text))) for at in range(0, len(plain.text), 5))
    spans = [Span(start, end, plain.text[start:end]) for start, end in ends]
    _check_spans(text, place_back(spans, plain, text))


def check_names(text: str, language: str | None) -> None:
    """Hold that names are where they are said to be, in order, and of codes that a table knows."""
    mentions = geo.find_mentions(text, language)
    _check_spans(text, mentions)
    _check_codes(mention.code for mention in mentions)
    assert len(set(mentions)) == len(mentions)
    found, refused = read_mentions(text, language)
    _check_spans(text, found)
    _check_spans(text, refused)
    _check_codes(code for refusal in refused for code in refusal.candidates)


def check_figures(text: str, language: str | None) -> None:
    """Hold the same of numbers."""
    quantities = geo.find_quantities(text, language)
    _check_spans(text, quantities)
    for one in quantities:
        _check_codes(code for code in (one.scope, one.giver, one.recipient) if code)
        assert one.value == one.value


def check_lines(text: str, language: str | None) -> None:
    """Hold that the lines of a text are all of it, and that every character of a sentence has its place."""
    lines = label_lines(text)
    assert "\n".join(line.text for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    for sentence in split_sentences(lines, "2020-03-26", language):
        assert 0 <= sentence.start < sentence.end <= len(text)
        places = [place(sentence, at) for at in range(len(sentence.text))]
        assert places == sorted(places)
        written = "".join(text[at] for at in places)
        assert [one for one, two in zip(written, sentence.text, strict=True) if one != two and two != " "] == []


def check_document(text: str, language: str | None) -> None:
    """Hold that all tables of a document say what its text says, where it says it."""
    article = Article(normalise(text), Metadata())
    document = make_document(article, "file.txt", Metadata(published="2020-03-26"))
    rows = extract_rows(document)
    for name, found in rows.items():
        columns = [column.name for column in TABLES[name]]
        for row in found:
            assert len(row) == len(columns), name
            _check_row(name, dict(zip(columns, row, strict=True)), document.text)


def check_file(name: str, data: bytes) -> None:
    """Hold that a file is read or refused with a reason, and that what is read is text."""
    for article in _read_file(name, data):
        if isinstance(article, Article):
            assert article.text.strip()
            document = make_document(article, name, Metadata())
            assert "".join(line.text for line in document.lines) == document.text.replace("\n", "")
        else:
            assert article.reason
            assert BROKE_DOWN not in article.reason


def _read_file(name: str, data: bytes) -> Iterator[Article | Unread]:
    """Yield what a file holds; a file that is refused as a whole holds nothing, with the reason."""
    try:
        yield from read_article_bytes(name, data)
    except GeoError as error:
        yield Unread(name, str(error))


TEXT_CHECKS: Mapping[str, Callable[[str, str | None], None]] = {
    "plain text": check_plain_text,
    "names": check_names,
    "figures": check_figures,
    "lines": check_lines,
    "documents": check_document,
}


def _check_spans(text: str, found: Iterable[Placed]) -> None:
    last = 0
    for one in found:
        assert 0 <= one.start < one.end <= len(text), one
        assert text[one.start : one.end] == one.text, one
        assert last <= one.start, one
        last = one.start


def _check_codes(codes: Iterable[str]) -> None:
    for code in codes:
        place_code = code if code.startswith(("org:", "region:")) else code.split(":")[0]
        if place_code not in ("", WORLD):
            check_code(place_code)


def _check_row(name: str, row: Mapping[str, object], text: str) -> None:
    """Hold that a row of a table lies in the text, says what stands there, and has codes that a table knows."""
    start, end = row.get("start"), row.get("end")
    if isinstance(start, int) and isinstance(end, int) and name != "lines":
        assert 0 <= start < end <= len(text), row
        said = row.get("text")
        if isinstance(said, str) and name != "sentences":
            assert _GLUE.sub("", said) in _GLUE.sub("", text[start:end]), row
    _check_codes(str(row[column]) for column in _CODES.get(name, ()) if row.get(column) is not None)
