"""The reader's theme in a browser: charts take it over at once, whatever the page was opened in."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsing import Visit, open_page, sweep

# Words of a chart on the page, and the style that has their colour; which colour it is in each theme.
WORDS = {"world": (".aa-keys .aa-key", "color"), "compare": (".js-plotly-plot .ytick text", "fill")}
INK = {"light": "rgb(31, 41, 51)", "dark": "rgb(236, 239, 243)"}


@pytest.mark.parametrize("name", sweep(WORDS))
def test_charts_turn_with_the_theme_of_the_machine(browser: Browser, dashboard: str, name: str) -> None:
    words, style = WORDS[name]
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = open_page(Visit(context.new_page()), f"{dashboard}/{name}", words)
    expect(page.locator(words).first).to_have_css(style, INK["light"])
    page.emulate_media(color_scheme="dark")
    expect(page.locator(words).first).to_have_css(style, INK["dark"], timeout=60_000)
    context.close()
