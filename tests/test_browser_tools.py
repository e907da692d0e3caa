"""What stands in for Streamlit's own menu: its words in the reader's language, the choice of a theme, a button that prints."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import SHOWN, Visit, choose_language, open_page, settle
from tests.english_words import find_english

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(14, 17, 23)"


def find_tools(page: Page) -> Locator:
    """Return the box in the sidebar."""
    return page.locator(".st-key-page-tools")


def test_what_opens_on_a_chinese_page_says_nothing_in_english(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?language=zh")
    page.get_by_role("button", name="筛选").click()
    settle(page)
    assert find_english(page) == {}


@pytest.mark.slow
def test_a_list_without_matches_says_so_in_chinese(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?language=zh")
    page.locator(".stMultiSelect input").fill("qqq")
    expect(page.locator("[data-testid=stMultiSelectDropdown]")).to_contain_text("没有结果")


@pytest.mark.slow
def test_turned_to_english_the_page_has_streamlit_s_own_words_again(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?language=zh")
    expect(page.get_by_label("收起侧栏")).to_be_attached()
    choose_language(page, "English")
    expect(page.get_by_label("Collapse sidebar")).to_be_attached()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_theme_is_kept_for_every_page_and_follows_the_system_again(first_visit: Visit, dashboard: str) -> None:
    page = open_page(first_visit, dashboard)
    find_tools(page).get_by_role("radio", name="Dark").check()
    expect(page.locator(".stApp")).to_have_css("background-color", DARK)
    expect(page.locator("[data-testid=stMainMenuPopover]")).to_have_count(0)
    open_page(first_visit, f"{dashboard}/checks", SHOWN["checks"])
    expect(page.locator(".stApp")).to_have_css("background-color", DARK)
    find_tools(page).get_by_role("radio", name="System").check()
    expect(page.locator(".stApp")).to_have_css("background-color", LIGHT)


@pytest.mark.slow
def test_a_page_that_kept_another_theme_takes_the_chosen_one(first_visit: Visit, dashboard: str) -> None:
    page = first_visit.page
    page.add_init_script("localStorage.setItem('aidatlas-theme', 'Dark')")
    open_page(first_visit, f"{dashboard}/checks", SHOWN["checks"])
    expect(page.locator(".stApp")).to_have_css("background-color", DARK)


@pytest.mark.slow
def test_a_button_prints_the_page_and_streamlit_s_menu_is_not_shown(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    page.evaluate("window.print = () => { window.printed = true; }")
    find_tools(page).get_by_role("button", name="Print this page").click()
    assert page.evaluate("window.printed")
    expect(page.get_by_label("Main menu")).to_be_hidden()


def find_tour(page: Page) -> Locator:
    """Return the strip of the tour."""
    return page.get_by_role("region", name="First time here?")


def test_the_tour_goes_through_three_steps_and_stays_closed_over_a_reload(first_visit: Visit, dashboard: str) -> None:
    page = open_page(first_visit, dashboard)
    tour = find_tour(page)
    for button, said in (("Start", "1/3"), ("Next", "2/3"), ("Back", "1/3"), ("Next", "2/3"), ("Next", "3/3")):
        tour.get_by_role("button", name=button, exact=True).click()
        expect(tour.get_by_role("status")).to_contain_text(said)
    tour.get_by_role("button", name="Do not show again").click()
    expect(tour).to_have_count(0)
    open_page(first_visit, dashboard)
    expect(tour).to_have_count(0)


@pytest.mark.slow
def test_the_tour_covers_no_chart_on_a_phone_is_not_printed_and_closes_with_escape(
    first_visit: Visit, dashboard: str
) -> None:
    first_visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(first_visit, dashboard)
    tour, chart = find_tour(page), page.locator(".st-key-front-map-box .aa-plot")
    above, below = tour.bounding_box(), chart.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    page.emulate_media(media="print")
    expect(tour).to_be_hidden()
    page.emulate_media(media="screen")
    tour.get_by_role("button", name="Start").press("Escape")
    expect(tour).to_have_count(0)


@pytest.mark.slow
def test_the_page_of_the_method_opens_the_tour_again(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/method", SHOWN["method"])
    expect(find_tour(page)).to_have_count(0)
    page.get_by_role("button", name="Show the tour again").click()
    expect(find_tour(page)).to_be_visible()
