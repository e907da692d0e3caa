"""Three steps for who comes the first time, above the page, until the reader closes them: for now or for good.

For good is remembered by the browser (dashboard/static/tour.js); a cookie tells the server, which then sends nothing.
"""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.parts.scripts import write_call
from geo.reference.wordings import Catalogue

_STYLE = """
section {
  display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; padding: .55rem .8rem; margin: .6rem 0 .2rem;
  border: 1px solid var(--st-border-color); border-left: 4px solid var(--st-primary-color); border-radius: .4rem;
  font: .9rem/1.45 var(--st-font); color: var(--st-text-color);
}
section[hidden], button[hidden] { display: none; }
div[role=status] { flex: 1 1 22rem; }
.ways { display: flex; flex-wrap: wrap; gap: .4rem; }
button {
  padding: .25rem .7rem; border: 1px solid var(--st-border-color); border-radius: .4rem; cursor: pointer;
  background: transparent; color: var(--st-text-color); font: inherit;
}
button:hover, .next { border-color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
"""
_SAID = ("title", "about", "start", "next", "back", "done", "close", "never")
_STEPS = ("what", "sentences", "own")
_KEPT, _COOKIE = "tour", "aidatlas-tour"


def show_tour(words: Catalogue) -> None:
    """Show the tour unless the reader has closed it."""
    # The box is there in any case: what stands below keeps its place on the page.
    with st.container(key="tour-box"):
        if is_open():
            steps = [[words(f"tour.{step}"), words(f"tour.{step}_text")] for step in _STEPS]
            said = {name: words(f"tour.{name}") for name in _SAID}
            asked = st.session_state.get(_KEPT) == "asked"
            _mount()(key="tour-card", data={**said, "steps": steps, "asked": asked}, on_closed_change=_close)


def is_open() -> bool:
    """Return whether the tour is to be shown: the reader asked for it, or has not closed it."""
    kept = st.session_state.get(_KEPT)
    return kept == "asked" or (kept is None and st.context.cookies.get(_COOKIE) != "closed")


def offer_tour(words: Catalogue) -> None:
    """Show a button that opens the tour again."""
    st.button(words("tour.again"), key="tour-again", icon=":material/tour:", on_click=_ask)


def _ask() -> None:
    st.session_state[_KEPT] = "asked"


def _close() -> None:
    st.session_state[_KEPT] = "closed"


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component("aidatlas_tour", css=_STYLE, js=write_call("tour", "show"))
