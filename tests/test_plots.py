"""The chart that keeps its zoom: what it sends, and the zoom itself in a browser."""

import hashlib
import re
import tomllib
from pathlib import Path

from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from tests.browsing import find_area, open_page
from tests.conftest import Visit

STATIC = Path(__file__).resolve().parent.parent / "dashboard" / "static"
SCALE = "() => document.querySelector('.aa-plot')._fullLayout.geo.projection.scale"


def test_plotly_is_the_one_that_its_source_describes() -> None:
    for file in tomllib.loads((STATIC / "plotly" / "SOURCES.toml").read_text(encoding="utf-8"))["file"]:
        content = (STATIC.parent.parent / file["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_a_plot_without_an_event_picks_nothing() -> None:
    def page() -> None:
        import plotly.graph_objects as go

        from dashboard.parts.plots import Plot, show_plot

        show_plot(Plot(go.Figure(), "map", "an empty map", "map"), lambda points: None)

    assert not AppTest.from_function(page).run().exception


def zoom_in(page: Page) -> float:
    """Turn the wheel over the map and return how far it is zoomed then."""
    page.mouse.move(*find_area(page, "DZA"))
    page.mouse.wheel(0, -400)
    page.wait_for_function(f"() => ({SCALE})() > 1.2")
    page.wait_for_timeout(600)
    return float(page.evaluate(SCALE))


def test_the_zoom_outlives_a_change_of_what_is_counted(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?measure=documents")
    zoomed = zoom_in(page)
    page.get_by_text("mentions", exact=True).first.click()
    expect(page).to_have_url(re.compile("measure=mentions"), timeout=20_000)
    expect(page.locator(".aa-plot .legendtitletext")).to_have_text("mentions", timeout=20_000)
    assert page.evaluate(SCALE) == zoomed


def test_the_zoom_outlives_a_choice_on_the_map(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?measure=mentions")
    zoomed = zoom_in(page)
    page.mouse.click(*find_area(page, "DZA"))
    expect(page).to_have_url(re.compile("codes="), timeout=20_000)
    assert page.evaluate(SCALE) == zoomed
