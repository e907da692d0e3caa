"""The maps of the pages *Timeline* and *Regions* in a browser: clicks and zoom."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visit, open_page, point_at_area, press, settle
from tests.test_plots import SCALE, zoom_in

TITLE = ".st-key-timeline-list-box h3"
SHAPE = "code => [...document.querySelectorAll('.choroplethlayer path')].find(p => p.__data__.loc === code)"
DRAWN = f"code => ({SHAPE})(code)?.getAttribute('d')?.length ?? 0"


def click(page: Page, code: str) -> None:
    """Click an area of the map."""
    point_at_area(page, code)
    press(page)


def test_a_click_chooses_a_country_for_all_pages_and_once_more_lets_it_go(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/timeline?measure=took_part")
    click(page, "CHN")
    expect(page).to_have_url(re.compile("codes=CHN"))
    expect(page.locator(TITLE)).to_contain_text("China")
    click(page, "CHN")
    expect(page).not_to_have_url(re.compile("codes"))


@pytest.mark.slow
def test_the_zoom_outlives_another_span_of_time(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/timeline")
    zoomed = zoom_in(page)
    page.locator(".st-key-player-next button").click()
    expect(page.locator(TITLE)).to_have_text("26 March 2020: 1 event")
    settle(page)
    assert page.evaluate(SCALE) == zoomed


@pytest.mark.slow
def test_the_map_takes_the_palette_of_the_first_page(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/timeline?hue=purples")
    assert page.evaluate(f"getComputedStyle(({SHAPE})('ITA')).fill") == "rgb(88, 48, 127)"
