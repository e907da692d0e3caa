"""Names in a line of capitals, with the words around them as a text would have them: "CHAD MWANGI WON" as "Chad Mwangi won".

The guards of names look for capitals: a word with one beside a name may be a family name, one without is none. In a line
of capitals this tells nothing, so the words are spelt small first, every offset unchanged: those that the language's
tables know as common ones without a capital, those that they know as names with one. Of the others the neighbours of
a name get a capital: what may be a person is none of a country's.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from geo.languages.packs import read_pack
from geo.names.english_contexts import read_english_words

_AROUND = 200
_NEAR = 30
_SHORTEST = 3  # letters of a name
_LONGEST_ACRONYM = 3
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VOCABULARY = ("articles", "links", "listing", "modality", "nouns", "numbers", "persons", "rules", "things", "units", "verbs")  # fmt: skip
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "'s")
Spell = Callable[[str, bool], str]


class Spelt(NamedTuple):
    """A stretch of a text in small letters, and where the name stands in it."""

    text: str
    start: int
    stop: int


def stands_in_capitals(text: str, start: int, stop: int) -> bool:
    """Tell whether a name stands in a line of capitals, as far as the words beside it tell."""
    return stop - start >= _SHORTEST and text[start:stop].isupper() and _has_capitals_beside(text, start, stop)


def spell_small(text: str, start: int, stop: int, name: str, spell: Spell) -> Spelt:
    """Return the surroundings of a name in capitals in small letters, with the name as it is given.

    `spell` is given each other word, and whether it is the name's neighbour.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    end = text.find("\n", stop, stop + _AROUND)
    last = end if end >= 0 else min(len(text), stop + _AROUND)
    before, behind = text[first:start], text[stop:last]
    written = (*_respell(before, len(before), spell), name, *_respell(behind, 0, spell))
    return Spelt("".join(written), start - first, start - first + len(name))


def _has_capitals_beside(text: str, start: int, stop: int) -> bool:
    """Tell whether the nearest word before or behind a name is in capitals, as a letter alone may be anywhere."""
    before = _WORD.findall(text, max(0, start - _NEAR), start)[-1:]
    behind = _WORD.findall(text, stop, stop + _NEAR)[:1]
    return any(len(word) > 1 and word.isupper() for word in (*before, *behind))


def _respell(text: str, name: int, spell: Spell) -> Iterator[str]:
    """Yield a text before or behind a name with its words in capitals spelt small; the name stands at a place of it."""
    last = 0
    for word in _WORD.finditer(text):
        yield text[last : word.start()]
        gap = text[word.end() : name] if name else text[: word.start()]
        written = spell(word.group(), gap == " ") if word.group().isupper() else word.group()
        yield written if len(written) == len(word.group()) else word.group()
        last = word.end()
    yield text[last:]


def spell_english(word: str, beside: bool) -> str:
    """Return an English word in capitals as a text has it within a sentence; one that nobody knows has a capital beside a name.

    >>> [spell_english(word, True) for word in ("TROOPS", "MWANGI", "MICHAEL", "UAE")]
    ['troops', 'Mwangi', 'Michael', 'UAE']
    """
    small = word.lower()
    if small in _read_small():
        return small
    if word.title() in _read_capitalised():
        return word.title()
    stems = (small.removesuffix(ending) for ending in _ENDINGS if small.endswith(ending))
    if any(stem in _read_small() or f"{stem}e" in _read_small() for stem in stems):
        return small
    if len(word) <= _LONGEST_ACRONYM:
        return word
    return word.title() if beside else small


@cache
def _read_small() -> frozenset[str]:
    """Return the common words that the tables of English hold, but for those that are names too."""
    packs = (word for name in _VOCABULARY for word in _list_words(read_pack("en", name)))
    known = {*packs, *(word for words in read_english_words().values() for one in words for word in one.split())}
    return frozenset(word for word in known if word.islower() and word.isalpha()) - {
        word.lower() for word in _read_persons()
    }


@cache
def _read_persons() -> frozenset[str]:
    words = read_english_words()
    return words["given"] | words["family"]


@cache
def _read_capitalised() -> frozenset[str]:
    """Return the words that the table of English contexts has with a capital."""
    words = (word for one in read_english_words().values() for phrase in one for word in phrase.split())
    return frozenset(word for word in words if word[:1].isupper() and word[1:].islower())


def _list_words(value: object) -> Iterator[str]:
    """Yield the words of a table, at whatever depth."""
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, list):
        for one in value:
            yield from _list_words(one)
    elif hasattr(value, "values"):
        for one in value.values():
            yield from _list_words(one)
