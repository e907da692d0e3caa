"""What the tables inside a document state: a quantity a cell, and the sums of their columns.

A table counts where its rows (or its columns) name regions, organisations, countries or areas, and a heading or the
lines above it say what is counted. Other tables are left alone. The parts of a column are the rows that lie in no
other row of it; their total is its row "Total", or else the number that the lines above the table state, or the one
that the line under it calls a total.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from geo.base.intervals import add_intervals, find_interval, judge
from geo.base.records import Date, Mention, Quantity, Refusal
from geo.clauses.counts import list_mentions_within
from geo.documents.dates import find_dates
from geo.documents.grids import Cell, Grid, find_grids
from geo.reference.areas import read_areas
from geo.reference.regions import WORLD
from geo.statements.breakdowns import Breakdown, find_breakdowns
from geo.statements.tabulations.columns import Column, Sheet, read_sheets
from geo.statements.tabulations.labels import TOTAL, read_label
from geo.statements.tabulations.line_tables import find_line_grids
from geo.statements.tabulations.local_tables import localise
from geo.statements.tabulations.quantities import RULE, CellFigure, read_figures
from geo.statements.tabulations.sums import ColumnSum, list_sums

# The line above a table that its columns add up to says that the table divides it.
_DIVIDES = re.compile(
    r"[:：]$|\btables?\b|\bbelow\b|\bfollow(?:s|ing)\b|\bas shown\b|\bby (?:region|continent|country|area)"
    r"|[下上附]表|表[格\d一二三]|如下|以下|各(?:地区|大?洲|区域|国)|按[^，。]{0,6}(?:地区|国别|洲)|其中",
    re.IGNORECASE,
)

# "In total 89 countries", "合计89国", in the line under a table.
_IN_ALL = re.compile(
    r"(?:\b(?:in (?:total|all)|altogether|total(?:l?ing)?(?: of)?|overall|all told)\b[,:]?|[共总合]计|总共|一共|总数[为是]?|合计)"
    r"[^\d,.;，。；]{0,24}$",
    re.IGNORECASE,
)
_YEAR_COLUMN = re.compile(r"(?:calendar |fiscal )?year|年份?|年度", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_LEAST_EXACT = 2  # more parts than these that come to a number are no chance
_LONGEST_NAME = 60  # characters of the words that may name a row
_BEFORE_TOTAL = 40  # characters before a number in which the line calls it a total
_BELOW = re.compile(r"\s*(?P<line>[^\n]{1,400})")

DateAt = Callable[[int], Date | None]


class Tabulation(NamedTuple):
    """What a text states in prose and in its tables, in order, and what the columns of its tables add up to.

    `sums` are numbered from 0; `dates` holds the date of each figure of a table by its place in `quantities`.
    """

    quantities: list[Quantity]
    refusals: list[Refusal]
    sums: list[Breakdown]
    dates: Mapping[int, Date | None]


class _Table(NamedTuple):
    """One table with its figures, what it cannot tell, and the line under it."""

    sheet: Sheet
    figures: list[CellFigure]
    refusals: list[Refusal]
    below: Cell | None


def add_tables(
    text: str,
    mentions: Sequence[Mention],
    prose: tuple[Sequence[Quantity], Sequence[Refusal]],
    date_at: DateAt,
    language: str | None = None,
) -> Tabulation:
    """Return what the tables of a text state, and what its prose states outside of them.

    `prose` is what `read_quantities` gives for the whole text; `date_at` gives the date that governs a place in it,
    `language` is that of the text.
    """
    ordered = sorted(mentions, key=lambda mention: mention.start)
    grids, lines = _find_grids(text, ordered)
    local, left_out = list[Grid](), list[Grid]()
    for grid in grids:
        found = localise(grid, language)
        (left_out if found is None else local).append(found or grid)
    tables = [table for grid in local for table in _read_tables(grid, ordered, text)]
    outside = _Outside((grid.start, grid.end) for grid in [*(table.sheet.grid for table in tables), *lines, *left_out])
    stated = [quantity for quantity in prose[0] if outside.holds(quantity.start)]
    figures = [figure for table in tables for figure in table.figures]
    quantities = sorted([*stated, *(figure.quantity for figure in figures)], key=lambda quantity: quantity.start)
    places = {quantity.start: place for place, quantity in enumerate(quantities)}
    captions = _Outside((line.start, line.end) for table in tables for line in table.sheet.grid.caption)
    refused = [
        refusal
        for refusal in prose[1]
        if outside.holds(refusal.start) and (captions.holds(refusal.start) or not _is_scale(refusal))
    ]
    return Tabulation(
        quantities,
        sorted([*refused, *(refusal for table in tables for refusal in table.refusals)]),
        _number(found for table in tables for found in _list_sums(table, stated, places)),
        {places[start]: day for table in tables for start, day in _date_figures(table, date_at)},
    )


def _find_grids(text: str, mentions: Sequence[Mention]) -> tuple[list[Grid], list[Grid]]:
    """Return the tables of a text in order, and those of them that are plain lines."""
    grids = find_grids(text, lambda cell: _names_row(cell, mentions))
    outside = _Outside((grid.start, grid.end) for grid in grids)
    lines = [grid for grid in find_line_grids(text, mentions) if outside.holds(grid.start)]
    return sorted([*grids, *lines], key=lambda grid: grid.start), lines


def _names_row(cell: Cell, mentions: Sequence[Mention]) -> bool:
    """Tell a country or area, or "Total", from a title or a heading that stands between two tables."""
    if len(cell.text) > _LONGEST_NAME or not cell.text:
        return False
    code = read_label(cell.text, list_mentions_within(mentions, cell.start, cell.end))
    return code == TOTAL or code in read_areas()


def _is_scale(refusal: Refusal) -> bool:
    """Tell the "million" of a caption, which the table has read, from a number that could not be."""
    return not any(character.isdigit() for character in refusal.text)


class _Outside:
    """The places of a text that lie in none of its tables, or of other stretches."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        places = sorted(set(stretches))
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]

    def holds(self, place: int) -> bool:
        """Tell whether a place lies in none of them."""
        number = bisect_right(self.starts, place) - 1
        return number < 0 or place >= self.ends[number]


def _read_tables(grid: Grid, mentions: Sequence[Mention], text: str) -> Iterator[_Table]:
    below = _BELOW.match(text, grid.end)
    line = Cell(*below.span("line"), below["line"]) if below else None
    for sheet in read_sheets(grid, mentions):
        figures, refusals = read_figures(sheet, mentions)
        if figures:
            yield _Table(sheet, figures, refusals, line)


def list_breakdowns(
    tabulation: Tabulation,
    sentences: Sequence[int],
    text: str,
    language: str | None,
    mentions: Sequence[Mention] = (),
) -> list[Breakdown]:
    """Return the breakdowns of the prose and those of the tables; `sentences` holds the number of each quantity's."""
    # The cells of a table belong to their column, whatever stands near them.
    prose = [one if one.rule != RULE else one._replace(unit=RULE, scope=None) for one in tabulation.quantities]
    return _number([*find_breakdowns(prose, sentences, text, language, mentions), *tabulation.sums])


def _number(breakdowns: Iterable[Breakdown]) -> list[Breakdown]:
    return [one._replace(breakdown=number) for number, one in enumerate(breakdowns)]


# --- sums ------------------------------------------------------------------------------------------------------------


def _list_sums(table: _Table, stated: Sequence[Quantity], places: Mapping[int, int]) -> Iterator[Breakdown]:
    columns = list(list_sums(table.sheet, table.figures))
    units = [column.parts[0].quantity.unit for column in columns]
    for column, unit in zip(columns, units, strict=True):
        parts = tuple(places[part.quantity.start] for part in column.parts)
        if column.total is not None:
            yield Breakdown(0, parts, places[column.total.quantity.start], is_whole=column.is_whole)
            continue
        total, is_whole = _find_total(table, column, stated, units.count(unit) == 1)
        yield Breakdown(0, parts, places[total.start] if total else None, is_whole=is_whole)


def _find_total(
    table: _Table, column: ColumnSum, stated: Sequence[Quantity], alone: bool
) -> tuple[Quantity | None, bool]:
    """Return the number above the table that the column adds up to or, where no other column may be meant, divides.

    Where there is none, the number in the line under the table that this line calls the total. The second value tells
    whether the column is all of it: regions divide a whole, a few countries may be some of more.
    """
    parts = [part.quantity for part in column.parts]
    found = add_intervals(find_interval(part) for part in parts)
    divides = False
    for line in table.sheet.grid.caption:
        divides = divides or _DIVIDES.search(line.text.rstrip()) is not None
        candidates = [total for total in _list_within(stated, line) if _may_total(total, parts)]
        equal = [total for total in candidates if judge(find_interval(total), found) == "agrees"]
        equal = equal or [total for total in _list_within(stated, line) if _is_sum(total, parts)]
        if equal or (candidates and divides and alone):
            whole = column.is_complete and not any(part.scope in read_areas() for part in parts)
            return (equal or candidates)[-1], bool(equal) or whole
    below = [total for total in _list_totals_below(table, stated) if _may_total(total, parts)] if alone else []
    return (below[0], column.is_complete) if below else (None, False)


def _list_totals_below(table: _Table, stated: Sequence[Quantity]) -> Iterator[Quantity]:
    if table.below is None:
        return
    start = table.below.start
    for total in _list_within(stated, table.below):
        place = total.start - start
        if _IN_ALL.search(table.below.text, max(0, place - _BEFORE_TOTAL), place):
            yield total


def _list_within(stated: Sequence[Quantity], line: Cell) -> Sequence[Quantity]:
    first = bisect_left(stated, line.start, key=_start)
    return stated[first : bisect_left(stated, line.end, key=_start)]


def _start(quantity: Quantity) -> int:
    return quantity.start


def _may_total(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return (
        total.unit == parts[0].unit
        and total.scope in (None, WORLD)
        and (total.value_to or total.value) >= max(part.value for part in parts)
    )


def _is_sum(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell a number that the rows come to exactly, whomever the line above them names for it."""
    exact = total.unit == parts[0].unit and total.value == sum(part.value for part in parts)
    return exact and len(parts) > _LEAST_EXACT and total.scope not in {part.scope for part in parts}


# --- dates -----------------------------------------------------------------------------------------------------------


def _date_figures(table: _Table, date_at: DateAt) -> Iterator[tuple[int, Date | None]]:
    """Yield the start and the date of each figure: that of its heading, else of the caption, else of its row."""
    headings = [_date_heading(column, date_at) for column in table.sheet.columns]
    caption = _date_caption(table.sheet.grid.caption, date_at)
    for figure in table.figures:
        start = figure.quantity.start
        stated = headings[figure.column] or _date_row(table.sheet, figure.row)
        yield start, stated or caption or date_at(start)


def _date_row(sheet: Sheet, number: int) -> Date | None:
    """Return the year that a row gives in a column of years."""
    cells = zip(sheet.columns, sheet.rows[number].cells, strict=False)
    years = [cell.text for column, cell in cells if _YEAR_COLUMN.fullmatch(column.heading.text.strip())]
    if len(years) != 1 or not _YEAR.fullmatch(years[0].strip()):
        return None
    return Date(date(int(years[0].strip()[:4]), 1, 1), "year", "heading")


def _date_heading(column: Column, date_at: DateAt) -> Date | None:
    dates = find_dates(column.heading.text)
    if len(dates) == 1:
        return date_at(column.heading.start + dates[0].start)
    return Date(date(column.year, 1, 1), "year", "heading") if column.year else None


def _date_caption(caption: Sequence[Cell], date_at: DateAt) -> Date | None:
    """Return the one date that the nearest line with a date states."""
    stated = ((line, find_dates(line.text)) for line in caption)
    line, dates = next(((line, dates) for line, dates in stated if dates), (None, []))
    return date_at(line.start + dates[0].start) if line is not None and len(dates) == 1 else None
