"""The choice of a measure in proportion: as counted, per million people, or per country of a region."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal, cast

import streamlit as st

from dashboard.parts.filters import hear, name_widget
from dashboard.parts.selection import Selection, choose, read_selection
from geo.charts import Per
from geo.reference.wordings import Catalogue

_NUMBER: Final = "number"


def find_per(selection: Selection, offered: Sequence[Per] = ("people",)) -> Per | None:
    """Return what the reader wants a measure told per, where the chart at hand can do so."""
    return selection.per if selection.per in offered else None


def show_per(offered: Sequence[Per], words: Catalogue, width: int | Literal["stretch"] = 180) -> None:
    """Show the choice; a chart of what has no denominator has none."""
    if not offered:
        return
    key = name_widget("per", find_per(read_selection(), offered) or _NUMBER)
    st.selectbox(
        words("per.title"),
        (_NUMBER, *offered),
        format_func=lambda per: words(f"per.{per}"),
        key=key,
        on_change=_take,
        args=(key,),
        width=width,
    )


def _take(key: str) -> None:
    per = cast(Per | Literal["number"], hear("per", key))
    choose(replace(read_selection(), per=None if per == _NUMBER else per))
