"""The words of a stretch of Chinese, each with its kind, names taken as one word each."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import NamedTuple, cast

import geo.languages
from geo.base.records import Mention
from geo.languages.packs import read_pack

_LONGEST = 6
# What a word that only the reviewed list has is taken to occur; single unknown characters are the rarest.
_REVIEWED = 300
_TOTAL = 60_000_000


class Word(NamedTuple):
    """A word and its place; `kind` is one of the kinds of words.csv and nouns.toml, of a mention, or "other"."""

    start: int
    end: int
    text: str
    kind: str


def read_words(table: str, key: str) -> frozenset[str]:
    """Return one list of words of the nouns that Chinese counts (geo/languages/zh/nouns.toml)."""
    return frozenset(cast(Mapping[str, list[str]], read_pack("zh", "nouns")[table])[key])


def cut_words(plain: str, start: int, end: int, mentions: Sequence[Mention] = ()) -> list[Word]:
    """Return the likeliest words from `start` to `end`; a mention that lies there is a word of its own kind.

    >>> [word.text for word in cut_words("负压隔离病床", 0, 6)]
    ['负压', '隔离', '病床']
    """
    words: list[Word] = []
    for mention in _list_within(mentions, start, end):
        words += _cut(plain, start, mention.start)
        # A name may take in the noun: 太平洋岛国.
        kind = "noun" if mention.kind == "region" and mention.text.endswith("国") else mention.kind
        words.append(Word(mention.start, mention.end, mention.text, kind))
        start = mention.end
    return words + _cut(plain, start, end)


def _list_within(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    while index < len(mentions) and mentions[index].end <= end:
        if mentions[index].start >= start:
            yield mentions[index]
            start = mentions[index].end
        index += 1


def _cut(plain: str, start: int, end: int) -> list[Word]:
    """Cut a stretch so that the product of the words' frequencies is greatest (from the end, word by word)."""
    known = _read_dictionary()
    best: list[tuple[float, int]] = [(0.0, end)]
    for place in range(end - 1, start - 1, -1):
        choices = [(_UNKNOWN + best[-1][0], place + 1)]
        for stop in range(place + 1, min(end, place + _LONGEST) + 1):
            entry = known.get(plain[place:stop])
            if entry:
                choices.append((entry[1] + best[end - stop][0], stop))
        best.append(max(choices))
    words, place = [], start
    while place < end:
        stop = best[end - place][1]
        text = plain[place:stop]
        words.append(Word(place, stop, text, known[text][0] if text in known else "other"))
        place = stop
    return words


_UNKNOWN = -log(_TOTAL)


@cache
def _read_dictionary() -> dict[str, tuple[str, float]]:
    """Return kind and logarithm of the frequency of each word; the reviewed kinds go before those of the table."""
    table = Path(geo.languages.__file__).with_name("zh") / "words.csv"
    words: dict[str, tuple[str, float]] = {}
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        word, kind, count = line.split(",")
        words[word] = (kind, log(int(count)) - log(_TOTAL))
    for kind, reviewed in cast(Mapping[str, list[str]], read_pack("zh", "nouns")["words"]).items():
        for word in reviewed:
            weight = words[word][1] if word in words else log(_REVIEWED) - log(_TOTAL)
            words[word] = (kind, weight)
    return words
