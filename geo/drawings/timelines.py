"""Events over time as stacked bars, and below them on the same axis the running totals of one measure, as a picture."""

from datetime import date
from typing import NamedTuple

from geo.charts import History, Look, TimeAxis, TotalsChart
from geo.charts.levels import list_levels
from geo.charts.numbers import write_number
from geo.charts.time_breaks import Break
from geo.charts.time_steps import Span
from geo.charts.time_ticks import MANY_TICKS, list_ticks
from geo.charts.total_labels import TotalLabel, place_labels
from geo.drawings.fonts import measure, typeset
from geo.drawings.legends import GAP, Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet

_BARS, _TOTALS, _GUTTER = 230.0, 150.0, 34.0
_TICK, _LABEL, _DOT, _LINE = 9.5, 10.0, 7.5, 1.2
_TITLE, _ABOVE_TITLE, _BELOW_TITLE = 11.0, 8.0, 6.0
_BAR_SHARE = 0.86
# A break: how far its two strokes lean, how high they stand, and how far apart; how faint its band is.
_LEAN, _STROKE, _APART = 2.2, 5.0, 4.0
_FAINT = "99"


class _Panel(NamedTuple):
    """Where a panel stands on the sheet, its axis of time, and what its other axis goes up to."""

    box: Box
    axis: TimeAxis
    top: float

    def place(self, place: float) -> float:
        """Return how far right a place of the axis of time lies."""
        low, high = self.axis.ends
        return self.box.left + self.box.width * (place - low) / (high - low)

    def place_day(self, day: date, share: float = 0.0) -> float:
        """Return how far right a day begins; `share` of the day is added."""
        return self.place(self.axis.place(day, share))

    def place_value(self, value: float) -> float:
        """Return how far down a value stands."""
        return self.box.top + self.box.height * (1 - value / self.top)


def draw_timeline(history: History, file_format: Format, scale: int = 2) -> bytes:
    """Return the picture of a history as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    DrawingError for another format or scale.
    """
    chart, totals = history.events, history.totals
    with DRAWING:
        sheet = Sheet(chart.look)
        # What the bars measure stands at their axis.
        write_head(sheet, chart.labels._replace(measure=""))
        write_legend(sheet, [Entry(group.colour, group.name, f"group-{group.key}") for group in chart.groups])
        if history.axis is not None:
            _draw_bars(sheet, history, history.axis)
        if totals is not None and history.axis is not None:
            _draw_totals(sheet, history, totals, history.axis)
        write_foot(sheet, chart.look, chart.labels.source, list(chart.notes))
        alt = chart.alt if totals is None else f"{chart.alt} {totals.alt}"
        return sheet.save(chart.labels.title, alt, file_format, scale)


def _open_panel(sheet: Sheet, title: str, axis: TimeAxis, height: float, top: float) -> _Panel:
    """Write the title of a panel's axis and return the panel below it."""
    sheet.y += _ABOVE_TITLE
    sheet.write_lines(title, sheet.style(_TITLE, "bold"), 2)
    sheet.y += _BELOW_TITLE
    panel = _Panel(Box(MARGIN + _GUTTER, sheet.y, INNER - _GUTTER, height), axis, top)
    sheet.y += height
    return panel


def _draw_bars(sheet: Sheet, history: History, axis: TimeAxis) -> None:
    """Draw the steps as bars, each from the segments of its groups."""
    chart = history.events
    panel = _open_panel(sheet, chart.axis_title, axis, _BARS, chart.top)
    _draw_levels(sheet, panel, chart.look)
    colours, foot = {group.key: group.colour for group in chart.groups}, dict[date, float]()
    for number, row in enumerate(chart.rows.to_dict("records")):
        below = foot.get(row["since"], 0.0)
        foot[row["since"]] = below + row["events"]
        box = _place_bar(panel, Span(row["since"], row["until"]), below, foot[row["since"]])
        sheet.fill(box, colours[row["group"]], sheet.colours.paper, f"bar-{number}")
    _draw_time(sheet, panel, history, named=True)


def _place_bar(panel: _Panel, span: Span, low: float, high: float) -> Box:
    left, right = panel.place_day(span.since), panel.place_day(span.until, 1)
    gap, top = (right - left) * (1 - _BAR_SHARE) / 2, panel.place_value(high)
    return Box(left + gap, top, right - left - 2 * gap, panel.place_value(low) - top)


def _draw_levels(sheet: Sheet, panel: _Panel, look: Look) -> None:
    """Draw the levels with their figures; the lowest is the axis of time, which is drawn over the bars."""
    style, box = sheet.style(_TICK, faint=True), panel.box
    for level in list_levels(panel.top):
        y = panel.place_value(level)
        if level:
            sheet.fill(Box(box.left, y - 0.3, box.width, 0.6), sheet.colours.rest)
        sheet.write(typeset(write_number(level, look.language)), box.left - 6, y - 0.6 * _TICK, style, "right")


def _draw_time(sheet: Sheet, panel: _Panel, history: History, named: bool = False) -> None:
    """Draw the axis of time with its breaks, `named` by how long they are, and below it the days."""
    style, box, colour = sheet.style(_TICK, faint=True), panel.box, sheet.colours.faint_ink
    foot = box.top + box.height
    sheet.fill(Box(box.left, foot - 0.3, box.width, 0.6), colour)
    for number, one in enumerate(history.events.breaks):
        _draw_break(sheet, panel, one, f"break-{number}" if named else None)
        if named:
            middle = panel.place((one.low + one.high) / 2)
            sheet.write_upright(typeset(one.length), middle, box.top + 4, style)
    ticks = list_ticks(panel.axis, history.events.look, MANY_TICKS)
    for tick in ticks:
        x = panel.place(tick.place)
        sheet.fill(Box(x - 0.3, foot, 0.6, 4), colour)
        for place, line in enumerate(tick.words.split("\n")):
            sheet.write(typeset(line), x, sheet.y + 6 + 1.25 * _TICK * place, style, "center")
    sheet.y += 8 + 1.3 * _TICK * max(tick.words.count("\n") + 1 for tick in ticks)


def _draw_break(sheet: Sheet, panel: _Panel, one: Break, name: str | None) -> None:
    """Draw a faint band across a panel, and two strokes where it meets the axis."""
    box, left, right = panel.box, panel.place(one.low), panel.place(one.high)
    foot, middle = box.top + box.height, (left + right) / 2
    sheet.fill(Box(left, box.top, right - left, box.height), f"{sheet.colours.no_data}{_FAINT}", name=name)
    sheet.fill(Box(middle - _APART / 2, foot - 1, _APART, 2), sheet.colours.paper)
    for x in (middle - _APART / 2, middle + _APART / 2):
        sheet.stroke((x - _LEAN, foot + _STROKE), (x + _LEAN, foot - _STROKE), sheet.colours.faint_ink)


def _draw_totals(sheet: Sheet, history: History, totals: TotalsChart, axis: TimeAxis) -> None:
    """Draw the highest total so far as a line of steps, and every statement as a mark with its figure."""
    sheet.y += 4
    panel = _open_panel(sheet, totals.axis_title, axis, _TOTALS, totals.top)
    _draw_levels(sheet, panel, totals.look)
    _draw_time(sheet, panel, history)
    _draw_line(sheet, panel, totals)
    places = list[tuple[float, float]]()
    for row in totals.rows.to_dict("records"):
        places.append((panel.place_day(row["until"], 0.5), panel.place_value(row["value"])))
        _draw_mark(sheet, *places[-1], row["exact"], row["falls"])
    for label in place_labels(totals, axis):
        _write_label(sheet, label, *places[label.row])
    sheet.y += 4
    _write_marks_legend(sheet, totals)


def _write_label(sheet: Sheet, label: TotalLabel, x: float, y: float) -> None:
    """Write a figure in the middle of the box that it takes."""
    across, down = label.shift
    style = sheet.style(_LABEL, "bold")
    sheet.write(typeset(label.text), x + across, y + down - 0.55 * _LABEL, style, "center")


def _draw_line(sheet: Sheet, panel: _Panel, totals: TotalsChart) -> None:
    colour, (_, high) = sheet.colours.faint_ink, panel.axis.ends
    corners = [(panel.place_day(day, 0.5), value) for day, value in totals.line]
    following = [*corners[1:], (panel.place(high), corners[-1][1])]
    for (left, value), (right, higher) in zip(corners, following, strict=True):
        y, top = panel.place_value(value), panel.place_value(higher)
        sheet.fill(Box(left, y - _LINE / 2, max(right - left, 0), _LINE), colour)
        sheet.fill(Box(right - _LINE / 2, top, _LINE, y - top), colour)


def _draw_mark(sheet: Sheet, x: float, y: float, exact: bool, falls: bool) -> None:
    if falls:
        style = sheet.style(16, "bold")._replace(colour=sheet.colours.marked)
        sheet.write("×", x, y - 0.68 * style.size, style, "center")
    else:
        sheet.dot(x, y, _DOT, sheet.colours.steps[-2] if exact else sheet.colours.paper)


def _write_marks_legend(sheet: Sheet, totals: TotalsChart) -> None:
    """Say what the marks mean that occur, in a row."""
    words, style, left = totals.look.words, sheet.style(_LABEL, faint=True), MARGIN
    for key, exact, falls in totals.marks:
        _draw_mark(sheet, left + 5, sheet.y + 6, exact, falls)
        said = typeset(words(f"totals.{key}"))
        sheet.write(said, left + 14, sheet.y, style)
        left += 14 + measure(said, style) + GAP
    sheet.y += 2 * _LABEL
