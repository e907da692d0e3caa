"""Which countries have diplomatic relations with China on a day, from data/relations.csv."""

from datetime import date
from functools import cache
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.periods import Period, parse_day, parse_period
from geo.base.rows import Row, choose, read_rows
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.regions import read_regions


class Relation(NamedTuple):
    """Diplomatic relations of a country with China for a period; `continent` is the ministry's, not always M49's."""

    member: str
    continent: str
    period: Period
    source: str


@cache
def read_relations() -> tuple[Relation, ...]:
    """Return the countries with diplomatic relations with China, one row a period."""
    return tuple(read_rows(find_data_folder() / "relations.csv", _make_relation))


def list_relations(code: str, date: date | str | None = None) -> tuple[str, ...]:
    """Return the codes of the countries of a continent, or of any group, with diplomatic relations with China.

    A continent is taken as China's foreign ministry counts it (Cyprus in Europe); "world" gives all countries.
    """
    day = parse_day(date) if isinstance(date, str) else date
    current = [relation for relation in read_relations() if relation.period.holds(day)]
    if code in {relation.continent for relation in read_relations()}:
        return tuple(relation.member for relation in current if relation.continent == code)
    members = set(find_members(code, day))
    return tuple(relation.member for relation in current if relation.member in members)


def count_relations(code: str, date: date | str | None = None) -> int:
    """Return how many countries of a continent or group have diplomatic relations with China on a day.

    >>> count_relations("142", "2020-03-26")
    45
    """
    return len(list_relations(code, date))


def _make_relation(row: Row) -> Relation:
    """Return the diplomatic relation of a row."""
    member = choose(row, "member", read_areas())
    continent = choose(row, "continent", read_regions())
    return Relation(member, continent, parse_period(row["since"], row["until"]), row["source"])
