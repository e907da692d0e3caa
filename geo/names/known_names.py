"""The names of Chinese and English, from every table that has some.

Names come from CLDR and ISO 3166 (through geo.reference.places), from the tables of regions and organisations, and from the
reviewed tables data/names/<language>.csv, which also hold the shields: longer words that only contain a name.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.rows import Row, read_rows
from geo.names.patterns import CHECKS, RULES
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations
from geo.reference.places import list_names
from geo.reference.regions import read_regions

LANGUAGES = ("zh", "en")
STANDINGS = frozenset({"usual", "rival", "otherwise"})
_TWO_COUNTRIES = "053"
_KINDS = frozenset({"country", "region", "organisation", "shield"})


class Name(NamedTuple):
    """One name of one code in one language; `weak` says what decides where the name may mean something else."""

    text: str
    code: str
    rule: str
    language: str
    weak: str = ""


@cache
def read_names() -> tuple[Name, ...]:
    """Return every name of every language; a reviewed row takes the place of the same name from elsewhere."""
    reviewed = [name for language in LANGUAGES for name in _read_reviewed(language)]
    known = {(name.text, name.language) for name in reviewed}
    gathered = [*_list_areas(), *_list_regions(), *list_organisations()]
    return tuple(dict.fromkeys([*reviewed, *(name for name in gathered if (name.text, name.language) not in known)]))


def _read_reviewed(language: str) -> Iterator[Name]:
    """Yield the rows of the reviewed table of a language; a shield has no code."""
    file = find_data_folder() / "names" / f"{language}.csv"
    yield from read_rows(file, lambda row: make_name(row, language))


def make_name(row: Row, language: str) -> Name:
    """Return the name of a row; raise ValueError for one that breaks the rules of the table."""
    if row["kind"] not in _KINDS:
        raise ValueError(f"kind is {row['kind']!r}; write one of {', '.join(sorted(_KINDS))}")
    if row["kind"] == "shield":
        return Name(row["name"], "", "shield", language)
    if row["rule"] not in RULES:
        raise ValueError(f"rule is {row['rule']!r}; write one of {', '.join(sorted(RULES))}")
    if row["weak"] not in CHECKS | STANDINGS:
        raise ValueError(f"weak is {row['weak']!r}; write one of {', '.join(sorted(CHECKS | STANDINGS))}")
    if row["weak"] and not row["note"]:
        raise ValueError(f"{row['name']} is weak; say in the note what else it means")
    return Name(row["name"], row["code"], row["rule"], language, row["weak"])


def _list_areas() -> Iterator[Name]:
    """Yield the names of countries and areas that CLDR and ISO 3166 give."""
    for code in read_areas():
        for language in LANGUAGES:
            for text in list_names(code, language):
                # "Bolivia, Plurinational State of" is the order of a list, not of a text.
                if ", " not in text:
                    yield Name(text, code, "name", language)


def _list_regions() -> Iterator[Name]:
    """Yield the names of the table of regions."""
    for region in read_regions().values():
        # "Australia and New Zealand" in a text are two countries.
        if region.code != _TWO_COUNTRIES:
            for text in sorted({region.name_en, region.short_en}):
                yield Name(text, region.code, "region", "en")
            for text in sorted({region.name_zh, region.short_zh}):
                yield Name(text, region.code, "region", "zh")


def list_organisations() -> Iterator[Name]:
    """Yield the names and acronyms of the table of organisations; acronyms are read in every language.

    A national agency speaks for its country from its first day to its last, as data/offices.csv says.
    """
    for organisation in read_organisations().values():
        if organisation.country:
            continue
        yield Name(organisation.name_zh, organisation.code, "organisation", "zh")
        yield Name(organisation.name_en, organisation.code, "organisation", "en")
        if organisation.acronym:
            yield Name(organisation.acronym, organisation.code, "organisation", "en", "capitals")
