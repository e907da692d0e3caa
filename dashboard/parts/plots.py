"""A Plotly chart that keeps its zoom and its turn while the figure changes.

`st.plotly_chart` makes a new chart of every changed figure. This one hands the figure to `Plotly.react`, which draws
the difference and leaves what the reader has zoomed as it is, as long as `layout.uirevision` stays the same. The
browser's part is dashboard/static/plot.js; Plotly itself comes from the app's own static files.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

# A few words, sent each time; what they call is fetched once.
_CALL = """export default async function (component) {
  const { show } = await import(new URL("/app/static/plot.js", location.origin).href);
  return show(component);
}"""
_STYLE = ".aa-plot { width: 100%; height: 100%; min-height: 12rem; }"

Point = Mapping[str, object]


class Plot(NamedTuple):
    """A chart to show: its figure, its key on the page, what it shows in words, and the name of its picture."""

    figure: go.Figure
    key: str
    alt: str
    file_name: str


def show_plot(plot: Plot, on_pick: Callable[[Sequence[Point]], None]) -> None:
    """Show a chart; `on_pick` gets the points that the reader clicks or frames, before the page is drawn again.

    A point has the `customdata` and the `location` of what was picked, either None where there is none.
    """
    picture = {"format": "png", "scale": 2, "filename": plot.file_name}
    _mount()(
        key=plot.key,
        data={"figure": json.loads(plot.figure.to_json()), "alt": plot.alt, "picture": picture},
        height="stretch",
        on_picked_change=lambda: on_pick(_read_points(plot.key)),
    )


def _read_points(key: str) -> Sequence[Point]:
    """Return the points that the browser told of; none where it told of something else."""
    told = st.session_state[key].get("picked")
    return [point for point in told if isinstance(point, dict)] if isinstance(told, list) else []


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component("aidatlas_plot", css=_STYLE, js=_CALL, isolate_styles=False)
