"""The choice of a measure in proportion: as counted, per million people, or per country of a region."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.parts.selection import Selection, choose, read_selection
from geo.charts import Per
from geo.reference.wordings import Catalogue

_NUMBER = "number"


def find_per(selection: Selection, offered: Sequence[Per] = ("people",)) -> Per | None:
    """Return what the reader wants a measure told per, where the chart at hand can do so."""
    return selection.per if selection.per in offered else None


def show_per(offered: Sequence[Per], words: Catalogue) -> None:
    """Show the choice; a chart of what has no denominator has none."""
    if not offered:
        return
    st.session_state["per"] = find_per(read_selection(), offered) or _NUMBER
    st.selectbox(
        words("per.title"),
        (_NUMBER, *offered),
        format_func=lambda per: words(f"per.{per}"),
        key="per",
        on_change=_take,
        width=180,
    )


def _take() -> None:
    per = st.session_state["per"]
    choose(replace(read_selection(), per=None if per == _NUMBER else per))
