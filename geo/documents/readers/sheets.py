"""The sheet of a spreadsheet: a list of documents, an article a row, or a table of figures.

Dates are written as ISO dates, percents as percents, and an error in a cell as nothing. A merged heading stands in each
of its cells; a merged number is marked, for it counts for none of them alone.
"""

import datetime
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns, names_text
from geo.documents.encodings import normalise
from geo.documents.metadata import Metadata
from geo.documents.readers.rows import read_row
from geo.documents.table_cells import TableCell, mark_span
from geo.documents.table_files import write_figure_rows

MOST_CELLS = 5_000_000  # of a sheet, with the empty ones between
# What a program calls a sheet that nobody has named.
_UNNAMED = re.compile(r"(?:sheet|tabelle|feuil|hoja|planilha|лист|工作表|表|ورقة|foglio|blad)\s?\d{0,3}", re.IGNORECASE)
_ERRORS = frozenset(("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
_LEADING_ROWS = 10

Value: TypeAlias = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


class Sheet(NamedTuple):
    """The rows of a sheet as words, and how the sheet is called."""

    name: str
    rows: list[list[str]]


def read_sheet(sheet: Sheet, place: str) -> Iterator[Article | Unread]:
    """Yield the article of each row where a column holds texts, else that of the figures."""
    header = next((n for n, row in enumerate(sheet.rows[:_LEADING_ROWS]) if names_text(row)), None)
    if header is not None:
        chosen = choose_columns(sheet.rows[header])
        for number, row in enumerate(sheet.rows[header + 1 :], start=header + 2):
            if any(row):
                yield read_row(dict(zip(sheet.rows[header], row, strict=False)), chosen, f"{place}, row {number}")
        return
    figures = write_figure_rows(sheet.rows)
    if figures is not None:
        title = None if _UNNAMED.fullmatch(sheet.name.strip()) else normalise(sheet.name)
        yield Article(normalise(figures), Metadata(title), place, titled=True)
    elif any(map(any, sheet.rows)):
        known = ", ".join(next(filter(any, sheet.rows)))[:200]
        yield Unread(place, f"there is neither a column of texts nor a table of figures in it (its first row: {known})")


def spread(rows: Sequence[list[str]], down: range, across: range) -> None:
    """Write what stands in the first of merged cells into each of them."""
    if down[0] >= len(rows) or across[0] >= len(rows[down[0]]) or not rows[down[0]][across[0]]:
        return
    first = not any(map(any, rows[: down[0]]))
    cell = TableCell(rows[down[0]][across[0]], len(across), len(down))
    # A title over the whole table is merged too, and is no heading of each column.
    title = len(across) >= max(map(len, rows)) and len(down) == 1
    for row in down[: len(rows) - down[0]]:
        for column in across[: len(rows[row]) - across[0]]:
            if not title:
                rows[row][column] = mark_span(cell, first=first)


def write_value(value: Value, *, percent: bool = False) -> str:
    """Return what a cell holds as words.

    >>> write_value(12.0), write_value(0.125, percent=True), write_value(datetime.datetime(2020, 3, 26)), write_value(0.3)
    ('12', '12.5%', '2020-03-26', '0.3')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        return _write_number(100 * value) + "%" if percent else _write_number(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    return "" if value in _ERRORS else str(value).strip()


def _write_number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if value == int(value) and abs(value) < 10**15:
        return str(int(value))
    # A sheet keeps fifteen digits; what is behind them is no part of the number.
    return f"{value:.12f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.15g}"
