"""Stacked bars of a regional breakdown as Plotly figures."""

import plotly.graph_objects as go

from dashboard.figures.hovers import make_safe
from dashboard.figures.maps import FONT
from geo.charts import Look, RegionsChart
from geo.charts.palettes import palette

_BAR_HEIGHT = 46


def draw_parts(chart: RegionsChart) -> go.Figure:
    """Return the parts as one stacked bar, the stated total as another beneath it."""
    figure, look = go.Figure(layout_template=None), chart.look
    labels = (look.words("regions.parts"), look.words("regions.stated"))
    for row in chart.rows.to_dict("records"):
        _add_segment(figure, (labels[0], row["value"]), make_safe(f"{row['name']}: {row['value']:,}"), row["colour"])
        figure.data[-1].insidetextfont = {"color": row["ink"]}
        figure.data[-1].text = [f"{make_safe(row['name'])}<br><b>{row['value']:,}</b>"]
    if chart.stated is not None:
        _add_segment(figure, (labels[1], chart.stated), f"{labels[1]}: {chart.stated:,}", palette(look.theme).total)
        figure.data[-1].text = [f"<b>{chart.stated:,}</b>"]
    ends = {labels[0]: chart.total} if chart.stated is None else {labels[0]: chart.total, labels[1]: chart.stated}
    _set_layout(figure, look, len(ends))
    for label, value in ends.items():
        figure.add_annotation(x=value, y=label, text=f"<b>{value:,}</b>", xanchor="left", xshift=6, showarrow=False)
    figure.update_xaxes(range=[0, max(ends.values()) * 1.08])
    return figure


def draw_shares(chart: RegionsChart) -> go.Figure:
    """Return one bar to 100 % a region: the share that the source counts, and the rest."""
    figure, look = go.Figure(layout_template=None), chart.look
    colours = palette(look.theme)
    shown = chart.rows[chart.rows["share"].notna()]
    for row in shown.to_dict("records"):
        name, share = make_safe(row["name"]), min(float(row["share"]), 1.0)
        _add_segment(figure, (name, share), make_safe(row["label"]), row["colour"])
        rest = f"{make_safe(look.words('regions.rest'))}: {max(int(row['denominator']) - row['value'], 0)}"
        _add_segment(figure, (name, 1 - share), rest, colours.rest)
        figure.add_annotation(
            x=1,
            y=name,
            text=make_safe(row["label"]),
            xanchor="right",
            xshift=-6,
            showarrow=False,
            font_color=row["ink"] if share == 1 else colours.ink,
        )
    _set_layout(figure, look, max(len(shown), 1))
    figure.update_xaxes(range=[0, 1])
    return figure


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
    colours = palette(look.theme)
    figure.update_layout(
        barmode="stack",
        bargap=0.3,
        height=_BAR_HEIGHT * bars + 60,
        margin={"l": 0, "r": 10, "t": 6, "b": 6},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": colours.ink, "family": FONT},
        hoverlabel={"bgcolor": colours.paper, "font": {"color": colours.ink}},
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": colours.faint_ink, "activecolor": colours.ink},
        dragmode=False,
    )
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True)
    figure.update_xaxes(showgrid=False, zeroline=False, showticklabels=False, fixedrange=True)
