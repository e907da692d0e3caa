"""The page of events over time in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import click_middle
from tests.conftest import Visit
from tests.made import make_corpus

BARS = ".bars .point path"
ENTRIES = ".st-key-timeline-list .aa-event"


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a dashboard on two documents that tell of four happenings on two days."""
    folder: Path = tmp_path_factory.mktemp("timeline") / "corpus"
    make_corpus().write(folder)
    return f"{serve(folder)}/timeline"


def open_timeline(visit: Visit, address: str) -> Page:
    """Open the page and wait until its bars are drawn."""
    visit.page.goto(address)
    visit.page.wait_for_selector(BARS, timeout=60_000)
    visit.page.wait_for_timeout(800)
    return visit.page


def test_a_click_on_a_bar_chooses_its_day_and_once_more_all_time(visit: Visit, address: str) -> None:
    page = open_timeline(visit, address)
    expect(page.locator(ENTRIES)).to_have_count(4)
    click_middle(page, page.locator(BARS).last)
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-26"))
    expect(page.locator(ENTRIES)).to_have_count(1)
    page.wait_for_timeout(1200)
    click_middle(page, page.locator(BARS).last)
    expect(page.locator(ENTRIES)).to_have_count(4)


def test_drawing_over_a_span_of_time_chooses_it(visit: Visit, address: str) -> None:
    page = open_timeline(visit, address)
    page.locator(".modebar-btn[data-val=select]").first.click()
    box = page.locator(".stPlotlyChart .nsewdrag").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 60, steps=8)
    page.mouse.up()
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-27"))
    expect(page.locator(ENTRIES)).to_have_count(3)


def test_back_takes_a_chosen_day_back_and_the_map_keeps_it(visit: Visit, address: str) -> None:
    page = open_timeline(visit, address)
    page.locator(".st-key-player-next button").click()
    expect(page.locator(ENTRIES)).to_have_count(1)
    page.go_back()
    expect(page.locator(ENTRIES)).to_have_count(4)
    page.locator(".st-key-player-next button").click()
    expect(page.locator(ENTRIES)).to_have_count(1)
    page.get_by_role("link", name="World").click()
    expect(page).to_have_url(re.compile("since=2020-03-26"))


def test_playing_goes_through_the_days_and_stops_at_the_end(visit: Visit, address: str) -> None:
    page = open_timeline(visit, address)
    page.locator(".st-key-player-play button").click()
    expect(page.locator(ENTRIES)).to_have_count(1)
    expect(page.locator(ENTRIES)).to_have_count(2, timeout=15_000)
    expect(page).to_have_url(re.compile("since=2020-03-27&until=2020-03-27"), timeout=15_000)
    expect(page.locator(".st-key-player-play button")).to_contain_text("Play")


def test_nothing_is_asked_of_another_machine(visit: Visit, address: str) -> None:
    open_timeline(visit, address)
    assert visit.refused == []
