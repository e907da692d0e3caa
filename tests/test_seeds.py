"""What must be right about the seeds: the facts of three press documents, as their briefs state them."""

import pandas as pd
import pytest

from geo.store.corpus import Corpus, Where

BRIEFING, MEETINGS, CHRONICLE = "89-countries", "video-conferences", "chronicle"
COUNTRIES = {
    BRIEFING: "CHN IRN IRQ ITA SRB KHM LAO JPN KOR HUN FRA ZAF PAK",
    MEETINGS: "CHN IRN IRQ ITA SRB KHM",
    CHRONICLE: (
        "CHN FRA EGY GBR KHM KAZ POL BRA NIC DEU IRQ USA ITA DZA PSE LBN KWT QAT SAU HRV AUT RUS PAK LAO VEN ZWE IRL"
    ),
}
ORGANISATIONS = {
    BRIEFING: "who au asean un eu world-bank",
    MEETINGS: "who asean au eu caricom sco",
    CHRONICLE: "un g20 eu who unicef paho idb gcc",
}


def select(seeds: Corpus, table: str, brief: str) -> pd.DataFrame:
    """Return a table's rows of one brief."""
    documents = seeds.documents
    chosen = documents["document"][documents["path"].str.contains(brief)].iloc[0]
    rows = seeds.table(table)
    return pd.DataFrame(rows[rows["document"] == chosen])


def list_numbers(seeds: Corpus, brief: str, unit: str) -> set[tuple[float, str]]:
    """Return the numbers of a unit with their bounds."""
    rows = select(seeds, "quantities", brief)
    rows = rows[rows["unit"] == unit]
    return set(zip(rows["value"], rows["bound"], strict=True))


@pytest.mark.parametrize("brief", COUNTRIES)
def test_these_countries_are_named_and_no_other(seeds: Corpus, brief: str) -> None:
    mentions = select(seeds, "mentions", brief)
    named = mentions[(mentions["kind"] == "country") & ~mentions["rule"].isin(["capital", "city", "province"])]
    assert set(named["code"]) == set(COUNTRIES[brief].split())


@pytest.mark.parametrize("brief", ORGANISATIONS)
def test_these_organisations_are_named(seeds: Corpus, brief: str) -> None:
    mentions = select(seeds, "mentions", brief)
    assert {f"org:{code}" for code in ORGANISATIONS[brief].split()} <= set(mentions["code"])


def test_the_regions_of_the_video_meetings_are_named(seeds: Corpus) -> None:
    named = set(select(seeds, "mentions", MEETINGS)["code"])
    assert {"region:south-pacific", "150", "034", "002", "419"} <= named


def test_the_counts_of_the_briefing_are_read(seeds: Corpus) -> None:
    exact = {(float(n), "exact") for n in (89, 28, 16, 26, 9, 10, 79, 180, 77, 56)}
    more = {(float(n), "more_than") for n in (80, 170, 100)}
    assert list_numbers(seeds, BRIEFING, "countries") == exact | more
    assert list_numbers(seeds, BRIEFING, "organisations") == {
        (4.0, "exact"),
        (10.0, "exact"),
        (50.0, "more_than"),
        (10.0, "more_than"),
        (7.0, "exact"),
    }
    assert list_numbers(seeds, BRIEFING, "USD") == {(20_000_000.0, "exact")}


def test_the_counts_of_the_video_meetings_are_read(seeds: Corpus) -> None:
    assert list_numbers(seeds, MEETINGS, "countries") == {(100.0, "more_than"), (110.0, "more_than"), (5.0, "exact")}
    assert (20.0, "nearly") in list_numbers(seeds, MEETINGS, "meetings")
    assert list_numbers(seeds, MEETINGS, "teams") == {(7.0, "exact")}


def test_the_counts_of_the_chronicle_are_read_with_their_groups(seeds: Corpus) -> None:
    rows = select(seeds, "quantities", CHRONICLE)
    counted = rows[rows["unit"] == "countries"]
    groups = dict(zip(counted["scope"].dropna(), counted["value"][counted["scope"].notna()], strict=True))
    assert groups == {"region:cee": 17, "region:western-asia-northern-africa": 16, "419": 25}
    plain = counted[counted["scope"].isna()]
    assert set(plain["value"]) == {80, 89, 120, 50, 100}


def test_the_breakdown_adds_up_to_the_stated_total(seeds: Corpus) -> None:
    checks = select(seeds, "checks", BRIEFING)
    sums = checks[checks["kind"] == "sum"]
    assert [tuple(row) for row in sums[["expected", "found", "verdict"]].to_numpy()] == [(89, 89, "agrees")]


def test_what_was_given_to_china_has_it_as_recipient(seeds: Corpus) -> None:
    rows = select(seeds, "quantities", BRIEFING)
    received = rows[rows["recipient"] == "CHN"]
    assert {(79.0, "countries"), (10.0, "organisations")} <= set(zip(received["value"], received["unit"], strict=True))


def test_a_list_of_five_is_held_against_the_stated_five(seeds: Corpus) -> None:
    checks = select(seeds, "checks", MEETINGS)
    lists = checks[checks["kind"] == "list"]
    assert (5, 5, "agrees") in [tuple(row) for row in lists[["expected", "found", "verdict"]].to_numpy()]


def test_day_headings_date_what_stands_under_them(seeds: Corpus) -> None:
    sentences = select(seeds, "sentences", CHRONICLE)
    dated = sentences[sentences["date_from"] == "heading"]
    assert {str(day)[:10] for day in dated["date"]} == {f"2020-03-{day}" for day in range(23, 32)}
    first = sentences[sentences["date_from"] != "heading"]
    assert first["sentence"].max() < dated["sentence"].min()


def test_domestic_provinces_are_no_countries(seeds: Corpus) -> None:
    rows = select(seeds, "quantities", CHRONICLE)
    assert set(rows["unit"][rows["value"] == 23]) == {"省份"}


CALLS = {
    23: "FRA EGY GBR",
    24: "KAZ POL BRA",
    25: "DEU",
    27: "SAU USA HRV AUT",
    30: "USA",
    31: "DZA IRL",
}
TEAMS = {23: "KHM", 26: "ITA", 28: "PAK", 29: "LAO", 30: "VEN"}


def list_events(seeds: Corpus, brief: str, *kinds: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return day, kind and codes of the events of some kinds (of all, where none is named)."""
    events = select(seeds, "events", brief)
    taken: dict[str, list[str]] = {}
    for event, code in zip(seeds.participants["event"], seeds.participants["code"], strict=True):
        taken.setdefault(event, []).append(code)
    return [
        (str(event.date)[:10], str(event.kind), tuple(sorted(taken[str(event.event)])))
        for event in events.itertuples()
        if not kinds or event.kind in kinds
    ]


def test_the_calls_of_the_chronicle_are_read_and_no_other(seeds: Corpus) -> None:
    wanted = {
        (f"2020-03-{day}", tuple(sorted(("CHN", code)))) for day, codes in CALLS.items() for code in codes.split()
    }
    found = list_events(seeds, CHRONICLE, "call")
    assert {(day, codes) for day, _, codes in found} == wanted
    assert len(found) == 14


def test_a_team_told_by_two_documents_is_one(seeds: Corpus) -> None:
    counted = seeds.count_participants(Where(roles=("recipient",), themes=("experts",)))
    teams = dict(zip(counted["code"], counted["events"], strict=True))
    assert {code: teams[code] for code in ("SRB", "ITA", "KHM")} == {"SRB": 1, "ITA": 1, "KHM": 1}


def test_the_teams_of_the_chronicle_arrive_where_and_when_it_says(seeds: Corpus) -> None:
    wanted = {(f"2020-03-{day}", ("CHN", code)) for day, code in TEAMS.items()}
    assert {(day, codes) for day, _, codes in list_events(seeds, CHRONICLE, "team_arrived")} == wanted


def test_the_laboratory_the_hospital_and_the_summit_of_the_chronicle_are_read(seeds: Corpus) -> None:
    assert list_events(seeds, CHRONICLE, "laboratory", "hospital", "summit") == [
        ("2020-03-25", "laboratory", ("CHN", "IRQ")),
        ("2020-03-26", "summit", ("CHN", "org:g20")),
        ("2020-03-30", "hospital", ("CHN:firms", "ZWE")),
    ]


def test_the_planned_agreement_of_the_chronicle_is_planned(seeds: Corpus) -> None:
    events = select(seeds, "events", CHRONICLE)
    assert list(events["status"][events["kind"] == "agreement"]) == ["planned"]


def test_a_group_and_those_of_it_who_are_named_meet_by_video(seeds: Corpus) -> None:
    met = {codes for _, _, codes in list_events(seeds, CHRONICLE, "video_conference")}
    arab = ("CHN", "DZA", "EGY", "KWT", "LBN", "PSE", "QAT", "org:gcc", "region:western-asia-northern-africa")
    assert {arab, ("CHN", "POL", "region:cee"), ("BRA", "CHN", "EGY", "QAT", "RUS", "org:who")} <= met


def test_goods_that_came_to_nobody_named_are_no_event_before_the_first_day(seeds: Corpus) -> None:
    first = select(seeds, "events", CHRONICLE).iloc[0]
    assert (first["kind"], str(first["date"])[:10]) == ("call", "2020-03-23")


def test_the_briefing_tells_who_gave_to_whom(seeds: Corpus) -> None:
    found = list_events(seeds, BRIEFING)
    given = {(kind, codes) for _, kind, codes in found}
    assert {
        ("donation", ("CHN", "org:who")),
        ("aid", ("CHN", "org:au", "org:who")),
        ("team_sent", ("CHN", "IRN", "IRQ", "ITA", "KHM", "SRB")),
        ("meeting", ("CHN", "LAO", "org:asean")),
        ("video_conference", ("CHN", "JPN", "KOR")),
    } <= given


def test_what_79_countries_gave_was_given_to_china(seeds: Corpus) -> None:
    events, taken = select(seeds, "events", BRIEFING), seeds.participants
    to_china = taken["event"][(taken["code"] == "CHN") & (taken["role"] == "recipient")]
    assert list(events["kind"][events["event"].isin(to_china)]) == ["aid"]
