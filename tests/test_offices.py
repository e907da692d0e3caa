"""Tests of the dated table of office holders."""

from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from geo.base.periods import Period
from geo.names.mentions import find_mentions
from geo.reference.offices import LANGUAGES, find_holders, find_office, read_offices
from geo.reference.organisations import read_organisations


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Angela Merkel", date(2020, 3, 26), "DEU"),
        ("默克尔", date(2020, 3, 26), "DEU"),
        ("Angela Merkel", date(2023, 1, 1), None),
        ("秦刚", date(2023, 5, 1), "CHN"),
        ("秦刚", date(2024, 5, 1), None),
        ("Mark Rutte", date(2020, 5, 1), "NLD"),
        ("Mark Rutte", date(2024, 11, 1), "org:nato"),
        ("Mark Rutte", None, None),
        ("Emmanuel Macron", None, "FRA"),
        ("Nobody In Particular", None, None),
        ("Michelle Bachelet", date(2015, 6, 1), "CHL"),
        ("Michelle Bachelet", date(2020, 6, 1), "org:ohchr"),
        ("Michelle Bachelet", date(2024, 6, 1), None),
        ("Kristalina Georgieva", date(2020, 6, 1), "org:imf"),
        ("Kristalina Georgieva", date(2019, 9, 30), None),
        ("默茨", date(2025, 5, 5), None),
        ("默茨", date(2025, 5, 6), "DEU"),
        ("图斯克", date(2018, 3, 1), "org:eu"),
        ("图斯克", date(2024, 3, 1), "POL"),
        ("安倍晋三", date(2010, 3, 1), None),
        ("拉赫蒙", date(2014, 3, 1), "TJK"),
        ("Viktor Orbán", date(2026, 6, 1), None),
        ("汪文斌", date(2024, 5, 24), "CHN"),
        ("汪文斌", date(2024, 6, 1), None),
        ("USAID", date(2020, 5, 1), "USA"),
        ("USAID", date(2025, 12, 1), None),
        ("FCDO", date(2020, 5, 1), None),
        ("Foreign and Commonwealth Office", date(2020, 5, 1), "GBR"),
        ("普里戈任", date(2023, 5, 1), None),
    ],
)
def test_a_holder_speaks_for_a_country_while_in_office(name: str, day: date | None, code: str | None) -> None:
    assert find_office(name, day) == code


def test_a_national_agency_is_read_as_its_country_by_each_of_its_names() -> None:
    for agency in (one for one in read_organisations().values() if one.country):
        for name, language in ((agency.name_en, "en"), (agency.name_zh, "zh"), (agency.acronym, "en")):
            spells = [spell for holder in find_holders(name or "", language) for spell in holder.spells]
            named = {mention.code for mention in find_mentions(name or "", language)}
            assert not name or agency.country in named | {code for code, _ in spells}, name


def test_a_city_that_begins_like_a_name_is_no_holder() -> None:
    assert [holder.start for holder in find_holders("Xi met doctors in Xi'an; Xi's letter came.", "en")] == [0, 25]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("中韩正式启动谈判", "zh", []),
        ("国家副主席韩正出席", "zh", ["国家副主席韩正"]),
        ("小船在汪洋中沉没", "zh", []),
        ("副总理汪洋致辞", "zh", ["副总理汪洋"]),
        ("江苏林业部门送来树苗", "zh", []),
        ("国家主席苏林抵达", "zh", ["国家主席苏林"]),
        ("村民对他信任有加", "zh", []),
        ("朝鲜国务委员会委员长", "zh", ["国务委员会"]),
        ("国务委员王毅", "zh", ["国务委员", "王毅"]),
        ("A stroll along the Champs-Élysées", "en", []),
        ("The building is a pentagon", "en", []),
        ("NORAD tracks the sleigh; Norad funds schools", "en", ["Norad"]),
        ("The Kremlin answered the White House", "en", ["The Kremlin", "the White House"]),
    ],
)
def test_a_name_is_not_found_in_other_words(text: str, language: str, names: list[str]) -> None:
    assert [text[holder.start : holder.end] for holder in find_holders(text, language)] == names


def test_a_body_of_two_countries_speaks_for_neither() -> None:
    assert find_office("国务委员会") is None


def test_no_name_speaks_for_two_on_one_day_but_a_body_they_share() -> None:
    spells = defaultdict(list)
    for office in read_offices():
        for language in LANGUAGES:
            for name in (*office.names[language], *office.weak_names[language]):
                spells[name].append(office)
    shared = {
        name
        for name, offices in spells.items()
        for one, other in combinations(offices, 2)
        if one.code != other.code and _overlap(one.period, other.period)
    }
    assert shared == {"国务委员会"}


def _overlap(one: Period, other: Period) -> bool:
    return (one.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (one.until or date.max)


def test_every_row_names_its_source_and_a_name_and_ends_after_it_begins() -> None:
    for office in read_offices():
        assert office.source
        assert any(
            (*names, *weak) for names, weak in zip(office.names.values(), office.weak_names.values(), strict=True)
        )


def test_a_name_is_weak_in_all_its_rows_or_in_none() -> None:
    for language in ("en", "zh"):
        strong = {name for office in read_offices() for name in office.names[language]}
        assert not strong & {name for office in read_offices() for name in office.weak_names[language]}


def test_a_very_long_text_of_names_is_read_in_one_pass() -> None:
    assert len(find_holders("Macron Xi " * 50_000, "en")) == 100_000
