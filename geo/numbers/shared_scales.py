"""Two moneys that share the scale behind their bracket: "SDR 161 (US$227) million"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from geo.languages.packs import read_values
from geo.numbers.amounts import Amount
from geo.numbers.numerals import tidy

_OPENS = re.compile(r"\s?\(")
_UNSCALED = 1_000


def share_scales(plain: str, amounts: Sequence[Amount], language: str) -> list[Amount]:
    """Return the amounts of a plain text, those before a bracket and in it with the scale that stands behind it."""
    shared = list(amounts)
    for place, (money, worth) in enumerate(pairwise(amounts)):
        if not (_is_plain(money) and _is_plain(worth)) or not _OPENS.fullmatch(plain, money.end, worth.start):
            continue
        behind = _compile_scale(language).match(plain, worth.end)
        if behind:
            scale = read_values(language, "numbers", "scales")[behind["scale"].lower()]
            shared[place] = money._replace(value=tidy(money.value * scale))
            shared[place + 1] = worth._replace(value=tidy(worth.value * scale))
    return shared


def _is_plain(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.isupper() and amount.value < _UNSCALED and amount.value_to is None


@cache
def _compile_scale(language: str) -> re.Pattern[str]:
    scales = "|".join(map(re.escape, read_values(language, "numbers", "scales")))
    return re.compile(rf"\)\s?(?P<scale>{scales})\b", re.IGNORECASE)
