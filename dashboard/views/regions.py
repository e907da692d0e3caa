"""The page *Regions*: the breakdowns that documents state, added up, and each region's share of its countries."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import corpora
from dashboard.figures.chart_tables import tabulate_regions
from dashboard.figures.map_tools import name_tools
from dashboard.parts.accounts import Counting
from dashboard.parts.breakdowns import chart_stated, find_rows, list_breakdowns, pack_bars, pack_map
from dashboard.parts.downloads import Offer, describe_chart, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.evidence import Row
from dashboard.parts.listings.breakdown_parts import list_figures, name_clicked, show_part, take_bar, take_row
from dashboard.parts.listings.statements import write_sources, write_statements
from dashboard.parts.plots import Packed, Plot, show_plot
from dashboard.parts.scopes import name_chart, show_scope
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import Look, RegionsChart
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("regions.title"), anchor=False)
    labels, look = list_breakdowns(selection.language), Look(selection.language, find_theme())
    if not labels:
        st.info(words("regions.none"))
        return
    chosen = selection.breakdown if selection.breakdown in labels else next(iter(labels))
    if len(labels) > 1:
        _choose_breakdown(labels, chosen, words)
    rows, chart = find_rows(chosen), chart_stated(chosen, look)
    show_scope(f"{chart.labels.title} · {chart.labels.scope}")
    _show_check(chart)
    figures = rows.sort_values(["sentence", "start"]).to_dict("records")
    st.html(write_statements(figures, words) or write_sources(figures, words))
    listed = list_figures(chart, rows)
    _show_map(chart, pack_map(chosen, look), words)
    _show_bars(chart, pack_bars(chosen, look), listed, words)
    show_part(chart, listed, selection.stated, words)
    file_name = name_chart(_narrow(selection, chart), "regions")
    table = tabulate_regions(chart, words)
    own, note = corpora.find_shapes(), corpora.find_note(chart.note, chart.look)
    about = describe_chart(chart.labels, " ".join([chart.caveat, note]).strip())
    draw = partial(drawings.draw_regions, chart, shapes=own[0] if own else None)
    counted = Counting(
        "regions", "stated", Where(documents=tuple(str(one) for one in rows["document"].unique())), len(rows)
    )
    edited = Edited("regions", replace(selection, breakdown=chosen), file_name)
    offer_downloads(Offer(file_name, draw, lambda: table, about, counted=counted, edited=edited), words)
    st.caption(f"{chart.denominator_note} {note}")
    formats = {chart.labels.measure: "localized", words("regions.column_share"): "%.1f%%"}
    columns = {name: st.column_config.NumberColumn(format=one) for name, one in formats.items()}
    key = name_clicked("regions-table")
    st.dataframe(
        table,
        hide_index=True,
        key=key,
        column_config=columns,
        on_select=partial(take_row, key, listed),
        selection_mode="single-row",
    )


def _narrow(selection: Selection, chart: RegionsChart) -> Selection:
    """Return the choice that the files are named after: the breakdown's day alone, for no filter narrows it."""
    return replace(Selection(language=selection.language), since=chart.day, until=chart.day)


def _choose_breakdown(labels: Mapping[str, str], chosen: str, words: Catalogue) -> None:
    st.session_state["breakdown"] = chosen
    st.selectbox(
        words("regions.choose"),
        list(labels),
        format_func=labels.__getitem__,
        key="breakdown",
        on_change=_take_breakdown,
    )


def _take_breakdown() -> None:
    choose(replace(read_selection(), breakdown=st.session_state["breakdown"], stated=None))


def _show_check(chart: RegionsChart) -> None:
    if chart.verdict == "agrees":
        st.success(chart.check, icon=":material/check:")
    elif chart.verdict == "disagrees":
        st.warning(chart.check, icon=":material/error:")
    else:
        st.info(chart.check, icon=":material/info:")


def _show_map(chart: RegionsChart, figure: bytes, words: Catalogue) -> None:
    st.subheader(words("regions.map"), anchor=False)
    with st.container(key="regions-map-box"):
        plot = Plot(
            figure=figure,
            key="regions-map",
            alt=chart.alt,
            tools=name_tools(words),
            own_shapes=corpora.find_shapes() is not None,
        )
        # Nothing is chosen here: which countries are meant the source does not say.
        show_plot(plot, lambda points: None)
    if chart.caveat:
        st.caption(chart.caveat)


def _show_bars(chart: RegionsChart, bars: Mapping[str, Packed], figures: Sequence[Row], words: Catalogue) -> None:
    for name, bar in bars.items():
        st.subheader(words(f"regions.{name}"), anchor=False)
        plot = Plot(bar.figure, f"regions-{name}", chart.alt, height=bar.height)
        show_plot(plot, partial(take_bar, figures))
