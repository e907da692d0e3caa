"""Choropleths as Plotly figures."""

from collections.abc import Mapping
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.figures.frames import WINDOWS, Frame
from dashboard.figures.hovers import describe_areas, make_safe, write_template
from geo.boundaries import list_undetermined, read_points
from geo.charts import Look, MapChart, RegionsChart
from geo.charts.palettes import palette

# The one file with the shapes of all areas lies here; the browser fetches it once and keeps it.
_SHAPES = "/app/static/boundaries/"
_DOT_SIZE = 9
_ISLAND_KM2 = 50_000
# The page's own font, then whatever the machine has for Chinese.
FONT = '"Source Sans", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

_LEGEND = {
    "orientation": "h",
    "y": -0.02,
    "yanchor": "top",
    "x": 0,
    "title": {"side": "top", "font": {"size": 13}},
    "itemclick": False,
    "itemdoubleclick": False,
}


class _Style(NamedTuple):
    """How a group of areas looks, and what the legend calls it."""

    name: str
    colour: str | list[str]
    look: Look
    legend: bool = True
    hover: str = ""


def configure_map(file_name: str) -> dict[str, object]:
    """Return the chart's settings, with the name that the picture from its own menu gets."""
    return {
        "topojsonURL": _SHAPES,
        "displaylogo": False,
        "scrollZoom": True,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "hoverClosestGeo"],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": file_name},
    }


def draw_map(chart: MapChart, frame: Frame = "world", marked: str | None = None) -> go.Figure:
    """Return the choropleth; each shape and dot carries its ISO code as first item of `customdata`."""
    # Plotly's own template is 7 kB that nothing here uses.
    figure, look = go.Figure(layout_template=None), chart.look
    _add_background(figure, chart.others, look.words("map.no_data"), look)
    hovers, template = describe_areas(chart), write_template(chart)
    dots = chart.rows[chart.rows["dot"]]
    # A state drawn as a dot has its sentence there; its shape is too small to be met.
    shapes = {**hovers, **{code: hovers[code]._replace(example="") for code in dots["code"]}}
    for number, one in enumerate(chart.classes):
        codes = chart.rows["code"][chart.rows["number"] == number]
        style = _Style(one.label, chart.colours[number], look, hover=template)
        _add_areas(figure, {code: shapes[code] for code in codes}, style)
    style = _Style("", list(dots["colour"]), look, legend=False, hover=template)
    _add_dots(figure, {code: hovers[code] for code in dots["code"]}, style)
    _add_mark(figure, marked, look)
    _set_layout(figure, look, frame)
    figure.update_layout(legend_title_text=make_safe(chart.labels.measure))
    return figure


def draw_regions_map(chart: RegionsChart, names: Mapping[str, str], frame: Frame = "world") -> go.Figure:
    """Return the map of a breakdown: every member of a region in its region's colour, with the region's figure.

    `names` gives the name of every country and area; those outside the regions are drawn as without a figure.
    """
    # Plotly's own template is 7 kB that nothing here uses.
    figure, look = go.Figure(layout_template=None), chart.look
    outside = {code: name for code, name in names.items() if code not in chart.areas}
    _add_background(figure, outside, look.words("map.no_value"), look)
    small = read_points(small_only=True)
    for number, row in enumerate(chart.rows.to_dict("records")):
        lines = (f"<b>{make_safe(row['name'])}</b>", make_safe(row["label"]), make_safe(look.words("regions.unnamed")))
        style = _Style(
            f"{make_safe(row['name'])}: {row['value']:,}",
            row["colour"],
            look,
            hover="<br>".join(lines) + "<extra></extra>",
        )
        hovers = {code: (code,) for code, part in chart.areas.items() if part == number}
        _add_areas(figure, hovers, style)
        _add_dots(figure, {code: hover for code, hover in hovers.items() if code in small}, style)
    _add_labels(figure, chart)
    _set_layout(figure, look, frame)
    return figure


def _add_background(figure: go.Figure, names: Mapping[str, str], label: str, look: Look) -> None:
    """Add what has no value: areas of undetermined status, and those that the documents do not name."""
    colours = palette(look.theme)
    hover = f"{make_safe(look.words('map.undetermined'))}<extra></extra>"
    style = _Style("", colours.undetermined, look, legend=False, hover=hover)
    _add_areas(figure, {code: (code,) for code in list_undetermined()}, style)
    hover = f"<b>%{{customdata[1]}}</b> · %{{customdata[0]}}<br>{make_safe(label)}<extra></extra>"
    style = _Style(label, colours.no_data, look, hover=hover)
    _add_areas(figure, {code: (code, make_safe(name)) for code, name in names.items()}, style)


def _add_areas(figure: go.Figure, hovers: Mapping[str, tuple[str, ...]], style: _Style) -> None:
    """Add shapes of one colour; `hovers` holds by code the fields that the style's template shows."""
    if not hovers:
        return
    figure.add_choropleth(
        locations=list(hovers),
        z=[1] * len(hovers),
        locationmode="ISO-3",
        colorscale=[[0, style.colour], [1, style.colour]],
        showscale=False,
        marker_line={"width": 0.5, "color": palette(style.look.theme).border},
        name=style.name,
        showlegend=style.legend,
        customdata=list(hovers.values()),
        hovertemplate=style.hover,
        unselected_marker_opacity=1,
    )


def _add_dots(figure: go.Figure, hovers: Mapping[str, tuple[str, ...]], style: _Style) -> None:
    """Add dots for areas too small to be seen; `style.colour` is one colour, or one a dot."""
    if not hovers:
        return
    points = [read_points()[code] for code in hovers]
    border = {"width": 1, "color": palette(style.look.theme).dot_border}
    figure.add_scattergeo(
        lon=[point.lon for point in points],
        lat=[point.lat for point in points],
        mode="markers",
        marker={"size": _DOT_SIZE, "color": style.colour, "line": border, "opacity": 1},
        showlegend=False,
        customdata=list(hovers.values()),
        hovertemplate=style.hover,
        unselected_marker_opacity=1,
    )


def _add_labels(figure: go.Figure, chart: RegionsChart) -> None:
    """Write each region's figure in its middle, in ink that can be read there: on an island it stands on the sea."""
    for number, point in chart.middles.items():
        row, island = chart.rows.iloc[number], point.area_km2 < _ISLAND_KM2
        figure.add_scattergeo(
            lon=[point.lon],
            lat=[point.lat],
            mode="text",
            text=[f"<b>{row['value']:,}</b>"],
            textfont={"size": 17, "color": palette(chart.look.theme).ink if island else row["ink"]},
            textposition="top center" if island else "middle center",
            hoverinfo="skip",
            showlegend=False,
        )


def _measure(label: str) -> int:
    """Return about how many pixels wide a legend's label is: Chinese signs are twice as wide."""
    return sum(13 if sign > "\u2e7f" else 7 for sign in label)


def _add_mark(figure: go.Figure, code: str | None, look: Look) -> None:
    """Add an outline round the chosen area, and a ring where it is too small to be seen."""
    if code is None or code not in read_points():
        return
    colour = palette(look.theme).marked
    figure.add_choropleth(
        locations=[code],
        z=[1],
        locationmode="ISO-3",
        colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        showscale=False,
        marker_line={"width": 1.8, "color": colour},
        hoverinfo="skip",
        showlegend=False,
    )
    if code in read_points(small_only=True):
        point = read_points()[code]
        ring = {"size": _DOT_SIZE + 6, "color": "rgba(0,0,0,0)", "line": {"width": 2.5, "color": colour}}
        figure.add_scattergeo(
            lon=[point.lon], lat=[point.lat], mode="markers", marker=ring, hoverinfo="skip", showlegend=False
        )


def _set_layout(figure: go.Figure, look: Look, frame: Frame) -> None:
    colours, window = palette(look.theme), WINDOWS[frame]
    figure.update_geos(
        resolution=50,
        visible=False,
        showframe=False,
        bgcolor="rgba(0,0,0,0)",
        fitbounds=False,
        projection_type=window.projection,
        projection_rotation_lon=window.meridian,
        lonaxis_range=window.longitudes,
        lataxis_range=window.latitudes,
    )
    figure.update_layout(
        autosize=True,
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": colours.faint_ink, "activecolor": colours.ink},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        font={"color": colours.ink, "family": FONT},
        clickmode="event+select",
        uirevision=frame,
        hoverlabel={
            "bgcolor": colours.paper,
            "bordercolor": colours.faint_ink,
            "font": {"color": colours.ink, "size": 13},
        },
        # Entries of one width wrap into columns on a narrow screen, whatever font the machine has.
        legend={**_LEGEND, "entrywidth": max(_measure(trace.name) for trace in figure.data if trace.showlegend)},
    )
