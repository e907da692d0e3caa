"""Charts of every kind as pictures: their text inside the sheet, their marks by id, nothing taken for markup."""

import struct

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from geo.charts import Layout, Look, chart_map
from geo.charts.appearance import Labels
from geo.charts.chart_kinds import Asked, KindChart, find_kind, list_keys
from geo.charts.sides import read_side
from geo.drawings import draw_kind
from geo.drawings.planes import paint_kind
from geo.store.corpus import Corpus, Where
from tests.test_drawings import HOSTILE, list_ids

KINDS = list_keys()
SIDES = (read_side("2020-02-01..2020-03-25"), read_side("2020-03-26..2020-04-30"))


def ask(kind: str, corpus: Corpus, look: Look) -> KindChart:
    asked = Asked("mentions", Where(without=("CHN",)), look, Layout("country", "none"), SIDES)
    return find_kind(kind).ask(corpus, asked)


@pytest.mark.parametrize("look", [Look("en", "light"), Look("zh", "dark")])
@pytest.mark.parametrize("kind", KINDS)
def test_all_text_stands_inside_the_sheet(kind: str, look: Look, seeds: Corpus) -> None:
    sheet = paint_kind(ask(kind, seeds, look))
    sheet.save("T", "D", "png", 1)
    canvas = FigureCanvasAgg(sheet.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    whole = sheet.figure.bbox
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    for text in sheet.axes.texts:
        box = text.get_window_extent(renderer)
        assert (box.x0 >= 0, box.y0 >= 0, box.x1 <= whole.x1, box.y1 <= whole.y1) == (True,) * 4, text.get_text()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_as_wide_as_asked_and_the_same_each_time(kind: str, seeds: Corpus) -> None:
    chart = ask(kind, seeds, Look("zh"))
    data = draw_kind(chart, "png", 1)
    assert struct.unpack(">I", data[16:20]) == (1200,)
    assert draw_kind(chart, "pdf") == draw_kind(chart, "pdf")


@pytest.mark.parametrize("kind", KINDS)
def test_marks_and_legend_have_ids_in_an_svg(kind: str, seeds: Corpus) -> None:
    chart = ask(kind, seeds, Look())
    ids = list_ids(draw_kind(chart, "svg"))
    assert any(one.startswith("mark-ITA") for one in ids)
    shown = {
        "tiles": "legend-left-out",
        "symbols": "legend-circle-0",
        "slope": "legend-rise",
        "dots": "",
        "columns": "",
    }
    assert shown[kind] in ids


@pytest.mark.parametrize("kind", ["tiles", "symbols"])
def test_hostile_words_are_drawn_literally(kind: str) -> None:
    chart = find_kind(kind).arrange(chart_map({"ITA": 3}, {}, Labels(HOSTILE, HOSTILE, HOSTILE), Look()))
    assert b"<img" not in draw_kind(chart, "svg")
    assert len(draw_kind(chart, "png", 1)) > 5000


def test_a_chart_without_anything_says_so_in_the_picture() -> None:
    chart = find_kind("symbols").arrange(chart_map({}, {}, Labels("Who received", "events", "S"), Look()))
    assert chart.empty == "Who received. World map; no country or area is named."
    assert len(draw_kind(chart, "png", 1)) > 5000
