"""What the pack of a spelled language knows of its nouns: which word may be one, its base form, and the unit it counts."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from geo.languages.packs import has_pack, read_names, read_pack

_NEVER = "(?!)"


class NounWords(NamedTuple):
    """The nouns of one language, from its file `nouns.toml`.

    `head_first` tells that adjectives stand behind the noun, `capitals` that nouns begin with a capital. `adjective`
    finds what may stand before a noun though no list has it, `plural` what a noun of several must end in, `other` what
    is no noun. `joined` is how a word begins that is written as one with "and". `whole` is what leads from a part to its whole ("12 des 30"), `verbs` name a noun before its number.
    """

    language: str
    head_first: bool
    capitals: bool
    article: str
    adjective: re.Pattern[str]
    plural: re.Pattern[str]
    other: re.Pattern[str]
    whole: re.Pattern[str]
    joined: re.Pattern[str]
    stops: frozenset[str]
    before: frozenset[str]
    lemmas: Mapping[str, str]
    duals: Mapping[str, str]
    verbs: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    sure: tuple[tuple[str, str], ...]
    units: Mapping[str, str]


@cache
def read_noun_words(language: str) -> NounWords:
    """Return the nouns of a spelled language."""
    pack = read_pack(language, "nouns")
    units = cast(Mapping[str, Sequence[str]], pack["units"])
    return NounWords(
        language=language,
        head_first=pack["head"] == "first",
        capitals=bool(pack.get("capitals")),
        article=str(pack.get("article", "")),
        adjective=_compile(pack, "adjective", _NEVER),
        plural=_compile(pack, "plural", ""),
        other=_compile(pack, "other", _NEVER),
        whole=_compile(pack, "whole", _NEVER),
        joined=_compile(pack, "joined", _NEVER),
        stops=frozenset(cast(Sequence[str], pack["stops"])),
        before=frozenset(cast(Sequence[str], pack["before"])),
        lemmas=read_names(language, "nouns", "lemmas"),
        duals=read_names(language, "nouns", "duals"),
        verbs=read_names(language, "nouns", "verbs"),
        endings=_read_pairs(pack, "endings"),
        sure=_read_pairs(pack, "sure") or _read_pairs(pack, "endings"),
        units={noun: unit for unit, nouns in units.items() for noun in nouns},
    )


def _compile(pack: Mapping[str, object], name: str, otherwise: str) -> re.Pattern[str]:
    return re.compile(str(pack.get(name, otherwise)))


def _read_pairs(pack: Mapping[str, object], name: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, other in cast(Sequence[Sequence[str]], pack.get(name, ())))


def is_spelled(language: str) -> bool:
    """Tell whether the numbers of a language are read by its pack alone."""
    return has_pack(language, "numbers") and read_pack(language, "numbers")["writing"] == "spelled"


@lru_cache(maxsize=8192)
def find_base_form(word: str, language: str) -> str:
    """Return the base form of a noun in small letters: by list, as a known noun, or by its ending.

    >>> find_base_form("étudiants", "fr"), find_base_form("bateaux", "fr"), find_base_form("pays", "fr")
    ('étudiant', 'bateau', 'pays')
    """
    words = read_noun_words(language)
    if words.article and word.startswith(words.article) and len(word) > len(words.article) + 2:
        word = word.removeprefix(words.article)
    if word in words.lemmas:
        return words.lemmas[word]
    if word in words.units:
        return word
    forms = list(_list_forms(word, words.endings))
    known = next((words.lemmas.get(form, form) for form in forms if form in words.units or form in words.lemmas), None)
    return known or next(iter(_list_forms(word, words.sure)), word)


def _list_forms(word: str, endings: Sequence[tuple[str, str]]) -> list[str]:
    return [
        word.removesuffix(ending) + base
        for ending, base in endings
        if word.endswith(ending) and len(word) > len(ending) + 1
    ]


def is_known(word: str, language: str) -> bool:
    """Tell whether a word in small letters is a form of a noun that the pack of its language lists."""
    words = read_noun_words(language)
    return word in words.lemmas or find_base_form(word, language) in words.units


def find_noun_unit(lemma: str, language: str) -> str | None:
    """Return the unit that a noun counts, None where it is its own.

    >>> find_noun_unit("pays", "fr"), find_noun_unit("étudiant", "fr"), find_noun_unit("film", "fr")
    ('countries', 'people', None)
    """
    units = read_noun_words(language).units
    return units.get(lemma) or (units.get(lemma.rpartition("-")[2]) if "-" in lemma else None)
