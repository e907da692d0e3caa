"""Every language that CLDR names the countries in is read: its names give their codes, and never another's."""

from collections.abc import Iterator

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from geo.names.mentions import find_mentions
from geo.reference.areas import read_areas
from geo.reference.places import list_named_languages

# A language of each script and family; all of them are read by `make test-all`.
_SOME = ("am", "bg", "fi", "gu", "hu", "hy", "ka", "ku", "my", "sr", "ta", "te", "yo", "zu")
_SHORTEST = 3  # letters of a name that is not another word


def list_names(language: str) -> Iterator[tuple[str, str]]:
    """Yield code and name of each country or area that CLDR names in a language."""
    territories = Locale.parse(language).territories
    for area in read_areas().values():
        name = territories.get(area.alpha_2, "")
        if len(name) >= _SHORTEST:
            yield area.code, name


def find_faults(language: str) -> tuple[list[str], list[str]]:
    """Return the names of a language that are not read, and those that are read as another country or area."""
    missed, wrong = [], []
    for code, name in list_names(language):
        found = {mention.code for mention in find_mentions(name, language) if mention.kind == "country"}
        missed += [name] if not found else []
        wrong += [name] if found - {code} else []
    return missed, wrong


def test_more_than_a_hundred_languages_are_read() -> None:
    assert len(list_named_languages()) > 200


@pytest.mark.parametrize("language", _SOME)
def test_the_names_of_a_language_are_read_as_what_they_name(language: str) -> None:
    missed, wrong = find_faults(language)
    assert wrong == []
    assert len(missed) <= 2  # what two islands share, or a region too, waits for its country to be named


@pytest.mark.slow
def test_the_names_of_every_language_are_read_as_what_they_name() -> None:
    languages = [one for one in sorted(list_named_languages()) if len(one) <= 3 and one not in ("zh", "en")]
    located = {identifier.split("_")[0] for identifier in locale_identifiers()}
    faults = {one: find_faults(one) for one in languages if one in located}
    assert len(faults) > 200
    # Where nothing tells which of the two is meant, the reviewed tables take the one that the press means.
    assert {one: wrong for one, (_, wrong) in faults.items() if set(wrong) - {"Congo", "Kongo"}} == {}
    assert sum(len(missed) for missed, _ in faults.values()) < 100
