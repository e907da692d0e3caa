"""The amounts of a text: a number with its bound, and its unit where it is money or a share."""

import re
from functools import cache
from typing import NamedTuple, cast

from geo.base.records import Bound, Refusal
from geo.languages.packs import read_pack
from geo.numbers.numerals import parse_numeral
from geo.text.numerals import CHINESE_NUMERAL, ENGLISH_NUMERAL


class Amount(NamedTuple):
    """A number that a text states.

    `start` and `end` take in its bound ("more than 80", "80多") and for money its currency ("US$20 million"); `first`
    and `last` are the numeral alone; what it counts begins at `end`. `unit` is "percent", an ISO 4217 code, or None
    for a bare number whose noun follows.
    """

    start: int
    end: int
    first: int
    last: int
    value: float
    value_to: float | None
    bound: Bound
    unit: str | None


def find_amounts(plain: str, language: str) -> tuple[list[Amount], list[Refusal]]:
    """Return the amounts of a plain text in order, never overlapping, and the numbers that could not be read."""
    amounts = []
    for match in _compile(language).finditer(plain):
        value = parse_numeral(match["number"], language)
        if value is None:
            continue
        bound = next((name for name in _bounds(language) if match[f"before_{name}"] or match[f"after_{name}"]), "exact")
        unit = "USD" if match["dollar"] or match["dollars"] else "percent" if match["percent"] else None
        first, last = match.span("number")
        amounts.append(Amount(match.start(), match.end(), first, last, value, None, cast(Bound, bound), unit))
    return amounts, []


def _bounds(language: str) -> dict[str, None]:
    pack = read_pack(language, "numbers")
    return dict.fromkeys(
        [*cast(dict[str, list[str]], pack["bounds_before"]), *cast(dict[str, list[str]], pack["bounds_after"])]
    )


@cache
def _compile(language: str) -> re.Pattern[str]:
    pack = read_pack(language, "numbers")
    parts = {}
    for side in ("before", "after"):
        words = cast(dict[str, list[str]], pack[f"bounds_{side}"])
        parts[side] = "|".join(
            f"(?P<{side}_{name}>{'|'.join(map(re.escape, words.get(name, [])))})"
            if name in words
            else f"(?P<{side}_{name}>(?!))"
            for name in _bounds(language)
        )
    if language == "zh":
        return re.compile(
            rf"(?<![A-Za-z0-9.,第])(?:{parts['before']})?(?P<dollar>US\$|\$)?(?P<number>{CHINESE_NUMERAL})(?:{parts['after']})?(?P<percent>%)?(?P<dollars>美元)?(?!年|月|日|时)"
        )
    return re.compile(
        rf"(?<![\w.,/#-])(?:(?:{parts['before']}) )?(?P<dollar>US\$ ?|\$)?(?P<number>{ENGLISH_NUMERAL})(?: ?(?:{parts['after']}))?(?P<percent>%| per ?cent)?(?P<dollars> dollars)?(?![\w/])",
        re.IGNORECASE,
    )
