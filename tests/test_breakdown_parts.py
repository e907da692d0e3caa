"""Each part of a breakdown on the page Regions leads to its sentence."""

import re

import pytest

from dashboard import corpora
from dashboard.figures.breakdown_bars import draw_amounts, draw_parts, draw_shares
from dashboard.parts.listings.breakdown_parts import list_figures
from geo.charts import Look, chart_breakdown, order_breakdowns
from tests.pages import OpenPage, show_corpus


def test_every_part_of_every_breakdown_has_its_stated_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    show_corpus(monkeypatch, None)
    for _, rows in order_breakdowns(corpora.read_breakdowns()).groupby("breakdown"):
        chart = chart_breakdown(rows, corpora.read_sums(), None, Look())
        figures = list_figures(chart, rows)
        assert [figure["text"] for figure in figures] == list(chart.rows["text"])
        assert len({figure["quantity"] for figure in figures}) == len(figures)
        for drawn in (draw_parts(chart), draw_amounts(chart), draw_shares(chart)):
            numbers = {trace.customdata[0][0] for trace in drawn.data if trace.customdata is not None}
            assert numbers <= set(range(len(figures)))


def test_a_chosen_part_shows_its_sentence_with_its_figure_marked(open_page: OpenPage) -> None:
    found = order_breakdowns(corpora.read_breakdowns())
    part = found[(found["breakdown"] == found["breakdown"].iloc[0]) & (found["role"] == "part")].iloc[1]
    page = open_page("regions", stated=part["quantity"])
    shown = next(one.proto.body for one in page.get("html") if "aa-behind" in one.proto.body)
    assert re.findall(r'<mark class="aa-chosen">(.*?)</mark>', shown) == [part["text"]]


def test_a_part_that_is_not_there_is_none(open_page: OpenPage) -> None:
    page = open_page("regions", stated="nothing-0")
    assert not [one for one in page.get("html") if "aa-behind" in one.proto.body]
