"""The switch for the giver of whom the documents speak most, who would outshine all others on a map or among bars."""

from dataclasses import replace

import streamlit as st

from dashboard import corpora
from dashboard.parts.measures import read_measure
from dashboard.parts.selection import Selection, choose, read_selection
from geo.charts import can_leave_out, find_roles
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue


def show_giver(selection: Selection, words: Catalogue) -> None:
    """Show the switch, where the documents have such a giver; who gave is never counted without them."""
    giver, measure = corpora.find_giver(), read_measure(selection)
    gave = find_roles(measure) == ("giver",)
    if giver is None or not (gave or can_leave_out(measure)):
        return
    values = {"name": name_place(giver, selection.language)}
    st.session_state["giver"] = selection.giver or gave
    st.toggle(
        words("world.giver", values),
        key="giver",
        on_change=_take_giver,
        disabled=gave,
        help=words("world.giver_counted", values) if gave else None,
    )


def _take_giver() -> None:
    choose(replace(read_selection(), giver=st.session_state["giver"]))
