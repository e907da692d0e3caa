"""Events and running totals over time as Plotly figures, one true axis of time for both."""

from collections.abc import Hashable, Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.hovers import fit_lines, make_safe, shorten
from dashboard.figures.maps import FONT
from geo.charts import Look
from geo.charts.event_groups import Group
from geo.charts.palettes import palette
from geo.charts.time_steps import MOST_TICKS, Span, find_room, list_spans, list_ticks, name_span
from geo.charts.timelines import TimelineChart
from geo.charts.totals import TotalsChart, pick_labels

_BARS_HEIGHT, _TOTALS_HEIGHT, _FRAME_HEIGHT, _DETAIL_HEIGHT = 140, 130, 104, 184
_MILLISECONDS = 86_400_000
_BAR_SHARE, _FADED = 0.86, "55"
_SENTENCE, _SENTENCE_LINES, _FEW_TICKS = 90, 3, 5
_LEGEND = {
    "orientation": "h",
    "x": 0,
    "y": 1,
    "yanchor": "bottom",
    "itemclick": False,
    "itemdoubleclick": False,
    "traceorder": "normal",
    "font": {"size": 11},
}

# What all bars have is sent once. Plotly's own template is 7 kB that nothing here uses.
_BARS = {"showlegend": False, "selected_marker_opacity": 1, "unselected_marker_opacity": 1}
_TEMPLATE = {"data": {"bar": [_BARS]}}


def draw_timeline(
    chart: TimelineChart, totals: TotalsChart | None = None, chosen: Span | None = None, *, legend: bool = True
) -> go.Figure:
    """Return the bars, and below them the totals; bars outside the chosen span are faded.

    Bars and markers carry their first and last day as the first two items of `customdata`. Without a `legend` the
    page shows the groups of the chart in words of its own.
    """
    figure = _draw(chart, totals, chosen)
    if legend:
        for group in chart.groups:
            _add_legend(figure, group)
    figure.update_layout(showlegend=legend, legend=_LEGEND, margin_t=28)
    return figure


def draw_detail(chart: TimelineChart, chosen: Span | None = None) -> go.Figure:
    """Return bars alone, lower and without a legend, as `draw_timeline` does."""
    figure = _draw(chart, None, chosen)
    figure.update_layout(showlegend=False, height=_DETAIL_HEIGHT, margin_t=28)
    if chart.span is not None:
        _set_ticks(figure, chart.span, chart.look, _FEW_TICKS)
    return figure


def _draw(chart: TimelineChart, totals: TotalsChart | None, chosen: Span | None) -> go.Figure:
    figure = go.Figure(layout_template=_TEMPLATE)
    for group in chart.groups:
        _add_bars(figure, chart, group, chosen)
    whole = chart.span
    if totals is not None:
        whole = whole.join(totals.span) if whole else totals.span
        _add_totals(figure, totals, whole)
    _set_layout(figure, chart.look, totals is not None, chart.rows)
    if whole is not None:
        _set_time(figure, chart, whole)
    if chosen is not None:
        _mark_span(figure, chosen, chart.look)
    if totals is not None:
        _add_title(figure, totals)
    return figure


def find_chosen_span(chart: TimelineChart, edges: tuple[str, str]) -> Span | None:
    """Return the steps whose middles lie between two places on the axis of the axis, or else the first."""
    if chart.span is None:
        return None
    since, until = (date.fromisoformat(edge[:10]) for edge in sorted(edges))
    spans = list(list_spans(chart.span, chart.step))
    inside = [span for span in spans if since <= _find_middle(span) <= until]
    if inside:
        return inside[0].join(inside[-1])
    return next((span for span in spans if since <= span.until), None)


def _find_middle(span: Span) -> date:
    return span.since + timedelta(days=(span.days - 1) // 2)


def _add_bars(figure: go.Figure, chart: TimelineChart, group: Group, chosen: Span | None) -> None:
    rows = chart.rows[chart.rows["group"] == group.key]
    spans = [Span(*span) for span in zip(rows["since"], rows["until"], strict=True)]
    shown = [chosen is None or chosen.holds(span) for span in spans]
    days, hovers = [(str(span.since), str(span.until)) for span in spans], _write_hovers(rows)
    widths = [span.days * _MILLISECONDS * _BAR_SHARE for span in spans]
    figure.add_bar(
        x=[_place(span) for span in spans],
        y=list(rows["events"]),
        width=widths[0] if len(set(widths)) == 1 else widths,
        marker={"color": [group.colour if one else f"{group.colour}{_FADED}" for one in shown], "line": {"width": 0}},
        customdata=[(*day, *hover) for day, hover in zip(days, hovers, strict=True)],
        # What all bars of a group say is sent once.
        hovertemplate=f"<b>%{{customdata[2]}}</b><br>{make_safe(group.name)}<br>%{{customdata[3]}}<extra></extra>",
    )


def _add_legend(figure: go.Figure, group: Group) -> None:
    """Add the legend's entry: that of the bars would be as faded as the first of them."""
    marker = {"symbol": "square", "size": 11, "color": group.colour}
    figure.add_scatter(x=[None], y=[None], mode="markers", marker=marker, name=make_safe(group.name))


def _place(span: Span) -> str:
    """Return the middle of a span as a place on the axis: noon of a day, midnight between two."""
    half = timedelta(days=span.days) / 2
    return (pd.Timestamp(span.since) + half).strftime("%Y-%m-%d %H:%M")


def _write_hovers(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return what the tooltip of each bar says: its step, and the kinds of event in it."""
    return [(make_safe(name), make_safe(label)) for name, label in zip(rows["name"], rows["label"], strict=True)]


def _add_totals(figure: go.Figure, totals: TotalsChart, whole: Span) -> None:
    colours, rows = palette(totals.look.theme), totals.rows
    line = [*totals.line, (whole.until, totals.line[-1][1])]
    figure.add_scatter(
        x=[f"{day} 12:00" for day, _ in line],
        y=[value for _, value in line],
        yaxis="y2",
        mode="lines",
        line={"shape": "hv", "width": 1.6, "color": colours.faint_ink},
        hoverinfo="skip",
        showlegend=False,
    )
    labelled = set(pick_labels(rows, whole))
    figure.add_scatter(
        x=[f"{day} 12:00" for day in rows["until"]],
        y=list(rows["value"]),
        yaxis="y2",
        mode="markers+text",
        text=[mark if number in labelled else "" for number, mark in enumerate(rows["mark"])],
        textposition=["bottom center" if falls else "top center" for falls in rows["falls"]],
        textfont={"size": 12, "color": colours.ink},
        marker={
            "size": 9,
            "symbol": [_find_symbol(*row) for row in zip(rows["falls"], rows["exact"], strict=True)],
            "color": [colours.marked if falls else colours.steps[-2] for falls in rows["falls"]],
            "line": {"width": 2, "color": [colours.marked if falls else colours.steps[-2] for falls in rows["falls"]]},
        },
        customdata=[_describe_total(row, totals.look) for row in rows.to_dict("records")],
        hovertemplate="%{customdata[2]}<extra></extra>",
        showlegend=False,
        cliponaxis=False,
        selected_marker_opacity=1,
        unselected_marker_opacity=1,
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


def _set_layout(figure: go.Figure, look: Look, with_totals: bool, rows: pd.DataFrame) -> None:
    colours = palette(look.theme)
    share = _TOTALS_HEIGHT / (_BARS_HEIGHT + _TOTALS_HEIGHT) if with_totals else 0
    figure.update_layout(
        barmode="stack",
        height=_BARS_HEIGHT + _FRAME_HEIGHT + (_TOTALS_HEIGHT if with_totals else 0),
        margin={"l": 34, "r": 12, "t": 8, "b": 58},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": colours.ink, "family": FONT},
        hoverlabel={
            "bgcolor": colours.paper,
            "bordercolor": colours.faint_ink,
            "font": {"color": colours.ink, "size": 13},
            "align": "left",
        },
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": colours.faint_ink, "activecolor": colours.ink},
        # The chart's menu turns "select" on, and on it stays while the figure changes.
        dragmode="pan",
        uirevision="kept",
        selectdirection="h",
        clickmode="event+select",
    )
    axis = {"gridcolor": colours.rest, "zerolinecolor": colours.faint_ink, "fixedrange": True, "rangemode": "tozero"}
    most = int(rows.groupby("since")["events"].sum().max()) if len(rows) else 1
    figure.update_layout(
        yaxis={**axis, "domain": (share + 0.08 if share else 0, 1), "nticks": 5, "range": (0, most * 1.06)}
    )
    if most < 5:
        figure.update_layout(yaxis_dtick=1)
    if with_totals:
        figure.update_layout(yaxis2={**axis, "domain": (0, share - 0.08), "nticks": 4})


def _set_time(figure: go.Figure, chart: TimelineChart, whole: Span) -> None:
    """Set the axis: all the time there is, and room beside it where the steps are few."""
    room = timedelta(days=find_room(whole, chart.step))
    _set_ticks(figure, whole, chart.look)
    figure.update_xaxes(
        type="date",
        anchor="y2" if any(trace.yaxis == "y2" for trace in figure.data) else "y",
        range=[str(pd.Timestamp(whole.since) - room), str(pd.Timestamp(whole.until) + timedelta(days=1) + room)],
        ticks="outside",
        tickangle=0,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )


def _set_ticks(figure: go.Figure, whole: Span, look: Look, most: int = MOST_TICKS) -> None:
    ticks = list(list_ticks(whole, look, most))
    words = ["<br>".join(make_safe(line) for line in words.split("\n")) for _, words in ticks]
    figure.update_xaxes(tickvals=[str(day) for day, _ in ticks], ticktext=words)


def _mark_span(figure: go.Figure, chosen: Span, look: Look) -> None:
    colour = palette(look.theme).marked
    figure.add_shape(
        type="rect",
        x0=str(chosen.since),
        x1=str(chosen.until + timedelta(days=1)),
        yref="paper",
        y0=0,
        y1=1,
        fillcolor=colour,
        opacity=0.14,
        line={"width": 1, "color": colour},
        layer="below",
    )


def _add_title(figure: go.Figure, totals: TotalsChart) -> None:
    """Write above the totals what they measure; what the bars measure is said beside the chart."""
    domain = figure.layout.yaxis2.domain
    figure.add_annotation(
        text=make_safe(totals.labels.measure),
        xref="paper",
        yref="paper",
        x=0,
        y=domain[1],
        xanchor="left",
        yanchor="bottom",
        yshift=6,
        showarrow=False,
        font_size=13,
    )
