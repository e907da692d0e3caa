"""The tables of a page, ruled or not, told by numbers that stand one below the other in columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from geo.documents.grids import write_row
from geo.documents.readers.pdf.columns import NUMERIC
from geo.documents.readers.pdf.pieces import Piece, split_piece
from geo.documents.table_cells import hold_data

_LEAST_ROWS = 3
_MOST_HEADING_LINES = 4
_EXACT = 1.5  # points between two words that begin one over the other
_NEAR = 12  # points between a heading and its column, where one of them is centred
_FAR = 2.2  # heights of a line between two rows, with which a table still goes on

_Row = list[Piece]
# From where to where each column of a table goes, in points from the left.
Columns = Sequence[tuple[float, float]]
NO_COLUMNS: Columns = ()


class Rows(NamedTuple):
    """A table among the lines of a page: from which line to which, and its rows as lines of text."""

    first: int
    last: int
    texts: tuple[str, ...]
    columns: Columns


def find_rows(lines: Sequence[_Row], above: Columns = ()) -> list[Rows]:
    """Return the tables among the lines of one column of a page, in order.

    `above` are the columns of a table that the page before ended with: the first lines may be more rows of it.
    """
    numbered = [len(line) > 1 and any(NUMERIC.fullmatch(piece.text) for piece in line[1:]) for line in lines]
    above = _move(above, lines[0]) if above and lines else ()
    begun = _continue(lines, numbered, above)
    numbered[: len(begun)] = [False] * len(begun)
    found = [_make_table(lines, first, last, numbered) for first, last in _find_runs(lines, numbered)]
    more = [Rows(0, len(begun) - 1, tuple(begun), above)] if begun else []
    return more + [table for table in found if table is not None]


def find_open_columns(lines: Sequence[_Row], above: Columns = ()) -> Columns:
    """Return the columns of the table that the lines end with, none where they end otherwise."""
    tables = find_rows(lines, above)
    return tables[-1].columns if tables and tables[-1].last == len(lines) - 1 else ()


def _move(columns: Columns, line: _Row) -> Columns:
    """Return columns where a row has them: a table may go on in another column of the page."""
    move = line[0].left - columns[0][0] if len(line) == len(columns) else 0
    return [(left + move, right + move) for left, right in columns]


def _continue(lines: Sequence[_Row], numbered: Sequence[bool], above: Columns) -> list[str]:
    """Return the rows, as text, that go on with a table of the page before: in its columns, close together."""
    texts: list[str] = []
    for place, line in enumerate(lines if above else ()):
        inside = all(any(_overlap(piece, column) > 0 for column in above) for piece in line)
        if not (numbered[place] and inside) or (place and not _is_near(lines, place - 1, place)):
            break
        texts.append(write_row(_place(line, above)))
    return texts


def _find_runs(lines: Sequence[_Row], numbered: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield from which line to which numbers stand apart, with at most one line of a label between two."""
    places = [place for place, told in enumerate(numbered) if told]
    run: list[int] = []
    for place in places:
        if run and (place - run[-1] > 2 or not _is_near(lines, run[-1], place) or not _fits(lines, run[-1], place)):
            yield run[0], run[-1]
            run = []
        run.append(place)
    if run:
        yield run[0], run[-1]


def _is_near(lines: Sequence[_Row], first: int, last: int) -> bool:
    return all(
        lower[0].top - upper[0].bottom <= _FAR * max(upper[0].height, lower[0].height)
        for upper, lower in pairwise(lines[first : last + 1])
    )


def _fits(lines: Sequence[_Row], first: int, last: int) -> bool:
    """Tell whether what stands between two rows is a label alone, and no line of prose across the table."""
    return all(
        len(line) == 1 and line[0].left < lines[last][1].left and line[0].right <= lines[last][-1].right
        for line in lines[first + 1 : last]
    )


def _make_table(lines: Sequence[_Row], first: int, last: int, numbered: Sequence[bool]) -> Rows | None:
    body = [line for line, told in zip(lines[first : last + 1], numbered[first : last + 1], strict=True) if told]
    columns = _find_columns(body)
    top = _find_top(lines, first, columns)
    if _is_justified(body) or len(body) < 2 or last - top + 1 < _LEAST_ROWS or len(columns) < 2:
        return None
    heading = [_place(list(_part_heading(line, columns)), columns, spread=True) for line in lines[top:first]]
    rows = [list(_part_row(line, columns)) for line in lines[first : last + 1]]
    cells = [*_join_heading(heading), *_join_labels(rows, columns)]
    return Rows(top, last, tuple(map(write_row, cells)), columns) if hold_data(cells) else None


def _is_justified(body: Sequence[_Row]) -> bool:
    """Tell lines of prose that wide blanks fill to both edges: they go on with a sentence, and end with a word."""
    spread = max(abs(line[0].left - body[0][0].left) + abs(line[-1].right - body[0][-1].right) for line in body)
    running = sum(line[0].text[0].islower() and not NUMERIC.fullmatch(line[-1].text) for line in body)
    return spread < body[0][0].height / 2 and 2 * running >= len(body)


def _find_columns(body: Sequence[_Row]) -> list[tuple[float, float]]:
    """Return from where to where each column goes, by the rows of the most common number of cells, of two the larger."""
    counts = Counter(len(line) for line in body)
    most = max(counts, key=lambda count: (counts[count], count))
    columns: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for line in body if len(line) == most for piece in line):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _part_row(line: _Row, columns: Columns) -> Iterator[Piece]:
    """Yield the pieces of a row, with a number parted from the label that leaves no more than a blank before it."""
    for piece in line:
        parted = [
            (abs(after - right[0]), place)
            for left, right in pairwise(columns)
            for place, (before, after) in enumerate(piece.gaps)
            if before <= right[0] and left[1] <= after < right[1] and piece.left < left[1]
        ]
        halves = split_piece(piece, min(parted)[1]) if parted else (piece,)
        yield from halves if NUMERIC.fullmatch(halves[-1].text) else (piece,)


def _part_heading(line: _Row, columns: Columns) -> Iterator[Piece]:
    """Yield the pieces of a heading, parted where a word begins just where its column does, as the one before it."""
    for piece in line:
        rest = piece
        while (place := _find_own_column(rest, columns)) is not None:
            first, rest = split_piece(rest, place)
            yield first
        yield rest


def _find_own_column(piece: Piece, columns: Columns) -> int | None:
    """Return the blank of a piece behind which another column begins; None where it is one heading, or set in the middle."""
    if not any(abs(piece.left - left) < _EXACT for left, _ in columns):
        return None
    starts = [right for _, right in piece.gaps]
    return next((n for n, start in enumerate(starts) if any(abs(start - left) < _EXACT for left, _ in columns)), None)


def _find_top(lines: Sequence[_Row], first: int, columns: Columns) -> int:
    """Return with which line the headings of a table begin: short pieces over more than one column."""
    top = first
    while (
        top
        and first - top < _MOST_HEADING_LINES
        and _is_heading(lines[top - 1], columns)
        and _is_near(lines, top - 1, top)
    ):
        top -= 1
    return top


def _is_heading(line: _Row, columns: Columns) -> bool:
    over = all(any(_overlap(piece, column) > -_NEAR for column in columns) for piece in line)
    return over and (len(line) > 1 or line[0].left > columns[0][1]) and all(len(piece.text) <= 60 for piece in line)


def _place(line: _Row, columns: Columns, *, spread: bool = False) -> list[str]:
    """Return the cells of a row; a heading that is spread stands in each column that it reaches over."""
    cells = [""] * len(columns)
    for piece in line:
        reached = [n for n, column in enumerate(columns) if _overlap(piece, column) > 0]
        nearest = min(range(len(columns)), key=lambda n: _distance(piece, columns[n]))
        for place in (reached if spread else []) or [nearest]:
            cells[place] = f"{cells[place]} {piece.text}".strip()
    return cells


def _overlap(piece: Piece, column: tuple[float, float]) -> float:
    return min(piece.right, column[1]) - max(piece.left, column[0])


def _distance(piece: Piece, column: tuple[float, float]) -> float:
    overlap = _overlap(piece, column)
    return -overlap if overlap > 0 else abs((piece.left + piece.right) - sum(column)) / 2


def _join_heading(rows: Sequence[list[str]]) -> Iterator[list[str]]:
    """Yield the lines of a heading as one row."""
    if rows:
        yield [" ".join(filter(None, column)) for column in zip(*rows, strict=True)]


def _join_labels(lines: Sequence[_Row], columns: Columns) -> Iterator[list[str]]:
    """Yield the rows of a table; the second line of a label, which stands close under the first, belongs to it."""
    gaps = [lower[0].top - upper[0].top for upper, lower in pairwise(lines)]
    usual = median(gaps) if gaps else 0
    held: list[str] | None = None
    for number, line in enumerate(lines):
        cells = _place(line, columns)
        if len(line) == 1 and held is not None and number and gaps[number - 1] < 0.8 * usual:
            held = [f"{before} {cell}".strip() for before, cell in zip(held, cells, strict=True)]
            continue
        if held is not None:
            yield held
        held = cells
    if held is not None:
        yield held
