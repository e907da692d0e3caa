"""Who belongs to a group on a day: against published numbers, and exact to the day."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from geo.base.errors import GeoError
from geo.base.records import Mention
from geo.base.rows import read_rows
from geo.clauses.actors import name_side
from geo.clauses.frames.records import Words
from geo.clauses.frames.units import list_units
from geo.reference.memberships import find_members, read_memberships
from geo.reference.organisations import find_country, read_organisations
from geo.reference.regions import read_regions

PUBLISHED = Path(__file__).parent / "cases" / "memberships.csv"


def test_groups_have_as_many_members_as_their_organisations_published() -> None:
    rows = list(read_rows(PUBLISHED, dict))
    assert len(rows) > 140
    assert all(row["source"] for row in rows)
    counted = {(row["group"], row["day"]): len(find_members(row["group"], row["day"])) for row in rows}
    assert counted == {(row["group"], row["day"]): int(row["members"]) for row in rows}


def test_a_member_belongs_to_a_group_from_its_first_day_to_its_last_and_no_longer() -> None:
    one_day = timedelta(days=1)
    for group, rows in read_memberships().items():
        spells = Counter(row.member for row in rows)
        for member, (since, until) in ((row.member, row.period) for row in rows if spells[row.member] == 1):
            assert since is None or member in find_members(group, since), (group, member)
            assert since is None or member not in find_members(group, since - one_day), (group, member)
            assert until is None or member in find_members(group, until), (group, member)
            assert until is None or member not in find_members(group, until + one_day), (group, member)
            assert (member in find_members(group)) == (until is None), (group, member)


def test_no_membership_begins_twice_or_while_another_lasts() -> None:
    for group, rows in read_memberships().items():
        spells = sorted((row.member, row.period.since or date.min, row.period.until or date.max) for row in rows)
        for (member, _, last), (following, first, _) in pairwise(spells):
            assert member != following or last < first, (group, member)


def test_a_day_may_be_given_by_its_year_month_day_or_time() -> None:
    new_year = find_members("org:eu", date(2020, 1, 1))
    for day in ("2020", "2020-01", "2020-01-01", datetime(2020, 1, 1, 23, 59)):
        assert find_members("org:eu", day) == new_year


@pytest.mark.parametrize(
    "day", ["", " 2020", "20200101", "2020-1-1", "01/02/2020", "2020-13", "2019-02-29", "2020-W05", "today", "二〇二〇"]
)
def test_a_day_in_any_other_form_is_refused_with_the_form_to_write(day: str) -> None:
    with pytest.raises(GeoError, match=r"is no date; write it like 2020-03-26"):
        find_members("org:eu", day)


def test_a_region_that_is_the_area_of_an_organisation_has_its_members_on_each_day() -> None:
    for region in read_regions().values():
        for part in region.contains:
            for day in ("1995", "2015-06", None):
                assert {*find_members(part, day)} <= {*find_members(region.code, day)}
    assert find_members("region:great-lakes") == find_members("org:icglr")


def test_groups_that_are_alike_differ_where_their_notes_say_so() -> None:
    day = "2020-03-26"
    eu, euro, schengen = (set(find_members(code, day)) for code in ("org:eu", "region:eurozone", "region:schengen"))
    assert euro < eu
    assert eu - schengen == {"BGR", "CYP", "HRV", "IRL", "ROU"}
    assert schengen - eu == {"CHE", "ISL", "LIE", "NOR"}
    assert set(find_members("region:sahel")) > {*find_members("org:aes"), *find_members("org:g5-sahel", day)}


def test_a_suspension_is_no_exit() -> None:
    assert "VEN" in find_members("org:mercosur", "2018-01-01")
    assert "SYR" in find_members("org:arab-league", "2015-01-01")
    assert "MLI" in find_members("org:au", "2021-01-01")


def test_an_agency_of_a_country_names_it_and_has_no_members() -> None:
    agencies = [one for one in read_organisations().values() if one.kind == "agency"]
    assert len(agencies) > 25
    assert all(one.country and not find_members(one.code) for one in agencies)
    assert find_country("org:koica") == "KOR"
    assert find_country("org:un") is None
    assert find_country("KOR") is None


def test_what_an_agency_does_its_country_does() -> None:
    text = "La JICA donó vacunas"
    agency = Mention(3, 7, "JICA", "organisation", "org:jica", "organisation")
    units = list_units(Words(text, 0, len(text), [agency], [], "es"))
    assert [(unit.kind, unit.codes, unit.side) for unit in units] == [("person", ("JPN",), "JPN")]
    assert name_side("JICA donated vaccines", agency._replace(start=0, end=4), "en") == "JPN"
