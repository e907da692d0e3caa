"""Where one Chinese word ends and the next begins, wherever that decides whether a name is one.

Chinese is written without spaces: 在意大利 holds the word 在意 (to care) and the name 意大利, 江苏丹阳 two cities and the
letters of 苏丹. Whether a name stands is asked of the likeliest cut of its surroundings into words and names: that whose
words are, multiplied, most frequent. A name stands if that cut has an edge where it begins and one where it ends.

The words with their frequency are geo/languages/zh/words.csv, those that it lacks data/names/zh_words.csv; the names are
those of the gazetteer.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from operator import add
from pathlib import Path
from typing import NamedTuple

import geo.languages
from geo.base.folders import find_data_folder
from geo.base.rows import read_rows

_TOTAL = 60_000_000
# How often a word of our list is taken to occur where it does not say.
_REVIEWED = 1000
# How often a name is taken to occur at least. In the press that of a country does more often than in books.
_NAME = log(300 / _TOTAL)
_COUNTRY = log(3000 / _TOTAL)
_PRESS = log(8)
_NUMERAL = 20_000
# A character that the table lacks: a numeral, a part of names, or what is no word alone.
_UNKNOWN = log(300 / _TOTAL)
_NUMERALS = "0123456789一二三四五六七八九十百千万亿两"
_COUNTED = "几多第年月者们种"
# Where no sure edge is nearer, a cut begins or ends at so many characters from the name.
_REACH = 8
_LONGEST = 12
_NOTHING = frozenset[str]()


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """The words and names of Chinese: the logarithm of their frequency, 0 for what only begins one.

    `joints` tells where a word that only adds to a name has an edge: 加拿大|人. `after` and `before` hold by character what
    stands next to it inside a word or name: between any others, and at a joint, is an edge.
    """

    weights: Mapping[str, float]
    joints: Mapping[str, int]
    after: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]


# Of a language that is written with spaces, or whose names have edges of their own.
NO_LEXICON = Lexicon({}, {}, {}, {})


class NameLists(NamedTuple):
    """The names of Chinese by what they do to its words.

    Those that are `sure` go before other words; shields, which only contain a name, are rare; 地区 adds nothing to a
    group of short forms; `shorts` are the characters that stand for a country.
    """

    names: Collection[str]
    sure: Collection[str] = ()
    shields: Collection[str] = ()
    groups: Collection[str] = ()
    shorts: Collection[str] = ()


def make_lexicon(lists: NameLists) -> Lexicon:
    """Return the lexicon of the words of the language and of names."""
    names, sure, shields, groups, shorts = lists
    known = {name for name in (*names, *shields) if 1 < len(name) <= _LONGEST and not name.endswith("国家")}
    weights = dict(_read_weights())
    for name in known:
        weight = weights.get(name, _NAME)
        weights[name] = max(weight + _PRESS, _COUNTRY) if name in sure else max(weight, _NAME)
    weights |= {short: max(weights.get(short, _UNKNOWN), _COUNTRY) for short in shorts}
    joints = dict(_find_joints(weights, known)) | {group + "地区": len(group) for group in groups}
    pairs = _list_pairs(weights, joints)
    begun = {word[:stop] for word in weights for stop in range(1, len(word))}
    whole = dict.fromkeys(begun, 0.0) | weights
    return Lexicon(whole, joints, _index_neighbours(pairs), _index_neighbours(pair[::-1] for pair in pairs))


def _list_pairs(words: Iterable[str], joints: Mapping[str, int]) -> set[str]:
    """Return the characters that stand next to each other inside words, but for the joints."""
    pairs: set[str] = set()
    for word in words:
        if word not in joints:
            pairs.update(map(add, word, word[1:]))
        else:
            pairs.update(word[place - 1 : place + 1] for place in range(1, len(word)) if place != joints[word])
    return pairs


def _index_neighbours(pairs: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the second characters of pairs by the first."""
    neighbours: dict[str, list[str]] = {}
    for pair in pairs:
        neighbours.setdefault(pair[0], []).append(pair[1])
    return {first: frozenset(seconds) for first, seconds in neighbours.items()}


def _find_joints(words: Iterable[str], names: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield words with where the longest name that begins one ends, or that ends it begins."""
    heads, tails = {name[:2] for name in names}, {name[-2:] for name in names}
    for word in words:
        if len(word) < 3 or word in names:
            continue
        lengths = range(len(word) - 1, 1, -1)
        joint = next((length for length in lengths if word[:length] in names), 0) if word[:2] in heads else 0
        if not joint and word[-2:] in tails:
            joint = next((len(word) - length for length in lengths if word[-length:] in names), 0)
        if joint:
            yield word, joint


def stands_apart(lexicon: Lexicon, text: str, start: int, stop: int) -> bool:
    """Tell whether the likeliest cut of a text around a name has an edge where it begins and one where it ends.

    >>> stands_apart(make_lexicon(NameLists(["意大利"], ["意大利"])), "专家在意大利工作", 3, 6)
    True
    """
    first, last = _find_bounds(lexicon.after, text, start, stop)
    edges = _cut(lexicon, text[first:last])
    return start - first in edges and stop - first in edges


def find_edges(lexicon: Lexicon, text: str, start: int, stop: int) -> Container[int]:
    """Return the edges of the likeliest cut of a text around a form; where nothing reaches into it, every place is one.

    >>> 1 in find_edges(make_lexicon(NameLists([])), "完美方案", 1, 3)
    False
    """
    first, last = _find_bounds(lexicon.after, text, start, stop)
    if first == start and last == stop:
        return range(start, stop + 1)
    return {first + edge for edge in _cut(lexicon, text[first:last])}


@lru_cache(maxsize=100_000)
def _cut(lexicon: Lexicon, stretch: str) -> frozenset[int]:
    """Return the edges of the likeliest cut of a stretch, found from its end; the same stretches come again and again."""
    weights, length = lexicon.weights, len(stretch)
    scores, stops = [0.0] * (length + 1), [length] * length
    for place in range(length - 1, -1, -1):
        best, best_stop = scores[place + 1] + _UNKNOWN, place + 1
        for end in range(place + 1, min(length, place + _LONGEST) + 1):
            weight = weights.get(stretch[place:end])
            if weight is None:
                break
            if weight and weight + scores[end] > best:
                best, best_stop = weight + scores[end], end
        scores[place], stops[place] = best, best_stop
    return frozenset(_follow(lexicon.joints, stretch, stops))


def _follow(joints: Mapping[str, int], stretch: str, stops: list[int]) -> Iterator[int]:
    """Yield the edges of a cut: its first and last, those between its words, and those inside them."""
    place = 0
    while place < len(stretch):
        yield place
        stop = stops[place]
        yield place + joints.get(stretch[place:stop], 0)
        place = stop
    yield place


def _find_bounds(after: Mapping[str, frozenset[str]], text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the nearest sure edges before and behind a place."""
    first, least = start, max(0, start - _REACH)
    while first > least and text[first] in after.get(text[first - 1], _NOTHING):
        first -= 1
    last, most = stop, min(len(text), stop + _REACH)
    while last < most and text[last] in after.get(text[last - 1], _NOTHING):
        last += 1
    return first, last


@cache
def _read_weights() -> Mapping[str, float]:
    """Return the words of the language with the logarithm of their frequency."""
    weights: dict[str, float] = {}
    for line in _read_table().splitlines()[1:]:
        word, _, count = line.split(",")
        weights[word] = log(int(count) / _TOTAL)
    days = (sign + "日" for sign in _NUMERALS if sign not in "百千万亿两")
    weights |= dict.fromkeys((*_NUMERALS, *_COUNTED, *days), log(_NUMERAL / _TOTAL))
    return weights | {word: log((count or _REVIEWED) / _TOTAL) for word, count in read_own_words().items()}


@cache
def read_own_words() -> Mapping[str, int]:
    """Return the ordinary words of data/names/zh_words.csv with their frequency, 0 for one that no frame makes a country."""
    rows = read_rows(find_data_folder() / "names" / "zh_words.csv", dict)
    return {row["word"]: int(row["count"] or 0) for row in rows}


def _read_table() -> str:
    return (Path(geo.languages.__file__).with_name("zh") / "words.csv").read_text(encoding="utf-8")
