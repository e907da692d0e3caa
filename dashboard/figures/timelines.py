"""Events and running totals over time as Plotly figures, on one axis of time for both (see geo.charts.time_axes).

What a chart shows otherwise below a width stands in `layout.meta.narrow`, by the place of each value in the layout; of
the figures beside the totals' marks there are two traces, one for either width (`meta` "wide" and "narrow").
dashboard/static/narrow.js chooses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.grounds import set_ground
from dashboard.figures.hovers import LINE, fit_lines, make_safe
from dashboard.figures.running_totals import add_totals
from geo.charts import Look, TimeAxis
from geo.charts.event_groups import Group
from geo.charts.levels import list_levels
from geo.charts.numbers import write_number
from geo.charts.palettes import palette
from geo.charts.time_breaks import Break
from geo.charts.time_steps import Span
from geo.charts.time_ticks import FEW_TICKS, MANY_TICKS, Tick, list_ticks
from geo.charts.timelines import TimelineChart
from geo.charts.total_labels import WIDE
from geo.charts.totals import TotalsChart

_BARS_HEIGHT, _TOTALS_HEIGHT, _DETAIL_HEIGHT = 150, 124, 100
_ABOVE, _DETAIL_ABOVE, _BETWEEN, _BELOW, _LEFT, _RIGHT = 30, 8, 52, 58, 34, 12
_BAR_SHARE, _FADED, _BAND = 0.86, "55", "99"
# A break: two slanting strokes, in pixels from where its middle meets the axis, up being more.
_STROKES = "M-4,-5L0,5M0,-5L4,5"
_BETWEEN_STROKES = "M-4,-5L0,5L4,5L0,-5Z"

# What all bars have is sent once. Plotly's own template is 7 kB that nothing here uses.
_BARS = {"selected_marker_opacity": 1, "unselected_marker_opacity": 1}
_TEMPLATE = {"data": {"bar": [_BARS]}}


class _Panel(NamedTuple):
    """One of the two charts: the name of its axis of numbers, the title above it, and what it goes up to."""

    axis: str
    title: str
    top: float


def draw_timeline(chart: TimelineChart, totals: TotalsChart | None = None, chosen: Span | None = None) -> go.Figure:
    """Return the bars, and below them the totals; bars outside the chosen span are faded.

    Bars and markers carry their first and last day as the first two items of `customdata`. The page shows the groups
    of the chart in words of its own.
    """
    figure = go.Figure(layout_template=_TEMPLATE)
    panels = [_Panel("y", chart.axis_title, chart.top)]
    for group in chart.groups:
        _add_bars(figure, chart, group, chosen)
    if totals is not None and chart.axis is not None:
        add_totals(figure, totals, chart.axis)
        panels.append(_Panel("y2", totals.axis_title, totals.top))
    _set_layout(figure, chart.look)
    _set_panels(figure, panels, chart.look)
    if chart.axis is not None:
        _set_time(figure, chart.axis, chart.look, panels)
        if chosen is not None:
            _mark_span(figure, chart.axis, chosen, chart.look)
    for panel in panels:
        _add_breaks(figure, chart, panel)
    return figure


def draw_detail(chart: TimelineChart, chosen: Span | None = None) -> go.Figure:
    """Return bars alone, lower and without a title, as `draw_timeline` does."""
    # What its bars count is said above it.
    figure = draw_timeline(replace(chart, axis_title=""), None, chosen)
    height = _DETAIL_HEIGHT + _DETAIL_ABOVE + _BELOW
    figure.update_layout(margin_t=_DETAIL_ABOVE, height=height)
    if chart.axis is not None:
        figure.update_xaxes(_write_ticks(list_ticks(chart.axis, chart.look)))
        figure.update_layout(meta=None)
    return figure


def _add_bars(figure: go.Figure, chart: TimelineChart, group: Group, chosen: Span | None) -> None:
    rows = chart.rows[chart.rows["group"] == group.key]
    spans = [Span(*span) for span in zip(rows["since"], rows["until"], strict=True)]
    shown = [chosen is None or chosen.holds(span) for span in spans]
    days, hovers = [(str(span.since), str(span.until)) for span in spans], _write_hovers(rows)
    axis, widths = chart.axis, [span.days * _BAR_SHARE for span in spans]
    figure.add_bar(
        x=[axis.find_middle(span) for span in spans] if axis else [],
        y=list(rows["events"]),
        width=widths[0] if len(set(widths)) == 1 else widths,
        marker={"color": [group.colour if one else f"{group.colour}{_FADED}" for one in shown], "line": {"width": 0}},
        customdata=[(*day, *hover) for day, hover in zip(days, hovers, strict=True)],
        # What all bars of a group say is sent once.
        hovertemplate=f"<b>%{{customdata[2]}}</b><br>{make_safe(group.name)}<br>%{{customdata[3]}}<extra></extra>",
    )


def _write_hovers(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return what the tooltip of each bar says: its step, and the kinds of event in it."""
    return [(make_safe(name), make_safe(label)) for name, label in zip(rows["name"], rows["label"], strict=True)]


def _set_layout(figure: go.Figure, look: Look) -> None:
    colours = palette(look.theme)
    set_ground(figure, look)
    figure.update_layout(
        barmode="stack",
        showlegend=False,
        margin={"l": _LEFT, "r": _RIGHT, "t": _ABOVE, "b": _BELOW},
        # A span is chosen by dragging across the chart (see dashboard/static/spans.js).
        dragmode="select",
        selectdirection="h",
        newselection_line={"width": 1, "color": colours.marked, "dash": "solid"},
    )


def _set_panels(figure: go.Figure, panels: Sequence[_Panel], look: Look) -> None:
    """Set the axes of numbers one below the other, each with its levels and its title above it."""
    heights = [_BARS_HEIGHT, _TOTALS_HEIGHT][: len(panels)]
    whole = sum(heights) + _BETWEEN * (len(panels) - 1)
    figure.update_layout(height=whole + _ABOVE + _BELOW)
    high = 1.0
    for panel, height in zip(panels, heights, strict=True):
        low = max(high - height / whole, 0.0)
        _set_axis(figure, panel, (low, high), look)
        _add_title(figure, panel.title, high)
        high = low - _BETWEEN / whole


def _set_axis(figure: go.Figure, panel: _Panel, domain: tuple[float, float], look: Look) -> None:
    colours, levels = palette(look.theme), list_levels(panel.top)
    figure.update_layout(
        {
            _name_axis(panel): {
                "gridcolor": colours.rest,
                "zerolinecolor": colours.faint_ink,
                "fixedrange": True,
                "range": (0, panel.top),
                "domain": domain,
                "tickvals": levels,
                "ticktext": [make_safe(write_number(level, look.language)) for level in levels],
                "tickfont": {"color": colours.faint_ink},
                "ticklabelstandoff": 4,
            }
        }
    )


def _name_axis(panel: _Panel) -> str:
    """Return what the layout of a figure calls an axis of numbers."""
    return panel.axis.replace("y", "yaxis")


def _add_title(figure: go.Figure, title: str, high: float) -> None:
    """Write above a panel what its axis counts, from where the axis's figures begin; nothing where it is said elsewhere."""
    if not title:
        return
    figure.add_annotation(
        text=f"<b>{make_safe(title)}</b>",
        xref="paper",
        yref="paper",
        x=0,
        y=high,
        xshift=-_LEFT,
        xanchor="left",
        yanchor="bottom",
        yshift=5,
        showarrow=False,
        align="left",
        font_size=13,
    )


def _set_time(figure: go.Figure, axis: TimeAxis, look: Look, panels: Sequence[_Panel]) -> None:
    """Set the axis of time: all that it shows, and room beside it where the steps are few."""
    figure.update_xaxes(
        _write_ticks(list_ticks(axis, look, MANY_TICKS)),
        type="linear",
        anchor=panels[-1].axis,
        range=axis.ends,
        ticks="outside",
        tickangle=0,
        tickcolor=palette(look.theme).faint_ink,
        tickfont={"color": palette(look.theme).faint_ink},
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    narrow = {f"xaxis.{name}": value for name, value in _write_ticks(list_ticks(axis, look, FEW_TICKS)).items()}
    titles = {f"annotations.{n}.text": _break_title(panel.title) for n, panel in enumerate(panels)}
    below = WIDE.width + _LEFT + _RIGHT
    figure.update_layout(meta={"narrow": {"below": below, "layout": {**narrow, **titles}}})


def _break_title(title: str) -> str:
    """Return the title of an axis in the two lines that a phone has room for."""
    return "<br>".join(f"<b>{make_safe(line)}</b>" for line in fit_lines(title, 2, LINE))


def _write_ticks(ticks: Sequence[Tick]) -> dict[str, list[float] | list[str]]:
    words = ["<br>".join(make_safe(line) for line in tick.words.split("\n")) for tick in ticks]
    return {"tickvals": [tick.place for tick in ticks], "ticktext": words}


def _add_breaks(figure: go.Figure, chart: TimelineChart, panel: _Panel) -> None:
    """Draw what is cut out as faint bands that say how long they are, each with two strokes across the axis."""
    if not chart.breaks:
        return
    colours = palette(chart.look.theme)
    figure.add_bar(
        x=[(one.low + one.high) / 2 for one in chart.breaks],
        y=[panel.top] * len(chart.breaks),
        width=[one.high - one.low for one in chart.breaks],
        yaxis=panel.axis,
        marker={"color": f"{colours.no_data}{_BAND}", "line": {"width": 0}},
        meta="break",
        customdata=[f"<b>{make_safe(one.words)}</b><br>{make_safe(one.days)}" for one in chart.breaks],
        hovertemplate="%{customdata}<extra></extra>",
    )
    low = figure.layout[_name_axis(panel)].domain[0]
    for one in chart.breaks:
        for shape in _list_strokes(one, low, chart.look):
            figure.add_shape(shape)
    if panel.axis == "y":
        _name_breaks(figure, chart, panel)


def _list_strokes(one: Break, low: float, look: Look) -> Iterator[go.layout.Shape]:
    """Yield a gap in the axis, and the two strokes on either side of it."""
    colours = palette(look.theme)
    place = {
        "type": "path",
        "xref": "x",
        # On an axis of numbers it would end at the panel's edge.
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": (one.low + one.high) / 2,
        "yanchor": low,
    }
    yield go.layout.Shape(place, path=_BETWEEN_STROKES, fillcolor=colours.paper, line_width=0)
    yield go.layout.Shape(place, path=_STROKES, line={"width": 1.3, "color": colours.faint_ink}, name="break")


def _name_breaks(figure: go.Figure, chart: TimelineChart, panel: _Panel) -> None:
    for one in chart.breaks:
        figure.add_annotation(
            text=make_safe(one.length),
            x=(one.low + one.high) / 2,
            y=panel.top,
            yref=panel.axis,
            yanchor="top",
            yshift=-4,
            textangle=-90,
            showarrow=False,
            font={"size": 10, "color": palette(chart.look.theme).faint_ink},
        )


def _mark_span(figure: go.Figure, axis: TimeAxis, chosen: Span, look: Look) -> None:
    colour = palette(look.theme).marked
    figure.add_shape(
        type="rect",
        x0=axis.place(chosen.since),
        x1=axis.place(chosen.until, 1),
        yref="paper",
        y0=0,
        y1=1,
        fillcolor=colour,
        opacity=0.14,
        line={"width": 1, "color": colour},
        layer="below",
    )
