"""What every page says of a corpus in which there is no document yet."""

import streamlit as st

from dashboard.figures.hovers import make_safe
from dashboard.parts.desk.forms import show_form
from geo.reference.wordings import Catalogue


def show_beginning(title: str, words: Catalogue) -> None:
    """Show the page's title, that there is nothing to show on it yet, and how documents are added or opened."""
    st.html(f'<p class="aa-brand"><b>{words("app.name")}</b> {make_safe(words("app.about"))}</p>')
    st.title(title, anchor=False)
    st.info(words("begin.none"), icon=":material/folder_open:")
    # As in the box behind the button of other pages, what is done in the form draws the form alone.
    with st.container(key="desk-begin"):
        st.fragment(show_form)(words.language)
    st.caption(words("begin.how"))
    st.code(f"aidatlas serve {words('begin.folder')}", language=None)
