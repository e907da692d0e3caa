"""The page *World* without a browser: what each control and filter does to what is shown."""

import html
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.made import make_corpus
from tests.pages import PATIENCE, make_app, make_page, run


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


def test_of_days_that_cross_the_other_moves_along() -> None:
    def script() -> None:
        from datetime import date

        from dashboard.parts.filters import take_day

        take_day("since", date(2020, 3, 27))

    page = AppTest.from_function(script, default_timeout=PATIENCE)
    page.query_params["until"] = "2020-03-26"
    assert read_address(run(page)) == {"since": "2020-03-27", "until": "2020-03-27"}


def test_a_box_for_a_day_opens_its_calendar_where_the_data_are(page: AppTest) -> None:
    open_with(page, since="2020-03-26", until="2031-01-01")
    first, last = (read_day_box(page, name) for name in ("since", "until"))
    assert (first["label"], first["day"], first["first"]) == ("From", "2020-03-26", "2020-03-26")
    assert (last["day"], last["last"]) == ("2031-01-01", "2031-01-01")


def read_day_box(page: AppTest, name: str) -> dict[str, object]:
    """Return what the browser is told of a box for a day."""
    found = [one.proto for one in page.get("bidi_component") if f"filter-{name}" in one.proto.id]
    return dict(json.loads(found[0].json))


def test_a_link_that_names_nothing_known_is_said_in_a_line_that_can_be_closed(
    made_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_app(monkeypatch, made_folder)
    open_with(page, codes="XYZ,ita", since="2020-02-30", theme="experts")
    [line] = [one.value for one in page.warning]
    assert line.startswith("The link names XYZ, which is no code of a country or area; 2020\\-02\\-30, which is no day")
    assert read_address(page) == {"codes": "ITA", "theme": "experts"}
    page.toggle(key="flows").set_value(True).run()
    assert len(page.warning) == 1
    place = find_title(page)
    page.button(key="close-link-faults").click().run()
    # What is below the line stays in its place: moved, it would be drawn anew.
    assert find_title(page) == place
    page.toggle(key="flows").set_value(False).run()
    assert not page.warning


def find_title(page: AppTest) -> int:
    """Return which part of the main column the title is."""
    return next(place for place, part in page.main.children.items() if part.type == "title")


def test_a_link_that_is_all_taken_says_nothing(page: AppTest) -> None:
    assert not open_with(page, codes="it,rs").warning


def test_the_switch_says_in_how_many_acts_and_figures_the_giver_gives(page: AppTest) -> None:
    assert open_with(page).toggle(key="giver").label == "Include China, who gives in 8 of 9"


def test_where_nobody_leads_by_far_nobody_is_left_out_and_there_is_no_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_corpus(led=0).write(tmp_path / "corpus")
    page = open_with(make_page(monkeypatch, "world", tmp_path / "corpus"))
    assert read_rows(page) == {"ITA": 2, "SRB": 1, "CHN": 1}
    assert "giver" not in [one.key for one in page.toggle]
    assert read_scopes(page) == ["2 documents"]


def read_scopes(page: AppTest) -> list[str]:
    """Return the lines that say what the page shows of the documents."""
    shown = (str(one.proto.body) for one in page.get("html"))
    return [html.unescape(re.sub("<.*?>", "", body)) for body in shown if 'class="aa-scope"' in body]


def test_the_page_says_what_its_map_shows_and_cites_it(page: AppTest) -> None:
    open_with(page, since="2020-03-25", until="2020-03-31", theme="aid")
    said = "25–31 March 2020 · Aid and donations · without China (left out) · 2 documents"
    assert read_scopes(page) == [said]
    cited = next(one.value for one in page.code)
    assert f"Who received, in the events of the documents. {said}. 2 documents · Outlet · AidAtlas" in cited


def test_files_are_named_after_what_they_show(page: AppTest) -> None:
    open_with(page, since="2020-03-25", until="2020-03-31", theme="experts")
    names = [one.proto.id for one in page.get("download_button")]
    assert any("aidatlas-map-received-2020-03-25-to-2020-03-31-experts@1x.png" in name for name in names)


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
    labels = [one.label for one in (*page.button, *page.toggle, *page.selectbox, *page.multiselect)]
    assert [label for label in labels if label.isascii()] == []


def test_a_widget_that_is_gone_is_no_longer_heard() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.parts.filters import hear, name_widget

        gone = name_widget("theme", "aid")
        name_widget("theme", None)
        st.text(repr(hear("theme", gone)))

    assert AppTest.from_function(script, default_timeout=PATIENCE).run().text[0].value == "None"
