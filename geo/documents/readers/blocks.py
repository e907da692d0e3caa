"""The paragraphs and tables of an office document, and the lines of an article that they are written as."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from geo.documents.articles import Article, refuse_blank
from geo.documents.encodings import normalise
from geo.documents.grids import write_row
from geo.documents.metadata import Metadata
from geo.documents.table_cells import TableCell, hold_data, spread_cells


class Paragraph(NamedTuple):
    """Text between two breaks; `rule` names why it is no part of the article. Items of a list stand close together."""

    text: str
    rule: str = ""
    item: bool = False


class BlockCell(NamedTuple):
    """What a cell of a table holds, and how many columns and rows it takes up."""

    blocks: tuple["Block", ...]
    columns: int = 1
    rows: int = 1
    heading: bool = False


class Table(NamedTuple):
    """The rows of a table; of data or of lay-out, which is told when it is written."""

    rows: tuple[tuple[BlockCell, ...], ...]


Block: TypeAlias = Paragraph | Table


class PageLine(NamedTuple):
    """A line of an article: its text, why it is no part of the article, and its page, from 1."""

    text: str
    rule: str = ""
    page: int = 1


def write_blocks(blocks: Iterable[Block]) -> Iterator[PageLine]:
    """Yield the lines of blocks, with an empty one between those that no list or table holds together."""
    items = False
    for number, block in enumerate(blocks):
        close = items and isinstance(block, Paragraph) and block.item
        if number and not close:
            yield PageLine("")
        items = isinstance(block, Paragraph) and block.item
        if isinstance(block, Paragraph):
            yield PageLine(block.text, block.rule)
        else:
            yield from _write_table(block)


def _write_table(table: Table) -> Iterator[PageLine]:
    cells = [[_flatten(cell) for cell in row] for row in table.rows if row]
    lines = list(spread_cells(cells))
    nested = any(isinstance(block, Table) for row in table.rows for cell in row for block in cell.blocks)
    if lines and not nested and hold_data(lines):
        yield from (PageLine(write_row(line)) for line in lines)
        return
    yield from write_blocks(block for row in table.rows for cell in row for block in cell.blocks)


def _flatten(cell: BlockCell) -> TableCell:
    words = " ".join(block.text for block in cell.blocks if isinstance(block, Paragraph))
    return TableCell(" ".join(words.split()), cell.columns, cell.rows, cell.heading)


def make_article(
    lines: Iterable[PageLine], metadata: Metadata, place: str | None = None, *, paged: bool = False
) -> Article:
    """Return the article of its lines; raises ReadError where they are all blank."""
    whole = list(_break_lines(lines))
    return Article(
        refuse_blank("\n".join(line.text for line in whole)),
        metadata,
        place,
        pages=tuple(_find_pages(whole)) if paged else (),
        rules={number: line.rule for number, line in enumerate(whole) if line.rule},
    )


def _break_lines(lines: Iterable[PageLine]) -> Iterator[PageLine]:
    for line in lines:
        yield from (line._replace(text=part.rstrip()) for part in normalise(line.text).split("\n"))


def _find_pages(lines: Sequence[PageLine]) -> Iterator[int]:
    """Yield the number of the line that each page begins with; one without any begins where the next one does."""
    number = 0
    for page in range(1, max(line.page for line in lines) + 1):
        while lines[number].page < page:
            number += 1
        yield number


# What programs write for a title where their user gave none.
_NO_TITLE = re.compile(
    r"""
    (?:microsoft\ )?(?:word|powerpoint|excel)\b.*   # "Microsoft Word - release_v3.doc", "Word Document"
  | .*\.(?:docx?|odt|rtf|pdf|pptx?|xlsx?|indd|qxd|pages|wpd|html?|txt|tex|dvi)
  | [(\[]?(?:untitled|unnamed|unknown|unspecified|document|title|anonymous|no\ title|slide|layout|presentation)\b.{0,12}
  | 无标题.*|未命名.*|文档\s?\d*|幻灯片\s?\d*
  | [\W\d_]*                                       # a number is no title
""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_TITLE = 300


def check_title(title: str) -> str | None:
    """Return the title that a file states, None for one that its program made up.

    >>> check_title("Aid to 28 countries"), check_title("Microsoft Word - release.doc")
    ('Aid to 28 countries', None)
    """
    clean = normalise(" ".join(title.split()))
    return None if len(clean) > _LONGEST_TITLE or _NO_TITLE.fullmatch(clean) else clean
