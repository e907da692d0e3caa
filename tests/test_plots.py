"""The chart that keeps its zoom: what it sends, and the zoom itself in a browser."""

import gzip
import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from plotly.offline import get_plotlyjs_version
from streamlit.testing.v1 import AppTest

from dashboard.figures.flows import add_flows
from dashboard.figures.maps import draw_map
from dashboard.parts.plots import pack_figure
from geo.charts import Labels, Look, chart_flows, chart_map
from geo.reference.places import list_place_codes
from geo.store.corpus import ALL
from tests.browsing import Visit, open_page, point_at_area, press, settle
from tests.test_flows import make_gifts

STATIC = Path(__file__).resolve().parent.parent / "dashboard" / "static"
SCALE = "() => [...document.querySelectorAll('.aa-plot')].find(one => one._fullLayout?.geo)._fullLayout.geo.projection.scale"


def test_plotly_is_the_one_that_its_source_describes() -> None:
    for file in tomllib.loads((STATIC / "plotly" / "SOURCES.toml").read_text(encoding="utf-8"))["file"]:
        content = (STATIC.parent.parent / file["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_the_bundle_is_of_the_version_that_draws_in_python_and_says_how_it_is_made() -> None:
    bundle = json.loads((STATIC.parent / "bundle" / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    described = tomllib.loads((STATIC / "plotly" / "SOURCES.toml").read_text(encoding="utf-8"))["file"][0]["package"]
    assert bundle["plotly.js"] == get_plotlyjs_version()
    assert all(f"{name} {version}" in described for name, version in bundle.items())


def test_no_page_draws_with_streamlits_own_plotly() -> None:
    sources = {file.name: file.read_text(encoding="utf-8") for file in STATIC.parent.rglob("*.py")}
    assert len(sources) > 50
    assert [name for name, source in sources.items() if re.search(r"st\.plotly_chart\(", source)] == []


def test_a_plot_without_an_event_picks_nothing() -> None:
    def page() -> None:
        from dashboard.parts.plots import Plot, pack_figure, show_plot

        show_plot(Plot(pack_figure("{}"), "map", "an empty map", {}), lambda points: None)

    assert not AppTest.from_function(page).run().exception


def test_the_same_figure_is_packed_into_the_same_bytes() -> None:
    assert pack_figure("{}") == pack_figure("{}")
    assert gzip.decompress(pack_figure('{"a": "国"}')).decode() == '{"a": "国"}'


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_packed_map_of_the_whole_world_with_the_most_arcs_weighs_under_20_kb(language: str) -> None:
    codes, look = tuple(code for code in list_place_codes() if code != "CHN"), Look(language)
    sentences = {code: f"{n * 7919} 援助物资已运抵 aid arrived {n * 104729}." * 9 for n, code in enumerate(codes)}
    chart = chart_map({code: n for n, code in enumerate(codes, 1)}, sentences, Labels("Title", "mentions", ""), look)
    figure = draw_map(chart)
    add_flows(figure, chart_flows(make_gifts(codes), ALL, (), look), chart.options.view, chart.dots)
    assert len(pack_figure(figure.to_json())) < 20_000


def zoom_in(page: Page) -> float:
    """Turn the wheel over the map and return how far it is zoomed then."""
    point_at_area(page, "DZA")
    page.mouse.wheel(0, -400)
    page.wait_for_function(f"() => ({SCALE})() > 1.2")
    settle(page)
    return float(page.evaluate(SCALE))


def test_the_zoom_outlives_a_change_of_what_is_counted(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=documents")
    zoomed = zoom_in(page)
    page.get_by_text("mentions", exact=True).first.click()
    expect(page).to_have_url(re.compile("measure=mentions"))
    expect(page.locator(".aa-key-title").first).to_have_text("mentions")
    settle(page)
    assert page.evaluate(SCALE) == zoomed


@pytest.mark.slow
def test_the_zoom_outlives_a_choice_on_the_map(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    zoomed = zoom_in(page)
    point_at_area(page, "DZA")
    press(page)
    expect(page).to_have_url(re.compile("codes="))
    settle(page)
    assert page.evaluate(SCALE) == zoomed
