"""Who speaks for a country or organisation, with dates: the office holders and offices of data/offices.csv."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.periods import Period, parse_period
from geo.base.rows import Row, read_rows
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations

LANGUAGES = ("en", "zh")
_BODY = "body"


class Office(NamedTuple):
    """One holder of an office in one spell, or a body that texts of its own country name alone (office "body").

    `names` holds by language the names that mean nobody else, `weak_names` those that mean the holder only where the
    country or organisation is named in the same text ("Xi").
    """

    code: str
    office: str
    holder: str
    names: Mapping[str, tuple[str, ...]]
    weak_names: Mapping[str, tuple[str, ...]]
    period: Period
    source: str


class Holder(NamedTuple):
    """A name of an office holder or body in a text, and for whom each of its spells speaks.

    `is_body` where it is no person: one that stands behind another country's name is that country's.
    """

    start: int
    end: int
    spells: tuple[tuple[str, Period], ...]
    is_weak: bool
    is_body: bool

    def find_code(self, day: date | None) -> str | None:
        """Return for whom the holder speaks on a day; None where for nobody, or without a day for several."""
        codes = {code for code, period in self.spells if day is None or period.holds(day)}
        return codes.pop() if len(codes) == 1 else None


@cache
def read_offices() -> tuple[Office, ...]:
    """Return the rows of data/offices.csv in its order; DataError where one breaks its rules."""
    return tuple(read_rows(find_data_folder() / "offices.csv", _make_office))


def find_office(name: str, day: date | None = None) -> str | None:
    """Return the code of the country or organisation for which a name speaks on a day.

    None where it speaks for nobody that day, or without a day for several.

    >>> find_office("António Guterres", date(2020, 3, 26))
    'org:un'
    >>> find_office("Barack Obama", date(2020, 3, 26)) is None
    True
    """
    found = next((index[name] for index in map(_index_names, LANGUAGES) if name in index), None)
    return None if found is None else found._replace(end=len(name)).find_code(day)


@lru_cache(maxsize=64)
def find_holders(text: str, language: str) -> tuple[Holder, ...]:
    """Return the office holders and bodies that a text names, in order."""
    return tuple(_scan(text, language)) if language in LANGUAGES else ()


def _scan(text: str, language: str) -> Iterator[Holder]:
    index = _index_names(language)
    for match in _compile(language).finditer(text):
        yield index[match[0]]._replace(start=match.start(), end=match.end())


@cache
def _compile(language: str) -> re.Pattern[str]:
    """Return a pattern of all names, the longer first; Xi’an is no Xi."""
    # Names of one initial share a branch: of a thousand branches each would be tried at every letter.
    branches: dict[str, list[str]] = defaultdict(list)
    for name in sorted(_index_names(language), key=len, reverse=True):
        branches[name[0]].append(re.escape(name[1:]))
    names = "|".join(rf"{re.escape(initial)}(?:{'|'.join(rests)})" for initial, rests in branches.items())
    return re.compile(names if language == "zh" else rf"\b(?:{names})\b(?!['’](?!s\b)\w)")


@cache
def _index_names(language: str) -> Mapping[str, Holder]:
    """Return by name all spells of those who bear it, without a place."""
    index: dict[str, Holder] = {}
    for office in read_offices():
        weak = office.weak_names[language]
        for name in (*office.names[language], *weak):
            known = index.get(name, Holder(0, 0, (), name in weak, office.office == _BODY))
            index[name] = known._replace(spells=(*known.spells, (office.code, office.period)))
    return MappingProxyType(index)


def _make_office(row: Row) -> Office:
    if row["code"] not in read_areas() and row["code"] not in read_organisations():
        raise ValueError(f"{row['code']!r} is no country, area or organisation of ours")
    return Office(
        code=row["code"],
        office=row["office"],
        holder=row["holder"],
        names={language: _split(row[language]) for language in LANGUAGES},
        weak_names={language: _split(row[f"weak_{language}"]) for language in LANGUAGES},
        period=parse_period(row["since"], row["until"]),
        source=row["source"],
    )


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split(";") if name)
