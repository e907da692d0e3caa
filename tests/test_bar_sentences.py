"""Behind every bar of the page Compare stand as many acts, or sentences, as it counts."""

from typing import cast

import pytest

from dashboard import corpora
from dashboard.parts.compare.bar_sentences import ask_behind
from dashboard.parts.compare.comparisons import choose_part, find_layout, make_bars_where
from dashboard.parts.selection import Selection
from geo.charts import Look, Measure, Rows
from geo.charts.dimensions import UNKNOWN
from tests.pages import OpenPage, run, show_corpus


@pytest.mark.parametrize("rows", ["country", "region", "theme", "document", "month"])
@pytest.mark.parametrize("measure", ["received", "gave", "took_part"])
def test_behind_a_bar_of_acts_stand_as_many_as_it_counts(
    monkeypatch: pytest.MonkeyPatch, rows: Rows, measure: Measure
) -> None:
    show_corpus(monkeypatch, None)
    selection = Selection(measure=measure, rows=rows, parts="none")
    chart = corpora.chart_stacks(measure, make_bars_where(selection, rows, "none"), find_layout(selection), Look())
    for key, total in zip(chart.rows["key"], chart.rows["total"], strict=True):
        if key != UNKNOWN:
            chosen = choose_part(selection, chart, key, "")
            assert (key, corpora.count_acts(ask_behind(chart, chosen))) == (key, total)


@pytest.mark.parametrize("rows", ["country", "region", "document"])
def test_behind_a_bar_of_documents_stand_sentences_of_as_many(monkeypatch: pytest.MonkeyPatch, rows: Rows) -> None:
    show_corpus(monkeypatch, None)
    selection = Selection(measure="documents", rows=rows, parts="none")
    chart = corpora.chart_stacks("documents", make_bars_where(selection, rows, "none"), find_layout(selection), Look())
    for key, total in zip(chart.rows["key"], chart.rows["total"], strict=True):
        where = ask_behind(chart, choose_part(selection, chart, key, ""))
        sentences = corpora.open_shown().read_sentences(None, where, limit=10_000)
        assert (key, sentences["document"].nunique()) == (key, total)
        assert len(sentences) == corpora.count_sentences(None, where)


def read_html(page: object) -> str:
    """Return what the page writes as HTML."""
    return "".join(one.proto.body for one in cast("list[object]", page.get("html")))  # type: ignore[attr-defined]


def test_a_chosen_bar_shows_the_sentences_of_its_acts(open_page: OpenPage) -> None:
    page = open_page("compare", measure="received", codes="SRB")
    assert "Behind Serbia" in read_html(page)
    assert 'class="aa-event"' in read_html(page)
    assert 'class="aa-sentence" data-said=' in read_html(page)


def test_without_a_chosen_bar_nothing_is_behind(open_page: OpenPage) -> None:
    assert "Behind" not in read_html(open_page("compare", measure="received"))


def test_a_chosen_bar_of_mentions_shows_its_sentences_page_by_page(open_page: OpenPage) -> None:
    page = open_page("compare", measure="mentions", codes="CHN", giver="True")
    first = read_html(page)
    page.button(key="behind-more").click()
    assert first.count("aa-sentence") == read_html(run(page)).count("aa-sentence") == 20
    assert read_html(page) != first
