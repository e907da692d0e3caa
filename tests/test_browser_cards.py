"""The card of a map in a real browser: where it stands, what it belongs to, and how the keyboard leads to it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browsing import CARD, SENTENCES, Visit, close_tour, find_area, open_page, point_at_area, settle, sweep

PLOT = ".st-key-map-box .aa-plot"
POINTED = f"() => document.querySelector('{PLOT}').dataset.pointed"
# The middle of a dot on the screen, by its code.
DOT = """code => {
    const plot = document.querySelector('.st-key-map-box .aa-plot'), room = plot.getBoundingClientRect();
    for (const trace of plot._fullData) {
        const place = trace.customdata?.findIndex(one => one[0] === code) ?? -1;
        if (place < 0 || trace.type !== 'scattergeo') continue;
        const [x, y] = plot._fullLayout.geo._subplot.projection([trace.lon[place], trace.lat[place]]);
        return [room.x + x, room.y + y];
    }
}"""


def find_box(page: Page, place: str) -> FloatRect:
    """Return the box of what there is one of on a page."""
    box = page.locator(place).bounding_box()
    assert box is not None
    return box


def holds(room: FloatRect, box: FloatRect) -> bool:
    """Return whether a box lies in another, to the pixel."""
    across = room["x"] - 1 <= box["x"] and box["x"] + box["width"] <= room["x"] + room["width"] + 1
    return across and room["y"] - 1 <= box["y"] and box["y"] + box["height"] <= room["y"] + room["height"] + 1


@pytest.mark.parametrize(
    ("width", "language"),
    sweep([(width, language) for width in (390, 1280) for language in ("en", "zh")], ((390, "zh"), (1280, "en"))),
)
def test_a_card_is_at_most_280_pixels_wide_and_inside_the_map(
    visit: Visit, dashboard: str, width: int, language: str
) -> None:
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True&language={language}")
    for code in ("RUS", "MLT", "FJI", "SYR", "CHN", "USA"):
        point_at_area(page, code)
        box = find_box(page, CARD)
        assert box["width"] <= 280, code
        assert holds(find_box(page, PLOT), box), code


@pytest.mark.slow
def test_a_dot_is_meant_where_it_is_pointed_at_and_its_neighbour_beside_it(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&borders=none")
    x, y = page.evaluate(DOT, "LBN")
    page.mouse.move(x, y)
    page.wait_for_function(f"({POINTED})() === 'LBN'")
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    point_at_area(page, "SYR")
    expect(page.locator(CARD)).to_contain_text("Syria SYR")
    x, y = page.evaluate(DOT, "MLT")
    for away in (0, 7):
        page.mouse.move(x + away, y)
        page.wait_for_function(f"({POINTED})() === 'MLT'")
    page.mouse.move(x + 60, y)
    page.wait_for_function(f"({POINTED})() !== 'MLT'")


def test_a_touch_shows_a_card_and_a_touch_elsewhere_closes_it(browser: Browser, dashboard: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    close_tour(context)
    page = open_page(Visit(context.new_page()), f"{dashboard}/world?measure=mentions")
    page.locator(PLOT).scroll_into_view_if_needed()
    settle(page)
    page.touchscreen.tap(*find_area(page, "DZA"))
    expect(page.locator(CARD)).to_contain_text("Algeria DZA")
    expect(page).to_have_url(re.compile("codes=DZA"))
    page.locator("h1").tap()
    expect(page.locator(CARD)).to_have_count(0)
    context.close()


def test_arrows_walk_the_countries_and_what_they_come_to_is_read_out(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True")
    page.locator(PLOT).focus()
    spoken = page.locator(f"{PLOT} [aria-live=polite]")
    page.keyboard.press("ArrowRight")
    expect(spoken).to_contain_text(re.compile(r"^China, CHN · CN\. mentions: \d+\. rank 1 of \d+"))
    page.keyboard.press("ArrowRight")
    assert page.evaluate(POINTED) in ("KOR", "JPN", "PRK")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    expect(spoken).to_contain_text("China, CHN · CN")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("codes=CHN"))
    page.wait_for_selector(SENTENCES)
    page.locator(PLOT).focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(CARD)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)


@pytest.mark.slow
def test_the_sentence_of_a_card_is_in_the_readers_language_or_there_is_none(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True&language=zh")
    point_at_area(page, "ITA")
    expect(page.locator(f"{CARD} q")).to_have_text(re.compile("[\u4e00-\u9fff]{4}"))
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True")
    point_at_area(page, "ITA")
    expect(page.locator(f"{CARD} q")).to_have_text(re.compile("[A-Za-z]{4}"))
    lines = page.locator(f"{CARD} q").evaluate("one => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)")
    assert round(lines) <= 2


def test_a_choice_leaves_the_map_its_size_and_brings_the_sentences_into_view(visit: Visit, dashboard: str) -> None:
    for width in (1280, 1920):
        visit.page.set_viewport_size({"width": width, "height": 800})
        page = open_page(visit, f"{dashboard}/world?measure=mentions")
        before = find_box(page, PLOT)
        point_at_area(page, "DZA")
        page.mouse.down()
        page.mouse.up()
        expect(page.locator(".st-key-evidence-box h3")).to_be_in_viewport()
        settle(page)
        after = find_box(page, PLOT)
        assert (after["width"], after["height"]) == (before["width"], before["height"])


def test_an_entry_of_the_legend_shows_what_it_stands_for_and_alone_when_it_is_pressed(
    visit: Visit, dashboard: str
) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True")
    faint = "() => [...document.querySelectorAll('.choroplethlayer path')].filter(one => one.style.opacity === '0.1').length"
    entry = page.locator("button.aa-key").first
    assert page.evaluate(faint) == 0
    entry.hover()
    page.wait_for_function(f"({faint})() > 100")
    page.mouse.move(0, 0)
    page.wait_for_function(f"({faint})() === 0")
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "true")
    page.mouse.move(0, 0)
    page.wait_for_function(f"({faint})() > 100")
    x, y = find_area(page, "CHN")
    page.mouse.move(x, y)
    expect(page.locator(CARD)).to_have_count(0)
    entry.click()
    page.mouse.move(0, 0)
    page.wait_for_function(f"({faint})() === 0")


def test_the_tools_zoom_to_the_chosen_and_back_to_all_of_it(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&codes=ITA.FRA")
    scale = f"() => document.querySelector('{PLOT}')._fullLayout.geo.projection.scale"
    assert page.evaluate(scale) == 1
    page.get_by_role("button", name="Zoom to the chosen").click()
    page.wait_for_function(f"({scale})() > 3")
    room = find_box(page, PLOT)
    for code in ("ITA", "FRA"):
        x, y = find_area(page, code)
        assert room["x"] < x < room["x"] + room["width"]
        assert room["y"] < y < room["y"] + room["height"]
    page.get_by_role("button", name="All of it").click()
    page.wait_for_function(f"({scale})() === 1")
    page.get_by_role("button", name="Closer").click()
    page.wait_for_function(f"({scale})() > 1.5")


@pytest.mark.slow
def test_the_tools_and_the_legend_stand_outside_the_map(visit: Visit, dashboard: str) -> None:
    for width in (390, 1280):
        visit.page.set_viewport_size({"width": width, "height": 800})
        page = open_page(visit, f"{dashboard}/world?measure=mentions")
        head, plot = find_box(page, ".st-key-map-box .aa-map-head"), find_box(page, PLOT)
        assert head["y"] + head["height"] <= plot["y"]
        assert page.locator(".st-key-map-box .modebar-btn").count() == 0


def test_the_reader_chooses_what_a_card_tells(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True")
    point_at_area(page, "CHN")
    card = page.locator(CARD)
    expect(card).to_contain_text("rank")
    expect(card.locator(".aa-tip-series rect").first).to_be_attached()
    expect(card).not_to_contain_text("people (")
    page.locator(".st-key-draw-open button").first.click()
    settle(page)
    page.locator("[class*=st-key-filter-card-] input").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="Population", exact=True).click()
    expect(page).to_have_url(re.compile(r"card=codes\.rank\.share\.series\.sentence\.people"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    point_at_area(page, "CHN")
    expect(card).to_contain_text(re.compile(r"[\d,]{13} people \(20\d\d\)"))
    page = open_page(visit, f"{dashboard}/world?measure=mentions&giver=True&card=none")
    point_at_area(page, "CHN")
    expect(card).to_have_text(re.compile(r"^China\s*mentions \d+$"))


def test_what_is_only_planned_is_striped_and_said_on_its_card(
    visit: Visit, serve: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "plans.txt").write_text(
        "2020-03-20\n\nChina plans to send masks to Kenya. China donated masks to Italy on 12 March 2020.\n"
        "China donated gowns to Spain on 13 March 2020. China will donate gowns to Malta.\n",
        encoding="utf-8",
    )
    page = open_page(visit, f"{serve(tmp_path)}/world?measure=received")
    point_at_area(page, "KEN")
    expect(page.locator(CARD)).to_contain_text("Only planned or announced in what was read")
    point_at_area(page, "ITA")
    expect(page.locator(CARD)).not_to_contain_text("planned")
    entry = page.get_by_role("button", name="Only planned or announced")
    entry.click()
    shown = "() => [...document.querySelectorAll('.choroplethlayer path')].filter(one => !one.style.opacity).map(one => one.__data__?.loc)"
    page.wait_for_function(
        f"() => {{ const left = ({shown})(); return left.includes('KEN') && !left.includes('ITA'); }}"
    )
    entry.click()
    # The keyboard finds the striped ones where they are, and nothing lies where the entry of the legend has no place.
    page.locator(PLOT).focus()
    found = set()
    for key in ("Home", *["ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp"] * 6):
        page.keyboard.press(key)
        found.add(page.evaluate(POINTED))
    assert "KEN" in found
    x, y = page.evaluate(
        "() => { const plot = document.querySelector('.aa-plot'), room = plot.getBoundingClientRect(),"
        " [x, y] = plot._fullLayout.geo._subplot.projection([0, 0]); return [room.x + x, room.y + y]; }"
    )
    page.mouse.move(x, y)
    page.wait_for_function(f"({POINTED})() === ''")
    # The stripes, and the core in the dot of the small state.
    stripes = "() => document.querySelector('.aa-plot')._fullData.filter(one => one.meta === 'hatch').length"
    assert page.evaluate(stripes) == 1
    assert page.locator(".scattergeo path.point").count() == 2
