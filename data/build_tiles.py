"""Make data/tiles.csv: a square of one size for each country or area, in its place in the world as far as that can be.

    python data/build_tiles.py          compare with the stored table; exit status 0 if they are equal
    python data/build_tiles.py --write  replace the stored table

Every continent is laid out for itself. The points of its areas (boundaries/areas.csv) are spread, half by their places
and half by their ranks, so that crowded parts get room; the squares of a grid are then given to the areas by the
assignment with the least squared distance (Kuhn 1955, Munkres 1957). The points are drawn together until the squares
hang together. Where a continent stands among the others is said by hand, in CONTINENTS.
"""

import argparse
import csv
import io
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from geo.maps.boundaries import read_points
from geo.reference.areas import read_areas

DATA = Path(__file__).resolve().parent
COLUMNS = ("code", "column", "row")
ANTARCTICA = "ATA"
# How far a place is told by its rank, the rest by its degrees; and how much nearer the points come with each try.
_RANKED, _NEARER = 0.5, 0.97
_MOST_TRIES = 60


class Continent(NamedTuple):
    """A continent's code in UN M49, where its upper left square stands, and how wide it is to its height.

    Longitudes are counted from `west` on, so that no date line runs through it.
    """

    code: str
    column: int
    row: int
    aspect: float
    west: float = -180


CONTINENTS = (
    Continent("019", 0, 1, 0.75),
    Continent("150", 9, 0, 1.1),
    Continent("002", 9, 9, 0.9),
    Continent("142", 19, 2, 1.25),
    Continent("009", 20, 12, 1.5, west=0),
)
# Where the area stands that is in no continent.
_ALONE = (14, 19)


def spread(values: np.ndarray) -> np.ndarray:
    """Return places from 0 to 1: half of what they are in degrees, half of their rank among all."""
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable") / (len(values) - 1)
    return (1 - _RANKED) * (values - values.min()) / np.ptp(values) + _RANKED * ranks


def assign(costs: np.ndarray) -> list[int]:
    """Return for each row of a table of costs its own column, so that the sum is the least; columns are as many or more.

    Kuhn's Hungarian method by shortest augmenting paths, a row after another.
    """
    rows, columns = costs.shape
    left, right = np.zeros(rows + 1), np.zeros(columns + 1)
    held = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        held[0], column = row, 0
        least, came = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while held[column]:
            used[column] = True
            reduced = costs[held[column] - 1] - left[held[column]] - right[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better], came[1:][better] = reduced[better], column
            following = int(np.where(used[1:], np.inf, least[1:]).argmin()) + 1
            step = least[following]
            left[held[used]] += step
            right[used] -= step
            least[~used] -= step
            column = following
        while column:
            held[column], column = held[came[column]], int(came[column])
    places = {int(row): column - 1 for column, row in enumerate(held) if column and row}
    return [places[row] for row in range(1, rows + 1)]


def hangs_together(cells: Sequence[tuple[int, int]]) -> bool:
    """Return whether one can walk from any square to any other over squares that share a side."""
    known, waiting = set(cells), [cells[0]]
    while waiting:
        column, row = waiting.pop()
        if (column, row) in known:
            known.remove((column, row))
            waiting += [(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)]
    return not known


def lay_out(continent: Continent) -> dict[str, tuple[int, int]]:
    """Return the square of each area of a continent, its upper left corner at 0, 0."""
    codes = [area.code for area in read_areas().values() if area.region == continent.code]
    points = read_points()
    across = spread(np.array([(points[code].lon - continent.west) % 360 for code in codes]))
    down = spread(np.array([-points[code].lat for code in codes]))
    height = np.sqrt(len(codes) / continent.aspect)
    places = np.column_stack([across * height * continent.aspect, down * height]) * 1.35
    for _ in range(_MOST_TRIES):
        cells = snap(places)
        if hangs_together(cells):
            break
        places = places * _NEARER
    first = [min(cell[axis] for cell in cells) for axis in (0, 1)]
    return {code: (cell[0] - first[0], cell[1] - first[1]) for code, cell in zip(codes, cells, strict=True)}


def snap(places: np.ndarray) -> list[tuple[int, int]]:
    """Return the square of a grid for each place, no two the same, all of them together as near as can be."""
    low, high = np.floor(places.min(axis=0)) - 2, np.ceil(places.max(axis=0)) + 3
    grid = [(column, row) for row in range(int(low[1]), int(high[1])) for column in range(int(low[0]), int(high[0]))]
    between = places[:, None, :] - np.array(grid)[None, :, :]
    return [grid[number] for number in assign((between**2).sum(axis=2))]


def list_tiles() -> Mapping[str, tuple[int, int]]:
    """Return column and row of every area by its code, in the order of the codes."""
    tiles = {ANTARCTICA: _ALONE}
    for continent in CONTINENTS:
        for code, (column, row) in lay_out(continent).items():
            tiles[code] = (continent.column + column, continent.row + row)
    return {code: tiles[code] for code in read_areas()}


def write_table() -> str:
    """Return the text of tiles.csv."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((code, *tile) for code, tile in list_tiles().items())
    return table.getvalue()


def main() -> int:
    """Build the table, then compare it with the stored one or replace that."""
    parser = argparse.ArgumentParser(description="Make data/tiles.csv.")
    parser.add_argument("--write", action="store_true", help="replace the stored table")
    options = parser.parse_args()
    built, stored = write_table(), DATA / "tiles.csv"
    if options.write:
        stored.write_text(built, encoding="utf-8")
    is_equal = stored.read_text(encoding="utf-8") == built
    sys.stdout.write(f"tiles.csv: {built.count(chr(10)) - 1} rows, {'equal' if is_equal else 'NOT equal'}\n")
    return 0 if is_equal else 1


if __name__ == "__main__":
    raise SystemExit(main())
