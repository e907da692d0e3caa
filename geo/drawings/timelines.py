"""Events over time as stacked bars, and below them on the same axis the running totals of one measure, as a picture."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from geo.charts import History, TotalsChart
from geo.charts.time_steps import Span, find_room, list_ticks
from geo.charts.totals import pick_labels
from geo.drawings.fonts import typeset
from geo.drawings.legends import Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet

_BARS, _TOTALS, _GUTTER = 230.0, 150.0, 34.0
_TICK, _LABEL, _DOT, _LINE = 9.5, 10.0, 7.5, 1.2
_BAR_SHARE = 0.86
# The room above the highest figure, for its label.
_HEADROOM = 1.12
_MOST_LEVELS = 4


class _Panel(NamedTuple):
    """Where a panel stands on the sheet, and what its axes go from and to."""

    box: Box
    since: date
    room: float
    days: float
    most: float

    def place_day(self, day: date, share: float = 0.0) -> float:
        """Return how far right a day begins; `share` of the day is added."""
        return self.box.left + self.box.width * ((day - self.since).days + share + self.room) / self.days

    def place_value(self, value: float) -> float:
        """Return how far down a value stands."""
        return self.box.top + self.box.height * (1 - value / self.most)


def draw_timeline(history: History, file_format: Format, scale: int = 2) -> bytes:
    """Return the picture of a history as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    DrawingError for another format or scale.
    """
    chart, totals = history.events, history.totals
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels)
        write_legend(sheet, [Entry(group.colour, group.name, f"group-{group.key}") for group in chart.groups])
        if history.span is not None:
            _draw_bars(sheet, history, history.span)
        if totals is not None and history.span is not None:
            _draw_totals(sheet, history, totals, history.span)
        write_foot(sheet, chart.look, chart.labels.source, list(chart.notes))
        alt = chart.alt if totals is None else f"{chart.alt} {totals.alt}"
        return sheet.save(chart.labels.title, alt, file_format, scale)


def _open_panel(sheet: Sheet, history: History, whole: Span, height: float, most: float) -> _Panel:
    box = Box(MARGIN + _GUTTER, sheet.y, INNER - _GUTTER, height)
    room = find_room(whole, history.events.step)
    sheet.y += height
    return _Panel(box, whole.since, room, whole.days + 2 * room, max(most, 1.0) * _HEADROOM)


def _draw_bars(sheet: Sheet, history: History, whole: Span) -> None:
    """Draw the steps as bars, each from the segments of its groups."""
    chart = history.events
    most = float(chart.rows.groupby("since")["events"].sum().max()) if len(chart.rows) else 0.0
    panel = _open_panel(sheet, history, whole, _BARS, most)
    _draw_axes(sheet, panel, whole, history)
    colours, foot = {group.key: group.colour for group in chart.groups}, dict[date, float]()
    for number, row in enumerate(chart.rows.to_dict("records")):
        below = foot.get(row["since"], 0.0)
        foot[row["since"]] = below + row["events"]
        box = _place_bar(panel, Span(row["since"], row["until"]), below, foot[row["since"]])
        sheet.fill(box, colours[row["group"]], sheet.colours.paper, f"bar-{number}")


def _place_bar(panel: _Panel, span: Span, low: float, high: float) -> Box:
    left, right = panel.place_day(span.since), panel.place_day(span.until, 1)
    gap, top = (right - left) * (1 - _BAR_SHARE) / 2, panel.place_value(high)
    return Box(left + gap, top, right - left - 2 * gap, panel.place_value(low) - top)


def _draw_axes(sheet: Sheet, panel: _Panel, whole: Span, history: History) -> None:
    """Draw the levels with their figures, and below the panel the days."""
    style, box = sheet.style(_TICK, faint=True), panel.box
    for level in list_levels(panel.most):
        y = panel.place_value(level)
        colour = sheet.colours.rest if level else sheet.colours.faint_ink
        sheet.fill(Box(box.left, y - 0.3, box.width, 0.6), colour)
        sheet.write(f"{level:,}", box.left - 6, y - 0.6 * _TICK, style, "right")
    ticks = list(list_ticks(whole, history.events.look))
    for day, words in ticks:
        x = panel.place_day(day)
        sheet.fill(Box(x, box.top + box.height, 0.6, 4), sheet.colours.faint_ink)
        for place, line in enumerate(words.split("\n")):
            sheet.write(typeset(line), x, sheet.y + 6 + 1.25 * _TICK * place, style)
    sheet.y += 8 + 1.3 * _TICK * max(words.count("\n") + 1 for _, words in ticks)


def list_levels(most: float) -> list[int]:
    """Return at most five whole numbers from 0 to below a number, a step of 1, 2 or 5 times a power of ten apart.

    >>> list_levels(47)
    [0, 20, 40]
    """
    steps = (base * 10**power for power in range(16) for base in (1, 2, 5))
    step = next(step for step in steps if most / step <= _MOST_LEVELS)
    return list(range(0, int(most) + 1, step))


def _draw_totals(sheet: Sheet, history: History, totals: TotalsChart, whole: Span) -> None:
    """Draw the highest total so far as a line of steps, and every statement as a mark with its figure."""
    sheet.y += 10
    sheet.write_lines(totals.labels.measure, sheet.style(12, "bold"), 2)
    sheet.y += 4
    _write_marks_legend(sheet, history)
    panel = _open_panel(sheet, history, whole, _TOTALS, float(max(totals.rows["value"])))
    _draw_axes(sheet, panel, whole, history)
    _draw_line(sheet, panel, totals, whole.until)
    labelled = set(pick_labels(totals.rows, whole))
    for number, row in enumerate(totals.rows.to_dict("records")):
        x, y = panel.place_day(row["until"], 0.5), panel.place_value(row["value"])
        _draw_mark(sheet, x, y, row["exact"], row["falls"])
        if number in labelled:
            top = y + 6 if row["falls"] else y - 8 - _LABEL
            sheet.write(typeset(row["mark"]), x, top, sheet.style(_LABEL, "bold"), "center")


def _draw_line(sheet: Sheet, panel: _Panel, totals: TotalsChart, end: date) -> None:
    colour = sheet.colours.faint_ink
    following = [*totals.line[1:], (end + timedelta(days=1), totals.line[-1][1])]
    for (day, value), (then, higher) in zip(totals.line, following, strict=True):
        left, right = panel.place_day(day, 0.5), panel.place_day(then, 0.5)
        y, top = panel.place_value(value), panel.place_value(higher)
        sheet.fill(Box(left, y - _LINE / 2, max(right - left, 0), _LINE), colour)
        sheet.fill(Box(right - _LINE / 2, top, _LINE, y - top), colour)


def _draw_mark(sheet: Sheet, x: float, y: float, exact: bool, falls: bool) -> None:
    if falls:
        style = sheet.style(16, "bold")._replace(colour=sheet.colours.marked)
        sheet.write("×", x, y - 0.68 * style.size, style, "center")
    else:
        sheet.dot(x, y, _DOT, sheet.colours.steps[-2] if exact else sheet.colours.paper)


def _write_marks_legend(sheet: Sheet, history: History) -> None:
    """Say what the marks mean, in a row."""
    words, style, left = history.events.look.words, sheet.style(_LABEL, faint=True), MARGIN
    marks: tuple[tuple[str, Callable[[float, float], None]], ...] = (
        ("totals.exact", lambda x, y: _draw_mark(sheet, x, y, True, False)),
        ("totals.open", lambda x, y: _draw_mark(sheet, x, y, False, False)),
        ("totals.falls", lambda x, y: _draw_mark(sheet, x, y, False, True)),
    )
    for key, draw in marks:
        draw(left + 5, sheet.y + 6)
        sheet.write(typeset(words(key)), left + 14, sheet.y, style)
        left += INNER / len(marks)
    sheet.y += 2 * _LABEL
