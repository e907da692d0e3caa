"""The page *Checks* in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Visit, open_page

CARD = ".st-key-checks .aa-check"


def test_a_click_on_a_number_narrows_the_page(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/checks", CARD)
    page.locator(".st-key-checks-verdict").get_by_text("Disagrees").click()
    expect(page.locator(".aa-check.aa-agrees")).to_have_count(0)
    expect(page).to_have_url(re.compile("verdict=disagrees"))
    assert visit.refused == []


@pytest.mark.slow
def test_a_check_opens_its_document(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/checks?verdict=disagrees", CARD)
    page.locator(f"{CARD} .aa-open-document").first.click()
    expect(page.locator(".aa-text")).to_be_visible()
    expect(page).to_have_url(re.compile("documents.*document="))


def test_the_series_of_a_check_is_drawn(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/checks?verdict=disagrees&check=series", CARD)
    picture = page.locator(f"{CARD} img.aa-series").first
    expect(picture).to_be_visible()
    page.wait_for_function("image => image.naturalWidth > 0", arg=picture.element_handle())


@pytest.mark.slow
def test_a_phone_shows_a_check_without_scrolling_sideways(visit: Visit, dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{dashboard}/checks?language=zh", CARD)
    assert page.evaluate("document.querySelector('.aa-check').scrollWidth <= window.innerWidth")
