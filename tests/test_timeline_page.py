"""The page *Timeline* without a browser: what it says in both languages, and how it walks through time."""

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import OpenPage, run


@pytest.fixture
def timeline(open_page: OpenPage, made_folder: Path) -> OpenPage:
    """Return a function that draws the page of the made corpus as an address opens it."""
    return partial(open_page, "timeline", made_folder)


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
    timeline: OpenPage, language: str, title: str, call: str
) -> None:
    page = timeline(language=language)
    assert page.subheader[0].value == title
    assert call in read_list(page)


def test_a_span_in_the_address_narrows_the_list(timeline: OpenPage) -> None:
    page = timeline(since="2020-03-27", until="2020-03-27")
    assert page.subheader[0].value == "27 March 2020: 2 events"
    assert "China to Italy" not in read_list(page)


def test_later_and_earlier_lead_from_day_to_day(timeline: OpenPage) -> None:
    page = timeline()
    press(page, "player-next")
    assert page.subheader[0].value == "26 March 2020: 1 event"
    press(page, "player-next")
    assert page.subheader[0].value == "27 March 2020: 2 events"
    assert page.button(key="player-next").disabled
    press(page, "player-previous")
    assert page.subheader[0].value == "26 March 2020: 1 event"


def test_playing_can_be_stopped_and_keeps_the_day_it_shows(timeline: OpenPage) -> None:
    page = timeline()
    press(page, "player-play")
    assert page.button(key="player-play").label == "Stop"
    assert "since" not in page.query_params
    press(page, "player-play")
    assert page.button(key="player-play").label == "Play"
    assert "2020-03-26" in page.query_params["since"]


@pytest.mark.parametrize(
    ("language", "note"), [("en", "The time axis is cut"), ("zh", "时间轴有断开")], ids=["en", "zh"]
)
def test_a_cut_axis_can_be_seen_whole_and_the_address_says_so(
    open_page: OpenPage, story_folder: Path, language: str, note: str
) -> None:
    page = open_page("timeline", story_folder, language=language)
    assert any(note in one.value for one in page.caption)
    page.toggle(key="uncut").set_value(True)
    run(page)
    assert page.query_params["uncut"] == "True"
    assert not any(note in one.value for one in page.caption)


def test_where_nothing_can_be_cut_nothing_is_offered(timeline: OpenPage) -> None:
    assert "uncut" not in {one.key for one in timeline().toggle}


def test_every_total_stands_in_a_table_below(open_page: OpenPage, story_folder: Path) -> None:
    page = open_page("timeline", story_folder)
    page.toggle(key="timeline-counts").set_value(True)
    run(page)
    totals = page.dataframe[-1].value
    assert list(totals.iloc[:, 1]) == ["80+", "89", "120", "153"]


@pytest.mark.parametrize("corpus", ["made_folder", "empty_folder"])
def test_where_nothing_of_the_kind_is_told_the_page_says_so(
    open_page: OpenPage, request: pytest.FixtureRequest, corpus: str
) -> None:
    page = open_page("timeline", request.getfixturevalue(corpus), kind="summit")
    assert page.info[0].value == "No event of this kind is told in these documents."


def test_events_without_a_date_are_listed_all_the_same(timeline: OpenPage) -> None:
    page = timeline(kind="team_sent")
    assert "No event has a date" in page.info[0].value
    assert "no date" in read_list(page)
