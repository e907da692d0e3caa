"""The areas of a map in a browser: a change of numbers leaves their shapes, a change of view draws them anew."""

import re

import pytest
from playwright.sync_api import Page, expect

from geo.maps.earth_views import Frame, find_view
from tests.browsing import CARD, Visit, open_page, point_at_area, settle, sweep

LEGEND = ".aa-keys .aa-key"
# Outline and colour of each area, by code.
AREAS = """() => Object.fromEntries([...document.querySelectorAll('.choroplethlayer path')]
    .map(path => [path.__data__.loc, [path.getAttribute('d'), getComputedStyle(path).fill]]).filter(([, [d]]) => d))"""
PROJECT = "point => document.querySelector('.aa-plot')._fullLayout.geo._subplot.projection(point)"
# The boxes of the names that can be seen: left, top, right, bottom.
NAMES = """() => [...document.querySelectorAll('.aa-plot .geo text')].filter(one => one.style.visibility !== 'hidden')
    .map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"""
# Every path that is written while numbers change.
WATCH = """() => { window.aaWritten = 0;
    new MutationObserver(seen => aaWritten += seen.length).observe(document.querySelector('.choroplethlayer'),
        {subtree: true, attributeFilter: ['d']}); }"""


def count_mentions_instead(page: Page) -> None:
    """Let the map show mentions, and wait until it does."""
    page.get_by_text("mentions", exact=True).first.click()
    expect(page.locator(".aa-key-title").first).to_have_text("mentions")
    settle(page)


@pytest.mark.slow
def test_other_numbers_change_colours_and_leave_the_shapes_alone(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?giver=True")
    before = page.evaluate(AREAS)
    page.evaluate(WATCH)
    count_mentions_instead(page)
    after = page.evaluate(AREAS)
    assert page.evaluate("aaWritten") == 0
    assert {code: shape for code, (shape, _) in after.items()} == {code: shape for code, (shape, _) in before.items()}
    assert after["USA"][1] != before["USA"][1]


@pytest.mark.slow
def test_another_projection_draws_the_shapes_anew(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    flat = page.evaluate(AREAS)
    page.goto(f"{dashboard}/world?projection=robinson")
    settle(page)
    assert page.evaluate(AREAS)["BRA"][0] != flat["BRA"][0]
    page.locator(".st-key-frame input").click()
    page.get_by_role("option", name="Europe", exact=True).click()
    expect(page).to_have_url(re.compile("frame=europe"))
    settle(page)
    closer = page.evaluate(AREAS)
    assert closer["ITA"][0] != flat["ITA"][0]
    assert closer["ITA"][1] == flat["ITA"][1]


@pytest.mark.slow
def test_a_zoom_draws_the_shapes_anew_and_what_is_under_the_pointer_is_told(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    before = page.evaluate(AREAS)["ITA"][0]
    point_at_area(page, "ITA")
    page.mouse.wheel(0, -400)
    page.wait_for_function(f"before => ({AREAS})().ITA[0] !== before", arg=before)
    point_at_area(page, "FRA")
    expect(page.locator(CARD)).to_contain_text("France")


def test_the_legend_has_an_entry_for_each_colour_of_areas(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True")
    assert page.locator(LEGEND).all_text_contents()[-1] == "Not named"
    undetermined = {colour for code, (_, colour) in page.evaluate(AREAS).items() if code.startswith("X_")}
    shown = {colour for _, colour in page.evaluate(AREAS).values()} - undetermined
    assert page.locator(LEGEND).count() == page.locator(f"{LEGEND} i").count() == len(shown) > 3


@pytest.mark.parametrize("frame", sweep(("south_america", "world", "europe"), ("south_america",)))
def test_a_part_of_the_world_stands_whole_inside_its_frame(visit: Visit, dashboard: str, frame: Frame) -> None:
    page, view = open_page(visit, f"{dashboard}/world?frame={frame}"), find_view(frame)
    ends = [[view.lon, view.south], [view.lon, view.north]]
    (_, low), (_, high) = page.evaluate(f"ends => ends.map({PROJECT})", ends)
    (_, top), (_, bottom) = page.evaluate("document.querySelector('.aa-plot')._fullLayout.geo._subplot.bounds")
    assert top - 1 <= high < low <= bottom + 1
    # As much room above as below.
    assert high - top == pytest.approx(bottom - low, abs=2)


@pytest.mark.parametrize("width", sweep((390, 1280), (390,)))
def test_no_name_on_the_map_hides_another(visit: Visit, dashboard: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = open_page(visit, f"{dashboard}/world?codes=ITA.SRB.KHM.LAO")
    boxes = page.evaluate(NAMES)
    assert len(boxes) > 1
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert not [
            one for one in boxes[:number] if one[0] < right and left < one[2] and one[1] < bottom and top < one[3]
        ]
