"""The front page: what this corpus is, what it shows in a sentence, a map and a bar, and where it is in doubt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.hovers import make_safe
from dashboard.parts.breakdowns import chart_stated, find_rows
from dashboard.parts.filters import make_where
from dashboard.parts.front_cards import write_breakdown, write_cards
from dashboard.parts.inner_links import open_page, write_link
from dashboard.parts.maps.clicks import find_areas
from dashboard.parts.maps.world_maps import pack_map
from dashboard.parts.measures import read_measure
from dashboard.parts.plots import Plot, Point, show_plot
from dashboard.parts.selection import Selection, read_selection
from dashboard.parts.words import escape_markdown, read_words
from dashboard.theme import find_theme
from geo.base.periods import parse_period
from geo.charts import (
    Look,
    MapChart,
    MapOptions,
    choose_leading_breakdown,
    write_breakdown_headline,
    write_map_headline,
    write_named_headline,
)
from geo.charts.time_steps import Span, name_span
from geo.reference.language_names import name_language
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where


class _Front(NamedTuple):
    """What the page says: its headline, and as HTML what the corpus is, the bar beside the map, the cards below."""

    headline: str
    about: str
    aside: str
    cards: str


def show() -> None:
    """Draw the page."""
    look = Look(read_selection().language, find_theme())
    selection = Selection(language=look.language)
    front = _write_front(selection, look)
    words = read_words(selection.language)
    st.html(f'<p class="aa-brand"><b>{words("app.name")}</b> {make_safe(words("app.about"))}</p>')
    with st.container(key="front-head"):
        st.title(escape_markdown(front.headline), anchor=False)
    st.html(front.about)
    with st.container(key="front-main"):
        with st.container(key="front-map"):
            _show_map(selection, look, words)
        with st.container(key="front-aside"):
            st.html(front.aside)
    st.html(front.cards)


@answered_once(16)
def _write_front(selection: Selection, look: Look) -> _Front:
    words, found, sums = read_words(selection.language), corpora.read_breakdowns(), corpora.read_sums()
    chart = _chart_map(selection, look)
    leading = choose_leading_breakdown(found, sums)
    if leading is None:
        headline, aside = write_map_headline(chart), f'<p class="aa-about">{make_safe(words("front.no_breakdown"))}</p>'
    else:
        parts = chart_stated(leading, look)
        headline = write_breakdown_headline(find_rows(leading), parts, corpora.list_subjects())
        aside = write_breakdown(parts, leading, words)
    about = f'<p class="aa-corpus">{make_safe(" · ".join(_describe_corpus(look, words)))}</p>'
    totals = corpora.chart_history(Where(), look, None).totals
    return _Front(_write_named(look) or headline, about, aside, write_cards(look, totals, words))


def _write_named(look: Look) -> str:
    """Return how many countries or areas the leading subject's measures have; empty where it says no headline of them."""
    subjects = corpora.list_subjects()
    return write_named_headline(subjects[0], corpora.count_measured(), look) if subjects else ""


def _describe_corpus(look: Look, words: Catalogue) -> list[str]:
    """Return how many documents there are, from when to when, in which languages and from which outlets."""
    summary = corpora.summarise()
    comma = look.words("list.comma")
    known = [look.words.count("source.documents", summary.documents, {"count": f"{summary.documents:,}"})]
    if summary.since and summary.until:
        since, until = parse_period(summary.since, summary.until)
        known += [name_span(Span(since, until), look)] if since and until else []
    if summary.languages:
        known.append(comma.join(name_language(code, look.language) for code in summary.languages))
    if summary.outlets:
        named, rest = comma.join(summary.outlets), summary.outlet_count - len(summary.outlets)
        known.append(words.count("front.outlets_more", rest, {"names": named}) if rest > 0 else named)
    return known


def _chart_map(selection: Selection, look: Look) -> MapChart:
    return corpora.chart_countries(read_measure(selection), make_where(selection), look)


def _show_map(selection: Selection, look: Look, words: Catalogue) -> None:
    """Show the map of what the corpus has most of; a click opens the page of the map with that country chosen."""
    chart = _chart_map(selection, look)
    figure = pack_map(read_measure(selection), make_where(selection), MapOptions(), look, (), None)
    link = write_link("world", selection, make_safe(chart.labels.title))
    st.html(f'<h2 class="aa-map-title">{link}</h2>')
    with st.container(key="front-map-box"):
        plot = Plot(
            figure=figure,
            key="front-map-plot",
            alt=chart.alt,
            tools={},
            own_shapes=corpora.find_shapes() is not None,
        )
        show_plot(plot, _open_areas)
    st.caption(escape_markdown(f"{chart.labels.source}. {corpora.find_note(chart.note, look)}"))


def _open_areas(points: Sequence[Point]) -> None:
    codes = find_areas(points)
    if codes:
        open_page("world", replace(Selection(language=read_selection().language), codes=codes))
