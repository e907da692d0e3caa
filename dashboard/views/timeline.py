"""The page *Timeline*: what happened and when, the running totals, and the map and sentences of a span of time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import plotly.graph_objects as go
import streamlit as st

from dashboard import corpora
from dashboard.figures.chart_tables import tabulate_timeline, tabulate_totals
from dashboard.figures.hovers import make_safe
from dashboard.figures.timelines import draw_detail, draw_timeline
from dashboard.parts.accounts import Counting
from dashboard.parts.corrections.documents import show_undated
from dashboard.parts.downloads import Offer, describe_chart, offer_downloads
from dashboard.parts.editing import Edited
from dashboard.parts.filters import make_span, show_filters
from dashboard.parts.listings.events import find_turn, list_events, write_acts
from dashboard.parts.maps.legends import show_legend
from dashboard.parts.maps.span_maps import show_span_map
from dashboard.parts.players import choose_span, find_chosen, is_playing, show_buttons, show_steps
from dashboard.parts.plots import Edges, Plot, Point, pack_chart, show_plot
from dashboard.parts.scopes import name_chart, show_scope
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import History, Look, Span, TimelineChart
from geo.charts.time_steps import STEPS, find_span, find_step, name_span
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where

_SEVERAL = 2
# What happened, a page; while it plays nobody reads to the end of one, and each step is to be small.
_PAGE, _PLAYED_PAGE = 20, 8
_LAST_DAY = date(9999, 12, 31)
_TURNED = "timeline-turned"


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("timeline.title"), anchor=False)
    where, history, chosen = _ask_all(selection), _read_history(selection), find_chosen()
    show_scope(history.events.labels.scope)
    step = (find_step(chosen) if chosen else None) or history.events.step
    steps = corpora.list_eventful(where, step)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="controls"):
        show_filters(words)
        show_buttons(steps, words)
    if not corpora.count_acts(where) and history.totals is None:
        st.info(words("timeline.none"))
        return
    show_steps(steps, _show_span)


def _read_history(selection: Selection) -> History:
    look = Look(selection.language, find_theme())
    return corpora.chart_history(_ask_all(selection), look, selection.totals, cut=not selection.uncut)


def _ask_all(selection: Selection) -> Where:
    """Return the question about all that happened, whenever: the chart shows what lies around a span too."""
    return replace(make_span(selection), since=None, until=None, codes=selection.codes)


def _show_span(chosen: Span | None) -> None:
    """Show the charts with a span marked, and what happened in it."""
    selection = read_selection()
    words, history = read_words(selection.language), _read_history(selection)
    _show_history(history, chosen, words)
    if chosen is not None:
        selection = replace(selection, since=chosen.since, until=chosen.until)
    with st.container(key="timeline-map-and-list"):
        with st.container(key="timeline-map-box"):
            show_span_map(selection, Look(selection.language, find_theme()), words)
        with st.container(key="timeline-list-box"):
            _show_title(selection, chosen, words)
            if chosen is not None:
                _show_detail(chosen, history, selection)
            _show_list(selection, words)
    _show_downloads(history, selection, words)
    if not history.events.rows.empty:
        st.caption(words("timeline.counted", {"measure": history.events.labels.measure}))
    _show_table(history, words)


def _show_history(history: History, chosen: Span | None, words: Catalogue) -> None:
    chart = history.events
    if history.axis is None:
        st.info(words("timeline.no_dates"))
        show_undated(read_selection().document, words)
        return
    alt = chart.alt if history.totals is None else f"{chart.alt} {history.totals.alt}"
    show_legend((group.colour, group.name) for group in chart.groups)
    _show_chart("chart", chart, draw_timeline(chart, history.totals, chosen), alt)
    _show_notes(history, words)
    show_undated(read_selection().document, words)


def _show_notes(history: History, words: Catalogue) -> None:
    """Show which totals are drawn, where there are several to choose from, and what is not drawn."""
    several = history.totals is not None and len(history.measures) >= _SEVERAL
    if several or history.can_cut:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="timeline-options"):
            if history.totals is not None and several:
                _choose_totals(history.measures, history.totals.measure, words)
            if history.can_cut:
                _choose_cut(words)
    # The style sheet shows the one that fits the reader's hand.
    ways = (f'<span class="aa-by-{way}">{make_safe(words(f"timeline.by_{way}"))}</span>' for way in ("mouse", "touch"))
    st.html(f'<p class="aa-ways">{"".join(ways)}</p>')
    if history.events.notes:
        st.caption(" ".join(history.events.notes))


def _choose_cut(words: Catalogue) -> None:
    """Let the reader see the axis of time whole."""
    st.session_state["uncut"] = read_selection().uncut
    st.toggle(words("timeline.uncut"), key="uncut", on_change=_take_cut)


def _take_cut() -> None:
    choose(replace(read_selection(), uncut=st.session_state["uncut"]))


def _show_chart(name: str, chart: TimelineChart, figure: go.Figure, alt: str) -> None:
    packed = pack_chart(figure)
    plot = Plot(packed.figure, f"timeline-{name}", alt, height=packed.height, spans=True)
    show_plot(plot, partial(_take_points, chart), partial(_take_frame, chart))


def _take_points(chart: TimelineChart, points: Sequence[Point]) -> None:
    """Keep the span of the bar or marker that was clicked; a click beside all of them is all time again."""
    days = points[0]["customdata"] if points else None
    if not isinstance(days, list):
        _choose(None)
        return
    first, last = (find_span(date.fromisoformat(day), chart.step) for day in days[:2])
    _choose(first.join(last))


def _take_frame(chart: TimelineChart, edges: Edges) -> None:
    """Keep the span that was framed."""
    low, high = sorted(map(float, edges))
    _choose(chart.axis.find_steps(low, high) if chart.axis else None)


def _choose(span: Span | None) -> None:
    """Keep a span; the same once more is all time again."""
    choose_span(None if span == find_chosen() else span)


def _choose_totals(measures: Mapping[str, str], chosen: str, words: Catalogue) -> None:
    st.session_state["totals"] = chosen
    st.selectbox(
        words("timeline.totals"),
        list(measures),
        format_func=measures.__getitem__,
        key="totals",
        on_change=_take_totals,
        label_visibility="collapsed",
        width=420,
    )


def _take_totals() -> None:
    choose(replace(read_selection(), totals=st.session_state["totals"]))


def _show_detail(chosen: Span, history: History, selection: Selection) -> None:
    """Show the steps of the chart that a span lies in by finer ones, where there are any."""
    around = find_span(chosen.since, history.events.step).join(find_span(chosen.until, history.events.step))
    look = history.events.look
    where = replace(_ask_all(selection), since=around.since, until=around.until)
    chart = corpora.chart_timeline(where, look)
    if chart.rows.empty or STEPS.index(chart.step) >= STEPS.index(history.events.step):
        return
    names = {"span": name_span(around, look), "measure": chart.labels.measure}
    st.caption(" ".join([read_words(selection.language)("timeline.detail", names), *chart.notes]))
    _show_chart("detail", chart, draw_detail(chart, None if chosen == around else chosen), chart.alt)


def _show_title(selection: Selection, chosen: Span | None, words: Catalogue) -> None:
    """Say which span and countries are shown, and how many events there are."""
    count = corpora.count_acts(_ask_span(selection))
    look = Look(selection.language)
    names = [name_span(chosen, look) if chosen else words("timeline.everything")]
    names += [name_place(code, selection.language) for code in selection.codes]
    said = {"span": look.words("list.comma").join(names)}
    st.subheader(words.count("timeline.list", count, said), anchor=False)


def _ask_span(selection: Selection) -> Where:
    """Return the question about what happened in the span, to the countries that are chosen."""
    return replace(make_span(selection), codes=selection.codes)


def _show_list(selection: Selection, words: Catalogue) -> None:
    where = _ask_span(selection)
    turned, after = st.session_state.get(_TURNED, (None, None))
    after = after if turned == where else None
    most = _PLAYED_PAGE if is_playing() else _PAGE
    events = corpora.read_acts(where, after, most)
    with st.container(height=430, border=False, key="timeline-list"):
        st.html(write_acts(events, words) or "<div></div>")
        if events["act"].nunique() == most:
            place = where, find_turn(events, _LAST_DAY)
            st.button(words("timeline.more_events"), key="timeline-more", on_click=_turn, args=place)
        if after is not None:
            st.button(words("timeline.first_events"), key="timeline-first", on_click=_turn, args=(where, None))


def _turn(where: Where, after: tuple[date, str] | None) -> None:
    st.session_state[_TURNED] = where, after


def _show_downloads(history: History, selection: Selection, words: Catalogue) -> None:
    # The file is made outside the session: the corpus that the reader sees is named now.
    where, corpus = _ask_span(selection), corpora.open_shown()
    about = describe_chart(history.events.labels, " ".join(history.events.notes))
    offer_downloads(
        Offer(
            name_chart(selection, "timeline"),
            partial(drawings.draw_timeline, history),
            lambda: list_events(corpus.read_events(where)),
            about,
            counted=Counting("timeline", "events", where),
            edited=Edited("timeline", selection, name_chart(selection, "timeline")),
        ),
        words,
    )


def _show_table(history: History, words: Catalogue) -> None:
    # A table is sent only to who wants it: each step of a playing page is to be small.
    if not st.toggle(words("timeline.counts"), key="timeline-counts"):
        return
    if not history.events.rows.empty:
        st.dataframe(tabulate_timeline(history.events, words), hide_index=True, key="timeline-table")
    if history.totals is not None:
        st.dataframe(tabulate_totals(history.totals, words), hide_index=True, key="timeline-totals-table")
