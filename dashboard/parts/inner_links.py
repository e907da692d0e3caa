"""Links in HTML from one page of the dashboard to another, which keep the reader's session.

A link is written by write_link with the address of a page, and followed by what follow_links brings to every page.
"""

import html
from collections.abc import Callable
from functools import cache
from urllib.parse import urlencode

import streamlit as st

from dashboard.parts.scripts import write_call
from dashboard.parts.selection import Selection, spell_address

# It shows nothing and takes no room.
_STYLE = ".st-key-inner-links { position: absolute !important; height: 0; }"
_KEY, _WAY = "inner-links", "inner-links-way"


def write_link(page: str, selection: Selection, label: str, kind: str = "", said: str = "") -> str:
    """Return a link to a page with a choice as HTML; `label` is HTML, `kind` a class of its look.

    `said` is what a screen reader says in place of the label.
    """
    named = f' aria-label="{html.escape(said)}"' if said else ""
    return f'<a class="aa-open {kind}" href="{html.escape(_spell(page, selection))}" target="_self"{named}>{label}</a>'


def _spell(page: str, selection: Selection) -> str:
    return f"{page}?{urlencode(spell_address(selection))}".rstrip("?")


def follow_links() -> None:
    """Let the browser follow the links that are clicked, and go where open_page has said."""
    number, address = st.session_state.get(_WAY, (0, None))
    _mount()(key=_KEY, height=1, data={"number": number, "address": address} if address else None)


def open_page(page: str, selection: Selection) -> None:
    """Go to a page with a choice, as soon as the page that is shown is drawn again."""
    st.session_state[_WAY] = (st.session_state.get(_WAY, (0, None))[0] + 1, _spell(page, selection))


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component(
        "aidatlas_links", css=_STYLE, js=write_call("links", "follow"), isolate_styles=False
    )
