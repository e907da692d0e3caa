"""Two maps and their difference as Plotly figures; their legends stand on the page, one for both maps."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.cards import Card, tell, tell_names, write_codes
from dashboard.figures.hovers import make_safe
from dashboard.figures.maps import draw_map
from geo.charts import Look, TwoMapsChart
from geo.charts.decimals import write_decimal
from geo.charts.differences import left_out_colour, write_difference
from geo.charts.palettes import palette
from geo.charts.two_maps import LETTERS

_SIDES = ("first", "second")


def draw_two(chart: TwoMapsChart, place: int, marked: Sequence[str] = (), *, legend: bool = False) -> go.Figure:
    """Return the map of the first side (0), of the second (1), or of the difference (2); `marked` codes get an outline.

    The legend stands on the map itself only where it is asked for.
    """
    figure = draw_map(chart.maps[place], marked=marked)
    if place == len(LETTERS):
        _tell_differences(figure, chart)
    _add_left_out(figure, chart)
    figure.update_layout(showlegend=legend)
    return figure


def list_legend(chart: TwoMapsChart, place: int) -> Iterator[tuple[str, str]]:
    """Yield the entries of a map's legend, a colour and its words each; 0 and 1 have the same."""
    one, colours = chart.maps[place], palette(chart.look.theme)
    yield from zip(one.colours, (group.label for group in one.classes), strict=True)
    yield colours.no_data, chart.labels.no_data
    if chart.left_out:
        names = chart.look.words("list.comma").join(chart.left_out.values())
        yield left_out_colour(chart.look.theme), chart.look.words("two.left_out", {"names": names})


def _tell_differences(figure: go.Figure, chart: TwoMapsChart) -> None:
    """Let the cards of a map of differences tell both sides."""
    tell(figure, {row["code"]: _describe(row, chart) for row in chart.rows.to_dict("records")})


def _describe(row: Mapping[Any, Any], chart: TwoMapsChart) -> Card:
    sides = (f"{letter}: {write_side(row[side], chart.look)}" for letter, side in zip(LETTERS, _SIDES, strict=True))
    return Card(
        row["name"],
        write_codes(row["code"]),
        write_difference(row["difference"]),
        chart.names[-1],
        (" · ".join(sides),),
    )


def write_side(value: Any, look: Look) -> str:  # noqa: ANN401 - a cell of a column that may miss a value
    """Return the value of a side, or that it has none."""
    return write_decimal(value) if isinstance(value, (int, float)) else look.words("two.none")


def _add_left_out(figure: go.Figure, chart: TwoMapsChart) -> None:
    """Add who is not counted, in a look of its own."""
    bare, look = chart.options.borders == "none", chart.look
    colour = palette(look.theme).no_data if bare else left_out_colour(look.theme)
    if not chart.left_out:
        return
    figure.add_choropleth(
        locations=list(chart.left_out),
        z=[1] * len(chart.left_out),
        locationmode="ISO-3",
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        marker_line={"width": 0.5, "color": colour if bare else palette(look.theme).border},
        unselected_marker_opacity=1,
        name=chart.look.words("two.left_out", {"names": ", ".join(map(make_safe, chart.left_out.values()))}),
        showlegend=not bare,
    )
    tell_names(figure, chart.left_out, look.words("two.not_counted"))
