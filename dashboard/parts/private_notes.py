"""What is said on every page of the documents that only this reader sees."""

import streamlit as st

from dashboard.desks import read_desk
from geo.reference.wordings import Catalogue


def show_link_note(words: Catalogue) -> None:
    """Say near the address what a link to the page cannot carry, where the reader has documents of their own."""
    if read_desk().documents:
        st.caption(write_link_note(words))


def write_link_note(words: Catalogue) -> str:
    """Return in words that a link does not carry what the reader has added; nothing where they have added nothing."""
    return say_added("desk.link", words) if read_desk().documents else ""


def say_added(key: str, words: Catalogue) -> str:
    """Return an entry of the catalogue with how many documents were added, one or several."""
    return words.count(key, read_desk().documents)
