"""Classes of a choropleth: whole-number limits that do not overlap, so that a reader can place any number."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

MOST_CLASSES = 5


class Class(NamedTuple):
    """One class: both limits belong to it; `label` is how the legend writes it."""

    low: int
    high: int
    label: str


def classify(values: Sequence[int]) -> tuple[Class, ...]:
    """Return at most five classes by quantiles that hold all values (whole numbers above 0), lowest first.

    A class begins one above the end of the class before, so that none is open to two readings; a class that would
    hold no value is not made.
    """
    numbers = np.unique(np.asarray(values, dtype=np.int64))
    if not len(numbers):
        return ()
    if len(numbers) <= MOST_CLASSES:
        return tuple(_make_class(n, n) for n in numbers.tolist())
    shares = np.linspace(0, 1, MOST_CLASSES + 1)[1:]
    highs = np.unique(np.quantile(np.asarray(values), shares, method="inverted_cdf").astype(np.int64))
    lows = [int(numbers[0]), *(int(numbers[numbers > high][0]) for high in highs[:-1])]
    return tuple(_make_class(low, high) for low, high in zip(lows, highs.tolist(), strict=True))


def find_class(classes: Sequence[Class], value: int) -> int:
    """Return the number of the class that holds a value; ValueError where none does."""
    for number, one in enumerate(classes):
        if one.low <= value <= one.high:
            return number
    raise ValueError(f"no class holds {value}")


def _make_class(low: int, high: int) -> Class:
    return Class(low, high, f"{low:,}" if low == high else f"{low:,}–{high:,}")
