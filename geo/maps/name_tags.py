"""The names that stand on a map, each beside its country or area and as clear of the others as can be."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from geo.maps.boundaries import read_points
from geo.maps.dots import BORDER, Dot, measure_pixel
from geo.maps.earth_views import View, flatten

Side = Literal["middle center", "top center", "bottom center", "middle right", "middle left"]
# In pixels of a map of the width that dots are placed for.
SIZE = 12.0
_HEIGHT, _GAP = 15.0, 2.0
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
        if code in read_points():
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
    x, y = flatten(view, [lon], [lat])[0] / measure_pixel(view)
    away = (dot.diameter + BORDER) / 2 + _GAP if dot else 0.0
    width = measure_words(text)
    # A name on a dot would hide it.
    sides = [side for side in _SHIFTS if dot is None or side != "middle center"]
    boxes = {side: _shift(_Box(x, y, width, _HEIGHT), side, away) for side in sides}
    side = min(sides, key=lambda name: sum(boxes[name].measure_overlap(other) for other in taken))
    return Tag(code, text, lon, lat, side), boxes[side]


def _shift(box: _Box, side: Side, away: float) -> _Box:
    across, up = _SHIFTS[side]
    x = box.x + across * box.width + (away if across > 0 else -away if across < 0 else 0)
    y = box.y + up * box.height + (away if up > 0 else -away if up < 0 else 0)
    return box._replace(x=x, y=y)


def _find_box(dot: Dot, view: View) -> _Box:
    x, y = flatten(view, [dot.lon], [dot.lat])[0] / measure_pixel(view)
    return _Box(float(x), float(y), dot.diameter, dot.diameter)
