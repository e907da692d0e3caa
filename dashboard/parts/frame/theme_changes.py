"""The page follows the reader's theme: it is drawn again when that changes, for charts have their colours from here."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.parts.scripts import write_call
from dashboard.theme import find_theme

# It shows nothing and takes no room.
_STYLE = ".st-key-theme { position: absolute !important; height: 0; }"


def follow_theme() -> None:
    """Let the browser ask for the page again when the reader turns to another theme."""
    _mount()(key="theme", data=find_theme(), height=1, on_turned_change=lambda: None)


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component(
        "aidatlas_theme", css=_STYLE, js=write_call("theme", "watch"), isolate_styles=False
    )
