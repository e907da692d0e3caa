"""The axis of time: where each day stands on it, and which empty stretches are cut out of it.

It is decided here once for the page and for print. Where half of what happened lies in a small part of all the time,
as where one report of two years later follows a month of news, the longest empty stretches are left out, as few as
make the steps small enough to tell what happened apart. What is left keeps its length.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from geo.charts.time_steps import (
    MOST_BARS,
    STEPS,
    Span,
    Step,
    choose_step,
    count_steps,
    find_room,
    find_span,
    list_spans,
)

# More breaks than these make a patchwork of an axis.
_MOST_CUTS = 4
# Fewer empty steps in a row than these are not worth a break.
_FEWEST_EMPTY = 6
# Half of what happened is crowded where it lies in this share of the time.
_CROWDED = 1 / 8
# A cut axis shows at most this share of the time, and has so many times the steps with something in them.
_MOST_SHOWN, _LEAST_GAIN = 1 / 2, 1.5
# So many of the events must be known well enough for a step.
_LEAST_PLACED = 4 / 5
# How wide a break is, as a share of what is shown.
_BREAK = 0.035

Happened = Mapping[Span, int]
Ends = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """An axis of time in whole steps; places on it are counted in days that are shown, from its first day on.

    `stretches` are shown, in order; what lies between two of them is cut out and takes the place of a break. `room` is
    left free on either side, in days.
    """

    step: Step
    stretches: tuple[Span, ...]
    room: float

    @property
    def span(self) -> Span:
        """All the time from its first day to its last, what is cut out with it."""
        return self.stretches[0].join(self.stretches[-1])

    @property
    def cuts(self) -> tuple[Span, ...]:
        """The stretches that are cut out, in order."""
        day = timedelta(days=1)
        return tuple(Span(one.until + day, other.since - day) for one, other in pairwise(self.stretches))

    @property
    def shown(self) -> int:
        """How many days are shown."""
        return sum(stretch.days for stretch in self.stretches)

    @property
    def gap(self) -> float:
        """How wide a break is."""
        return _BREAK * (self.shown + 2 * self.room)

    @property
    def ends(self) -> tuple[float, float]:
        """The places at which the axis begins and ends, the room beside the days with it."""
        return -self.room, self.shown + self.gap * len(self.cuts) + self.room

    def place(self, day: date, share: float = 0.0) -> float:
        """Return where a day begins, or so much of it later; a day that is cut out stands in the break.

        >>> axis = TimeAxis("day", (Span(date(2020, 3, 1), date(2020, 3, 10)),), 0.0)
        >>> axis.place(date(2020, 3, 3), 0.5)
        2.5
        """
        number = max(bisect_right([stretch.since for stretch in self.stretches], day) - 1, 0)
        stretch = self.stretches[number]
        before = sum(one.days for one in self.stretches[:number]) + number * self.gap
        inside = (day - stretch.since).days + share
        over = inside - stretch.days
        if over <= 0 or number == len(self.stretches) - 1:
            low, high = self.ends
            return min(max(before + inside, low), high)
        return before + stretch.days + self.gap * over / self.cuts[number].days

    def find_middle(self, span: Span) -> float:
        """Return where the middle of a span stands."""
        return (self.place(span.since) + self.place(span.until, 1)) / 2

    def list_steps(self) -> Iterator[Span]:
        """Yield every step that is shown, in order."""
        for stretch in self.stretches:
            yield from list_spans(stretch, self.step)

    def count_steps(self) -> int:
        """Return how many steps are shown."""
        return sum(count_steps(stretch, self.step) for stretch in self.stretches)

    def find_steps(self, low: float, high: float) -> Span | None:
        """Return the steps whose middles lie between two places, or else the one at the first; None for a bare place."""
        steps = [(self.find_middle(step), step) for step in self.list_steps()]
        inside = [step for middle, step in steps if low <= middle <= high]
        if inside:
            return inside[0].join(inside[-1])
        return next((step for _, step in steps if self.place(step.since) <= low <= self.place(step.until, 1)), None)


def make_whole_axis(whole: Span, step: Step) -> TimeAxis:
    """Return the axis of all the time in steps, nothing cut out."""
    stretch = Span(find_span(whole.since, step).since, find_span(whole.until, step).until)
    return TimeAxis(step, (stretch,), find_room(stretch, step))


def choose_axis(
    events: Happened, totals: Collection[Span] = (), ends: Ends = (None, None), *, cut: bool = True
) -> TimeAxis:
    """Return the axis on which what happened is told apart best, with at most about forty steps.

    `events` says how many there are of each day, month or year as they are known; `totals` are what running totals
    speak of; there is one of either. `ends` are the days that were asked for. Without `cut`, or where nothing is
    crowded, it is all the time.
    """
    whole = find_edges((*events, *totals), ends)
    plain = make_whole_axis(whole, _choose_placing(whole, events))
    if not cut or not _is_crowded(whole, events, totals):
        return plain
    least = _LEAST_GAIN * len(_find_filled(plain.step, events, totals))
    for step in STEPS[: STEPS.index(plain.step)]:
        filled = _find_filled(step, events, totals)
        if len(filled) >= least and _places_most(step, events):
            axis = _cut_axis(whole, find_edges(filled, ends), filled, step)
            if axis is not None:
                return axis
    return plain


def find_edges(spans: Collection[Span], ends: Ends) -> Span:
    """Return the time that was asked for, or where no day was, up to the first or last of some spans."""
    since, until = ends
    return Span(since or min(span.since for span in spans), until or max(span.until for span in spans))


def _choose_placing(whole: Span, events: Happened) -> Step:
    """Return the finest step with few enough bars at which most events are known well enough to be drawn."""
    first = STEPS.index(choose_step(whole))
    return next(step for step in STEPS[first:] if step == "year" or _places_most(step, events))


def _places_most(step: Step, events: Happened) -> bool:
    placed = sum(count for span, count in events.items() if fits_step(span, step))
    return placed >= _LEAST_PLACED * sum(events.values())


def fits_step(span: Span, step: Step) -> bool:
    """Return whether what is known by a day, a month or a year is known well enough for a step."""
    return find_span(span.since, step).holds(span)


def _is_crowded(whole: Span, events: Happened, totals: Collection[Span]) -> bool:
    """Return whether half of what happened lies in a small part of the time."""
    days = sorted([(span.since, count) for span, count in events.items()] + [(span.until, 1) for span in totals])
    sums = [0, *accumulate(count for _, count in days)]
    half, ends = sums[-1] / 2, range(1, len(days) + 1)
    found = ((last, bisect_right(sums, sums[last] - half) - 1) for last in ends if sums[last] >= half)
    shortest = min((days[last - 1][0] - days[first][0]).days + 1 for last, first in found)
    return shortest <= _CROWDED * whole.days


def _find_filled(step: Step, events: Happened, totals: Collection[Span]) -> list[Span]:
    """Return the steps in which something is drawn, in order; a total takes all the time that it speaks of."""
    known = [span for span in events if fits_step(span, step)]
    return sorted({one for span in (*known, *totals) for one in list_spans(span, step)})


def _cut_axis(whole: Span, edges: Span, filled: list[Span], step: Step) -> TimeAxis | None:
    """Return the axis with the fewest breaks that leave few enough steps; None where that is no gain."""
    edges = Span(find_span(edges.since, step).since, find_span(edges.until, step).until)
    return next((axis for axis in _list_cut(edges, filled, step) if _is_short(axis, whole)), None)


def _is_short(axis: TimeAxis, whole: Span) -> bool:
    return axis.count_steps() <= MOST_BARS and axis.shown <= _MOST_SHOWN * whole.days


def _list_cut(whole: Span, filled: list[Span], step: Step) -> Iterator[TimeAxis]:
    """Yield the axes with one break and with more, at the longest empty stretches."""
    shortest = _FEWEST_EMPTY * filled[0].days
    empty = [(one, other) for one, other in pairwise(filled) if (other.since - one.until).days - 1 >= shortest]
    longest = sorted(empty, key=lambda pair: pair[0].until - pair[1].since)
    for count in range(1, min(_MOST_CUTS, len(longest)) + 1):
        cuts = sorted(longest[:count])
        starts = [whole.since, *(other.since for _, other in cuts)]
        ends = [*(one.until for one, _ in cuts), whole.until]
        stretches = tuple(map(Span, starts, ends))
        yield TimeAxis(step, stretches, _find_rooms(stretches, step))


def _find_rooms(stretches: tuple[Span, ...], step: Step) -> float:
    """Return the room that as many days without a break would be given."""
    days = sum(stretch.days for stretch in stretches)
    return find_room(Span(stretches[0].since, stretches[0].since + timedelta(days=days - 1)), step)
