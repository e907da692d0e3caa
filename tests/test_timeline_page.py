"""The page *Timeline* without a browser: what it says in both languages, and how it walks through time."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.corpus import extract
from tests.made import make_corpus

OPEN = Callable[..., AppTest]


def show_timeline() -> None:
    """Draw the page."""
    from dashboard.views import timeline

    timeline.show()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OPEN:
    """Return a function that draws the page as an address opens it, of the made corpus or of an empty one."""

    def draw(empty: bool = False, **address: str) -> AppTest:
        (extract(()) if empty else make_corpus()).write(tmp_path / "corpus")
        monkeypatch.setattr(sys, "argv", ["app", str(tmp_path / "corpus")])
        st.cache_data.clear()
        st.cache_resource.clear()
        page = AppTest.from_function(show_timeline, default_timeout=60)
        page.query_params.update(address)
        return run(page)

    return draw


def run(page: AppTest) -> AppTest:
    """Draw the page again; it must not fail."""
    page.run()
    assert not page.exception
    return page


def press(page: AppTest, key: str) -> None:
    """Press a button."""
    page.button(key=key).click()
    run(page)


def read_list(page: AppTest) -> str:
    """Return the list of what happened."""
    return next(str(one.proto.body) for one in page.get("html") if "aa-event" in one.proto.body)


@pytest.mark.parametrize(
    ("language", "title", "call"),
    [("en", "All events: 4 events", "telephone call"), ("zh", "全部事件：4起事件", "通话")],
)
def test_the_page_lists_what_happened_in_the_language_of_the_reader(
    open_page: OPEN, language: str, title: str, call: str
) -> None:
    page = open_page(language=language)
    assert page.subheader[0].value == title
    assert call in read_list(page)


def test_a_span_in_the_address_narrows_the_list(open_page: OPEN) -> None:
    page = open_page(since="2020-03-27", until="2020-03-27")
    assert page.subheader[0].value == "27 March 2020: 2 events"
    assert "China to Italy" not in read_list(page)


def test_later_and_earlier_lead_from_day_to_day(open_page: OPEN) -> None:
    page = open_page()
    press(page, "player-next")
    assert page.subheader[0].value == "26 March 2020: 1 event"
    press(page, "player-next")
    assert page.subheader[0].value == "27 March 2020: 2 events"
    assert page.button(key="player-next").disabled
    press(page, "player-previous")
    assert page.subheader[0].value == "26 March 2020: 1 event"


def test_playing_can_be_stopped_and_keeps_the_day_it_shows(open_page: OPEN) -> None:
    page = open_page()
    press(page, "player-play")
    assert page.button(key="player-play").label == "Stop"
    assert "since" not in page.query_params
    press(page, "player-play")
    assert page.button(key="player-play").label == "Play"
    assert "2020-03-26" in page.query_params["since"]


@pytest.mark.parametrize("empty", [True, False])
def test_where_nothing_of_the_kind_is_told_the_page_says_so(open_page: OPEN, empty: bool) -> None:
    page = open_page(empty, kind="summit")
    assert page.info[0].value == "No event of this kind is told in these documents."


def test_events_without_a_date_are_listed_all_the_same(open_page: OPEN) -> None:
    page = open_page(kind="team_sent")
    assert "No event has a date" in page.info[0].value
    assert "no date" in read_list(page)
