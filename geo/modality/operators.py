"""The words of a Chinese sentence that tell whether its acts happened, found by their first character."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from geo.languages.packs import read_pack


class Operator(NamedTuple):
    """A word that tells of an act, and where it stands."""

    kind: str
    start: int
    end: int


class Operators(NamedTuple):
    """The patterns of the words by their first character, one pattern of all these characters, and the scopes."""

    first: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    scopes: Mapping[str, re.Pattern[str]]


@cache
def read_operators(language: str) -> Operators:
    """Return the words of a language that writes no spaces, from its file `modality.toml`."""
    pack = read_pack(language, "modality")
    kinds = cast("Mapping[str, list[str]]", pack["kinds"])
    scopes = cast("Mapping[str, str]", pack["scopes"])
    by_first: dict[str, list[str]] = {}
    for kind, entries in kinds.items():
        grouped: dict[str, list[str]] = {}
        for entry in entries:
            grouped.setdefault(entry[0], []).append(entry[1:])
        for first, rests in grouped.items():
            by_first.setdefault(first, []).append(f"(?P<{kind}_>{'|'.join(rests)})")
    return Operators(
        re.compile(f"[{''.join(sorted(by_first))}]"),
        {first: re.compile(first + "(?:" + "|".join(parts) + ")") for first, parts in by_first.items()},
        {name: re.compile(pattern) for name, pattern in scopes.items()},
    )


def find_operators(text: str, operators: Operators) -> list[Operator]:
    """Return the words that tell of acts, in order, none inside another."""
    found: list[Operator] = []
    end = 0
    for hit in operators.first.finditer(text):
        start = hit.start()
        if start < end:
            continue
        match = operators.patterns[hit[0]].match(text, start)
        if match:
            end = match.end()
            found.append(Operator((match.lastgroup or "")[:-1], start, end))
    return found
