"""The words of a language that tell whether an act happened, as tables for quick looking up."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from geo.languages.packs import read_pack

# What a word may be besides a word of a known kind: one that tells nothing, a form of any verb, the first of a phrase.
IDLE, VERB, FIRST = "idle", "verb", "first"
_REMEMBERED = 50_000  # words whose sort is kept: a text in another script must not fill the memory

Phrases = Mapping[str, tuple[tuple[list[str], str], ...]]


class Lexicon(NamedTuple):
    """The kinds of single words, the phrases by their first word (longest first), the sets of words and the patterns.

    `sorts` remembers what words were found to be.
    """

    kinds: Mapping[str, str]
    phrases: Phrases
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]
    sorts: dict[str, str]

    def is_past(self, word: str) -> bool:
        """Tell whether a word may be the past form of a verb."""
        if word.endswith("ed"):
            return len(word) > 3 and word not in self.words["never_past"]
        return word in self.words["irregular"] or word in self.words["past_only"]

    def is_gerund(self, word: str) -> bool:
        """Tell whether a word may be the form of a verb that ends in -ing."""
        return word.endswith("ing") and word not in self.words["never_gerund"]

    def sort(self, word: str) -> str:
        """Return the kind of a word, or else what it may be."""
        found = self._find_sort(word)
        if len(self.sorts) < _REMEMBERED:
            self.sorts[word] = found
        return found

    def _find_sort(self, word: str) -> str:
        kind = self.kinds.get(word)
        if kind is not None:
            return kind
        if word.endswith("n't"):
            return "not"
        if self.is_past(word) or self.is_gerund(word):
            return VERB
        if word in self.phrases:
            return FIRST
        return "adverb" if word.endswith("ly") else IDLE


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
        {},
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
