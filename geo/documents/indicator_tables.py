"""Tables of figures by place and year, as statistical offices give them out, as tables that are read as they stand.

Wide ones have a column a year (``Country Name, Country Code, Indicator Name, Indicator Code, 2019, 2020``), long ones a
row a year (``Country or Area, Year, Value``). Each figure they count becomes a table of its own under its name, a row a
place and a column a year. An empty cell is missing, and never nought.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_PLACES = (
    "country name",
    "country or area",
    "reference area",
    "country",
    "economy",
    "entity",
    "location",
    "ref_area",
    "geo",
    "area",
    "territory",
    "region",
)
_TIMES = frozenset(("year", "year(s)", "time", "time period", "time_period", "period"))
_VALUES = frozenset(("value", "obs_value", "observation value", "obsvalue"))
# What says the same again in code, or tells how a figure was come by.
_ASIDE = re.compile(
    r".*\bcodes?|.*[_ ](?:id|code)|.*flags?|.*footnotes?|source.*|.*decimals|unnamed.*|last updated.*|frequency|freq|"
)
_YEAR = re.compile(r"((?:18|19|20)\d\d)(?: \[?(?:YR)?\1\]?|\.0)?")
_MISSING = frozenset(("", "..", "...", "-", "–", "n/a", "na", "nan", "null", ":"))
_HEADER_WITHIN = 20  # rows
_MOST_YEARS = 98


class _Columns(NamedTuple):
    """The columns of a table of indicators by their numbers; of a long one `time` and `value` are known."""

    place: int
    named: tuple[int, ...]
    years: tuple[tuple[int, str], ...]
    time: int | None = None
    value: int | None = None


def arrange_indicators(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """Return a table for each figure that is counted, its name above it, then what the file says of itself.

    None where the rows are no such table.
    """
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = _find_columns(row)
        figures = _gather(rows[number + 1 :], columns) if columns else None
        if columns and figures:
            written = [line for name, cells in figures.items() for line in _write(row[columns.place], name, cells)]
            return [*written, *([": ".join(filter(None, said))] for said in rows[:number])]
    return None


def _find_columns(header: Sequence[str]) -> _Columns | None:
    names = [name.strip().lower() for name in header]
    place = next((names.index(name) for name in _PLACES if name in names), None)
    if place is None:
        return None
    years = tuple((n, year[1]) for n, name in enumerate(header) if (year := _YEAR.fullmatch(name.strip())))
    time, value = (next((n for n, name in enumerate(names) if name in known), None) for known in (_TIMES, _VALUES))
    other = [n for n, name in enumerate(names) if n not in {place, time, value, *(n for n, _ in years)}]
    named = tuple(n for n in other if not _ASIDE.fullmatch(names[n]) and names[n] not in _PLACES)
    if years and other:
        return _Columns(place, named, years[-_MOST_YEARS:])
    return _Columns(place, named, (), time, value) if time is not None and value is not None else None


_Figures = dict[str, dict[str, dict[str, str]]]


def _gather(rows: Sequence[Sequence[str]], columns: _Columns) -> _Figures | None:
    """Return by the name of a figure, the place and the year what stands in its cell; None where two stand in one."""
    figures: _Figures = {}
    for row in rows:
        if len(row) <= columns.place or not row[columns.place].strip():
            continue
        name = ", ".join(filter(None, (_pick(row, column) for column in columns.named)))
        years = figures.setdefault(name, {}).setdefault(row[columns.place].strip(), {})
        for year, value in _read_years(row, columns):
            if year in years:
                return None
            if value.lower() not in _MISSING:
                years[year] = value
    return figures


def _pick(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _read_years(row: Sequence[str], columns: _Columns) -> Iterator[tuple[str, str]]:
    if columns.time is None or columns.value is None:
        yield from ((year, _pick(row, column)) for column, year in columns.years)
        return
    year = _YEAR.fullmatch(_pick(row, columns.time))
    if year:
        yield year[1], _pick(row, columns.value)


def _write(corner: str, name: str, places: Mapping[str, Mapping[str, str]]) -> Iterator[list[str]]:
    """Yield the lines of one table; a year that has no figure, and a place that has none, are left out."""
    years = sorted({year for cells in places.values() for year in cells})[-_MOST_YEARS:]
    if not years:
        return
    yield [name]
    yield [corner.strip(), *years]
    yield from ([place, *(cells.get(year, "") for year in years)] for place, cells in places.items() if cells)
