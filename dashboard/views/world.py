"""The page *World*: who received, gave or took part, or is named, and the sentences that say so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.flows import add_flows
from dashboard.figures.frames import FRAMES
from dashboard.figures.maps import draw_map
from dashboard.parts.downloads import Offer, name_file, offer_downloads
from dashboard.parts.filters import FIELDS, Field, clear_all, make_flows_where, make_span, make_where, show_filters
from dashboard.parts.map_options import make_map_options, show_map_options
from dashboard.parts.plots import Plot, Point, pack_figure, show_plot
from dashboard.parts.selection import MEASURES, Selection, choose, read_selection
from dashboard.parts.sentences import show_first, show_sentences
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import ROLES, FlowsChart, Look, MapChart
from geo.exports import write_csv
from geo.places import list_place_codes, name_place
from geo.wordings import Catalogue

_NAMED_FIELDS: tuple[Field, ...] = ("span", "document")


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    look = Look(selection.language, find_theme())
    st.title(look.words(f"map.title_{selection.measure}"), anchor=False)
    where = make_where(selection)
    chart = corpora.chart_countries(selection.measure, where, look)
    _show_controls(chart, selection, words)
    # The printed map is drawn from the same chart.
    chart = corpora.redraw_countries(selection.measure, where, make_map_options(selection, chart), look)
    flows = corpora.chart_flows(make_flows_where(selection), selection.codes, look) if selection.flows else None
    # One box, whatever stands in it: a map that moved on the page would lose its zoom.
    with st.container(key="about-box"):
        if chart.rows.empty:
            _show_nothing(selection, words)
        else:
            st.caption(words(f"world.about_{selection.measure}"))
    with st.container(key="map-and-evidence"):
        with st.container(key="map-box"):
            _show_map(chart, flows, selection, words)
        with st.container(key="evidence-box"):
            if selection.codes:
                show_sentences(selection.codes, replace(where, without=()), words)
        with st.container(key="below-box"):
            _show_below(chart, flows, selection, words)


def _show_below(chart: MapChart, flows: FlowsChart | None, selection: Selection, words: Catalogue) -> None:
    _show_downloads(chart, flows, selection, words)
    st.caption(chart.note if corpora.find_shapes() is None else chart.look.words("note.own"))
    if flows is not None:
        _show_flows(flows, selection, words)
    _show_table(chart, selection, words)


def _show_downloads(chart: MapChart, flows: FlowsChart | None, selection: Selection, words: Catalogue) -> None:
    name = name_file("map", selection.measure, selection.language)
    about = {"title": chart.labels.title, "source": chart.labels.source, "note": chart.note}
    own = corpora.find_shapes()
    draw = partial(drawings.draw_map, chart, shapes=own[0] if own else None, flows=flows)
    offer_downloads(Offer(name, draw, lambda: _list_rows(chart), about, shapes=True), words)


def _show_controls(chart: MapChart, selection: Selection, words: Catalogue) -> None:
    """Show what is counted, where and for whom, and how it is drawn; each control writes the reader's choice before the page is drawn."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        st.session_state["measure"] = selection.measure
        st.segmented_control(
            words("world.measure"),
            MEASURES,
            format_func=lambda measure: words(f"world.{measure}"),
            key="measure",
            required=True,
            wrap=True,
            on_change=_take,
            args=("measure",),
        )
        st.session_state["frame"] = selection.frame
        st.selectbox(
            words("world.frame"),
            FRAMES,
            format_func=lambda frame: words(f"frame.{frame}"),
            key="frame",
            on_change=_take,
            args=("frame",),
            width=170,
        )
        _show_places(selection, words)
    with st.container(horizontal=True, vertical_alignment="center", key="narrowing"):
        _show_switches(selection, words)
        show_map_options(chart, words)
        show_filters(words, FIELDS if selection.measure in ROLES else _NAMED_FIELDS)


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


def _show_switches(selection: Selection, words: Catalogue) -> None:
    """Show the switches for the giver and for the arcs; who gave is never counted without the giver."""
    giver, gave = corpora.find_giver(), selection.measure == "gave"
    if giver is not None:
        values = {"name": name_place(giver, selection.language)}
        st.session_state["giver"] = selection.giver or gave
        st.toggle(
            words("world.giver", values),
            key="giver",
            on_change=_take,
            args=("giver",),
            disabled=gave,
            help=words("world.giver_counted", values) if gave else None,
        )
    if corpora.list_kinds():
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
        st.info(words("world.no_event" if selection.measure in ROLES else "world.none"), icon=":material/info:")


def _show_map(chart: MapChart, flows: FlowsChart | None, selection: Selection, words: Catalogue) -> None:
    figure = draw_map(chart, marked=selection.codes)
    if flows is not None:
        add_flows(figure, flows, chart.options.view)
    plot = Plot(
        figure=pack_figure(figure.to_json()),
        key="map",
        # The list and the table can be used without seeing or pointing.
        alt=f"{chart.alt} {words('world.also')}",
        file_name=name_file("map", selection.measure, selection.frame),
        full_screen=words("world.full_screen"),
        own_shapes=corpora.find_shapes() is not None,
    )
    show_plot(plot, partial(_take_areas, list(chart.rows["code"])))


def _take_areas(valued: Sequence[str], points: Sequence[Point]) -> None:
    """Keep the area that was clicked, or those with a value inside a box or lasso; the one chosen is let go."""
    selection = read_selection()
    found = dict.fromkeys(code for point in points if (code := _find_code(point)) is not None)
    # A click is one area; of a box or lasso, what has no value is not meant.
    codes = tuple(found) if len(found) == 1 else tuple(code for code in valued if code in found)
    if points:
        choose(replace(selection, codes=() if codes == selection.codes else codes))


def _find_code(point: Point) -> str | None:
    """Return the ISO code of a clicked shape or dot; None for an area of undetermined status."""
    customdata = point.get("customdata")
    code = customdata[0] if isinstance(customdata, list) else point.get("location")
    return str(code) if code in list_place_codes() else None


def _list_rows(chart: MapChart) -> pd.DataFrame:
    return chart.rows[["code", "alpha_2", "name", "value", "rank"]]


def _show_table(chart: MapChart, selection: Selection, words: Catalogue) -> None:
    count = len(chart.rows)
    st.subheader(words("world.count_one" if count == 1 else "world.count", {"count": count}), anchor=False)
    rows, codes = _list_rows(chart)[["rank", "name", "code", "value"]], list(chart.rows["code"])
    # A table a choice: the chosen rows are marked in it, however they were chosen.
    key = f"rows-{'-'.join(selection.codes)}"
    st.dataframe(
        rows,
        hide_index=True,
        key=key,
        on_select=lambda: _take_rows(key, codes),
        selection_mode="multi-row",
        selection_default={"selection": {"rows": [codes.index(code) for code in selection.codes if code in codes]}},
        column_config={
            "rank": st.column_config.NumberColumn(words("world.rank"), width="small"),
            "name": st.column_config.TextColumn(words("world.name")),
            "code": st.column_config.TextColumn(words("world.code"), width="small"),
            "value": st.column_config.ProgressColumn(
                chart.labels.measure, format="%d", min_value=0, max_value=int(rows["value"].max()) if len(rows) else 1
            ),
        },
    )


def _take_rows(key: str, codes: Sequence[str]) -> None:
    """Keep the rows that are marked, and what is chosen without having a row."""
    selection = read_selection()
    rowless = tuple(code for code in selection.codes if code not in codes)
    chosen = (codes[row] for row in st.session_state[key]["selection"]["rows"])
    choose(replace(selection, codes=(*rowless, *chosen)))


def _show_flows(flows: FlowsChart, selection: Selection, words: Catalogue) -> None:
    """Show the flows as a table, what of them has no arc, and the table's file."""
    st.subheader(words("world.flows_title"), anchor=False)
    st.caption(flows.note)
    if flows.rows.empty:
        return
    names = {"giver_name": "flows.giver", "recipient_name": "flows.recipient", "events": "flows.events"}
    columns = {column: flows.look.words(key) for column, key in names.items()}
    st.dataframe(flows.rows[list(columns)].rename(columns=columns), hide_index=True, key="flows-table")
    st.download_button(
        words("world.flows_csv"),
        lambda: write_csv(flows.rows[["giver", *columns, "recipient"]]),
        f"{name_file('flows', selection.language)}.csv",
        "text/csv",
        on_click="ignore",
        key="flows-csv",
        icon=":material/table:",
    )
