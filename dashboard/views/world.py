"""The page *World*: which countries and areas the documents name, and the sentences that name them."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.frames import FRAMES
from dashboard.figures.maps import configure_map, draw_map
from dashboard.parts.downloads import name_file, offer_downloads, write_csv
from dashboard.parts.filters import make_where
from dashboard.parts.selection import MEASURES, Selection, choose, read_selection
from dashboard.parts.sentences import show_sentences
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import Look, MapChart
from geo.places import list_place_codes, name_place
from geo.wordings import Catalogue


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("world.title"), anchor=False)
    _show_controls(selection, words)
    where = make_where(selection)
    chart = corpora.chart_countries(selection.measure, where, Look(selection.language, find_theme()))
    if chart.rows.empty:
        st.info(words("world.none"))
    with st.container(key="map-and-evidence"):
        with st.container(key="map-box"):
            _show_map(chart, selection)
        with st.container(key="evidence-box"):
            if selection.codes:
                show_sentences(selection.codes[0], replace(where, without=()), words)
        with st.container(key="below-box"):
            _show_downloads(chart, selection, words)
            st.caption(chart.note)
            _show_table(chart, selection, words)


def _show_downloads(chart: MapChart, selection: Selection, words: Catalogue) -> None:
    # The printed map shows the whole world, whatever part of it the page shows.
    name = name_file("map", selection.measure, selection.language)
    offer_downloads(name, lambda ending: drawings.draw_map(chart, ending), lambda: write_csv(_list_rows(chart)), words)


def _show_controls(selection: Selection, words: Catalogue) -> None:
    """Show the filters; each writes the reader's choice before the page is drawn again."""
    st.session_state.update({"measure": selection.measure, "frame": selection.frame, "giver": selection.giver})
    st.session_state["code"] = selection.codes[0] if selection.codes else None
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        st.segmented_control(
            words("world.measure"),
            MEASURES,
            format_func=lambda measure: words(f"world.{measure}"),
            key="measure",
            required=True,
            on_change=_take_controls,
        )
        st.selectbox(
            words("world.frame"),
            FRAMES,
            format_func=lambda frame: words(f"frame.{frame}"),
            key="frame",
            on_change=_take_controls,
            width=190,
        )
        _show_places(selection.language, words)
        giver = corpora.find_giver()
        if giver is not None:
            name = name_place(giver, selection.language)
            st.toggle(words("world.giver", {"name": name}), key="giver", on_change=_take_controls)


def _show_places(language: str, words: Catalogue) -> None:
    """Show the list of all countries and areas, with search, in the order of the reader's language."""
    st.selectbox(
        words("world.choose"),
        sorted(list_place_codes(), key=lambda code: name_place(code, language)),
        format_func=lambda code: name_place(code, language),
        index=None,
        placeholder=words("world.choose_none"),
        key="code",
        on_change=_take_controls,
        width=270,
    )


def _take_controls() -> None:
    state = st.session_state
    choose(
        replace(
            read_selection(),
            measure=state["measure"],
            frame=state["frame"],
            codes=(state["code"],) if state["code"] else (),
            giver=state.get("giver", False),
        )
    )


def _show_map(chart: MapChart, selection: Selection) -> None:
    figure = draw_map(chart, selection.frame, next(iter(selection.codes), None))
    st.plotly_chart(
        figure,
        theme=None,
        height="stretch",
        key=f"map-{selection.frame}",
        on_select=_take_click,
        selection_mode="points",
        config=configure_map(name_file("map", selection.measure, selection.frame)),
        alt=chart.alt,
    )


def _take_click() -> None:
    selection = read_selection()
    points = st.session_state[f"map-{selection.frame}"]["selection"]["points"]
    if points:
        code = _find_code(points[0])
        choose(replace(selection, codes=(code,) if code else ()))


def _find_code(point: Mapping[str, object]) -> str | None:
    """Return the ISO code of a clicked shape or dot; None for an area of undetermined status."""
    customdata = point.get("customdata")
    code = customdata[0] if isinstance(customdata, list) else point.get("location")
    return code if code in list_place_codes() else None


def _list_rows(chart: MapChart) -> pd.DataFrame:
    return chart.rows[["code", "alpha_2", "name", "value", "rank"]]


def _show_table(chart: MapChart, selection: Selection, words: Catalogue) -> None:
    sizes = {"count": len(chart.rows), "documents": len(corpora.read_titles())}
    st.subheader(words("world.count", sizes), anchor=False)
    rows, codes = _list_rows(chart)[["rank", "name", "code", "value"]], list(chart.rows["code"])
    # A table a choice: the chosen row is marked in it, however it was chosen.
    code = next(iter(selection.codes), None)
    key = f"rows-{code}"
    st.dataframe(
        rows,
        hide_index=True,
        key=key,
        on_select=lambda: _take_row(key, codes),
        selection_mode="single-row",
        selection_default={"selection": {"rows": [codes.index(code)] if code in codes else []}},
        column_config={
            "rank": st.column_config.NumberColumn(words("world.rank"), width="small"),
            "name": st.column_config.TextColumn(words("world.name")),
            "code": st.column_config.TextColumn(words("world.code"), width="small"),
            "value": st.column_config.ProgressColumn(
                chart.labels.measure, format="%d", min_value=0, max_value=int(rows["value"].max()) if len(rows) else 1
            ),
        },
    )


def _take_row(key: str, codes: list[str]) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    choose(replace(read_selection(), codes=(codes[chosen[0]],) if chosen else ()))
