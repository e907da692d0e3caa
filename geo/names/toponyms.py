"""Capitals, cities and provinces that stand for their country or area, as patterns.

They are data/names/places.csv. Their mentions have the rules capital, city and province, and are counted only where
that is asked for.
"""

from collections.abc import Iterator
from typing import cast

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, read_rows
from geo.names.patterns import CHECKS, PLACE_RULES, Check, Emission, Pattern


def list_toponyms() -> Iterator[Pattern]:
    """Yield a pattern for each name of a place; a Chinese one gives way to a country's name that begins inside it."""
    yield from read_rows(find_data_folder() / "names" / "places.csv", _make_pattern)


def _make_pattern(row: Row) -> Pattern:
    name, code = row["name"], row["code"]
    emission = Emission(0, len(name), (code,), code, choose(row, "rule", PLACE_RULES))
    english = row["language"] == "en"
    check = cast(Check, choose(row, "weak", CHECKS) or (_choose_check(code) if english else ""))
    languages = frozenset({"zh", "en"} if english else {"zh"})
    return Pattern(name, "place", (emission,), languages, english, check)


def _choose_check(code: str) -> Check:
    """Return the check of an English place: a town of the United States may bear any name from elsewhere."""
    return "paper" if code in ("USA", "CAN") else "namesake"
