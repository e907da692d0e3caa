"""The dashboard for everyone: what axe-core finds, the keyboard, text alternatives, a phone, and print."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import Visit

PAGES = ("", "timeline", "compare", "regions", "checks", "documents")
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
DRAWN = "[data-testid=stApp][data-test-script-state=notRunning]"
LANGUAGES = ("en", "zh")
# The buttons that open something over the page, in both languages.
OPENERS = ("Filters", "筛选", "Map", "地图", "Picture", "图片")
CHOSEN = "codes=ITA,SRB&measure=mentions"
# What Streamlit and Plotly bring and we can neither replace nor hide: axe-core's rule, and where. It may not grow.
ALLOWED: dict[tuple[str, str], str] = {}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# Words of a chart's alternative beside the titles of documents, which may be in any language.
SAID = {"en": r"the most|The first|Sum of the parts|Stated|events", "zh": "最多|最前|各部分|累计数|总数"}
FIND = """async () => {
    const found = await axe.run({resultTypes: ['violations']});
    return found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).flatMap(one =>
        one.nodes.map(node => [one.id, node.target.join(' '), node.html.slice(0, 300)]));
}"""
CHARTS = ".js-plotly-plot, .stImage img, img.aa-series"
# What of the charts on a page a screen reader is told.
ALTERNATIVES = f"""() => [...document.querySelectorAll('{CHARTS}')]
    .filter(one => one.getBoundingClientRect().width > 0)
    .map(one => one.alt || one.closest('[aria-label]')?.getAttribute('aria-label')
        || one.querySelector('title')?.textContent || '')"""
# The name of what has the focus, and whether it can be seen, and that it has the focus.
FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const marked = one.tagName === 'INPUT' || getComputedStyle(one).outlineStyle !== 'none';
    return [one.getAttribute('aria-label') || '', box.width > 0 && box.height > 0 && marked];
}"""


# What stands out of the screen on the right and can be used.
WIDER = """() => [...document.querySelectorAll('.stMain button, .stMain input, .stMain a')]
    .filter(one => { const box = one.getBoundingClientRect();
        return box.width > 0 && box.right > innerWidth + 1 && !one.closest('[data-testid=stDataFrame]'); })
    .map(one => one.outerHTML.slice(0, 160))"""


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until Streamlit has drawn it."""
    page.goto(address)
    page.wait_for_selector("h1", timeout=90_000)
    page.wait_for_timeout(300)
    page.wait_for_selector(DRAWN, timeout=90_000)
    page.wait_for_timeout(800)


def find_violations(page: Page) -> list[tuple[str, str, str]]:
    """Return rule, place and beginning of what axe-core calls serious or critical."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [(rule, re.sub(r"\d+", "0", place), html) for rule, place, html in page.evaluate(FIND)]


def make_context(browser: Browser, theme: Theme, width: int = 1280) -> BrowserContext:
    """Return a browser that asks for a theme, as wide as a screen or a phone."""
    return browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)


class Found(NamedTuple):
    """What one walk over all pages finds.

    `violations` are where, rule, place and beginning of all that axe-core calls serious; `alternatives`, by page and
    language, what a screen reader is told of the charts.
    """

    violations: list[tuple[str, str, str, str]]
    alternatives: dict[tuple[str, str], list[str]]


@pytest.fixture(scope="module")
def found(browser: Browser, dashboard: str) -> Found:
    """Return what is found on every page, in both themes and languages."""
    context = make_context(browser, "light")
    page = Visit(context.new_page()).page
    violations, alternatives = [], {}
    for language, behind in zip(LANGUAGES, THEMES, strict=True):
        for name in PAGES:
            page.emulate_media(color_scheme="light")
            open_page(page, f"{dashboard}/{name}?language={language}&{CHOSEN}")
            if name != "documents":
                page.wait_for_selector(CHARTS, state="attached", timeout=60_000)
            alternatives[name, language] = page.evaluate(ALTERNATIVES)
            for theme in THEMES:
                turn_to(page, theme)
                where = f"{name or 'world'} {language} {theme}"
                violations += [(where, *one) for one in find_violations(page)]
                # What lies behind buttons is looked at in one theme a language.
                violations += look_behind(page, where) if theme == behind else []
    context.close()
    return Found(violations, alternatives)


def turn_to(page: Page, theme: Theme) -> None:
    """Let the browser ask for a theme, and wait until the page is drawn in it."""
    page.emulate_media(color_scheme=theme)
    page.wait_for_timeout(700)
    page.wait_for_selector(DRAWN, timeout=90_000)
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (theme == "light")


def look_behind(page: Page, where: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is serious in what the buttons of a page open."""
    for name in OPENERS:
        button = page.locator("[data-testid=stPopover] button").filter(has_text=re.compile(rf"^\W*\w*{name}"))
        if button.count():
            button.first.click()
            page.wait_for_selector("[data-testid=stPopoverBody]", timeout=20_000)
            page.wait_for_timeout(300)
            yield from ((f"{where}, {name}", *one) for one in find_violations(page))
            page.keyboard.press("Escape")
            page.wait_for_timeout(300)


def test_axe_finds_nothing_serious_that_is_ours(found: Found) -> None:
    assert [one for one in found.violations if (one[1], one[2]) not in ALLOWED] == []


def test_what_is_allowed_is_still_needed(found: Found) -> None:
    assert set(ALLOWED) <= {(rule, place) for _, rule, place, _ in found.violations}


def test_every_chart_says_what_it_shows(found: Found) -> None:
    for (name, language), said in found.alternatives.items():
        assert all(len(one) > 15 and re.search(r"\d", one) for one in said), (name, said)
        assert all(re.search(SAID[language], one) for one in said), (name, said)
        assert said or name == "documents", name


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[Page]:
    """Return a page of a usual screen, for several tests."""
    context = make_context(browser, "light")
    yield Visit(context.new_page()).page
    context.close()


def test_a_country_is_chosen_and_read_with_the_keyboard_alone(wide: Page, dashboard: str) -> None:
    open_page(wide, f"{dashboard}/?measure=mentions")
    for _ in range(60):
        wide.keyboard.press("Tab")
        name, seen = wide.evaluate(FOCUSED)
        assert seen, "the focus cannot be seen"
        if "Countries and areas" in name:
            break
    wide.keyboard.type("Serbia")
    wide.wait_for_timeout(300)
    wide.keyboard.press("Enter")
    wide.wait_for_selector(".st-key-sentences .aa-sentence", timeout=30_000)
    assert "Serbia" in wide.locator(".st-key-evidence-box h3").inner_text()


def test_a_phone_needs_no_sideways_scrolling(browser: Browser, dashboard: str) -> None:
    context = make_context(browser, "light", 390)
    page = Visit(context.new_page()).page
    for name in PAGES:
        for language in LANGUAGES:
            open_page(page, f"{dashboard}/{name}?language={language}&{CHOSEN}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, (name, language)
            wider = page.evaluate(WIDER)
            assert wider == [], (name, language)
            assert not page.locator("[data-testid=stSidebar][aria-expanded=true]").count()
    context.close()


SEEN = """place => [...document.querySelectorAll(place)].filter(one => one.checkVisibility({visibilityProperty: true}))
    .filter(one => one.getBoundingClientRect().height > 0).length"""
HIDDEN_IN_PRINT = (
    "[data-testid=stSidebar]",
    "header",
    ".st-key-controls",
    ".st-key-narrowing",
    ".st-key-filters",
    "[data-testid=stPopover]",
    ".modebar",
)


@pytest.mark.parametrize("name", PAGES)
def test_print_keeps_charts_notes_and_tables_and_drops_controls(wide: Page, dashboard: str, name: str) -> None:
    open_page(wide, f"{dashboard}/{name}?{CHOSEN}")
    kept = (".js-plotly-plot", "[data-testid=stDataFrame]", ".aa-source", ".stImage")
    wide.wait_for_timeout(2500)
    shown = [wide.evaluate(SEEN, place) for place in kept]
    wide.emulate_media(media="print")
    try:
        assert [place for place in HIDDEN_IN_PRINT if wide.evaluate(SEEN, place)] == []
        assert wide.evaluate(SEEN, "h1") == 1
        assert [wide.evaluate(SEEN, place) for place in kept] == shown
    finally:
        wide.emulate_media(media="screen")
