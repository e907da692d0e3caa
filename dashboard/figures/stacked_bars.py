"""Stacked bars that lie on their side as Plotly figures: the total at the end of each, its name before or above it."""

from collections.abc import Hashable, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.grounds import set_ground
from dashboard.figures.hovers import LINES, break_lines, fit_lines, make_safe, shorten
from geo.charts import StackPart, StacksChart
from geo.charts.inks import choose_ink
from geo.charts.palettes import palette
from geo.charts.stacked_bars import find_longest
from geo.reference.wordings import is_wide

# Names of documents are as long as a line: they stand above their bars, or a phone would have no room for these.
_ABOVE = ("document",)
_STEP, _STEP_ABOVE, _FRAME = 30, 46, 14
_BAR, _BAR_ABOVE = 0.74, 0.44
# How many characters the names before the bars may take of a phone's width, in two lines; and those above of all of it.
# By whether the language has wide signs, as Chinese has.
_LINE, _WIDTH, _NAME = {False: 17, True: 9}, 18, 54
_NAME_LINES = 4
_HOVER = {False: 140, True: 70}
_ROOM = 1.14
_FADED = "4d"
# A part narrower than this share of the longest bar has no room for its number.
_LEAST = 0.06


class Marked(NamedTuple):
    """The bar and the part that are chosen; None where all are."""

    row: str | None = None
    part: str | None = None

    def holds(self, row: str, part: str) -> bool:
        """Return whether a part of a bar is among what is chosen."""
        return self.row in (None, row) and self.part in (None, part)


ALL = Marked()


def draw_stacks(chart: StacksChart, marked: Marked = ALL) -> go.Figure:
    """Return the bars that have room; where a bar or a part is chosen, the others are faded.

    Parts and totals carry the keys of their bar and part (of a total "") as the first two items of `customdata`.
    """
    # Plotly's own template is 7 kB that nothing here uses.
    figure, rows = go.Figure(layout_template=None), chart.choose(chart.drawn)
    for part in list_bars(chart):
        _add_part(figure, chart, part, _read_cells(chart, part, rows), marked)
    _add_totals(figure, chart, rows)
    _set_layout(figure, chart, rows)
    return figure


def list_bars(chart: StacksChart) -> tuple[StackPart, ...]:
    """Return the parts that are drawn: one that is the whole bar, where the parts overlap."""
    if chart.stacked:
        return chart.parts
    return (StackPart("", chart.look.words("stacks.all"), palette(chart.look.theme).steps[-2]),)


def _read_cells(chart: StacksChart, part: StackPart, rows: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Return what each bar has of a part: place, row, name, value, share, length."""
    if part.key:
        found = chart.cells[chart.cells["part"] == part.key]
    else:
        found = pd.DataFrame({"row": rows["key"], "value": rows["total"], "share": 1.0})
    bars = rows.assign(place=range(len(rows))).merge(found, left_on="key", right_on="row")
    return bars.assign(length=bars["share" if chart.shares else "value"]).to_dict("records")


def _add_part(
    figure: go.Figure, chart: StacksChart, part: StackPart, cells: list[dict[Hashable, Any]], marked: Marked
) -> None:
    longest = 1.0 if chart.shares else float(chart.rows["total"].max())
    kept, inks = [marked.holds(cell["row"], part.key) for cell in cells], (choose_ink(part.colour), _find_ink(chart))
    name = f"{make_safe(shorten(part.name, _HOVER[is_wide(chart.look.language)]))} · " if part.key else ""
    figure.add_bar(
        orientation="h",
        y=[cell["place"] for cell in cells],
        x=[cell["length"] for cell in cells],
        width=_BAR_ABOVE if chart.layout.rows in _ABOVE else _BAR,
        text=[_write(cell, chart) if cell["length"] >= _LEAST * longest and part.key else "" for cell in cells],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": [inks[0] if one else inks[1] for one in kept], "size": 11},
        marker={
            "color": [part.colour if one else part.colour + _FADED for one in kept],
            "line": {"width": 0.8, "color": palette(chart.look.theme).paper},
        },
        customdata=[(cell["row"], part.key, *_write_hover(cell, chart)) for cell in cells],
        hovertemplate=f"<b>%{{customdata[2]}}</b><br>{name}%{{customdata[3]}}<extra></extra>",
        selected_marker_opacity=1,
        unselected_marker_opacity=1,
        showlegend=False,
    )


def _find_ink(chart: StacksChart) -> str:
    """Return the ink on what is faded, which is nearly the colour of the paper."""
    return palette(chart.look.theme).ink


def _write(cell: Mapping[Hashable, Any], chart: StacksChart) -> str:
    return f"{cell['share']:.0%}" if chart.shares else chart.write(cell["row"], cell["value"])


def _write_hover(cell: Mapping[Hashable, Any], chart: StacksChart) -> tuple[str, str]:
    """Return what the tooltip of a part says before and after the part's name: the bar; the number and its share."""
    language = chart.look.language
    shown = shorten(cell["name"], _HOVER[is_wide(language)])
    name = "<br>".join(make_safe(line) for line in fit_lines(shown, _NAME_LINES))
    share = f" · {cell['share']:.0%}" if cell["share"] < 1 else ""
    return name, f"{chart.write(cell['row'], cell['value'])}{share}"


def _add_totals(figure: go.Figure, chart: StacksChart, rows: pd.DataFrame) -> None:
    """Write each bar's total at its end; a click on it chooses the whole bar."""
    colours = palette(chart.look.theme)
    figure.add_scatter(
        x=[1.0] * len(rows) if chart.shares else list(rows["total"]),
        y=list(range(len(rows))),
        mode="text",
        text=[f" <b>{chart.write(key, total)}</b>" for key, total in zip(rows["key"], rows["total"], strict=True)],
        textposition="middle right",
        textfont={"size": 13, "color": colours.ink},
        customdata=[
            (key, "", "<br>".join(make_safe(line) for line in fit_lines(name, LINES)))
            for key, name in zip(rows["key"], rows["name"], strict=True)
        ],
        hovertemplate="%{customdata[2]}<extra></extra>",
        unselected_textfont_color=colours.ink,
        cliponaxis=False,
        showlegend=False,
    )


def _set_layout(figure: go.Figure, chart: StacksChart, rows: pd.DataFrame) -> None:
    above = chart.layout.rows in _ABOVE
    longest = 1.0 if chart.shares else find_longest(chart)
    set_ground(figure, chart.look, 13)
    figure.update_layout(
        barmode="stack",
        height=(_STEP_ABOVE if above else _STEP) * max(len(rows), 2) + _FRAME,
        margin={"l": 0, "r": 0, "t": 10 if above else 2, "b": 2},
        dragmode=False,
        hovermode="closest",
        clickmode="event+select",
    )
    figure.update_xaxes(
        range=[0, longest * _ROOM], showgrid=False, zeroline=False, showticklabels=False, fixedrange=True
    )
    figure.update_yaxes(range=[max(len(rows), 2) - 0.5, -0.5], showgrid=False, zeroline=False, fixedrange=True)
    if above:
        figure.update_yaxes(showticklabels=False)
        _write_above(figure, chart, rows)
    else:
        names = [_wrap(name, chart.look.language) for name in rows["name"]]
        figure.update_yaxes(tickvals=list(range(len(rows))), ticktext=names, automargin=True, ticklabelstandoff=6)


def _wrap(name: str, language: str) -> str:
    """Return a name in at most two lines that leave a phone room for the bars."""
    most = _LINE[is_wide(language)]
    lines = [line for line in break_lines(name, _WIDTH) if line]
    kept = lines[:2] if len(lines) <= 2 else [lines[0], shorten(" ".join(lines[1:]), most)]
    return "<br>".join(make_safe(shorten(line, most + 3)) for line in kept)


def _cut(name: str) -> str:
    """Return a name that a phone has room for; Chinese signs are twice as wide."""
    ends = accumulate(2 if sign > "\u2e7f" else 1 for sign in name)
    return shorten(name, sum(1 for end in ends if end <= _NAME) + 1) if len(name) > _NAME // 2 else name


def _write_above(figure: go.Figure, chart: StacksChart, rows: pd.DataFrame) -> None:
    for place, name in enumerate(rows["name"]):
        figure.add_annotation(
            x=0,
            y=place - 0.24,
            text=make_safe(_cut(name)),
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            hovertext=make_safe(shorten(name, 600)),
            font_size=12,
            borderpad=0,
        )
