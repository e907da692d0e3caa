"""Values that are no whole numbers: how they are rounded, written and divided into classes as whole ones are."""

from collections.abc import Sequence
from decimal import Decimal

from geo.charts.classes import MOST_CLASSES, Class, Method, classify

# Beyond these digits a rate of counts says nothing.
_DIGITS = 3
# So many places have the smallest rates: one event among the people of the largest country.
_PLACES = 12


def round_decimal(value: float) -> float:
    """Return a value to three significant digits.

    >>> round_decimal(0.00071654), round_decimal(1213.4)
    (0.000717, 1210.0)
    """
    return float(f"{value:.{_DIGITS}g}")


def write_decimal(value: float) -> str:
    """Return a value in digits alone: with as many places as it has, a whole one without any.

    >>> write_decimal(1210.0), write_decimal(0.000717), write_decimal(89)
    ('1,210', '0.000717', '89')
    """
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.{_PLACES}f}".rstrip("0")


def classify_decimals(
    values: Sequence[float], method: Method = "quantiles", limits: Sequence[int] = ()
) -> tuple[Class, ...]:
    """Return the classes of values above 0 of any kind; see geo.charts.classes.classify, which has those of whole ones.

    Inside they are counted in whole steps of their last place, so that no class is open to two readings; a class that
    ends where no value stands is written with the begin of the next ("5–<10").
    """
    grain = 10 ** max((_count_places(value) for value in values), default=0)
    if grain == 1:
        return classify([int(value) for value in values], method, limits)
    steps = [round(value * grain) for value in values]
    if method in ("quantiles", "natural") or (method == "equal" and len(set(steps)) <= MOST_CLASSES):
        return tuple(_make_class(one.low / grain, one.high / grain) for one in classify(steps, method))
    lows = [limit * grain for limit in limits] if method == "own" else _list_lows(min(steps), max(steps))
    found = classify(steps, "own", lows)
    ends = [f"<{write_decimal(one.low / grain)}" for one in found[1:]]
    closed = [
        Class(one.low / grain, one.high / grain, f"{write_decimal(one.low / grain)}–{end}")
        for one, end in zip(found, ends, strict=False)
    ]
    low, high = found[-1].low / grain, found[-1].high / grain
    return (*closed, Class(low, high, f"≥ {write_decimal(low)}"))


def _count_places(value: float) -> int:
    """Return how many decimal places a value has."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _list_lows(low: int, high: int) -> list[int]:
    """Return where classes of one width begin, the first apart: two digits of the width say them all."""
    width = (high - low + 1) / MOST_CLASSES
    digit = 10 ** max(0, len(str(int(width))) - _DIGITS + 1)
    width, start = -int(-width // digit) * digit, low // digit * digit
    return list(range(start + width, high + 1, width))[: MOST_CLASSES - 1]


def _make_class(low: float, high: float) -> Class:
    ends = write_decimal(low), write_decimal(high)
    return Class(low, high, ends[0] if low == high else "–".join(ends))
