"""Diagonal lines over an area, in degrees: of what is left out, of what is to come, of a region without a named country."""

import math
from collections.abc import Collection
from functools import lru_cache
from typing import TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.boundaries import Boundaries, read_boundaries

# About so many lines across the area, none nearer to the next than so many degrees.
_LINES, _NEAREST = 15, 0.5
# A long line is cut into pieces that bend with the map; no piece is longer, in degrees.
_STEP = 6.0
# What is left of a line on an islet, as a share of the way to the next line, is no sign of anything.
_SHORTEST = 0.1
# What is finer than this, in degrees, a hatch does not show.
_TOLERANCE, _DIGITS = 0.1, 2
Line: TypeAlias = list[tuple[float, float]]


def hatch(
    codes: Collection[str], shapes: Boundaries | None = None, gap: float | None = None, *, falling: bool = False
) -> list[Line]:
    """Return lines from lower left to upper right over some areas together, each a list of (lon, lat).

    Lines that are `falling` go from upper left to lower right. Their `gap` in degrees suits the area where none is given.
    `shapes` are boundaries of the user's own.
    """
    wanted = tuple(sorted(codes))
    return _hatch(wanted, gap, falling) if shapes is None else _hatch_shapes(shapes, wanted, gap, falling)


@lru_cache(maxsize=256)
def _hatch(codes: tuple[str, ...], gap: float | None, falling: bool) -> list[Line]:
    return _hatch_shapes(read_boundaries(), codes, gap, falling)


def _hatch_shapes(shapes: Boundaries, codes: tuple[str, ...], gap: float | None, falling: bool) -> list[Line]:
    found = [shape.simplify(_TOLERANCE) for shape in shapes.geometry[shapes["code"].isin(codes)]]
    area = shapely.union_all([shapely.make_valid(shape) for shape in found])
    if area.is_empty:
        return []
    step = gap or max(_NEAREST, math.sqrt(2 * area.area) / _LINES)
    cut = shapely.get_parts(shapely.segmentize(area.intersection(_rule(area, step, falling)), _STEP))
    return [
        [(round(lon, _DIGITS), round(lat, _DIGITS)) for lon, lat in shapely.get_coordinates(line)]
        for line in cut
        if line.geom_type == "LineString" and line.length >= _SHORTEST * step
    ]


def _rule(area: BaseGeometry, gap: float, falling: bool) -> BaseGeometry:
    """Return parallel lines under half a right angle over the bounds of an area; `gap` is measured along a parallel."""
    west, south, east, north = area.bounds
    low, high = (-north, -south) if falling else (south, north)
    first, last = math.floor((west - high) / gap), math.ceil((east - low) / gap)
    # On a grid of all the earth: the hatches of two neighbours run on into each other.
    starts = (number * gap for number in range(first, last + 1))
    lean = -1 if falling else 1
    return shapely.MultiLineString([[(x + lean * south, south), (x + lean * north, north)] for x in starts])
