"""What every page says of a corpus in which there is no document yet."""

import streamlit as st

from geo.reference.wordings import Catalogue


def show_beginning(title: str, words: Catalogue) -> None:
    """Show the page's title, that there is nothing to show on it yet, and how documents are opened."""
    st.title(title, anchor=False)
    st.info(words("begin.none"), icon=":material/folder_open:")
    st.caption(words("begin.how"))
    st.code(f"aidatlas serve {words('begin.folder')}", language=None)
