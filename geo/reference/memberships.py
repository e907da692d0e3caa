"""Which countries and areas belong to a region or organisation on a day, from data/memberships.csv."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from geo.base.errors import UnknownCode
from geo.base.folders import find_data_folder
from geo.base.periods import Period, parse_day, parse_period
from geo.base.rows import Row, choose, read_rows
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations
from geo.reference.regions import WORLD, read_regions


class Membership(NamedTuple):
    """A country or area in a region or organisation for a period."""

    group: str
    member: str
    period: Period
    source: str


@cache
def read_memberships() -> Mapping[str, tuple[Membership, ...]]:
    """Return the dated members of each group that lists them, by the group's code."""
    grouped: dict[str, list[Membership]] = {}
    for membership in read_rows(find_data_folder() / "memberships.csv", _make_membership):
        grouped.setdefault(membership.group, []).append(membership)
    return MappingProxyType({group: tuple(rows) for group, rows in grouped.items()})


def find_members(code: str, date: date | str | None = None) -> tuple[str, ...]:
    """Return the codes of the countries or areas that belong to a region or organisation on a day, sorted.

    `date` may be an ISO 8601 text of any precision (its first day counts), or a time, whose day counts; without it the
    latest state is given. The first and the last day of a member are days as one. An organisation whose members are not listed in memberships.csv has none here. Raises UnknownCode.

    >>> find_members("org:gcc")
    ('ARE', 'BHR', 'KWT', 'OMN', 'QAT', 'SAU')
    """
    day = parse_day(date) if isinstance(date, str) else date
    # A time is a day too, but Python compares the two with nothing.
    return _find_members(code, day.date() if isinstance(day, datetime) else day)


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


def _make_membership(row: Row) -> Membership:
    """Return the membership of a row."""
    group = choose(row, "group", {*read_regions(), *read_organisations()})
    member = choose(row, "member", read_areas())
    return Membership(group, member, parse_period(row["since"], row["until"]), row["source"])
