"""Dots: a row a country or area with a dot for each of two sides and the line between them, the largest rise first."""

import math
from collections.abc import Iterator, Sequence

from geo.charts.chart_kinds import SIDES, ChartKind, KindWords
from geo.charts.decimals import write_decimal
from geo.charts.differences import colour_direction, write_difference
from geo.charts.marks import Dot, LegendKey, Line, Mark, Plane, Space, Words, cut_words, measure_words
from geo.charts.palettes import Palette, palette
from geo.charts.side_pairs import Pair, count_single, list_pairs, tabulate_pairs
from geo.charts.two_maps import TwoMapsChart

MOST_ROWS, _LEAST_ROWS = 20, 10
_STEP, _SIZE, _SMALL, _DOT = 25.0, 12.5, 11.0, 11.0
# The room for names (as a share of the width, and at most), for the difference at the right, and beside a value.
_SHARE, _WIDEST, _DIFFERENCE, _BESIDE = 0.34, 190.0, 54.0, 16.0
_FIRST_ROW = 0.8
# What stands above and below the rows, in rows.
_AROUND = 2 * _FIRST_ROW - 1
# What a quotient may fall short of a whole number by being one of fractions.
_NEAR = 1e-6

WORDS = {
    "en": {
        "name": "dots",
        "about": "Hollow is A, filled is B; at the right the difference, B less A.",
        "rest": "The {drawn} largest differences of {count}; the table has all.",
        "single": "{count} with a figure on one side alone are in the table only.",
    },
    "zh": {
        "name": "点图",
        "about": "空心为A，实心为B；右侧为两者之差（B减A）。",
        "rest": "共{count}个，图中为差别最大的{drawn}个；表中为全部。",
        "single": "另有{count}个国家或地区只有一侧有数字，仅列于表中。",
    },
}


def _lay_out(chart: TwoMapsChart, words: KindWords, space: Space) -> Plane:
    pairs, width = list(list_pairs(chart)), space.width
    most = math.floor(space.limit(_measure(_LEAST_ROWS), _measure(MOST_ROWS)) / _STEP - _AROUND + _NEAR)
    rows = sorted(pairs[:most], key=lambda pair: (-pair.difference, -max(pair.values), pair.code))
    colours = palette(chart.look.theme)
    marks = [mark for number, pair in enumerate(rows) for mark in _draw_row(pair, number, rows, width, chart)]
    notes = [words("rest", {"drawn": most, "count": len(pairs)})] if len(pairs) > most else []
    if single := count_single(chart):
        notes.append(words("single", {"count": single}))
    signs = zip(chart.names, ("ring", "dot"), ("first", "second"), strict=False)
    legend = tuple(LegendKey(colours.ink, said, name, sign) for said, sign, name in signs)  # type: ignore[arg-type]
    return Plane(width, _measure(len(rows)), tuple(marks), legend, tuple(notes))


def _measure(rows: int) -> float:
    """Return how high so many rows are."""
    return _STEP * (rows + _AROUND)


def _draw_row(pair: Pair, number: int, rows: Sequence[Pair], width: float, chart: TwoMapsChart) -> Iterator[Mark]:
    """Yield the name, the way from one side to the other with its ends and values, and the difference."""
    colours, y = palette(chart.look.theme), _STEP * (number + _FIRST_ROW)
    room = min(max(measure_words(row.name, _SIZE) for row in rows), width * _SHARE, _WIDEST)
    value = max(measure_words(write_decimal(value), _SMALL) for row in rows for value in row.values) + _BESIDE
    left, right = room + value, width - _DIFFERENCE - value
    longest = max(value for row in rows for value in row.values) or 1.0
    first, second = (left + (right - left) * value / longest for value in pair.values)
    colour = colour_direction(pair.difference, chart.look.theme)
    yield Line(((left, y), (right, y)), colours.rest)
    yield Words(room, y, cut_words(pair.name, _SIZE, room), _SIZE, colours.ink, "right", about=pair.about)
    yield Line(((first, y), (second, y)), colour, 3.0)
    yield Dot(first, y, _DOT, colours.paper, colour, pair.about)
    yield Dot(second, y, _DOT if first != second else _DOT / 2, colour, colour, pair.about)
    yield from _write_values(pair, (first, second), y, colours)
    yield Words(width, y, write_difference(pair.difference), _SIZE, colour, "right", bold=True, about=pair.about)


def _write_values(pair: Pair, ends: tuple[float, float], y: float, colours: Palette) -> Iterator[Mark]:
    """Yield both values outside of the dots, where they are alike one alone."""
    away = _DOT / 2 + 4
    told = sorted(zip(ends, pair.values, strict=True))
    if told[0] != told[1]:
        yield Words(told[0][0] - away, y, write_decimal(told[0][1]), _SMALL, colours.faint_ink, "right")
    yield Words(told[1][0] + away, y, write_decimal(told[1][1]), _SMALL, colours.faint_ink)


KIND = ChartKind("dots", SIDES, WORDS, _lay_out, tabulate_pairs)
