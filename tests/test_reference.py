"""The reference tables: whole, consistent, and right on dated facts."""

import hashlib
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pycountry
import pytest

from geo.base.errors import GeoError, UnknownCode
from geo.base.folders import find_data_folder, find_seeds_folder
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members, read_memberships
from geo.reference.organisations import read_organisations
from geo.reference.regions import read_regions
from geo.reference.relations import count_relations, list_relations, read_relations
from geo.reference.themes import read_themes

CONTINENTS = ("002", "009", "019", "142", "150")


def test_every_iso_code_and_kosovo_stand_there_once() -> None:
    assert set(read_areas()) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert len(read_areas()) == 250


def test_the_other_codes_are_those_of_iso() -> None:
    for country in pycountry.countries:
        area = read_areas()[country.alpha_3]
        assert (area.alpha_2, area.numeric) == (country.alpha_2, country.numeric)


def test_the_table_of_countries_is_what_its_script_makes() -> None:
    script = find_data_folder() / "build_countries.py"
    made = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr


def test_the_fetched_file_is_the_one_described() -> None:
    folder = find_data_folder() / "cldr"
    for stored in tomllib.loads((folder / "SOURCES.toml").read_text(encoding="utf-8"))["file"]:
        assert hashlib.sha256((folder / Path(stored["path"]).name).read_bytes()).hexdigest() == stored["sha256"]


def test_every_area_lies_in_known_regions_and_only_antarctica_in_none() -> None:
    for area in read_areas().values():
        assert {area.region, area.subregion, area.intermediate} <= {*read_regions(), None}
    assert [area.code for area in read_areas().values() if area.region is None] == ["ATA"]


def test_a_region_lies_in_the_region_that_its_members_lie_in() -> None:
    for area in read_areas().values():
        chain = [code for code in (area.intermediate, area.subregion, area.region) if code]
        assert [read_regions()[code].parent for code in chain[:-1]] == chain[1:]


def test_every_parent_and_part_of_a_region_exists() -> None:
    for region in read_regions().values():
        assert region.parent is None or region.parent in read_regions()
        assert {*region.contains} <= {*read_regions(), *read_organisations()}


def test_every_region_has_members() -> None:
    assert [code for code in read_regions() if not find_members(code)] == []


def test_the_continents_hold_every_area_but_antarctica_once() -> None:
    assert sorted(code for region in CONTINENTS for code in find_members(region)) == sorted({*read_areas()} - {"ATA"})


def test_what_is_not_plainly_a_member_of_the_united_nations_carries_a_note() -> None:
    for area in read_areas().values():
        assert area.source
        assert (area.status == "un_member") == (area.note == "")


def test_a_territory_names_who_administers_it_and_no_other_area_of_the_table_does() -> None:
    administered = {"territory", "special_region", "associated_state"}
    for area in read_areas().values():
        assert (area.status in administered) == (area.administered_by is not None)
        assert area.administered_by in {*read_areas(), None}


def test_members_of_the_united_nations_are_the_same_in_both_tables() -> None:
    members = tuple(area.code for area in read_areas().values() if area.status == "un_member")
    assert len(members) == 193
    assert find_members("org:un") == members


def test_every_row_of_a_dated_table_names_its_source() -> None:
    assert all(row.source for rows in read_memberships().values() for row in rows)
    assert all(row.source for row in read_relations())


@pytest.mark.parametrize("day", [date(1995, 1, 1), date(2020, 3, 26), date(2025, 1, 1)])
def test_nobody_is_twice_in_a_group_on_one_day(day: date) -> None:
    for group, rows in read_memberships().items():
        current = [row.member for row in rows if row.period.holds(day)]
        assert len(current) == len(set(current)), group


def test_nobody_has_relations_twice_on_one_day() -> None:
    for day in ("2000-01-01", "2004-01-01", "2020-03-26", "2025-01-01"):
        assert len(list_relations("world", day)) == len(set(list_relations("world", day)))


@pytest.mark.parametrize(
    ("code", "number"),
    [("142", 45), ("150", 44), ("002", 53), ("019", 26), ("region:south-pacific", 10), ("009", 12), ("world", 180)],
)
def test_countries_with_relations_on_26_march_2020_are_counted(code: str, number: int) -> None:
    assert count_relations(code, "2020-03-26") == number


@pytest.mark.parametrize(
    ("code", "eve", "day"),
    [
        ("SLB", "2019-09-20", "2019-09-21"),
        ("KIR", "2019-09-26", "2019-09-27"),
        ("NIC", "2021-12-09", "2021-12-10"),
        ("HND", "2023-03-25", "2023-03-26"),
        ("NRU", "2024-01-23", "2024-01-24"),
    ],
)
def test_relations_begin_on_their_day(code: str, eve: str, day: str) -> None:
    assert code not in list_relations("world", eve)
    assert code in list_relations("world", day)


def test_relations_of_an_organisation_are_those_of_its_members() -> None:
    assert count_relations("org:asean", date(2020, 3, 26)) == 10
    assert count_relations("region:cee", "2020-03-26") == 17


def test_the_united_kingdom_left_the_european_union_after_january_2020() -> None:
    assert "GBR" in find_members("org:eu", "2020-01-15")
    assert "GBR" in find_members("org:eu", "2020-01-31")
    assert "GBR" not in find_members("org:eu", "2020-03-01")


@pytest.mark.parametrize(
    ("code", "day", "number"),
    [
        ("org:eu", "2003-12-31", 15),
        ("org:eu", "2020-03-26", 27),
        ("org:au", "2020-03-26", 55),
        ("org:asean", "2020", 10),
        ("org:sco", "2020-03", 8),
        ("org:caricom", "2020-03-26", 15),
        ("org:gcc", "2020-03-26", 6),
        ("org:nato", "2020-03-26", 29),
        ("org:nato", "2020-03-27", 30),
        ("org:g20", "2020-03-26", 19),
        ("org:opec", "2020-03-26", 13),
        ("org:oecd", "2020-03-26", 36),
        ("org:un", "2005-01-01", 191),
        ("org:celac", "2020-03-26", 32),
        ("org:commonwealth", "2020-03-26", 54),
        ("region:cee", "2018-01-01", 16),
        ("region:cee", "2020-03-26", 17),
        ("region:eurozone", "2020-03-26", 19),
        ("region:arab-states", None, 22),
        ("region:western-asia-northern-africa", "2020-03-26", 21),
        ("419", None, 52),
        ("003", None, 41),
    ],
)
def test_a_group_has_as_many_members_as_on_that_day(code: str, day: str | None, number: int) -> None:
    assert len(find_members(code, day)) == number


def test_members_are_sorted_and_a_day_may_be_given_either_way() -> None:
    assert find_members("org:gcc", "2020-03-26") == find_members("org:gcc", date(2020, 3, 26))
    assert list(find_members("142")) == sorted(find_members("142"))


def test_the_islands_of_the_south_pacific_are_without_australia() -> None:
    assert not {"AUS", "NZL", "PYF"} & {*find_members("region:south-pacific")}
    assert {"FJI", "COK", "NIU"} <= {*find_members("region:south-pacific")}


def test_areas_of_contested_status_are_grouped_for_statistics() -> None:
    assert "TWN" in find_members("030")
    assert "XKX" in find_members("039")
    assert "PSE" in find_members("145")
    assert read_areas()["XKX"].numeric is None


@pytest.mark.parametrize("code", ["", "CHN", "region:atlantis", "org:nonsense", "999"])
def test_what_is_no_group_has_no_members(code: str) -> None:
    with pytest.raises(UnknownCode, match="no region or organisation"):
        find_members(code)


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(GeoError, match="is no date"):
        find_members("org:eu", "last spring")


def test_organisations_are_named_and_bear_short_codes() -> None:
    for organisation in read_organisations().values():
        assert organisation.code.startswith("org:")
        assert organisation.code == organisation.code.lower()
        assert organisation.name_en
        assert organisation.name_zh


def test_the_organisations_a_reader_of_aid_news_meets_are_there() -> None:
    met = ["un", "who", "eu", "au", "asean", "sco", "caricom", "gcc", "g20", "unicef", "paho", "idb", "world-bank"]
    assert {f"org:{code}" for code in met} <= {*read_organisations()}


def test_no_word_points_to_two_themes() -> None:
    words = [word for theme in read_themes().values() for word in (*theme.zh, *theme.en)]
    assert all(words)
    assert len(words) == len(set(words))


def test_the_seeds_lie_beside_the_data() -> None:
    assert find_seeds_folder().name == "seeds"
