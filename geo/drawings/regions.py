"""A stated regional breakdown as a picture: the regions on the map, the parts added up, and each region's share."""

from geo.charts import MapOptions, RegionsChart
from geo.drawings.base_maps import Frame, World, make_world, paint_dots, paint_hatch, paint_world
from geo.drawings.breakdown_bars import Row, draw_shares, draw_sum, list_rows
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.fonts import Style, measure, typeset
from geo.drawings.legends import Entry, write_legend
from geo.drawings.map_labels import Labelling, write_notes
from geo.drawings.pages import Page, draw_page
from geo.drawings.sheets import LEADING, Format, NoRoom, Sheet
from geo.maps.boundaries import Boundaries, list_small_areas
from geo.maps.dots import DIAMETER, place_dots

# Of the hatch of a region: how close its lines stand, and how wide they are, in points.
_LINES, _WIDTH = 3, 1.6
# Where the map and the bars stand beside each other: the map's share of the width, and what is free between them.
_MAP_SHARE, _BETWEEN = 0.52, 26.0
_TAG, _WIDEST_TAG = 10.5, 0.36
# Of a breakdown into more parts these keep their place below the map; of the others as many as have room.
_KEPT = 12


def draw_regions(
    chart: RegionsChart,
    file_format: Format,
    scale: int = 2,
    shapes: Boundaries | None = None,
    *,
    edition: Edition = PLAIN,
) -> bytes:
    """Return the picture of a breakdown as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` (code, geometry) are boundaries of the user's own, `edition` is what an editor sets. DrawingError for
    another format or scale, and where something has no room.
    """
    note = chart.note if shapes is None else chart.look.words("note.own")
    page = Page(chart.look, chart.labels, [chart.denominator_note, note], chart.alt)
    rows, world = list_rows(chart), None if shapes is None else make_world(MapOptions().view, shapes)

    def draw_body(sheet: Sheet) -> None:
        if sheet.wide:
            _draw_beside(sheet, chart, rows, world, edition)
        else:
            _draw_below(sheet, chart, rows, world, edition)

    return draw_page(page, edition, file_format, scale, draw_body)


def _draw_below(sheet: Sheet, chart: RegionsChart, rows: list[Row], world: World | None, edition: Edition) -> None:
    """Draw the map and the bars below it."""
    if sheet.bottom is None:
        _draw_world(sheet, chart, rows, world, edition)
        draw_sum(sheet, chart, rows)
        draw_shares(sheet, chart, rows)
        return
    kept = rows[:_KEPT]
    more = LEADING * sheet.style(_TAG).size if len(kept) < len(rows) else 0.0
    below = sheet.measure(lambda other: _draw_words(other, chart, rows, kept)) + more
    # What stands below the map keeps its place: the map is centred in what is left.
    sheet.reserve(below)
    _draw_map(sheet, chart, rows, world, edition)
    sheet.y += max(0.0, sheet.room)
    sheet.reserve(-below)
    _draw_words(sheet, chart, rows, rows)


def _draw_beside(sheet: Sheet, chart: RegionsChart, rows: list[Row], world: World | None, edition: Edition) -> None:
    """Draw the map at the left and the bars at the right."""
    top, left, width = sheet.y, sheet.left, _MAP_SHARE * sheet.inner
    beside = sheet.inner - width - _BETWEEN * sheet.unit
    height = sheet.measure(lambda other: _draw_bars(other, chart, rows, rows), beside)
    with sheet.column(sheet.right - beside, beside, top):
        sheet.centre(height)
        _draw_bars(sheet, chart, rows, rows)
        end = sheet.y
    below = sheet.measure(lambda other: _write_legend(other, chart), width)
    with sheet.column(left, width, top):
        sheet.reserve(below)
        _draw_map(sheet, chart, rows, world, edition)
        sheet.reserve(-below)
        _write_legend(sheet, chart)
        sheet.claim(0, "the map")
    sheet.y = end
    sheet.claim(0, "the parts")


def _draw_words(sheet: Sheet, chart: RegionsChart, rows: list[Row], kept: list[Row]) -> None:
    _write_legend(sheet, chart)
    _draw_bars(sheet, chart, rows, kept)


def _draw_bars(sheet: Sheet, chart: RegionsChart, rows: list[Row], kept: list[Row]) -> None:
    draw_sum(sheet, chart, rows)
    draw_shares(sheet, chart, kept)


def _draw_world(sheet: Sheet, chart: RegionsChart, rows: list[Row], world: World | None, edition: Edition) -> None:
    _draw_map(sheet, chart, rows, world, edition)
    _write_legend(sheet, chart)


def _draw_map(sheet: Sheet, chart: RegionsChart, rows: list[Row], world: World | None, edition: Edition) -> None:
    """Hatch each region in its colour, colour what is named, and name each once on the map."""
    grounds, named = chart.rows["ground"].tolist(), chart.rows["named"].tolist()
    colours = {code: grounds[number] for code, number in chart.areas.items()}
    joined = [code for code, number in chart.areas.items() if not named[number]]
    frame = paint_world(sheet, colours, world=world, joined=joined)
    for number, row in enumerate(rows):
        if not named[number]:
            codes = [code for code, part in chart.areas.items() if part == number]
            width = _WIDTH if sheet.free else _WIDTH * min(1.0, sheet.unit)
            paint_hatch(sheet, frame, codes, row.colour, world, _LINES, width, name=row.scope)
    small = sorted(list_small_areas() & frozenset(colours))
    paint_dots(
        sheet, frame, place_dots(tuple((code, DIAMETER) for code in small), MapOptions().view), colours, frame.pixel
    )
    _write_names(sheet, chart, rows, frame, edition)


def _write_legend(sheet: Sheet, chart: RegionsChart) -> None:
    sheet.skip(4)
    words = chart.look.words
    outside = Entry(sheet.colours.no_data, words("drawing.outside"), "no-data")
    write_legend(sheet, [outside, Entry(sheet.colours.undetermined, words("map.undetermined"), "undetermined")])
    sheet.write_lines(chart.caveat, sheet.style(10), 2 if sheet.free else 8)
    sheet.skip(14)


def _write_names(sheet: Sheet, chart: RegionsChart, rows: list[Row], frame: Frame, edition: Edition) -> None:
    style, labelling = sheet.style(_TAG, "bold"), Labelling(sheet.maps[-1])
    for number, point in chart.middles.items():
        if sheet.free:
            sheet.write_tag(
                typeset(f"{rows[number].name} {rows[number].shown}"), frame.place(point.lon, point.lat), style
            )
        else:
            _write_name(sheet, labelling, rows[number], frame.place(point.lon, point.lat), style)
    write_notes(sheet, frame, labelling, edition.on_map)


def _write_name(sheet: Sheet, labelling: Labelling, row: Row, place: tuple[float, float], style: Style) -> None:
    """Write a part's name and number, or where these have no room near its place the number alone: the bars name it."""
    for text in (typeset(f"{row.name} {row.shown}"), typeset(row.shown)):
        size = measure(text, style) + 10 * sheet.unit, 1.6 * style.size
        wide = size[0] > _WIDEST_TAG * labelling.box.width and text != typeset(row.shown)
        box = None if wide else labelling.find(place, size, over=True, most=0.06)
        if box is not None:
            sheet.draw_tag(text, box, style)
            return
    raise NoRoom(f"“{row.name} {row.shown}” on the map")
