"""The tables inside a text: runs of lines whose cells are set apart by "|", by tabs or by wide spaces.

A row stands on a line of its own, so that evidence can show it. What is read from web pages and spreadsheets is
written in one form, ``| Africa | 29 |``; a text may use any of the three.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Literal, NamedTuple

from geo.text.signs import replace_signs

_LONGEST_ROW = 2_000
_WIDEST = 100  # cells a row, enough for a column a year since 1950; what is wider is no table that anybody reads
_MOST_ROWS = 2_000
_CAPTION_LINES, _LONGEST_CAPTION = 3, 600
_MOST_BARE = 50  # rows without their figure, one below the other

_PIPED = re.compile(r"\s*\|(?=[^|]*\|)|\S\s{1,3}\|\s{1,3}\S")
_TABBED = re.compile(r"\S\t{1,20}\S")
_LONGEST_CELL = 100
_LONGEST_SPACED_CELL = 40  # a longer one is prose that was set with wide spaces
_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_ONE_TAB = re.compile(r"(?<!\t)\t(?!\t)")


Mark = Literal["|", "tab", "spaces"]


class Cell(NamedTuple):
    """One cell: its text without the blanks around it, and where that stands in the whole text."""

    start: int
    end: int
    text: str


class Grid(NamedTuple):
    """The rows of one table, and the lines above it that may say what it holds, the nearest first.

    `mark` is what sets its cells apart, `language` the one of its words where a pack spells its numbers. Rows may differ in length; between wide spaces an empty cell leaves no trace.
    """

    start: int
    end: int
    mark: Mark
    caption: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    language: str | None = None


def write_row(cells: Sequence[str]) -> str:
    """Return a line that holds the cells of one row.

    >>> write_row(["Africa", "29", ""])
    '| Africa | 29 | |'
    """
    plain = (" ".join(cell.replace("|", "/").split()) for cell in cells)
    return "".join(f"| {cell} " if cell else "| " for cell in plain) + "|"


def is_row(line: str) -> bool:
    """Tell whether a line is set as the row of a table: it is then no part of the sentence above or below."""
    return _find_mark(replace_signs(line)) is not None


def find_grids(text: str, names_row: Callable[[Cell], bool] = lambda cell: False) -> list[Grid]:
    """Return the tables of a text in order: two rows or more of one kind, one below the other; empty lines apart.

    `names_row` tells the words that may name a row: one whose only figure is missing, so that nothing but its name is
    left on the line, is a row where such rows stand above and below it.
    """
    grids: list[Grid] = []
    run: list[Cell] = []
    bare: list[Cell] = []  # names alone, until a row stands below them
    above: list[Cell] = []
    for line in list_lines(text):
        if run and len(bare) < _MOST_BARE and _is_bare_row(line, run, names_row):
            bare.append(line)
            continue
        if run and not (_continues(run, line) and (not bare or _goes_on(run, line, names_row))):
            grids.extend(_make_grids(run, above))
            above, run = [*([] if len(run) > 1 else [*above, *run]), *bare][-_CAPTION_LINES:], []
            bare = []
        if is_row(line.text):
            run.extend([*bare, line])
            bare = []
        else:
            above = [*above, line][-_CAPTION_LINES:]
    return [*grids, *_make_grids(run, above)]


def list_lines(text: str) -> Iterator[Cell]:
    """Yield the lines of a text that are not empty, each with its place."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Cell(start, start + len(line), line)
        start += len(line) + 1


def _find_mark(line: str) -> Mark | None:
    """Return what sets the cells of a line apart, or None where it is no row."""
    if len(line) > _LONGEST_ROW:
        return None
    stripped = line.strip()
    if "|" in line and _PIPED.search(line):
        return "|" if stripped.startswith("|") or _are_short(stripped.split("|")) else None
    if "\t" in line and _TABBED.search(stripped):
        return "tab" if _are_short(stripped.split("\t")) else None
    if "   " not in line:
        return None
    cells = re.split(r" {3,40}", stripped, maxsplit=_WIDEST)
    return "spaces" if len(cells) > 1 and all(0 < len(cell) <= _LONGEST_SPACED_CELL for cell in cells) else None


def _are_short(cells: Sequence[str]) -> bool:
    """Tell cells from a paragraph that has a bar or a tab in it."""
    return all(len(cell) <= _LONGEST_CELL for cell in cells)


def _continues(run: Sequence[Cell], line: Cell) -> bool:
    return len(run) < _MOST_ROWS and _find_mark(line.text) == _find_mark(run[0].text)


def _is_bare_row(line: Cell, run: Sequence[Cell], names_row: Callable[[Cell], bool]) -> bool:
    """Tell a name that stands alone under the rows of a table with one column of figures."""
    return _find_mark(line.text) is None and _split_pair(run[0], run) is not None and names_row(_strip_bar(line))


def _goes_on(run: Sequence[Cell], line: Cell, names_row: Callable[[Cell], bool]) -> bool:
    """Tell whether a row below such a name has a name and one figure too."""
    pair = _split_pair(line, run)
    return pair is not None and names_row(pair[0])


def _split_pair(line: Cell, run: Sequence[Cell]) -> tuple[Cell, Cell] | None:
    """Return the cells of a row that has two, by the mark of the rows that it stands among."""
    mark = _find_mark(run[0].text)
    cells = list(islice(_choose_split(mark, [run[0], line])(line), 3)) if mark else []
    return (cells[0], cells[1]) if len(cells) == 2 else None


def _strip_bar(line: Cell) -> Cell:
    """Return the words of a line without the bar that ends it: "Ghana |"."""
    words = line.text.rstrip().removesuffix("|")
    start = line.start + len(words) - len(words.lstrip())
    return Cell(start, start + len(words.strip()), words.strip())


def _make_grids(run: Sequence[Cell], above: Sequence[Cell]) -> list[Grid]:
    mark = _find_mark(run[0].text) if run else None
    if mark is None:
        return []
    split = _choose_split(mark, run)
    rows = tuple(
        tuple(islice(split(line), _WIDEST + 1)) if _find_mark(line.text) else _make_bare_row(line)
        for line in run
        if not _RULE.fullmatch(line.text)
    )
    if len(rows) < 2 or max(map(len, rows)) < 2 or max(map(len, rows)) > _WIDEST:
        return []
    caption = tuple(line for line in reversed(above) if len(line.text) <= _LONGEST_CAPTION)
    return [Grid(run[0].start, run[-1].end, mark, caption, rows)]


def _make_bare_row(line: Cell) -> tuple[Cell, Cell]:
    name = _strip_bar(line)
    return name, Cell(name.end, name.end, "")


def _choose_split(mark: Mark, run: Sequence[Cell]) -> Callable[[Cell], Iterator[Cell]]:
    if mark == "|":
        return _split_piped
    # Two tabs are an empty cell between, unless all columns of the table are set with more than one.
    single = mark == "tab" and any(_ONE_TAB.search(line.text) for line in run)
    between = re.compile(r"\t" if single else r"\t{1,20}" if mark == "tab" else r" {3,40}")
    return lambda line: _split(line, between, 0, len(line.text))


def _split_piped(line: Cell) -> Iterator[Cell]:
    text = line.text.strip()
    lead = line.text.index(text)
    first = lead + text.startswith("|")
    last = lead + len(text) - text.endswith("|")
    return _split(line, re.compile(r"\|"), first, last)


def _split(line: Cell, mark: re.Pattern[str], first: int, last: int) -> Iterator[Cell]:
    start = first
    ends = ((match.start(), match.end()) for match in mark.finditer(line.text, first, last))
    for end, following in chain(ends, [(last, last)]):
        inside = line.text[start:end]
        begin = line.start + start + len(inside) - len(inside.lstrip())
        yield Cell(begin, begin + len(inside.strip()), inside.strip())
        start = following
