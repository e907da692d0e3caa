"""The page *World*: who received, gave or took part, or is named, and the sentences that say so."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard import corpora
from dashboard.choices.addresses import list_shown
from dashboard.figures.chart_tables import tabulate_flows
from dashboard.figures.hovers import make_safe, make_visible
from dashboard.figures.map_tools import name_tools
from dashboard.parts.accounts import Counting
from dashboard.parts.downloads import Offer, describe_chart, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.filters import (
    FIELDS,
    NAMED_FIELDS,
    clear_all,
    make_flows_where,
    make_span,
    make_where,
    show_filters,
)
from dashboard.parts.giver_switches import show_giver
from dashboard.parts.kinds import Packed, name_shown, pack_kind, show_keys, show_kind
from dashboard.parts.listings.rows import open_rows, show_rows
from dashboard.parts.listings.sentences import show_first, show_sentences
from dashboard.parts.maps.clicks import take_areas
from dashboard.parts.maps.options import HEEDED, make_map_options, show_frame, show_map_options
from dashboard.parts.maps.proportions import find_per
from dashboard.parts.maps.world_maps import FROM, Listing, list_areas, list_rows, pack_map
from dashboard.parts.measures import read_measure, show_measures
from dashboard.parts.plots import Plot, show_plot
from dashboard.parts.scopes import name_chart, show_scope
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import escape_markdown, read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import FlowsChart, Look, MapChart, counts_events
from geo.charts.cards import tabulate_areas
from geo.charts.chart_kinds import WIDTHS, Asked, KindChart, find_kind
from geo.exports import write_csv
from geo.reference.places import list_place_codes, name_place
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where

_ROWS = "rows"
_FLOWS = ["giver", "giver_name", "recipient_name", "events", "recipient"]
# Of the table's columns, in pixels: together as wide as a phone, where the screen is wider in proportion.
_WIDTHS = (52, 108, 60, 100)


class _View(NamedTuple):
    """What the page shows, asked before its first word is sent: the browser draws it in few steps.

    `bare` is the map as it is at first, `chart` the same with the reader's options, `figure` that one for the browser,
    `listing` its table. Where the reader wants no coloured areas but another kind of chart, `drawn` is that.
    """

    selection: Selection
    words: Catalogue
    where: Where
    bare: MapChart
    chart: MapChart
    flows: FlowsChart | None
    figure: bytes
    listing: Listing
    drawn: "_Drawn | None"


class _Drawn(NamedTuple):
    """A chart of another kind, the same as it goes to the browser, and which options of maps it heeds."""

    chart: KindChart
    packed: Packed
    heeds: Collection[str]


def show() -> None:
    """Draw the page."""
    view = _ask(read_selection())
    selection, words = view.selection, view.words
    st.title(escape_markdown(view.chart.labels.title), anchor=False)
    show_scope(view.chart.labels.scope)
    _show_controls(view, words)
    # One box, whatever stands in it: a map that moved on the page would lose its zoom.
    with st.container(key="about-box"):
        if view.chart.rows.empty:
            _show_nothing(selection, words)
        else:
            st.caption(corpora.describe_measure(read_measure(selection), view.chart.look).about)
    with st.container(key="map-and-evidence"):
        if view.drawn is None:
            with st.container(key="map-box"):
                _show_map(view)
        else:
            _show_kind(view, view.drawn)
        with st.container(key="evidence-box"):
            if selection.codes:
                show_sentences(selection.codes, replace(view.where, without=()), words)
            else:
                st.html(f'<p class="aa-hint">{make_safe(words("world.hint"))}</p>')
        with st.container(key="below-box"):
            _show_below(view)
    show_rows(replace(view.where, without=()), words)


def _ask(selection: Selection) -> _View:
    look, where, measure = Look(selection.language, find_theme()), make_where(selection), read_measure(selection)
    per = find_per(selection)
    bare = corpora.chart_countries(measure, where, look, per)
    options = make_map_options(selection, bare)
    # The printed map is drawn from the same chart.
    chart = corpora.redraw_countries(measure, where, options, look, per)
    drawn = (
        None
        if selection.shown_as == "areas"
        else _draw_kind(selection, Asked(measure, where, look, per=per, options=options))
    )
    asked = make_flows_where(selection) if selection.flows and drawn is None else None
    flows = None if asked is None else corpora.chart_flows(asked, selection.codes, look)
    figure = b"" if drawn else pack_map(measure, where, options, look, selection.codes, asked, per, selection.card)
    listing = list_areas(measure, where, look, per)
    return _View(selection, read_words(selection.language), where, bare, chart, flows, figure, listing, drawn)


def _draw_kind(selection: Selection, asked: Asked) -> _Drawn:
    heeds = find_kind(selection.shown_as).heeds
    packed = pack_kind(selection.shown_as, asked, selection.codes)
    return _Drawn(corpora.chart_kind(selection.shown_as, asked), packed, heeds)


def _show_below(view: _View) -> None:
    _show_downloads(view)
    st.caption(_write_note(view))
    if view.flows is not None:
        _show_flows(view.flows, view.selection, view.words)
    _show_table(view)


def _write_note(view: _View) -> str:
    """Return what is to be said of the chart, and of the boundaries where it is a map."""
    chart, own = view.chart, corpora.find_shapes()
    if view.drawn is None:
        return " ".join([*chart.notes, corpora.find_note(chart.note, chart.look)])
    plane = view.drawn.chart.lay_out(WIDTHS[-1])
    return " ".join(drawings.list_notes(view.drawn.chart, plane, own[0] if own else None))


def _show_downloads(view: _View) -> None:
    chart, selection, per = view.chart, view.selection, find_per(view.selection)
    measure, what = read_measure(selection), "map" if view.drawn is None else selection.shown_as
    name = name_chart(replace(selection, codes=()), what, measure, per and f"per-{per}")
    own, about = corpora.find_shapes(), describe_chart(chart.labels, _write_note(view))
    shapes = own[0] if own else None
    draw: Callable[[drawings.Format, int], bytes] = partial(drawings.draw_map, chart, shapes=shapes, flows=view.flows)
    if view.drawn is not None:
        draw = partial(drawings.draw_kind, view.drawn.chart, shapes=shapes)
    # The file is made outside the session: its rows are those that the reader sees now.
    rows = list_rows(measure, view.where, chart.look, per)
    table = tabulate_areas(chart, rows, FROM if per is not None else ())
    counted = Counting("map", measure, view.where)
    edited = Edited(what, selection, name)
    offer = Offer(name, draw, lambda: table, about, shapes=True, counted=counted, edited=edited)
    offer_downloads(offer, view.words)


def _show_controls(view: _View, words: Catalogue) -> None:
    """Show what is counted, where and for whom, and how it is drawn; each control writes the reader's choice before the page is drawn."""
    selection, heeds = view.selection, HEEDED if view.drawn is None else view.drawn.heeds
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        show_measures(selection, words)
        _show_shown_as(selection, words)
        if "frame" in heeds:
            show_frame(words)
        _show_places(selection, words)
    with st.container(horizontal=True, vertical_alignment="center", key="narrowing"):
        _show_switches(selection, words, flows=view.drawn is None)
        show_map_options(view.bare, words, heeds)
        show_filters(words, FIELDS if counts_events(read_measure(selection)) else NAMED_FIELDS)


def _show_places(selection: Selection, words: Catalogue) -> None:
    """Show the list of all countries and areas, with search, in the order of the reader's language."""
    st.session_state["codes"] = list(selection.codes)
    st.multiselect(
        words("world.choose"),
        sorted(list_place_codes(), key=lambda code: name_place(code, selection.language)),
        format_func=lambda code: name_place(code, selection.language),
        placeholder=words("world.choose_none"),
        select_all=False,
        key="codes",
        on_change=_take_places,
    )


def _show_shown_as(selection: Selection, words: Catalogue) -> None:
    """Show as what the measure is shown: coloured areas, or another kind of chart."""
    st.session_state["shown_as"] = selection.shown_as
    st.segmented_control(
        words("world.shown_as"),
        list_shown(),
        format_func=partial(name_shown, words, "world"),
        key="shown_as",
        required=True,
        wrap=True,
        on_change=_take,
        args=("shown_as",),
    )


def _show_switches(selection: Selection, words: Catalogue, *, flows: bool) -> None:
    """Show the switches for the giver and, on a map that has them, for the arcs."""
    show_giver(selection, words)
    if flows and corpora.find_giver() is not None:
        st.session_state["flows"] = selection.flows
        st.toggle(words("world.flows"), key="flows", on_change=_take, args=("flows",))


def _take(name: str) -> None:
    taken: Mapping[str, object] = {name: st.session_state[name]}
    choose(replace(read_selection(), **taken))  # type: ignore[arg-type]


def _take_places() -> None:
    """Keep the countries and areas of the list; the panel of sentences turns to one that is new."""
    selection, codes = read_selection(), tuple(st.session_state["codes"])
    for code in codes:
        if code not in selection.codes:
            show_first(code)
    choose(replace(selection, codes=codes))


def _show_nothing(selection: Selection, words: Catalogue) -> None:
    """Say why the map is empty, and offer the way out."""
    if make_span(selection) != make_span(Selection()):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(words("world.none_chosen"), icon=":material/filter_alt:")
            st.button(words("filters.clear"), key="clear-empty", on_click=clear_all)
    else:
        st.info(
            words("world.no_event" if counts_events(read_measure(selection)) else "world.none"), icon=":material/info:"
        )


def _show_map(view: _View) -> None:
    chart, words = view.chart, view.words
    plot = Plot(
        figure=view.figure,
        key="map",
        # The list and the table can be used without seeing or pointing.
        alt=f"{chart.alt} {words('world.also')}",
        tools=name_tools(words),
        own_shapes=corpora.find_shapes() is not None,
    )
    show_plot(plot, partial(take_areas, list(chart.rows["code"])), on_drill=open_rows)


def _show_kind(view: _View, drawn: _Drawn) -> None:
    """Show a chart of another kind with its legend; a click on it does what one on the map does."""
    chart, selection, words = view.chart, view.selection, view.words
    plot = Plot(
        figure=b"",
        key=selection.shown_as,
        alt=f"{drawn.chart.alt} {words('world.also')}",
        tools=name_tools(words),
        own_shapes=drawn.packed.on_map and corpora.find_shapes() is not None,
    )
    with st.container(key="map-box" if drawn.packed.on_map else "plane-box"):
        show_keys(drawn.packed, chart.look)
        show_kind(drawn.packed, plot, partial(take_areas, list(chart.rows["code"])))


def _show_table(view: _View) -> None:
    chart, listing, words = view.chart, view.listing, view.words
    count = len(listing.codes)
    st.subheader(words.count("world.count", count), anchor=False)
    # The chosen rows are marked, however they were chosen; in full, or the browser's word for the same is a change.
    chosen = [listing.codes.index(code) for code in view.selection.codes if code in listing.codes]
    st.session_state[_ROWS] = {"selection": {"rows": chosen, "columns": [], "cells": []}}
    st.dataframe(
        listing.table,
        hide_index=True,
        key=_ROWS,
        on_select=partial(_take_rows, listing.codes),
        selection_mode="multi-row",
        column_config={
            "rank": st.column_config.NumberColumn(words("world.rank"), width=_WIDTHS[0]),
            "name": st.column_config.TextColumn(words("world.name"), width=_WIDTHS[1]),
            "code": st.column_config.TextColumn(words("world.code"), width=_WIDTHS[2]),
            **_describe_value(chart, listing),
            "to_come": st.column_config.NumberColumn(words("world.to_come"), width=_WIDTHS[3]),
            **{name: st.column_config.NumberColumn(words(f"per.{name}")) for name in FROM},
        },
    )


def _describe_value(chart: MapChart, listing: Listing) -> Mapping[str, ColumnConfig | None]:
    """Return how the values are shown: counts as bars, stated figures as they are stated."""
    if chart.figures:
        return {
            "value": None,
            "shown": st.column_config.TextColumn(make_visible(chart.labels.measure), width=_WIDTHS[3]),
        }
    counts = st.column_config.ProgressColumn(
        chart.labels.measure, width=_WIDTHS[3], format="%d", min_value=0, max_value=listing.most
    )
    return {"value": counts}


def _take_rows(codes: Sequence[str]) -> None:
    """Keep the rows that are marked, and what is chosen without having a row."""
    selection = read_selection()
    rowless = tuple(code for code in selection.codes if code not in codes)
    chosen = (codes[row] for row in st.session_state[_ROWS]["selection"]["rows"])
    choose(replace(selection, codes=(*rowless, *chosen)))


def _show_flows(flows: FlowsChart, selection: Selection, words: Catalogue) -> None:
    """Show the flows as a table, what of them has no arc, and the table's file."""
    st.subheader(words("world.flows_title"), anchor=False)
    st.caption(flows.note)
    if flows.rows.empty:
        return
    st.dataframe(tabulate_flows(flows), hide_index=True, key="flows-table")
    st.download_button(
        words("world.flows_csv"),
        lambda: write_csv(flows.rows[_FLOWS]),
        f"{name_chart(selection, 'flows')}.csv",
        "text/csv",
        on_click="ignore",
        key="flows-csv",
        icon=":material/table:",
    )
