"""The reviewed tables of data/ as records: countries or areas, regions, organisations, memberships, relations, themes.

Every table is read once and kept. A row that breaks the rules of its table raises DataError with its file and line.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, cast, get_args

from geo.errors import DataError, UnknownCode
from geo.periods import Period, parse_day, parse_period
from geo.rows import Row, choose, index_rows, read_rows

AreaStatus = Literal["un_member", "un_observer", "associated_state", "special_region", "territory", "special"]
RegionKind = Literal["m49", "custom"]
OrganisationKind = Literal[
    "universal", "un_system", "bank", "court", "worldwide", "regional", "military", "forum", "partnership",
    "non_governmental",
]  # fmt: skip
WORLD = "world"


class Area(NamedTuple):
    """A country or area: its ISO 3166-1 codes, its UN M49 regions, its status, and who administers it.

    `code` is alpha-3 (XKX for Kosovo); What an area does not have is None: XKX has no number.
    """

    code: str
    alpha_2: str
    numeric: str | None
    region: str | None
    subregion: str | None
    intermediate: str | None
    status: AreaStatus
    administered_by: str | None
    note: str
    source: str


class Region(NamedTuple):
    """A region of UN M49, or a grouping of our own; `contains` names what a grouping is composed of."""

    code: str
    kind: RegionKind
    parent: str | None
    contains: tuple[str, ...]
    name_en: str
    name_zh: str
    short_en: str
    short_zh: str
    note: str
    source: str


class Organisation(NamedTuple):
    """An international organisation; `source` is the address of its site."""

    code: str
    acronym: str | None
    name_en: str
    name_zh: str
    kind: OrganisationKind
    source: str


class Membership(NamedTuple):
    """A country or area in a region or organisation for a period."""

    group: str
    member: str
    period: Period
    source: str


class Relation(NamedTuple):
    """Diplomatic relations of a country with China for a period; `continent` is the ministry's, not always M49's."""

    member: str
    continent: str
    period: Period
    source: str


class Theme(NamedTuple):
    """What a counted number is about: its names and the words that point to it."""

    code: str
    name_en: str
    name_zh: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


def find_data_folder() -> Path:
    """Return the folder of the reference tables: inside an installed package, or beside it in a checkout."""
    return _find_folder("data")


def find_seeds_folder() -> Path:
    """Return the folder of the documents the dashboard opens with."""
    return _find_folder("seeds")


@cache
def read_areas() -> Mapping[str, Area]:
    """Return every country or area by its ISO 3166-1 alpha-3 code, in the order of the codes."""
    return index_rows(find_data_folder() / "countries.csv", _make_area)


@cache
def read_regions() -> Mapping[str, Region]:
    """Return every region by its code: three digits of UN M49, or `region:…`."""
    return index_rows(find_data_folder() / "regions.csv", _make_region)


@cache
def read_organisations() -> Mapping[str, Organisation]:
    """Return every organisation by its code, `org:…`."""
    return index_rows(find_data_folder() / "organisations.csv", _make_organisation)


@cache
def read_themes() -> Mapping[str, Theme]:
    """Return every theme by its code; where two fit equally well, the earlier one wins."""
    file = find_data_folder() / "themes.toml"
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
        themes = {code: _make_theme(code, table) for code, table in stored.items()}
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"themes.toml: {error}; each theme needs name_en, name_zh, zh and en") from error
    return MappingProxyType(themes)


@cache
def read_memberships() -> Mapping[str, tuple[Membership, ...]]:
    """Return the dated members of each group that lists them, by the group's code."""
    grouped: dict[str, list[Membership]] = {}
    for membership in read_rows(find_data_folder() / "memberships.csv", _make_membership):
        grouped.setdefault(membership.group, []).append(membership)
    return MappingProxyType({group: tuple(rows) for group, rows in grouped.items()})


@cache
def read_relations() -> tuple[Relation, ...]:
    """Return the countries with diplomatic relations with China, one row a period."""
    return tuple(read_rows(find_data_folder() / "relations.csv", _make_relation))


def find_members(code: str, date: date | str | None = None) -> tuple[str, ...]:
    """Return the codes of the countries or areas that belong to a region or organisation on a day, sorted.

    `date` may be an ISO 8601 text of any precision (its first day counts); without it the latest state is given.
    An organisation whose members are not listed in memberships.csv has none here. Raises UnknownCode.

    >>> find_members("org:gcc")
    ('ARE', 'BHR', 'KWT', 'OMN', 'QAT', 'SAU')
    """
    return _find_members(code, parse_day(date) if isinstance(date, str) else date)


def list_relations(code: str, date: date | str | None = None) -> tuple[str, ...]:
    """Return the codes of the countries of a continent, or of any group, with diplomatic relations with China.

    A continent is taken as China's foreign ministry counts it (Cyprus in Europe); "world" gives all countries.
    """
    day = parse_day(date) if isinstance(date, str) else date
    current = [relation for relation in read_relations() if relation.period.holds(day)]
    if code in {relation.continent for relation in read_relations()}:
        return tuple(relation.member for relation in current if relation.continent == code)
    members = set(_find_members(code, day))
    return tuple(relation.member for relation in current if relation.member in members)


def count_relations(code: str, date: date | str | None = None) -> int:
    """Return how many countries of a continent or group have diplomatic relations with China on a day.

    >>> count_relations("142", "2020-03-26")
    45
    """
    return len(list_relations(code, date))


@cache
def _find_members(code: str, day: date | None) -> tuple[str, ...]:
    """Return the members; the answer is kept for each code and day."""
    if code == WORLD:
        return tuple(sorted(read_areas()))
    if code not in read_regions() and code not in read_organisations():
        raise UnknownCode(f"{code!r} is no region or organisation; regions.csv and organisations.csv list the codes")
    return tuple(sorted(_list_placed(code) | _list_dated(code, day) | _list_contained(code, day)))


def _list_placed(code: str) -> set[str]:
    """Return the areas that UN M49 puts in the region."""
    areas = read_areas().values()
    return {area.code for area in areas if code in (area.region, area.subregion, area.intermediate)}


def _list_dated(code: str, day: date | None) -> set[str]:
    """Return the members by date."""
    rows = read_memberships().get(code, ())
    return {row.member for row in rows if row.period.holds(day)}


def _list_contained(code: str, day: date | None) -> set[str]:
    """Return the members of the groups that the region is composed of."""
    region = read_regions().get(code)
    parts = region.contains if region else ()
    return {member for part in parts for member in _find_members(part, day)}


def _find_folder(name: str) -> Path:
    """Return a folder of the installed package, or else of the checkout."""
    package = Path(__file__).parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise DataError(f"the folder {name}/ stands neither in nor beside {package}; install the package again")


def _make_area(row: Row) -> Area:
    """Return the area of a row."""
    return Area(
        code=row["code"],
        alpha_2=row["alpha_2"],
        numeric=row["numeric"] or None,
        region=row["region"] or None,
        subregion=row["subregion"] or None,
        intermediate=row["intermediate"] or None,
        status=cast(AreaStatus, choose(row, "status", get_args(AreaStatus))),
        administered_by=row["administered_by"] or None,
        note=row["note"],
        source=row["source"],
    )


def _make_region(row: Row) -> Region:
    """Return the region of a row."""
    return Region(
        code=row["code"],
        kind=cast(RegionKind, choose(row, "kind", get_args(RegionKind))),
        parent=row["parent"] or None,
        contains=tuple(row["contains"].split()),
        name_en=row["name_en"],
        name_zh=row["name_zh"],
        short_en=row["short_en"],
        short_zh=row["short_zh"],
        note=row["note"],
        source=row["source"],
    )


def _make_organisation(row: Row) -> Organisation:
    """Return the organisation of a row."""
    return Organisation(
        code=row["code"],
        acronym=row["acronym"] or None,
        name_en=row["name_en"],
        name_zh=row["name_zh"],
        kind=cast(OrganisationKind, choose(row, "kind", get_args(OrganisationKind))),
        source=row["source"],
    )


def _make_membership(row: Row) -> Membership:
    """Return the membership of a row."""
    group = choose(row, "group", {*read_regions(), *read_organisations()})
    member = choose(row, "member", read_areas())
    return Membership(group, member, parse_period(row["since"], row["until"]), row["source"])


def _make_relation(row: Row) -> Relation:
    """Return the diplomatic relation of a row."""
    member = choose(row, "member", read_areas())
    continent = choose(row, "continent", read_regions())
    return Relation(member, continent, parse_period(row["since"], row["until"]), row["source"])


def _make_theme(code: str, table: Mapping[str, str | list[str]]) -> Theme:
    """Return the theme of a table."""
    return Theme(code, str(table["name_en"]), str(table["name_zh"]), tuple(table["zh"]), tuple(table["en"]))
