"""The words below an axis of time: which steps bear some, and that none is in the way of another."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from babel.dates import format_date, format_skeleton

from geo.charts.appearance import Look
from geo.charts.time_axes import TimeAxis
from geo.charts.time_steps import LOCALES, Step

# How wide a sign is, as a share of the size of the words, and how far apart words stand, in points.
_SIGN, _WIDE_SIGN, _SIZE, _APART = 0.58, 1.0, 12.0, 3.5


class Tick(NamedTuple):
    """A place on an axis, the middle of a step, and the lines that stand below it."""

    place: float
    words: str


class TickRoom(NamedTuple):
    """How wide an axis is, in points, and how many ticks it may have where nothing is cut out."""

    width: float
    most: int


# What a phone has room for, and what a screen and print have.
FEW_TICKS, MANY_TICKS = TickRoom(296, 8), TickRoom(740, 16)


def list_ticks(axis: TimeAxis, look: Look, room: TickRoom = FEW_TICKS) -> tuple[Tick, ...]:
    """Return the ticks that have room, in order: a month and a year stand below their first day.

    Each stretch of a cut axis begins with one where it can, and no words touch others on an axis of that width.
    """
    low, high = axis.ends
    scale, kept = room.width / (high - low), dict[float, date]()
    for place, day in _list_places(axis, room.most):
        tried = dict(sorted({**kept, place: day}.items()))
        if _are_apart(list(_name_ticks(tried, axis.step, look)), scale):
            kept = tried
    return tuple(_name_ticks(kept, axis.step, look))


def _are_apart(ticks: Sequence[Tick], scale: float) -> bool:
    """Return whether no words of ticks touch those of others on the same line."""
    return all(
        scale * (other.place - one.place) >= _SIZE * (_measure(left) + _measure(right)) / 2 + _APART
        for one, other in combinations(ticks, 2)
        for left, right in zip(one.words.split("\n"), other.words.split("\n"), strict=False)
    )


def _measure(line: str) -> float:
    return sum(_WIDE_SIGN if unicodedata.east_asian_width(sign) in "WF" else _SIGN for sign in line)


def _list_places(axis: TimeAxis, most: int) -> Iterator[tuple[float, date]]:
    """Yield the places that may have a tick, the first steps of the stretches before the others."""
    steps = list(axis.list_steps())
    firsts = [steps.index(step) for step in steps if step.since in {one.since for one in axis.stretches}]
    apart = -(-len(steps) // most) or 1
    ends = [*firsts[1:], len(steps)]
    others = [number for first, end in zip(firsts, ends, strict=True) for number in range(first, end, apart)]
    for number in dict.fromkeys([*firsts, *others]):
        yield axis.find_middle(steps[number]), steps[number].since


def _name_ticks(days: dict[float, date], step: Step, look: Look) -> Iterator[Tick]:
    before: date | None = None
    for place, day in days.items():
        yield Tick(place, "\n".join(_list_tick_words(day, before, step, look)))
        before = day


def _list_tick_words(day: date, before: date | None, step: Step, look: Look) -> Iterator[str]:
    """Yield the lines of a tick: "29", "Apr", "2020", of which only the first is said of each."""
    locale = LOCALES.get(look.language, look.language)
    another = before is None or day.year != before.year
    if step in ("day", "week"):
        yield format_skeleton("d", day, locale=locale)
    if step != "year" and (
        step not in ("day", "week") or another or (before is not None and day.month != before.month)
    ):
        yield format_date(day, "LLL", locale=locale)
    if another:
        yield format_skeleton("y", day, locale=locale)
