"""What axe-core finds on each page, in both themes and languages: nothing serious that is ours."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Visit

PAGES = ("", "timeline", "regions", "checks", "documents")
# What Streamlit and Plotly bring and we can neither replace nor hide: axe-core's rule, and where. It may not grow.
ALLOWED: frozenset[tuple[str, str]] = frozenset()
FIND = """async () => {
    const found = await axe.run({resultTypes: ['violations']});
    return found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).flatMap(one =>
        one.nodes.map(node => [one.id, node.target.join(' '), node.html.slice(0, 300)]));
}"""


def find_violations(page: Page) -> list[list[str]]:
    """Return rule, place and beginning of what axe-core calls serious or critical."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: list[list[str]] = page.evaluate(FIND)
    return found


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Return a page that asks for a theme."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=request.param)
    yield Visit(context.new_page())
    context.close()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(themed: Visit, dashboard: str, name: str, language: str) -> None:
    themed.page.goto(f"{dashboard}/{name}?language={language}&codes=ITA")
    themed.page.wait_for_selector("h1", timeout=60_000)
    themed.page.wait_for_timeout(2500)
    found = [one for one in find_violations(themed.page) if (one[0], one[1]) not in ALLOWED]
    assert found == []
