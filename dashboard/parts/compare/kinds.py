"""The kinds of charts that the page *Compare* shows besides bars and maps: of bars, and of two sides."""

from dataclasses import replace
from functools import partial
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.figures.chart_tables import tabulate_two_maps
from dashboard.parts.accounts import Counting
from dashboard.parts.compare.comparisons import choose_part, find_marked
from dashboard.parts.compare.two_maps import ask_sides
from dashboard.parts.downloads import Offer, describe_chart, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.kinds import pack_kind, show_keys, show_kind
from dashboard.parts.listings.rows import show_rows
from dashboard.parts.listings.sentences import show_sentences
from dashboard.parts.maps.clicks import take_areas
from dashboard.parts.plots import Plot, Point
from dashboard.parts.scopes import name_chart
from dashboard.parts.selection import Selection, choose, read_selection
from geo import drawings
from geo.charts import StacksChart, TwoMapsChart
from geo.charts.chart_kinds import WIDTHS, Asked, KindChart
from geo.charts.two_maps import Sides
from geo.reference.wordings import Catalogue

_ROWS = "sides-rows"


class Shown(NamedTuple):
    """A chart of a kind as it is asked for, and the name of its files."""

    asked: Asked
    chart: KindChart
    name: str


def chart_shown(selection: Selection, asked: Asked) -> Shown:
    """Return the chart of the kind that the reader chose."""
    layout = asked.layout if asked.sides is None else None
    parts = (layout.rows, *([] if layout.parts == "none" else [layout.parts])) if layout else ()
    per = asked.per and f"per-{asked.per}"
    name = name_chart(replace(selection, codes=()), selection.figure, asked.measure, *parts, per)
    return Shown(asked, corpora.chart_kind(selection.figure, asked), name)


def show_bars_kind(shown: Shown, bars: StacksChart, selection: Selection, words: Catalogue) -> None:
    """Show a kind of bars; a click on one, or on a part of it, chooses it for all pages."""
    marked = find_marked(selection, bars.layout).row
    _show(shown, (marked,) if marked else (), partial(_take_part, bars), words)
    st.caption(" ".join([words("compare.choose"), *_list_notes(shown)]))


def _take_part(bars: StacksChart, points: list[Point]) -> None:
    """Keep the bar, and the part of it, that was clicked."""
    told = points[0].get("customdata") if points else None
    if isinstance(told, list) and told[0]:
        choose(choose_part(read_selection(), bars, str(told[0]), str(told[1])))


def show_sides_kind(chart: TwoMapsChart, selection: Selection, sides: Sides, words: Catalogue) -> None:
    """Show a kind of two sides with its sentences, table and files; a click chooses a country or area for all pages."""
    measure, where, sides, look, per = ask_sides(selection, sides, chart.look)
    shown = chart_shown(selection, Asked(measure, where, look, sides=sides, per=per))
    st.caption(f"**{chart.labels.measure}**")
    _show(shown, selection.codes, partial(take_areas, list(chart.rows["code"])), words)
    st.caption(" ".join([words("compare.choose_area"), *_list_notes(shown)]))
    if selection.codes:
        show_sentences(selection.codes, replace(where, without=()), words)
    show_rows(replace(where, without=()), words)
    about = describe_chart(chart.labels, " ".join(_list_notes(shown)))
    edited = Edited(shown.chart.kind, replace(selection, first=sides[0], second=sides[1]), shown.name)
    offer = Offer(shown.name, _draw(shown), lambda: shown.chart.table, about, shapes=True, edited=edited)
    offer_downloads(offer, words)
    _show_table(chart, selection, words)


def offer_bars_kind(shown: Shown, words: Catalogue) -> None:
    """Show the files of a kind of bars, and how it was counted."""
    about = describe_chart(shown.chart.labels, " ".join(_list_notes(shown)))
    coded = shown.asked.layout.rows == "country"
    named = {"key": "code" if shown.asked.layout.rows in ("country", "region") else shown.asked.layout.rows}
    table = shown.chart.table.rename(columns=named)
    counted = Counting("bars", shown.asked.measure, shown.asked.where)
    edited = Edited(shown.chart.kind, read_selection(), shown.name)
    offer = Offer(shown.name, _draw(shown), lambda: table, about, shapes=coded, counted=counted, edited=edited)
    offer_downloads(offer, words)


def _show(shown: Shown, marked: tuple[str, ...], take: partial[None], words: Catalogue) -> None:
    packed = pack_kind(shown.chart.kind, shown.asked, marked)
    plot = Plot(b"", shown.chart.kind, f"{shown.chart.alt} {words('compare.also')}")
    with st.container(key="plane-box"):
        show_keys(packed, shown.chart.look)
        show_kind(packed, plot, take)


def _list_notes(shown: Shown) -> list[str]:
    own = corpora.find_shapes()
    return drawings.list_notes(shown.chart, shown.chart.lay_out(WIDTHS[-1]), own[0] if own else None)


def _draw(shown: Shown) -> partial[bytes]:
    own = corpora.find_shapes()
    return partial(drawings.draw_kind, shown.chart, shapes=own[0] if own else None)


def _show_table(chart: TwoMapsChart, selection: Selection, words: Catalogue) -> None:
    """Show both sides as a table; its rows choose what a click on the chart chooses."""
    codes = list(chart.rows["code"])
    chosen = [codes.index(code) for code in selection.codes if code in codes]
    st.session_state[_ROWS] = {"selection": {"rows": chosen, "columns": [], "cells": []}}
    st.subheader(words("two.table"), anchor=False)
    st.dataframe(
        tabulate_two_maps(chart, words),
        hide_index=True,
        key=_ROWS,
        on_select=partial(_take_rows, codes),
        selection_mode="multi-row",
    )


def _take_rows(codes: list[str]) -> None:
    """Keep the rows that are marked, and what is chosen without having a row."""
    selection = read_selection()
    rowless = tuple(code for code in selection.codes if code not in codes)
    taken = (codes[row] for row in st.session_state[_ROWS]["selection"]["rows"])
    choose(replace(selection, codes=(*rowless, *taken)))
