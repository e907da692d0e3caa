"""A file that holds a table of figures, and no list of documents, as a text: one line a row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from geo.documents.grids import write_row
from geo.documents.indicator_tables import arrange_indicators

_SAMPLE = 5_000  # characters in which the mark between the columns is looked for
_MARKS = ",;\t|"
_LEAST_ROWS = 2
_NUMBER = re.compile(r"(?=.{0,40}\d)[\s\d.,%+<>~≈*†\[\]-]{1,40}|(?=.{0,40}\d).{0,3}[\d.,]{1,24}\s?\w{0,12}")
_NO_WORD = re.compile(r"[\W\d_]*")


def write_figures(text: str) -> str | None:
    r"""Return the lines of a table of figures, None where the rows of the file do not name what they count.

    A row with a single cell (a title, a note) is a line of prose.

    >>> write_figures("Countries by region,\nAfrica,29\nEurope,12\n")
    'Countries by region\n| Africa | 29 |\n| Europe | 12 |'
    >>> write_figures("id,label\n1,x\n2,y\n") is None
    True
    """
    mark = max(_MARKS, key=text[:_SAMPLE].count)
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error:
        return None
    return write_figure_rows(rows)


def write_figure_rows(rows: Sequence[Sequence[str]]) -> str | None:
    """Return the same of rows that are cells already."""
    arranged = arrange_indicators(rows)
    if arranged is not None:
        return "\n".join(_write_lines(arranged))
    if sum(map(_counts, rows)) < _LEAST_ROWS:
        return None
    return "\n".join(_write_lines(rows))


def _counts(row: Sequence[str]) -> bool:
    """Tell whether a row begins with words and has a number after them."""
    return bool(row) and _NO_WORD.fullmatch(row[0]) is None and any(map(_NUMBER.fullmatch, row[1:]))


def _write_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        said = [cell for cell in row if cell]
        if len(said) == 1:
            yield " ".join(said[0].split())
        elif said:
            yield write_row(row)
