"""A square of one size for each country or area, in its place in the world as far as that can be: data/tiles.csv."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, index_rows
from geo.reference.areas import read_areas


class Tile(NamedTuple):
    """Where the square of a country or area stands: its column and its row, counted from 0 in the upper left corner."""

    code: str
    column: int
    row: int


@cache
def read_tiles() -> Mapping[str, Tile]:
    """Return the square of each country or area by its code; no two stand in one place."""
    return index_rows(find_data_folder() / "tiles.csv", _make_tile)


def _make_tile(row: Row) -> Tile:
    return Tile(choose(row, "code", read_areas()), int(row["column"]), int(row["row"]))
