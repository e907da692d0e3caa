"""One part of a breakdown and its sentence: a click on a bar or a row of the page *Regions* leads there."""

import html
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.figures.hovers import make_visible
from dashboard.parts.evidence import Row
from dashboard.parts.listings.statements import write_sources, write_statements
from dashboard.parts.plots import Point
from dashboard.parts.selection import choose, read_selection
from geo.charts import RegionsChart
from geo.reference.wordings import Catalogue

# The table is drawn anew once something was clicked: the browser's own mark of the choice goes with the old one.
_CLICKS = "regions-clicks"


def list_figures(chart: RegionsChart, rows: pd.DataFrame) -> list[Row]:
    """Return the stated figure of each row of a chart, in its order; `rows` are those of the breakdown."""
    parts: list[Row] = list(rows[rows["role"] == "part"].to_dict("records"))
    figures: list[Row] = []
    for row in chart.rows.to_dict("records"):
        found = next(part for part in parts if _is_figure(part, row))
        parts.remove(found)
        figures.append(found)
    return figures


def _is_figure(part: Row, row: Row) -> bool:
    """Return whether a stated figure is that of a row: the same words of the same place, counted or given to."""
    places = [part[name] for name in ("scope", "recipient") if isinstance(part[name], str)]
    same = part["text"] == row["text"] and part["value"] == row["value"]
    return same and (not places or row["scope"] in places)


def name_clicked(name: str) -> str:
    """Return the key of a table of which a row can be clicked."""
    return f"{name}-{st.session_state.get(_CLICKS, 0)}"


def take_bar(figures: Sequence[Row], points: Sequence[Point]) -> None:
    """Keep the part whose bar was clicked."""
    told = points[0]["customdata"] if points else None
    if isinstance(told, list):
        _take(figures, told[0])


def take_row(key: str, figures: Sequence[Row]) -> None:
    """Keep the part whose row was clicked."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        _take(figures, rows[0])


def _take(figures: Sequence[Row], number: int) -> None:
    """Keep a part; the same once more lets it go."""
    selection, stated = read_selection(), str(figures[number]["quantity"])
    st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
    choose(replace(selection, stated=None if selection.stated == stated else stated))


def show_part(chart: RegionsChart, figures: Sequence[Row], stated: str | None, words: Catalogue) -> None:
    """Show the sentence of the chosen part, the figure alone marked in it; without one how to choose."""
    names = zip(chart.rows["name"], chart.rows["shown"], figures, strict=True)
    found = next(((name, shown, row) for name, shown, row in names if row["quantity"] == stated), None)
    if found is None:
        st.caption(words("behind.click"))
        return
    said = words("behind.title", {"name": make_visible(f"{found[0]}: {found[1]}")})
    text = write_statements([found[2]], words) or write_sources([found[2]], words)
    with st.container(key="behind"):
        st.html(f'<h3 class="aa-behind">{html.escape(said)}</h3>{text}')
