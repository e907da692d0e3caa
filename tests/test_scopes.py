"""What a chart says of itself: its days, filters, documents, who is left out, and what it was read from."""

from datetime import date

import pytest

from geo.charts import Layout, Look, chart_countries, chart_history, chart_multiples, chart_stacks, leave_giver_out
from geo.charts.scopes import describe_read, describe_scope, find_sources
from geo.charts.time_steps import name_days
from geo.store.corpus import Corpus, Where
from tests.made import EVENTS, make_corpus

EN, ZH = Look("en"), Look("zh")
FIRST, LAST = date(2020, 3, 25), date(2020, 3, 31)
MADE = make_corpus()


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (FIRST, LAST, ("25–31 March 2020", "2020年3月25日至31日")),
        (date(2020, 3, 1), LAST, ("March 2020", "2020年3月")),
        (FIRST, date(2020, 4, 2), ("25 March 2020 to 2 April 2020", "2020年3月25日至2020年4月2日")),
        (FIRST, FIRST, ("25 March 2020", "2020年3月25日")),
        (FIRST, None, ("from 25 March 2020", "2020年3月25日及以后")),
        (None, LAST, ("to 31 March 2020", "2020年3月31日及以前")),
    ],
)
def test_days_are_said_as_a_reader_says_them(since: date | None, until: date | None, said: tuple[str, str]) -> None:
    assert (name_days(since, until, EN), name_days(since, until, ZH)) == said


def test_a_scope_names_days_theme_kind_document_and_who_is_left_out() -> None:
    where = Where(("b",), since=FIRST, until=LAST, themes=("aid",), events=("donation",), without=("CHN",))
    assert describe_scope(MADE, where, 1, EN) == (
        "25–31 March 2020 · Aid and donations · donation · “Title b” · without China (left out) · 1 document"
    )
    assert "文件《Title b》 · 未计入中国 · 1份文件" in describe_scope(MADE, where, 1, ZH)


def test_of_many_documents_and_countries_the_number_is_said() -> None:
    where = Where(("a", "b", "c"), codes=("ITA", "SRB", "FRA", "DEU", "ESP", "PRT", "GRC", "POL", "CZE", "AUT"))
    said = describe_scope(MADE, where, 2, EN)
    assert said.startswith("of 3 documents chosen · Italy, Serbia")
    assert "Poland, 2 more" in said


def test_the_source_counts_the_documents_that_the_answer_was_read_from() -> None:
    for where, count in ((Where(roles=("recipient",)), 2), (Where(roles=("giver",), themes=("experts",)), 1)):
        assert find_sources(MADE, where)["documents"].sum() == count
    assert (
        describe_read(find_sources(MADE, Where(kinds=("country",), documents=("a",))), EN)
        == "1 document · Outlet · AidAtlas"
    )


def test_names_have_no_theme_and_the_map_of_them_claims_none() -> None:
    chart = chart_countries(MADE, "mentions", Where(themes=("experts",), events=("call",)), EN)
    assert chart.labels.scope == "2 documents"


def test_every_chart_says_its_scope_and_what_it_was_read_from() -> None:
    where = Where(since=FIRST, until=LAST, themes=("aid",))
    charts = (
        chart_countries(MADE, "received", where, EN),
        chart_stacks(MADE, "received", where, Layout("country", "kind"), EN),
        chart_multiples(MADE, "received", where, "month", EN),
        chart_history(MADE, where, EN).events,
    )
    for chart in charts:
        assert chart.labels.scope == "25–31 March 2020 · Aid and donations · 2 documents"
        assert chart.labels.source == "2 documents · Outlet · AidAtlas"
        assert chart.labels.scope in chart.alt


def test_the_giver_left_out_of_a_map_keeps_its_value() -> None:
    where = leave_giver_out("received", MADE.find_giver(), Where())
    chart = chart_countries(MADE, "received", where, EN)
    assert chart.left_out == {"CHN": 1}
    assert chart_multiples(MADE, "received", where, "theme", EN).left_out == ("CHN",)


@pytest.mark.parametrize(("led", "giver"), [(0, None), (2, None), (3, "CHN"), (6, "CHN")])
def test_who_leads_by_far_is_left_out_and_nobody_else(led: int, giver: str | None) -> None:
    # China gives in two acts besides; Japan in one.
    assert make_corpus(led=led).find_giver() == giver


def test_a_giver_whom_another_comes_near_does_not_lead() -> None:
    more = [(10 + n, "b", "donation", "done", "aid", date(2020, 5, n), "day", (("JPN", "giver"), ("PER", "recipient")))
            for n in (1, 9)]  # fmt: skip
    assert make_corpus([*EVENTS, *more], led=6).find_giver() is None  # type: ignore[list-item]


def test_an_organisation_that_gives_most_is_left_out_of_no_map() -> None:
    told = [(n, "a", "donation", "done", "aid", date(2020, n, 1), "day", (("org:who", "giver"), ("PER", "recipient")))
            for n in range(1, 9)]  # fmt: skip
    assert make_corpus(told, led=0).find_giver() is None  # type: ignore[arg-type]


def test_the_giver_of_the_seeds_is_still_china(seeds: Corpus) -> None:
    assert seeds.find_giver() == "CHN"
