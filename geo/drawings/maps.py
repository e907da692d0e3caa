"""The choropleth of countries and areas as a picture."""

from geo.charts import FlowsChart, MapChart, palette
from geo.charts.maps import name_left_out
from geo.drawings.base_maps import (
    SCALE,
    Frame,
    make_world,
    paint_contested_lines,
    paint_dots,
    paint_hatch,
    paint_land,
    paint_world,
)
from geo.drawings.flows import paint_flows, write_flows_legend
from geo.drawings.fonts import typeset
from geo.drawings.legends import Entry, Mark, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, Align, Format, Sheet
from geo.maps.boundaries import Boundaries
from geo.maps.name_tags import SIZE, Tag

# Which end of a name stands at its place, by the side of the place that it stands on.
_ALIGNS: dict[str, Align] = {"middle right": "left", "middle left": "right"}


def draw_map(
    chart: MapChart,
    file_format: Format,
    scale: int = 2,
    shapes: Boundaries | None = None,
    *,
    flows: FlowsChart | None = None,
) -> bytes:
    """Return the picture of a choropleth as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    It shows the part of the earth, in the projection, that the chart's options name; `shapes` (code, geometry) are
    boundaries of the user's own, and `flows` are drawn over it as arcs. DrawingError for another format or scale.
    """
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels)
        write_legend(sheet, _list_entries(chart))
        if flows is not None and len(flows.drawn):
            write_flows_legend(sheet, flows)
        frame = paint_map(sheet, chart, shapes)
        if flows is not None:
            paint_flows(sheet, frame, flows, chart.dots)
        write_tags(sheet, chart, frame)
        notes = [*chart.notes, chart.note if shapes is None else chart.look.words("note.own")]
        if flows is not None:
            notes.append(flows.note)
        write_foot(sheet, chart.look, chart.labels.source, notes)
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def write_tags(sheet: Sheet, chart: MapChart, frame: Frame) -> None:
    """Write the names that a map has, each beside its place."""
    for tag in chart.tags:
        _write_tag(sheet, tag, chart, frame)


def paint_map(sheet: Sheet, chart: MapChart, shapes: Boundaries | None) -> Frame:
    """Paint the areas and the dots, as the chart's options say; return where the world stands on the sheet."""
    view, no_data = chart.options.view, sheet.colours.no_data
    # What is coloured as without a value has no darker border either.
    found = zip(chart.rows["code"], chart.rows["colour"], strict=True)
    colours = {code: colour for code, colour in found if colour != no_data}
    world = None if shapes is None else make_world(view, shapes)
    if chart.options.borders == "none":
        frame = paint_land(sheet, view, world)
    else:
        frame = paint_world(sheet, colours, view, world)
        paint_hatch(sheet, frame, chart.left_out, sheet.colours.faint_ink, world)
    if chart.options.borders == "de_facto":
        paint_contested_lines(sheet, frame)
    paint_dots(sheet, frame, chart.dots, {**colours, **dict.fromkeys(chart.left_out, "none")})
    return frame


def _write_tag(sheet: Sheet, tag: Tag, chart: MapChart, frame: Frame) -> None:
    """Write a name beside its place, where that is on the map."""
    if not frame.shows(tag.lon, tag.lat):
        return
    x, y = frame.place(tag.lon, tag.lat)
    dot = chart.dots.get(tag.code)
    away = (dot.diameter / 2 + 3) * SCALE if dot else 0.0
    across = {"middle right": away, "middle left": -away}.get(tag.side, 0.0)
    up = {"top center": -away - SIZE * 0.6, "bottom center": away + SIZE * 0.6}.get(tag.side, 0.0)
    style = sheet.style(SIZE * SCALE, "bold")
    sheet.write_on_map(typeset(tag.text), (x + across, y + up), style, _ALIGNS.get(tag.side, "center"))


def _list_entries(chart: MapChart) -> list[Entry]:
    """List the classes, what is not named, what is undetermined and, where there are any, the dots."""
    words, colours, bare = chart.look.words, palette(chart.look.theme), chart.options.borders == "none"
    classes = zip(chart.classes, chart.colours, strict=True)
    mark: Mark = "dot" if bare else "swatch"
    entries = [Entry(colour, one.label, f"class-{n}", mark) for n, (one, colour) in enumerate(classes)]
    entries.append(Entry(colours.no_data, chart.labels.no_data or words("map.no_data"), "no-data"))
    if chart.left_out:
        name = name_left_out(chart.left_out, chart.look)
        entries.append(Entry(colours.faint_ink, name, "left-out", "ring" if bare else "hatch"))
    if not bare:
        entries.append(Entry(colours.undetermined, words("map.undetermined"), "undetermined"))
    if chart.dots and not bare:
        entries.append(Entry(colours.no_data, words("drawing.dot"), "dot", "dot"))
    return entries
