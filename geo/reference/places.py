"""What countries or areas, regions and organisations are called, and the other codes of countries.

Country names are CLDR's, as Babel carries them; data/display_names.csv holds the few that are shown otherwise. Other
names, for reading texts, come from pycountry's catalogues too: this is the only module that knows pycountry.
"""

import gettext
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pycountry
from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from geo.base.errors import GeoError, UnknownCode
from geo.base.folders import find_data_folder
from geo.base.records import Kind
from geo.base.rows import read_rows
from geo.reference.areas import Area, read_areas
from geo.reference.group_names import find_group_name
from geo.reference.organisations import read_organisations
from geo.reference.regions import WORLD, read_regions
from geo.reference.wordings import LANGUAGES, read_chart_words

# The languages that the tables have names in, and Babel's locale that those of countries are taken from.
_DISPLAY_LOCALES: Mapping[str, str] = {"en": "en", "zh": "zh_Hans"}
# Where texts are read in fewer forms of the language than Babel and pycountry have.
_READING_LOCALES: Mapping[str, tuple[str, ...]] = {"en": ("en",), "zh": ("zh_Hans", "zh_Hant", "zh_Hant_HK")}
_CATALOGUES: Mapping[str, tuple[str, ...]] = {"en": (), "zh": ("zh_CN", "zh_TW", "zh_HK")}
_TERRITORY = 2  # letters of a country's code in CLDR, which has regions of the world among the territories
_MANY = 150  # countries that a language has names of, where CLDR has its names at all
# Slips of pycountry's zh_CN catalogue (26.2.16) for Bolivia and Cambodia.
_MISSPELT = frozenset({"波利维亚", "柬埔塞", "柬埔塞王国"})


def name_place(code: str, language: str) -> str:
    """Return the name a reader is shown for a country or area, region or organisation, or for "world".

    Raises UnknownCode for a code that is none of these, GeoError for a language without names.

    >>> name_place("CIV", "zh"), name_place("142", "en"), name_place("org:who", "zh")
    ('科特迪瓦', 'Asia', '世界卫生组织')
    """
    name = _read_names(language).get(code)
    if name is None:
        raise _unknown(code)
    return name


def list_names(code: str, language: str) -> tuple[str, ...]:
    """Return every name of a country or area in a language that CLDR and pycountry know, without repetition.

    "zh" gives names in simplified and traditional characters, any other language those of all its scripts and lands.
    Raises UnknownCode.
    """
    area = read_areas().get(code)
    if area is None:
        raise _unknown(code)
    shown = [name_place(code, language)] if language in _DISPLAY_LOCALES else []
    names = dict.fromkeys([*shown, *_list_cldr(area, language), *_list_iso(area, language)])
    return tuple(name for name in names if name not in _MISSPELT)


@cache
def list_named_languages() -> frozenset[str]:
    """Return the languages in which CLDR or ISO 3166 name the countries, by two letters or three."""
    bases = {identifier.split("_")[0] for identifier in locale_identifiers()}
    return frozenset({*filter(_names_countries, bases), *_index_catalogues()})


@cache
def has_names(language: str) -> bool:
    """Tell whether CLDR or ISO 3166 name the countries in a language."""
    return language in _index_catalogues() or _names_countries(language)


def _names_countries(language: str) -> bool:
    """Tell whether CLDR names most countries in a language."""
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return False
    return sum(len(str(code)) == _TERRITORY for code in territories) > _MANY


def list_place_codes() -> tuple[str, ...]:
    """Return the codes of all countries or areas, sorted."""
    return tuple(read_areas())


def check_code(code: str) -> str:
    """Return the code if it is that of a country or area, region or organisation; raise UnknownCode otherwise."""
    find_kind(code)
    return code


def find_kind(code: str) -> Kind:
    """Return whether a code is that of a country, a region or an organisation; raise UnknownCode if of none.

    >>> find_kind("region:cee")
    'region'
    """
    if code in read_areas():
        return "country"
    if code in read_regions():
        return "region"
    if code in read_organisations():
        return "organisation"
    raise _unknown(code)


def find_alpha_3(code: str) -> str:
    """Return the ISO 3166-1 alpha-3 code for an alpha-2, alpha-3 or three-digit code; raise UnknownCode.

    >>> find_alpha_3("XK"), find_alpha_3("156")
    ('XKX', 'CHN')
    """
    found = _index_codes().get(code)
    if found is None:
        raise _unknown(code)
    return found


def find_alpha_2(code: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country or area given by any of its codes; raise UnknownCode."""
    return read_areas()[find_alpha_3(code)].alpha_2


def find_numeric(code: str) -> str | None:
    """Return the three-digit code of a country or area given by any of its codes, None for XKX; raise UnknownCode."""
    return read_areas()[find_alpha_3(code)].numeric


@cache
def _index_codes() -> Mapping[str, str]:
    """Return the alpha-3 code by every code of each country or area."""
    areas = read_areas().values()
    return {code: area.code for area in areas for code in (area.code, area.alpha_2, area.numeric) if code}


@cache
def _read_names(language: str) -> Mapping[str, str]:
    """Return the display names by code; what comes later overrides what comes earlier."""
    territories = _read_territories(language)
    # CLDR writes "&" in English names; the press writes "and".
    names = {area.code: territories[area.alpha_2].replace(" & ", " and ") for area in read_areas().values()}
    names[WORLD] = territories["001"]
    groups = {region.code: (region.short_en, region.short_zh) for region in read_regions().values()}
    groups |= {body.code: (body.name_en, body.name_zh) for body in read_organisations().values()}
    names |= {code: _name_group(code, both, language) for code, both in groups.items()}
    return MappingProxyType(names | _read_shown_otherwise(language))


@cache
def _read_territories(language: str) -> Mapping[str, str]:
    """Return CLDR's names of areas and M49 regions, in English where a language lacks one; raise GeoError for none."""
    try:
        locale = Locale.parse(_DISPLAY_LOCALES.get(language, language))
    except (UnknownLocaleError, ValueError) as error:
        raise GeoError(f"there are no names in {language!r}; choose a language that CLDR knows, as in 'en'") from error
    return {**Locale.parse("en").territories, **locale.territories}


def _name_group(code: str, names: tuple[str, str], language: str) -> str:
    """Return the name of a region or organisation: that of the language's catalogue, or the tables' own, or CLDR's."""
    if language in _DISPLAY_LOCALES:
        return names[list(_DISPLAY_LOCALES).index(language)]
    known = find_group_name(code, language) or _read_territories(language).get(code, names[0])
    return read_chart_words(language).find(f"place.{code}", known) if language in LANGUAGES else known


def _read_shown_otherwise(language: str) -> dict[str, str]:
    """Return the names of data/display_names.csv in a language, by code."""
    rows = read_rows(find_data_folder() / "display_names.csv", dict)
    return {row["code"]: row["name"] for row in rows if row["language"] == language}


def _list_cldr(area: Area, language: str) -> Iterator[str]:
    """Yield CLDR's names of an area in each form of the language."""
    for territories in _read_all_territories(language):
        if area.alpha_2 in territories:
            yield territories[area.alpha_2]


@cache
def _read_all_territories(language: str) -> tuple[Mapping[str, str], ...]:
    """Return CLDR's names in each form of a language, each table once."""
    forms = _READING_LOCALES.get(language) or _index_locales().get(
        language, (language,) if _names_countries(language) else ()
    )
    tables = {tuple(sorted(table.items())): table for table in map(_read_locale, forms)}
    return tuple(tables.values())


def _read_locale(identifier: str) -> Mapping[str, str]:
    territories: Mapping[str, str] = Locale.parse(identifier).territories
    return territories


@cache
def _index_locales() -> Mapping[str, tuple[str, ...]]:
    """Return the locales of each language, those of its lands after the language's own."""
    index: dict[str, list[str]] = {}
    for identifier in sorted(locale_identifiers(), key=lambda one: (len(one), one)):
        index.setdefault(identifier.split("_")[0], []).append(identifier)
    return {language: tuple(forms) for language, forms in index.items()}


@cache
def _index_catalogues() -> Mapping[str, tuple[str, ...]]:
    """Return the catalogues of pycountry that have names of countries, by language: sr has sr and sr@latin."""
    index: dict[str, list[str]] = {}
    for folder in sorted(Path(pycountry.LOCALES_DIR).iterdir()):
        if (folder / "LC_MESSAGES" / "iso3166-1.mo").is_file():
            index.setdefault(re.split("[_@]", folder.name)[0], []).append(folder.name)
    return {language: tuple(forms) for language, forms in index.items()}


def _list_iso(area: Area, language: str) -> Iterator[str]:
    """Yield the short, common and official names of pycountry, translated where it has a translation."""
    country = pycountry.countries.get(alpha_3=area.code)
    if country is None:
        return
    fields = ("name", "common_name", "official_name")
    titles = [getattr(country, field) for field in fields if hasattr(country, field)]
    if language == "en":
        yield from titles
    for catalogue in _CATALOGUES.get(language, _index_catalogues().get(language, ())):
        translate = _open_catalogue(catalogue).gettext
        yield from (translate(title) for title in titles if translate(title) != title)


@cache
def _open_catalogue(language: str) -> gettext.NullTranslations:
    """Return pycountry's catalogue of country names in a language."""
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])


def _unknown(code: str) -> UnknownCode:
    """Return the error for a code we do not know."""
    return UnknownCode(
        f"{code!r} is no country, region or organisation; write an ISO 3166-1 alpha-3 code (KHM), "
        "a UN M49 region (142), region:… or org:…"
    )
