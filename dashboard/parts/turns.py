"""Lists that are read page after page: where the reader has turned to, and the buttons that turn."""

from typing import TypeVar, cast

import streamlit as st

from geo.reference.wordings import Catalogue

_Position = TypeVar("_Position")


def find_turned(name: str, question: object, first: _Position) -> _Position:
    """Return where the page of a list begins that the reader has turned to, for this question; `first` of the first."""
    kept = st.session_state.get(f"{name}-page")
    return cast(_Position, kept[1]) if kept is not None and kept[0] == question else first


def show_turns(name: str, question: object, after: object, last: object, words: Catalogue) -> None:
    """Show the buttons to the next page, which begins after `last`, and back to the first; None where there is none."""
    if last is not None:
        st.button(words("search.more"), key=f"{name}-more", on_click=_turn, args=(name, question, last))
    if after is not None:
        st.button(words("search.back"), key=f"{name}-back", on_click=_turn, args=(name, question, None))


def _turn(name: str, question: object, after: object) -> None:
    st.session_state[f"{name}-page"] = (question, after)
