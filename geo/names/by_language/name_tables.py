"""Every name that a language has: its reviewed table, the table of groups, and what CLDR and ISO 3166 call countries.

A reviewed row takes the place of the same name from elsewhere. What CLDR or ISO 3166 call two countries alike waits for
the text to name one of them in full.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from geo.base.folders import find_data_folder
from geo.base.rows import read_rows
from geo.names.by_language.packs import fold, read_name_pack
from geo.names.known_names import Name, make_name
from geo.reference.areas import read_areas
from geo.reference.group_names import read_group_names
from geo.reference.places import list_names
from geo.text import make_plain_text

_BRACKETS = re.compile(r"\s*[(（]([^()（）]*)[)）]")
# What CLDR and ISO 3166 put in brackets is another name of these; of others it is a part or an owner ("Hong Kong (China)").
_RENAMED = frozenset({"CIV", "FLK", "MMR", "VAT"})
_SHORTEST = 3
_SHORTEST_SPACED = 2  # characters of a script that writes a syllable or word in each


@cache
def read_language_names(language: str) -> tuple[Name, ...]:
    """Return the names that a language has; those of its reviewed table first."""
    folds = read_name_pack(language).folds
    reviewed, gathered = (
        tuple(name._replace(text=fold(name.text, folds)) for name in names)
        for names in (_read_reviewed(language), (*_list_groups(language), *_list_areas(language)))
    )
    known = {name.text for name in reviewed}
    return (*reviewed, *(name for name in gathered if name.text not in known))


def _read_reviewed(language: str) -> Iterator[Name]:
    """Yield the rows of the reviewed table of a language, if it has one, on plain text."""
    file = find_data_folder() / "names" / f"{language}.csv"
    if file.is_file():
        for name in read_rows(file, lambda row: make_name(row, language)):
            yield name._replace(text=make_plain_text(name.text, language).text)


def _list_groups(language: str) -> Iterator[Name]:
    """Yield the names of regions and organisations, and the adjectives of regions."""
    for group in read_group_names():
        if group.language == language:
            yield Name(make_plain_text(group.name, language).text, group.code, group.rule, language, group.weak)


def _list_areas(language: str) -> Iterator[Name]:
    """Yield the names of countries and areas that CLDR and ISO 3166 give."""
    claims = _claim(_write_whole, language)
    # Hong Kong in "Hong Kong, RAE de China", but no Virgin Islands and no China where these are another's name.
    parts = _claim(_write_part, language)
    claims |= {text: codes for text, codes in parts.items() if text not in claims}
    for text, codes in claims.items():
        if _is_long_enough(text):
            for code in sorted(codes):
                yield Name(text, code, "name", language, "rival" if len(codes) > 1 else "")


def _claim(part: Callable[[str, str], Iterator[str]], language: str) -> dict[str, set[str]]:
    """Return the codes of each part of the names of a language, on plain text."""
    claims: dict[str, set[str]] = defaultdict(set)
    for code in read_areas():
        for name in list_names(code, language):
            for text in part(code, name):
                claims[make_plain_text(text, language).text].add(code)
    return claims


def _write_whole(_: str, name: str) -> Iterator[str]:
    """Yield a name as a list writes it and as a text does: without brackets, turned round where it may be inverted.

    >>> list(_write_whole("IRN", "Iran, Islamic Republic of"))
    ['Iran, Islamic Republic of', 'Iran, Islamic Republic of', 'Islamic Republic of Iran']
    """
    bare = _BRACKETS.sub("", name).strip()
    yield from (name, bare)
    if ", " in bare:
        head, _, tail = bare.partition(", ")
        yield f"{tail} {head}"


def _write_part(code: str, name: str) -> Iterator[str]:
    """Yield what stands before a comma, and in the brackets of a country that has another name."""
    within = _BRACKETS.search(name)
    if within and code in _RENAMED:
        yield within[1].strip()
    head, comma, _ = _BRACKETS.sub("", name).partition(", ")
    if comma:
        yield head


def _is_long_enough(text: str) -> bool:
    """Tell whether a name is long enough not to be another word: two letters are, in no alphabet."""
    alphabetic = text[:1].upper() != text[:1].lower()
    return len(text) >= (_SHORTEST if alphabetic else _SHORTEST_SPACED)


def index_by_text(names: Iterable[Name]) -> Mapping[str, list[Name]]:
    """Return the meanings of each text, in order."""
    grouped: dict[str, list[Name]] = {}
    for name in names:
        grouped.setdefault(name.text, []).append(name)
    return grouped
