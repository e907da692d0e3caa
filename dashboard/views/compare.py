"""The page *Compare*: a measure as bars in parts, or as small maps, by what the reader chooses."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.chart_tables import tabulate_stacks
from dashboard.figures.hovers import shorten
from dashboard.figures.stacked_bars import Marked, draw_stacks, list_bars
from dashboard.parts.accounts import Counting
from dashboard.parts.compare.bar_choices import show_bar_choices, show_map_choices, show_two_choices
from dashboard.parts.compare.bar_sentences import show_behind, show_way
from dashboard.parts.compare.comparisons import choose_part, find_layout, find_marked, make_bars_where
from dashboard.parts.compare.kinds import chart_shown, offer_bars_kind, show_bars_kind, show_sides_kind
from dashboard.parts.compare.side_choices import find_sides
from dashboard.parts.compare.small_maps import chart_small_maps, show_small_maps
from dashboard.parts.compare.two_maps import chart_sides, show_two_maps
from dashboard.parts.downloads import Offer, describe_chart, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.filters import clear_all, make_span
from dashboard.parts.maps.legends import show_legend
from dashboard.parts.maps.proportions import find_per
from dashboard.parts.measures import read_measure
from dashboard.parts.plots import Packed, Plot, Point, pack_chart, show_plot
from dashboard.parts.scopes import name_chart, show_scope
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import escape_markdown, read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import Labels, Layout, Look, Measure, Per, StacksChart, counts_events, list_per
from geo.charts.chart_kinds import Asked, list_keys
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where

_LONGEST = 60
# More rows would weigh on every click; the files have them all.
_MOST_TABLED = 200
# The table is drawn anew once something was clicked: the browser's own mark of the choice goes with the old one.
_CLICKS = "compare-clicks"


class _Asked(NamedTuple):
    """The question of the bars, which is answered, drawn and tabulated once."""

    measure: Measure
    where: Where
    layout: Layout
    look: Look
    per: Per | None


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words, look = read_words(selection.language), Look(selection.language, find_theme())
    head = st.container()
    if selection.figure == "maps":
        maps = chart_small_maps(selection, look)
        show_map_choices(maps, words)
        show_small_maps(maps, selection, words)
        labels = maps.labels
    elif selection.figure == "two" or selection.figure in list_keys("sides"):
        labels = _show_two(selection, look, words)
    else:
        labels = _show_bars(selection, look, words)
    with head:
        st.title(escape_markdown(labels.title), anchor=False)
        show_scope(labels.scope)


def _show_two(selection: Selection, look: Look, words: Catalogue) -> Labels:
    """Show two maps with their controls, table and files; return what is to be said over them."""
    sides = find_sides(selection)
    if sides is None:
        show_two_choices(None, None, words)
        st.info(words("two.no_sides"), icon=":material/info:")
        return Labels(words("page.compare"), "", "")
    chart, maps = chart_sides(selection, sides, look), selection.figure == "two"
    show_two_choices(chart, sides, words, maps=maps)
    if chart.rows.empty:
        st.info(words("two.empty"), icon=":material/info:")
    show = show_two_maps if maps else show_sides_kind
    show(chart, selection, sides, words)
    return chart.labels


def _show_bars(selection: Selection, look: Look, words: Catalogue) -> Labels:
    """Show the bars with their controls, table and files; return what is to be said over them."""
    layout = find_layout(selection)
    where, per = make_bars_where(selection, layout.rows, layout.parts), find_per(selection, list_per(layout.rows))
    asked = _Asked(read_measure(selection), where, layout, look, per)
    chart = corpora.chart_stacks(*asked)
    show_bar_choices(chart, words)
    if chart.rows.empty:
        _show_nothing(selection, words)
        return chart.labels
    if per is not None:
        st.caption(f"**{escape_markdown(chart.labels.measure)}**")
    show_way(chart, selection, words)
    if selection.figure == "bars":
        _show_legend(chart)
        _show_chart(chart, _draw_bars(asked, find_marked(selection, layout)), words)
        show_behind(chart, selection, words)
        _show_downloads(chart, selection, words)
    else:
        shown = chart_shown(selection, Asked(asked.measure, where, look, layout, per=per))
        show_bars_kind(shown, chart, selection, words)
        show_behind(chart, selection, words)
        offer_bars_kind(shown, words)
    _show_table(chart, _tabulate_bars(asked), words)
    return chart.labels


def _show_legend(chart: StacksChart) -> None:
    parts = list_bars(chart)
    if parts[0].key:
        show_legend((part.colour, shorten(part.name, _LONGEST)) for part in parts)


@answered_once(64)
def _draw_bars(asked: _Asked, marked: Marked) -> Packed:
    return pack_chart(draw_stacks(corpora.chart_stacks(*asked), marked))


@answered_once(64)
def _tabulate_bars(asked: _Asked) -> pd.DataFrame:
    return tabulate_stacks(corpora.chart_stacks(*asked), read_words(asked.look.language))


def _show_nothing(selection: Selection, words: Catalogue) -> None:
    """Say why there are no bars, and offer the way out."""
    if make_span(selection) != make_span(Selection()) or selection.codes:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(words("world.none_chosen"), icon=":material/filter_alt:")
            st.button(words("filters.clear"), key="clear-empty", on_click=clear_all)
    else:
        st.info(
            words("world.no_event" if counts_events(read_measure(selection)) else "world.none"), icon=":material/info:"
        )


def _show_chart(chart: StacksChart, bars: Packed, words: Catalogue) -> None:
    plot = Plot(bars.figure, "compare", chart.alt, height=bars.height)
    with st.container(key="stacks-box"):
        show_plot(plot, partial(_take_part, chart))
    st.caption(" ".join([words("compare.choose"), *chart.notes]))


def _take_part(chart: StacksChart, points: Sequence[Point]) -> None:
    """Keep the bar, and the part of it, that was clicked."""
    told = points[0]["customdata"] if points else None
    if isinstance(told, list):
        st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
        choose(choose_part(read_selection(), chart, *told[:2]))


def _show_downloads(chart: StacksChart, selection: Selection, words: Catalogue) -> None:
    layout = chart.layout
    parts = None if layout.parts == "none" else layout.parts
    name = name_chart(selection, "compare", read_measure(selection), layout.rows, parts)
    about = describe_chart(chart.labels, " ".join(chart.notes))
    draw, shapes = partial(drawings.draw_stacks, chart), layout.rows == "country"
    where = make_bars_where(selection, layout.rows, layout.parts)
    counted = Counting("bars", read_measure(selection), where)
    edited = Edited("bars", selection, name)
    offer = Offer(name, draw, lambda: tabulate_bars(chart), about, shapes=shapes, counted=counted, edited=edited)
    offer_downloads(offer, words)


def tabulate_bars(chart: StacksChart) -> pd.DataFrame:
    """Return the table that is handed over: a country's or region's code is called `code`."""
    coded = chart.layout.rows in ("country", "region")
    return chart.tabulate().rename(columns={"key": "code" if coded else chart.layout.rows})


def _show_table(chart: StacksChart, table: pd.DataFrame, words: Catalogue) -> None:
    """Show all bars as a table; a row chosen there is the bar chosen."""
    keys, key = list(chart.rows["key"]), f"compare-rows-{st.session_state.get(_CLICKS, 0)}"
    with st.expander(words("compare.bars_table")):
        if len(table) > _MOST_TABLED:
            st.caption(words("compare.tabled", {"shown": _MOST_TABLED, "count": f"{len(table):,}"}))
        st.dataframe(
            table.head(_MOST_TABLED),
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
