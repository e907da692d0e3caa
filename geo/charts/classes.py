"""Classes of a choropleth: limits that do not overlap, so that a reader can place any number.

Numbers with decimals are divided in whole steps of their last decimal: 0.1 to 1.4, then 1.5 to 3.1.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

import numpy as np

from geo.base.errors import DrawingError
from geo.charts.decimals import write_decimal

MOST_CLASSES = 5
# Of limits that the user gives; more colours than these nobody tells apart.
MOST_LIMITS = 7
# How values are divided; or they are, below and above a midpoint (see classify_around).
Division = Literal["quantiles", "natural", "equal", "log", "own"]
DIVISIONS: tuple[Division, ...] = get_args(Division)
Method = Literal["quantiles", "natural", "equal", "log", "around", "own"]
METHODS: tuple[Method, ...] = get_args(Method)


class Class(NamedTuple):
    """One class: both limits belong to it; `label` is how the legend writes it."""

    low: float
    high: float
    label: str


Write = Callable[[float], str]
# By what a limit of "log" is multiplied for the next, in turns: the finest of these that makes few enough classes.
_RISES: tuple[tuple[float, ...], ...] = ((2, 2.5, 2), (5, 2), (10,), (100,), (1000,), (10_000,))
# A float holds no more digits of a number than these.
_DIGITS = 15
# Of the width of a class so many digits are kept: they say it all.
_WIDTH_DIGITS = 2
# How far a number may lie from its own whole steps.
_NEAR = 1e-9
# On either side of a midpoint.
_MOST_A_SIDE = 3
# Before the begin of a class without an end.
_OPEN = "≥ "


def classify(
    values: Sequence[float], method: Division = "quantiles", limits: Sequence[int] = (), write: Write = write_decimal
) -> tuple[Class, ...]:
    """Return at most five classes that hold all values (numbers above 0), lowest first; `write` writes their limits.

    A class begins above the end of the class before, so that none is open to two readings. "quantiles" puts about as
    many values into each, "natural" breaks where the gaps are, "equal" takes steps of one width (and may hold none),
    "log" begins at 1, 2, 5, 10, 20, 50 … where that makes no more than seven, else at fewer of them, "own" begins a class at each of `limits`, as many as there are. DrawingError where these do not rise from 1 on.
    Numbers with decimals are divided in whole steps of their last one; a class of them that ends where no value stands
    is written with the begin of the next ("5–<10").
    """
    if method == "own" and values:
        _check_limits(limits)
    grain = 10 ** _count_places(values)
    steps = [round(value * grain) for value in values]
    by_values = method in ("quantiles", "natural") or (method == "equal" and len(set(steps)) <= MOST_CLASSES)
    if method == "log" and steps:
        method, limits = "own", _list_rising(min(steps), max(steps))
    elif method == "own":
        limits = [limit * grain for limit in limits]
    if grain == 1 or by_values:
        return tuple(_name(one, grain, write) for one in _divide(steps, method, limits))
    lows = limits if method == "own" else _list_lows(min(steps), max(steps))
    return _name_open(_divide(steps, "own", lows), grain, write)


def classify_around(
    values: Sequence[float], midpoint: float, write: Write = write_decimal
) -> tuple[tuple[Class, ...], tuple[Class, ...]]:
    """Return the classes below a midpoint and those from it on, at most three each: it is where one class begins.

    Either side has about as many values in each of its classes.

    >>> [one.label for side in classify_around([1, 2, 8, 9, 12, 40], 10) for one in side]
    ['1', '2–8', '9', '10–12', '40']
    """
    sides = [value for value in values if value < midpoint], [value for value in values if value >= midpoint]
    below, above = (_join(classify(side), write) for side in sides)
    if above and above[0].low > midpoint:
        above = (_span(midpoint, above[0].high, write), *above[1:])
    return below, above


def _join(classes: Sequence[Class], write: Write) -> tuple[Class, ...]:
    """Return classes joined to as few as a side has colours for."""
    count = min(_MOST_A_SIDE, len(classes))
    ends = [round(number * len(classes) / count) for number in range(count + 1)] if count else []
    return tuple(_span(classes[one].low, classes[other - 1].high, write) for one, other in pairwise(ends))


def _span(low: float, high: float, write: Write) -> Class:
    return Class(low, high, write(low) if low == high else f"{write(low)}–{write(high)}")


def _list_rising(low: int, high: int) -> list[int]:
    """Return where the classes of "log" begin, the first at or below the lowest value."""
    for rise in _RISES:
        lows = list(_rise(rise, low, high))
        if len(lows) <= MOST_LIMITS:
            break
    return lows


def _rise(rise: tuple[float, ...], low: int, high: int) -> Iterator[int]:
    """Yield 1 and what follows from it by a rise, as far as the values need it."""
    limit, turn = 1.0, 0
    while limit <= high:
        following = limit * rise[turn % len(rise)]
        if following > low:
            yield int(limit)
        limit, turn = following, turn + 1


def _count_places(values: Sequence[float]) -> int:
    """Return with how many decimal places all values are whole steps, as far as a float holds them."""
    exponents = [Decimal(repr(float(value))).normalize().as_tuple().exponent for value in values]
    places = max((-one for one in exponents if isinstance(one, int)), default=0)
    return max(0, min(places, _DIGITS - len(str(int(max(values, default=0))))))


def _name(one: Class, grain: int, write: Write) -> Class:
    """Return a class of whole steps as the numbers that they stand for."""
    low, high = (one.low, one.high) if grain == 1 else (one.low / grain, one.high / grain)
    if one.label.startswith(_OPEN):
        return Class(low, high, _OPEN + write(low))
    return Class(low, high, write(low) if low == high else f"{write(low)}–{write(high)}")


def _name_open(found: Sequence[Class], grain: int, write: Write) -> tuple[Class, ...]:
    """Return classes of whole steps, each written up to the begin of the next."""
    ends = [f"<{write(one.low / grain)}" for one in found[1:]]
    closed = [
        Class(one.low / grain, one.high / grain, f"{write(one.low / grain)}–{end}")
        for one, end in zip(found, ends, strict=False)
    ]
    low, high = found[-1].low / grain, found[-1].high / grain
    return (*closed, Class(low, high, _OPEN + write(low)))


def _list_lows(low: int, high: int) -> list[int]:
    """Return where classes of one width begin, the first apart."""
    width = (high - low + 1) / MOST_CLASSES
    digit = 10 ** max(0, len(str(int(width))) - _WIDTH_DIGITS)
    width, start = -int(-width // digit) * digit, low // digit * digit
    return list(range(start + width, high + 1, width))[: MOST_CLASSES - 1]


def _divide(values: Sequence[int], method: Division, limits: Sequence[int]) -> tuple[Class, ...]:
    """Return the classes of whole numbers."""
    numbers = np.unique(np.asarray(values, dtype=np.int64))
    if not len(numbers):
        return ()
    if method == "own":
        return _classify_by_limits(numbers, limits)
    if len(numbers) <= MOST_CLASSES:
        return tuple(_make_class(n, n) for n in numbers.tolist())
    if method == "equal":
        return _classify_by_steps(int(numbers[0]), int(numbers[-1]))
    highs = _find_quantiles(values) if method == "quantiles" else _find_breaks(values)
    lows = [int(numbers[0]), *(int(numbers[numbers > high][0]) for high in highs[:-1])]
    return tuple(_make_class(low, high) for low, high in zip(lows, highs, strict=True))


def find_class(classes: Sequence[Class], value: float) -> int:
    """Return the number of the class that holds a value; ValueError where none does."""
    for number, one in enumerate(classes):
        if one.low - _NEAR * abs(one.low) <= value <= one.high + _NEAR * abs(one.high):
            return number
    raise ValueError(f"no class holds {value}")


def _find_quantiles(values: Sequence[int]) -> list[int]:
    shares = np.linspace(0, 1, MOST_CLASSES + 1)[1:]
    highs: list[int] = np.unique(np.quantile(np.asarray(values), shares, method="inverted_cdf").astype(int)).tolist()
    return highs


def _find_breaks(values: Sequence[int]) -> list[int]:
    """Return the highest value of each class of the division with the least squared deviation from class means.

    Fisher, W. D. (1958), On grouping for maximum homogeneity; what Jenks's natural breaks approach, found exactly.
    """
    numbers, counts = np.unique(np.asarray(values, dtype=float), return_counts=True)
    weight = np.concatenate([[0], np.cumsum(counts)])
    total = np.concatenate([[0], np.cumsum(counts * numbers)])
    square = np.concatenate([[0], np.cumsum(counts * numbers**2)])
    ends = np.arange(1, len(numbers) + 1)
    best = square[1:] - total[1:] ** 2 / weight[1:]
    cuts = []
    for groups in range(2, MOST_CLASSES + 1):
        # The last of the groups begins at `start`, counted from 0, and at least one value stands in each before it.
        costs = np.full((len(numbers), len(numbers)), np.inf)
        for start in range(groups - 1, len(numbers)):
            held, inside = ends[start:], weight[start + 1 :] - weight[start]
            spread = square[held] - square[start] - (total[held] - total[start]) ** 2 / inside
            costs[start, start:] = best[start - 1] + spread
        cuts.append(costs.argmin(axis=0))
        best = costs.min(axis=0)
    return _follow(cuts, numbers)


def _follow(cuts: Sequence[np.ndarray], numbers: np.ndarray) -> list[int]:
    """Return the highest value of each class; `cuts` says where the last of 2, 3 … groups begins."""
    last, highs = len(numbers) - 1, []
    for cut in reversed(cuts):
        highs.append(int(numbers[last]))
        last = int(cut[last]) - 1
    return [int(numbers[last]), *reversed(highs)]


def _classify_by_steps(low: int, high: int) -> tuple[Class, ...]:
    step = -(-(high - low + 1) // MOST_CLASSES)
    return tuple(_make_class(start, start + step - 1) for start in range(low, high + 1, step))


def read_limits(text: str) -> tuple[int, ...]:
    """Return the limits that a text lists ("1, 5, 20"); DrawingError where they are no limits of classes.

    >>> read_limits("1, 5，20")
    (1, 5, 20)
    """
    parts = [part.strip() for part in re.split("[,，、;；]", text)]
    if not all(re.fullmatch(r"\d{1,12}", part) for part in parts):
        raise DrawingError(f"{text} are no limits; give whole numbers that rise, like 1, 5, 10")
    limits = tuple(int(part) for part in parts)
    _check_limits(limits)
    return limits


def _check_limits(limits: Sequence[int]) -> None:
    shown = ", ".join(map(str, limits)) or "none"
    if not limits or limits[0] < 1 or any(one >= other for one, other in pairwise(limits)):
        raise DrawingError(f"the limits of the classes are {shown}; give whole numbers that rise, like 1, 5, 10")
    if len(limits) > MOST_LIMITS:
        raise DrawingError(f"the limits of the classes are {shown}; give at most {MOST_LIMITS}")


def _classify_by_limits(numbers: np.ndarray, limits: Sequence[int]) -> tuple[Class, ...]:
    _check_limits(limits)
    smallest, largest = int(numbers[0]), int(numbers[-1])
    lows = [smallest, *limits] if smallest < limits[0] else list(limits)
    closed = [_make_class(low, following - 1) for low, following in pairwise(lows)]
    return (*closed, Class(lows[-1], max(lows[-1], largest), f"{_OPEN}{lows[-1]:,}"))


def _make_class(low: int, high: int) -> Class:
    return Class(low, high, f"{low:,}" if low == high else f"{low:,}–{high:,}")
