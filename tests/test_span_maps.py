"""The maps of the pages *Timeline* and *Regions* in a browser: clicks, zoom, and boundaries of the user's own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visit, open_page, point_at_area, press, settle
from tests.test_own_boundaries import write_geojson
from tests.test_plots import SCALE, zoom_in

TITLE = ".st-key-timeline-list-box h3"
SHAPE = "code => [...document.querySelectorAll('.choroplethlayer path')].find(p => p.__data__.loc === code)"
DRAWN = f"code => ({SHAPE})(code)?.getAttribute('d')?.length ?? 0"


@pytest.fixture(scope="module")
def own(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a dashboard on a breakdown, with a square for Italy."""
    folder: Path = tmp_path_factory.mktemp("own")
    text = "26 March 2020\n\nChina donated masks to Italy. China has helped 9 countries: 4 in Asia and 5 in Europe.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    write_geojson(folder / "own.geojson", {"iso3": "ITA"})
    return serve(Path(f"--boundaries={folder / 'own.geojson'}"), folder / "a.txt")


def click(page: Page, code: str) -> None:
    """Click an area of the map."""
    point_at_area(page, code)
    press(page)


def test_a_click_chooses_a_country_for_all_pages_and_once_more_lets_it_go(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/timeline?measure=took_part")
    click(page, "CHN")
    expect(page).to_have_url(re.compile("codes=CHN"))
    expect(page.locator(TITLE)).to_contain_text("China")
    click(page, "CHN")
    expect(page).not_to_have_url(re.compile("codes"))


def test_the_zoom_outlives_another_span_of_time(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/timeline")
    zoomed = zoom_in(page)
    page.locator(".st-key-player-next button").click()
    expect(page.locator(TITLE)).to_have_text("26 March 2020: 1 event")
    settle(page)
    assert page.evaluate(SCALE) == zoomed


def test_the_map_takes_the_palette_of_the_first_page(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/timeline?hue=purples")
    assert page.evaluate(f"getComputedStyle(({SHAPE})('ITA')).fill") == "rgb(88, 48, 127)"


@pytest.mark.parametrize("name", ["timeline", "regions"])
def test_boundaries_of_the_users_own_are_drawn(visit: Visit, own: str, name: str) -> None:
    page = open_page(visit, f"{own}/{name}")
    assert 0 < page.evaluate(DRAWN, "ITA") < 2_000
    assert page.evaluate(DRAWN, "FRA") == 0
    expect(page.get_by_text("Boundaries: a file of the user's own.")).to_be_visible()
    assert visit.refused == []
