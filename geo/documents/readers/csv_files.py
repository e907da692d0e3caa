"""CSV and TSV: a list of documents, an article a row, or one table of figures."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns, names_text, open_rows
from geo.documents.encodings import decode
from geo.documents.metadata import Metadata
from geo.documents.readers.rows import read_row
from geo.documents.table_files import write_figures

LARGEST_FIGURES = 20 * 2**20  # characters


def read_csv(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield an article a row; of a table of figures one, a line a row."""
    text = decode(file.read())
    rows = open_rows(text)
    columns = next(rows, [])
    figures = write_figures(text) if not names_text(columns) and len(text) <= LARGEST_FIGURES else None
    if figures is not None:
        yield Article(figures, Metadata())
        return
    chosen = choose_columns(columns)
    try:
        for row in rows:
            if row:
                yield read_row(dict(zip(columns, row, strict=False)), chosen, f"line {rows.line_num}")
    except csv.Error as error:
        yield Unread(f"line {rows.line_num}", f"this is no CSV: {error}")
