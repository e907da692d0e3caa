"""A stated regional breakdown as a picture: the regions on the map, the parts added up, and each region's share."""

from geo.charts import MapOptions, RegionsChart
from geo.drawings.base_maps import Frame, World, make_world, paint_dots, paint_hatch, paint_world
from geo.drawings.breakdown_bars import Row, draw_shares, draw_sum, list_rows
from geo.drawings.fonts import typeset
from geo.drawings.legends import Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, Format, Sheet
from geo.maps.boundaries import Boundaries, list_small_areas
from geo.maps.dots import DIAMETER, place_dots

# Of the hatch of a region: how close its lines stand, and how wide they are, in points.
_LINES, _WIDTH = 3, 1.6


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
    """Hatch each region in its colour, colour what is named, and name each once on the map."""
    words, grounds, named = chart.look.words, chart.rows["ground"].tolist(), chart.rows["named"].tolist()
    colours = {code: grounds[number] for code, number in chart.areas.items()}
    joined = [code for code, number in chart.areas.items() if not named[number]]
    frame = paint_world(sheet, colours, world=world, joined=joined)
    for number, row in enumerate(rows):
        if not named[number]:
            codes = [code for code, part in chart.areas.items() if part == number]
            paint_hatch(sheet, frame, codes, row.colour, world, _LINES, _WIDTH)
    small = sorted(list_small_areas() & frozenset(colours))
    paint_dots(sheet, frame, place_dots(tuple((code, DIAMETER) for code in small), MapOptions().view), colours)
    _write_names(sheet, chart, rows, frame)
    sheet.y += 4
    outside = Entry(sheet.colours.no_data, words("drawing.outside"), "no-data")
    write_legend(sheet, [outside, Entry(sheet.colours.undetermined, words("map.undetermined"), "undetermined")])
    sheet.write_lines(chart.caveat, sheet.style(10), 2)
    sheet.y += 14


def _write_names(sheet: Sheet, chart: RegionsChart, rows: list[Row], frame: Frame) -> None:
    style = sheet.style(10.5, "bold")
    for number, point in chart.middles.items():
        name = typeset(f"{rows[number].name} {rows[number].shown}")
        sheet.write_tag(name, frame.place(point.lon, point.lat), style)
