"""What the columns of a table of figures add up to: the parts of each, and the total they belong to."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from geo.reference.regions import WORLD
from geo.statements.tabulations.columns import Sheet
from geo.statements.tabulations.labels import OF_WHICH, SUBTOTAL, TOTAL, list_members
from geo.statements.tabulations.quantities import CellFigure

# Those who make tables draw regions a little differently: Iran is in Southern Asia, and in the Middle East.
_MOST_SHARED = 0.2
_MOST_PARTS = 300
_LEAST_PARTS = 2


class ColumnSum(NamedTuple):
    """The parts of one column that do not overlap, rows such as "Others" among them, and its own total."""

    parts: tuple[CellFigure, ...]
    total: CellFigure | None


def list_sums(sheet: Sheet, figures: Sequence[CellFigure]) -> Iterator[ColumnSum]:
    """Yield the sum of each column of a sheet whose parts are all there; `figures` are those of the sheet, in order."""
    columns: dict[tuple[int, str], list[CellFigure]] = {}
    for figure in figures:
        columns.setdefault((figure.column, figure.quantity.unit), []).append(figure)
    for (place, _), counted in columns.items():
        if _is_whole(sheet, place, counted):
            yield from _add_column(sheet, counted)


def _is_whole(sheet: Sheet, place: int, counted: Sequence[CellFigure]) -> bool:
    """Tell whether each cell of a column with something in it is among the figures of one unit."""
    read = {figure.row for figure in counted}
    return all(
        number in read or row.code == SUBTOTAL or not (row.label.text and _says_something(row.cells[place:][:1]))
        for number, row in enumerate(sheet.rows)
    )


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
        yield ColumnSum(tuple(parts[place][0] for place in chosen), totals[0] if totals else None)


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
