"""A stated figure in words, with what it counts: 89 countries, 1 team."""

from geo.base.records import Bound
from geo.charts.appearance import Look

_SEVERAL = 2


def write_counted(figure: str, value: float, bound: Bound, unit: str, look: Look) -> str:
    """Return a figure, as it is to be written, with its unit; of an unknown unit its own word.

    >>> write_counted("89", 89, "exact", "countries", Look()), write_counted("1", 1, "exact", "teams", Look())
    ('89 countries', '1 team')
    """
    # "1.5 tonnes" and "more than 1 country" are several.
    number = int(value) if bound == "exact" and float(value).is_integer() else _SEVERAL
    key = f"counted.{unit}"
    return look.words.count(key, number, {"figure": figure}) if look.words.follows_number(key) else f"{figure} {unit}"
