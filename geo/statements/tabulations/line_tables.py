"""The tables that a text sets as plain lines: a heading of a few words, then "Norway 120", "Ghana 95", one a line.

Copies of web pages and PDFs lose the signs between the cells. What is read here is the plainest form alone: at least
three lines of a place and one number below a line of words. Lines that say more are prose.
"""

import re
from collections.abc import Iterator, Sequence

from geo.base.records import Mention
from geo.clauses.counts import list_mentions_within
from geo.documents.grids import Cell, Grid, list_lines
from geo.documents.line_rows import LEAST_ROWS, is_row_heading, match_missing, match_row
from geo.reference.areas import read_areas
from geo.statements.tabulations.headings import read_heading
from geo.statements.tabulations.labels import is_rest, read_label
from geo.statements.tabulations.units import is_corner

_MOST_ROWS = 2_000
_LONGEST_NAME, _MOST_MISSING = 60, 50
_CAPTION_LINES, _LONGEST_CAPTION = 3, 600


def find_line_grids(text: str, mentions: Sequence[Mention]) -> list[Grid]:
    """Return the tables of plain lines in a text, in order; `mentions` are those of the text, in order."""
    found: list[Grid] = []
    above: list[Cell] = []
    run: list[tuple[Cell, Cell]] = []
    missing: list[tuple[Cell, Cell]] = []  # rows without a figure, until one with a figure stands below them
    for line in list_lines(text):
        row = _read_row(line, mentions) if above else None
        if row is not None and len(run) < _MOST_ROWS:
            run.extend([*missing, row])
            missing = []
            continue
        bare = _read_bare_row(line, mentions) if run and row is None else None
        if bare is not None and len(missing) < _MOST_MISSING:
            missing.append(bare)
            continue
        found.extend(_make_grid(above, run))
        above = [*([] if run else above), line][-_CAPTION_LINES - 1 :]
        run, missing = [], []
    return [*found, *_make_grid(above, run)]


def _read_row(line: Cell, mentions: Sequence[Mention]) -> tuple[Cell, Cell] | None:
    """Return label and number of a line that has a place and one number, and nothing else."""
    match = match_row(line.text)
    if match is None:
        return None
    label, number = (
        Cell(line.start + match.start(part), line.start + match.end(part), match[part]) for part in ("label", "number")
    )
    named = read_label(label.text, list_mentions_within(mentions, label.start, label.end))
    return (label, number) if named is not None or is_rest(label.text) else None


def _read_bare_row(line: Cell, mentions: Sequence[Mention]) -> tuple[Cell, Cell] | None:
    """Return the label and the empty cell of a line that has a country or area alone, or a dash behind it."""
    match = match_missing(line.text)
    words = match["label"] if match else line.text.strip()
    start = line.start + line.text.index(words)
    label = Cell(start, start + len(words), words)
    if len(words) > _LONGEST_NAME:
        return None
    named = read_label(words, list_mentions_within(mentions, label.start, label.end))
    return (label, Cell(label.end, label.end, "")) if named in read_areas() else None


def _make_grid(above: Sequence[Cell], run: Sequence[tuple[Cell, Cell]]) -> Iterator[Grid]:
    """Yield the table of a run of rows whose heading, the line right above them, says what is counted."""
    figures = sum(1 for _, number in run if number.text)
    heading = _read_heading(above[-1]) if above and figures >= LEAST_ROWS else None
    if heading is None:
        return
    caption = tuple(line for line in reversed(above[:-1]) if len(line.text) <= _LONGEST_CAPTION)
    yield Grid(heading[0].start, run[-1][1].end, "tab", caption, (heading, *run))


def _read_heading(line: Cell) -> tuple[Cell, Cell] | None:
    """Return what stands over the places and over the numbers: "Country", "Troops"."""
    text = line.text.strip()
    if not is_row_heading(text):
        return None
    start = line.start + line.text.index(text)
    for space in re.finditer(r"\s{1,8}", text):
        if is_corner(text[: space.start()]) and _counts(text[space.end() :]):
            return Cell(start, start + space.start(), text[: space.start()]), Cell(
                start + space.end(), start + len(text), text[space.end() :]
            )
    return (Cell(start, start, ""), Cell(start, start + len(text), text)) if _counts(text) else None


def _counts(text: str) -> bool:
    """Tell whether a heading says what the numbers are: what they count, or a rate, code or price, which is no count."""
    heading = read_heading(text)
    return not heading.counts or heading.unit is not None or heading.open
