"""The dashboard for everyone: what axe-core finds on every page, and what a screen reader is told of the charts."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browsing import SHOWN, Visit, choose_address, open_page, settle

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
# The theme in which a page is opened in each language; what lies behind buttons is looked at in this one.
OPENED_IN: dict[str, Theme] = {"en": "light", "zh": "dark"}
# The buttons that open something over the page, in both languages.
OPENERS = ("Filters", "筛选", "Map", "地图", "Picture", "图片", "How was this", "如何统计")
POPOVER = "[data-testid=stPopoverBody]"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# Words of a chart's alternative beside the titles of documents, which may be in any language.
SAID = {"en": r"the most|The first|Sum of the parts|Stated|events", "zh": "最多|最前|各部分|累计数|总数"}
# The rules of axe-core that look at colours.
COLOURS = ("color-contrast", "link-in-text-block")
# What axe-core calls serious in a part of the page, by some of its rules or, where none are named, by all.
FIND = """async ([part, rules]) => {
    const found = await axe.run(part, {...(rules.length ? {runOnly: rules} : {}), resultTypes: ['violations']});
    return found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).flatMap(one =>
        one.nodes.map(node => [one.id, node.target.join(' '), node.html.slice(0, 300)]));
}"""
CHARTS = ".js-plotly-plot, .stImage img, img.aa-series"
# What of the charts on a page a screen reader is told.
ALTERNATIVES = f"""() => [...document.querySelectorAll('{CHARTS}')]
    .filter(one => one.getBoundingClientRect().width > 0)
    .map(one => one.alt || one.closest('[aria-label]')?.getAttribute('aria-label')
        || one.querySelector('title')?.textContent || '')"""
GROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(14, 17, 23)"}


class Opened(NamedTuple):
    """A page of the dashboard in the browser, its name and its language."""

    page: Page
    name: str
    language: str


@pytest.fixture(scope="module", params=[(name, language) for name in SHOWN for language in OPENED_IN], ids="-".join)
def opened(request: pytest.FixtureRequest, reader: BrowserContext, dashboard: str) -> Iterator[Opened]:
    """Return each page in each language, opened once for all tests of it."""
    name, language = request.param
    visit = Visit(reader.new_page())
    visit.page.emulate_media(color_scheme=OPENED_IN[language])
    page = open_page(visit, f"{dashboard}/{name}?language={language}{choose_address(name)}", SHOWN[name])
    yield Opened(page, name, language)
    page.close()


def find_violations(page: Page, part: str = "html", rules: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Return rule, place and beginning of what axe-core calls serious or critical in a part of the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [tuple(one) for one in page.evaluate(FIND, [part, rules])]


def turn_to(page: Page, theme: Theme) -> None:
    """Let the browser ask for a theme, and wait until the page is drawn in it."""
    page.emulate_media(color_scheme=theme)
    expect(page.locator(".stApp")).to_have_css("background-color", GROUND[theme])
    settle(page)


def look_behind(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield what is serious in what the buttons of a page open."""
    for name in OPENERS:
        button = page.locator("[data-testid=stPopover] button").filter(has_text=re.compile(rf"^\W*\w*{name}"))
        if button.count():
            button.first.click()
            page.locator(f"{POPOVER} .stElementContainer").first.wait_for()
            settle(page)
            yield from find_violations(page, POPOVER)
            page.keyboard.press("Escape")
            expect(page.locator(POPOVER)).to_have_count(0)


def test_axe_finds_nothing_serious_in_either_theme_nor_behind_a_button(opened: Opened) -> None:
    first = OPENED_IN[opened.language]
    turn_to(opened.page, first)
    assert find_violations(opened.page) == []
    assert list(look_behind(opened.page)) == []
    # The other theme changes colours and nothing else.
    turn_to(opened.page, next(theme for theme in THEMES if theme != first))
    assert find_violations(opened.page, rules=COLOURS) == []


def test_every_chart_says_what_it_shows(opened: Opened) -> None:
    said = opened.page.evaluate(ALTERNATIVES)
    assert said or opened.name in ("documents", "search", "method")
    assert all(len(one) > 15 and re.search(r"\d", one) for one in said)
    assert all(re.search(SAID[opened.language], one) for one in said)
