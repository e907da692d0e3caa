"""Rich text (.rtf): the text as it is printed, tables as rows; notes, running heads, pictures and codes of fields are left out."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article
from geo.documents.metadata import Metadata
from geo.documents.readers.blocks import Block, BlockCell, Paragraph, Table, check_title, make_article, write_blocks

_LARGEST = 50 * 2**20  # characters; pictures make up most of a larger one
# What stands for the ends of cells and rows, and for where a row begins, until the text is plain.
_CELL, _ROW, _BEGIN = "\ue000", "\ue001", "\ue002"
_MARKS = (
    (re.compile(r"\\(?:nest)?cell(?![a-z]) ?"), "{}" + _CELL),
    (re.compile(r"\\(?:nest)?row(?![a-z]) ?"), "{}" + _ROW),
    (re.compile(r"\\trowd(?![a-z]) ?"), "{}" + _BEGIN),
    # A link shows its words alone: striprtf would add the address, by a pattern that takes the square of the length.
    (re.compile(r"\{\\field\{"), r"{\\field {"),
    # Hidden words and deleted ones, as far as no other group begins in them.
    (re.compile(r"\\(?:v|deleted)(?![a-z0-9])[^{}]{0,5000}?(?=[{}]|\\(?:v|deleted)0)"), ""),
)
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_BROKEN = (ValueError, TypeError, IndexError, LookupError, OverflowError)


def read_rtf(file: BinaryIO) -> Iterator[Article]:
    """Yield the article of a rich text."""
    source = file.read(_LARGEST + 1).decode("latin-1")
    if not source.lstrip("\ufeffï»¿ \r\n").startswith("{\\rtf"):
        raise ReadError("this is no rich text: it does not begin with {\\rtf; save it as .docx or text and read that")
    if len(source) > _LARGEST:
        raise ReadError(f"a rich text of more than {_LARGEST // 2**20} MB is not read; save it as .docx")
    title = _TITLE.search(source[:20_000])
    yield make_article(
        write_blocks(_find_blocks(_make_plain(source))), Metadata(check_title(title[1] if title else ""))
    )


def _make_plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    for pattern, mark in _MARKS:
        source = pattern.sub(mark, source)
    try:
        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except _BROKEN as error:
        raise ReadError("this rich text is torn; open it and save it again, as .docx or text") from error
    # Characters beyond the first plane are written in two halves.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _find_blocks(text: str) -> Iterator[Block]:
    rows: list[tuple[BlockCell, ...]] = []
    *chunks, rest = text.split(_ROW)
    for chunk in chunks:
        before, _, inside = chunk.partition(_BEGIN)
        if before.strip():
            yield from _end_table(rows)
            rows = []
            yield from _list_paragraphs(before)
        cells = inside.replace(_BEGIN, "").split(_CELL)[:-1]
        rows.append(tuple(BlockCell(tuple(_list_paragraphs(cell))) for cell in cells))
    yield from _end_table(rows)
    yield from _list_paragraphs(re.sub(f"[{_CELL}{_BEGIN}]", " ", rest))


def _end_table(rows: list[tuple[BlockCell, ...]]) -> Iterator[Table]:
    if rows:
        yield Table(tuple(rows))


def _list_paragraphs(text: str) -> Iterator[Paragraph]:
    return (Paragraph(line.strip()) for line in text.split("\n") if line.strip())
