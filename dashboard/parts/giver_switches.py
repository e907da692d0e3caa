"""The switch for the giver who leads by far, who would outshine all others on a map or among bars."""

from dataclasses import replace

import streamlit as st

from dashboard import corpora
from dashboard.parts.measures import read_measure
from dashboard.parts.selection import Selection, choose, read_selection
from geo.charts import can_leave_out, find_roles
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue


def show_giver(selection: Selection, words: Catalogue) -> None:
    """Show the switch, where one giver leads by far; who gave is never counted without them."""
    giver, measure = corpora.find_giver(), read_measure(selection)
    gave = find_roles(measure) == ("giver",)
    if giver is None or not (gave or can_leave_out(measure)):
        return
    values = {"name": name_place(giver, selection.language), **corpora.count_given(giver)}
    st.session_state["giver"] = selection.giver or gave
    st.toggle(
        words("giver.include", values),
        key="giver",
        on_change=_take_giver,
        disabled=gave,
        help=words("giver.counted" if gave else "giver.why", values),
    )


def _take_giver() -> None:
    choose(replace(read_selection(), giver=st.session_state["giver"]))
