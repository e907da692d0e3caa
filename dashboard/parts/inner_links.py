"""Links in HTML from one page of the dashboard to another, which keep the reader's session.

A link is written by write_link with the address of a page, and followed by what follow_links brings to every page.
"""

import html
from collections.abc import Callable, Mapping
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from dashboard.parts.selection import Selection, spell_address

_CALL = """export default async function (component) {
  const { follow } = await import(new URL("/app/static/links.js", location.origin).href);
  return follow(component);
}"""
# It shows nothing and takes no room.
_STYLE = ".st-key-inner-links { position: absolute !important; height: 0; }"
_KEY, _OPENED = "inner-links", "inner-link-opened"


def write_link(page: str, selection: Selection, label: str, kind: str = "", said: str = "") -> str:
    """Return a link to a page with a choice as HTML; `label` is HTML, `kind` a class of its look.

    `said` is what a screen reader says in place of the label.
    """
    address = html.escape(f"{page}?{urlencode(spell_address(selection))}".rstrip("?"))
    named = f' aria-label="{html.escape(said)}"' if said else ""
    return f'<a class="aa-open {kind}" href="{address}" target="_self"{named}>{label}</a>'


def follow_links(pages: Mapping[str, st.Page]) -> None:
    """Let the browser tell of links that are clicked, and go where the reader has clicked."""
    opened = st.session_state.pop(_OPENED, None)
    if isinstance(opened, str):
        address = urlsplit(opened)
        if address.path in pages:
            st.switch_page(pages[address.path], query_params=dict(parse_qsl(address.query)))
    _mount()(key=_KEY, height=1, on_opened_change=_take)


def open_page(page: str, selection: Selection) -> None:
    """Go to a page with a choice, as soon as the page that is shown is drawn again."""
    st.session_state[_OPENED] = f"{page}?{urlencode(spell_address(selection))}"


def _take() -> None:
    st.session_state[_OPENED] = st.session_state[_KEY].get("opened")


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component("aidatlas_links", css=_STYLE, js=_CALL, isolate_styles=False)
