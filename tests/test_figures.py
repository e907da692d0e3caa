"""Plotly figures, tested as data."""

from dataclasses import replace
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures.breakdown_bars import draw_parts, draw_shares
from dashboard.figures.earth_views import FRAMES, WINDOWS, Frame, spell_view
from dashboard.figures.hovers import LINE, break_lines, shorten
from dashboard.figures.maps import draw_map, draw_regions_map
from geo.charts import (
    HUES,
    PROJECTIONS,
    Borders,
    Breakdown,
    Labels,
    Look,
    MapOptions,
    Part,
    Projection,
    Span,
    chart_map,
    chart_regions,
)
from geo.charts.palettes import palette
from geo.charts.series import Series
from geo.maps.boundaries import read_points
from geo.maps.earth_views import find_extent, find_view, flatten
from geo.maps.frame_members import list_members
from geo.reference.places import list_place_codes, name_place
from tests.test_charts import DAY, PARTS

LABELS = Labels("Title", "mentions", "Source")
MAP = chart_map({"SRB": 5, "TON": 2, "ITA": 1}, {"SRB": "Serbia thanked them."}, LABELS, Look())
REGIONS = chart_regions(Breakdown(PARTS, 89, DAY, "CHN"), LABELS, Look())
# Islands near the poles, and those scattered over an ocean: a map of their region that held them would be of little else.
FAR_OFF = {"ATF", "BVT", "HMD", "SGS", "SHN", "SJM", "UMI"}
NAMES = {code: name_place(code, "en") for code in list_place_codes()}


def list_codes(figure: go.Figure) -> list[str]:
    """Return the codes of all shapes that answer to the pointer."""
    shapes = [trace for trace in figure.data if trace.type == "choropleth" and trace.hoverinfo != "skip"]
    return [code for trace in shapes for code in trace.locations]


def read_card(figure: go.Figure, code: str) -> dict[str, Any]:
    """Return what a map tells of a country or area."""
    card: dict[str, Any] = figure.layout.meta["cards"][code]
    return card


def list_marks(figure: go.Figure) -> list[go.Scattergeo]:
    """Return what stands on the map besides its areas: dots, lines and names."""
    return [trace for trace in figure.data if trace.type == "scattergeo"]


def test_every_country_or_area_is_drawn_once() -> None:
    drawn = [code for code in list_codes(draw_map(MAP)) if not code.startswith("X_")]
    assert sorted(drawn) == sorted(list_place_codes())


def test_every_country_or_area_is_drawn_once_on_the_map_of_regions() -> None:
    drawn = [code for code in list_codes(draw_regions_map(REGIONS, NAMES)) if not code.startswith("X_")]
    assert sorted(drawn) == sorted(list_place_codes())


def test_a_card_tells_name_codes_count_rank_and_a_sentence() -> None:
    assert read_card(draw_map(MAP), "SRB") == {
        "name": "Serbia",
        "codes": "SRB · RS",
        "value": "5",
        "measure": "mentions",
        "facts": ["rank 1 of 3"],
        "sentence": "Serbia thanked them.",
    }
    assert read_card(draw_map(MAP), "FRA") == {"name": "France", "codes": "FRA · FR", "facts": ["Not named"]}


def test_a_card_tells_a_share_and_the_numbers_over_time_where_there_are_some() -> None:
    spans = tuple(Span(date(2020, 3, day), date(2020, 3, day)) for day in (1, 2, 3))
    series = Series(spans, {"SRB": (2, 0, 3), "TON": (0, 2, 0)})
    figure = draw_map(replace(MAP, whole=40, series=series))
    assert read_card(figure, "SRB")["facts"] == ["rank 1 of 3 · 12% of all 40"]
    assert read_card(figure, "SRB")["series"] == [2, 0, 3]
    assert figure.layout.meta["steps"] == ["1 Mar 2020", "3 Mar 2020"]
    assert "series" not in read_card(figure, "TON")


def test_an_area_of_undetermined_status_has_a_card_of_its_own() -> None:
    meta = draw_map(MAP).layout.meta
    assert {meta["cards"][card]["name"] for card in meta["areas"].values()} == {"Status undetermined, no data"}


def test_a_country_left_out_is_hatched_and_its_card_says_so() -> None:
    chart = chart_map({"SRB": 5, "CHN": 71}, {}, LABELS, Look(), left_out={"CHN": 71})
    figure = draw_map(chart)
    card = read_card(figure, "CHN")
    assert (card["name"], card["value"], card["facts"]) == ("China", "71", ["left out here"])
    assert [trace.name for trace in figure.data if trace.showlegend] == ["Not named", "China: left out", "5"]
    [lines] = [trace for trace in list_marks(figure) if trace.mode == "lines"]
    inside = [lon for lon in lines.lon if lon is not None]
    assert 73 < min(inside) < max(inside) < 135
    assert sorted(code for code in list_codes(figure) if not code.startswith("X_")) == sorted(list_place_codes())


def test_a_hatch_weighs_a_few_kilobytes() -> None:
    for code in ("CHN", "USA", "RUS", "CAN"):
        bare, hatched = (chart_map({}, {}, LABELS, Look(), left_out=out) for out in ({}, {code: 1}))
        assert len(draw_map(hatched).to_json()) - len(draw_map(bare).to_json()) < 9_000


@pytest.mark.parametrize(("code", "borders"), [("CHN", "none"), ("TON", "statistical")])
def test_without_an_area_to_hatch_what_is_left_out_is_a_hollow_dot(code: str, borders: Borders) -> None:
    chart = chart_map({"SRB": 5}, {}, LABELS, Look(), MapOptions(borders=borders), left_out={code: 2})
    dots = [trace for trace in list_marks(draw_map(chart)) if trace.customdata is not None]
    card = read_card(draw_map(chart), code)
    assert (card["value"], card["facts"]) == ("2", ["left out here"])
    assert {trace.marker.color for trace in dots if trace.customdata[0][0] == code} == {"rgba(0,0,0,0)"}


def test_a_small_state_is_a_dot_with_its_code() -> None:
    dots = [trace for trace in draw_map(MAP).data if trace.type == "scattergeo"]
    assert [item[0] for item in dots[0].customdata] == ["TON"]


def test_the_chosen_area_is_outlined() -> None:
    assert draw_map(MAP, marked=("FRA",)).data[-1].locations == ("FRA",)


def test_the_legend_has_one_entry_a_class_and_one_for_no_data() -> None:
    shown = [trace.name for trace in draw_map(MAP).data if trace.showlegend]
    assert shown == ["Not named", "1", "2", "5"]


@pytest.mark.parametrize("frame", FRAMES)
def test_every_frame_shows_its_own_part_of_the_earth_and_never_fits_the_data(frame: Frame) -> None:
    layout = draw_map(MAP, frame).layout.geo
    assert layout.fitbounds is False
    assert layout.lonaxis.range == pytest.approx(WINDOWS[frame].longitudes)


def test_a_part_of_the_world_stands_alone_on_land_that_answers_to_nothing() -> None:
    chart = chart_map({"ETH": 2, "BRA": 3, "MUS": 1}, {}, LABELS, Look(), MapOptions(frame="africa"))
    figure, members = draw_map(chart), list_members("africa")
    assert {code for code in list_codes(figure) if not code.startswith("X_")} == members
    assert set(figure.layout.meta["cards"]) == {*members, "undetermined"}
    [around] = [trace for trace in figure.data if trace.type == "choropleth" and trace.hoverinfo == "skip"]
    assert {*around.locations} == {*list_place_codes()} - members
    assert [item[0] for trace in list_marks(figure) for item in trace.customdata or ()] == ["MUS"]
    assert read_card(figure, "ETH")["facts"] == ["rank 2 of 3"]


@pytest.mark.parametrize("frame", [frame for frame in FRAMES if frame != "world"])
def test_a_part_of_the_world_is_whole_on_its_map(frame: Frame) -> None:
    view, members = find_view(frame), list_members(frame) - FAR_OFF
    width, height = find_extent(view)
    for code in members - {"RUS"}:
        lon, lat, _ = read_points()[code]
        x, y = flatten(view, [lon], [lat])[0]
        assert abs(x) < width / 2, code
        assert abs(y) < height / 2, code


def test_the_pacific_crosses_the_date_line() -> None:
    west, east = WINDOWS["pacific"].longitudes
    assert west < 180 < east


def test_what_cannot_be_seen_of_a_sentence_is_shown_in_a_card() -> None:
    card = read_card(draw_map(chart_map({"SRB": 1}, {"SRB": "\u202ea\u0007 <b>b</b>"}, LABELS, Look())), "SRB")
    assert card["sentence"] == "␣a␣ <b>b</b>"


def test_a_long_sentence_is_cut_and_broken() -> None:
    assert len(shorten("word " * 100)) <= 90
    assert max(len(line) for line in break_lines("word " * 30)) <= LINE
    assert max(len(line) for line in break_lines("国" * 90)) <= LINE // 2


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_the_browser_flattens_the_earth_as_the_chart_says(projection: Projection) -> None:
    options = MapOptions(projection=projection, hue=HUES[1])
    layout = draw_map(chart_map({"SRB": 1}, {}, LABELS, Look(), options)).layout.geo
    assert layout.projection.type == spell_view(options.view).projection
    assert layout.projection.rotation.lon == options.view.lon


def test_dots_stand_where_the_chart_places_them_with_a_line_where_they_were_moved() -> None:
    chart = chart_map(dict.fromkeys(("GLP", "MSR", "KNA", "ATG", "AIA", "MAF", "SXM", "BLM"), 1), {}, LABELS, Look())
    traces = list_marks(draw_map(chart))
    assert [trace.mode for trace in traces] == ["lines", "markers"]
    assert list(traces[1].lon) == [dot.lon for dot in chart.dots.values()]
    assert traces[1].meta == "dots"


def test_without_boundaries_all_land_has_one_colour_and_the_legend_is_of_dots() -> None:
    figure = draw_map(chart_map({"SRB": 5, "ITA": 1}, {}, LABELS, Look(), MapOptions(borders="none")))
    assert {trace.colorscale[0][1] for trace in figure.data if trace.type == "choropleth"} == {palette("light").no_data}
    assert [trace.name for trace in figure.data if trace.type == "scattergeo" and trace.showlegend] == ["1", "5"]


def test_lines_of_control_are_broken_and_light_to_send() -> None:
    figure = draw_map(chart_map({"SRB": 5}, {}, LABELS, Look(), MapOptions(borders="de_facto")))
    line = next(trace for trace in list_marks(figure) if trace.mode == "lines")
    assert line.line.dash
    assert len(line.to_plotly_json()["lon"]) < 900


def test_a_name_on_the_map_is_harmless() -> None:
    figure = draw_map(chart_map({"SRB": 5}, {}, LABELS, Look(), MapOptions(labels=("SRB",))))
    assert [trace.text[0] for trace in list_marks(figure) if trace.mode == "text"] == ["<b>Serbia 5</b>"]


def test_a_zoom_is_kept_until_another_part_of_the_world_or_projection_is_chosen() -> None:
    views = {draw_map(MAP, frame).layout.uirevision for frame in FRAMES}
    assert len(views) == len(FRAMES)
    assert draw_map(MAP).layout.uirevision == draw_map(MAP, marked=("FRA",)).layout.uirevision


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_map_of_the_whole_world_with_its_sentences_weighs_under_60_kb(language: str) -> None:
    codes, sentence = list_place_codes(), {"en": "Aid arrived in the harbour. ", "zh": "援助物资已经运抵首都机场。"}
    chart = chart_map(dict.fromkeys(codes, 12), dict.fromkeys(codes, sentence[language] * 9), LABELS, Look(language))
    assert len(draw_map(chart).to_json().encode()) < 60_000


def test_a_label_on_an_island_is_written_in_the_ink_of_the_page() -> None:
    dark = chart_regions(Breakdown(PARTS, 89, DAY, "CHN"), LABELS, Look("en", "dark"))
    labels = {trace.text[0]: trace.textfont.color for trace in draw_regions_map(dark, NAMES).data if trace.text}
    assert labels["<b>10</b>"] == palette("dark").ink


def test_the_parts_are_stacked_above_the_stated_total() -> None:
    figure = draw_parts(REGIONS)
    assert figure.layout.barmode == "stack"
    assert [trace.x[0] for trace in figure.data] == [28, 26, 16, 10, 9, 89]


def test_each_region_of_the_shares_fills_a_bar_to_the_whole() -> None:
    figure = draw_shares(REGIONS)
    by_region: dict[str, float] = {}
    for trace in figure.data:
        by_region[trace.y[0]] = by_region.get(trace.y[0], 0) + trace.x[0]
    assert len(by_region) == 5
    assert all(total == pytest.approx(1) for total in by_region.values())


def test_a_region_is_hatched_in_its_colour_and_a_named_country_is_coloured() -> None:
    chart = chart_regions(Breakdown((PARTS[2], Part("JPN", 3, "3")), None, DAY, "CHN"), LABELS, Look())
    figure = draw_regions_map(chart, NAMES)
    [lines] = [trace for trace in list_marks(figure) if trace.mode == "lines" and trace.line.width > 1]
    colour = chart.rows["colour"].iloc[0]
    assert lines.line.color == colour
    fills = {trace.locations: trace.colorscale[0][1] for trace in figure.data if trace.type == "choropleth"}
    assert fills["JPN",] == chart.rows["colour"].iloc[1]
    assert colour not in fills.values()
    assert {trace.name for trace in figure.data if trace.showlegend} == {"no figure", "Africa: 26", "Japan: 3"}


def test_a_hatch_says_that_it_is_one_so_that_a_small_map_draws_it_thinner() -> None:
    for figure in (draw_map(chart_map({}, {}, LABELS, Look(), left_out={"CHN": 1})), draw_regions_map(REGIONS, NAMES)):
        lines = [trace for trace in list_marks(figure) if trace.mode == "lines" and trace.line.width > 1]
        assert {trace.meta for trace in lines} == {"hatch"}
