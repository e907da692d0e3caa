"""A chart's legend as words of the page: a list that wraps on a narrow screen and leaves the chart its room."""

from collections.abc import Iterable

import streamlit as st

from dashboard.figures.hovers import make_safe


def show_legend(entries: Iterable[tuple[str, str]]) -> None:
    """Show colours, each with what it stands for."""
    items = "".join(f'<li><span style="background:{colour}"></span>{make_safe(name)}</li>' for colour, name in entries)
    st.html(f'<ul class="aa-legend">{items}</ul>')
