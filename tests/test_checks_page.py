"""The pages *Checks* and *Regions* without a browser: what they say of the seeds, in both languages."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figures.checks import draw_series
from dashboard.parts.listings.checks import write_check
from dashboard.parts.words import read_words
from geo.charts import Look, read_ground
from geo.charts.numbers import write_bounded, write_number
from geo.store.corpus import Corpus, Where, find_check_position
from tests.pages import OpenPage


def read_html(page: AppTest) -> str:
    """Return all the HTML of a page."""
    return "".join(one.proto.body for one in page.get("html"))


def read_labels(page: AppTest) -> list[str]:
    """Return the labels of the first row of pills."""
    return [option.content for option in page.button_group(key="checks-verdict").proto.options]


def write(corpus: Corpus, kind: str, quantity: str | None = None, language: str = "en") -> str:
    """Return the first check of a kind that disagrees as HTML."""
    rows = corpus.read_checks(Where(checks=(kind,), verdicts=("disagrees",))).to_dict("records")
    row = next(row for row in rows if quantity is None or row["words"] == quantity)
    return write_check(row, read_ground(corpus, row), Look(language), read_words(language))


def test_eighty_four_against_seventy_seven_is_told_as_seven_short(seeds: Corpus) -> None:
    told = write(seeds, "sum")
    assert "Stated: <b>84 countries</b>. The parts come to <b>77</b>: <b>7</b> short." in told
    assert "<b>31</b> Asia-Pacific + <b>17</b> Latin America and the Caribbean + <b>29</b> Africa = <b>77</b>" in told


def test_four_organisations_after_seven_stand_side_by_side(seeds: Corpus) -> None:
    told = write(seeds, "series", "four international organisations")
    assert "For 2020-10-20 it was already <b>7</b>: <b>3</b> fewer now." in told
    assert told.count('class="aa-side"') == told.count("data-said=") == 2


def test_received_from_77_after_79_is_a_conflict_and_from_12_after_10_is_none(seeds: Corpus) -> None:
    received = seeds.read_series()
    received = received[(received["recipient"] == "CHN") & (received["theme"] == "aid")].set_index(["unit", "value"])
    assert received["verdict"][("countries", 77)] == "disagrees"
    assert received["verdict"][("organisations", 12)] == "agrees"


def test_no_other_statement_of_the_seeds_is_in_conflict(seeds: Corpus) -> None:
    found = seeds.checks[seeds.checks["verdict"] == "disagrees"]
    assert sorted(zip(found["kind"], found["expected"], found["found"], strict=True)) == [
        ("series", 4, 7),
        ("series", 77, 79),
        ("sum", 84, 77),
    ]


def test_a_check_in_chinese_says_what_was_stated_in_chinese(seeds: Corpus) -> None:
    assert "所述：<b>84个国家</b>。各部分相加为<b>77</b>，少<b>7</b>。" in write(seeds, "sum", language="zh")


def test_the_names_of_a_list_are_shown_in_the_order_of_the_text(seeds: Corpus) -> None:
    rows = seeds.read_checks(Where(checks=("list",))).to_dict("records")
    row = next(row for row in rows if row["words"] == "5个国家")
    assert read_ground(seeds, row).names == ("IRN", "IRQ", "ITA", "SRB", "KHM")


def test_the_page_counts_the_outcomes_and_shows_disagreement_first(open_page: OpenPage, seeds: Corpus) -> None:
    page = open_page("checks")
    counts = seeds.count_checks().groupby("verdict")["checks"].sum()
    assert read_labels(page)[0] == f"≠ Disagrees: **{counts['disagrees']}**"
    assert read_html(page).index("aa-disagrees") < read_html(page).index("aa-agrees")


def test_a_choice_narrows_the_page_and_is_kept_in_the_address(open_page: OpenPage) -> None:
    page = open_page("checks", verdict="disagrees", language="zh")
    assert "aa-agrees" not in read_html(page)
    page.button_group(key="checks-check").set_value("sum").run()
    assert "sum" in page.query_params["check"]
    assert read_html(page).count('class="aa-check') == 1


def test_a_document_without_checks_says_so_and_gives_the_way_out(open_page: OpenPage) -> None:
    page = open_page("checks", document="unknown")
    assert page.info[0].value == "Nothing is left with these filters."
    page.button(key="checks-clear").click().run()
    assert "aa-check" in read_html(page)


def test_checks_come_page_after_page_and_none_twice(seeds: Corpus) -> None:
    first = seeds.read_checks(limit=5)
    rest = seeds.read_checks(after=find_check_position(first.iloc[-1].to_dict()), limit=1000)
    assert [*first["check"], *rest["check"]] == seeds.read_checks()["check"].tolist()


def test_every_choice_of_a_breakdown_can_be_drawn(open_page: OpenPage) -> None:
    page = open_page("regions", language="zh")
    for label in page.selectbox(key="breakdown").options:
        page.selectbox(key="breakdown").select(label).run()
        assert not page.exception


def test_doses_are_read_in_millions_and_have_no_share(open_page: OpenPage) -> None:
    page = open_page("regions")
    label = next(one for one in page.selectbox(key="breakdown").options if one.startswith("doses"))
    assert "835 million" in label
    page.selectbox(key="breakdown").select(label).run()
    assert "Share" not in page.dataframe[0].value.columns
    assert "there is no denominator" in " ".join(one.value for one in page.caption)


def test_countries_stand_beside_those_with_relations_that_day_and_un_members(open_page: OpenPage) -> None:
    page = open_page("regions")
    assert page.success[0].value == "The parts add up to the stated total of 89."
    table = page.dataframe[0].value.set_index("Region")
    assert table["Countries with diplomatic relations"]["Africa"] == 53
    assert table["UN members"]["Africa"] == 54


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [(89, "en", "89"), (76_300_000, "en", "76.3 million"), (835_000_000, "zh", "8.35亿"), (1_930_000, "zh", "193万")],
)
def test_large_numbers_are_said_with_a_word(value: float, language: str, shown: str) -> None:
    assert write_number(value, language) == shown


def test_a_number_that_is_not_exact_says_how_it_is_meant() -> None:
    assert write_bounded(80, None, "more_than", "en") == "80+"


def test_a_series_of_one_day_has_no_picture() -> None:
    rows = pd.DataFrame({"quantity": ["a", "b"], "date": ["2020-03-26"] * 2, "value": [89, 89]})
    assert draw_series(rows, "a", "b", Look()) == ""


def test_a_series_of_very_many_statements_stays_a_small_picture() -> None:
    days = pd.date_range("2020-01-01", periods=5000).strftime("%Y-%m-%d")
    rows = pd.DataFrame({"quantity": [str(n) for n in range(5000)], "date": days, "value": range(5000)})
    assert len(draw_series(rows, "7", None, Look())) < 30_000


def test_one_organisation_is_told_in_the_singular(seeds: Corpus) -> None:
    rows = seeds.read_checks(Where(checks=("list",))).to_dict("records")
    row = next(row for row in rows if row["words"] == "One international organisation")
    told = write_check(row, read_ground(seeds, row), Look("en"), read_words("en"))
    assert "Stated: <b>1 organisation</b>. <b>1</b> named, as stated." in told


def test_every_name_of_a_list_is_shown_where_it_stands_below_its_sentence(seeds: Corpus) -> None:
    rows = seeds.read_checks(Where(checks=("list",))).to_dict("records")
    assert [row["words"] for row in rows if len(read_ground(seeds, row).names) != row["found"]] == []
