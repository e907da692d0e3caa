"""The page of bars and small maps in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visit, click_middle, open_page, settle

PARTS = ".st-key-stacks-box .bars .point path"
CHIP = ".st-key-chip-theme button"


def test_a_click_on_a_part_chooses_it_for_all_pages_and_once_more_lets_it_go(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/compare", PARTS)
    click_middle(page, page.locator(PARTS).first)
    expect(page).to_have_url(re.compile("codes=ITA&theme=aid"))
    expect(page.locator(CHIP)).to_contain_text("Aid and donations")
    click_middle(page, page.locator(PARTS).first)
    expect(page).not_to_have_url(re.compile("codes|theme"))
    expect(page.locator(CHIP)).to_have_count(0)


@pytest.mark.slow
def test_an_address_opens_the_same_bars_on_a_phone(visit: Visit, made_dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    query = "language=zh&measure=took_part&rows=theme&parts=kind&share=True&theme=aid"
    page = open_page(visit, f"{made_dashboard}/compare?{query}", PARTS)
    expect(page.get_by_role("heading", level=1)).to_have_text("国家或地区参与的事件（按主题和事件类别）")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    widths = [box["width"] for part in page.locator(PARTS).all() if (box := part.bounding_box()) is not None]
    assert max(widths) > 150


def test_bars_are_sorted_by_total_name_or_part_and_end_in_their_totals(visit: Visit, dashboard: str) -> None:
    def read_names() -> list[str]:
        return [one.text_content() or "" for one in visit.page.locator(".st-key-stacks-box .ytick text").all()]

    page = open_page(visit, f"{dashboard}/compare?measure=received&parts=theme", PARTS)
    by_total = read_names()
    choose(page, ".st-key-sort", "Name")
    expect(page).to_have_url(re.compile("sort=name"))
    settle(page)
    assert read_names() != by_total
    assert sorted(read_names()) == sorted(by_total)
    choose(page, ".st-key-sort", "Aid and donations")
    expect(page).to_have_url(re.compile("sort=aid"))
    settle(page)
    totals = page.locator(".st-key-stacks-box .scatterlayer text").all_text_contents()
    assert [int(one) for one in totals if one.strip().isdecimal()]
    page.locator(".st-key-scale").get_by_text("Share").click()
    expect(page).to_have_url(re.compile("share=True"))


def choose(page: Page, box: str, option: str) -> None:
    page.locator(box).locator("button, input, [data-baseweb=select]").first.click()
    page.get_by_role("option").filter(has_text=option).first.click()


def test_a_small_map_opens_on_the_page_of_the_map(visit: Visit, made_dashboard: str) -> None:
    visit.page.goto(f"{made_dashboard}/compare?figure=maps")
    expect(visit.page.locator(".st-key-small-maps img")).to_have_count(2)
    visit.page.get_by_role("link", name="Expert and medical teams (1)").click()
    expect(visit.page).to_have_url(re.compile(r"/world\?.*theme=experts"))
    expect(visit.page.locator(CHIP)).to_be_visible()
    assert visit.refused == []
