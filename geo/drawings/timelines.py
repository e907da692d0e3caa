"""Events over time as stacked bars, and below them on the same axis the running totals of one measure, as a picture."""

from datetime import date
from functools import partial
from typing import NamedTuple

from geo.charts import History, Look, TimeAxis, TotalsChart
from geo.charts.levels import list_levels
from geo.charts.numbers import write_number
from geo.charts.time_breaks import Break
from geo.charts.time_steps import Span
from geo.charts.time_ticks import MANY_TICKS, TickRoom, list_ticks
from geo.charts.total_labels import TotalLabel, place_labels
from geo.drawings.boxes import Box
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.fonts import Style, measure, typeset, wrap
from geo.drawings.legends import GAP, Entry, write_legend
from geo.drawings.pages import Page, draw_page, refuse_notes
from geo.drawings.sheets import INNER, LEADING, Format, NoRoom, Sheet

_BARS, _TOTALS, _GUTTER = 230.0, 150.0, 34.0
_TICK, _LABEL, _DOT, _LINE = 9.5, 10.0, 7.5, 1.2
_TITLE, _ABOVE_TITLE, _BELOW_TITLE = 11.0, 8.0, 6.0
_BAR_SHARE = 0.86
# A break: how far its two strokes lean, how high they stand, and how far apart; how faint its band is.
_LEAN, _STROKE, _APART = 2.2, 5.0, 4.0
_FAINT = "99"
# Of the height on the sheet of no set size, the least that others may have, what is asked for with large type, and the most;
# and what a tick takes of the width.
_LEAST, _ASKED, _MOST, _TICK_ROOM = 0.42, 0.8, 1.5, 34.0


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


def draw_timeline(history: History, file_format: Format, scale: int = 2, *, edition: Edition = PLAIN) -> bytes:
    """Return the picture of a history as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `edition` is what an editor sets. DrawingError for another format or scale, and where something has no room.
    """
    refuse_notes(edition, "a timeline")
    chart, totals = history.events, history.totals
    alt = chart.alt if totals is None else f"{chart.alt} {totals.alt}"
    # What the bars measure stands at their axis.
    page = Page(chart.look, chart.labels._replace(measure=""), chart.notes, alt)
    return draw_page(page, edition, file_format, scale, partial(_draw_body, history=history))


def _draw_body(sheet: Sheet, history: History) -> None:
    """Draw the bars and the totals, as high as the sheet allows."""
    if sheet.free:
        _draw_panels(sheet, history, 1.0)
        return
    lengths = _BARS + (_TOTALS if history.totals is not None else 0.0)
    words = sheet.measure(partial(_draw_panels, history=history, share=0.0))
    share = max(_LEAST, min(1.0, sheet.inner / INNER))
    if sheet.bottom is not None:
        share = min((sheet.room - words) / lengths, _MOST * sheet.unit)
    if share < sheet.expect(_LEAST, _ASKED) and sheet.bottom is not None and history.axis is not None:
        raise NoRoom("the bars")
    sheet.centre(words + share * lengths)
    _draw_panels(sheet, history, share)


def _draw_panels(sheet: Sheet, history: History, share: float) -> None:
    """Draw bars and totals, so many times as high as on the sheet of no set size."""
    groups = history.events.groups
    write_legend(sheet, [Entry(group.colour, group.name, f"group-{group.key}") for group in groups])
    if history.axis is not None:
        _draw_bars(sheet, history, history.axis, share)
    if history.totals is not None and history.axis is not None:
        _draw_totals(sheet, history, history.totals, history.axis, share)


def _open_panel(sheet: Sheet, title: str, history: History, axis: TimeAxis, height: float, top: float) -> _Panel:
    """Write the title of a panel's axis and return the panel below it; all panels begin equally far right."""
    sheet.skip(_ABOVE_TITLE)
    sheet.write_lines(title, sheet.style(_TITLE, "bold"), 2 if sheet.free else 6)
    sheet.skip(_BELOW_TITLE)
    gutter = _GUTTER if sheet.free else _measure_gutter(sheet, history)
    panel = _Panel(Box(sheet.left + gutter, sheet.y, sheet.inner - gutter, height), axis, top)
    sheet.y += height
    return panel


def _measure_gutter(sheet: Sheet, history: History) -> float:
    """Return how much room the figures at the left of all panels need."""
    tops = (history.events.top, *([] if history.totals is None else [history.totals.top]))
    levels = [typeset(write_number(level, history.events.look.language)) for top in tops for level in list_levels(top)]
    return max((measure(level, sheet.style(_TICK)) for level in levels), default=0.0) + 8 * sheet.unit


def _draw_bars(sheet: Sheet, history: History, axis: TimeAxis, share: float) -> None:
    """Draw the steps as bars, each from the segments of its groups."""
    chart = history.events
    panel = _open_panel(sheet, chart.axis_title, history, axis, _BARS * share, chart.top)
    _draw_levels(sheet, panel, chart.look)
    colours, foot = {group.key: group.colour for group in chart.groups}, dict[date, float]()
    for number, row in enumerate(chart.rows.to_dict("records")):
        below = foot.get(row["since"], 0.0)
        foot[row["since"]] = below + row["events"]
        box = _place_bar(panel, Span(row["since"], row["until"]), below, foot[row["since"]])
        sheet.fill(box, colours[row["group"]], sheet.colours.paper, f"bar-{number}")
    _draw_time(sheet, panel, history, named=True, worded=history.totals is None or not sheet.wide)


def _place_bar(panel: _Panel, span: Span, low: float, high: float) -> Box:
    left, right = panel.place_day(span.since), panel.place_day(span.until, 1)
    gap, top = (right - left) * (1 - _BAR_SHARE) / 2, panel.place_value(high)
    return Box(left + gap, top, right - left - 2 * gap, panel.place_value(low) - top)


def _draw_levels(sheet: Sheet, panel: _Panel, look: Look) -> None:
    """Draw the levels with their figures; the lowest is the axis of time, which is drawn over the bars."""
    style, box = sheet.style(_TICK, faint=True), panel.box
    crowded = not sheet.free and box.height < 1.2 * style.size * len(list_levels(panel.top))
    for level in list_levels(panel.top):
        y = panel.place_value(level)
        if level:
            sheet.fill(Box(box.left, y - 0.3, box.width, 0.6), sheet.colours.rest)
        if not crowded or level == 0:
            words = typeset(write_number(level, look.language))
            sheet.write(words, box.left - 6 * sheet.unit, y - 0.6 * style.size, style, "right")


def _draw_time(sheet: Sheet, panel: _Panel, history: History, *, named: bool = False, worded: bool = True) -> None:
    """Draw the axis of time with its breaks, `named` by how long they are, and below it the days.

    Without words it is the upper of two axes on a sheet that is low: the days stand once, below both.
    """
    style, box, colour = sheet.style(_TICK, faint=True), panel.box, sheet.colours.faint_ink
    foot = box.top + box.height
    sheet.fill(Box(box.left, foot - 0.3, box.width, 0.6), colour)
    for number, one in enumerate(history.events.breaks):
        _draw_break(sheet, panel, one, f"break-{number}" if named else None)
        if named and (sheet.free or measure(typeset(one.length), style) < box.height - 8):
            middle = panel.place((one.low + one.high) / 2)
            sheet.write_upright(typeset(one.length), middle, box.top + 4, style)
    ticks = list_ticks(panel.axis, history.events.look, _find_room(sheet, box))
    for tick in ticks:
        x = panel.place(tick.place)
        sheet.fill(Box(x - 0.3, foot, 0.6, 4 * sheet.unit), colour)
        if not worded:
            continue
        for place, line in enumerate(tick.words.split("\n")):
            _write_inside(sheet, typeset(line), x, sheet.y + 6 * sheet.unit + 1.25 * style.size * place, style)
    lines = max((tick.words.count("\n") + 1 for tick in ticks), default=1) if worded else 0
    sheet.y += 8 * sheet.unit + 1.3 * style.size * lines


def _find_room(sheet: Sheet, box: Box) -> TickRoom:
    if sheet.free:
        return MANY_TICKS
    width = box.width / sheet.unit
    return TickRoom(width, max(2, min(MANY_TICKS.most, int(width / _TICK_ROOM))))


def _write_inside(sheet: Sheet, words: str, middle: float, top: float, style: Style) -> None:
    """Write words round a middle, moved where they would leave a sheet of a set size."""
    if not sheet.free:
        half = measure(words, style) / 2
        middle = min(max(middle, sheet.left + half), sheet.right - half)
    sheet.write(words, middle, top, style, "center")


def _draw_break(sheet: Sheet, panel: _Panel, one: Break, name: str | None) -> None:
    """Draw a faint band across a panel, and two strokes where it meets the axis."""
    box, left, right = panel.box, panel.place(one.low), panel.place(one.high)
    foot, middle = box.top + box.height, (left + right) / 2
    sheet.fill(Box(left, box.top, right - left, box.height), f"{sheet.colours.no_data}{_FAINT}", name=name)
    sheet.fill(Box(middle - _APART / 2, foot - 1, _APART, 2), sheet.colours.paper)
    for x in (middle - _APART / 2, middle + _APART / 2):
        sheet.stroke((x - _LEAN, foot + _STROKE), (x + _LEAN, foot - _STROKE), sheet.colours.faint_ink)


def _draw_totals(sheet: Sheet, history: History, totals: TotalsChart, axis: TimeAxis, share: float) -> None:
    """Draw the highest total so far as a line of steps, and every statement as a mark with its figure."""
    sheet.skip(4)
    panel = _open_panel(sheet, totals.axis_title, history, axis, _TOTALS * share, totals.top)
    _draw_levels(sheet, panel, totals.look)
    _draw_time(sheet, panel, history)
    _draw_line(sheet, panel, totals)
    places = list[tuple[float, float]]()
    for row in totals.rows.to_dict("records"):
        places.append((panel.place_day(row["until"], 0.5), panel.place_value(row["value"])))
        _draw_mark(sheet, *places[-1], row["exact"], row["falls"])
    taken = [Box(x - 4, y - 4, 8, 8).widen(sheet.unit - 1) for x, y in places]
    for label in place_labels(totals, axis):
        _write_label(sheet, label, places[label.row], taken)
    sheet.skip(4)
    _write_marks_legend(sheet, totals)


def _write_label(sheet: Sheet, label: TotalLabel, place: tuple[float, float], taken: list[Box]) -> None:
    """Write a figure in the middle of the box that it takes; on a small panel where it hides no mark and no other."""
    (x, y), (across, down), style = place, label.shift, sheet.style(_LABEL, "bold")
    words = typeset(label.text)
    x, top = x + across * sheet.unit, y + down * sheet.unit - 0.55 * style.size
    if sheet.free:
        sheet.write(words, x, top, style, "center")
        return
    half = measure(words, style) / 2
    x = min(max(x, sheet.left + half), sheet.right - half)
    box = Box(x - half, top, 2 * half, style.size)
    if not any(box.overlaps(other) for other in taken):
        taken.append(box)
        sheet.write(words, x, top, style, "center")


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
        sheet.dot(x, y, _DOT * sheet.unit, sheet.colours.steps[-2] if exact else sheet.colours.paper)


def _write_marks_legend(sheet: Sheet, totals: TotalsChart) -> None:
    """Say what the marks mean that occur, in a row, or where the width ends in several."""
    words, style, unit, left = totals.look.words, sheet.style(_LABEL, faint=True), sheet.unit, sheet.left
    indent = 14 * unit
    for key, exact, falls in totals.marks:
        said = typeset(words(f"totals.{key}"))
        width = indent + measure(said, style)
        if not sheet.free and left > sheet.left and left + width > sheet.right:
            left, sheet.y = sheet.left, sheet.y + 1.6 * style.size
        _draw_mark(sheet, left + 5 * unit, sheet.y + 6 * unit, exact, falls)
        lines = [said] if sheet.free or width <= sheet.inner else wrap(said, style, sheet.inner - indent, 4)
        for place, line in enumerate(lines):
            sheet.write(line, left + indent, sheet.y + place * LEADING * style.size, style)
        sheet.y += (len(lines) - 1) * LEADING * style.size
        left += width + GAP * unit
    sheet.y += 2 * style.size
