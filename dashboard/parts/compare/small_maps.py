"""The small maps of the page *Compare*: pictures of one size under one legend, each with the way to the page *World*."""

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from dashboard import corpora
from dashboard.figures.chart_pages import list_left_out
from dashboard.figures.chart_tables import list_values, tabulate_small_maps
from dashboard.figures.hovers import make_safe
from dashboard.parts.accounts import Counting
from dashboard.parts.compare.comparisons import make_bars_where
from dashboard.parts.downloads import Offer, describe_chart, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.inner_links import write_link
from dashboard.parts.maps.legends import show_legend
from dashboard.parts.maps.options import make_map_options
from dashboard.parts.measures import read_measure
from dashboard.parts.scopes import name_chart
from dashboard.parts.selection import Selection
from geo import drawings
from geo.charts import Each, Look, Measure, MultiplesChart, Panel, list_each, palette, redraw_multiples
from geo.charts.time_steps import find_span
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where


def find_each(selection: Selection) -> Each:
    """Return what there is a map of each of; names have no theme."""
    offered = list_each(read_measure(selection))
    return selection.each if selection.each in offered else offered[0]


def chart_small_maps(selection: Selection, look: Look) -> MultiplesChart:
    """Return the small maps, drawn as the reader wants maps drawn."""
    chart = corpora.chart_multiples(*_ask(selection, look))
    return redraw_multiples(chart, make_map_options(selection, chart))


def show_small_maps(chart: MultiplesChart, selection: Selection, words: Catalogue) -> None:
    """Show the maps, each with its name as a link to the page of the map, their table and their files."""
    if not chart.panels:
        _show_nothing(selection, chart.look, words)
        return
    classes = zip(chart.colours, (one.label for one in chart.classes), strict=True)
    show_legend([*classes, _read_no_data(chart), *list_left_out(chart)])
    pictures = corpora.draw_panels(*_ask(selection, chart.look), chart.options)
    with st.container(key="small-maps"):
        for panel, picture in zip(chart.panels, pictures, strict=True):
            with st.container(key=f"small-map-{panel.key}"):
                _show_map(panel, picture, _open(selection, chart.each, panel), words)
    _show_below(chart, selection, words)


def _ask(selection: Selection, look: Look) -> tuple[Measure, Where, Each, Look]:
    each = find_each(selection)
    return read_measure(selection), make_bars_where(selection, each, "country"), each, look


def _show_map(panel: Panel, picture: bytes, selection: Selection, words: Catalogue) -> None:
    """Show one of the maps, its name as a link to the page that shows it large."""
    label = words("compare.panel", {"name": panel.name, "count": len(panel.values)})
    st.html(write_link("world", selection, make_safe(label), "aa-way"))
    st.image(picture, width="stretch", alt=panel.alt)


def _show_below(chart: MultiplesChart, selection: Selection, words: Catalogue) -> None:
    """Show what is to be said of the maps, their files and their table."""
    own, table = corpora.find_shapes(), list_values(chart)
    note = corpora.find_note(chart.note, chart.look)
    st.caption(" ".join([words("compare.open"), *chart.notes, note]))
    about = describe_chart(chart.labels, note)
    measure, where, *_ = _ask(selection, chart.look)
    file_name = name_chart(selection, "maps", measure, chart.each)
    counted = Counting("maps", measure, where)
    draw = partial(drawings.draw_multiples, chart, shapes=own[0] if own else None)
    edited = Edited("maps", selection, file_name)
    offer = Offer(file_name, draw, lambda: table, about, shapes=True, counted=counted, edited=edited)
    offer_downloads(offer, words)
    with st.expander(words("compare.maps_table")):
        st.dataframe(tabulate_small_maps(chart, words), hide_index=True, key="small-maps-table")


def _show_nothing(selection: Selection, look: Look, words: Catalogue) -> None:
    """Say why there is no map: nothing fits, or nothing has a date."""
    st.info(
        words("compare.no_maps", {"what": corpora.describe_measure(read_measure(selection), look).measured}),
        icon=":material/info:",
    )


def _read_no_data(chart: MultiplesChart) -> tuple[str, str]:
    return palette(chart.look.theme).no_data, chart.labels.no_data


def _open(selection: Selection, each: Each, panel: Panel) -> Selection:
    """Return the choice that shows one of the maps alone."""
    if each == "theme":
        return replace(selection, theme=panel.key)
    span = find_span(date.fromisoformat(f"{panel.key}-01"), "month")
    return replace(selection, since=span.since, until=span.until)
