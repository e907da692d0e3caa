"""A stated regional breakdown as a picture: the regions on the map, the parts added up, and each region's share."""

from geo.charts import MapOptions, RegionsChart
from geo.drawings.base_maps import Frame, World, make_world, paint_dots, paint_world
from geo.drawings.breakdown_bars import Row, draw_shares, draw_sum, list_rows
from geo.drawings.fonts import typeset
from geo.drawings.legends import Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, Format, Sheet
from geo.maps.boundaries import Boundaries, list_small_areas
from geo.maps.dots import DIAMETER, place_dots


def draw_regions(chart: RegionsChart, file_format: Format, scale: int = 2, shapes: Boundaries | None = None) -> bytes:
    """Return the picture of a breakdown as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` (code, geometry) are boundaries of the user's own. DrawingError for another format or scale.
    """
    with DRAWING:
        sheet, rows = Sheet(chart.look), list_rows(chart)
        note = chart.note if shapes is None else chart.look.words("note.own")
        write_head(sheet, chart.labels)
        _draw_world(sheet, chart, rows, None if shapes is None else make_world(MapOptions().view, shapes))
        draw_sum(sheet, chart, rows)
        draw_shares(sheet, chart, rows)
        write_foot(sheet, chart.look, chart.labels.source, [chart.denominator_note, note])
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def _draw_world(sheet: Sheet, chart: RegionsChart, rows: list[Row], world: World | None) -> None:
    """Colour each region's members in its colour, and name each region once on the map."""
    words = chart.look.words
    colours = {code: rows[number].colour for code, number in chart.areas.items()}
    frame = paint_world(sheet, colours, world=world)
    small = sorted(list_small_areas() & frozenset(colours))
    paint_dots(sheet, frame, place_dots(tuple((code, DIAMETER) for code in small), MapOptions().view), colours)
    _write_names(sheet, chart, rows, frame)
    sheet.y += 4
    outside = Entry(sheet.colours.no_data, words("drawing.outside"), "no-data")
    write_legend(sheet, [outside, Entry(sheet.colours.undetermined, words("map.undetermined"), "undetermined")])
    unnamed = words("drawing.whole_region", {"unnamed": words("regions.unnamed")})
    sheet.write_lines(unnamed, sheet.style(10, faint=True), 2)
    sheet.y += 14


def _write_names(sheet: Sheet, chart: RegionsChart, rows: list[Row], frame: Frame) -> None:
    style = sheet.style(10.5, "bold")
    for number, point in chart.middles.items():
        name = typeset(f"{rows[number].name} {rows[number].shown}")
        sheet.write_tag(name, frame.place(point.lon, point.lat), style)
