"""Symbols: a circle for each country or area on the map, as large in area as its value; small ones lie above large ones."""

import math
from collections.abc import Iterator
from dataclasses import replace

from geo.charts.cards import describe_areas, list_other_keys, list_to_come_keys, tabulate_areas
from geo.charts.chart_kinds import COUNTRIES, ChartKind, Heeded, KindWords
from geo.charts.decimals import write_decimal
from geo.charts.maps import MapChart, choose_writer
from geo.charts.marks import Dot, LegendKey, Plane, Space
from geo.charts.palettes import palette
from geo.maps.boundaries import read_points
from geo.maps.dots import WIDTH
from geo.maps.earth_views import ASPECT
from geo.maps.frame_members import list_members

# The diameter of the largest circle, in pixels of a map of the usual width.
_LARGEST = 56.0
# The legend has the largest round number, and about so much of it.
_SHARES = (1.0, 0.25, 0.05)
# Circles let those beneath them be seen.
_ALPHA = "c8"
# What lies in the circles of those of which nothing is told but what is to come: they can be pointed at.
_HOLLOW = "#ffffff00"

WORDS = {
    "en": {
        "name": "symbols",
        "about": "The area of a circle stands for the value; a country or area without a circle has none.",
    },
    "zh": {"name": "圆圈", "about": "圆圈的面积表示数值；没有圆圈的国家或地区没有数值。"},
}


def _lay_out(chart: MapChart, words: KindWords, space: Space) -> Plane:
    """Return the circles; a map has its own width, and shrinks them on a narrower one."""
    # A map of a part of the world has the circles of that part alone.
    shown = chart.rows[chart.rows["code"].isin(list_members(chart.options.view.frame))]
    largest = float(shown["value"].max()) if len(shown) else 0.0
    colours = palette(chart.look.theme, chart.options.hue)
    colour, legend = colours.steps[2] + _ALPHA, tuple(_list_circles(chart, largest))
    other = list_other_keys(chart, "ring" if chart.options.borders == "none" else "hatch")
    return Plane(
        WIDTH,
        WIDTH / ASPECT,
        tuple(_draw(replace(chart, rows=shown), largest, colour, colours.paper)),
        (*legend, *list_to_come_keys(chart, "ring", colours.steps[2]), *other),
        ground=_bare(chart),
    )


def measure_circle(value: float, largest: float) -> float:
    """Return the diameter of the circle of a value: twice the value has twice the area.

    >>> measure_circle(100, 100), measure_circle(25, 100), measure_circle(0, 100)
    (56.0, 28.0, 0.0)
    """
    return _LARGEST * math.sqrt(value / largest) if largest else 0.0


def list_round(largest: float, whole: bool) -> tuple[float, ...]:
    """Return the values of the legend: the largest 1, 2 or 5 with noughts that some value reaches, and two smaller ones.

    >>> list_round(137, whole=True), list_round(3, whole=True), list_round(0.07, whole=False)
    ((100.0, 20.0, 5.0), (2.0, 1.0), (0.05, 0.01, 0.002))
    """
    found = dict.fromkeys(_round_down(largest * share) for share in _SHARES if largest > 0)
    if whole:
        found = dict.fromkeys(max(value, 1.0) for value in found)
    return tuple(found)


def _round_down(value: float) -> float:
    tens = 10.0 ** math.floor(math.log10(value))
    step = max(step for step in (1, 2, 5) if step * tens <= value * (1 + 1e-9))
    return float(f"{step * tens:.12g}")


def _draw(chart: MapChart, largest: float, colour: str, rim: str) -> Iterator[Dot]:
    """Yield the circles of what is above 0, the largest first, that those above it can be seen."""
    points, abouts = read_points(), describe_areas(chart)
    for code, value in zip(chart.rows["code"], chart.rows["value"], strict=True):
        if value > 0 and code in points:
            look = (_HOLLOW, colour) if code in chart.to_come.alone else (colour, rim)
            yield Dot(points[code].lon, points[code].lat, measure_circle(value, largest), *look, abouts[code])


def _list_circles(chart: MapChart, largest: float) -> Iterator[LegendKey]:
    """Yield the circles of the legend."""
    write = choose_writer(chart.look, stated=True) if chart.figures else write_decimal
    whole = all(float(value).is_integer() for value in chart.rows["value"])
    colour = palette(chart.look.theme, chart.options.hue).steps[2] + _ALPHA
    for number, value in enumerate(list_round(largest, whole)):
        name = f"circle-{number}"
        yield LegendKey(colour, write(value), name, "circle", measure_circle(value, largest))


def _bare(chart: MapChart) -> MapChart:
    """Return the map beneath: every area in the colour of what has no value, and no dot where a circle will be."""
    no_data = palette(chart.look.theme).no_data
    dots = {code: dot for code, dot in chart.dots.items() if code in chart.left_out}
    rows, classes = chart.rows.assign(colour=no_data, dot=False), tuple(one._replace(label="") for one in chart.classes)
    bare = replace(chart, rows=rows, classes=classes, colours=(no_data,) * len(classes), dots=dots)
    # Hollow circles show what is to come; the cards of the areas say it.
    return replace(bare, to_come=chart.to_come._replace(striped=False))


_HEEDS: frozenset[Heeded] = frozenset({"frame", "hue", "projection", "borders", "names"})
KIND = ChartKind("symbols", COUNTRIES, WORDS, _lay_out, tabulate_areas, _HEEDS)
