"""The cells of a table that span columns and rows, spread over its rows, and what tells data from lay-out.

A heading that spans columns or rows stands in each of them; a number that does so counts for none of them alone, and
gets a mark that keeps it from being read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

WIDEST = 60  # columns; what is wider only lays out a page
_LONGEST_CELL = 300
_DIGIT = re.compile(r"\d")
_SPANS_ROWS, _SPANS_COLUMNS = " ↕", " ↔"


class TableCell(NamedTuple):
    """The words of a cell and how many columns and rows it takes up."""

    text: str
    columns: int = 1
    rows: int = 1
    heading: bool = False


def spread_cells(rows: Sequence[Sequence[TableCell]]) -> Iterator[list[str]]:
    """Yield the text of each row's cells, with what hangs down from the rows above."""
    hanging: dict[int, tuple[str, int]] = {}
    for number, row in enumerate(rows):
        line: list[str] = []
        for cell in row:
            _hang(line, hanging)
            text = mark_span(cell, first=number == 0)
            hanging.update({len(line) + place: (text, cell.rows) for place in range(cell.columns)})
            line.extend([text] * cell.columns)
            if len(line) > WIDEST:
                break
        _hang(line, hanging)
        hanging = {place: (text, rest - 1) for place, (text, rest) in hanging.items() if rest > 1}
        yield line


def _hang(line: list[str], hanging: Mapping[int, tuple[str, int]]) -> None:
    """Add to a row the cells that hang down into its next places."""
    while len(line) in hanging:
        line.append(hanging[len(line)][0])


def mark_span(cell: TableCell, *, first: bool) -> str:
    """Return the words of a cell, with a mark where it is a number that counts for several; `first` is the first row."""
    if first or cell.heading or not _DIGIT.search(cell.text):
        return cell.text
    return cell.text + _SPANS_ROWS * (cell.rows > 1) + _SPANS_COLUMNS * (cell.columns > 1)


def hold_data(lines: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are those of a table with numbers, and neither prose nor too wide to be read."""
    widths = [len(line) for line in lines]
    texts = [text for line in lines for text in line]
    return (
        len(lines) > 1
        and 1 < max(widths) <= WIDEST
        and any(_DIGIT.search(text) for text in texts)
        and max(map(len, texts)) <= _LONGEST_CELL
    )
