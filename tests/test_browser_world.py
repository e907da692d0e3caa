"""The page *World* in a real browser: measures, filters, several countries, flows, and the way back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import (
    CARD,
    MAP,
    SENTENCES,
    Visit,
    click_area,
    drag,
    find_area,
    open_page,
    point_at_area,
    press,
    settle,
    take_tool,
)

ARROWS = ".st-key-map-box .scattergeo .point"
HEADING = ".st-key-evidence-box h3"
COUNT_COLOURS = "paths => new Set(paths.map(p => getComputedStyle(p).fill)).size"


def count_coloured(page: Page) -> int:
    """Return how many countries or areas the heading of the table says there are."""
    text = page.locator(".st-key-below-box h3").last.inner_text()
    return int(re.findall(r"\d+", text)[0])


def choose_measure(page: Page, name: str) -> None:
    """Choose what is counted and wait for its map."""
    page.get_by_role("radio", name=name, exact=True).click()
    expect(page).to_have_url(re.compile(f"measure={name.replace(' ', '_')}"))
    settle(page)


def test_the_map_opens_on_who_received_without_the_giver(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who received, in the events of the documents")
    assert page.locator(MAP).evaluate_all(COUNT_COLOURS) > 2
    point_at_area(page, "CHN")
    expect(page.locator(CARD)).to_contain_text("left out here")


def test_who_is_left_out_is_hatched_says_its_value_and_can_be_chosen(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?measure=mentions")
    point_at_area(page, "CHN")
    expect(page.locator(CARD)).to_contain_text("China CHN · CN")
    expect(page.locator(CARD)).to_contain_text(re.compile(r"mentions \d+left out here"))
    expect(page.locator(".aa-key").get_by_text("China: left out")).to_be_attached()
    assert page.locator(".st-key-map-box .scattergeo path.js-line").count() == 1
    click_area(page, "CHN")
    expect(page).to_have_url(re.compile("codes=CHN"))


@pytest.mark.slow
def test_without_borders_who_is_left_out_is_a_hollow_dot_that_says_so(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?measure=mentions&borders=none&frame=asia")
    assert page.locator(".st-key-map-box .scattergeo path.js-line").count() == 0
    point_at_area(page, "CHN")
    expect(page.locator(CARD)).to_contain_text("left out here")


@pytest.mark.slow
def test_what_is_said_over_a_point_stays_inside_the_map_on_a_phone(visit: Visit, dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{dashboard}/?measure=mentions&language=en")
    for code in ("BRA", "DZA"):
        point_at_area(page, code)
        room, box = page.locator(".aa-plot").bounding_box(), page.locator(CARD).bounding_box()
        assert room is not None
        assert box is not None
        assert room["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= room["x"] + room["width"] + 1


def test_a_measure_goes_to_the_address_and_back_returns(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    choose_measure(page, "gave")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who received, in the events of the documents")


@pytest.mark.slow
def test_a_span_of_days_changes_the_map_and_its_chip_takes_it_back(visit: Visit, dashboard: str) -> None:
    whole = count_coloured(open_page(visit, f"{dashboard}/world"))
    page = open_page(visit, f"{dashboard}/world?since=2020-03-23&until=2020-03-31")
    expect(page.locator(".st-key-chip-until")).to_contain_text("2020-03-23 to 2020-03-31")
    assert count_coloured(page) < whole
    page.locator(".st-key-chip-until button").click()
    expect(page.locator(".st-key-chip-until")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("since"))
    expect(page.locator(".st-key-below-box h3").last).to_contain_text(str(whole))


@pytest.mark.slow
def test_a_theme_chosen_and_cleared_stays_cleared(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    page.get_by_role("button", name="Filters").click()
    page.locator(".st-key-filter-theme-0 input").fill("Expert")
    page.get_by_role("option", name="Expert and medical teams").click()
    expect(page).to_have_url(re.compile("theme=experts"))
    page.keyboard.press("Escape")
    page.locator(".st-key-clear-all button").click()
    expect(page).not_to_have_url(re.compile("theme"))
    # At once: the browser may not have heard yet that the list of themes is another one.
    choose_measure(page, "took part")
    assert "theme" not in page.url


def test_several_countries_are_chosen_by_list_and_their_sentences_picked(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    for name in ("Italy", "Serbia"):
        page.locator(".st-key-codes input").fill(name)
        page.get_by_role("option", name=name, exact=True).click()
        expect(page.locator(HEADING)).to_have_text(name)
        settle(page)
    expect(page).to_have_url(re.compile("codes=ITA.SRB"))
    page.keyboard.press("Escape")
    page.locator(".st-key-sentences-of").get_by_text("Italy").click()
    expect(page.locator(HEADING)).to_have_text("Italy")


@pytest.mark.slow
def test_a_box_on_the_map_chooses_the_countries_in_it_that_have_a_value(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    take_tool(page, "select")
    drag(page, find_area(page, "IRL"), find_area(page, "EGY"))
    expect(page).to_have_url(re.compile(r"codes=.*\bITA\b.*"))
    assert "ALA" not in page.url


@pytest.mark.slow
def test_a_click_on_the_one_chosen_lets_it_go(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    click_area(page, "IRN")
    point_at_area(page, "IRN")
    press(page)
    expect(page.locator(SENTENCES)).to_have_count(0)


@pytest.mark.slow
def test_a_sentence_says_what_happened_as_what_and_where_its_date_is_from(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?codes=LAO&theme=experts")
    told = page.locator(".aa-told").first
    expect(told).to_contain_text(
        re.compile(r"expert team \w+ · recipient · 2020-\d\d-\d\d \((heading|sentence|document)\)")
    )


def test_the_flows_are_drawn_and_listed(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    dots = page.locator(ARROWS).count()
    page.locator(".st-key-flows label").click()
    expect(page.get_by_role("heading", name="Who gave to whom")).to_be_visible()
    expect(page).to_have_url(re.compile("flows=True"))
    expect(page.locator(ARROWS).nth(dots + 20)).to_be_attached()


@pytest.mark.slow
def test_an_empty_map_offers_to_clear_the_filters(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?since=1999-01-01&until=1999-12-31")
    expect(page.locator(".stAlert")).to_contain_text("Nothing is left of the documents")
    page.locator(".st-key-clear-empty button").click()
    expect(page.locator(".stAlert")).to_have_count(0)


@pytest.mark.slow
def test_a_country_that_no_event_counts_leaves_the_map_its_width_on_a_phone(visit: Visit, dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{dashboard}/world?measure=gave&codes=FJI")
    expect(page.locator(HEADING)).to_have_text("Fiji")
    expect(page.locator(SENTENCES)).to_have_count(0)
    box = page.locator(".st-key-map-box").bounding_box()
    assert box is not None
    assert box["width"] > 340
