"""Links from one page to another that keep the session: what the reader has chosen and added stays."""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.parts.selection import read_selection, spell_address

_PAGES = "pages"


def keep_pages(pages: Mapping[str, StreamlitPage]) -> None:
    """Remember the pages by their names, for link_page."""
    st.session_state[_PAGES] = dict(pages)


def link_page(name: str, label: str, icon: str) -> None:
    """Show a link to a page by its name; nothing where a page stands alone."""
    page = st.session_state.get(_PAGES, {}).get(name)
    if page is not None:
        st.page_link(page, label=label, icon=icon, query_params=spell_address(read_selection()))
