"""Columns: the bars of the page *Compare* standing upright, for months or a few rows, each with its name beneath it."""

import math
from collections.abc import Generator, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

from geo.charts.chart_kinds import BARS, ChartKind, KindWords
from geo.charts.dimensions import StackPart
from geo.charts.inks import choose_ink
from geo.charts.marks import About, LegendKey, Line, Mark, Plane, Rectangle, Space, Words, measure_words, wrap_words
from geo.charts.palettes import palette
from geo.charts.stacked_bars import StacksChart, find_longest

_HIGHEST, _LOWEST, _HEAD, _SIZE, _SMALL, _LINE = 300.0, 150.0, 20.0, 11.5, 10.5, 14.0
# How wide a column is at least: one of a month, whose name may be left out, and one with a name of its own; and at most.
_LEAST_MONTH, _LEAST, _MOST, _SHARE = 11.0, 62.0, 110.0, 0.76
_NAME_LINES = 3
# Of a column by the keys of its parts: value and share.
Cells: TypeAlias = Mapping[Hashable, Mapping[Hashable, Any]]

WORDS = {
    "en": {
        "name": "columns",
        "about": "Each column is as high as its total.",
        "rest": "{count} more have no room here; the table has them all.",
    },
    "zh": {"name": "柱形图", "about": "柱高表示总数。", "rest": "另有{count}项此处排不下，见下表。"},
}


class _Room(NamedTuple):
    """Where the columns stand: the width of each with its gap, how far down their foot is, and what a value of 1 is high."""

    step: float
    foot: float
    scale: float


def _lay_out(chart: StacksChart, words: KindWords, space: Space) -> Plane:
    by_month, width = chart.layout.rows == "month", space.width
    most = int(width // (_LEAST_MONTH if by_month else _LEAST))
    rows = chart.rows.tail(most) if by_month else chart.choose(most)
    longest = 1.0 if chart.shares else find_longest(chart)
    below = _LINE * (_NAME_LINES + 2)
    foot = space.limit(_LOWEST + below, _HIGHEST + below) - below
    room = _Room(min(width / max(len(rows), 1), _MOST), foot, (foot - _HEAD) / longest)
    parts, colours = list_drawn(chart), palette(chart.look.theme)
    marks = list(_draw_columns(chart, rows, parts, room))
    marks.append(Line(((0, foot), (len(rows) * room.step, foot)), colours.faint_ink))
    names = list(_write_names(rows, room, by_month, colours.ink))
    height = foot + _LINE * (max((round((one.y - foot) / _LINE) for one in names), default=0) + 1)
    if left := len(chart.rows) - len(rows):
        names.append(Words(0, height + _LINE / 2, words("rest", {"count": left}), _SIZE, colours.faint_ink))
        height += _LINE * 1.5
    keys = [LegendKey(part.colour, part.name, f"part-{part.key}") for part in parts if part.key]
    return Plane(width, height, (*marks, *names), tuple(keys))


def list_drawn(chart: StacksChart) -> tuple[StackPart, ...]:
    """Return the parts that are drawn: one that is the whole column, where the parts overlap."""
    if chart.stacked:
        return chart.parts
    return (StackPart("", chart.look.words("stacks.all"), palette(chart.look.theme).steps[-2]),)


def _draw_columns(chart: StacksChart, rows: pd.DataFrame, parts: Sequence[StackPart], room: _Room) -> Iterator[Mark]:
    by_row: dict[Hashable, Cells] = {
        key: found.set_index("part").to_dict("index") for key, found in chart.cells.groupby("row")
    }
    for number, (key, name, total) in enumerate(zip(rows["key"], rows["name"], rows["total"], strict=True)):
        middle = (number + 0.5) * room.step
        whole: Cells = {"": {"value": total, "share": 1.0}}
        cells: Cells = by_row.get(key, {}) if chart.stacked and parts[0].key else whole
        top = yield from _draw_column(chart, (key, name), cells, parts, (middle, room))
        ink = palette(chart.look.theme).ink
        if measure_words(chart.write(key, total), _SIZE) < room.step:
            about = About(key, (name, chart.write(key, total)))
            yield Words(middle, top - _LINE / 2, chart.write(key, total), _SIZE, ink, "center", True, about)


def _draw_column(
    chart: StacksChart,
    named: tuple[str, str],
    cells: Cells,
    parts: Sequence[StackPart],
    place: tuple[float, _Room],
) -> Generator[Mark, None, float]:
    """Yield the parts of a column from its foot up, each with its number where that has room; return where it ends."""
    (key, name), (middle, room) = named, place
    top, width = room.foot, room.step * _SHARE
    for part in parts:
        if part.key not in cells:
            continue
        cell = cells[part.key]
        height = float(cell["share" if chart.shares else "value"]) * room.scale
        top -= height
        said, share = chart.write(key, cell["value"]), f"{cell['share']:.0%}"
        card = f"{part.name} · {said}" if part.key else said
        about = About(key, (name, card if cell["share"] >= 1 else f"{card} · {share}"), part.key)
        yield Rectangle(middle - width / 2, top, width, height, part.colour, about)
        shown = share if chart.shares else said
        if part.key and height > _LINE and measure_words(shown, _SMALL) < width - 2:
            yield Words(middle, top + height / 2, shown, _SMALL, choose_ink(part.colour), "center", about=about)
    return top


def _write_names(rows: pd.DataFrame, room: _Room, by_month: bool, ink: str) -> Iterator[Words]:
    """Yield the names under their columns; of many months every second, third … that none meets the next."""
    names = list(rows["name"])
    widest = max((measure_words(name, _SIZE) for name in names), default=0.0)
    every = max(1, math.ceil((min(widest, 2 * _LEAST) + _SIZE) / room.step)) if by_month else 1
    for number, (key, name) in enumerate(zip(rows["key"], names, strict=True)):
        if number % every:
            continue
        lines = wrap_words(name, _SIZE, every * room.step - 4, _NAME_LINES)
        middle = (number + 0.5) * room.step
        for line, text in enumerate(lines):
            yield Words(middle, room.foot + _LINE * (line + 0.8), text, _SIZE, ink, "center", about=About(key, (name,)))


KIND = ChartKind("columns", BARS, WORDS, _lay_out, lambda chart: chart.tabulate())
