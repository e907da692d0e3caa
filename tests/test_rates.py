"""A measure in proportion to people or to countries: what it is divided by, and what is said of it."""

from pathlib import Path

import pytest

from geo.charts import (
    Labels,
    Layout,
    Look,
    MapChart,
    MapOptions,
    chart_map,
    chart_stacks,
    rate_map,
    rate_stacks,
    redraw_map,
)
from geo.charts.rates import find_denominators, rate_values, tabulate_rates
from geo.drawings import draw_map, draw_stacks
from geo.reference.populations import read_populations
from geo.store.corpus import ALL
from tests.made import make_corpus
from tests.pages import OpenPage, run

EN, ZH = Look(), Look("zh")
COUNTS = {"ITA": 30, "SRB": 3, "GLP": 2, "TWN": 1, "SOM": 5}


def make_map(look: Look = EN) -> MapChart:
    """Return a map of rates, of which one area has no figure to divide by."""
    return rate_map(chart_map(COUNTS, {"SRB": "To Serbia."}, Labels("Named", "mentions", "2 papers"), look), "people")


def test_a_rate_is_the_count_per_million_people() -> None:
    assert rate_values({"ITA": 30}, "people")["ITA"] == pytest.approx(30e6 / read_populations()["ITA"].people, rel=5e-3)


def test_a_map_of_rates_names_the_years_of_the_people() -> None:
    assert make_map().labels.measure == "mentions per million people (population of 2014–2020, mostly 2019)"
    assert make_map(ZH).labels.measure == "每百万人口的mentions（2014至2020年、多为2019年人口）"


def test_what_has_no_figure_is_grey_and_named_and_never_called_not_named() -> None:
    chart = make_map()
    assert "GLP" in chart.others
    assert chart.labels.no_data == "Not named, or no population known"
    assert chart.notes[0] == "Without a rate, as there is no figure to divide by: Guadeloupe."


def test_drawn_otherwise_it_says_the_same() -> None:
    chart = redraw_map(make_map(), MapOptions(hue="greens"))
    assert (chart.notes, chart.labels) == (make_map().notes, make_map().labels)
    assert chart.rows["example"].tolist().count("To Serbia.") == 1


def test_without_a_denominator_the_map_is_the_same() -> None:
    chart = chart_map(COUNTS, {}, Labels("Named", "mentions", ""), EN)
    assert rate_map(chart, None) is chart


def test_the_table_says_what_a_rate_was_worked_out_from() -> None:
    counts = chart_map(COUNTS, {}, Labels("", "", ""), EN).rows
    row = tabulate_rates(counts, make_map().rows).set_index("code").loc["ITA"]
    assert (row["count"], row["population"], row["year"]) == (30, 60_297_396, 2019)


def test_a_region_is_divided_by_its_members_of_the_united_nations() -> None:
    found = find_denominators("countries", "region", ["002", "150", "unknown"])
    assert {key: one.number for key, one in found.items()} == {"002": 54, "150": 43}


def test_bars_of_regions_are_rates_that_say_how_many_countries_they_count() -> None:
    chart = rate_stacks(chart_stacks(make_corpus(), "took_part", ALL, Layout("region"), EN), "countries")
    assert chart.labels.measure == "number of events per country (members of the United Nations)"
    assert dict(zip(chart.rows["name"], chart.rows["total"], strict=True)) == {
        "Asia (47)": pytest.approx(4 / 47, rel=5e-3),
        "Europe (43)": pytest.approx(3 / 43, rel=5e-3),
    }


def test_bars_of_countries_are_rates_in_their_own_order() -> None:
    chart = rate_stacks(chart_stacks(make_corpus(), "took_part", ALL, Layout("country", "theme"), EN), "people")
    assert chart.rows["key"].iloc[0] == "SRB"
    assert chart.rows["total"].is_monotonic_decreasing
    sums = chart.cells.groupby("row")["value"].sum()
    assert sums["ITA"] == pytest.approx(chart.rows.set_index("key")["total"]["ITA"], rel=0.02)


def test_months_have_no_denominator() -> None:
    chart = chart_stacks(make_corpus(), "took_part", ALL, Layout("month"), EN)
    assert rate_stacks(chart, "people") is chart


@pytest.mark.parametrize("look", [EN, ZH])
def test_rates_are_drawn_with_what_is_said_of_them(look: Look) -> None:
    assert draw_map(make_map(look), "svg")
    bars = rate_stacks(chart_stacks(make_corpus(), "took_part", ALL, Layout(), look), "people")
    assert draw_stacks(bars, "svg")


def test_the_page_of_the_map_tells_rates_with_what_they_come_from(open_page: OpenPage, made_folder: Path) -> None:
    page = open_page("world", made_folder, measure="took_part", giver="True", per="people")
    table = page.dataframe[0].value
    assert list(table.columns) == ["rank", "name", "code", "value", "to_come", "count", "population", "year"]
    assert table.iloc[0].tolist() == [1, "Serbia", "SRB", 0.144, 0, 1, 6_944_975, 2019]
    assert any(one.value.startswith("Where few people live") for one in page.caption)


def test_the_choice_is_kept_in_the_address_and_bars_of_months_have_none(open_page: OpenPage, made_folder: Path) -> None:
    page = open_page("compare", made_folder, rows="region")
    page.selectbox(key="filter-per-0").set_value("countries")
    run(page)
    assert page.query_params["per"] == "countries"
    assert any("number of events per country" in one.value for one in page.caption)
    page.selectbox(key="rows").set_value("month")
    run(page)
    assert not [one for one in page.selectbox if str(one.key).startswith("filter-per")]
