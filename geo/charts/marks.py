"""The marks of a chart on a plane: rectangles, lines, dots and words, each with its place, colour and size.

A kind of chart (geo.charts.kinds) lays its marks out once for a given width; the browser's picture and the printed one
paint the same marks. Places are counted from the upper left corner, in pixels of a plane of that width; where the plane
lies on a map (its `ground`), they are longitude and latitude, and sizes are in pixels of a map geo.maps.dots.WIDTH wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from geo.charts.maps import MapChart

Align = Literal["left", "center", "right"]
Sign = Literal["swatch", "hatch", "stripes", "dot", "ring", "circle", "line"]
# How wide signs are, as shares of their size: a little more than the fonts of page and print have them.
_WIDE, _NARROW, _CAPITAL, _DIGIT, _BROAD = 1.02, 0.53, 0.68, 0.56, 0.92
_LEADING = 1.2


class About(NamedTuple):
    """What a mark stands for: the key of its country, bar or line, that of a part, and the lines of its hover card."""

    key: str
    card: tuple[str, ...]
    part: str = ""


class Rectangle(NamedTuple):
    """A filled rectangle, hatched in a colour where it is of something left out; of what is to come the lines fall."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    about: About | None = None
    hatch: str | None = None
    falling: bool = False


class Line(NamedTuple):
    """A line through some points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0


class Dot(NamedTuple):
    """A dot with its rim; dots that stand later lie above those before."""

    x: float
    y: float
    diameter: float
    colour: str
    rim: str
    about: About | None = None


class Words(NamedTuple):
    """A text of one line; `y` is the middle of its height, `x` the end that `align` names; a `rim` sets it off."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    align: Align = "left"
    bold: bool = False
    about: About | None = None
    rim: str | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What the text covers: left, top, right, bottom."""
        width, height = measure_words(self.text, self.size), self.size * _LEADING
        left = self.x - {"left": 0.0, "center": width / 2, "right": width}[self.align]
        return left, self.y - height / 2, left + width, self.y + height / 2


Mark = Rectangle | Line | Dot | Words


class Space(NamedTuple):
    """What a chart is laid out for, in pixels: a width, and a height where what is higher has no room."""

    width: float
    height: float | None = None

    def limit(self, least: float, most: float) -> float:
        """Return the height that a chart takes that wants the most and needs the least."""
        return most if self.height is None else max(least, min(most, self.height))


class LegendKey(NamedTuple):
    """One entry of a legend: its sign and its words; a `circle` has a diameter in pixels."""

    colour: str
    words: str
    name: str
    sign: Sign = "swatch"
    diameter: float = 0.0


@dataclass(frozen=True, slots=True)
class Plane:
    """All marks of a chart, with the legend that explains them and what is to be said of them beneath.

    On a `ground` the marks lie on that map.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    legend: tuple[LegendKey, ...] = ()
    notes: tuple[str, ...] = ()
    ground: MapChart | None = None


def measure_words(text: str, size: float) -> float:
    """Return about how wide a text is, in the unit of its size; rather too wide than too narrow.

    >>> measure_words("中文", 10), measure_words("", 10)
    (20.4, 0)
    """
    return sum(_find_width(sign) for sign in text) * size


def _find_width(sign: str) -> float:
    if sign > "\u2e7f":
        return _WIDE
    if sign in "MWmw%":
        return _BROAD
    return _CAPITAL if sign.isupper() else _DIGIT if sign.isdecimal() else _NARROW


def cut_words(text: str, size: float, width: float) -> str:
    """Return a text that is no wider than so much, with an ellipsis where it was cut.

    >>> cut_words("Bosnia and Herzegovina", 10, 60)
    'Bosnia and…'
    """
    if measure_words(text, size) <= width:
        return text
    while text and measure_words(text + "…", size) > width:
        text = text[:-1].rstrip()
    return text + "…"


def wrap_words(text: str, size: float, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of a width; Chinese breaks anywhere, other words stay whole."""
    lines = [""]
    for piece in _split(text):
        if lines[-1] and measure_words((lines[-1] + piece).rstrip(), size) > width:
            lines.append("")
        lines[-1] += piece
    kept = lines[:most] if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [cut_words(line.strip(), size, width) for line in kept]


def _split(text: str) -> list[str]:
    """Return what stays together: words with the blank after them, wide signs one by one."""
    pieces: list[str] = []
    for sign in text:
        if pieces and sign <= "\u2e7f" and pieces[-1][-1] <= "\u2e7f" and pieces[-1][-1] not in " -/":
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def set_apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return places at least a gap apart, each as near to the wanted one as can be, in the order of the wanted.

    Places that would overlap form a block about the mean of what they want (the way of isotonic regression); the blocks
    are kept between `low` and `high`, as far as these leave room.
    """
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], number))
    blocks: list[list[float]] = []  # of each block: the sum of where it would begin, and how many it holds
    for rank, number in enumerate(order):
        blocks.append([wanted[number] - rank * gap, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + count]
    starts = [total / count for total, count in blocks for _ in range(int(count))]
    last = high - gap * (len(wanted) - 1)
    kept = [max(low, min(start, last)) for start in starts]
    places = [0.0] * len(wanted)
    for rank, number in enumerate(order):
        places[number] = kept[rank] + rank * gap
    return places
