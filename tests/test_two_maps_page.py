"""The third figure of the page *Compare*: two maps and their difference, without a browser."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figures.two_maps import draw_two, list_legend
from dashboard.parts.selection import Selection, parse_address, spell_address
from geo.charts import Look, Side
from tests.pages import OpenPage, run
from tests.test_two_maps import compare
from tests.test_world import read_day_box


@pytest.fixture
def open_two(open_page: OpenPage, made_folder: Path) -> Callable[..., AppTest]:
    """Return a function that draws two maps as an address opens them."""
    return partial(open_page, "compare", made_folder, figure="two", measure="took_part", giver="True")


def read_table(page: AppTest) -> list[list[object]]:
    """Return the rows of the table below the maps."""
    return page.dataframe[-1].value.astype(object).to_numpy().tolist()


def test_two_maps_open_on_two_spans_without_a_choice(open_two: Callable[..., AppTest]) -> None:
    page = open_two()
    assert page.title[0].value == r"Who took part, in the events of the documents\: 26 March 2020 and 27 March 2020"
    assert any("A reads 2 documents, B 1 document." in one.value for one in page.caption)
    assert len(read_table(page)) == 5
    assert "first" not in page.query_params


def test_the_sides_are_exchanged_and_kept_in_the_address(open_two: Callable[..., AppTest]) -> None:
    page = open_two()
    before = {row[0]: row[4] for row in read_table(page)}
    page.button(key="swap").click()
    run(page)
    assert (page.query_params["first"], page.query_params["second"]) == (
        "2020-03-27..2020-03-27",
        "2020-03-26..2020-03-26",
    )
    assert {row[0]: -row[4] for row in read_table(page)} == before  # type: ignore[operator]


def test_a_day_divides_what_is_before_from_what_is_after(open_two: Callable[..., AppTest]) -> None:
    page = open_two(first="2020-03-01..2020-03-10", second="2020-03-11..2020-03-27")
    page.date_input(key="split").set_value(date(2020, 3, 27))
    run(page)
    assert page.query_params["second"] == "2020-03-27..2020-03-27"


def test_an_end_of_a_side_is_chosen_and_a_crossing_moves_the_other(open_two: Callable[..., AppTest]) -> None:
    page = open_two()
    page.date_input(key="filter-first-since-0").set_value(date(2020, 3, 27))
    run(page)
    assert page.query_params["first"] == "2020-03-27..2020-03-27"


def test_documents_are_compared(open_two: Callable[..., AppTest]) -> None:
    page = open_two()
    page.segmented_control(key="kind-of-sides").set_value("document")
    run(page)
    assert page.query_params["first"] == "document:a"
    page.multiselect(key="second").set_value(["a", "b"])
    run(page)
    assert page.query_params["second"] == "document:a,b"
    assert any("A reads 1 document, B 2 documents" in one.value for one in page.caption)


def test_a_kind_of_side_that_has_no_two_is_not_offered(open_two: Callable[..., AppTest]) -> None:
    assert open_two().segmented_control(key="kind-of-sides").options == ["days", "documents"]


def test_what_is_compared_is_no_filter(open_two: Callable[..., AppTest]) -> None:
    page = open_two(since="2020-03-27")
    assert len(read_table(page)) == 5
    assert read_day_box(page, "since")["disabled"]


def test_per_head_the_table_holds_rates(open_two: Callable[..., AppTest]) -> None:
    page = open_two(language="zh", per="people")
    assert any("每百万人口的参与的事件数（2019年人口）" in one.value for one in page.caption)
    assert ["CHN", "中国", 0.000715, 0.00143, 0.000715] in read_table(page)


def test_without_two_of_anything_the_page_says_so(open_page: OpenPage, empty_folder: Path) -> None:
    page = open_page("compare", empty_folder, figure="two")
    assert any("nothing to compare" in one.value for one in page.info)


def test_an_address_holds_both_sides() -> None:
    selection = Selection(
        figure="two", per="people", first=Side(outlet="新华网 & x"), second=Side(documents=("a", "b"))
    )
    assert parse_address(spell_address(selection)).selection == selection
    assert parse_address({"first": "yesterday", "per": "acre"}).selection == Selection()


def test_the_figures_of_both_sides_have_one_legend_and_that_of_the_difference_tells_both() -> None:
    chart = compare()
    assert list(list_legend(chart, 0)) == list(list_legend(chart, 1))
    figure = draw_two(chart, 2)
    told = figure.layout.meta["cards"]["ITA"]
    assert (told["name"], told["value"], told["facts"]) == ("Italy", "−1", ["A: 1 · B: none"])
    assert not any(trace.showlegend for trace in draw_two(chart, 0).data if figure.layout.showlegend)


def test_who_is_left_out_is_never_called_not_in_an_event() -> None:
    from geo.store.corpus import Where

    chart = compare(look=Look(), where=Where(without=("CHN",)))
    figure = draw_two(chart, 0)
    assert figure.layout.meta["cards"]["CHN"]["facts"] == ["left out, not counted here"]
