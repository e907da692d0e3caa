"""The running totals of one measure as part of a Plotly figure: a line of steps, and a mark with its figure a statement."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.hovers import fit_lines, make_safe, shorten
from geo.charts import Look, TimeAxis, TotalsChart
from geo.charts.palettes import palette
from geo.charts.time_steps import Span, name_span
from geo.charts.total_labels import NARROW, WIDE, PanelSize, Side, place_labels

_SENTENCE, _SENTENCE_LINES = 90, 3
_MARK = 9
# As wide as a mark with the room round it: Plotly sets a figure beside it.
_MARK_ROOM = 11
# Which side of a mark a figure stands on, as Plotly says it.
_POSITIONS: Mapping[Side, str] = {
    "above": "top center",
    "above left": "top left",
    "left": "middle left",
    "below right": "bottom right",
    "below": "bottom center",
    "right": "middle right",
    "above right": "top right",
    "below left": "bottom left",
}


def add_totals(figure: go.Figure, totals: TotalsChart, axis: TimeAxis) -> None:
    """Add the totals of a measure to the second panel; marks have their first and last day first in `customdata`."""
    _add_line(figure, totals, axis)
    _add_marks(figure, totals, axis)
    for name, panel in (("wide", WIDE), ("narrow", NARROW)):
        _add_labels(figure, totals, axis, name, panel)


def _add_line(figure: go.Figure, totals: TotalsChart, axis: TimeAxis) -> None:
    figure.add_scatter(
        x=[*(axis.place(day, 0.5) for day, _ in totals.line), axis.ends[1]],
        y=[value for _, value in (*totals.line, totals.line[-1])],
        yaxis="y2",
        mode="lines",
        line={"shape": "hv", "width": 1.6, "color": palette(totals.look.theme).faint_ink},
        hoverinfo="skip",
    )


def _add_marks(figure: go.Figure, totals: TotalsChart, axis: TimeAxis) -> None:
    colours, rows = palette(totals.look.theme), totals.rows
    inks = [colours.marked if falls else colours.steps[-2] for falls in rows["falls"]]
    figure.add_scatter(
        x=[axis.place(day, 0.5) for day in rows["until"]],
        y=list(rows["value"]),
        yaxis="y2",
        mode="markers",
        marker={
            "size": _MARK,
            "symbol": [_find_symbol(*row) for row in zip(rows["falls"], rows["exact"], strict=True)],
            "color": inks,
            "line": {"width": 2, "color": inks},
        },
        customdata=[_describe_total(row, totals.look) for row in rows.to_dict("records")],
        hovertemplate="%{customdata[2]}<extra></extra>",
        cliponaxis=False,
        selected_marker_opacity=1,
        unselected_marker_opacity=1,
    )


def _add_labels(figure: go.Figure, totals: TotalsChart, axis: TimeAxis, name: str, panel: PanelSize) -> None:
    """Add the figures that have room in a panel of a size."""
    labels, colours = place_labels(totals, axis, panel), palette(totals.look.theme)
    figure.add_scatter(
        x=[axis.place(totals.rows["until"].iloc[label.row], 0.5) for label in labels],
        y=[totals.rows["value"].iloc[label.row] for label in labels],
        yaxis="y2",
        # Marks nobody sees: from them Plotly knows how far off a figure stands.
        mode="markers+text",
        marker={"size": _MARK_ROOM, "opacity": 0},
        text=[make_safe(label.text) for label in labels],
        textposition=[_POSITIONS[label.side] for label in labels],
        textfont={"size": panel.size, "color": colours.ink},
        meta=name,
        visible=name == "wide",
        hoverinfo="skip",
        cliponaxis=False,
    )


def _find_symbol(falls: bool, exact: bool) -> str:
    return "x-thin" if falls else "circle" if exact else "circle-open"


def _describe_total(row: Mapping[Hashable, Any], look: Look) -> tuple[str, str, str]:
    """Return the days of a statement, and what its tooltip says: figure, day, sentence, document."""
    span = Span(*(pd.Timestamp(str(row[name])).date() for name in ("since", "until")))
    sentence = fit_lines(shorten(str(row["sentence_text"]), _SENTENCE), _SENTENCE_LINES)
    fall = [make_safe(look.words("totals.falls"))] if row["falls"] else []
    title = [f"<i>{make_safe(shorten(row['title']))}</i>"] if isinstance(row["title"], str) else []
    first = f"<b>{make_safe(str(row['mark']))}</b> · {make_safe(name_span(span, look))}"
    return str(span.since), str(span.until), "<br>".join([first, *fall, *map(make_safe, sentence), *title])
