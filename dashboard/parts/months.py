"""The short way to the days of a month: the months in which most is named, each one click away."""

import streamlit as st

from dashboard import corpora
from dashboard.parts.players import choose_span
from dashboard.parts.selection import Selection, read_selection
from geo.charts import Look, Span
from geo.charts.time_steps import name_span
from geo.reference.wordings import Catalogue

_KEY = "month"


def find_month(selection: Selection) -> Span | None:
    """Return the offered month that is exactly the reader's span; None where it is another, or none."""
    chosen = (selection.since, selection.until)
    return next((month for month in corpora.list_leading_months() if tuple(month) == chosen), None)


def show_months(words: Catalogue) -> None:
    """Show the months to choose; a click on the chosen one is all days again."""
    months = corpora.list_leading_months()
    if not months:
        return
    st.session_state[_KEY] = find_month(read_selection())
    look = Look(words.language)
    st.pills(
        words("filters.month"),
        months,
        format_func=lambda month: name_span(month, look),
        key=_KEY,
        on_change=_take,
        label_visibility="collapsed",
    )


def _take() -> None:
    choose_span(st.session_state[_KEY])
