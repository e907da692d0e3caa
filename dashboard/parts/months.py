"""The short way to the days of a month: the months in which most is named, each one click away."""

import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.parts.players import choose_span
from dashboard.parts.selection import Selection, read_selection
from geo.charts import Look, Span
from geo.charts.sides import list_leading_months
from geo.charts.time_steps import name_span
from geo.reference.wordings import Catalogue

_KEY = "month"


@answered_once()
def list_leading() -> tuple[Span, ...]:
    """Return the few months in which most is named; none where all lies in one month."""
    return list_leading_months(corpora.open_shown())


def find_month(selection: Selection) -> Span | None:
    """Return the offered month that is exactly the reader's span; None where it is another, or none."""
    chosen = (selection.since, selection.until)
    return next((month for month in list_leading() if tuple(month) == chosen), None)


def show_months(words: Catalogue) -> None:
    """Show the months to choose; a click on the chosen one is all days again."""
    months = list_leading()
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
