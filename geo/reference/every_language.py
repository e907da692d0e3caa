"""What each country or area is called in every language that CLDR and the catalogues of ISO 3166 (through pycountry) have.

Babel's own way to open a locale merges it with its parents and keeps it: for all of them together that takes twice the
time and 170 MB. Here each file is opened, its names are taken out, and it is let go.
"""

import gettext
import pickle
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pycountry
from babel.localedata import locale_identifiers, resolve_locale_filename

from geo.reference.areas import read_areas

_DOMAIN = "iso3166-1"
_TITLES = ("name", "common_name", "official_name")
# One language under two codes: Norwegian and Filipino.
_SAME: Mapping[str, frozenset[str]] = {
    code: frozenset(codes) for codes in (("no", "nb"), ("fil", "tl"), ("he", "iw")) for code in codes
}
# In most languages the shorter name of one Congo is a part of the other's, and is said of both.
_NAMED_IN = ("COG", "COD")


class ForeignName(NamedTuple):
    """What CLDR (`reviewed`) or a volunteers' catalogue calls a country or area in some language."""

    text: str
    code: str
    reviewed: bool


def list_foreign_names(language: str | None = None) -> Iterator[ForeignName]:
    """Yield the names of all countries and areas in a language, in each of its scripts and regions; None: in every language.

    A name comes as often as it is said; a language that is not known has none.

    >>> sorted({name.text for name in list_foreign_names("pt") if name.code == "NLD" and name.reviewed})
    ['Países Baixos']
    """
    for locale in locale_identifiers():
        if _is_of(locale, language):
            yield from _list_cldr(locale)
    for catalogue in list_catalogues():
        if _is_of(catalogue, language):
            yield from _list_catalogue(catalogue)


@cache
def list_catalogues() -> tuple[str, ...]:
    """Return the languages of pycountry's catalogues of countries, sorted, as it names them ("nb_NO", "sr@latin")."""
    files = Path(pycountry.LOCALES_DIR).glob(f"*/LC_MESSAGES/{_DOMAIN}.mo")
    return tuple(sorted(file.parent.parent.name for file in files))


def _is_of(locale: str, language: str | None) -> bool:
    """Tell whether a locale is one of a language."""
    own = re.split("[_@]", locale)[0]
    return language is None or own == language or own in _SAME.get(language, ())


def _list_cldr(locale: str) -> Iterator[ForeignName]:
    """Yield CLDR's names in a locale, without those that it has from its parent."""
    # The files are Babel's own, installed with it: no pickle of anybody else is opened.
    with Path(resolve_locale_filename(locale)).open("rb") as file:
        territories: Mapping[str, str] = pickle.load(file).get("territories", {})  # noqa: S301
    names = {area.code: territories[area.alpha_2] for area in read_areas().values() if area.alpha_2 in territories}
    yield from (ForeignName(text, code, reviewed=True) for code, text in names.items())
    short, long = _NAMED_IN
    if short in names and names[short] in names.get(long, ""):
        yield ForeignName(names[short], long, reviewed=True)


def _list_catalogue(catalogue: str) -> Iterator[ForeignName]:
    """Yield the short, common and official names of ISO 3166 that a catalogue translates."""
    translate = gettext.translation(_DOMAIN, pycountry.LOCALES_DIR, languages=[catalogue]).gettext
    for code, title in _list_titles():
        text = translate(title)
        if text != title:
            yield ForeignName(text, code, reviewed=False)


@cache
def _list_titles() -> tuple[tuple[str, str], ...]:
    """Return the English names of ISO 3166 with their codes."""
    known = [country for country in pycountry.countries if country.alpha_3 in read_areas()]
    return tuple((one.alpha_3, getattr(one, title)) for one in known for title in _TITLES if hasattr(one, title))


def list_province_names() -> tuple[str, ...]:
    """Return the names of the parts of countries that ISO 3166-2 lists."""
    return tuple(part.name for part in pycountry.subdivisions)
