"""Flows as arcs on a map: who gave to whom, the width by the number of events."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.cards import Card, tell
from dashboard.figures.hovers import make_safe
from geo.charts.flows import ARROW, COLOURS, Arc, FlowsChart, find_bearing
from geo.maps.dots import Dot
from geo.maps.earth_views import View


def add_flows(figure: go.Figure, chart: FlowsChart, view: View, dots: Mapping[str, Dot]) -> None:
    """Add an arc a flow to a map with these dots, an arrow at its recipient's end, and a legend of the widths."""
    arcs = chart.bend_arcs(view, dots)
    numbers = chart.drawn["number"].tolist()
    for number, one in enumerate(chart.classes):
        chosen = [arc for arc, found in zip(arcs, numbers, strict=True) if found == number]
        if chosen:
            _add_lines(figure, chosen, chart, (chart.widths[number], one.label))
    if arcs:
        _add_arrows(figure, arcs, chart)
        # The page writes the legend of the widths beside that of the map (dashboard/static/legends.js).
        figure.update_layout(legend2={"title": {"text": make_safe(chart.look.words("flows.legend"))}})


def _add_lines(figure: go.Figure, arcs: Sequence[Arc], chart: FlowsChart, style: tuple[float, str]) -> None:
    """Add arcs of one width as one line with gaps; `style` is the width and what the legend calls it."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for arc in arcs:
        longitudes += [*(lon for lon, _ in arc), None]
        latitudes += [*(lat for _, lat in arc), None]
    figure.add_scattergeo(
        lon=longitudes,
        lat=latitudes,
        mode="lines",
        line={"width": style[0], "color": COLOURS[chart.look.theme]},
        opacity=0.7,
        name=style[1],
        legend="legend2",
        hoverinfo="skip",
    )


def _add_arrows(figure: go.Figure, arcs: Sequence[Arc], chart: FlowsChart) -> None:
    """Add an arrow where each arc ends; it carries its recipient's code for a click, and the card that tells its flow."""
    rows = chart.drawn.to_dict("records")
    cards = [f"{row['giver']}>{row['recipient']}" for row in rows]
    figure.add_scattergeo(
        lon=[arc[-1][0] for arc in arcs],
        lat=[arc[-1][1] for arc in arcs],
        mode="markers",
        marker={
            "symbol": "arrow",
            "size": ARROW,
            "angle": [find_bearing(arc) for arc in arcs],
            "color": COLOURS[chart.look.theme],
            "opacity": 1,
        },
        customdata=[(row["recipient"], card) for row, card in zip(rows, cards, strict=True)],
        showlegend=False,
        unselected_marker_opacity=1,
    )
    tell(figure, {card: _describe(row, chart) for row, card in zip(rows, cards, strict=True)})


def _describe(row: Mapping[Hashable, Any], chart: FlowsChart) -> Card:
    name = f"{row['giver_name']} → {row['recipient_name']}"
    return Card(name, value=f"{row['events']:,}", measure=chart.look.words("flows.events"))
