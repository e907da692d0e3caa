"""Classes of a choropleth: whole-number limits that do not overlap, so that a reader can place any number."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

import numpy as np

from geo.base.errors import DrawingError

MOST_CLASSES = 5
# Of limits that the user gives; more colours than these nobody tells apart.
MOST_LIMITS = 7
Method = Literal["quantiles", "natural", "equal", "own"]
METHODS: tuple[Method, ...] = get_args(Method)


class Class(NamedTuple):
    """One class: both limits belong to it; `label` is how the legend writes it."""

    low: float
    high: float
    label: str


def classify(values: Sequence[int], method: Method = "quantiles", limits: Sequence[int] = ()) -> tuple[Class, ...]:
    """Return at most five classes that hold all values (whole numbers above 0), lowest first.

    A class begins above the end of the class before, so that none is open to two readings. "quantiles" puts about as
    many values into each, "natural" breaks where the gaps are, "equal" takes steps of one width (and may hold none),
    "own" begins a class at each of `limits`, as many as there are. DrawingError where these do not rise from 1 on.
    """
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
        if one.low <= value <= one.high:
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
    return (*closed, Class(lows[-1], max(lows[-1], largest), f"≥ {lows[-1]:,}"))


def _make_class(low: int, high: int) -> Class:
    return Class(low, high, f"{low:,}" if low == high else f"{low:,}–{high:,}")
