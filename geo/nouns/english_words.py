"""What English knows of its nouns: whether a word is a plural, its base form, and the unit it counts."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import cast

from geo.languages.packs import read_pack

_Words = frozenset[str]


@cache
def read_words(pack: str, name: str) -> _Words:
    """Return a list of words of a pack as a set."""
    return frozenset(cast(Sequence[str], read_pack("en", pack)[name]))


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Tell whether a word in small letters is a plural noun: by list, or by its s.

    >>> [is_plural(word) for word in ("clinics", "children", "serious", "gas")]
    [True, True, False, False]
    """
    if word in _read_irregular() or word in read_words("nouns", "plurals"):
        return True
    if word in read_words("nouns", "not_plural") or word in read_words("nouns", "stops") or len(word) < 3:
        return False
    if word.endswith(("ss", "us", "is")):
        return word.endswith("is") and word[:-1] in read_words("persons", "nouns")
    return word.endswith(("s", "men"))


@lru_cache(maxsize=8192)
def find_lemma(word: str) -> str:
    """Return the base form of a noun in small letters.

    >>> [find_lemma(word) for word in ("countries", "boxes", "cases", "men", "viruses", "houses")]
    ['country', 'box', 'case', 'man', 'virus', 'house']
    """
    if word in _read_irregular():
        return _read_irregular()[word]
    if not is_plural(word) or word in read_words("nouns", "plurals"):
        return word
    if word.endswith("men"):
        return f"{word[:-2]}an"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    hissing = word.endswith(("ches", "shes", "sses", "xes", "zzes", "uses", "oes"))
    return word[:-2] if hissing and not word.endswith(("ouses", "auses", "fuses")) else word[:-1]


@lru_cache(maxsize=8192)
def find_known_unit(lemma: str) -> str | None:
    """Return the unit that a noun counts wherever it stands, None where it is its own unit."""
    unit = _read_units().get(lemma)
    return "people" if unit is None and names_person(lemma) else unit


@lru_cache(maxsize=8192)
def names_person(lemma: str) -> bool:
    """Tell whether a noun names a person: by list, or by an ending that is no exception.

    >>> [names_person(lemma) for lemma in ("welder", "container", "biologist", "checklist")]
    [True, False, True, False]
    """
    last = lemma.rpartition("-")[2]
    if last in read_words("persons", "nouns"):
        return True
    if len(last) < 5 or last in read_words("persons", "others"):
        return False
    return last.endswith(tuple(read_words("persons", "endings")))


def find_unit(lemma: str, words: Sequence[str]) -> str | None:
    """Return the unit of a noun after the words between it and its number, None where it is its own unit."""
    for unit, nouns in _read_beside().items():
        if lemma in nouns and not nouns[lemma].isdisjoint(words):
            return unit
    if not _read_unlike().get(lemma, frozenset()).isdisjoint(words):
        return None
    if not words and lemma in _read_bare():
        return _read_bare()[lemma]
    return find_known_unit(lemma)


@cache
def _read_irregular() -> Mapping[str, str]:
    return cast(Mapping[str, str], read_pack("en", "nouns")["irregular"])


@cache
def _read_units() -> Mapping[str, str]:
    return _turn(cast(Mapping[str, Sequence[str]], read_pack("en", "units")["units"]))


@cache
def _read_bare() -> Mapping[str, str]:
    return _turn(cast(Mapping[str, Sequence[str]], read_pack("en", "units")["bare"]))


@cache
def _read_beside() -> Mapping[str, Mapping[str, _Words]]:
    table = cast(Mapping[str, Mapping[str, Sequence[str]]], read_pack("en", "units")["beside"])
    return {unit: {noun: frozenset(words) for noun, words in nouns.items()} for unit, nouns in table.items()}


@cache
def _read_unlike() -> Mapping[str, _Words]:
    table = cast(Mapping[str, Sequence[str]], read_pack("en", "units")["unlike"])
    return {noun: frozenset(words) for noun, words in table.items()}


def _turn(units: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {noun: unit for unit, nouns in units.items() for noun in nouns}
