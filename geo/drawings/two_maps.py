"""Two maps beside each other under one legend and the map of their difference below them, as a picture."""

from geo.charts import MapChart, TwoMapsChart, palette
from geo.charts.differences import left_out_colour
from geo.drawings.base_maps import World, make_world, paint_contested_lines, paint_dots, paint_land, paint_world
from geo.drawings.fonts import shorten, typeset
from geo.drawings.legends import Entry, Mark, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet
from geo.maps.boundaries import Boundaries
from geo.maps.dots import measure_pixel
from geo.maps.earth_views import ASPECT, find_extent

_GUTTER, _NAME = 18.0, 12.0
_WIDTH = (INNER - _GUTTER) / 2


def draw_two_maps(chart: TwoMapsChart, file_format: Format, scale: int = 2, shapes: Boundaries | None = None) -> bytes:
    """Return the picture of two maps and their difference as a file: a PNG is 1,200 pixels wide times `scale` (1 to 4).

    `shapes` (code, geometry) are boundaries of the user's own. DrawingError for another format or scale.
    """
    world = None if shapes is None else make_world(chart.options.view, shapes)
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels)
        write_legend(sheet, _list_entries(chart, chart.first, "class"))
        _paint_pair(sheet, chart, world)
        _write_name(sheet, chart.names[2], Box(MARGIN, sheet.y, INNER, 0))
        sheet.y += 1.9 * _NAME
        write_legend(sheet, _list_entries(chart, chart.difference, "difference"))
        height = _find_height(chart.difference, INNER)
        _paint(sheet, chart, chart.difference, Box(MARGIN, sheet.y, INNER, height), world)
        sheet.y += height
        note = chart.note if shapes is None else chart.look.words("note.own")
        write_foot(sheet, chart.look, chart.labels.source, [" ".join(chart.notes), note])
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def _paint_pair(sheet: Sheet, chart: TwoMapsChart, world: World | None) -> None:
    """Paint the two maps with their names over them."""
    height = _find_height(chart.first, _WIDTH)
    for place, one in enumerate((chart.first, chart.second)):
        box = Box(MARGIN + place * (_WIDTH + _GUTTER), sheet.y, _WIDTH, height)
        _write_name(sheet, chart.names[place], box)
        _paint(sheet, chart, one, box._replace(top=box.top + 1.9 * _NAME), world)
    sheet.y += height + 1.9 * _NAME + 16


def _write_name(sheet: Sheet, name: str, box: Box) -> None:
    style = sheet.style(_NAME, "bold")
    sheet.write(typeset(shorten(name, style, box.width)), box.left, box.top, style)


def _find_height(chart: MapChart, width: float) -> float:
    """Return how high a map is: a globe as high as another map, not as wide."""
    across, down = find_extent(chart.options.view)
    return width * min(down / across, 1 / ASPECT)


def _paint(sheet: Sheet, chart: TwoMapsChart, one: MapChart, box: Box, world: World | None) -> None:
    """Paint the areas and the dots of one map, as the chart's options say."""
    view, placed = one.options.view, _centre(one, box)
    colours = dict(zip(one.rows["code"], one.rows["colour"], strict=True))
    if one.options.borders == "none":
        frame = paint_land(sheet, view, world, placed)
    else:
        left_out = dict.fromkeys(chart.left_out, left_out_colour(chart.look.theme))
        frame = paint_world(sheet, left_out | colours, view, world, placed)
    if one.options.borders == "de_facto":
        paint_contested_lines(sheet, frame)
    paint_dots(sheet, frame, one.dots, colours, frame.scale * measure_pixel(view))


def _centre(chart: MapChart, box: Box) -> Box:
    """Return the box that the map fills in the width of another."""
    across, down = find_extent(chart.options.view)
    width = min(box.width, box.height * across / down)
    return box._replace(left=box.left + (box.width - width) / 2, width=width)


def _list_entries(chart: TwoMapsChart, one: MapChart, name: str) -> list[Entry]:
    """List the classes of a map, what has no value, and who is left out."""
    bare = chart.options.borders == "none"
    mark: Mark = "dot" if bare else "swatch"
    classes = zip(one.classes, one.colours, strict=True)
    entries = [Entry(colour, group.label, f"{name}-{n}", mark) for n, (group, colour) in enumerate(classes)]
    entries.append(Entry(palette(chart.look.theme).no_data, chart.labels.no_data, f"{name}-no-data"))
    if chart.left_out and not bare:
        names = chart.look.words("list.comma").join(chart.left_out.values())
        said = chart.look.words("two.left_out", {"names": names})
        entries.append(Entry(left_out_colour(chart.look.theme), said, f"{name}-left-out"))
    return entries
