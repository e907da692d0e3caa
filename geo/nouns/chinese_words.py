"""The words of a stretch of Chinese, each with its kind, names taken as one word each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
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

# Before a number it is a bound, no end of a word: 药品和约300件.
_BOUND = re.compile(r"[约近逾超][\d一二三四五六七八九十百千两]")


class Word(NamedTuple):
    """A word and its place; `kind` is one of the kinds of words.csv and nouns.toml, of a mention, or "other"."""

    start: int
    end: int
    text: str
    kind: str


@cache
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
        words += _name(mention)
        start = mention.end
    return words + _cut(plain, start, end)


def _name(mention: Mention) -> list[Word]:
    """Return a mention as a word; the name of a region may take in the noun: 阿拉伯|国家, 太平洋岛国."""
    start, end, text, kind = mention.start, mention.end, mention.text, mention.kind
    if kind == "region" and text.endswith("国家") and len(text) > 2:
        return [Word(start, end - 2, text[:-2], kind), Word(end - 2, end, "国家", "noun")]
    return [Word(start, end, text, "noun" if kind == "region" and text.endswith("国") else kind)]


def _list_within(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    while index < len(mentions) and mentions[index].end <= end:
        if mentions[index].start >= start:
            yield mentions[index]
            start = mentions[index].end
        index += 1


def _cut(plain: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch in order."""
    kinds, words = _read_dictionary().kinds, []
    for text in _split(plain[start:end], plain[end : end + 1]) if start < end else ():
        words.append(Word(start, start + len(text), text, kinds.get(text, "other")))
        start += len(text)
    return words


# Sides, nouns and clauses of one sentence ask for the same stretch one after another.
@lru_cache(maxsize=256)
def _split(stretch: str, following: str) -> Sequence[str]:
    """Cut a stretch so that the product of the words' frequencies is greatest (from the end, word by word)."""
    weights, plain, end = _read_dictionary().weights, stretch + following, len(stretch)
    scores, stops = [0.0] * (end + 1), [end] * (end + 1)
    for place in range(end - 1, -1, -1):
        best, best_stop = _UNKNOWN + scores[place + 1], place + 1
        for stop in range(place + 1, min(end, place + _LONGEST) + 1):
            weight = weights.get(plain[place:stop])
            if weight is None:
                break
            if weight < 0 and weight + scores[stop] >= best and not _BOUND.match(plain, stop - 1):
                best, best_stop = weight + scores[stop], stop
        scores[place], stops[place] = best, best_stop
    words, place = list[str](), 0
    while place < end:
        words.append(plain[place : stops[place]])
        place = stops[place]
    return words


_UNKNOWN = -log(_TOTAL)


class _Dictionary(NamedTuple):
    """Kinds of words, and the logarithm of their frequency; a beginning of words that is no word itself has 0."""

    kinds: dict[str, str]
    weights: dict[str, float]


@cache
def _read_dictionary() -> _Dictionary:
    """Return the words of the table and the reviewed ones, whose kinds go before."""
    table = Path(geo.languages.__file__).with_name("zh") / "words.csv"
    rows = (line.split(",") for line in table.read_text(encoding="utf-8").splitlines()[1:])
    kinds, weights = {}, {}
    for word, kind, count in rows:
        kinds[word], weights[word] = kind, log(int(count) / _TOTAL)
    for kind, reviewed in _list_reviewed():
        for word in reviewed:
            kinds[word] = kind
            weights.setdefault(word, log(_REVIEWED / _TOTAL))
    for word in list(kinds):
        for stop in range(1, len(word)):
            weights.setdefault(word[:stop], 0.0)
    return _Dictionary(kinds, weights)


def _list_reviewed() -> Iterator[tuple[str, list[str]]]:
    """Yield kinds of words with their words: nouns of known units first, then the reviewed words, which go before."""
    pack = read_pack("zh", "nouns")
    for endings in cast(Mapping[str, list[str]], pack["endings"]).values():
        yield "noun", [ending for ending in endings if len(ending) > 1]
    yield from cast(Mapping[str, list[str]], pack["words"]).items()
