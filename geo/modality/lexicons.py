"""The words of a language that tell whether an act happened, as tables for quick looking up."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from geo.languages.packs import read_pack

Phrases = Mapping[str, tuple[tuple[list[str], str], ...]]


class Lexicon(NamedTuple):
    """The kinds of single words, the phrases by their first word (longest first), the sets of words and the patterns."""

    kinds: Mapping[str, str]
    phrases: Phrases
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]


@cache
def read_lexicon(language: str) -> Lexicon:
    """Return the words of a language that writes spaces between them, from its file `modality.toml`."""
    pack = read_pack(language, "modality")
    kinds = cast("Mapping[str, list[str]]", pack["kinds"])
    words = cast("Mapping[str, list[str]]", pack["words"])
    patterns = cast("Mapping[str, str]", pack["patterns"])
    return Lexicon(
        {entry: kind for kind, entries in kinds.items() for entry in entries if " " not in entry},
        _index_phrases(kinds),
        {name: frozenset(entries) for name, entries in words.items()},
        {name: re.compile(pattern, re.VERBOSE if "\n" in pattern else 0) for name, pattern in patterns.items()},
    )


def _index_phrases(kinds: Mapping[str, list[str]]) -> Phrases:
    """Return the entries of several words by their first one: the rest of each and its kind, the longest first."""
    index: dict[str, list[tuple[list[str], str]]] = {}
    for kind, entries in kinds.items():
        for entry in entries:
            first, *rest = entry.split(" ")
            if rest:
                index.setdefault(first, []).append((rest, kind))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in index.items()}
