"""How each language writes its numbers, and what a whole numeral is worth."""

import re
from collections.abc import Callable
from functools import cache
from typing import Protocol

from geo.languages.packs import read_pack
from geo.numbers.characters import Characters
from geo.numbers.numerals import Numeral
from geo.numbers.spelled import Spelled
from geo.numbers.words import Words


class Writing(Protocol):
    """How a language writes numbers: the pattern of a numeral, of its first signs, and the reader of what it matches."""

    pattern: re.Pattern[str]
    begins: re.Pattern[str]

    def read(self, match: re.Match[str]) -> Numeral:
        """Return what a match of the pattern is worth."""


def parse_numeral(text: str, language: str) -> float | None:
    """Return what a whole numeral is worth, or None where it breaks the rules of its writing.

    >>> parse_numeral("一百二十", "zh"), parse_numeral("1亿2000万", "zh"), parse_numeral("twenty-five", "en")
    (120.0, 120000000.0, 25.0)
    >>> parse_numeral("三四", "zh") is parse_numeral("12,34", "en") is None
    True
    """
    writing = read_writing(language)
    match = writing.pattern.fullmatch(text.strip().lower())
    numeral = writing.read(match) if match else None
    return numeral.value if numeral and numeral.value_to is None and not numeral.share else None


_WRITINGS: dict[str, Callable[[str], Writing]] = {"characters": Characters, "words": Words, "spelled": Spelled}


@cache
def read_writing(language: str) -> Writing:
    """Return how a language writes its numbers, as its pack says: in characters, in English words, or spelled as it says."""
    return _WRITINGS[str(read_pack(language, "numbers")["writing"])](language)
