"""Stated figures as intervals, so that "more than 80" can agree with 89 and "nearly 30" cannot mean 12."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple, Protocol

from geo.base.records import Bound

Verdict = Literal["agrees", "disagrees", "open"]

# A press text that says "about 200" or "nearly 200" is taken to be within a tenth.
_ROUNDING = 0.1


class Interval(NamedTuple):
    """What a stated figure may be at the least and at the most, both included."""

    low: float
    high: float


# What each bound makes of a number; "between" has two.
_ENDS: Mapping[Bound, Callable[[float], Interval]] = {
    "exact": lambda value: Interval(value, value),
    "more_than": lambda value: Interval(math.nextafter(value, math.inf), math.inf),
    "at_least": lambda value: Interval(value, math.inf),
    "at_most": lambda value: Interval(0, value),
    "less_than": lambda value: Interval(0, math.nextafter(value, 0)),
    "nearly": lambda value: Interval(value * (1 - _ROUNDING), value),
    "about": lambda value: Interval(value * (1 - _ROUNDING), value * (1 + _ROUNDING)),
}


class Stated(Protocol):
    """What has a value, the upper end of a range and a bound: a Quantity, or a figure of a series."""

    @property
    def value(self) -> float:
        """The number."""

    @property
    def value_to(self) -> float | None:
        """The upper end of a range."""

    @property
    def bound(self) -> Bound:
        """How the number is meant."""


def find_interval(quantity: Stated) -> Interval:
    """Return what the figure may be: "more than 80" is anything above 80, "about 200" 180 to 220."""
    value = quantity.value
    if quantity.bound == "between":
        return Interval(value, quantity.value_to if quantity.value_to is not None else value)
    return _ENDS[quantity.bound](value)


def add_intervals(intervals: Iterable[Interval]) -> Interval:
    """Return what the sum of figures may be."""
    held = list(intervals)
    return Interval(sum(i.low for i in held), sum(i.high for i in held))


def judge(stated: Interval, found: Interval) -> Verdict:
    """Return whether what was found bears a statement out.

    "disagrees" where they have no value in common, "open" where what was found has no upper end and the statement
    has one: 10+ and 20+ neither prove nor refute 40.
    """
    if found.high < stated.low or stated.high < found.low:
        return "disagrees"
    return "open" if math.isinf(found.high) and not math.isinf(stated.high) else "agrees"


def judge_some(stated: Interval, found: Interval) -> Verdict:
    """Return whether some of a whole bear the stated whole out: they may come to less, never to more."""
    if found.low > stated.high:
        return "disagrees"
    return "agrees" if found.high <= stated.high else "open"
