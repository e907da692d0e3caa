"""The small maps of the page *Compare*: pictures of one size under one legend, each with the way to the page *World*."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_safe, make_visible
from dashboard.parts.comparisons import make_bars_where
from dashboard.parts.downloads import Offer, name_file, offer_downloads
from dashboard.parts.selection import Selection, spell_address
from geo import drawings
from geo.charts import Each, Look, MultiplesChart, Panel, list_each, palette
from geo.charts.steps import find_span
from geo.places import find_alpha_2, name_place
from geo.wordings import Catalogue


def find_each(selection: Selection) -> Each:
    """Return what there is a map of each of; names have no theme."""
    offered = list_each(selection.measure)
    return selection.each if selection.each in offered else offered[0]


def show_small_maps(selection: Selection, look: Look, world: st.Page, words: Catalogue) -> str:
    """Show the maps, each with its name as a link to the page of the map, their table and their files.

    Returned is their title.
    """
    each = find_each(selection)
    asked = selection.measure, make_bars_where(selection, each, "country"), each, look
    chart = corpora.chart_multiples(*asked)
    if not chart.panels:
        _show_nothing(selection, look, words)
        return chart.labels.title
    show_legend([*zip(chart.colours, (one.label for one in chart.classes), strict=True), _read_no_data(chart)])
    pictures = corpora.draw_panels(*asked)
    with st.container(key="small-maps"):
        for panel, picture in zip(chart.panels, pictures, strict=True):
            with st.container(key=f"small-map-{panel.key}"):
                _show_map(panel, picture, (_open(selection, each, panel), world), words)
    _show_below(chart, name_file("maps", selection.measure, each, selection.language), words)
    return chart.labels.title


def _show_map(panel: Panel, picture: bytes, target: tuple[Selection, st.Page], words: Catalogue) -> None:
    """Show one of the maps, its name as a link to the page that shows it large."""
    selection, page = target
    label = words("compare.panel", {"name": make_visible(panel.name), "count": len(panel.values)})
    st.page_link(page, label=label, icon=":material/public:", query_params=spell_address(selection))
    st.image(picture, width="stretch", alt=panel.alt)


def _show_below(chart: MultiplesChart, file_name: str, words: Catalogue) -> None:
    """Show what is to be said of the maps, their files and their table."""
    own, table = corpora.find_shapes(), _list_values(chart)
    note = chart.note if own is None else chart.look.words("note.own")
    st.caption(" ".join([words("compare.open"), *chart.notes, note]))
    about = {"title": chart.labels.title, "source": chart.labels.source, "note": note}
    draw = partial(drawings.draw_multiples, chart, shapes=own[0] if own else None)
    offer_downloads(Offer(file_name, draw, lambda: table, about, shapes=True), words)
    with st.expander(words("compare.maps_table")):
        columns = {"code": words("compare.code"), "name": words("compare.country")}
        st.dataframe(table.drop(columns="alpha_2").rename(columns=columns), hide_index=True, key="small-maps-table")


def _show_nothing(selection: Selection, look: Look, words: Catalogue) -> None:
    """Say why there is no map: nothing fits, or nothing has a date."""
    st.info(words("compare.no_maps", {"what": look.words(f"map.{selection.measure}")}), icon=":material/info:")


def show_legend(entries: Iterable[tuple[str, str]]) -> None:
    """Show colours and their words as a list that wraps on a narrow screen."""
    items = "".join(f'<li><span style="background:{colour}"></span>{make_safe(name)}</li>' for colour, name in entries)
    st.html(f'<ul class="aa-legend">{items}</ul>')


def _read_no_data(chart: MultiplesChart) -> tuple[str, str]:
    return palette(chart.look.theme).no_data, chart.labels.no_data


def _open(selection: Selection, each: Each, panel: Panel) -> Selection:
    """Return the choice that shows one of the maps alone."""
    if each == "theme":
        return replace(selection, theme=panel.key)
    span = find_span(date.fromisoformat(f"{panel.key}-01"), "month")
    return replace(selection, since=span.since, until=span.until)


def _list_values(chart: MultiplesChart) -> pd.DataFrame:
    """Return one row a country or area that has a value on a map, and a column a map."""
    codes = sorted({code for panel in chart.panels for code in panel.values})
    names = {"code": codes, "alpha_2": [find_alpha_2(code) for code in codes]}
    table = pd.DataFrame({**names, "name": [name_place(code, chart.look.language) for code in codes]})
    for panel in chart.panels:
        table[panel.name] = [panel.values.get(code, 0) for code in codes]
    return table
