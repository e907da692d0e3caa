"""A Plotly chart that keeps its zoom and its turn while the figure changes.

`st.plotly_chart` makes a new chart of every changed figure. This one hands the figure to `Plotly.react`, which draws
the difference and leaves what the reader has zoomed as it is, as long as `layout.uirevision` stays the same. The
browser's part is dashboard/static/plot.js; Plotly itself comes from the app's own static files.
"""

import gzip
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import orjson
import plotly.graph_objects as go
import streamlit as st

from dashboard.parts.scripts import write_call

Point = Mapping[str, object]
# The two ends of a span on the axis of a chart, as its axis spells them (a day: 2020-03-26, with or without a time).
Edges = tuple[str, str]


class Plot(NamedTuple):
    """A chart to show: its packed figure (see pack_figure), its key on the page, and how the page calls it.

    `alt` says what it shows in words, and where the same can be read; `tools` names the buttons beside a map (see
    dashboard.figures.map_tools). With `own_shapes` it waits for the boundaries that show_shapes brings. `height` is in pixels; without one
    the chart is as high as the style sheet says. With `spans` a span of its axis can be framed.
    """

    figure: bytes
    key: str
    alt: str
    tools: Mapping[str, str] = {}
    own_shapes: bool = False
    height: int | None = None
    spans: bool = False


def pack_figure(figure_json: str) -> bytes:
    """Return a figure for a Plot: packed, a world of names and sentences weighs a tenth."""
    # No time in the head: the same figure gives the same bytes, and the page knows by them that nothing changed.
    return gzip.compress(figure_json.encode(), compresslevel=6, mtime=0)


class Packed(NamedTuple):
    """A chart with a height of its own, as it goes to the browser: its packed figure, and the height in pixels."""

    figure: bytes
    height: int


def pack_chart(figure: go.Figure) -> Packed:
    """Return a figure that says how high it is, packed."""
    return Packed(pack_figure(figure.to_json()), int(figure.layout.height))


def show_plot(
    plot: Plot,
    on_pick: Callable[[Sequence[Point]], None],
    on_frame: Callable[[Edges], None] = lambda edges: None,
    on_drill: Callable[[str], None] | None = None,
) -> None:
    """Show a chart; `on_pick` gets the points that the reader clicks or frames, before the page is drawn again.

    A point has the `customdata` and the `location` of what was picked, either None where there is none. `on_frame` gets
    the edges of the span that is framed, where `spans` can be. `on_drill` gets the code of an area of a map whose rows
    are asked for, by the other button of the mouse or the key for it; without it that opens the browser's menu.
    """
    mount("aidatlas_plot", "show")(
        key=plot.key,
        data=write_data(plot, {"drills": on_drill is not None}),
        height=plot.height or "content",
        on_picked_change=lambda: on_pick(read_points(plot.key)),
        on_framed_change=lambda: _take_frame(plot.key, on_frame),
        on_drilled_change=lambda: _take_drill(plot.key, on_drill),
    )


def write_data(plot: Plot, more: Mapping[str, object]) -> bytes:
    """Return a chart as the page takes it: the length of what is said of it, that itself, and the packed figure."""
    about = {"alt": plot.alt, "own": plot.own_shapes, "tools": plot.tools, "spans": plot.spans, **more}
    head = orjson.dumps(about)
    # Bytes: as JSON every Chinese sign would weigh six.
    return len(head).to_bytes(4, "little") + head + plot.figure


def show_shapes(topology: bytes) -> None:
    """Bring boundaries of the user's own (packed TopoJSON) to the page once; the page keeps them for every map."""
    mount("aidatlas_shapes", "keepShapes")(key="own-shapes", data=topology, height=1)


def read_points(key: str) -> Sequence[Point]:
    """Return the points that the browser told of; none where it told of something else."""
    told = st.session_state[key].get("picked")
    return [point for point in told if isinstance(point, dict)] if isinstance(told, list) else []


def _take_frame(key: str, on_frame: Callable[[Edges], None]) -> None:
    """Hand over the edges that the browser told of; nothing where it told of something else."""
    match st.session_state[key].get("framed"):
        case [str(first), str(last)]:
            on_frame((first, last))


def _take_drill(key: str, on_drill: Callable[[str], None] | None) -> None:
    """Hand over the area that the browser told of; nothing where it told of something else."""
    code = st.session_state[key].get("drilled")
    if on_drill is not None and isinstance(code, str):
        on_drill(code)


@cache
def mount(name: str, function: str, file: str = "plot") -> Callable[..., object]:
    """Return a component of the page that calls a function of a script in dashboard/static."""
    return st.components.v2.component(name, js=write_call(file, function), isolate_styles=False)
