"""The page *Compare*: a measure as bars in parts, or as small maps, by what the reader chooses."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_visible, shorten
from dashboard.figures.stacks import draw_stacks, list_bars
from dashboard.parts.comparisons import choose_part, find_layout, find_marked, make_bars_where
from dashboard.parts.downloads import Offer, name_file, offer_downloads
from dashboard.parts.filters import FIELDS, Field, clear_all, make_span, show_filters
from dashboard.parts.selection import FIGURES, MEASURES, Selection, choose, read_selection
from dashboard.parts.small_maps import find_each, show_legend, show_small_maps
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from dashboard.views import world
from geo import drawings
from geo.charts import BY_NAME, BY_TOTAL, ROLES, Look, StacksChart, list_each, list_parts, list_rows
from geo.places import name_place
from geo.wordings import Catalogue

_NAMED_FIELDS: tuple[Field, ...] = ("span", "document")
_CONFIG: dict[str, object] = {"displayModeBar": False}
_LONGEST = 60
# A chart is drawn anew once something in it was clicked: the browser's own marks of the choice go with the old one.
_CLICKS = "compare-clicks"


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words, look = read_words(selection.language), Look(selection.language, find_theme())
    title = st.empty()
    if selection.figure == "maps":
        with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
            _show_counted(words)
            _show_choice("each", list_each(selection.measure), find_each(selection), words)
        _show_narrowing(selection, words)
        chart = show_small_maps(selection, look, st.Page(world.show, url_path="world", default=True), words)
    else:
        chart = _show_bars(selection, look, words)
    title.title(chart, anchor=False)


def _show_bars(selection: Selection, look: Look, words: Catalogue) -> str:
    """Show the bars with their controls, table and files; return their title."""
    layout = find_layout(selection)
    where = make_bars_where(selection, layout.rows, layout.parts)
    chart = corpora.chart_stacks(selection.measure, where, layout, look)
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        _show_counted(words)
        _show_choice("rows", list_rows(selection.measure), layout.rows, words)
        _show_choice("parts", list_parts(selection.measure, layout.rows), layout.parts, words)
        _show_scale(chart, words)
        _show_order(chart, words)
    _show_narrowing(selection, words)
    if chart.rows.empty:
        _show_nothing(selection, words)
        return chart.labels.title
    parts = list_bars(chart)
    if len(parts) > 1:
        show_legend((part.colour, shorten(part.name, _LONGEST)) for part in parts)
    _show_chart(chart, selection, words)
    _show_downloads(chart, selection, words)
    _show_table(chart, words)
    return chart.labels.title


def _show_counted(words: Catalogue) -> None:
    """Show what is counted, and as what it is shown."""
    selection = read_selection()
    for name, values, section in (("measure", MEASURES, "world"), ("figure", FIGURES, "compare")):
        st.session_state[name] = getattr(selection, name)
        st.segmented_control(
            words(f"{section}.{name}"),
            values,
            format_func=partial(_name_value, words, section),
            key=name,
            required=True,
            wrap=True,
            on_change=_take,
            args=(name,),
        )


def _name_value(words: Catalogue, section: str, value: str) -> str:
    return words(f"{section}.{value}")


def _show_choice(name: str, offered: tuple[str, ...], chosen: str, words: Catalogue) -> None:
    """Show what bars, parts or maps can stand for."""
    st.session_state[name] = chosen
    st.selectbox(
        words(f"compare.{name}"),
        offered,
        format_func=partial(_name_value, words, "compare"),
        key=name,
        on_change=_take,
        args=(name,),
        width=180,
    )


def _show_scale(chart: StacksChart, words: Catalogue) -> None:
    st.session_state["scale"] = "share" if chart.shares else "number"
    st.segmented_control(
        words("compare.scale"),
        ("number", "share"),
        format_func=partial(_name_value, words, "compare"),
        key="scale",
        required=True,
        disabled=len(chart.parts) < 2 or not chart.stacked,
        on_change=_take_scale,
    )


def _show_order(chart: StacksChart, words: Catalogue) -> None:
    by_date = chart.layout.rows == "month"
    names = {
        BY_TOTAL: words("compare.sort_total"),
        BY_NAME: words("compare.sort_month" if by_date else "compare.sort_name"),
    }
    parts = chart.parts if len(chart.parts) > 1 and chart.stacked else ()
    names |= {part.key: words("compare.sort_part", {"name": make_visible(part.name)}) for part in parts}
    first = BY_NAME if by_date else BY_TOTAL
    st.session_state["sort"] = chart.layout.sort if chart.layout.sort in names else first
    st.selectbox(
        words("compare.sort"),
        list(names),
        format_func=lambda key: names.get(key, key),
        key="sort",
        on_change=_take,
        args=("sort",),
        width=220,
    )


def _show_narrowing(selection: Selection, words: Catalogue) -> None:
    """Show the switch for the giver, and the filters."""
    giver, gave = corpora.find_giver(), selection.measure == "gave"
    with st.container(horizontal=True, vertical_alignment="center", key="narrowing"):
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
        show_filters(words, FIELDS if selection.measure in ROLES else _NAMED_FIELDS)
        if selection.codes:
            _show_codes(selection, words)


def _show_codes(selection: Selection, words: Catalogue) -> None:
    names = [name_place(code, selection.language) for code in selection.codes]
    said = Look(selection.language).words("list.comma").join(names)
    st.caption(words("compare.chosen", {"names": shorten(said, _LONGEST)}))


def _take(name: str) -> None:
    """Keep what a control says; an order by a part goes with the parts."""
    taken: dict[str, object] = {name: st.session_state[name]}
    if name in ("rows", "parts", "measure"):
        taken["sort"] = None
    choose(replace(read_selection(), **taken))  # type: ignore[arg-type]


def _take_scale() -> None:
    choose(replace(read_selection(), share=st.session_state["scale"] == "share"))


def _show_nothing(selection: Selection, words: Catalogue) -> None:
    """Say why there are no bars, and offer the way out."""
    if make_span(selection) != make_span(Selection()) or selection.codes:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(words("world.none_chosen"), icon=":material/filter_alt:")
            st.button(words("filters.clear"), key="clear-empty", on_click=clear_all)
    else:
        st.info(words("world.no_event" if selection.measure in ROLES else "world.none"), icon=":material/info:")


def _show_chart(chart: StacksChart, selection: Selection, words: Catalogue) -> None:
    key = f"compare-{st.session_state.get(_CLICKS, 0)}"
    with st.container(key="stacks-box"):
        st.plotly_chart(
            draw_stacks(chart, find_marked(selection, chart.layout)),
            theme=None,
            key=key,
            on_select=lambda: _take_part(key, chart),
            selection_mode="points",
            config=_CONFIG,
            alt=chart.alt,
        )
    st.caption(" ".join([words("compare.choose"), *chart.notes]))


def _take_part(key: str, chart: StacksChart) -> None:
    """Keep the bar, and the part of it, that was clicked."""
    points = st.session_state[key]["selection"]["points"]
    if points:
        st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
        row, part = points[0]["customdata"][:2]
        choose(choose_part(read_selection(), chart, row, part))


def _show_downloads(chart: StacksChart, selection: Selection, words: Catalogue) -> None:
    layout = chart.layout
    parts = None if layout.parts == "none" else layout.parts
    name = name_file("compare", selection.measure, layout.rows, parts, selection.language)
    about = {"title": chart.labels.title, "source": chart.labels.source, "note": " ".join(chart.notes)}
    table, shapes = list_rows_of(chart), layout.rows == "country"
    offer_downloads(Offer(name, partial(drawings.draw_stacks, chart), lambda: table, about, shapes=shapes), words)


def list_rows_of(chart: StacksChart) -> pd.DataFrame:
    """Return the table that is handed over: a country's or region's code is called `code`."""
    coded = chart.layout.rows in ("country", "region")
    return chart.tabulate().rename(columns={"key": "code" if coded else chart.layout.rows})


def _show_table(chart: StacksChart, words: Catalogue) -> None:
    """Show all bars as a table; a row chosen there is the bar chosen."""
    keys, key = list(chart.rows["key"]), f"compare-rows-{st.session_state.get(_CLICKS, 0)}"
    table = chart.tabulate()
    names: Mapping[str, str] = {
        "key": words("compare.code"),
        "name": words(f"compare.{chart.layout.rows}"),
        "total": words("compare.total"),
    }
    coded = chart.layout.rows in ("country", "region")
    with st.expander(words("compare.bars_table")):
        st.dataframe(
            (table if coded else table.drop(columns="key")).rename(columns=names),
            hide_index=True,
            key=key,
            on_select=lambda: _take_row(key, keys, chart),
            selection_mode="single-row",
        )


def _take_row(key: str, keys: list[str], chart: StacksChart) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
        choose(choose_part(read_selection(), chart, keys[rows[0]], ""))
