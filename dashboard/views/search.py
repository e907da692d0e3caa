"""The page *Search*: the sentences that have some words or name something, and the names that were not coded."""

from dataclasses import replace

import streamlit as st

from dashboard.choices.addresses import SOUGHT
from dashboard.parts.filters import NAMED_FIELDS, make_span, show_filters
from dashboard.parts.listings.found_sentences import show_found
from dashboard.parts.listings.left_out import count_left_out, show_left_out
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import read_words
from geo.reference.wordings import Catalogue
from geo.store.corpus import MOST_CHARACTERS, Where


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    where = replace(make_span(selection), themes=(), events=())
    st.title(words("search.title"), anchor=False)
    _show_query(selection, words)
    with st.container(horizontal=True, vertical_alignment="center", key="narrowing"):
        _show_sought(selection, where, words)
        show_filters(words, NAMED_FIELDS)
    if selection.sought == "left_out":
        show_left_out(where, selection.reason, words)
    elif selection.query and selection.query.strip():
        show_found(selection.query, where, words)
    else:
        st.caption(words("search.begin"))


def _show_query(selection: Selection, words: Catalogue) -> None:
    """Show the field for the words; they are taken on Enter."""
    st.session_state["query"] = selection.query or ""
    st.text_input(
        words("search.query"),
        key="query",
        placeholder=words("search.example"),
        # One more, so that what is too long is told and not cut.
        max_chars=MOST_CHARACTERS + 1,
        icon=":material/search:",
        on_change=_take_query,
    )


def _take_query() -> None:
    choose(replace(read_selection(), query=st.session_state["query"].strip() or None, sought="sentences"))


def _show_sought(selection: Selection, where: Where, words: Catalogue) -> None:
    labels = {
        "sentences": words("search.sentences"),
        "left_out": words("search.left_out", {"count": f"{count_left_out(where):,}"}),
    }
    st.session_state["sought"] = selection.sought
    st.segmented_control(
        words("search.choose_sought"),
        SOUGHT,
        format_func=labels.__getitem__,
        key="sought",
        required=True,
        label_visibility="collapsed",
        on_change=_take_sought,
    )


def _take_sought() -> None:
    choose(replace(read_selection(), sought=st.session_state["sought"]))
