"""A table of figures as rows and columns with a meaning: whom each row names, and what each column counts."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from geo.base.records import Mention, Status
from geo.clauses.counts import list_mentions_within
from geo.documents.grids import Cell, Grid
from geo.nouns.titles import Counted
from geo.reference.areas import read_areas
from geo.reference.regions import WORLD
from geo.statements.tabulations.cells import is_empty, read_cell
from geo.statements.tabulations.headings import DEEDS, Heading, find_status, find_theme, read_heading
from geo.statements.tabulations.indicators import read_indicator
from geo.statements.tabulations.labels import SUBTOTAL, TOTAL, read_label, settle_labels
from geo.statements.tabulations.local_tables import read_spelled_heading
from geo.statements.tabulations.units import (
    find_caption_scale,
    find_table_unit,
    find_title_unit,
    says_league,
    says_no_count,
)

_LEAST_NAMED = 2  # rows that name someone, or one beside a total
_LABEL_COLUMNS = 3  # a rank, or the number of the row, may stand before the name
_WORDS = re.compile(r"(?=.*[^\W\d_])\D+")
_NUMBER = Counted("number", None)  # what figures under "2019" count where no word says more
_INDICATOR = re.compile(r"(?:indicator|series|variable|measure|subject)(?: name)?|指标(?:名称)?", re.IGNORECASE)
_SEVERAL = "rates of several kinds"  # a table of several indicators: its figures are of no one kind
_YEARS = re.compile(r"(?:1[89]|20)\d\d年?")
_COUNT = re.compile(r"\d[\d,. ]{0,20}")  # a cell that is a number and no more
_PER_ROW = re.compile(r"\bper (?:country|region|nation|state|continent|recipient|donor)\b", re.IGNORECASE)
_THEMES = {"doses": "vaccine"}  # what a unit is about where no word says so
_NOBODY = Cell(0, 0, "")

Found = TypeVar("Found")
CodeOf = Callable[[Cell], str | None]


class Row(NamedTuple):
    """A row of figures: its label's cell, whom it names (None where nobody known), and a cell for each column.

    `whole` is false where the row has more or fewer cells than its table, so that nobody knows what each counts.
    """

    label: Cell
    code: str | None
    cells: tuple[Cell, ...]
    whole: bool


class Column(NamedTuple):
    """What a column counts, by its heading and the table's caption; `heading` is where it says so.

    Where `unit` is None its cells may still say what they count, unless `counts` is false. `noun` is the base form of
    what is counted.
    """

    heading: Cell
    unit: str | None
    noun: str | None
    scale: int | None
    theme: str | None
    status: Status | None
    year: int | None
    counts: bool


class Sheet(NamedTuple):
    """A table of figures. `corner` is what stands over the labels: "Recipient", "地区"."""

    grid: Grid
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class _Caption(NamedTuple):
    """The lines above a table, and whether countries or areas are its rows."""

    lines: Sequence[Cell]
    areas: bool


class _Split(NamedTuple):
    """Where a table's heading rows end and which column names the rows."""

    headings: int
    labels: int


def read_sheets(grid: Grid, mentions: Sequence[Mention]) -> list[Sheet]:
    """Return the tables of figures by region that a grid holds, none where it is another table.

    Tables that stand one right below the other are set apart by their heading rows.
    """

    def code(cell: Cell) -> str | None:
        return read_label(cell.text, list_mentions_within(mentions, cell.start, cell.end))

    sheets = (_read_sheet(part, code) for part in _divide(grid, code))
    return [sheet for sheet in sheets if sheet is not None]


def _divide(grid: Grid, code: CodeOf) -> Iterator[Grid]:
    """Yield the parts of a grid, each from its own heading row on; a heading said again is left out."""
    part: list[tuple[Cell, ...]] = []
    figures = False
    for row in grid.rows:
        heads = _is_heading(row) and code(row[0]) is None
        if heads and figures and [cell.text for cell in row] == [cell.text for cell in part[0]]:
            continue
        if heads and figures:
            yield grid._replace(rows=tuple(part))
            part = []
        figures = not heads
        part.append(row)
    yield grid._replace(rows=tuple(part))


def _is_heading(row: Sequence[Cell]) -> bool:
    """Tell whether two cells of a row or more hold words and none holds a number or stands empty."""
    return len(row) > 1 and all(_WORDS.fullmatch(cell.text) and not is_empty(cell.text) for cell in row)


def _read_sheet(grid: Grid, code: CodeOf) -> Sheet | None:
    for rows in (grid.rows, tuple(zip_longest(*grid.rows, fillvalue=_NOBODY))):
        split = _find_split(rows, code)
        if split is not None:
            return _make_sheet(grid, rows, split, code)
    return None


def _find_split(rows: Sequence[Sequence[Cell]], code: CodeOf) -> _Split | None:
    """Return heading rows and label column, None where no column names regions, countries or organisations."""
    for place in range(_LABEL_COLUMNS):
        codes = [code(row[place]) if place < len(row) else None for row in rows]
        named = [number for number, found in enumerate(codes) if found is not None]
        groups = {codes[number] for number in named} - {TOTAL, SUBTOTAL, WORLD}
        if groups and len(named) >= _LEAST_NAMED and _are_most(codes[named[0] :]):
            return _Split(_count_headings(rows[: named[0]], place), place)
    return None


def _count_headings(rows: Sequence[Sequence[Cell]], labels: int) -> int:
    """Return how many rows stand over the first one with a number beside its label, whoever that row names."""
    for number, row in enumerate(rows):
        label = row[labels].text.strip() if labels < len(row) else ""
        others = [cell.text.strip() for place, cell in enumerate(row) if place != labels]
        if number and label and any(_COUNT.fullmatch(text) and not _YEARS.fullmatch(text) for text in others):
            return number
    return len(rows)


def _are_most(codes: Sequence[str | None]) -> bool:
    return 2 * sum(code is not None for code in codes) >= len(codes)


def _make_sheet(grid: Grid, rows: Sequence[Sequence[Cell]], split: _Split, code: CodeOf) -> Sheet:
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    body = rows[split.headings :]
    labels = [row[split.labels] if split.labels < len(row) else _NOBODY for row in body]
    codes = settle_labels([code(label) for label in labels])
    areas = any(found in read_areas() for found in codes)
    headings = rows[: split.headings]
    caption = _Caption((*_read_indicator(headings, body), *grid.caption), areas)
    columns = _leave_out(_read_columns(grid, headings, (width, split.labels), caption), split.labels, body)
    read = [
        Row(label, found, tuple(row[split.labels + 1 :]), _is_whole(grid, row, width))
        for label, found, row in zip(labels, codes, body, strict=True)
    ]
    corner = " ".join(row[split.labels].text for row in rows[: split.headings] if len(row) == width)
    return Sheet(grid, corner, columns, tuple(read))


def _is_whole(grid: Grid, row: Sequence[Cell], width: int) -> bool:
    """Tell whether the cells of a row stand under their headings; empty cells at its end may be left out."""
    return len(row) == width or (len(row) < width and grid.mark != "spaces")


def _read_columns(
    grid: Grid, headings: Sequence[Sequence[Cell]], shape: tuple[int, int], caption: _Caption
) -> tuple[Column, ...]:
    """Return the columns right of the labels; `shape` is the width of the table and the place of its labels."""
    width, labels = shape
    # The blank over the labels is lost at the beginning of a line that is set with tabs or spaces.
    short = width if grid.mark == "|" else width - 1
    padded = [(*([_NOBODY] * (width - len(row))), *row) for row in headings if short <= len(row) <= width]
    places = range(labels + 1, width)
    texts = [" ".join(dict.fromkeys(row[place].text for row in padded)) for place in places]
    spelled = grid.language
    read = [read_spelled_heading(text, spelled) if spelled else read_heading(text) for text in texts]
    if any(map(says_league, texts)):
        read = [heading._replace(counts=False) for heading in read]
    # A caption that names what was sold and what was given says so of two columns, not of the third.
    told_apart = DEEDS if any(heading.theme in DEEDS for heading in read) else ()
    last = padded[-1] if padded else [_NOBODY] * width
    return tuple(
        _make_column(last[place], heading, caption, told_apart) for place, heading in zip(places, read, strict=True)
    )


def _read_indicator(headings: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """Yield what a column "Indicator" says in all rows alike: it is the caption of the table."""
    for place, heading in enumerate(headings[-1] if headings else ()):
        if _INDICATOR.fullmatch(heading.text.strip()):
            said = {row[place].text: row[place] for row in body if place < len(row)}
            yield next(iter(said.values())) if len(said) == 1 else Cell(heading.start, heading.end, _SEVERAL)


def _leave_out(columns: tuple[Column, ...], labels: int, body: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """Return the columns; what holds years and nothing else counts nothing, nor what has no unit and no clear numbers."""

    def counts(column: Column, place: int) -> bool:
        said = [row[place].text for row in body if place < len(row) and row[place].text]
        if len(said) > 1 and all(map(_YEARS.fullmatch, said)):
            return False
        unnamed = column.unit == _NUMBER.unit
        return not (unnamed and any(isinstance(read_cell(text, column.unit, column.scale), str) for text in said))

    return tuple(
        column._replace(counts=column.counts and counts(column, place))
        for place, column in enumerate(columns, labels + 1)
    )


def _make_column(cell: Cell, heading: Heading, caption: _Caption, told_apart: Collection[str]) -> Column:
    counted, scale = _read_unit(heading, caption)
    unit, lines = counted.unit if counted else None, caption.lines
    theme = heading.theme or _find_first(lambda text: find_theme(text, told_apart), lines) or _THEMES.get(unit or "")
    status = heading.status or _find_first(find_status, lines)
    counts = heading.counts and not (heading.open and counted is None and _speaks_of_rates(lines))
    return Column(cell, unit, counted.noun if counted else None, scale, theme, status, heading.year, counts)


def _read_unit(heading: Heading, caption: _Caption) -> tuple[Counted | None, int | None]:
    """Return the unit and scale of a column; what its heading leaves open the caption may say."""
    lines = caption.lines
    whole = _find_first(find_caption_scale, lines)
    statistic = read_indicator(lines[0].text) if lines and heading.plain and heading.year else None
    if statistic:
        return statistic, None if statistic.unit == "percent" else heading.scale or whole
    if heading.unit:
        scaled = heading.unit not in ("countries", "organisations", "percent")
        return Counted(heading.unit, heading.noun), heading.scale or (whole if scaled else None)
    table = _find_first(find_table_unit, lines) if heading.counts else None
    if table is not None:
        return table[0], heading.scale or table[1]
    if not heading.open:
        return (Counted(_NUMBER.unit, heading.noun), heading.scale or whole) if heading.noun else (None, None)
    named = _find_first(lambda text: _read_title(text, caption.areas), lines)
    if named is None and heading.plain and not _speaks_of_rates(lines):
        named = _NUMBER
    return named, heading.scale or whole


def _read_title(text: str, areas: bool) -> Counted | None:
    """Return what a caption counts; the countries that are rows themselves are not what is counted in them."""
    if says_no_count(_PER_ROW.sub("", text)):
        return None
    counted = find_title_unit(text)
    return None if counted and areas and counted.unit in ("countries", "regions") else counted


def _speaks_of_rates(lines: Sequence[Cell]) -> bool:
    return any(says_no_count(_PER_ROW.sub("", line.text)) for line in lines)


def _find_first(find: Callable[[str], Found | None], caption: Sequence[Cell]) -> Found | None:
    """Return what the nearest line of the caption that says anything says."""
    return next((found for line in caption if (found := find(line.text)) is not None), None)
