"""The choropleth of countries and areas as a picture."""

from geo.charts import MapChart, palette
from geo.drawings.legends import Entry, write_foot, write_head, write_legend
from geo.drawings.sheets import DRAWING, Format, Sheet
from geo.drawings.worlds import paint_world


def draw_map(chart: MapChart, file_format: Format, scale: int = 2) -> bytes:
    """Return the picture of a choropleth as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    The map is in Equal Earth with 11 degrees east in the middle. DrawingError for another format or scale.
    """
    with DRAWING:
        sheet = Sheet(chart.look)
        write_head(sheet, chart.labels.title, chart.labels.measure)
        write_legend(sheet, _list_entries(chart))
        small = frozenset(chart.rows.loc[chart.rows["dot"], "code"])
        paint_world(sheet, dict(zip(chart.rows["code"], chart.rows["colour"], strict=True)), small)
        write_foot(sheet, chart.look, chart.labels.source, [chart.note])
        return sheet.save(chart.labels.title, chart.alt, file_format, scale)


def _list_entries(chart: MapChart) -> list[Entry]:
    """List the classes, what is not named, what is undetermined and, where there are any, the dots."""
    words, colours = chart.look.words, palette(chart.look.theme)
    classes = zip(chart.classes, chart.colours, strict=True)
    entries = [Entry(colour, one.label, f"class-{n}") for n, (one, colour) in enumerate(classes)]
    entries.append(Entry(colours.no_data, words("map.no_data"), "no-data"))
    entries.append(Entry(colours.undetermined, words("map.undetermined"), "undetermined"))
    if bool(chart.rows["dot"].any()):
        entries.append(Entry(colours.no_data, words("drawing.dot"), "dot", "dot"))
    return entries
