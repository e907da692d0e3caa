"""Small maps: the options of the map, the boundaries of the user's own, and how the page *Compare* offers them."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.command import main
from geo.charts import Look, MapOptions, MultiplesChart, chart_multiples, palette, redraw_multiples
from geo.drawings import draw_multiples, draw_panel
from geo.exports import write_table
from geo.maps.boundaries import list_small_areas, read_own_boundaries
from geo.store.corpus import ALL
from tests.made import make_corpus
from tests.pages import OpenPage, run
from tests.test_own_boundaries import SQUARE, write_geojson

CHART = chart_multiples(make_corpus(), "took_part", ALL, "theme", Look())


def redraw(**options: object) -> MultiplesChart:
    """Return the small maps drawn with other options."""
    return redraw_multiples(CHART, MapOptions(**options))  # type: ignore[arg-type]


def test_small_maps_take_the_colours_of_a_palette() -> None:
    assert set(redraw(hue="purples").colours) <= set(palette("light", "purples").steps)
    assert set(CHART.colours) <= set(palette("light").steps)


def test_small_maps_take_own_limits_and_all_share_them() -> None:
    chart = redraw(method="own", limits=(1, 2))
    assert [one.label for one in chart.classes] == ["1", "≥ 2"]
    assert {colour for panel in chart.panels for colour in panel.colours.values()} <= set(chart.colours)


def test_without_borders_every_value_is_a_dot_larger_for_more() -> None:
    panel = redraw(borders="none", method="own", limits=(1, 2)).panels[0]
    assert set(panel.dots) == set(panel.values)
    assert {code for panel in CHART.panels for code in panel.dots} <= list_small_areas()


def test_the_note_says_how_boundaries_are_drawn() -> None:
    assert "lines of control" in redraw(borders="de_facto").note
    assert redraw(hue="greens").note == CHART.note


@pytest.mark.parametrize(
    "options",
    [{"projection": "globe"}, {"frame": "europe"}, {"borders": "none"}, {"borders": "de_facto"}, {"hue": "greens"}],
)
def test_every_option_changes_the_picture(options: dict[str, str]) -> None:
    chart = redraw(**options)
    assert draw_panel(chart, chart.panels[0]) != draw_panel(CHART, CHART.panels[0])
    assert draw_multiples(chart, "svg") != draw_multiples(CHART, "svg")


def test_the_same_options_are_the_same_chart() -> None:
    assert redraw() is CHART


def test_small_maps_draw_boundaries_of_the_users_own(tmp_path: Path) -> None:
    own = read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"}))
    assert draw_panel(CHART, CHART.panels[0], own) != draw_panel(CHART, CHART.panels[0])
    assert len(draw_multiples(CHART, "svg", 1, own)) < len(draw_multiples(CHART, "svg", 1)) / 10


def test_geojson_has_the_users_own_shapes(tmp_path: Path) -> None:
    own = read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"}))
    file = write_table(pd.DataFrame({"code": ["ITA", "SRB"]}), "geojson", {}, own)
    [feature] = json.loads(file)["features"]
    assert feature["properties"]["code"] == "ITA"
    assert set(map(tuple, feature["geometry"]["coordinates"][0])) == set(SQUARE.exterior.coords)


def test_the_command_draws_small_maps_with_the_options_of_a_map(tmp_path: Path) -> None:
    make_corpus().write(tmp_path / "made")
    asked = ["draw", str(tmp_path / "made"), "--chart", "compare", "--each", "theme", "--palette", "purples"]
    main([*asked, "--to", str(tmp_path / "a.svg")])
    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert [colour in picture for colour in (palette("light", "purples").steps[-2], palette("light").steps[-2])] == [
        True,
        False,
    ]


@pytest.fixture
def open_maps(open_page: OpenPage, made_folder: Path) -> Callable[..., AppTest]:
    """Return a function that draws the small maps as an address opens them."""
    return partial(open_page, "compare", made_folder, figure="maps")


def read_legend(page: AppTest) -> str:
    """Return the legend over the small maps."""
    return next(str(one.proto.body) for one in page.get("html") if "aa-legend" in one.proto.body)


def test_the_page_offers_the_options_of_the_map_and_keeps_them_in_the_address(
    open_maps: Callable[..., AppTest],
) -> None:
    page = open_maps()
    page.selectbox(key="filter-hue-0").set_value("purples")
    run(page)
    page.selectbox(key="frame").set_value("europe")
    run(page)
    assert dict(page.query_params) == {"figure": "maps", "hue": "purples", "frame": "europe"}
    assert palette("light", "purples").steps[-2] in read_legend(page)


def test_small_maps_have_no_room_for_names(open_maps: Callable[..., AppTest]) -> None:
    assert not [one for one in open_maps(codes="ITA").toggle if str(one.key).startswith("filter-names")]


def test_own_limits_begin_as_those_that_the_maps_have(open_maps: Callable[..., AppTest]) -> None:
    assert open_maps(classes="own").text_input(key="filter-limits-0").value == "1"
