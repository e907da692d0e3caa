"""Tiles: a square of one size for each country or area, in its place in the world, coloured by the classes of the map.

Small states count as much as large ones. On a narrow plane the continents stand one below another, so that a square is
as large as a finger; where so many have no room, two beside each other or as on a wide one, whichever has the larger squares.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from geo.charts.cards import describe_areas, list_class_keys, tabulate_areas
from geo.charts.chart_kinds import COUNTRIES, ChartKind, KindWords
from geo.charts.inks import choose_ink
from geo.charts.maps import MapChart
from geo.charts.marks import Mark, Plane, Rectangle, Space, Words
from geo.charts.palettes import palette
from geo.maps.tiles import Tile, read_tiles
from geo.reference.areas import read_areas
from geo.reference.places import find_alpha_2, name_place

# Narrower than this, the continents stand below each other, in this order; of two beside each other one before the other.
_NARROW = 500
_CONTINENTS = ("019", "150", "002", "142", "009")
_ALONE, _PAIRED = tuple((one,) for one in _CONTINENTS), (("019", "150"), ("002", "142"), ("009",))
_LARGEST, _GAP = 34.0, 0.06
# The size of a code as a share of its square; a square smaller than this has room for two letters, not for three.
_CODE, _CODE_SHORT, _ROOM = 0.33, 0.42, 25.0
# A code is at least so large, but no larger than this share of its square: "MW" would run into the next. A square that
# is smaller than the smallest has no room for letters that can be read.
_LEAST_CODE, _MOST_CODE, _SMALLEST = 9.0, 0.6, 13.0
# A continent's name, and the most of its row that it takes.
_HEADING, _MOST_HEADING = 12.0, 0.8
# How high the ground of a code on a hatched square is.
_PLATE = 0.46
# A continent's name stands in the row above its squares, as far as these columns from its left.
_NAMED_COLUMNS = 4

WORDS = {
    "en": {
        "name": "tiles",
        "about": "Each country or area is a square of one size, near its place in the world.",
    },
    "zh": {"name": "方格", "about": "每个国家或地区为一个同样大小的方格，位置接近其在世界上的方位。"},
}


class _Placed(NamedTuple):
    """Where the squares of a continent stand, and where its name begins; in squares."""

    name: str
    tiles: tuple[Tile, ...]
    column: float
    row: float


def _lay_out(chart: MapChart, words: KindWords, space: Space) -> Plane:
    width, narrow = space.width, space.width < _NARROW
    placed = list(_stack(chart.look.language, _ALONE) if narrow else _spread(chart.look.language))
    columns, rows = _measure(placed)
    size = min(width / columns, _LARGEST if narrow else width)
    if narrow and space.height is not None and rows * size > space.height:
        placed, size = _choose(chart.look.language, width, space.height)
        columns, rows = _measure(placed)
        width = columns * size
    marks = [mark for one in placed for mark in _paint(one, chart, size)]
    return Plane(width, rows * size, tuple(marks), list_class_keys(chart))


def _choose(language: str, width: float, height: float) -> tuple[list[_Placed], float]:
    """Return the continents as their squares are largest on a plane so wide and high, and how large these are."""
    offered = [list(_stack(language, _PAIRED)), list(_spread(language))]

    def find_size(placed: Sequence[_Placed]) -> float:
        columns, rows = _measure(placed)
        return max(min(width / columns, height / rows, _LARGEST), _SMALLEST)

    placed = max(offered, key=find_size)
    return placed, find_size(placed)


def _measure(placed: Sequence[_Placed]) -> tuple[float, float]:
    """Return how many columns and rows of squares there are."""
    columns = max(tile.column for one in placed for tile in one.tiles) + 1
    rows = max(tile.row for one in placed for tile in one.tiles) + 1
    return columns, rows


def _list_continents() -> Mapping[str, tuple[Tile, ...]]:
    areas, tiles = read_areas(), read_tiles()
    return {
        region: tuple(tile for code, tile in tiles.items() if areas[code].region == region) for region in _CONTINENTS
    }


def _spread(language: str) -> Iterator[_Placed]:
    """Yield the continents, each in its place in the world, and what is in none."""
    for region, tiles in _list_continents().items():
        left = min(tile.column for tile in tiles)
        top = min(tile.row for tile in tiles if tile.column < left + _NAMED_COLUMNS)
        yield _Placed(name_place(region, language), tiles, left, top - 1)
    areas = read_areas()
    yield _Placed("", tuple(tile for code, tile in read_tiles().items() if areas[code].region is None), 0, 0)


def _stack(language: str, lines: Iterable[Sequence[str]]) -> Iterator[_Placed]:
    """Yield the continents line below line, above each a row for its name; what is in none has the last row."""
    top, found = 1, _list_continents()
    for line in lines:
        left, end = 0, top
        for region in line:
            tiles = found[region]
            first, row = min(tile.column for tile in tiles), min(tile.row for tile in tiles)
            moved = tuple(tile._replace(column=tile.column - first + left, row=tile.row - row + top) for tile in tiles)
            yield _Placed(name_place(region, language), moved, left, top - 1)
            left, end = max(tile.column for tile in moved) + 2, max(end, max(tile.row for tile in moved))
        top = end + 2
    areas = read_areas()
    alone = [tile for code, tile in read_tiles().items() if areas[code].region is None]
    yield _Placed("", tuple(tile._replace(column=n, row=top) for n, tile in enumerate(alone)), 0, 0)


def _paint(placed: _Placed, chart: MapChart, size: float) -> Iterator[Mark]:
    """Yield the name of a continent and its squares, each with its code."""
    colours, abouts = palette(chart.look.theme), describe_areas(chart)
    found, stripes = dict(zip(chart.rows["code"], chart.rows["colour"], strict=True)), chart.stripes
    heading = min(_HEADING, _MOST_HEADING * size)
    if placed.name:
        yield Words(placed.column * size, (placed.row + 0.55) * size, placed.name, heading, colours.faint_ink)
    for tile in placed.tiles:
        colour, about, side = found.get(tile.code, colours.no_data), abouts[tile.code], size * (1 - _GAP)
        left_out = tile.code in chart.left_out
        striped = tile.code in stripes
        hatch, rim = (
            (colours.faint_ink, colours.no_data) if left_out else (stripes.get(tile.code), colour if striped else None)
        )
        yield Rectangle(tile.column * size, tile.row * size, side, side, colour, about, hatch, striped)
        if left_out or striped:  # or the lines would run through its code
            plate = (1 - _PLATE) * side / 2
            place = (tile.column * size + plate / 3, tile.row * size + plate)
            yield Rectangle(*place, side - plate / 1.5, side * _PLATE, colour, about)
        code, share = (tile.code, _CODE) if size >= _ROOM else (find_alpha_2(tile.code), _CODE_SHORT)
        middle = (tile.column * size + side / 2, tile.row * size + side / 2)
        ink = choose_ink(colour) if tile.code in found else colours.ink if left_out else colours.faint_ink
        yield Words(
            *middle, code, min(max(size * share, _LEAST_CODE), size * _MOST_CODE), ink, "center", left_out, about, rim
        )


KIND = ChartKind("tiles", COUNTRIES, WORDS, _lay_out, tabulate_areas, frozenset({"classes", "hue"}))
