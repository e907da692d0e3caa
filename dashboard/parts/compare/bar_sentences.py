"""What stands behind a bar of the page *Compare*: the acts it counts with their sentences, or the sentences that name."""

import html
from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_visible, shorten
from dashboard.parts.compare.comparisons import find_marked
from dashboard.parts.evidence import write_sentences
from dashboard.parts.filters import make_where
from dashboard.parts.listings.events import find_turn, write_acts
from dashboard.parts.selection import Selection
from dashboard.parts.turns import find_turned, show_turns
from geo.charts import Look, StacksChart, counts_events
from geo.reference.places import list_place_codes
from geo.reference.wordings import Catalogue
from geo.store.corpus import Position, Where, find_position

_PAGE_OF_ACTS = 10
_PAGE_OF_SENTENCES = 20  # as corpora.read_sentences gives them
_LAST_DAY = date(9999, 12, 31)
_LONGEST = 80
_PLACE = "aa-behind"


def show_behind(chart: StacksChart, selection: Selection, words: Catalogue) -> None:
    """Show the sentences behind the bar, or the part of one, that the reader has chosen; nothing where none is."""
    names = _name_chosen(chart, selection)
    if not names:
        return
    said = Look(words.language).words("list.comma").join(shorten(make_visible(name), _LONGEST) for name in names)
    # Streamlit would obey Markdown in a heading.
    st.html(f'<h3 class="aa-behind" id="{_PLACE}">{html.escape(words("behind.title", {"name": said}))}</h3>')
    where = ask_behind(chart, selection)
    with st.container(key="behind"):
        if counts_events(chart.measure):
            _show_acts(where, words)
        else:
            _show_sentences(where, words)


def show_way(chart: StacksChart, selection: Selection, words: Catalogue) -> None:
    """Show a link above the chart to what stands below it of the chosen bar; a long chart hides it."""
    if _name_chosen(chart, selection):
        st.html(f'<a class="aa-open-document" href="#{_PLACE}">{words("behind.below")}</a>')


def _name_chosen(chart: StacksChart, selection: Selection) -> list[str]:
    """Return what the chosen bar and part are called."""
    marked = find_marked(selection, chart.layout)
    rows = dict(zip(chart.rows["key"], chart.rows["name"], strict=True))
    parts = {part.key: part.name for part in chart.parts}
    known = [rows.get(marked.row or ""), parts.get(marked.part or "")]
    return [str(name) for name in known if name]


def ask_behind(chart: StacksChart, selection: Selection) -> Where:
    """Return the question about what the bar counts: countries and areas alone, and not the giver left out."""
    where = make_where(selection)
    if not counts_events(chart.measure):
        return replace(where, codes=selection.codes)
    counted = tuple(code for code in list_place_codes() if code not in where.without)
    return replace(where, codes=selection.codes or counted, without=())


def _show_acts(where: Where, words: Catalogue) -> None:
    count, first = corpora.count_acts(where), None
    st.caption(words.count("behind.acts", count, {"count": f"{count:,}"}))
    after: tuple[date, str] | None = find_turned("behind", where, first)
    acts = corpora.read_acts(where, after, _PAGE_OF_ACTS)
    st.html(write_acts(acts, words) or f"<div>{words('behind.none')}</div>")
    full = acts["act"].nunique() == _PAGE_OF_ACTS
    with st.container(horizontal=True):
        show_turns("behind", where, after, find_turn(acts, _LAST_DAY) if full else None, words)


def _show_sentences(where: Where, words: Catalogue) -> None:
    count, first = corpora.count_sentences(None, where), None
    st.caption(words.count("behind.sentences", count, {"count": f"{count:,}"}))
    after: Position | None = find_turned("behind", where, first)
    rows = corpora.read_sentences(None, where, after)
    st.html(write_sentences(rows, words) or f"<div>{words('behind.none')}</div>")
    last = find_position(rows.iloc[-1].to_dict()) if len(rows) == _PAGE_OF_SENTENCES else None
    with st.container(horizontal=True):
        show_turns("behind", where, after, last, words)
