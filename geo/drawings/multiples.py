"""Small multiples as a picture: the maps in a grid under one legend; and one of them alone, for the page."""

import math
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import NamedTuple

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
from geo.drawings.boxes import Box
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.fonts import shorten, wrap
from geo.drawings.legends import Entry, Mark, write_legend
from geo.drawings.pages import Page, draw_page, refuse_notes
from geo.drawings.sheets import DRAWING, INNER, LEADING, Format, NoRoom, Sheet
from geo.maps.boundaries import Boundaries
from geo.maps.earth_views import ASPECT, find_extent

_COLUMNS, _GUTTER, _NAME = 3, 18.0, 11.0
_PIXELS, _INCH = 640, 72
_MOST_COLUMNS, _MOST_LINES = 6, 3
# On other sheets: the narrowest map, in points of type of the usual size.
_NARROWEST, _WIDER = 84.0, 1.5


class _Grid(NamedTuple):
    """How the maps stand: in how many columns, how wide and high each, and how high what stands over it."""

    columns: int
    width: float
    height: float
    head: float
    rows: int

    @property
    def whole(self) -> float:
        """How high the grid is."""
        return self.rows * (self.height + self.head)


def draw_multiples(
    chart: MultiplesChart,
    file_format: Format,
    scale: int = 2,
    shapes: Boundaries | None = None,
    *,
    edition: Edition = PLAIN,
) -> bytes:
    """Return the picture of small multiples as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` (code, geometry) are boundaries of the user's own, `edition` is what an editor sets. DrawingError for
    another format or scale, and where something has no room.
    """
    refuse_notes(edition, "a picture of small maps")
    world = None if shapes is None else make_world(chart.options.view, shapes)
    note = chart.note if shapes is None else chart.look.words("note.own")
    page = Page(chart.look, chart.labels, [*chart.notes, note], chart.alt)
    return draw_page(page, edition, file_format, scale, partial(_draw_body, chart=chart, world=world))


def _draw_body(sheet: Sheet, chart: MultiplesChart, world: World | None) -> None:
    write_legend(sheet, _list_entries(chart))
    grid = _choose_grid(sheet, chart)
    sheet.centre(grid.whole)
    gutter = _GUTTER * sheet.unit
    # A grid that is held by its height stands in the middle of the width.
    left = sheet.left + (sheet.inner - grid.columns * grid.width - (grid.columns - 1) * gutter) / 2
    for first in range(0, len(chart.panels), grid.columns):
        for place, panel in enumerate(chart.panels[first : first + grid.columns]):
            box = Box(left + place * (grid.width + gutter), sheet.y, grid.width, grid.height)
            _name(sheet, chart, panel, box)
            _paint(sheet, chart, panel, box._replace(top=box.top + grid.head - _measure_below(sheet)), world, 4)
        sheet.y += grid.height + grid.head


def _measure_below(sheet: Sheet) -> float:
    """Return what is free below a map."""
    return (0.3 * _NAME + 8) * sheet.unit


def _choose_grid(sheet: Sheet, chart: MultiplesChart) -> _Grid:
    """Return the grid with the largest maps that has room."""
    if sheet.free:
        return _lay_grid(sheet, chart, _COLUMNS, 1.0)
    grids = [grid for columns in _list_columns(sheet, chart) if (grid := _fit_grid(sheet, chart, columns)) is not None]
    if not grids:
        raise NoRoom("the maps")
    return max(grids, key=lambda grid: grid.width)


def _list_columns(sheet: Sheet, chart: MultiplesChart) -> Iterator[int]:
    """Yield how many columns there may be: on a sheet as high as needed, as many as leave the maps large enough."""
    most = min(_MOST_COLUMNS, max(len(chart.panels), 1))
    if sheet.bottom is not None:
        yield from range(1, most + 1)
    else:
        most = max(1, min(most, _COLUMNS, int(sheet.inner / (_WIDER * _NARROWEST * sheet.unit))))
        # No row of one map where two rows of as many will do.
        yield math.ceil(len(chart.panels) / math.ceil(len(chart.panels) / most)) if chart.panels else 1


def _fit_grid(sheet: Sheet, chart: MultiplesChart, columns: int) -> _Grid | None:
    grid = _lay_grid(sheet, chart, columns, 1.0)
    if grid.whole > sheet.room:
        height = sheet.room / grid.rows - grid.head
        grid = _lay_grid(sheet, chart, columns, max(height, 0.0) / grid.height)
    narrowest = sheet.expect(_NARROWEST, _WIDER * _NARROWEST) * sheet.unit
    return grid if grid.width >= narrowest and grid.whole <= sheet.room + 1 else None


def _lay_grid(sheet: Sheet, chart: MultiplesChart, columns: int, share: float) -> _Grid:
    width = (sheet.inner - (columns - 1) * _GUTTER * sheet.unit) / columns * share
    rows = -(-len(chart.panels) // columns)
    if sheet.free:
        head = 2.2 * _NAME + 8
    else:
        lines = max((len(_break_name(sheet, chart, panel, width)) for panel in chart.panels), default=1)
        head = lines * LEADING * sheet.style(_NAME).size + 0.48 * _NAME * sheet.unit + _measure_below(sheet)
    return _Grid(columns, width, _find_height(chart, width), head, rows)


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


def _break_name(sheet: Sheet, chart: MultiplesChart, panel: Panel, width: float) -> list[str]:
    """Return a map's name and the number of its countries and areas in the lines that stand over it."""
    words = chart.look.words("stacks.panel", {"name": panel.name, "count": len(panel.values)})
    style = sheet.style(_NAME, "bold")
    return [shorten(words, style, width)] if sheet.free else wrap(words, style, width, _MOST_LINES)


def _name(sheet: Sheet, chart: MultiplesChart, panel: Panel, box: Box) -> None:
    style = sheet.style(_NAME, "bold")
    for place, line in enumerate(_break_name(sheet, chart, panel, box.width)):
        sheet.write(line, box.left, box.top + place * LEADING * style.size, style)


def _paint(sheet: Sheet, chart: MultiplesChart, panel: Panel, box: Box, world: World | None, lines: int) -> None:
    """Paint the areas and the dots of one map, as the chart's options say; `lines` make a hatch (see paint_hatch)."""
    view, narrow = chart.options.view, _centre(chart, box)
    if chart.options.borders == "none":
        frame = paint_land(sheet, view, world, narrow, name=panel.key)
    else:
        frame = paint_world(sheet, panel.colours, view, world, narrow, name=panel.key)
        paint_hatch(sheet, frame, chart.left_out, sheet.colours.faint_ink, world, lines, name="left-out")
    if chart.options.borders == "de_facto":
        paint_contested_lines(sheet, frame)
    colours = {**panel.colours, **dict.fromkeys(chart.left_out, "none")}
    paint_dots(sheet, frame, panel.dots, colours, frame.pixel)


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
