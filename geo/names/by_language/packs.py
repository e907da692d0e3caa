"""What a language does with names, from geo/languages/<language>/names.toml.

    [edges]
    before = "word"        # "word": no letter stands before a name; "any": names are written without spaces
    after = "word"
    clitics = ["و", "ب"]    # what is written before a name as one word with it
    suffixes = ["은", "는"]  # what is written behind one; a rest that begins with one of them is a suffix
    endings = ["ban", "nak"] # what is written behind one to the end of the word: a rest that is one of them
    no_suffixes = ["어"]    # a rest that begins so makes another word of the name, whatever `suffixes` say
    no_prefixes = ["ภาษา"]  # what makes another word of a name behind it, in a language without spaces

    [names]                # the ending of a word of a name, and its forms, one a case: every word stands in the same case
    "ия" = "ия ии ии ию ией ии"
    [demonyms]             # the same for adjectives and inhabitants
    "ский" = "ский ского скому"
    [beginnings]           # other beginnings of a written form
    "ال" = "ال لل"
    [letters]              # a letter, and the one that is often written for it
    "ё" = "е"

    [uppercase]            # a letter, and its capital where that is another than in most languages
    "i" = "İ"

    [folds]                # letters between which texts make no difference, and the one that is read for each of them
    "أإآ" = "ا"

    [writing]
    without_accents = true # names are also written without accents
    article = "ال"         # demonyms are also written with it, as one word
    capitals = false       # demonyms are never written with a capital (true: in the beginning of a sentence)

    [short]                # short forms of countries that are written together with others or with a word
    runs = ["日米韓", "訪米"]  # each of the characters in one is its country
    supported = ["日中"]     # the same, but only beside a word of `support`
    pairs = ["Mỹ", "Nga"]   # each two of them, joined by one of `joints`
    joints = ["・"]          # what may stand between the characters of a run
    leading = ["米"]         # characters that stand before one of `after`
    after = ["大統領"]
    partners = ["米"]        # characters that are joined to a name in full, by the first joint if need be (米イラン, 미·이란)
    touching = ["米"]        # characters that stand before a name in katakana or Latin letters (米アップル, 米CNN)
    [short.characters]
    "米" = "USA"

    [persons]
    syllable = "…"         # a regular expression for a word of the language's own personal names, where these are short: a
                           # weak name (`person`) is a part of one beside such a word with a capital
    [words]                # lists: see the fields of `NamePack`
    tongue_before = ["en", "habla"]

In a list of forms "-" is an empty ending; the ending "" stands for every other word.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast

from geo.languages.packs import has_pack, read_pack

# Languages that are written without spaces between words.
_TOGETHER = frozenset({"bo", "dz", "ja", "km", "lo", "my", "shn", "th", "yue"})
_WORD, _ANY = "word", "any"

Endings = Mapping[str, tuple[str, ...]]


class ShortForms(NamedTuple):
    """The short forms of countries of a language: their characters, and where these stand."""

    characters: Mapping[str, str]
    runs: tuple[str, ...]
    supported: tuple[str, ...]
    pairs: tuple[str, ...]
    joints: tuple[str, ...]
    leading: tuple[str, ...]
    after: tuple[str, ...]
    partners: tuple[str, ...]
    touching: tuple[str, ...]


class NamePack(NamedTuple):
    """What a language does with names.

    `spaced` and `spaced_after` say whether a letter before or after a name makes another word of it. Of `words`, the list
    "fixed" holds words of names that never change; "tongue_before" and "tongue_after" what stands beside the name of a
    language, "tongue_directly" what stands before its citation form alone, "tongue_alone" what stands before it where no
    noun follows, "no_noun" the words that are none, "tongue_clitics" what is written together with it, "tongue" the names
    of languages that are no country's; "article" the articles and small words that may stand between; "and" what joins a
    list, "and_behind" what does so behind its first member, "and_clitics" as one word with a name; "given" and "title"
    what stands before a person's family name; "institution" the capitalised words that may stand beside a country's
    name; "state" what stands near the state of Georgia; "continent" what stands beside an adjective of the Americas;
    "street" what makes a street or square of a name; "support" the words beside which a weak name stands; "opening" the
    names that are another word at the beginning of a sentence; "doubtful_capitals" the names that in capitals are another
    word too, and stand only as weak ones do.
    """

    language: str
    spaced: bool
    spaced_after: bool
    clitics: frozenset[str]
    suffixes: tuple[str, ...]
    endings: frozenset[str]
    no_suffixes: tuple[str, ...]
    no_prefixes: tuple[str, ...]
    names: Endings
    demonyms: Endings
    beginnings: Endings
    letters: Mapping[int, str]
    folds: tuple[tuple[str, str], ...]
    article: str
    uppercase: Mapping[int, str]
    without_accents: bool
    capitals: bool
    words: Mapping[str, frozenset[str]]
    short: ShortForms
    syllable: re.Pattern[str] | None


@cache
def read_name_pack(language: str) -> NamePack:
    """Return what a language does with names; one without a file does nothing."""
    written = read_pack(language, "names") if has_pack(language, "names") else MappingProxyType({})
    folds = _read_folds(written)
    pack = cast("Mapping[str, object]", _fold_all(written, folds))
    edges, writing, short = (cast("Mapping[str, object]", pack.get(key, {})) for key in ("edges", "writing", "short"))
    usual = _ANY if language in _TOGETHER else _WORD
    return NamePack(
        language=language,
        spaced=edges.get("before", usual) == _WORD,
        spaced_after=edges.get("after", usual) == _WORD,
        clitics=frozenset(_list(edges, "clitics")),
        suffixes=_list(edges, "suffixes"),
        endings=frozenset(_list(edges, "endings")),
        no_suffixes=_list(edges, "no_suffixes"),
        no_prefixes=_list(edges, "no_prefixes"),
        names=_read_endings(pack, "names"),
        demonyms=_read_endings(pack, "demonyms"),
        beginnings=_read_endings(pack, "beginnings"),
        letters=str.maketrans(cast("dict[str, str]", pack.get("letters", {}))),
        folds=folds,
        article=str(writing.get("article", "")),
        uppercase=str.maketrans(cast("dict[str, str]", pack.get("uppercase", {}))),
        without_accents=bool(writing.get("without_accents", False)),
        capitals=bool(writing.get("capitals", True)),
        words=_read_words(pack),
        short=_read_short_forms(short),
        syllable=_read_syllable(pack),
    )


def _read_words(pack: Mapping[str, object]) -> Mapping[str, frozenset[str]]:
    """Return the lists of words of a language, with those that every language has."""
    own, shared = (cast("Mapping[str, list[str]]", one.get("words", {})) for one in (pack, read_pack("all", "names")))
    return {key: frozenset((*own.get(key, ()), *shared.get(key, ()))) for key in {*own, *shared}}


def fold(text: str, folds: Iterable[tuple[str, str]]) -> str:
    """Return a text with one letter for those between which texts make no difference, every offset unchanged.

    >>> fold("أسبانيا وإسبانيا", [("أ", "ا"), ("إ", "ا")])
    'اسبانيا واسبانيا'
    """
    for letter, other in folds:
        text = text.replace(letter, other)
    return text


def lower(text: str, pack: NamePack) -> str:
    """Return a text in small letters, by the language's own pairs of letters, every offset unchanged."""
    back = {ord(upper): chr(small) for small, upper in pack.uppercase.items()}
    # Where i has a capital of its own, I is that of ı.
    back |= {ord("I"): "ı"} if "İ" in pack.uppercase.values() else {}
    small = text.translate(back).lower()
    return small if len(small) == len(text) else text


def _read_folds(pack: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    table = cast("Mapping[str, str]", pack.get("folds", {}))
    return tuple((letter, other) for letters, other in table.items() for letter in letters)


def _fold_all(value: object, folds: tuple[tuple[str, str], ...]) -> object:
    """Return a part of a pack with its letters folded."""
    if isinstance(value, str):
        return fold(value, folds)
    if isinstance(value, list):
        return [_fold_all(one, folds) for one in value]
    if isinstance(value, Mapping):
        return {_fold_all(key, folds): _fold_all(one, folds) for key, one in value.items()}
    return value


def _read_short_forms(table: Mapping[str, object]) -> ShortForms:
    lists = (_list(table, key) for key in ShortForms._fields[1:])
    return ShortForms(cast("Mapping[str, str]", table.get("characters", {})), *lists)


def _read_syllable(pack: Mapping[str, object]) -> re.Pattern[str] | None:
    syllable = cast("Mapping[str, str]", pack.get("persons", {})).get("syllable")
    return re.compile(syllable, re.VERBOSE) if syllable else None


def _list(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", table.get(key, [])))


def _read_endings(pack: Mapping[str, object], key: str) -> Endings:
    """Return the forms by ending, the longest ending first."""
    table = cast("Mapping[str, str]", pack.get(key, {}))
    longest_first = sorted(table, key=len, reverse=True)
    return {ending: tuple("" if form == "-" else form for form in table[ending].split()) for ending in longest_first}
