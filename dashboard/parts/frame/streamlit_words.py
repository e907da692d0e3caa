"""What Streamlit words itself, in the reader's language: menus, hints and the names of its buttons.

Where Streamlit has no setting for its words, the browser puts those of the catalogue in their place
(dashboard/static/streamlit_words.js).
"""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.parts.scripts import write_call
from geo.reference.wordings import find_direction, read_catalogue

# It shows nothing and takes no room.
_STYLE = ".st-key-streamlit-words { position: absolute !important; height: 0; }"


def translate_streamlit(language: str) -> None:
    """Put Streamlit's own words into a language, English they are, and let the page run as its writing does."""
    words = read_catalogue("streamlit", language).words
    own = {english: said for english, said in words.items() if said != english}
    direction = find_direction(language)
    if own or direction == "rtl":
        data = {"language": language, "direction": direction, "words": own}
        _mount()(key="streamlit-words", data=data, height=1)


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component(
        "aidatlas_streamlit_words", css=_STYLE, js=write_call("streamlit_words", "speak"), isolate_styles=False
    )
