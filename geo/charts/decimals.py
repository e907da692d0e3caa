"""Values that are no whole numbers: how they are rounded and written."""

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
