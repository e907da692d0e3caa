"""Patterns of the words of a language's tables."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from geo.languages.packs import choose_language, read_pack

NEVER = re.compile("(?!)")

_Words = Mapping[str, str]


@cache
def read_words(language: str, table: str) -> tuple[_Words, str]:
    """Return the words of each entry of a table as one pattern, the longer first, and the language it is written in.

    An entry that is a string is a pattern already; what English has and a language has not is never found. A language
    without its own table is read with that of English.
    """
    written = language if language == "zh" else choose_language(language, table)
    lists = read_pack(written, table)
    missing = dict.fromkeys(read_pack("en", table), NEVER.pattern)
    own = {name: words if isinstance(words, str) else join_words(words) for name, words in lists.items()}
    return missing | own, written


def join_words(words: object) -> str:
    """Return a pattern of words, the longer first."""
    return "|".join(re.escape(word) for word in sorted(cast(Sequence[str], words), key=len, reverse=True))


def find_word(words: str) -> re.Pattern[str]:
    """Return a pattern that finds any of some words of a language that writes spaces."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def find_before(words: str, opener: str = "", after: str = r"\s") -> re.Pattern[str]:
    """Return a pattern that finds some words, what parts them from others, and what may follow, right before a place."""
    return re.compile(rf"\b(?:{words}){after}{opener}$", re.IGNORECASE)


def find_characters(words: str) -> re.Pattern[str]:
    """Return a pattern that finds any of some words of a language without spaces."""
    return re.compile(rf"(?:{words})")


def find_characters_before(words: str) -> re.Pattern[str]:
    """Return a pattern that finds some words of a language without spaces right before a place."""
    return re.compile(rf"(?:{words})$")
