"""The names that stand on a map, each beside its country or area and as clear of the others as can be."""

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from geo.maps.boundaries import Point, read_points
from geo.maps.dots import BORDER, Dot, measure_pixel
from geo.maps.earth_views import View, flatten, raise_points
from geo.maps.frame_members import list_members

Side = Literal["middle center", "top center", "bottom center", "middle right", "middle left"]
# In pixels of a map of the width that dots are placed for.
SIZE = 12.0
_HEIGHT, _GAP = 15.0, 2.0
# A name stands on its area where that is as wide as this share of the name.
_ROOMY = 1.1
# How near two parallels are between which the stretch of the map is measured, in degrees; and how far apart they lie.
_NEAR, _KM_A_DEGREE = 0.25, 111.2
# Where a text's middle stands: by how many of its own widths and heights, and on which side of the dot.
_SHIFTS: Mapping[Side, tuple[float, float]] = {
    "middle center": (0, 0),
    "top center": (0, 0.5),
    "bottom center": (0, -0.5),
    "middle right": (0.5, 0),
    "middle left": (-0.5, 0),
}


class Tag(NamedTuple):
    """A name on the map: its words, the point it belongs to in degrees, and on which side of that it stands."""

    code: str
    text: str
    lon: float
    lat: float
    side: Side


class _Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    def measure_overlap(self, other: "_Box") -> float:
        across = (self.width + other.width) / 2 - abs(self.x - other.x)
        return max(across, 0) * max((self.height + other.height) / 2 - abs(self.y - other.y), 0)


def place_tags(texts: Mapping[str, str], dots: Mapping[str, Dot], view: View) -> tuple[Tag, ...]:
    """Return a name for each code, on the side with the most room; names and dots count as taken."""
    taken = [_find_box(dot, view) for dot in dots.values()]
    tags = []
    for code, text in texts.items():
        if code in read_points() and code in list_members(view.frame):
            tag, box = _place(code, text, dots.get(code), view, taken)
            tags.append(tag)
            taken.append(box)
    return tuple(tags)


def measure_words(text: str) -> float:
    """Return about how wide a text is, in pixels: Chinese signs are twice as wide."""
    return sum(SIZE if sign > "\u2e7f" else SIZE * 0.56 for sign in text)


def _place(code: str, text: str, dot: Dot | None, view: View, taken: Sequence[_Box]) -> tuple[Tag, _Box]:
    point = read_points()[code]
    lon, lat = (dot.lon, dot.lat) if dot else (point.lon, point.lat)
    place, width = flatten(view, [lon], [lat])[0] / measure_pixel(view), measure_words(text)
    across = 0.0 if dot else _measure_area(point, view)
    # A name on a dot, or on an area that is smaller than it, would hide it.
    inside = dot is None and across >= _ROOMY * width
    away = (dot.diameter + BORDER) / 2 + _GAP if dot else 0.0 if inside else across / 2 + _GAP
    sides: list[Side] = ["middle center"] if inside else [side for side in _SHIFTS if side != "middle center"]
    box = _Box(float(place[0]), float(place[1]), width, _HEIGHT)
    boxes = {side: _shift(box, side, away) for side in sides}
    side = min(sides, key=lambda name: sum(boxes[name].measure_overlap(other) for other in taken))
    if dot is None and not inside:
        lon, lat = _move(place, side, away, view)
    return Tag(code, text, lon, lat, side), boxes[side]


def _measure_area(point: Point, view: View) -> float:
    """Return about how many pixels wide an area is on the map: as a square of its size would be."""
    low, high = flatten(view, [point.lon] * 2, [point.lat - _NEAR, point.lat + _NEAR])[:, 1]
    stretched = (high - low) / (2 * _NEAR * _KM_A_DEGREE * 1000)
    return float(math.sqrt(point.area_km2) * 1000 * stretched / measure_pixel(view))


def _move(place: np.ndarray, side: Side, away: float, view: View) -> tuple[float, float]:
    """Return the degrees so many pixels from a place, on one of its sides."""
    across, up = (math.copysign(away, one) if one else 0.0 for one in _SHIFTS[side])
    lon, lat = raise_points(view, np.array([[place[0] + across, place[1] + up]]) * measure_pixel(view))[0]
    return float(lon), float(lat)


def _shift(box: _Box, side: Side, away: float) -> _Box:
    across, up = _SHIFTS[side]
    x = box.x + across * box.width + (away if across > 0 else -away if across < 0 else 0)
    y = box.y + up * box.height + (away if up > 0 else -away if up < 0 else 0)
    return box._replace(x=x, y=y)


def _find_box(dot: Dot, view: View) -> _Box:
    x, y = flatten(view, [dot.lon], [dot.lat])[0] / measure_pixel(view)
    return _Box(float(x), float(y), dot.diameter, dot.diameter)
