"""The button that copies a chart's picture to the clipboard.

The picture is made by the server when the button is clicked; the browser holds its place in the clipboard with a
promise meanwhile, as it lets a page write there only on a click.
"""

from collections.abc import Callable

import streamlit as st

from dashboard.parts.scripts import write_call
from geo.reference.wordings import Catalogue

_button = st.components.v2.component("aidatlas_copy", js=write_call("copy", "show"))


@st.fragment
def offer_copy(name: str, draw: Callable[[], str], words: Catalogue) -> None:
    """Show a button that copies a picture; `draw` returns the PNG in Base64 when it is asked for."""
    asked = f"{name}-copy-asked"

    def take() -> None:
        st.session_state[asked] = True

    picture = draw() if st.session_state.pop(asked, False) else None
    said = {key: words(f"download.{key}") for key in ("copy", "copied", "not_copied")}
    _button(
        key=f"{name}-copy",
        data={"label": said["copy"], "done": said["copied"], "failed": said["not_copied"], "picture": picture},
        on_asked_change=take,
    )
