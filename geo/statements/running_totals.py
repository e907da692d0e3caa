"""Running totals of one measure over time, and whether each agrees with the others.

A measure is unit × theme × giver × recipient × status × scope. What one giver has given to so many countries *so far*
never falls; so a figure disagrees that lies wholly below one of a day before, and two of the same day disagree that
have no value in common. A month or a year is compared only with what surely lies before all of it.

Which figures are running totals `geo.statements.running_figures` decides. Which of two figures is wrong nobody can tell
from them: the later one is held against the earlier.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from geo.base.intervals import Interval, find_interval, judge
from geo.base.periods import find_last_day
from geo.base.records import Bound, Precision


class StatedTotal(NamedTuple):
    """A figure of a measure for a day, month or year, and how many documents say it as their running total."""

    measure: str
    date: date
    date_precision: Precision
    value: float
    value_to: float | None
    bound: Bound
    said: int


class Judgement(NamedTuple):
    """What a figure was held against (the place of the other in the list, or its own), and what came of it."""

    against: int
    verdict: Literal["agrees", "disagrees"]


def judge_figures(figures: Sequence[StatedTotal]) -> list[Judgement | None]:
    """Return for each figure how it stands to the others of its measure; None where there is none to compare.

    A conflict of one day comes first, then a fall; a figure that agrees is held against another of its day, itself
    where two documents say it, or the highest before it. What no document says as its running total is not compared.
    """
    found: list[Judgement | None] = [None] * len(figures)
    placed = (_Placed(number, figure, find_interval(figure)) for number, figure in enumerate(figures) if figure.said)
    order = sorted(placed, key=lambda one: (one.figure.measure, one.figure.date, one.number))
    for _, measure in groupby(order, key=lambda one: one.figure.measure):
        for one, judgement in _judge_measure(list(measure)):
            found[one.number] = judgement
    return found


class _Placed(NamedTuple):
    """A figure with its place in the list and what it may be."""

    number: int
    figure: StatedTotal
    interval: Interval

    @property
    def last_day(self) -> date:
        """The last day that the figure may speak of."""
        return find_last_day(self.figure.date, self.figure.date_precision)


def _judge_measure(order: Sequence[_Placed]) -> Iterator[tuple[_Placed, Judgement | None]]:
    """Yield the judgement of each figure of one measure, in the order of dates."""
    ended = sorted(order, key=lambda one: one.last_day)
    days = _list_days(order)
    highest, done = None, 0
    for one in order:
        while ended[done].last_day < one.figure.date:
            highest = _pick_higher(highest, ended[done])
            done += 1
        yield one, _judge(one, days.get(one.number), highest)


class _Day(NamedTuple):
    """Another figure of the same day (or the figure itself), and those of the day that reach lowest and highest.

    With one of these two any conflict shows.
    """

    other: _Placed
    lowest: _Placed
    highest: _Placed


def _list_days(order: Sequence[_Placed]) -> Mapping[int, _Day]:
    """Return for the place of each figure of a known day what it must be compared with."""
    days: dict[int, _Day] = {}
    known = (one for one in order if one.figure.date_precision == "day")
    for _, group in groupby(known, key=lambda one: one.figure.date):
        same = list(group)
        lowest, highest = min(same, key=_find_high), max(same, key=_find_low)
        for one in same:
            other = next((other for other in same if other.number != one.number), one)
            days[one.number] = _Day(other, lowest, highest)
    return days


def _judge(one: _Placed, day: _Day | None, highest: _Placed | None) -> Judgement | None:
    """Return how a figure stands to those of its day and to the highest of the days before."""
    for other in (day.highest, day.lowest) if day is not None else ():
        if judge(one.interval, other.interval) == "disagrees":
            return Judgement(other.number, "disagrees")
    if highest is not None and one.interval.high < highest.interval.low:
        return Judgement(highest.number, "disagrees")
    if day is not None and (day.other.number != one.number or one.figure.said > 1):
        return Judgement(day.other.number, "agrees")
    return None if highest is None else Judgement(highest.number, "agrees")


def _pick_higher(highest: _Placed | None, other: _Placed) -> _Placed:
    """Return the figure that says more, the later of two that say as much."""
    return other if highest is None or other.interval.low >= highest.interval.low else highest


def _find_low(one: _Placed) -> float:
    return one.interval.low


def _find_high(one: _Placed) -> float:
    return one.interval.high
