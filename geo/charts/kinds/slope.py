"""Slope: a line for each country or area from its value on one side to that on the other; the largest changes are named."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.charts.chart_kinds import SIDES, ChartKind, KindWords
from geo.charts.decimals import write_decimal
from geo.charts.differences import colour_direction
from geo.charts.marks import (
    Align,
    Dot,
    LegendKey,
    Line,
    Mark,
    Plane,
    Space,
    Words,
    cut_words,
    measure_words,
    set_apart,
    wrap_words,
)
from geo.charts.palettes import palette
from geo.charts.side_pairs import Pair, count_single, list_pairs, tabulate_pairs
from geo.charts.two_maps import TwoMapsChart

MOST_NAMED = 12
_SIZE, _GAP, _HEAD, _HEAD_LINES = 12.0, 16.0, 13.0, 2
# How high the lines are at most and at least, the widest label as a share of the width and in pixels, and how far it stands from its dot.
_HIGHEST, _LOWEST, _SHARE, _WIDEST, _AWAY = 380.0, 210.0, 0.32, 210.0, 14.0
_DOT, _FAINT_DOT = 9.0, 5.0
# A label that was moved by more has a line that leads to it.
_MOVED = 3.0
# Which end of a label stands at its dot, on either side.
_ALIGNS: tuple[Align, Align] = ("right", "left")

WORDS = {
    "en": {
        "name": "slope",
        "about": "Each line is a country or area; the twelve largest differences are named.",
        "rise": "more in B",
        "fall": "fewer in B",
        "same": "as many in both",
        "other": "the others",
        "single": "{count} with a figure on one side alone are in the table only.",
    },
    "zh": {
        "name": "斜率图",
        "about": "每条线为一个国家或地区；标出差别最大的十二个。",
        "rise": "B较多",
        "fall": "B较少",
        "same": "两侧相同",
        "other": "其余",
        "single": "另有{count}个国家或地区只有一侧有数字，仅列于表中。",
    },
}


class _Beside(NamedTuple):
    """Where the labels of one side stand: the end of the lines, how wide labels may be, and how high the lines are."""

    end: float
    room: float
    height: float


def _lay_out(chart: TwoMapsChart, words: KindWords, space: Space) -> Plane:
    pairs, width = list(list_pairs(chart)), space.width
    named, others = pairs[:MOST_NAMED], pairs[MOST_NAMED:]
    top, room = 2 * _HEAD_LINES * _HEAD, _find_room(named, width)
    ends = (room + _AWAY, width - room - _AWAY)
    height = space.limit(top + _LOWEST + _GAP, top + _HIGHEST + _GAP) - top - _GAP
    marks = [*_write_heads(chart, width)]
    if pairs:
        longest = max(value for pair in pairs for value in pair.values) or 1.0
        places = {p.code: _place(p, longest, (top, height)) for p in pairs}
        marks += _draw(others, places, ends, chart, faint=True)
        marks += _draw(named[::-1], places, ends, chart, faint=False)
        marks += [
            mark for side in (0, 1) for mark in _label(named, side, places, _Beside(ends[side], room, height), chart)
        ]
    single = count_single(chart)
    notes = (words("single", {"count": single}),) if single else ()
    legend = tuple(_list_keys(chart, words, named, others))
    return Plane(width, top + height + _GAP, tuple(marks), legend, notes)


def _find_room(named: Sequence[Pair], width: float) -> float:
    """Return how wide the labels of either side may be: as the widest needs it, as far as the lines keep their room."""
    needed = (measure_words(f"{one.name} {write_decimal(value)}", _SIZE) for one in named for value in one.values)
    return min(max(needed, default=0.0), width * _SHARE, _WIDEST)


def _place(pair: Pair, longest: float, lines: tuple[float, float]) -> tuple[float, float]:
    """Return how far down both ends of a line are; `lines` are where all begin and how high they are."""
    top, height = lines
    first, second = (top + height * (1 - value / longest) for value in pair.values)
    return first, second


def _write_heads(chart: TwoMapsChart, width: float) -> Iterator[Mark]:
    """Yield the names of both sides over their ends of the lines."""
    ink, sides = palette(chart.look.theme).ink, (0.0, width)
    for name, x, align in zip(chart.names, sides, reversed(_ALIGNS), strict=False):
        for number, line in enumerate(wrap_words(name, _HEAD, width / 2 - _AWAY, _HEAD_LINES)):
            yield Words(x, (number + 0.6) * _HEAD * 1.25, line, _HEAD, ink, align, bold=True)


def _draw(
    pairs: Sequence[Pair],
    places: dict[str, tuple[float, float]],
    ends: tuple[float, float],
    chart: TwoMapsChart,
    *,
    faint: bool,
) -> list[Mark]:
    """Return the lines with a dot at each end; hollow where a side has none."""
    colours, theme = palette(chart.look.theme), chart.look.theme
    marks: list[Mark] = []
    for pair in pairs:
        colour = colours.border if faint else colour_direction(pair.difference, theme)
        points = tuple(zip(ends, places[pair.code], strict=True))
        marks.append(Line(points, colour, 1.0 if faint else 2.0))
        for side, (x, y) in enumerate(points):
            inside = colours.paper if side == pair.missing else colour
            marks.append(Dot(x, y, _FAINT_DOT if faint else _DOT, inside, colour, pair.about))
    return marks


def _label(
    pairs: Sequence[Pair],
    side: int,
    places: dict[str, tuple[float, float]],
    beside: _Beside,
    chart: TwoMapsChart,
) -> Iterator[Mark]:
    """Yield the labels of one side, moved apart, each with a line to its dot where it was moved."""
    colours, end = palette(chart.look.theme), beside.end
    top, turn = 2 * _HEAD_LINES * _HEAD, -1 if side == 0 else 1
    wanted = [places[pair.code][side] for pair in pairs]
    for pair, y, own in zip(pairs, set_apart(wanted, _GAP, top, top + beside.height + _GAP / 2), wanted, strict=True):
        x, value = end + turn * _AWAY, write_decimal(pair.values[side])
        name = cut_words(pair.name, _SIZE, beside.room - measure_words(f" {value}", _SIZE) + 0.1)
        text = f"{name} {value}" if side == 0 else f"{value} {name}"
        if abs(y - own) > _MOVED:
            yield Line(((x - turn * 2, y), (end + turn * _DOT / 2, own)), colours.border)
        yield Words(x, y, text, _SIZE, colours.ink, _ALIGNS[side], about=pair.about)


def _list_keys(
    chart: TwoMapsChart, words: KindWords, named: Sequence[Pair], others: Sequence[Pair]
) -> Iterator[LegendKey]:
    """Yield the colours that are drawn, each with its words."""
    signs = {(pair.difference > 0) - (pair.difference < 0) for pair in named}
    for sign, key in ((1, "rise"), (-1, "fall"), (0, "same")):
        if sign in signs:
            yield LegendKey(colour_direction(sign, chart.look.theme), words(key), key)
    if others:
        yield LegendKey(palette(chart.look.theme).border, words("other"), "other")


KIND = ChartKind("slope", SIDES, WORDS, _lay_out, tabulate_pairs)
