"""Stacked bars of a regional breakdown as Plotly figures."""

import plotly.graph_objects as go

from dashboard.figures.grounds import set_ground
from dashboard.figures.hovers import make_safe
from geo.charts import Look, RegionsChart
from geo.charts.numbers import write_number
from geo.charts.palettes import palette

_BAR_HEIGHT = 46
_ROOM = 1.6  # how much longer than its bars a chart is where their amounts stand behind them


def draw_parts(chart: RegionsChart) -> go.Figure:
    """Return the parts as one stacked bar, the stated total as another beneath it.

    The data of a part, here and in the other bars, are the number of its row in the chart.
    """
    figure, look = go.Figure(layout_template=None), chart.look
    labels = (look.words("regions.parts"), look.words("regions.stated"))
    for number, row in enumerate(chart.rows.to_dict("records")):
        name, shown = make_safe(row["name"]), make_safe(row["shown"])
        _add_segment(figure, (labels[0], row["value"]), f"{name}: {shown}", row["colour"])
        figure.data[-1].customdata = [[number]]
        figure.data[-1].insidetextfont = {"color": row["ink"]}
        figure.data[-1].text = [f"{name}<br><b>{shown}</b>"]
    ends = {labels[0]: chart.total}
    if chart.stated is not None:
        stated = write_number(chart.stated, look.language)
        _add_segment(figure, (labels[1], chart.stated), f"{labels[1]}: {stated}", palette(look.theme).total)
        ends[labels[1]] = chart.stated
    _set_layout(figure, look, len(ends))
    for label, value in ends.items():
        _write_end(figure, label, value, f"<b>{write_number(value, look.language)}</b>")
    figure.update_xaxes(range=[0, max(ends.values()) * 1.08])
    return figure


def draw_amounts(chart: RegionsChart) -> go.Figure:
    """Return one bar a part, its amount beside it: where parts differ a hundredfold a stack shows only the largest."""
    figure, look = go.Figure(layout_template=None), chart.look
    for number, row in enumerate(chart.rows.to_dict("records")):
        name, label = make_safe(row["name"]), make_safe(row["label"])
        _add_segment(figure, (name, row["value"]), f"{name}: {label}", row["colour"])
        figure.data[-1].customdata = [[number]]
        _write_end(figure, name, row["value"], label)
    _set_layout(figure, look, len(chart.rows))
    figure.update_xaxes(range=[0, chart.rows["value"].max() * _ROOM])
    return figure


def draw_shares(chart: RegionsChart) -> go.Figure:
    """Return one bar to 100 % a region: the share that the source counts, and the rest."""
    figure, look = go.Figure(layout_template=None), chart.look
    colours = palette(look.theme)
    shown = chart.rows[chart.rows["share"].notna()]
    for number, row in zip(shown.index, shown.to_dict("records"), strict=True):
        name, share = make_safe(row["name"]), min(float(row["share"]), 1.0)
        _add_segment(figure, (name, share), make_safe(row["label"]), row["colour"])
        figure.data[-1].customdata = [[int(number)]]
        rest = f"{make_safe(look.words('regions.rest'))}: {max(int(row['denominator']) - int(row['value']), 0)}"
        _add_segment(figure, (name, 1 - share), rest, colours.rest)
        figure.add_annotation(
            x=1,
            y=name,
            text=make_safe(row["label"]),
            xanchor="right",
            xshift=-6,
            showarrow=False,
            # A bar of any colour may lie under it.
            bgcolor=colours.paper,
            opacity=0.9,
        )
    _set_layout(figure, look, max(len(shown), 1))
    figure.update_xaxes(range=[0, 1])
    return figure


def _write_end(figure: go.Figure, label: str, value: float, text: str) -> None:
    """Write a text behind the end of a bar."""
    figure.add_annotation(x=value, y=label, text=text, xanchor="left", xshift=6, showarrow=False)


def _add_segment(figure: go.Figure, place: tuple[str, float], hover: str, colour: str) -> None:
    figure.add_bar(
        y=[place[0]],
        x=[place[1]],
        orientation="h",
        marker={"color": colour, "line": {"width": 0.6, "color": "rgba(127,127,127,0.8)"}},
        showlegend=False,
        hovertemplate=f"{hover}<extra></extra>",
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
    )


def _set_layout(figure: go.Figure, look: Look, bars: int) -> None:
    set_ground(figure, look)
    figure.update_layout(
        barmode="stack",
        bargap=0.3,
        height=_BAR_HEIGHT * bars + 60,
        margin={"l": 0, "r": 10, "t": 6, "b": 6},
        dragmode=False,
        # What has no room is left out; every part is named beneath.
        uniformtext={"minsize": 9, "mode": "hide"},
    )
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True)
    figure.update_xaxes(showgrid=False, zeroline=False, showticklabels=False, fixedrange=True)
