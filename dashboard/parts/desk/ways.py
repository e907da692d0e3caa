"""The way to the desk from every page: a button with how many documents lie on it, and what it opens."""

import streamlit as st

from dashboard.desks import read_desk
from dashboard.parts.desk.drafts import begin_draft
from dashboard.parts.desk.forms import show_form
from dashboard.parts.private_notes import say_added
from geo.reference.wordings import Catalogue

_ICON = ":material/note_add:"


def show_way(words: Catalogue) -> None:
    """Show the button that opens the desk."""
    label = say_added("desk.added", words) if read_desk().documents else words("desk.add")
    with st.container(key="desk-way"):
        opened = st.button(label, key="desk-button", icon=_ICON, on_click=begin_draft)
    if opened:
        st.dialog(words("desk.add"), width="large", icon=_ICON)(show_form)(words.language)
