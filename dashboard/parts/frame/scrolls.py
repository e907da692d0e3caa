"""The page goes to the sentence that a link is about; the browser's part is dashboard/static/scroll.js."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.parts.scripts import write_call

# It shows nothing and takes no room.
_STYLE = ".st-key-scroll { position: absolute !important; height: 0; }"


def scroll_to_found(name: str) -> None:
    """Let the browser go to the first mark of class aa-found, once for each name."""
    _mount()(key="scroll", data=name, height=1)


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component(
        "aidatlas_scroll", css=_STYLE, js=write_call("scroll", "scroll"), isolate_styles=False
    )
