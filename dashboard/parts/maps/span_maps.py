"""The map of the page *Timeline*: the reader's measure in the span of time that is shown, without sentences on it."""

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.card_fields import CardField
from dashboard.figures.map_tools import name_tools
from dashboard.figures.maps import draw_map
from dashboard.parts.filters import make_where
from dashboard.parts.maps.clicks import take_areas
from dashboard.parts.maps.options import make_map_options
from dashboard.parts.measures import read_measure
from dashboard.parts.plots import Plot, pack_figure, show_plot
from dashboard.parts.scopes import show_scope
from dashboard.parts.selection import Selection
from geo.charts import Look, MapOptions, Measure
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where


def show_span_map(selection: Selection, look: Look, words: Catalogue) -> None:
    """Show the map, drawn as the reader wants maps drawn; a click chooses a country or area for all pages."""
    measure, where = read_measure(selection), make_where(selection)
    chart = corpora.chart_countries(measure, where, look)
    options = make_map_options(selection, chart)
    chart = corpora.redraw_countries(measure, where, options, look)
    plot = Plot(
        figure=_pack_map(measure, where, options, look, selection.codes, selection.card),
        key="timeline-map",
        alt=chart.alt,
        tools=name_tools(words),
        own_shapes=corpora.find_shapes() is not None,
    )
    show_plot(plot, partial(take_areas, list(chart.rows["code"])))
    # The page says of its events what they are; its map counts a measure, and may leave somebody out.
    show_scope(f"{chart.labels.title} · {chart.labels.scope}")
    st.caption(corpora.find_note(chart.note, look))


@answered_once(256)
def _pack_map(
    measure: Measure,
    where: Where,
    options: MapOptions,
    look: Look,
    codes: tuple[str, ...],
    fields: tuple[CardField, ...],
) -> bytes:
    chart = corpora.redraw_countries(measure, where, options, look)
    # The sentences stand beside the map, not on it.
    plain, own = replace(chart, rows=chart.rows.assign(example="")), corpora.find_shapes()
    return pack_figure(draw_map(plain, marked=codes, shapes=own[0] if own else None, fields=fields).to_json())
