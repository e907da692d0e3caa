"""A stated figure in words, with what it counts: 89 countries, 1 team."""

from geo.base.records import Bound
from geo.charts.appearance import Look


def write_counted(figure: str, value: float, bound: Bound, unit: str, look: Look) -> str:
    """Return a figure, as it is to be written, with its unit; of an unknown unit its own word.

    >>> write_counted("89", 89, "exact", "countries", Look()), write_counted("1", 1, "exact", "teams", Look())
    ('89 countries', '1 team')
    """
    counted = "counted_one" if value == 1 and bound == "exact" else "counted"
    return look.words.find(f"{counted}.{unit}", "{figure} " + unit.replace("{", "").replace("}", "")).format(
        figure=figure
    )
