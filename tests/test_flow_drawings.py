"""Flows on the printed map."""

import re
from dataclasses import replace

import pytest

from geo.charts import FRAMES, PROJECTIONS, Frame, Labels, Look, MapOptions, Projection, chart_flows, chart_map
from geo.drawings import draw_map
from geo.drawings.base_maps import paint_world
from geo.drawings.flows import paint_flows
from geo.drawings.sheets import INNER, MARGIN, Sheet
from geo.maps.earth_views import find_view
from geo.store.corpus import ALL
from tests.made import make_corpus
from tests.test_flows import make_gifts

LABELS, LOOK = Labels("Title", "mentions", "Source"), Look()
FLOWS = chart_flows(make_corpus(), ALL, (), LOOK)
NONE = chart_flows(make_gifts(("org:who",)), ALL, (), LOOK)


def test_the_printed_map_has_the_arcs_their_legend_and_the_caption() -> None:
    chart = chart_map({"ITA": 1}, {}, LABELS, LOOK)
    with_flows, without = draw_map(chart, "svg", flows=FLOWS).decode(), draw_map(chart, "svg").decode()
    assert len(re.findall("#b8400a", with_flows)) >= 2 * len(FLOWS.drawn) + len(FLOWS.classes)
    assert "#b8400a" not in without


def test_flows_without_a_place_have_a_caption_and_no_legend() -> None:
    chart = chart_map({"ITA": 1}, {}, LABELS, LOOK)
    assert "#b8400a" not in draw_map(chart, "svg", flows=NONE).decode()
    assert draw_map(chart, "svg", flows=NONE) != draw_map(chart, "svg")


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("frame", FRAMES)
def test_arcs_are_drawn_in_every_view_and_end_at_its_frame(frame: Frame, projection: Projection) -> None:
    sheet = Sheet(LOOK)
    where = paint_world(sheet, {}, find_view(frame, projection))
    before = len(sheet.axes.collections)
    paint_flows(sheet, where, chart_flows(make_gifts(("ITA", "USA", "FJI", "CHL")), ALL, (), LOOK), {})
    arcs = sheet.axes.collections[before:]
    assert len(arcs) == 4
    assert all(arc.get_clip_path() is not None for arc in arcs)


def test_the_frame_of_the_arcs_is_that_of_the_map() -> None:
    sheet = Sheet(LOOK)
    frame = paint_world(sheet, {}, MapOptions(frame="pacific").view)
    assert frame.place_corner() == pytest.approx((MARGIN, MARGIN))
    assert frame.scale > 0
    assert sheet.y < MARGIN + INNER


def test_the_same_flows_give_the_same_bytes() -> None:
    chart = replace(chart_map({"ITA": 1}, {}, LABELS, LOOK), alt="x")
    assert draw_map(chart, "png", 1, flows=FLOWS) == draw_map(chart, "png", 1, flows=FLOWS)
