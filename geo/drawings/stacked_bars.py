"""Stacked bars as a picture: one below another, each with its name before it and its total at its end."""

from collections.abc import Hashable, Mapping
from functools import partial
from typing import Any, NamedTuple

from geo.charts import StackPart, StacksChart
from geo.charts.inks import choose_ink
from geo.charts.stacked_bars import MOST_ROWS, find_longest
from geo.drawings.boxes import Box, write_id
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.fonts import Style, measure, shorten, typeset, wrap
from geo.drawings.legends import Entry, write_legend
from geo.drawings.pages import Page, draw_page, refuse_notes
from geo.drawings.sheets import Format, NoRoom, Sheet

_STEP, _BAR, _GAP = 20.0, 14.0, 8.0
_WORDS, _NUMBER = 10.0, 9.0
# The widest name, and what is kept for a total at a bar's end.
_WIDEST, _END = 300.0, 52.0
# On other sheets: what names may take of the width, how many bars are never left out,
# how many not for the sake of larger type, and how much thicker than usual they may be.
_NAMES, _FEW, _MANY, _THICKEST = 0.4, 5, 12, 1.8
_MOST_LINES = 3


class _Bars(NamedTuple):
    """How the bars stand on a sheet: how many, how far apart, where they begin, how long a value of one is."""

    shown: int
    step: float
    left: float
    scale: float
    names: list[list[str]]


def draw_stacks(chart: StacksChart, file_format: Format, scale: int = 2, *, edition: Edition = PLAIN) -> bytes:
    """Return the picture of stacked bars as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `edition` is what an editor sets; where not all bars have room, a note says how many of them are drawn.
    DrawingError for another format or scale, and where something has no room.
    """
    refuse_notes(edition, "a picture of bars")
    cut = _tell_drawn(chart, MOST_ROWS)
    notes = chart.notes if edition.free else [note for note in chart.notes if note != cut]
    page = Page(chart.look, chart.labels, notes, chart.alt)
    return draw_page(page, edition, file_format, scale, partial(_draw_body, chart=chart))


def _tell_drawn(chart: StacksChart, count: int) -> str:
    return chart.look.words("stacks.rest", {"drawn": count, "count": f"{len(chart.rows):,}"})


def _draw_body(sheet: Sheet, chart: StacksChart) -> None:
    parts = _list_parts(sheet, chart)
    if parts and parts[0].key:
        words = ((part, _cut(sheet, part.name) if sheet.free else part.name) for part in parts)
        write_legend(sheet, [Entry(part.colour, name, f"part-{part.key}") for part, name in words])
    bars = _arrange(sheet, chart)
    if not sheet.free:
        sheet.centre(bars.shown * bars.step)
    _draw_bars(sheet, chart, parts, bars)


def _list_parts(sheet: Sheet, chart: StacksChart) -> tuple[StackPart, ...]:
    """Return the parts that are drawn: one that is the whole bar, where the parts overlap."""
    return chart.parts if chart.stacked else (StackPart("", "", sheet.colours.steps[-2]),)


def _cut(sheet: Sheet, name: str) -> str:
    return shorten(name, sheet.style(_WORDS), _WIDEST)


def _arrange(sheet: Sheet, chart: StacksChart) -> _Bars:
    """Return how the bars stand; on a sheet that has no room for all of them, a note says how many do."""
    step = _STEP * sheet.unit
    count = min(chart.drawn, int(max(sheet.room, 0) / step)) if sheet.bottom is not None else chart.drawn
    if not sheet.free and count < len(chart.rows):
        # The note takes room itself.
        sheet.add_note(_tell_drawn(chart, count), 4)
        count = min(chart.drawn, int(max(sheet.room, 0) / step)) if sheet.bottom is not None else count
        sheet.replace_note(_tell_drawn(chart, count), 4)
    if count < min(round(sheet.expect(_FEW, _MANY)), chart.drawn):
        raise NoRoom("the bars")
    names, left = _break_names(sheet, chart, count)
    longest = 1.0 if chart.shares else find_longest(chart)
    scale = (sheet.right - left - _measure_end(sheet, chart, count)) / longest
    high = max((len(lines) for lines in names), default=1)
    step = max(step, sheet.style(_WORDS).size * (1.2 * high + 0.5)) if not sheet.free else step
    if sheet.bottom is not None:
        if count * step > sheet.room:
            raise NoRoom("the names of the bars")
        step = min(max(step, sheet.room / max(count, 1)), _THICKEST * step)
    return _Bars(count, step, left, scale, names)


def _break_names(sheet: Sheet, chart: StacksChart, count: int) -> tuple[list[list[str]], float]:
    """Return the names of the bars in lines, and where the bars begin."""
    style, shown = sheet.style(_WORDS), chart.choose(count)["name"]
    if sheet.free:
        names = [[shorten(name, style, _WIDEST)] for name in shown]
    else:
        names = [wrap(name, style, min(_WIDEST * sheet.unit, _NAMES * sheet.inner), _MOST_LINES) for name in shown]
    widest = max((measure(line, style) for lines in names for line in lines), default=0)
    return names, sheet.left + widest + _GAP * sheet.unit


def _measure_end(sheet: Sheet, chart: StacksChart, count: int) -> float:
    """Return what is kept for the totals at the ends of the bars."""
    if sheet.free:
        return _END
    style, rows = sheet.style(_WORDS, "bold"), chart.choose(count)
    totals = (chart.write(key, total) for key, total in zip(rows["key"], rows["total"], strict=True))
    return max((measure(typeset(total), style) for total in totals), default=0.0) + 7 * sheet.unit


def _draw_bars(sheet: Sheet, chart: StacksChart, parts: tuple[StackPart, ...], bars: _Bars) -> None:
    rows, style, unit = chart.choose(bars.shown), sheet.style(_WORDS), sheet.unit
    height = _BAR * unit if sheet.free else bars.step * _BAR / _STEP
    by_row = {key: found.to_dict("records") for key, found in chart.cells.groupby("row")}
    for key, lines, total in zip(rows["key"], bars.names, rows["total"], strict=True):
        middle = sheet.y + height / 2
        top = sheet.y + 1 if sheet.free else middle - 0.6 * style.size
        for place, line in enumerate(lines):
            lift = (len(lines) - 1) / 2 - place
            sheet.write(line, bars.left - _GAP * unit, top - 1.2 * style.size * lift, style, "right")
        cells: list[dict[Hashable, Any]] = by_row.get(key, []) if chart.stacked else []
        cells = cells if parts[0].key else [{"part": "", "value": total, "share": 1.0}]
        end = _draw_bar(sheet, chart, {cell["part"]: cell for cell in cells}, (bars, height))
        sheet.write(chart.write(key, total), end + 5 * unit, top, sheet.style(_WORDS, "bold"))
        sheet.y += bars.step


def _draw_bar(
    sheet: Sheet, chart: StacksChart, cells: Mapping[str, Mapping[Hashable, Any]], place: tuple[_Bars, float]
) -> float:
    """Draw the parts of a bar end to end, each with its number where that has room; return where it ends."""
    bars, height = place
    left = bars.left
    for part in _list_parts(sheet, chart):
        if part.key not in cells:
            continue
        cell = cells[part.key]
        box = Box(left, sheet.y, cell["share" if chart.shares else "value"] * bars.scale, height)
        sheet.fill(
            box,
            part.colour,
            sheet.colours.paper,
            write_id("bar", str(cell.get("row", "")), part.key) if part.key else None,
        )
        if part.key:
            words = f"{cell['share']:.0%}" if chart.shares else chart.write(cell["row"], cell["value"])
            style = sheet.style(_NUMBER)._replace(colour=choose_ink(part.colour))
            _write_inside(sheet, typeset(words), box, style)
        left += box.width
    return left


def _write_inside(sheet: Sheet, words: str, box: Box, style: Style) -> None:
    if measure(words, style) < box.width - 4:
        top = box.top + 1.6 if sheet.free else box.top + box.height / 2 - 0.6 * style.size
        sheet.write(words, box.left + box.width / 2, top, style, "center")
