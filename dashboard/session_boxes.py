"""Boxes that a session keeps its reader's own things in, and that are emptied when it ends.

What else lies in st.session_state stays in memory then until the collector comes by, and never goes where it was set apart
as loaded for good (corpora.keep_loaded).
"""

from collections.abc import Hashable

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Box = dict[Hashable, object]


def keep_box(name: str) -> Box:
    """Return the session's box of a name, an empty one where there was none."""
    box: Box = st.session_state.setdefault(name, {})
    # Without a session there is none whose end could be told.
    return _empty_at_end(name, id(box), box) if get_script_run_ctx(suppress_warning=True) else box


def find_box(name: str) -> Box | None:
    """Return the session's box of a name; None where there is none."""
    box: Box | None = st.session_state.get(name)
    return box


@st.cache_resource(scope="session", show_spinner=False, on_release=dict.clear)
def _empty_at_end(name: str, number: int, _box: Box) -> Box:
    """Return the box; Streamlit forgets what is kept for a session when it ends, and empties the box then."""
    return _box
