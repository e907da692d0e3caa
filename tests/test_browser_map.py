"""The map in a real browser: how it is drawn, what its box says, and what a rerun leaves alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import MAP, Visit, download, drag, find_area, open_page, settle, take_tool

PLOT = ".aa-plot"
PROJECTION = "() => document.querySelector('.aa-plot')._fullLayout.geo.projection.type"
SWATCH = ".aa-key i"
# Plotly makes its paths anew for a figure that it draws; the first is marked to know it again.
MARK, IS_MARKED = "path => path.marked = true", "path => path.marked === true"


def choose(page: Page, field: str, option: str) -> None:
    """Choose one of the ways to draw the map."""
    if not page.locator(f"[class*=st-key-filter-{field}-]").is_visible():
        page.locator(".st-key-draw-open button").first.click()
    page.locator(f"[class*=st-key-filter-{field}-]").locator("button, input, [data-baseweb=select]").first.click()
    page.get_by_role("option", name=option, exact=True).click()


def wait_for_colour(page: Page, code: str, test: str) -> str:
    """Return the colour of a country or area on the map as soon as it passes a test."""
    found = f"[...document.querySelectorAll('{MAP}')].find(path => path.__data__?.loc === '{code}')"
    script = f"() => {{ const one = {found}, fill = one && getComputedStyle(one).fill; return fill {test} && fill; }}"
    return str(page.wait_for_function(script).json_value())


def test_projection_and_colours_go_to_the_map_and_to_the_address(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    before = wait_for_colour(page, "ITA", "")
    choose(page, "projection", "Robinson")
    expect(page).to_have_url(re.compile("projection=robinson"))
    expect(page.get_by_text("any kind of colour vision")).to_be_visible()
    choose(page, "hue", "Greens")
    expect(page).to_have_url(re.compile("hue=greens"))
    page.wait_for_function(f"() => ({PROJECTION})() === 'robinson'")
    wait_for_colour(page, "ITA", f"!== '{before}'")


def test_classes_rise_or_lie_around_a_value(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True")
    before = page.locator(".aa-key").all_inner_texts()
    choose(page, "classes", "Rising steps: 1, 2, 5, 10 …")
    expect(page).to_have_url(re.compile("classes=log"))
    expect(page.locator(".aa-keys")).not_to_have_text("".join(before))
    settle(page)
    choose(page, "classes", "Two hues around a value")
    expect(page).to_have_url(re.compile("classes=around"))
    middle = page.locator("[class*=st-key-filter-midpoint-] input")
    middle.fill("10")
    middle.press("Enter")
    expect(page).to_have_url(re.compile("midpoint=10"))
    colours = page.locator(f"button{SWATCH}").evaluate_all(
        "all => all.map(one => one.style.getPropertyValue('--colour'))"
    )
    assert len(set(colours)) > 3


@pytest.mark.slow
def test_the_earth_can_be_a_globe(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?projection=globe")
    assert page.evaluate(PROJECTION) == "orthographic"
    shown = page.locator(f"{MAP}[d]").count()
    assert 0 < shown < 250


@pytest.mark.slow
def test_limits_that_are_none_are_said_beside_them(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?classes=own")
    page.locator(".st-key-draw-open button").first.click()
    box = page.locator("[class*=st-key-filter-limits-] input")
    box.fill("5, 1")
    box.press("Enter")
    expect(page.get_by_text("these are no limits")).to_be_visible()
    box.fill("1, 4")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"limits=1\.4"))
    expect(page.locator(".aa-key").get_by_text("≥ 4")).to_be_attached()


@pytest.mark.slow
def test_the_map_is_reached_by_the_keyboard_and_says_what_it_shows(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    page.locator(PLOT).focus()
    assert page.evaluate("document.activeElement.className").startswith("aa-plot")
    expect(page.locator(PLOT)).to_have_attribute("aria-label", re.compile(r"World map by .* hold the same\.$"))


def test_what_changes_no_figure_does_not_touch_the_map(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?codes=ITA.SRB")
    page.locator(MAP).first.evaluate(MARK)
    page.evaluate("() => { document.querySelector('.aa-plot').on('plotly_afterplot', () => window.drawn = true) }")
    page.locator(".st-key-sentences-of").get_by_text("Serbia").click()
    expect(page.locator(".st-key-evidence-box h3")).to_have_text("Serbia")
    settle(page)
    assert page.locator(MAP).first.evaluate(IS_MARKED)
    assert page.evaluate("window.drawn") is None


def test_a_lasso_chooses_what_it_holds(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    take_tool(page, "lasso")
    (west, north), (east, south) = find_area(page, "IRL"), find_area(page, "EGY")
    drag(page, (west, north), (east, north), (east, south), (west, south), (west, north))
    expect(page).to_have_url(re.compile(r"codes=.*\bITA\b.*"))


@pytest.mark.slow
def test_a_faint_colour_of_the_legend_has_an_edge(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    assert page.locator(SWATCH).first.evaluate("one => getComputedStyle(one).borderTopWidth") != "0px"
    expect(page.get_by_role("button", name="Full screen")).to_be_attached()


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("?borders=none", marks=pytest.mark.slow),
        "?frame=pacific&flows=True",
        pytest.param("?projection=globe&flows=True", marks=pytest.mark.slow),
    ],
)
def test_the_picture_is_made_of_the_map_as_it_is_drawn(visit: Visit, dashboard: str, address: str) -> None:
    page = open_page(visit, f"{dashboard}/{address}")
    picture = download(page, "Picture", "SVG")[1].decode()
    assert ("#b8400a" in picture) == ("flows" in address)
    assert ('id="legend-undetermined"' in picture) == ("borders" not in address)
