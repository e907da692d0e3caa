"""The reader's theme in a browser: charts take it over at once, whatever the page was opened in."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsing import Visit, open_page

# Words of a chart on the page, and their colour in each theme.
WORDS = {"": ".aa-plot .legendtext", "compare": ".js-plotly-plot .ytick text"}
INK = {"light": "rgb(31, 41, 51)", "dark": "rgb(236, 239, 243)"}


@pytest.mark.parametrize("name", WORDS)
def test_charts_turn_with_the_theme_of_the_machine(browser: Browser, dashboard: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = open_page(Visit(context.new_page()), f"{dashboard}/{name}", WORDS[name])
    words = page.locator(WORDS[name]).first
    expect(words).to_have_css("fill", INK["light"])
    page.emulate_media(color_scheme="dark")
    expect(words).to_have_css("fill", INK["dark"], timeout=60_000)
    context.close()
