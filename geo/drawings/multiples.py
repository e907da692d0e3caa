"""Small multiples as a picture: the maps in a grid under one legend; and one of them alone, for the page."""

from io import BytesIO

from geo.boundaries import Boundaries
from geo.charts import palette
from geo.charts.multiples import MultiplesChart, Panel
from geo.charts.views import find_extent, find_view
from geo.drawings.fonts import shorten
from geo.drawings.legends import Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet
from geo.drawings.worlds import SCALE, World, make_world, paint_dots, paint_world

_COLUMNS, _GUTTER, _NAME = 3, 18.0, 11.0
_PIXELS, _INCH = 640, 72


def draw_multiples(
    chart: MultiplesChart, file_format: Format, scale: int = 2, shapes: Boundaries | None = None
) -> bytes:
    """Return the picture of small multiples as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` (code, geometry) are boundaries of the user's own. DrawingError for another format or scale.
    """
    world = None if shapes is None else make_world(find_view(), shapes)
    width = (INNER - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels.title, chart.labels.measure)
        write_legend(sheet, _list_entries(chart))
        for first in range(0, len(chart.panels), _COLUMNS):
            for place, panel in enumerate(chart.panels[first : first + _COLUMNS]):
                box = Box(MARGIN + place * (width + _GUTTER), sheet.y, width, _find_height(width))
                _name(sheet, chart, panel, box)
                _paint(sheet, panel, box._replace(top=box.top + 1.9 * _NAME), world)
            sheet.y += _find_height(width) + 2.2 * _NAME + 8
        note = chart.note if shapes is None else chart.look.words("note.own")
        write_foot(sheet, chart.look, chart.labels.source, [*chart.notes, note])
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def draw_panel(chart: MultiplesChart, panel: Panel, shapes: Boundaries | None = None) -> bytes:
    """Return one of the maps as a WebP without any words, on a ground that shows through."""
    height, world = _find_height(INNER), None if shapes is None else make_world(find_view(), shapes)
    with DRAWING:
        sheet, file = Sheet(chart.look), BytesIO()
        _paint(sheet, panel, Box(0, 0, INNER, height), world)
        sheet.figure.set_size_inches(INNER / _INCH, height / _INCH)
        sheet.axes.set(xlim=(0, INNER), ylim=(height, 0))
        dpi = _PIXELS / (INNER / _INCH)
        sheet.figure.savefig(file, format="webp", dpi=dpi, transparent=True, pil_kwargs={"quality": 90})
        return file.getvalue()


def _find_height(width: float) -> float:
    across, down = find_extent(find_view())
    return width * down / across


def _name(sheet: Sheet, chart: MultiplesChart, panel: Panel, box: Box) -> None:
    """Write a map's name and the number of its countries and areas over it."""
    words = chart.look.words("stacks.panel", {"name": panel.name, "count": len(panel.values)})
    style = sheet.style(_NAME, "bold")
    sheet.write(shorten(words, style, box.width), box.left, box.top, style)


def _paint(sheet: Sheet, panel: Panel, box: Box, world: World | None) -> None:
    frame = paint_world(sheet, panel.colours, world=world, box=box)
    paint_dots(sheet, frame, panel.dots, panel.colours, SCALE * box.width / INNER)


def _list_entries(chart: MultiplesChart) -> list[Entry]:
    colours = palette(chart.look.theme)
    classes = zip(chart.classes, chart.colours, strict=True)
    entries = [Entry(colour, one.label, f"class-{number}") for number, (one, colour) in enumerate(classes)]
    return [*entries, Entry(colours.no_data, chart.labels.no_data, "no-data")]
