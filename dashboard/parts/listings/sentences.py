"""The panel of sentences behind the chosen countries and areas, one at a time, page after page."""

from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.parts.evidence import write_sentences
from dashboard.parts.listings.rows import open_rows
from dashboard.parts.selection import choose, read_selection
from dashboard.parts.words import read_words
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue
from geo.store.corpus import Position, Where, find_position

_PAGE = 20
_HEIGHT = 470
_MOST_PILLS = 5
_SHOWN, _TURNED = "sentences-of", "sentences-page"


class _Page(NamedTuple):
    """A page of sentences as HTML, and where it ends if it is full: more may follow."""

    html: str
    last: Position | None


def show_sentences(codes: tuple[str, ...], where: Where, words: Catalogue) -> None:
    """Show the sentences behind one of the chosen codes, the mentions marked, and a way to the others.

    Where `where` has roles, they are the sentences that tell of such events, each with its kind, role and date; where it
    has a figure, those that state it of the code.
    """
    code = _choose_shown(codes, words)
    name = name_place(code, words.language)
    st.subheader(words("evidence.title", {"name": name}), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_count(code, where, words))
        st.button(words("rows.open"), on_click=open_rows, args=(code,), key="rows-open", icon=":material/table_rows:")
        st.button(words("evidence.clear"), on_click=_clear, key="clear", icon=":material/close:")
    after = _find_page(code, where)
    page = _write_page(code, where, after, words.language)
    if not page.html:
        return
    with st.container(height=_HEIGHT, border=False, key="sentences"):
        st.html(page.html)
        if page.last is not None:
            st.button(words("evidence.more"), on_click=_turn, args=(code, where, page.last), key="more")
        if after is not None:
            st.button(words("evidence.back"), on_click=_turn, args=(code, where, None), key="back")


@answered_once(256)
def _write_page(code: str, where: Where, after: Position | None, language: str) -> _Page:
    """Return a page of sentences as HTML; empty where there is none."""
    sentences = corpora.read_sentences(code, where, after)
    last = find_position(sentences.iloc[-1].to_dict()) if len(sentences) == _PAGE else None
    return _Page(write_sentences(sentences, read_words(language)), last)


def show_first(code: str) -> None:
    """Let the panel show the sentences of this code, where several are chosen."""
    st.session_state[_SHOWN] = code


def _choose_shown(codes: tuple[str, ...], words: Catalogue) -> str:
    """Return the code whose sentences are shown; of several the reader picks one."""
    if len(codes) == 1:
        return codes[0]
    if st.session_state.get(_SHOWN) not in codes:
        st.session_state[_SHOWN] = codes[0]
    label = words("evidence.of", {"count": len(codes)})
    names = {code: name_place(code, words.language) for code in codes}
    if len(codes) <= _MOST_PILLS:
        st.pills(label, codes, format_func=names.__getitem__, key=_SHOWN, required=True)
    else:
        st.selectbox(label, codes, format_func=names.__getitem__, key=_SHOWN)
    return str(st.session_state[_SHOWN])


def _count(code: str, where: Where, words: Catalogue) -> str:
    """Return in words how many sentences there are."""
    count, topic = corpora.count_sentences(code, where), _find_topic(where)
    if count:
        return words.count(f"evidence.{topic}", count)
    return words(f"evidence.{topic}_none", {"name": name_place(code, words.language)})


def _find_topic(where: Where) -> str:
    """Return what the sentences do: state a figure, tell of an event, or name a place."""
    if where.figure:
        return "stated"
    return "told" if where.roles else "found"


def _find_page(code: str, where: Where) -> Position | None:
    """Return where the page of sentences begins that the reader has turned to, for this code and question."""
    kept = st.session_state.get(_TURNED)
    return kept[1] if kept is not None and kept[0] == (code, where) else None


def _turn(code: str, where: Where, after: Position | None) -> None:
    st.session_state[_TURNED] = ((code, where), after)


def _clear() -> None:
    choose(replace(read_selection(), codes=()))
