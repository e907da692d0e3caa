"""CSV and TSV: a list of documents, an article a row, or one table of figures."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.base.limits import LIMITS
from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns, name_apart, names_text
from geo.documents.delimited import Row, read_delimited
from geo.documents.encodings import normalise
from geo.documents.metadata import Metadata
from geo.documents.readers.rows import read_row, tell_few
from geo.documents.table_files import write_figure_rows
from geo.documents.table_lines import TableLines

LARGEST_FIGURES = 20 * 2**20  # characters


def read_csv(file: BinaryIO, longest: int = LIMITS.row) -> Iterator[Article | Unread]:
    """Yield an article a row, of so many characters at most; of a table of figures one, a line a row."""
    lines = TableLines(file, longest)
    found = read_delimited(lines, longest)
    header = next((row for row in found if isinstance(row, Row)), Row(1, []))
    if names_text(header.cells):
        yield from tell_few(_read_rows(header, found))
    else:
        yield from _read_figures(header, found)
    yield from lines.tell_notes()


def _read_rows(header: Row, found: Iterator[Row | Unread]) -> Iterator[Article | Unread]:
    columns = name_apart(header.cells)
    chosen = choose_columns(columns)
    last = columns.index(chosen["text"]) == len(columns) - 1
    for row in found:
        if isinstance(row, Unread):
            yield row
        elif any(row.cells):
            place = f"line {row.line}"
            cells = _fit(row, len(columns)) if last else row.cells
            yield read_row(dict(zip(columns, cells, strict=False)), chosen, place)
            if any(cells[len(columns) :]):
                yield Unread(place, "it has more cells than there are columns; put quotes around its text", "note")


def _fit(row: Row, columns: int) -> list[str]:
    """Return the cells of a row whose last column holds the text: its commas have parted nothing."""
    if len(row.cells) <= columns or columns == 1:
        return row.cells
    return [*row.cells[: columns - 1], row.sign.join(row.cells[columns - 1 :]).rstrip(row.sign)]


def _read_figures(header: Row, found: Iterator[Row | Unread]) -> Iterator[Article | Unread]:
    """Yield a table of figures as an article; raises ReadError where it is none, and no list of documents either."""
    rows, size = list[Sequence[str]](), 0
    for row in chain([header], found):
        if isinstance(row, Unread):
            yield row
            continue
        rows.append([cell.strip() for cell in row.cells])
        size += sum(map(len, row.cells)) + len(row.cells)
        if size > LARGEST_FIGURES:
            break
    figures = write_figure_rows(rows) if size <= LARGEST_FIGURES else None
    if figures is None:
        choose_columns(header.cells)
        raise ReadError("there is neither a column of texts nor a table of figures in it")
    yield Article(normalise(figures), Metadata())
