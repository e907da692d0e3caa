"""Every page for everyone: what axe-core finds, what a screen reader is told of the charts, the words, the print.

Each page is opened once in each language, in the light in English and in the dark in Chinese, for all that is asked of it.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browsing import CHOSEN, SHOWN, Visit, choose_address, open_page, settle, sweep
from tests.english_words import find_english

# The buttons that open something over the page, in both languages.
OPENERS = ("Filters", "筛选", "Map", "地图", "Picture", "图片", "How was this", "如何统计")
POPOVER = "[data-testid=stPopoverBody]"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# What axe-core calls serious in a part of the page.
FIND = """async part => {
    const found = await axe.run(part, {resultTypes: ['violations']});
    return found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).flatMap(one =>
        one.nodes.map(node => [one.id, node.target.join(' '), node.html.slice(0, 300)]));
}"""
CHARTS = ".js-plotly-plot, .stImage img, img.aa-series"
# What of the charts on a page a screen reader is told.
ALTERNATIVES = f"""() => [...document.querySelectorAll('{CHARTS}')]
    .filter(one => one.getBoundingClientRect().width > 0)
    .map(one => one.alt || one.closest('[aria-label]')?.getAttribute('aria-label')
        || one.querySelector('title')?.textContent || '')"""
SEEN = """place => [...document.querySelectorAll(place)].filter(one => one.checkVisibility({visibilityProperty: true}))
    .filter(one => one.getBoundingClientRect().height > 0).length"""
KEPT_IN_PRINT = (".js-plotly-plot", "[data-testid=stDataFrame]", ".aa-source", ".stImage")
HIDDEN_IN_PRINT = (
    "[data-testid=stSidebar]",
    "header",
    ".st-key-controls",
    ".st-key-narrowing",
    ".st-key-filters",
    "[data-testid=stPopover]",
    ".modebar",
)


@pytest.fixture(scope="module", params=sweep(SHOWN))
def english(request: pytest.FixtureRequest, reader: BrowserContext, dashboard: str) -> Iterator[Page]:
    """Return each page in English, in the light."""
    yield from open_once(reader, dashboard, request.param, "en", "light")


@pytest.fixture(scope="module", params=sweep(SHOWN))
def chinese(request: pytest.FixtureRequest, reader: BrowserContext, dashboard: str) -> Iterator[Page]:
    """Return each page in Chinese, in the dark."""
    yield from open_once(reader, dashboard, request.param, "zh", "dark")


def open_once(
    reader: BrowserContext, dashboard: str, name: str, language: str, theme: Literal["light", "dark"]
) -> Iterator[Page]:
    """Yield a page with a choice of countries, and close it."""
    visit = Visit(reader.new_page())
    visit.page.emulate_media(color_scheme=theme)
    yield open_page(visit, f"{dashboard}/{name}?language={language}{choose_address(name)}", SHOWN[name])
    visit.page.close()


def find_violations(page: Page, part: str = "html") -> list[tuple[str, str, str]]:
    """Return rule, place and beginning of what axe-core calls serious or critical in a part of the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [tuple(one) for one in page.evaluate(FIND, part)]


def look_behind(page: Page) -> dict[str, list[tuple[str, str, str]]]:
    """Return what is serious in what each of the buttons opens that the page has."""
    found = {}
    for name in OPENERS:
        button = page.locator("[data-testid=stPopover] button").filter(has_text=re.compile(rf"^\W*\w*{name}"))
        if button.count():
            button.first.click()
            page.locator(f"{POPOVER} .stElementContainer").first.wait_for()
            settle(page)
            found[name] = find_violations(page, POPOVER)
            page.keyboard.press("Escape")
            expect(page.locator(POPOVER)).to_have_count(0)
    return found


def test_axe_finds_nothing_serious_in_the_light_nor_behind_a_button(english: Page) -> None:
    assert find_violations(english) == []
    assert not any(look_behind(english).values())


def test_axe_finds_nothing_serious_in_the_dark(chinese: Page) -> None:
    assert find_violations(chinese) == []


def test_axe_finds_nothing_serious_behind_the_buttons_of_the_map_in_the_dark(visit: Visit, dashboard: str) -> None:
    visit.page.emulate_media(color_scheme="dark")
    page = open_page(visit, f"{dashboard}/world?language=zh&{CHOSEN}")
    assert look_behind(page) == {"筛选": [], "地图": [], "图片": [], "如何统计": []}


def test_every_chart_says_what_it_shows_in_english(english: Page) -> None:
    check_alternatives(english, r"the most|The first|Sum of the parts|Stated|events")


def test_every_chart_says_what_it_shows_in_chinese(chinese: Page) -> None:
    check_alternatives(chinese, "最多|最前|各部分|累计数|总数")


def check_alternatives(page: Page, words: str) -> None:
    """Assert that each chart says a number, in words of its own beside the titles of documents, which are of any language."""
    said = page.evaluate(ALTERNATIVES)
    assert said or page.url.split("?")[0].endswith(("/documents", "/search", "/method"))
    assert [one for one in said if len(one) <= 15 or not re.search(r"\d", one) or not re.search(words, one)] == []


def test_a_chinese_page_says_nothing_in_streamlit_s_english(chinese: Page) -> None:
    expect(chinese.locator("html")).to_have_attribute("lang", "zh")
    # The page of the method names licences, packages and makers of data as they are named everywhere.
    assert chinese.url.split("?")[0].endswith("/method") or find_english(chinese) == {}


def test_print_keeps_charts_notes_and_tables_and_drops_controls(english: Page) -> None:
    shown = [english.evaluate(SEEN, place) for place in KEPT_IN_PRINT]
    english.emulate_media(media="print")
    try:
        assert [place for place in HIDDEN_IN_PRINT if english.evaluate(SEEN, place)] == []
        assert english.evaluate(SEEN, "h1") == 1
        assert [english.evaluate(SEEN, place) for place in KEPT_IN_PRINT] == shown
    finally:
        english.emulate_media(media="screen")
