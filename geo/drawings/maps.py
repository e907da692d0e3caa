"""The choropleth of countries and areas as a picture."""

from collections.abc import Mapping, Sequence

from geo.charts import FlowsChart, MapChart, palette
from geo.charts.maps import name_left_out
from geo.drawings.base_maps import (
    Frame,
    World,
    make_world,
    measure_map,
    paint_contested_lines,
    paint_dots,
    paint_hatch,
    paint_land,
    paint_world,
)
from geo.drawings.boxes import Box
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.flows import paint_flows, write_flows_legend
from geo.drawings.fonts import typeset
from geo.drawings.legends import GAP, Entry, Mark, measure_column, write_legend
from geo.drawings.map_labels import Labelling, write_names, write_notes
from geo.drawings.pages import Page, draw_page
from geo.drawings.rankings import measure_ranking, write_ranking
from geo.drawings.sheets import Align, Format, Sheet
from geo.maps.boundaries import Boundaries, read_points
from geo.maps.dots import DIAMETER, Dot, measure_pixel, place_dots
from geo.maps.earth_views import find_extent
from geo.maps.name_tags import SIZE, Tag

# Which end of a name stands at its place, by the side of the place that it stands on.
_ALIGNS: dict[str, Align] = {"middle right": "left", "middle left": "right"}
# The smallest dot that is seen in print, in points, and the size of names.
_SMALLEST_DOT, _NAME = 3.4, 9.5
# How close the stripes stand of what is to come.
_STRIPES = 5
# A legend beside the map may take so much of the width, and must let the map be so much wider.
_WIDEST_LEGEND, _GAIN = 0.25, 1.02


def draw_map(
    chart: MapChart,
    file_format: Format,
    scale: int = 2,
    shapes: Boundaries | None = None,
    *,
    flows: FlowsChart | None = None,
    edition: Edition = PLAIN,
) -> bytes:
    """Return the picture of a choropleth as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    It shows the part of the earth, in the projection, that the chart's options name; `shapes` (code, geometry) are
    boundaries of the user's own, and `flows` are drawn over it as arcs. `edition` is what an editor sets.
    DrawingError for another format or scale, and where something has no room.
    """
    world = None if shapes is None else make_world(chart.options.view, shapes)
    notes = [*chart.notes, chart.note if shapes is None else chart.look.words("note.own")]
    if flows is not None:
        notes.append(flows.note)
    page = Page(chart.look, chart.labels, notes, chart.alt)

    def draw_body(sheet: Sheet) -> None:
        if _stands_beside(sheet, chart, flows):
            _draw_beside(sheet, chart, world, flows, edition)
            return
        _draw_below(sheet, chart, world, flows, edition)

    return draw_page(page, edition, file_format, scale, draw_body)


def _draw_below(sheet: Sheet, chart: MapChart, world: World | None, flows: FlowsChart | None, edition: Edition) -> None:
    """Draw the map below its legend, and on a sheet that is high enough the largest values below it."""
    if sheet.bottom is None:
        write_legend(sheet, list_entries(chart))
        _draw(sheet, chart, world, flows, edition)
        return
    words = sheet.measure(lambda other: _write_legends(other, chart, flows))
    _, height = measure_map(chart.options.view, sheet.inner, max(sheet.room - words, 1.0))
    left = sheet.room - words - height
    sheet.centre(words + height + measure_ranking(sheet, chart, left))
    write_legend(sheet, list_entries(chart))
    _draw(sheet, chart, world, flows, edition)
    write_ranking(sheet, chart, left)


def _stands_beside(sheet: Sheet, chart: MapChart, flows: FlowsChart | None) -> bool:
    """Return whether the map is larger with its legend beside than above it."""
    if not sheet.wide:
        return False
    view, column = chart.options.view, _measure_legend(sheet, chart)
    above = sheet.measure(lambda other: _write_legends(other, chart, flows))
    beside = measure_map(view, sheet.inner - column - GAP * sheet.unit, sheet.room)
    below = measure_map(view, sheet.inner, max(sheet.room - above, 1.0))
    return beside[0] > _GAIN * below[0]


def _measure_legend(sheet: Sheet, chart: MapChart) -> float:
    """Return how wide a legend beside the map is."""
    return min(measure_column(sheet, list_entries(chart)), _WIDEST_LEGEND * sheet.inner)


def _write_legends(sheet: Sheet, chart: MapChart, flows: FlowsChart | None) -> None:
    write_legend(sheet, list_entries(chart))
    if flows is not None and len(flows.drawn):
        write_flows_legend(sheet, flows, 1.0)


def _draw_beside(
    sheet: Sheet, chart: MapChart, world: World | None, flows: FlowsChart | None, edition: Edition
) -> None:
    """Draw the map with its legend at its right."""
    entries, top = list_entries(chart), sheet.y
    column = _measure_legend(sheet, chart)
    left, width = sheet.left, sheet.inner - column - GAP * sheet.unit
    height = sheet.measure(lambda other: write_legend(other, entries), column)
    with sheet.column(sheet.right - column, column, top + max(0.0, (sheet.room - height) / 2)):
        write_legend(sheet, entries)
    with sheet.column(left, width, top):
        sheet.centre(measure_map(chart.options.view, width, sheet.room)[1])
        _draw(sheet, chart, world, flows, edition)


def _draw(sheet: Sheet, chart: MapChart, world: World | None, flows: FlowsChart | None, edition: Edition) -> None:
    """Draw the map with its flows, names and notes below what is there."""
    top, arcs = sheet.y, flows if flows is not None and len(flows.drawn) else None
    if arcs is not None:
        sheet.y += sheet.measure(lambda other: write_flows_legend(other, arcs, 1.0))
    dots = _size_dots(sheet, chart)
    frame = paint_map(sheet, chart, world, dots)
    end = sheet.y
    if flows is not None:
        paint_flows(sheet, frame, flows, dots)
    if arcs is not None:
        sheet.y = top
        write_flows_legend(sheet, arcs, frame.pixel)
        sheet.y = end
    label_map(sheet, frame, chart, dots, edition)


def _size_dots(sheet: Sheet, chart: MapChart) -> Mapping[str, Dot]:
    """Return the dots, larger where the map is so small that they would not be seen."""
    if sheet.free:
        return chart.dots
    view = chart.options.view
    pixel = measure_map(view, sheet.inner, sheet.room)[0] / find_extent(view)[0] * measure_pixel(view)
    times = max(1.0, _SMALLEST_DOT / (DIAMETER * pixel))
    sizes = tuple((code, round(dot.diameter * times, 2)) for code, dot in chart.dots.items())
    return place_dots(sizes, view) if times > 1 else chart.dots


def paint_map(sheet: Sheet, chart: MapChart, world: World | None, dots: Mapping[str, Dot]) -> Frame:
    """Paint the areas and the dots, as the chart's options say; return where the world stands on the sheet."""
    view, no_data = chart.options.view, sheet.colours.no_data
    # What is coloured as without a value has no darker border either.
    found = zip(chart.rows["code"], chart.rows["colour"], strict=True)
    colours = {code: colour for code, colour in found if colour != no_data}
    if chart.options.borders == "none":
        frame = paint_land(sheet, view, world)
    else:
        frame = paint_world(sheet, colours, view, world)
        paint_hatch(sheet, frame, chart.left_out, sheet.colours.faint_ink, world, name="left-out")
        _paint_stripes(sheet, frame, chart, world)
    if chart.options.borders == "de_facto":
        paint_contested_lines(sheet, frame)
    grounds = {**colours, **dict.fromkeys(chart.left_out, "none")}
    paint_dots(sheet, frame, dots, grounds, frame.pixel, chart.stripes)
    return frame


def _paint_stripes(sheet: Sheet, frame: Frame, chart: MapChart, world: World | None) -> None:
    """Paint stripes over those of which nothing is told but what is to come, each for itself: it may be asked for by its id."""
    for code, colour in chart.stripes.items():
        paint_hatch(sheet, frame, (code,), colour, world, _STRIPES, name=f"to-come-{code}", falling=True)


def label_map(sheet: Sheet, frame: Frame, chart: MapChart, dots: Mapping[str, Dot], edition: Edition) -> None:
    """Write the names and the notes of an editor on the map."""
    labelling = Labelling(sheet.maps[-1], _place_shown(frame, chart), list_dot_boxes(frame, dots))
    if sheet.free:
        write_tags(sheet, chart, frame)
    else:
        shown = [tag for tag in chart.tags if frame.shows(tag.lon, tag.lat)]
        away = {code: dot.diameter / 2 * frame.pixel + 1 for code, dot in dots.items()}
        names = [(tag.text, frame.place(tag.lon, tag.lat), away.get(tag.code, 0.0)) for tag in shown]
        write_names(sheet, labelling, names, sheet.style(_NAME, "bold"))
    write_notes(sheet, frame, labelling, edition.on_map)


def write_tags(sheet: Sheet, chart: MapChart, frame: Frame) -> None:
    """Write the names that a map has, each beside its place."""
    for tag in chart.tags:
        _write_tag(sheet, tag, chart, frame)


def _place_shown(frame: Frame, chart: MapChart) -> list[tuple[float, float]]:
    """Return where on the sheet the areas with a value are."""
    points = [read_points()[code] for code in chart.rows["code"] if code in read_points()]
    return [frame.place(point.lon, point.lat) for point in points if frame.shows(point.lon, point.lat)]


def list_dot_boxes(frame: Frame, dots: Mapping[str, Dot]) -> Sequence[Box]:
    """Return the boxes of the dots that a map shows."""
    shown = [dot for dot in dots.values() if frame.shows(dot.lon, dot.lat)]
    places = [(frame.place(dot.lon, dot.lat), dot.diameter * frame.pixel) for dot in shown]
    return [Box(x - width / 2, y - width / 2, width, width) for (x, y), width in places]


def _write_tag(sheet: Sheet, tag: Tag, chart: MapChart, frame: Frame) -> None:
    """Write a name beside its place, where that is on the map."""
    if not frame.shows(tag.lon, tag.lat):
        return
    x, y = frame.place(tag.lon, tag.lat)
    dot = chart.dots.get(tag.code)
    away = (dot.diameter / 2 + 3) * frame.pixel if dot else 0.0
    across = {"middle right": away, "middle left": -away}.get(tag.side, 0.0)
    up = {"top center": -away - SIZE * 0.6, "bottom center": away + SIZE * 0.6}.get(tag.side, 0.0)
    style = sheet.style(SIZE * frame.pixel, "bold")
    sheet.write_on_map(typeset(tag.text), (x + across, y + up), style, _ALIGNS.get(tag.side, "center"))


def list_entries(chart: MapChart) -> list[Entry]:
    """List the classes, what is only to come, what is not named, what is undetermined and, where there are any, the dots."""
    words, colours, bare = chart.look.words, palette(chart.look.theme), chart.options.borders == "none"
    classes = zip(chart.classes, chart.colours, strict=True)
    mark: Mark = "dot" if bare else "swatch"
    entries = [Entry(colour, one.label, f"class-{n}", mark) for n, (one, colour) in enumerate(classes)]
    if chart.striped:
        entries.append(Entry(colours.ink, words("to_come.legend"), "to-come", "cored" if bare else "stripes"))
    entries.append(Entry(colours.no_data, chart.labels.no_data or words("map.no_data"), "no-data"))
    if chart.left_out:
        name = name_left_out(chart.left_out, chart.look)
        entries.append(Entry(colours.faint_ink, name, "left-out", "ring" if bare else "hatch"))
    if not bare:
        entries.append(Entry(colours.undetermined, words("map.undetermined"), "undetermined"))
    if chart.dots and not bare:
        entries.append(Entry(colours.no_data, words("drawing.dot"), "dot", "dot"))
    return entries
