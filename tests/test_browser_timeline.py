"""The page of events over time in a real browser."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import MAP, Visit, click_middle, open_page, settle, sweep

BARS = ".bars .point path"
ENTRIES = ".st-key-timeline-list .aa-event"
LINES = "texts => texts.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])"
NOTE_COUNTS = f"""() => {{
    window.counts = [];
    new MutationObserver(() => counts.push(document.querySelectorAll('{ENTRIES}').length))
        .observe(document.body, {{subtree: true, childList: true}});
}}"""


@pytest.fixture
def page(visit: Visit, made_dashboard: str) -> Page:
    """Return the page of two documents that tell of four acts on two days, its bars drawn."""
    return open_page(visit, f"{made_dashboard}/timeline", BARS)


def test_a_click_on_a_bar_chooses_its_day_and_once_more_all_time(page: Page) -> None:
    expect(page.locator(ENTRIES)).to_have_count(4)
    click_middle(page, page.locator(BARS).last)
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-26"))
    expect(page.locator(ENTRIES)).to_have_count(1)
    click_middle(page, page.locator(BARS).last)
    expect(page.locator(ENTRIES)).to_have_count(4)


@pytest.mark.slow
def test_back_takes_a_chosen_day_back_and_the_map_keeps_it(page: Page) -> None:
    page.locator(".st-key-player-next button").click()
    expect(page.locator(ENTRIES)).to_have_count(1)
    expect(page).to_have_url(re.compile("since=2020-03-26"))
    settle(page)
    page.go_back()
    expect(page.locator(ENTRIES)).to_have_count(4)
    settle(page)
    page.locator(".st-key-player-next button").click()
    expect(page.locator(ENTRIES)).to_have_count(1)


@pytest.mark.slow
def test_back_from_another_page_is_one_step(page: Page) -> None:
    page.locator(".st-key-player-next button").click()
    expect(page).to_have_url(re.compile(r"/timeline\?.*since=2020-03-26"))
    settle(page)
    page.get_by_role("link", name="World").click()
    expect(page).to_have_url(re.compile(r"/world\?.*since=2020-03-26"))
    page.wait_for_selector(MAP, state="attached")
    settle(page)
    page.go_back()
    expect(page.locator(ENTRIES)).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/timeline\?.*since=2020-03-26"))
    settle(page)
    page.go_back()
    expect(page.locator(ENTRIES)).to_have_count(4)


def test_playing_goes_through_the_days_and_stops_at_the_end(page: Page) -> None:
    # A day is shown for less than two seconds: what is shown is noted when it changes.
    page.evaluate(NOTE_COUNTS)
    page.locator(".st-key-player-play button").click()
    expect(page).to_have_url(re.compile("since=2020-03-27&until=2020-03-27"))
    expect(page.locator(".st-key-player-play button")).to_contain_text("Play")
    expect(page.locator(ENTRIES)).to_have_count(2)
    assert 1 in page.evaluate("window.counts")


@pytest.mark.parametrize("language", sweep(("en", "zh"), ("en",)))
def test_the_days_of_the_axis_stand_apart_on_a_phone(visit: Visit, made_dashboard: str, language: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{made_dashboard}/timeline?language={language}", BARS)
    lines = page.locator(".xtick text").evaluate_all(LINES)
    assert len(lines) > 1
    assert all(left[1] < right[0] for left, right in pairwise(lines))


@pytest.mark.slow
def test_nothing_is_asked_of_another_machine(visit: Visit, page: Page) -> None:
    assert page.locator(BARS).count()
    assert visit.refused == []
