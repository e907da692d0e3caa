"""PDF: the text layer in the order of reading, with running heads, page numbers and footnotes set apart.

A page that is only a picture, or whose characters have no Unicode, is said to be one, and nothing on it is guessed. The
day that a file was made is no published date.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.metadata import Metadata
from geo.documents.readers.blocks import PageLine, check_title, make_article
from geo.documents.readers.pdf.characters import PdfPage, open_pdf
from geo.documents.readers.pdf.columns import order_columns
from geo.documents.readers.pdf.furniture import (
    NOTE,
    Laid,
    Sheet,
    lay_out,
    list_marks,
    measure_body,
    set_apart,
    split_notes,
)
from geo.documents.readers.pdf.paragraphs import parts_columns, write_lines
from geo.documents.readers.pdf.pieces import Piece, group_lines, settle_marks
from geo.documents.readers.pdf.rows import NO_COLUMNS, Columns, find_open_columns

# The lines of a column of a page, and its footnotes.
_Part = tuple[list[list[Piece]], list[list[Piece]]]

_MOST_PAGES = 3_000
_MOST_UNKNOWN = 0.1  # of the characters of a page

_SCANNED = "it is a scanned picture without text; put the file through text recognition (OCR) and read that"
_NO_UNICODE = (
    "its characters have no Unicode, so that nobody can tell what it says; put it through text recognition (OCR)"
)


def read_pdf(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of a PDF, and the pages that hold no text."""
    source = open_pdf(file)
    laid: list[Laid] = []
    unread: list[Unread] = []
    for page in source.pages:
        reason = _refuse(page)
        if reason:
            unread.append(Unread(f"page {page.number}", reason))
        elif page.number <= _MOST_PAGES:
            laid.append(lay_out(page.number, page.height, page.glyphs))
    if not any(page.pieces for page in laid):
        raise ReadError(unread[0].reason if unread else "there is no text in it")
    yield from unread
    yield make_article(_write_pages(laid), Metadata(check_title(source.title)), paged=True)


def _refuse(page: PdfPage) -> str | None:
    if page.number > _MOST_PAGES:
        return f"no more than {_MOST_PAGES} pages of a file are read; split it"
    if not page.height:
        return "this page is torn; open the file and save it again"
    if page.pictured:
        return _SCANNED
    seen = sum(not glyph.text.isspace() for glyph in page.glyphs)
    return _NO_UNICODE if seen and page.unknown > _MOST_UNKNOWN * seen else None


def _write_pages(laid: Sequence[Laid]) -> Iterator[PageLine]:
    body, table = measure_body(laid), NO_COLUMNS
    for sheet in set_apart(laid):
        parts = [split_notes(group_lines(part), body) for part in order_columns(sheet.pieces)]
        yield from _write_page(sheet, parts, table)
        columns = [lines for lines, _ in parts if lines]
        table = find_open_columns(columns[-1], table if len(columns) == 1 else ()) if columns else ()


def _write_page(sheet: Sheet, parts: Sequence[_Part], table: Columns) -> Iterator[PageLine]:
    """Yield the lines of a page: what stands over it, its columns, its footnotes, and what stands under it.

    `table` are the columns of the table that the page before ended with.
    """
    notes = [line for _, part in parts for line in part]
    marks = list(list_marks(notes))
    yield from (PageLine(text, rule, sheet.number) for text, rule in sheet.heads)
    above: list[list[Piece]] = []
    for lines in (part for part, _ in parts if part):
        if above and parts_columns(above, lines):
            yield PageLine("", page=sheet.number)
        yield from (PageLine(settle_marks(text, marks), page=sheet.number) for text in write_lines(lines, table))
        above, table = lines, ()
    yield from (PageLine(_write_note(line), NOTE, sheet.number) for line in notes)
    yield from (PageLine(text, rule, sheet.number) for text, rule in sheet.feet)


def _write_note(line: Sequence[Piece]) -> str:
    return settle_marks(" ".join(piece.text for piece in line), ())
