"""Small multiples as a picture: the maps in a grid under one legend; and one of them alone, for the page."""

from io import BytesIO

from geo.charts import palette
from geo.charts.maps import name_left_out
from geo.charts.multiples import MultiplesChart, Panel
from geo.drawings.base_maps import (
    World,
    make_world,
    paint_contested_lines,
    paint_dots,
    paint_hatch,
    paint_land,
    paint_world,
)
from geo.drawings.fonts import shorten
from geo.drawings.legends import Entry, Mark, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet
from geo.maps.boundaries import Boundaries
from geo.maps.dots import measure_pixel
from geo.maps.earth_views import ASPECT, find_extent

_COLUMNS, _GUTTER, _NAME = 3, 18.0, 11.0
_PIXELS, _INCH = 640, 72


def draw_multiples(
    chart: MultiplesChart, file_format: Format, scale: int = 2, shapes: Boundaries | None = None
) -> bytes:
    """Return the picture of small multiples as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` (code, geometry) are boundaries of the user's own. DrawingError for another format or scale.
    """
    world = None if shapes is None else make_world(chart.options.view, shapes)
    width = (INNER - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels)
        write_legend(sheet, _list_entries(chart))
        height = _find_height(chart, width)
        for first in range(0, len(chart.panels), _COLUMNS):
            for place, panel in enumerate(chart.panels[first : first + _COLUMNS]):
                box = Box(MARGIN + place * (width + _GUTTER), sheet.y, width, height)
                _name(sheet, chart, panel, box)
                _paint(sheet, chart, panel, box._replace(top=box.top + 1.9 * _NAME), world, 4)
            sheet.y += height + 2.2 * _NAME + 8
        note = chart.note if shapes is None else chart.look.words("note.own")
        write_foot(sheet, chart.look, chart.labels.source, [*chart.notes, note])
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def draw_panel(chart: MultiplesChart, panel: Panel, shapes: Boundaries | None = None) -> bytes:
    """Return one of the maps as a WebP without any words, on a ground that shows through."""
    height = _find_height(chart, INNER)
    world = None if shapes is None else make_world(chart.options.view, shapes)
    with DRAWING:
        sheet, file = Sheet(chart.look), BytesIO()
        _paint(sheet, chart, panel, Box(0, 0, INNER, height), world, 2)
        sheet.figure.set_size_inches(INNER / _INCH, height / _INCH)
        sheet.axes.set(xlim=(0, INNER), ylim=(height, 0))
        dpi = _PIXELS / (INNER / _INCH)
        sheet.figure.savefig(file, format="webp", dpi=dpi, transparent=True, pil_kwargs={"quality": 90})
        return file.getvalue()


def _find_height(chart: MultiplesChart, width: float) -> float:
    """Return how high a map is: a globe as high as another map, not as wide."""
    across, down = find_extent(chart.options.view)
    return width * min(down / across, 1 / ASPECT)


def _name(sheet: Sheet, chart: MultiplesChart, panel: Panel, box: Box) -> None:
    """Write a map's name and the number of its countries and areas over it."""
    words = chart.look.words("stacks.panel", {"name": panel.name, "count": len(panel.values)})
    style = sheet.style(_NAME, "bold")
    sheet.write(shorten(words, style, box.width), box.left, box.top, style)


def _paint(sheet: Sheet, chart: MultiplesChart, panel: Panel, box: Box, world: World | None, lines: int) -> None:
    """Paint the areas and the dots of one map, as the chart's options say; `lines` make a hatch (see paint_hatch)."""
    view, narrow = chart.options.view, _centre(chart, box)
    if chart.options.borders == "none":
        frame = paint_land(sheet, view, world, narrow)
    else:
        frame = paint_world(sheet, panel.colours, view, world, narrow)
        paint_hatch(sheet, frame, chart.left_out, sheet.colours.faint_ink, world, lines)
    if chart.options.borders == "de_facto":
        paint_contested_lines(sheet, frame)
    colours = {**panel.colours, **dict.fromkeys(chart.left_out, "none")}
    paint_dots(sheet, frame, panel.dots, colours, frame.scale * measure_pixel(view))


def _centre(chart: MultiplesChart, box: Box) -> Box:
    """Return the box that the map fills in the width of another."""
    across, down = find_extent(chart.options.view)
    width = min(box.width, box.height * across / down)
    return box._replace(left=box.left + (box.width - width) / 2, width=width)


def _list_entries(chart: MultiplesChart) -> list[Entry]:
    colours = palette(chart.look.theme)
    classes = zip(chart.classes, chart.colours, strict=True)
    mark: Mark = "dot" if chart.options.borders == "none" else "swatch"
    entries = [Entry(colour, one.label, f"class-{number}", mark) for number, (one, colour) in enumerate(classes)]
    entries.append(Entry(colours.no_data, chart.labels.no_data, "no-data"))
    if chart.left_out:
        name = name_left_out(chart.left_out, chart.look)
        entries.append(Entry(colours.faint_ink, name, "left-out", "ring" if mark == "dot" else "hatch"))
    return entries
