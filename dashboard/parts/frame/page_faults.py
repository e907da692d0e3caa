"""What a reader sees of an error on a page: one sentence, with the number that it has in the log."""

import streamlit as st

from dashboard.journal import note_error
from dashboard.parts.selection import read_selection
from dashboard.parts.words import read_words


def show_fault(error: Exception) -> bool:
    """Tell the log of an error and the reader its number; True tells Streamlit to show nothing of its own."""
    number = note_error(error)
    words = read_words(read_selection().language)
    st.error(words("fault.said", {"number": number}), icon=":material/error:")
    return True
