"""The boxes for days in a real browser: what is typed is taken on Enter, and on leaving the box, and the filters stay open."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Visit, open_page, settle

CHIP = ".st-key-chip-until"


def open_filters(page: Page) -> None:
    """Open the box of the filters."""
    page.get_by_role("button", name="Filters").click()
    expect(find_day(page, "From")).to_be_visible()
    settle(page)


def find_day(page: Page, label: str) -> Locator:
    """Return the box for a day that has a label."""
    return page.get_by_label(label, exact=True)


def type_day(page: Page, label: str, figures: str) -> Locator:
    """Type the figures of a day (month, day, year, as the browser asks for them) into its box, key by key."""
    box = find_day(page, label)
    box.focus()
    box.press_sequentially(figures)
    return box


def test_a_day_that_is_typed_counts_on_enter_and_the_filters_stay_open(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    open_filters(page)
    type_day(page, "From", "03252020").press("Enter")
    expect(page).to_have_url(re.compile("since=2020-03-25"))
    expect(page.locator(CHIP)).to_contain_text("from 2020-03-25")
    expect(find_day(page, "From")).to_have_value("2020-03-25")
    settle(page)
    type_day(page, "To", "03312020").press("Enter")
    expect(page.locator(".aa-scope").first).to_contain_text("25–31 March 2020")
    expect(find_day(page, "To")).to_be_visible()


@pytest.mark.slow
def test_a_day_that_is_typed_counts_when_the_reader_leaves_the_box(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    open_filters(page)
    type_day(page, "To", "03312020")
    find_day(page, "From").focus()
    expect(page).to_have_url(re.compile("until=2020-03-31"))
    expect(find_day(page, "To")).to_have_value("2020-03-31")


@pytest.mark.slow
def test_a_day_that_is_typed_counts_when_the_reader_leaves_the_filters(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    open_filters(page)
    type_day(page, "From", "03252020")
    page.get_by_role("heading", level=1).click()
    expect(page).to_have_url(re.compile("since=2020-03-25"))
    settle(page)
    if not find_day(page, "From").is_visible():
        open_filters(page)
    type_day(page, "To", "03262020").press("Escape")
    expect(page).to_have_url(re.compile("until=2020-03-26"))


@pytest.mark.slow
def test_while_a_year_is_typed_nothing_is_taken_and_half_a_day_never(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    open_filters(page)
    box = type_day(page, "From", "0325202")
    expect(box).to_have_value("0202-03-25")
    box.press("Enter")
    expect(box).to_have_class("wrong")
    settle(page)
    assert "since" not in page.url


@pytest.mark.slow
def test_of_typed_days_that_cross_the_other_moves_along_and_an_emptied_box_frees_the_span(
    visit: Visit, dashboard: str
) -> None:
    page = open_page(visit, f"{dashboard}/world?until=2020-03-24")
    page.get_by_role("button", name="Filters").click()
    type_day(page, "From", "03262020").press("Enter")
    expect(find_day(page, "To")).to_have_value("2020-03-26")
    settle(page)
    find_day(page, "To").fill("")
    expect(page).not_to_have_url(re.compile("until"))
    expect(page).to_have_url(re.compile("since=2020-03-26"))


def test_the_calendar_opens_on_the_days_of_the_documents(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?language=zh")
    page.get_by_role("button", name="筛选").click()
    box = find_day(page, "自")
    expect(box).to_have_attribute("min", re.compile("^20(19|20)-"))
    expect(box).to_have_attribute("max", re.compile("^202"))


@pytest.mark.slow
def test_a_link_that_names_nothing_known_says_so_until_that_is_closed(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?codes=xyz,it&since=2020-02-30")
    line = page.locator(".st-key-link-faults")
    expect(line).to_contain_text(
        "The link names xyz, which is no code of a country or area; 2020-02-30, which is no day."
    )
    expect(page).to_have_url(re.compile("codes=ITA$"))
    page.locator(".st-key-close-link-faults button").click()
    expect(line).to_have_count(0)
    page.locator(".st-key-flows label").click()
    expect(page).to_have_url(re.compile("flows"))
    expect(line).to_have_count(0)
