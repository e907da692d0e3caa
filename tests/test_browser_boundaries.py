"""Boundaries of the user's own on the maps of the pages, in a real browser."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import MAP, Visit, click_area, download, open_page, sweep
from tests.test_own_boundaries import write_geojson

LENGTH = """(paths, code) => paths.find(path => path.__data__.loc === code)?.getAttribute('d')?.length ?? 0"""


@pytest.fixture(scope="module")
def own(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a dashboard on a breakdown, with a square for Italy."""
    folder: Path = tmp_path_factory.mktemp("own")
    text = "26 March 2020\n\nChina donated masks to Italy. China has helped 9 countries: 4 in Asia and 5 in Europe.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    write_geojson(folder / "own.geojson", {"iso3": "ITA"})
    return serve(Path(f"--boundaries={folder / 'own.geojson'}"), folder / "a.txt")


def open_map(visit: Visit, address: str) -> Page:
    """Open a page whose map has a square for Italy and nothing else."""
    page = open_page(visit, address)
    shapes = page.locator(MAP if address.endswith("world") else ".choroplethlayer path")
    assert 0 < shapes.evaluate_all(LENGTH, "ITA") < 2_000
    assert shapes.evaluate_all(LENGTH, "FRA") == 0
    expect(page.get_by_text("Boundaries: a file of the user's own.")).to_be_visible()
    assert visit.refused == []
    return page


@pytest.mark.parametrize("name", sweep(("timeline", "regions"), ("timeline",)))
def test_the_maps_of_a_span_and_of_a_breakdown_draw_them(visit: Visit, own: str, name: str) -> None:
    open_map(visit, f"{own}/{name}")


def test_the_map_of_the_world_draws_them_takes_clicks_and_hands_them_over(visit: Visit, own: str) -> None:
    page = open_map(visit, f"{own}/world")
    click_area(page, "ITA")
    expect(page).to_have_url(re.compile("codes=ITA"))
    shapes = json.loads(download(page, "Data", "GeoJSON, with shapes")[1])["features"]
    assert [one["properties"]["code"] for one in shapes] == ["ITA"]
