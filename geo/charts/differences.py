"""The classes and colours of a map of differences: fewer, as many and more, and what only one of the two sides has."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.charts.appearance import Look
from geo.charts.classes import Class, classify
from geo.charts.decimals import round_decimal, write_decimal
from geo.charts.maps import Scaled
from geo.charts.palettes import FEWER, MORE, Theme, palette

# The classes of either direction: more colours than these nobody tells apart beside the others.
_MOST = 3
# Of either direction that which stands out as a line.
_STRONG: Mapping[Theme, int] = {"light": 2, "dark": 1}
# What only the first side has, and what only the second: no amount of a change, so no shade of either.
_ONLY: Mapping[Theme, tuple[str, str]] = {"light": ("#6d1a57", "#0b4a3f"), "dark": ("#c94fae", "#7fe3c8")}
_LEFT_OUT: Mapping[Theme, str] = {"light": "#8d99a6", "dark": "#4d5763"}


class Values(NamedTuple):
    """The values of both sides by code; who is missing on a side has none there."""

    first: Mapping[str, float]
    second: Mapping[str, float]

    def find_differences(self) -> dict[str, float]:
        """Return second less first of every code that a side has; who is missing on a side counts 0 there."""
        codes = dict.fromkeys((*self.first, *self.second))
        return {code: subtract(self.second.get(code, 0), self.first.get(code, 0)) for code in codes}

    def find_side(self, code: str) -> int | None:
        """Return which side alone has a code (0 or 1); None where both have."""
        if code in self.first and code in self.second:
            return None
        return 0 if code in self.first else 1


def subtract(second: float, first: float) -> float:
    """Return a difference: of whole numbers exactly, of rates to three significant digits.

    >>> subtract(0.3, 0.1), subtract(5, 7)
    (0.2, -2)
    """
    difference = second - first
    whole = float(first).is_integer() and float(second).is_integer()
    return int(difference) if whole else round_decimal(difference)


def list_colours(theme: Theme) -> tuple[str, ...]:
    """Return every colour of a map of differences, in the order of the legend."""
    only, zero = _ONLY[theme], palette(theme).zero
    return (only[0], *FEWER[theme][::-1], zero, *MORE[theme], only[1])


def left_out_colour(theme: Theme) -> str:
    """Return the colour of who is left out of what is counted."""
    return _LEFT_OUT[theme]


def write_difference(value: float) -> str:
    """Return a difference with its sign.

    >>> write_difference(2), write_difference(-0.25), write_difference(0)
    ('+2', '−0.25', '0')
    """
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{write_decimal(abs(value))}"


def scale_differences(values: Values, look: Look) -> Scaled:
    """Return the differences with their classes, in the order of the legend, of which each has a value.

    Fewer and more are divided alike, so that the sides exchanged give the same map with its colours exchanged.
    """
    found = values.find_differences()
    both = {code: value for code, value in found.items() if values.find_side(code) is None}
    steps = _merge(classify([abs(value) for value in both.values() if value]))
    places = {code: _place(found[code], values.find_side(code), steps) for code in found}
    drawn = sorted(set(places.values()))
    made = {place: _make_class(place, steps, look) for place in drawn}
    numbers = {code: drawn.index(place) for code, place in places.items()}
    return Scaled(found, numbers, tuple(made[p][0] for p in drawn), tuple(made[p][1] for p in drawn))


def _place(difference: float, side: int | None, steps: Sequence[Class]) -> int:
    """Return where a difference stands in the legend, 0 being as many on both sides."""
    if side is not None:
        return _MOST + 1 if side else -_MOST - 1
    if not difference:
        return 0
    step = next(number for number, one in enumerate(steps, 1) if one.low <= abs(difference) <= one.high)
    return step if difference > 0 else -step


def _merge(classes: Sequence[Class]) -> tuple[Class, ...]:
    """Return the classes joined to as few as a direction has colours for."""
    count = min(_MOST, len(classes))
    ends = [round(number * len(classes) / count) for number in range(count + 1)] if count else []
    groups = [classes[start:end] for start, end in pairwise(ends)]
    return tuple(Class(group[0].low, group[-1].high, "") for group in groups)


def _make_class(place: int, steps: Sequence[Class], look: Look) -> tuple[Class, str]:
    """Return the class that stands at a place of the legend, and its colour."""
    if abs(place) > _MOST:
        key, colour = (
            ("two.only_second", _ONLY[look.theme][1]) if place > 0 else ("two.only_first", _ONLY[look.theme][0])
        )
        return Class(0, 0, look.words(key)), colour
    if not place:
        return Class(0, 0, look.words("two.same")), palette(look.theme).zero
    one, colours = steps[abs(place) - 1], MORE[look.theme] if place > 0 else FEWER[look.theme]
    ends = (one.low, one.high) if place > 0 else (-one.high, -one.low)
    colour = colours[abs(place) - 1] if len(steps) > 1 else colours[1]
    return Class(*ends, _write_ends(*ends, look)), colour


def _write_ends(low: float, high: float, look: Look) -> str:
    if low == high:
        return write_difference(low)
    return look.words("two.ends", {"low": write_difference(low), "high": write_difference(high)})


def colour_direction(difference: float, theme: Theme) -> str:
    """Return the strong colour of more or of fewer; of as many the ink that is neither."""
    if not difference:
        return palette(theme).faint_ink
    return (MORE if difference > 0 else FEWER)[theme][_STRONG[theme]]
