"""Stacked bars as a picture: one below another, each with its name before it and its total at its end."""

from collections.abc import Hashable, Mapping
from typing import Any

from geo.charts import StackPart, StacksChart
from geo.charts.inks import choose_ink
from geo.charts.stacked_bars import find_longest
from geo.drawings.fonts import Style, measure, shorten, typeset
from geo.drawings.legends import Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet

_STEP, _BAR, _GAP = 20.0, 14.0, 8.0
_WORDS, _NUMBER = 10.0, 9.0
# The widest name, and what is kept for a total at a bar's end.
_WIDEST, _END = 300.0, 52.0


def draw_stacks(chart: StacksChart, file_format: Format, scale: int = 2) -> bytes:
    """Return the picture of stacked bars as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    DrawingError for another format or scale.
    """
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels)
        parts = _list_parts(sheet, chart)
        if parts and parts[0].key:
            write_legend(sheet, [Entry(part.colour, _cut(sheet, part.name), f"part-{part.key}") for part in parts])
        _draw_bars(sheet, chart, parts)
        write_foot(sheet, chart.look, chart.labels.source, list(chart.notes))
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def _list_parts(sheet: Sheet, chart: StacksChart) -> tuple[StackPart, ...]:
    """Return the parts that are drawn: one that is the whole bar, where the parts overlap."""
    return chart.parts if chart.stacked else (StackPart("", "", sheet.colours.steps[-2]),)


def _cut(sheet: Sheet, name: str) -> str:
    return shorten(name, sheet.style(_WORDS), _WIDEST)


def _draw_bars(sheet: Sheet, chart: StacksChart, parts: tuple[StackPart, ...]) -> None:
    rows, style = chart.rows.head(chart.drawn), sheet.style(_WORDS)
    names = [shorten(name, style, _WIDEST) for name in rows["name"]]
    left = MARGIN + max((measure(name, style) for name in names), default=0) + _GAP
    longest = 1.0 if chart.shares else find_longest(chart)
    scale = (MARGIN + INNER - left - _END) / longest
    by_row = {key: found.to_dict("records") for key, found in chart.cells.groupby("row")}
    for key, name, total in zip(rows["key"], names, rows["total"], strict=True):
        sheet.write(name, left - _GAP, sheet.y + 1, style, "right")
        cells: list[dict[Hashable, Any]] = by_row.get(key, []) if chart.stacked else []
        cells = cells if parts[0].key else [{"part": "", "value": total, "share": 1.0}]
        end = _draw_bar(sheet, chart, {cell["part"]: cell for cell in cells}, (left, scale))
        sheet.write(chart.write(key, total), end + 5, sheet.y + 1, sheet.style(_WORDS, "bold"))
        sheet.y += _STEP


def _draw_bar(
    sheet: Sheet, chart: StacksChart, cells: Mapping[str, Mapping[Hashable, Any]], place: tuple[float, float]
) -> float:
    """Draw the parts of a bar end to end, each with its number where that has room; return where it ends."""
    left, scale = place
    for part in _list_parts(sheet, chart):
        if part.key not in cells:
            continue
        cell = cells[part.key]
        box = Box(left, sheet.y, cell["share" if chart.shares else "value"] * scale, _BAR)
        sheet.fill(box, part.colour, sheet.colours.paper)
        if part.key:
            words = f"{cell['share']:.0%}" if chart.shares else chart.write(cell["row"], cell["value"])
            _write_inside(sheet, typeset(words), box, Style(_NUMBER, "regular", choose_ink(part.colour)))
        left += box.width
    return left


def _write_inside(sheet: Sheet, words: str, box: Box, style: Style) -> None:
    if measure(words, style) < box.width - 4:
        sheet.write(words, box.left + box.width / 2, box.top + 1.6, style, "center")
