"""Two maps of the page *Compare* beside each other under one legend, and the map of their difference below them."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.chart_tables import tabulate_two_maps
from dashboard.figures.hovers import make_safe
from dashboard.figures.map_tools import name_tools
from dashboard.figures.two_maps import draw_two, list_legend
from dashboard.parts.compare.comparisons import make_bars_where
from dashboard.parts.downloads import Offer, describe_chart, name_file, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.filters import FIELDS, NAMED_FIELDS, Field
from dashboard.parts.maps.clicks import take_areas
from dashboard.parts.maps.legends import show_legend
from dashboard.parts.maps.options import make_map_options
from dashboard.parts.maps.proportions import find_per
from dashboard.parts.measures import read_measure
from dashboard.parts.plots import Plot, pack_figure, show_plot
from dashboard.parts.selection import Selection
from geo import drawings
from geo.charts import Look, MapOptions, Measure, Per, TwoMapsChart, counts_events, redraw_two_maps
from geo.charts.two_maps import Sides
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where

_MAPS = ("two-map-a", "two-map-b", "two-map-difference")


def list_fields(selection: Selection, sides: Sides) -> tuple[Field, ...]:
    """Return the filters that hold beside the sides: what is compared is no filter."""
    offered = FIELDS if counts_events(read_measure(selection)) else NAMED_FIELDS
    return tuple(field for field in offered if field not in {side.kind for side in sides})


def chart_sides(selection: Selection, sides: Sides, look: Look) -> TwoMapsChart:
    """Return the two maps and their difference, drawn as the reader wants maps drawn."""
    chart = corpora.chart_two_maps(*ask_sides(selection, sides, look))
    return redraw_two_maps(chart, make_map_options(selection, chart))


def show_two_maps(chart: TwoMapsChart, selection: Selection, sides: Sides, words: Catalogue) -> None:
    """Show the three maps with their names and legends, what is not alike, the table and the files."""
    st.caption(" ".join(chart.notes))
    st.caption(f"**{chart.labels.measure}**")
    show_legend(list_legend(chart, 0))
    figures = _pack(ask_sides(selection, sides, chart.look), chart.options, selection.codes)
    with st.container(key="two-maps"):
        for place in (0, 1):
            _show_map(chart, place, figures[place], words)
    with st.container(key="difference"):
        st.subheader(chart.names[2], anchor=False)
        show_legend(list_legend(chart, 2))
        _show_map(chart, 2, figures[2], words)
    _show_below(chart, selection, words)


def ask_sides(selection: Selection, sides: Sides, look: Look) -> tuple[Measure, Where, Sides, Look, Per | None]:
    """Return what is asked of two sides: measure, question without what they compare, sides, look, proportion."""
    freed = {"span": "month", "document": "document", "outlet": "country"}
    where = make_bars_where(selection, "country", *(freed[side.kind] for side in sides))  # type: ignore[arg-type]
    return read_measure(selection), where, sides, look, find_per(selection)


@answered_once(64)
def _pack(
    asked: tuple[Measure, Where, Sides, Look, Per | None], options: MapOptions, codes: tuple[str, ...]
) -> list[bytes]:
    """Return the packed figures (see pack_figure) of the three maps."""
    chart = redraw_two_maps(corpora.chart_two_maps(*asked), options)
    return [pack_figure(draw_two(chart, place, codes).to_json()) for place in range(len(_MAPS))]


def _show_map(chart: TwoMapsChart, place: int, figure: bytes, words: Catalogue) -> None:
    one = chart.maps[place]
    plot = Plot(
        figure=figure,
        key=_MAPS[place],
        alt=f"{one.alt} {words('two.also')}",
        tools=name_tools(words),
        own_shapes=corpora.find_shapes() is not None,
    )
    with st.container(key=f"{_MAPS[place]}-box"):
        if place < 2:
            st.html(f'<p class="aa-side">{make_safe(chart.names[place])}</p>')
        show_plot(plot, partial(take_areas, list(one.rows["code"])))


def _show_below(chart: TwoMapsChart, selection: Selection, words: Catalogue) -> None:
    own, note = corpora.find_shapes(), corpora.find_note(chart.note, chart.look)
    st.caption(note)
    about = describe_chart(chart.labels, " ".join([*chart.notes, note]))
    draw = partial(drawings.draw_two_maps, chart, shapes=own[0] if own else None)
    name = name_file("two-maps", read_measure(selection), find_per(selection), selection.language)
    first, second = (one.side for one in chart.shown)
    edited = Edited("two", replace(selection, first=first, second=second), name)
    offer_downloads(Offer(name, draw, lambda: _list_rows(chart), about, shapes=True, edited=edited), words)
    st.subheader(words("two.table"), anchor=False)
    st.dataframe(tabulate_two_maps(chart, words), hide_index=True, key="two-maps-table")


def _list_rows(chart: TwoMapsChart) -> pd.DataFrame:
    """Return the table that is handed over: a side that does not have a country or area counts 0 there."""
    return chart.rows.fillna({"first": 0, "second": 0})
