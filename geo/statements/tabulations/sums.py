"""What the columns of a table of figures add up to: the parts of each, and the total they belong to."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from geo.reference.areas import read_areas
from geo.reference.regions import WORLD
from geo.statements.tabulations.cells import is_empty
from geo.statements.tabulations.columns import Row, Sheet
from geo.statements.tabulations.indicators import is_rate
from geo.statements.tabulations.labels import OF_WHICH, SUBTOTAL, TOTAL, is_rest, list_members
from geo.statements.tabulations.quantities import CellFigure
from geo.statements.tabulations.units import says_average, says_selection

# Those who make tables draw regions a little differently: Iran is in Southern Asia, and in the Middle East.
_MOST_SHARED = 0.2
_MOST_PARTS = 300
_LEAST_PARTS = 2
_WHOLE_SHARE = (99, 101)  # what shares come to when they are rounded


class ColumnSum(NamedTuple):
    """The parts of one column that do not overlap, rows such as "Others" among them, and its own total.

    `is_whole` where the table shows all parts of that total, so that a sum that differs is a disagreement. `is_complete`
    where no part's figure is missing: a dash may stand for nothing, or for what nobody knows.
    """

    parts: tuple[CellFigure, ...]
    total: CellFigure | None
    is_whole: bool
    is_complete: bool = True


def list_sums(sheet: Sheet, figures: Sequence[CellFigure]) -> Iterator[ColumnSum]:
    """Yield the sum of each column of a sheet; `figures` are those of the sheet, in order.

    Where a part cannot be read there is only something to say beside a total, and the sum stays open.
    """
    columns: dict[tuple[int, str], list[CellFigure]] = {}
    for figure in figures:
        columns.setdefault((figure.column, figure.quantity.unit), []).append(figure)
    shows_some = any(says_selection(line.text) for line in sheet.grid.caption[:1])
    for (place, unit), counted in columns.items():
        if is_rate(unit):
            continue
        is_read = _is_whole(sheet, place, counted) and not says_average(sheet.columns[place].heading.text)
        misses = _misses_part(sheet, place, counted)
        for column in _add_column(sheet, counted):
            if is_read or column.total is not None:
                complete = not misses or _exceeds(column)
                whole = column.is_whole and is_read and not shows_some and complete
                yield column._replace(is_whole=whole, is_complete=complete)


def _is_whole(sheet: Sheet, place: int, counted: Sequence[CellFigure]) -> bool:
    """Tell whether each cell of a column with something in it is among the figures of one unit."""
    read = {figure.row for figure in counted}
    return all(
        number in read or row.code == SUBTOTAL or not (row.label.text and _says_something(row.cells[place:][:1]))
        for number, row in enumerate(sheet.rows)
    )


def _misses_part(sheet: Sheet, place: int, counted: Sequence[CellFigure]) -> bool:
    """Tell whether a row that would be a part has no figure; the head of a section and a note below name none."""
    read = {figure.row for figure in counted}
    inside = [
        list_members(code) for row in read if (code := sheet.rows[row].code) not in (None, TOTAL, SUBTOTAL, WORLD)
    ]
    missing = [
        row for number, row in enumerate(sheet.rows) if number not in read and row.code not in (TOTAL, SUBTOTAL, WORLD)
    ]
    return any(_is_part(row, place, inside) for row in missing)


def _is_part(row: Row, place: int, inside: Sequence[frozenset[str]]) -> bool:
    if row.code is None:
        dashed = any(text and is_empty(text) for *_, text in row.cells[place : place + 1])
        return dashed or is_rest(row.label.text)
    members = list_members(row.code)
    return not any(other and (other <= members or members <= other) for other in inside)


def _exceeds(column: ColumnSum) -> bool:
    """Tell parts that come to more than their total, whatever is missing."""
    total = column.total.quantity if column.total else None
    return total is not None and sum(part.quantity.value for part in column.parts) > (total.value_to or total.value)


def _says_something(cell: Sequence[tuple[int, int, str]]) -> bool:
    """Tell "n/a" and words, which leave a part unknown, from an empty cell or a dash."""
    return any(character.isalnum() for *_, text in cell for character in text)


def _add_column(sheet: Sheet, counted: Sequence[CellFigure]) -> Iterator[ColumnSum]:
    codes = [sheet.rows[figure.row].code for figure in counted]
    totals = [figure for figure, code in zip(counted, codes, strict=True) if code in (TOTAL, WORLD)]
    parts = [
        (figure, code)
        for figure, code in zip(counted, codes, strict=True)
        if code not in (TOTAL, WORLD) and not (code is None and OF_WHICH.match(sheet.rows[figure.row].label.text))
    ]
    chosen = _choose_parts(tuple(code for _, code in parts)) if len(parts) <= _MOST_PARTS else ()
    if len(chosen) >= _LEAST_PARTS and len(totals) <= 1:
        rows = [parts[place] for place in chosen]
        total = totals[0] if totals else None
        yield from _list_sensible(ColumnSum(tuple(part for part, _ in rows), total, _is_divided(sheet, total, rows)))


def _is_divided(sheet: Sheet, total: CellFigure | None, rows: Sequence[tuple[CellFigure, str | None]]) -> bool:
    """Tell whether the rows are all of a total; a few countries beside the world are not, nor is a place unknown."""
    if total is None or any(code is None and not is_rest(sheet.rows[part.row].label.text) for part, code in rows):
        return False
    codes = [code for _, code in rows]
    return sheet.rows[total.row].code == TOTAL or None in codes or not any(code in read_areas() for code in codes)


def _list_sensible(column: ColumnSum) -> Iterator[ColumnSum]:
    """Yield the sum of what can be added: shares of one whole, and nameless numbers that do come to their total."""
    unit = column.parts[0].quantity.unit
    found = sum(part.quantity.value for part in column.parts)
    stated = column.total.quantity.value if column.total else None
    least, most = _WHOLE_SHARE
    if unit == "percent" and (found > most if stated is None else not least <= stated <= most):
        return
    yield column._replace(is_whole=False) if unit == "number" else column


@lru_cache(maxsize=64)
def _choose_parts(codes: tuple[str | None, ...]) -> tuple[int, ...]:
    """Return the places of the rows that lie in no other row, none where some overlap: Europe beside the EU."""
    members = [list_members(code) if code else frozenset[str]() for code in codes]
    inside = {place for place, its in enumerate(members) if its and any(its < other for other in members)}
    kept = [place for place in range(len(codes)) if place not in inside]
    overlap = any(_share(members[one], members[other]) for one, other in combinations(kept, 2))
    return () if overlap or _repeat(codes) else tuple(kept)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _MOST_SHARED * min(len(one), len(other))


def _repeat(codes: tuple[str | None, ...]) -> bool:
    known = [code for code in codes if code is not None]
    return len(known) != len(set(known))
