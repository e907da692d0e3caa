"""The classes of a map with a colour each, as its options say: of one hue from faint to strong, or of two around a value."""

from collections.abc import Sequence
from statistics import median_high
from typing import NamedTuple

from geo.charts.appearance import Look
from geo.charts.classes import Class, Write, classify, classify_around
from geo.charts.decimals import write_decimal
from geo.charts.map_options import MapOptions
from geo.charts.palettes import FEWER, MORE, palette, spread

# Which of the three colours of a side its classes have, counted from the midpoint.
_OF_A_SIDE = {0: (), 1: (1,), 2: (0, 2), 3: (0, 1, 2)}
# Of a midpoint: beyond it no number is counted or stated.
_MOST = 1e15


class Scale(NamedTuple):
    """Classes, lowest first, and the colour of each."""

    classes: tuple[Class, ...]
    colours: tuple[str, ...]


def make_scale(
    values: Sequence[float], options: MapOptions, look: Look, write: Write = write_decimal, *, small: bool = False
) -> Scale:
    """Return the classes of values above 0; on a `small` map the faintest colour is left out where four do."""
    if options.method == "around":
        return _make_around(values, options, look, write)
    classes = classify(values, options.method, options.limits, write)
    steps = palette(look.theme, options.hue).steps
    if small and len(classes) < len(steps):
        # There it is hardly told from no data.
        steps = steps[1:]
    return Scale(classes, spread(steps, len(classes)) if classes else ())


def find_midpoint(values: Sequence[float], midpoint: float | None) -> float:
    """Return the value around which a map diverges: the one that is chosen, else the middle one of all."""
    return midpoint or (float(median_high(values)) if values else 1.0)


def read_midpoint(text: str) -> float | None:
    """Return the midpoint that a text writes; None where it is no number above 0.

    >>> read_midpoint("2.5"), read_midpoint("0"), read_midpoint("much")
    (2.5, None, None)
    """
    try:
        midpoint = float(text)
    except ValueError:
        return None
    return midpoint if 0 < midpoint < _MOST else None


def _make_around(values: Sequence[float], options: MapOptions, look: Look, write: Write) -> Scale:
    """Return orange classes below the midpoint and blue ones from it on, the stronger the farther."""
    below, above = classify_around(values, find_midpoint(values, options.midpoint), write)
    fewer = [FEWER[look.theme][step] for step in _OF_A_SIDE[len(below)][::-1]]
    more = [MORE[look.theme][step] for step in _OF_A_SIDE[len(above)]]
    return Scale((*below, *above), (*fewer, *more))
