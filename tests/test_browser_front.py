"""The front page in a real browser: from the whole to a page and a sentence in one click, in the same session."""

import pytest
from playwright.sync_api import expect

from tests.browsing import MAP, SENTENCES, Visit, open_page, point_at_area, press, settle

FRONT = ".aa-cards"
FRONT_MAP = ".st-key-front-map-box .choroplethlayer path"


def test_a_country_of_the_front_map_opens_with_its_sentences(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard, FRONT_MAP)
    point_at_area(page, "USA")
    press(page)
    page.wait_for_selector(SENTENCES)
    assert "codes=USA" in page.url


@pytest.mark.slow
def test_a_number_of_a_card_opens_its_page_without_a_new_session(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?language=zh", FRONT_MAP)
    page.evaluate("window.aaSame = true")
    page.locator(".aa-names a").nth(1).click()
    page.wait_for_selector(SENTENCES)
    assert page.evaluate("window.aaSame")
    assert "codes=ITA" in page.url


def test_the_leading_breakdown_opens_with_the_sentence_that_states_it(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard, FRONT)
    page.locator(".aa-parts a").first.click()
    expect(page.locator(".aa-sentence mark").first).to_be_visible()


@pytest.mark.slow
def test_a_link_to_the_map_from_before_there_was_a_front_page_still_opens_it(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?measure=mentions&codes=SRB", MAP)
    page.wait_for_selector(SENTENCES)
    assert "/world?" in page.url


@pytest.mark.slow
def test_the_front_page_keeps_its_own_address_short(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&language=zh", MAP)
    page.get_by_role("link", name="概览").click()
    page.wait_for_selector(FRONT)
    settle(page)
    assert page.url.endswith("/?language=zh")
