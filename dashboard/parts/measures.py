"""What is measured: the control that lists what the shown corpus has, and the measure that the reader sees."""

from dataclasses import replace

import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_visible, shorten
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import escape_markdown
from geo.charts import Look, Measure
from geo.reference.wordings import Catalogue

# More, or longer ones, stand in a list.
_MOST_SEGMENTS, _MOST_LETTERS = 7, 90
_LONGEST = 60


def read_measure(selection: Selection) -> Measure:
    """Return the reader's measure; the leading one where they chose none, or one that these documents do not have."""
    return corpora.find_measure(selection.measure)


def show_measures(selection: Selection, words: Catalogue) -> None:
    """Show what may be measured: side by side where it is little, else in a list."""
    shown, look = read_measure(selection), Look(selection.language)
    offered = corpora.list_measures() or (shown,)
    names = {key: shorten(corpora.describe_measure(key, look).label, _LONGEST) for key in offered}
    st.session_state["measure"] = shown
    if len(offered) <= _MOST_SEGMENTS and sum(map(len, names.values())) <= _MOST_LETTERS:
        st.segmented_control(
            words("world.measure"),
            offered,
            format_func=lambda key: escape_markdown(names[str(key)]),
            key="measure",
            required=True,
            wrap=True,
            on_change=_take,
        )
        return
    numbered = _number(names)
    st.selectbox(
        words("world.measure"),
        offered,
        format_func=lambda key: make_visible(numbered[str(key)]),
        key="measure",
        on_change=_take,
        width=300,
    )


def _number(names: dict[str, str]) -> dict[str, str]:
    """Return the names, equal ones with a number: a list tells its entries apart by their words alone."""
    seen: dict[str, int] = {}
    numbered = {}
    for key, name in names.items():
        seen[name] = seen.get(name, 0) + 1
        numbered[key] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return numbered


def _take() -> None:
    """Keep the measure; the leading one needs no word in the address. An order by a part goes with the parts."""
    chosen = st.session_state["measure"]
    leading = corpora.find_measure(None)
    choose(replace(read_selection(), measure=None if chosen == leading else chosen, sort=None))
