"""The page *World* without a browser: what each control and filter does to what is shown."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import PATIENCE, make_page, run


@pytest.fixture
def page(made_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the dashboard on two documents that tell of four acts, not yet run."""
    return make_page(monkeypatch, "world", made_folder)


def read_rows(page: AppTest) -> dict[str, int]:
    """Return the table's values by code."""
    tables = [one.value for one in page.dataframe if "code" in one.value.columns]
    table: pd.DataFrame = tables[0]
    return dict(zip(table["code"].tolist(), table["value"].tolist(), strict=True))


def open_with(page: AppTest, **address: str) -> AppTest:
    """Return the page as an address opens it."""
    page.query_params.clear()
    page.query_params.update(address)
    return run(page)


def read_address(page: AppTest) -> dict[str, str]:
    """Return the address as the page left it."""
    return {name: held if isinstance(held, str) else held[0] for name, held in page.query_params.items()}


def test_the_page_opens_on_who_received_without_the_giver(page: AppTest) -> None:
    assert read_rows(open_with(page)) == {"ITA": 2, "SRB": 1}


def test_who_gave_counts_the_giver_whatever_the_switch_says(page: AppTest) -> None:
    assert read_rows(open_with(page, measure="gave")) == {"CHN": 2, "JPN": 1}


def test_the_switch_counts_the_giver_among_those_that_received(page: AppTest) -> None:
    open_with(page).toggle(key="giver").set_value(True).run()
    assert read_rows(page) == {"ITA": 2, "SRB": 1, "CHN": 1}


def test_a_span_of_days_a_theme_and_a_kind_narrow_what_is_counted(page: AppTest) -> None:
    assert read_rows(open_with(page, since="2020-03-26", until="2020-03-26")) == {"ITA": 1, "SRB": 1}
    assert read_rows(open_with(page, measure="took_part", kind="call")) == {"FRA": 1}
    assert read_rows(open_with(page, theme="experts")) == {"ITA": 1}


def test_a_filter_goes_to_the_address_and_its_chip_takes_it_out_again(page: AppTest) -> None:
    open_with(page).selectbox(key="filter-theme-0").set_value("experts").run()
    assert read_address(page) == {"theme": "experts"}
    page.button(key="chip-theme").click().run()
    assert read_address(page) == {}
    assert page.selectbox(key="filter-theme-1").value is None


def test_of_days_that_cross_the_other_moves_along(page: AppTest) -> None:
    open_with(page, until="2020-03-26").date_input(key="filter-since-0").set_value(date(2020, 3, 27)).run()
    assert read_address(page) == {"since": "2020-03-27", "until": "2020-03-27"}


def test_one_button_clears_all_filters_and_countries_and_keeps_the_measure(page: AppTest) -> None:
    open_with(page, measure="took_part", theme="aid", codes="ITA.SRB").button(key="clear-all").click().run()
    assert read_address(page) == {"measure": "took_part"}


def test_mentions_do_not_follow_theme_and_kind(page: AppTest) -> None:
    open_with(page, measure="mentions", theme="experts")
    assert read_rows(page) == {"ITA": 2}
    assert page.selectbox(key="filter-theme-0").disabled
    assert "chip-theme" not in [button.key for button in page.button]


def test_a_map_without_anything_says_so_and_offers_the_way_out(page: AppTest) -> None:
    open_with(page, theme="vaccine")
    assert page.info[0].value == "Nothing is left of the documents with these filters."
    page.button(key="clear-empty").click().run()
    assert read_rows(page) == {"ITA": 2, "SRB": 1}


def test_of_several_chosen_the_reader_picks_whose_sentences_are_shown(page: AppTest) -> None:
    open_with(page, codes="ITA.SRB")
    assert "Italy" in [one.value for one in page.subheader]
    page.multiselect(key="codes").set_value(["ITA", "SRB", "FRA"]).run()
    assert "France" in [one.value for one in page.subheader]
    assert read_address(page) == {"codes": "ITA.SRB.FRA"}


def test_the_flows_are_listed_with_giver_and_recipient(page: AppTest) -> None:
    open_with(page, flows="True")
    table = next(one.value for one in page.dataframe if "Giver" in one.value.columns)
    assert table.to_numpy().tolist() == [["China", "Italy", 2], ["China", "Serbia", 1]]


def test_the_page_speaks_chinese(page: AppTest) -> None:
    open_with(page, language="zh", flows="True", theme="aid", codes="ITA")
    assert page.title[0].value == "文件所述事件中的受援方"
    labels = [one.label for one in (*page.button, *page.toggle, *page.selectbox, *page.date_input, *page.multiselect)]
    assert [label for label in labels if label.isascii()] == []


def test_a_widget_that_is_gone_is_no_longer_heard() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.parts.filters import hear, name_widget

        gone = name_widget("theme", "aid")
        name_widget("theme", None)
        st.text(repr(hear("theme", gone)))

    assert AppTest.from_function(script, default_timeout=PATIENCE).run().text[0].value == "None"
