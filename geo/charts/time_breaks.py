"""The breaks of an axis of time in words: how long nothing happened there, and from when to when."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import NamedTuple

from babel.units import format_unit

from geo.charts.appearance import Look
from geo.charts.time_axes import TimeAxis
from geo.charts.time_steps import Span, name_span

_LONGEST_IN_DAYS, _LONGEST_IN_MONTHS = 60, 36 * 30.4


class Break(NamedTuple):
    """A stretch that is cut out: its days, where it begins and ends on the axis, and what it is called."""

    span: Span
    low: float
    high: float
    length: str
    words: str
    days: str


def list_breaks(axis: TimeAxis, coarse: Collection[Span], look: Look) -> tuple[Break, ...]:
    """Return what an axis leaves out; `coarse` are the months and years of events that it has no place for."""
    return tuple(_name_break(axis, cut, coarse, look) for cut in axis.cuts)


def _name_break(axis: TimeAxis, cut: Span, coarse: Collection[Span], look: Look) -> Break:
    day, length = timedelta(days=1), name_length(cut, look)
    # What is known by its month may have happened here: then it is not said that nothing did.
    open_ended = any(span.since <= cut.until and cut.since <= span.until for span in coarse)
    words = look.words("timeline.break_coarse" if open_ended else "timeline.break", {"length": length})
    low, high = axis.place(cut.since - day, 1), axis.place(cut.until + day)
    return Break(cut, low, high, length, words, name_span(cut, look))


def note_breaks(breaks: Sequence[Break], look: Look) -> tuple[str, ...]:
    """Return the note that an axis is cut, and where; nothing where it is whole."""
    if not breaks:
        return ()
    lengths = look.words("list.comma").join(one.length for one in breaks)
    return (look.words.count("timeline.cut", len(breaks), {"lengths": lengths}),)


def name_length(span: Span, look: Look) -> str:
    """Return how long a span is, in the unit that says it shortest.

    >>> from datetime import date
    >>> name_length(Span(date(2020, 3, 27), date(2021, 5, 30)), Look())
    '14 months'
    """
    if span.days <= _LONGEST_IN_DAYS:
        return str(format_unit(span.days, "duration-day", locale=look.language))
    unit, days = ("month", 30.44) if span.days <= _LONGEST_IN_MONTHS else ("year", 365.25)
    return str(format_unit(round(span.days / days), f"duration-{unit}", locale=look.language))
