"""What must be right about the briefs from coded facts: their countries, counts, lists, sums, givers and recipients."""

import pandas as pd
import pytest

from geo.store.corpus import Corpus
from tests.test_seeds import select

ELEVEN, SUPPLIES, TEN = "supplies-from-11", "supplies-from-33", "ten-more-asian"
LOCAL, TOTALS, WHITE_PAPER = "donations-by-local", "aid-to-127", "white-paper"
OCTOBER, NOVEMBER, MAY = "2020-10-20-aid", "34-expert-teams", "aid-to-153"
BUYERS, RECEIVERS, DOSES = "vaccines-for-84", "vaccines-for-106", "vaccine-doses"

REACHED = "BLR FRA GBR HUN IDN IRN JPN KAZ KOR PAK TUR"
GAVE = (
    "ARE AUS BLR CAN DEU DZA EGY FRA GBR GHA HUN IDN IRN ITA JPN KAZ KHM KOR MYS NPL NZL PAK PHL RUS SGP SUR THA TJK "
    "TTO TUR USA UZB VNM"
)
OFFERED = "AUT BRA COG CRI CZE DNK ECU EST KEN KGZ LVA NOR PSE QAT SAU SRB SVN"
ASIA = "AFG BGD KHM LAO LKA MDV MMR MNG NPL PAK"
BY_GOVERNMENTS = "AGO BGR CHE DEU DZA FRA IRN IRQ ITA JPN KOR LAO LBN MYS PAK PER TUN TUR USA"
LOCAL_GOVERNMENTS = " ".join(f"{code}:local" for code in BY_GOVERNMENTS.split())
BY_FIRMS = "CAN DEU DOM ETH FRA GBR IRN ITA JPN KHM KOR LAO MLT MMR MNG NLD PAK SAU TZA USA"

COUNTRIES = {
    ELEVEN: REACHED,
    SUPPLIES: f"{GAVE} {OFFERED}",
    TEN: ASIA,
    LOCAL: f"{BY_GOVERNMENTS} {BY_FIRMS}",
    **dict.fromkeys((TOTALS, WHITE_PAPER, OCTOBER, NOVEMBER, BUYERS, RECEIVERS, DOSES, MAY), ""),
}
ORGANISATIONS = {
    ELEVEN: "unicef",
    SUPPLIES: "eu unicef undp iom unfpa",
    WHITE_PAPER: "who",
    DOSES: "covax",
    **dict.fromkeys((TEN, LOCAL, TOTALS, OCTOBER, NOVEMBER, BUYERS, RECEIVERS, MAY), ""),
}
# Each count as "number unit giver > recipient status date"; a dash stands for a side that is
# counted. Where teams stay, nothing is said to be given, so only the number is held.
COUNTS = {
    ELEVEN: ("11 countries - > CHN done 2020-02-02", "1 organisations - > CHN done 2020-02-02"),
    SUPPLIES: (
        "33 countries - > CHN done 2020-02-14",
        "4 organisations - > CHN done 2020-02-14",
        "17 countries - > CHN announced 2020-02-14",
        "1 organisations - > CHN announced 2020-02-14",
    ),
    TEN: ("2 foundation", "10 countries CHN:foundations > - announced 2020-03-21"),
    LOCAL: ("19 countries CHN:local > :local done 2020-03-23", "20 countries CHN:firms > - done 2020-03-23"),
    TOTALS: (
        "89 countries CHN > - done 2020-03-26",
        "4 organisations CHN > - done 2020-03-26",
        "120 countries CHN > - done 2020-03-31",
        "4 organisations CHN > - done 2020-03-31",
        "127 countries CHN > - done 2020-04-10",
        "4 organisations CHN > - done 2020-04-10",
    ),
    WHITE_PAPER: (
        "150 countries CHN > - done 2020-05-31",
        "4 organisations CHN > - done 2020-05-31",
        "29 teams CHN > - done 2020-05-31",
        "27 countries CHN > - done 2020-05-31",
        "56 countries",
        "50000000 USD CHN > org:who done 2020-05-31",
        "77 countries - > CHN done 2020-05-31",
        "12 organisations - > CHN done 2020-05-31",
        "84 countries :local+foundations > CHN done 2020-05-31",
    ),
    OCTOBER: ("150 countries CHN > - done 2020-10-20", "7 organisations CHN > - done 2020-10-20"),
    NOVEMBER: (
        "150 countries CHN > - done 2020-11",
        "4 organisations CHN > - done 2020-11",
        "34 teams CHN > - done 2020-11",
        "32 countries CHN > - done 2020-11",
    ),
    RECEIVERS: (
        "106 countries CHN > - done 2021-10-26",
        "4 organisations CHN > - done 2021-10-26",
        "150 countries CHN > - done 2021-10-26",
        "13 organisations CHN > - done 2021-10-26",
    ),
    MAY: (
        "153 countries CHN > - done 2022-05",
        "15 organisations CHN > - done 2022-05",
        "38 teams CHN > - done 2022-05",
        "34 countries CHN > - done 2022-05",
    ),
}
LISTS = {ELEVEN: {11}, SUPPLIES: {33, 17, 4}, TEN: {10}, LOCAL: {19, 20}}
GIVEN = {
    (ELEVEN, "done"): f"{REACHED} org:unicef > CHN",
    (SUPPLIES, "done"): f"{GAVE} org:eu org:unicef org:undp org:iom > CHN",
    (SUPPLIES, "announced"): f"{OFFERED} org:unfpa > CHN",
    (TEN, "announced"): f"CHN:foundations > {ASIA}",
    (LOCAL, "done"): f"CHN:local CHN:firms > {LOCAL_GOVERNMENTS} {BY_FIRMS}",
}
# The doses in millions: sold, donated or pledged, delivered.
DOSES_BY_SCOPE = {
    "region:asia-pacific": {835, 76.3, 772},
    "419": {388, 3.8, 265},
    "002": {136, 19, 107},
    "150": {120, 1.93, 53.3},
    "org:covax": {64, 36},
}
LENGTHS = {"day": 10, "month": 7, "year": 4}


def list_counts(seeds: Corpus, brief: str) -> set[str]:
    """Return the counts of a brief below its title, as they are written in COUNTS."""
    rows = select(seeds, "quantities", brief)
    rows = rows[rows["sentence"] > 0]
    sides = rows["giver"].fillna("-") + " > " + rows["recipient"].fillna("-")
    days = [str(day)[: LENGTHS[exact]] for day, exact in zip(rows["date"], rows["date_precision"], strict=True)]
    numbers = [f"{value:.0f}" for value in rows["value"]]
    return {" ".join(map(str, row)) for row in zip(numbers, rows["unit"], sides, rows["status"], days, strict=True)}


def list_codes(seeds: Corpus, brief: str, kind: str) -> set[str]:
    """Return the codes of a kind that a brief names."""
    mentions = select(seeds, "mentions", brief)
    return set(mentions["code"][mentions["kind"] == kind])


def list_checks(seeds: Corpus, brief: str, kind: str) -> set[tuple[float, float, str]]:
    """Return what was expected and found, and the verdict, of a brief's checks of a kind."""
    checks = select(seeds, "checks", brief)
    checks = checks[checks["kind"] == kind]
    return set(zip(checks["expected"], checks["found"], checks["verdict"], strict=True))


def list_side(seeds: Corpus, events: "pd.Series[str]", role: str) -> set[str]:
    """Return who has a role in some events."""
    people = seeds.table("participants")
    return set(people["code"][people["event"].isin(events) & (people["role"] == role)])


@pytest.mark.parametrize("brief", COUNTRIES)
def test_these_countries_are_named_and_no_other(seeds: Corpus, brief: str) -> None:
    assert list_codes(seeds, brief, "country") == {"CHN", *COUNTRIES[brief].split()}


@pytest.mark.parametrize("brief", ORGANISATIONS)
def test_these_organisations_are_named_and_no_other(seeds: Corpus, brief: str) -> None:
    assert list_codes(seeds, brief, "organisation") == {f"org:{name}" for name in ORGANISATIONS[brief].split()}


@pytest.mark.parametrize(("brief", "count"), [(brief, count) for brief in COUNTS for count in COUNTS[brief]])
def test_a_count_is_read_with_its_sides_status_and_date(seeds: Corpus, brief: str, count: str) -> None:
    read = list_counts(seeds, brief)
    assert any(found.startswith(count) for found in read), read


@pytest.mark.parametrize("brief", COUNTS)
def test_no_other_number_is_read_as_a_count(seeds: Corpus, brief: str) -> None:
    stated = {tuple(count.split()[:2]) for count in COUNTS[brief]}
    assert {tuple(count.split()[:2]) for count in list_counts(seeds, brief)} <= stated


@pytest.mark.parametrize(("brief", "number"), [(brief, number) for brief in LISTS for number in sorted(LISTS[brief])])
def test_a_list_names_as_many_as_it_states(seeds: Corpus, brief: str, number: int) -> None:
    assert (number, number, "agrees") in list_checks(seeds, brief, "list")


def test_the_84_countries_of_the_tracker_are_seven_more_than_its_regions_add_up_to(seeds: Corpus) -> None:
    assert list_checks(seeds, BUYERS, "sum") == {(84, 77, "disagrees")}
    rows = select(seeds, "quantities", BUYERS)
    scopes = dict(zip(rows["scope"].dropna(), rows["value"][rows["scope"].notna()], strict=True))
    assert scopes == {"region:asia-pacific": 31, "419": 17, "002": 29}


@pytest.mark.parametrize("scope", DOSES_BY_SCOPE)
def test_the_doses_of_a_region_are_read_from_the_table(seeds: Corpus, scope: str) -> None:
    rows = select(seeds, "quantities", DOSES)
    doses = rows["value"][(rows["unit"] == "doses") & (rows["scope"] == scope)]
    assert {round(value / 1e6, 6) for value in doses} == DOSES_BY_SCOPE[scope]


def list_conflicts(seeds: Corpus, brief: str) -> set[tuple[float, float]]:
    """Return what was expected and found where a brief's checks against other days disagree."""
    return {
        (expected, found) for expected, found, verdict in list_checks(seeds, brief, "series") if verdict == "disagrees"
    }


def test_totals_that_grow_are_no_conflict_and_one_that_falls_is(seeds: Corpus) -> None:
    assert list_conflicts(seeds, TOTALS) == set()
    assert list_conflicts(seeds, MAY) == set()
    assert list_conflicts(seeds, NOVEMBER) == {(4, 7)}


def test_77_governments_that_gave_are_held_against_79_and_not_against_84_other_givers(seeds: Corpus) -> None:
    assert list_conflicts(seeds, WHITE_PAPER) == {(77, 79)}


@pytest.mark.parametrize(("brief", "status"), GIVEN)
def test_givers_and_recipients_stand_on_their_sides(seeds: Corpus, brief: str, status: str) -> None:
    events = select(seeds, "events", brief)
    chosen = events["event"][events["status"] == status]
    givers, recipients = (side.split() for side in GIVEN[brief, status].split(" > "))
    assert list_side(seeds, chosen, "giver") == set(givers)
    assert list_side(seeds, chosen, "recipient") == set(recipients)


def test_the_totals_of_two_years_are_one_series(seeds: Corpus) -> None:
    rows = seeds.table("quantities")
    aid = rows[(rows["unit"] == "countries") & (rows["giver"] == "CHN") & (rows["theme"] == "aid")]
    totals = {str(day)[:7]: value for day, value in zip(aid["date"], aid["value"], strict=True)}
    assert {"2020-04": 127, "2020-05": 150, "2020-10": 150, "2020-11": 150, "2022-05": 153}.items() <= totals.items()


def test_the_teams_of_a_list_are_held_against_those_before_and_those_after_against_them(seeds: Corpus) -> None:
    assert list_checks(seeds, WHITE_PAPER, "series") >= {(29, 7, "agrees")}
    assert list_checks(seeds, NOVEMBER, "series") >= {(34, 29, "agrees")}


def test_an_organisation_in_apposition_is_a_list_of_one(seeds: Corpus) -> None:
    assert (1, 1, "agrees") in list_checks(seeds, ELEVEN, "list") & list_checks(seeds, SUPPLIES, "list")


def test_the_seeds_name_more_than_sixty_countries(seeds: Corpus) -> None:
    mentions = seeds.table("mentions")
    assert mentions["code"][mentions["kind"] == "country"].nunique() > 60
