"""Choropleths as Plotly figures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.figures.card_fields import USUAL, CardField
from dashboard.figures.cards import Card, tell, tell_map, tell_names, tell_undetermined
from dashboard.figures.dots import (
    LAST,
    Group,
    add_contested_lines,
    add_cores,
    add_dots,
    add_hatch,
    add_leaders,
    add_rings,
    add_swatch,
    add_tags,
)
from dashboard.figures.earth_views import Frame, frame_view
from dashboard.figures.grounds import set_ground
from dashboard.figures.hovers import make_safe
from geo.charts import Look, MapChart, MapOptions, RegionsChart, redraw_map
from geo.charts.maps import name_left_out
from geo.charts.palettes import palette
from geo.maps.boundaries import Boundaries, list_small_areas, list_undetermined, read_points
from geo.maps.dots import DIAMETER, place_dots
from geo.maps.earth_views import View
from geo.maps.frame_members import list_members
from geo.maps.hatches import hatch
from geo.reference.places import list_place_codes

_ISLAND_KM2 = 50_000
# Of the hatch of a region: degrees from line to line, and the width of a line in pixels.
_REGION_GAP, _REGION_WIDTH = 3.0, 2.0
# The same of the stripes of what is to come.
_STRIPE_GAP, _STRIPE_WIDTH = 1.8, 1.1
_HALO = ", ".join(["0 0 3px {0}"] * 5)


class _Style(NamedTuple):
    """How a group of areas looks, what the legend calls it, and where it stands there (no rank being Plotly's 1000)."""

    name: str
    colour: str | list[str]
    look: Look
    legend: bool = True
    bare: bool = False
    rank: int | None = None


def draw_map(
    chart: MapChart,
    frame: Frame | None = None,
    marked: Sequence[str] = (),
    shapes: Boundaries | None = None,
    fields: Collection[CardField] = USUAL,
) -> go.Figure:
    """Return the choropleth with its cards (see dashboard.figures.cards); each dot carries its ISO code as `customdata`.

    `frame` is another part of the earth than the chart's own; `marked` are the codes of the chosen areas, which get
    an outline; `shapes` are boundaries of the user's own, as the browser has them; `fields` is what cards tell.
    """
    if frame is not None:
        chart = redraw_map(chart, replace(chart.options, frame=frame))
    # Plotly's own template is 7 kB that nothing here uses.
    figure, look = go.Figure(layout_template=None), chart.look
    bare = chart.options.borders == "none"
    _add_around(figure, chart.options.view, look)
    chart, ranked = _narrow(chart), len(chart.rows)
    _add_background(figure, chart.others, chart.labels.no_data or look.words("map.no_data"), look, bare)
    if chart.left_out:
        _add_left_out(figure, chart, shapes)
    if bare:
        _add_areas(figure, chart.rows["code"], _Style("", palette(look.theme).no_data, look, bare=True))
        _add_sized_dots(figure, chart)
    else:
        _add_classes(figure, chart, shapes)
    tell_map(figure, chart, ranked, fields)
    if chart.options.borders == "de_facto":
        add_contested_lines(figure, look.theme)
    _add_marks(figure, chart, marked)
    add_tags(figure, chart.tags, look.theme)
    _set_layout(figure, look, chart.options)
    figure.update_layout(legend_title_text=make_safe(chart.labels.measure))
    return figure


def _narrow(chart: MapChart) -> MapChart:
    """Return a chart with nothing but what its part of the world has."""
    members = list_members(chart.options.view.frame)
    return replace(
        chart,
        rows=chart.rows[chart.rows["code"].isin(members)],
        others={code: name for code, name in chart.others.items() if code in members},
        left_out={code: value for code, value in chart.left_out.items() if code in members},
    )


def _add_around(figure: go.Figure, view: View, look: Look) -> None:
    """Add the land around a part of the world: it answers to nothing."""
    members, colour = list_members(view.frame), palette(look.theme).around
    around = [code for code in list_place_codes() if code not in members]
    if around:
        _add_areas(figure, around, _Style("", colour, look, bare=True))
        figure.data[-1].hoverinfo = "skip"


def _add_left_out(figure: go.Figure, chart: MapChart, shapes: Boundaries | None) -> None:
    """Add what is not counted: hatched areas, hollow dots where there is no area to hatch, and the legend's sign."""
    look, bare = chart.look, chart.options.borders == "none"
    colours = palette(look.theme)
    _add_areas(figure, chart.left_out, _Style("", colours.no_data, look, bare=bare))
    if not bare:
        add_hatch(figure, hatch(chart.left_out, shapes), colours.faint_ink)
    dots = {code: dot for code, dot in chart.dots.items() if code in chart.left_out}
    add_dots(figure, dots, Group("rgba(0,0,0,0)", look.theme))
    sign = "circle-open" if bare else "square-x-open"
    add_swatch(figure, make_safe(name_left_out(chart.left_out, look)), sign, colours.faint_ink, LAST)


def _add_classes(figure: go.Figure, chart: MapChart, shapes: Boundaries | None) -> None:
    """Add the areas class by class, and a dot for each that is too small to be seen."""
    colours = dict(zip(chart.rows["code"], chart.rows["colour"], strict=True))
    dots = {code: dot for code, dot in chart.dots.items() if code in colours}
    for number, one in enumerate(chart.classes):
        codes = chart.rows["code"][chart.rows["number"] == number]
        _add_areas(figure, codes, _Style(one.label, chart.colours[number], chart.look))
    _add_stripes(figure, chart, shapes)
    add_leaders(figure, chart.dots, chart.look.theme)
    add_dots(figure, dots, Group([colours[code] for code in dots], chart.look.theme))
    _add_cores(figure, chart)


def _add_stripes(figure: go.Figure, chart: MapChart, shapes: Boundaries | None) -> None:
    """Add the stripes of those of which nothing is told but what is to come, a group a colour, and the legend's sign."""
    stripes = chart.stripes
    for colour in dict.fromkeys(stripes.values()):
        # Each for itself: from day to day there are others.
        codes = [code for code in stripes if stripes[code] == colour]
        lines = [line for code in codes for line in hatch((code,), shapes, _STRIPE_GAP, falling=True)]
        add_hatch(figure, lines, colour, _STRIPE_WIDTH)
    _add_striped_sign(figure, chart, "square-cross-open")


def _add_striped_sign(figure: go.Figure, chart: MapChart, sign: str) -> None:
    if chart.striped:
        words = make_safe(chart.look.words("to_come.legend"))
        add_swatch(figure, words, sign, palette(chart.look.theme).ink, codes=chart.striped)


def _add_sized_dots(figure: go.Figure, chart: MapChart) -> None:
    """Add a dot for every area that has a value, a group a class."""
    add_leaders(figure, chart.dots, chart.look.theme)
    for number, one in enumerate(chart.classes):
        codes = chart.rows["code"][chart.rows["number"] == number]
        dots = {code: chart.dots[code] for code in codes if code in chart.dots}
        add_dots(figure, dots, Group(chart.colours[number], chart.look.theme, one.label))
    _add_cores(figure, chart)
    _add_striped_sign(figure, chart, "circle-open-dot")


def _add_cores(figure: go.Figure, chart: MapChart) -> None:
    add_cores(figure, {code: chart.dots[code] for code in chart.striped if code in chart.dots}, chart.stripes)


def draw_regions_map(
    chart: RegionsChart, names: Mapping[str, str], frame: Frame = "world", shapes: Boundaries | None = None
) -> go.Figure:
    """Return the map of a breakdown: each region hatched as a whole, with its figure; what is named coloured.

    `names` gives the name of every country and area; those outside the regions are drawn as without a figure. `shapes`
    are boundaries of the user's own, as the browser has them.
    """
    # Plotly's own template is 7 kB that nothing here uses.
    figure, look = go.Figure(layout_template=None), chart.look
    outside = {code: name for code, name in names.items() if code not in chart.areas}
    _add_background(figure, outside, look.words("map.no_value"), look)
    small = list_small_areas() & set(chart.areas)
    dots = place_dots(tuple((code, DIAMETER) for code in sorted(small)), MapOptions(frame=frame).view)
    add_leaders(figure, dots, look.theme)
    for number, row in enumerate(chart.rows.to_dict("records")):
        name, named = f"{make_safe(row['name'])}: {make_safe(row['shown'])}", bool(row["named"])
        codes = [code for code, part in chart.areas.items() if part == number]
        _add_areas(figure, codes, _Style("" if not named else name, row["ground"], look, bare=not named))
        if not named:
            add_hatch(figure, hatch(codes, shapes, _REGION_GAP), row["colour"], _REGION_WIDTH)
            add_swatch(figure, name, "square", row["colour"])
        add_dots(figure, {code: dots[code] for code in codes if code in dots}, Group(row["ground"], look.theme))
    tell_undetermined(figure, look)
    tell_names(figure, outside, look.words("map.no_value"))
    tell(figure, *_describe_regions(chart))
    _add_labels(figure, chart)
    _set_layout(figure, look, MapOptions(frame=frame))
    return figure


def _describe_regions(chart: RegionsChart) -> tuple[dict[str, Card], dict[str, str]]:
    """Return the cards of the regions: name, figure, and that no country of it is named; and which area tells which."""
    cards = {
        f"part-{number}": Card(
            row["name"], facts=(row["label"], *([] if row["named"] else [chart.look.words("regions.unnamed")]))
        )
        for number, row in enumerate(chart.rows.to_dict("records"))
    }
    return cards, {code: f"part-{number}" for code, number in chart.areas.items()}


def _add_background(figure: go.Figure, names: Mapping[str, str], label: str, look: Look, bare: bool = False) -> None:
    """Add what has no value: areas of undetermined status, and those that the documents do not name.

    `bare` draws no boundaries, so that no area is set apart from another.
    """
    colours = palette(look.theme)
    colour = colours.no_data if bare else colours.undetermined
    _add_areas(figure, list_undetermined(), _Style("", colour, look, False, bare))
    _add_areas(figure, names, _Style(label, colours.no_data, look, bare=bare, rank=LAST - 1))


def _add_areas(figure: go.Figure, codes: Iterable[str], style: _Style) -> None:
    """Add shapes of one colour."""
    locations = list(codes)
    if not locations:
        return
    figure.add_choropleth(
        locations=locations,
        z=[1] * len(locations),
        locationmode="ISO-3",
        colorscale=[[0, style.colour], [1, style.colour]],
        showscale=False,
        marker_line={"width": 0.5, "color": style.colour if style.bare else palette(style.look.theme).border},
        name=style.name,
        showlegend=style.legend and bool(style.name),
        legendrank=style.rank,
        unselected_marker_opacity=1,
    )


def _add_labels(figure: go.Figure, chart: RegionsChart) -> None:
    """Write each region's figure in its middle, in ink that can be read there: on an island it stands on the sea."""
    for number, point in chart.middles.items():
        row, island = chart.rows.iloc[number], point.area_km2 < _ISLAND_KM2
        on_colour = bool(row["named"]) and not island
        figure.add_scattergeo(
            lon=[point.lon],
            lat=[point.lat],
            mode="text",
            text=[f"<b>{make_safe(row['shown'])}</b>"],
            textfont={
                "size": 17,
                "color": row["ink"] if on_colour else palette(chart.look.theme).ink,
                # A wide number on a narrow country reaches out over the sea and its neighbours.
                "shadow": _HALO.format(row["colour"] if on_colour else palette(chart.look.theme).paper),
            },
            textposition="top center" if island else "middle center",
            hoverinfo="skip",
            showlegend=False,
        )


def _add_marks(figure: go.Figure, chart: MapChart, marked: Sequence[str]) -> None:
    """Add an outline round the chosen areas, and a ring where one is drawn as a dot or too small to be seen."""
    codes, colour = [code for code in marked if code in read_points()], palette(chart.look.theme).marked
    if not codes:
        return
    small = [code for code in codes if code in list_small_areas() or code in chart.dots]
    dots = {**place_dots(tuple((code, DIAMETER) for code in small), chart.options.view), **chart.dots}
    add_rings(figure, [dots[code] for code in small], colour)
    figure.add_choropleth(
        locations=codes,
        z=[1] * len(codes),
        locationmode="ISO-3",
        colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        showscale=False,
        marker_line={"width": 0 if chart.options.borders == "none" else 1.8, "color": colour},
        hoverinfo="skip",
        showlegend=False,
    )


def _set_layout(figure: go.Figure, look: Look, options: MapOptions) -> None:
    frame_view(figure, options.view, palette(look.theme).border)
    set_ground(figure, look)
    figure.update_layout(
        autosize=True,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        # What is under the pointer is told by a card of the page's own.
        hovermode=False,
        uirevision=f"{options.frame} {options.projection}",
    )
