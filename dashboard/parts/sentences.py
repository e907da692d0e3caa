"""The panel of sentences that name a code, page after page."""

from dataclasses import replace

import streamlit as st

from dashboard import corpora
from dashboard.parts.evidence import write_sentences
from dashboard.parts.selection import choose, read_selection
from geo.corpus import Position, Where, find_position
from geo.places import name_place
from geo.wordings import Catalogue

_PAGE = 20
_HEIGHT = 470


def show_sentences(code: str, where: Where, words: Catalogue) -> None:
    """Show the sentences that name a code, the mentions marked, with a way on and a way to clear the choice."""
    name = name_place(code, words.language)
    st.subheader(words("evidence.title", {"name": name}), anchor=False)
    after = _find_page(code)
    sentences = corpora.read_sentences(code, where, after)
    with st.container(horizontal=True, vertical_alignment="center"):
        count = corpora.count_sentences(code, where)
        said = "evidence.found_one" if count == 1 else "evidence.found" if count else "evidence.nothing"
        st.caption(words(said, {"count": count, "name": name}))
        st.button(words("evidence.clear"), on_click=_clear, key="clear", icon=":material/close:")
    with st.container(height=_HEIGHT, border=False, key="sentences"):
        st.html(write_sentences(sentences, words))
        if len(sentences) == _PAGE:
            last = find_position(sentences.iloc[-1].to_dict())
            st.button(words("evidence.more"), on_click=_turn, args=(code, last), key="more")
        if after is not None:
            st.button(words("evidence.back"), on_click=_turn, args=(code, None), key="back")


def _find_page(code: str) -> Position | None:
    """Return where the page of sentences begins that the reader has turned to, for this code."""
    kept = st.session_state.get("page")
    return kept[1] if kept is not None and kept[0] == code else None


def _turn(code: str, after: Position | None) -> None:
    st.session_state["page"] = (code, after)


def _clear() -> None:
    choose(replace(read_selection(), codes=()))
