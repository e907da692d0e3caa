"""The levels of an axis of numbers: round ones, from nothing up."""

_MOST_LEVELS = 4
# The room above the highest figure.
HEADROOM = 1.12


def list_levels(most: float) -> list[int]:
    """Return at most five whole numbers from 0 to below a number, a step of 1, 2 or 5 times a power of ten apart.

    >>> list_levels(47)
    [0, 20, 40]
    """
    steps = (base * 10**power for power in range(16) for base in (1, 2, 5))
    step = next(step for step in steps if most / step <= _MOST_LEVELS)
    return list(range(0, int(most) + 1, step))
