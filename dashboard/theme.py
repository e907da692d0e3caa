"""The look of the dashboard: the reader's theme, and the few rules of style that Streamlit has no setting for."""

from functools import cache
from pathlib import Path

import streamlit as st

from geo.charts import Theme

_FOLDER = Path(__file__).parent / "styles"
# In this order: what stands later holds over what stands before.
_STYLES = (
    "frame",
    "maps",
    "evidence",
    "checks",
    "compare",
    "corrections",
    "search",
    "method",
    "phones",
    "front",
    "print",
    "plots",
    "map_parts",
    "desk",
)


@cache
def _read_style() -> str:
    rules = "".join((_FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    return f"<style>\n{rules}</style>"


def apply_style() -> None:
    """Write the style rules into the page."""
    st.html(_read_style())


def find_theme() -> Theme:
    """Return the reader's theme; light until the browser has said."""
    return "dark" if st.context.theme.type == "dark" else "light"
