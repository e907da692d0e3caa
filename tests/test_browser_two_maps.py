"""Two maps and their difference in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Visit, download, open_page, point_at_area, press

MAPS = ".st-key-two-maps .aa-plot, .st-key-difference .aa-plot"
SHAPES = ".st-key-difference .choroplethlayer path"


def test_two_months_are_compared_in_four_clicks_from_the_first_page(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    page.get_by_role("link", name="Compare").click()
    page.get_by_role("radio", name="two maps").click()
    page.wait_for_selector(SHAPES, state="attached")
    page.get_by_role("combobox", name="Quick choice").click()
    page.get_by_role("option", name="February 2020 | March 2020", exact=True).click()
    expect(page).to_have_url(re.compile(r"first=2020-02-01\.\.2020-02-29&second=2020-03-01\.\.2020-03-31"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("February 2020 and March 2020")
    expect(page.locator(MAPS)).to_have_count(3)
    assert visit.refused == []


@pytest.mark.slow
def test_a_click_on_a_map_chooses_for_all_pages_and_the_picture_is_handed_over(
    visit: Visit, made_dashboard: str
) -> None:
    page = open_page(visit, f"{made_dashboard}/compare?figure=two&measure=took_part&giver=True", SHAPES)
    _, picture = download(page, "Picture", "SVG")
    assert b"only in A" in picture
    page.keyboard.press("Escape")
    page.locator(MAPS).first.scroll_into_view_if_needed()
    point_at_area(page, "CHN")
    press(page)
    expect(page).to_have_url(re.compile("codes=CHN"))


@pytest.mark.slow
def test_on_a_phone_the_maps_stand_below_each_other(visit: Visit, made_dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{made_dashboard}/compare?figure=two&measure=took_part&language=zh", SHAPES)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    boxes = [box for one in page.locator(MAPS).all() if (box := one.bounding_box()) is not None]
    assert [box["width"] > 340 for box in boxes] == [True] * 3
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
