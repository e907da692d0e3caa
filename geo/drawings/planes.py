"""Any kind of chart as a picture: its marks painted on a sheet, with head, legend and foot as the other pictures have."""

from collections.abc import Callable, Sequence
from functools import partial, singledispatch

from matplotlib.collections import LineCollection
from matplotlib.patches import Ellipse
from matplotlib.patheffects import withStroke

from geo.charts.chart_kinds import KindChart
from geo.charts.marks import Dot, LegendKey, Line, Mark, Plane, Rectangle, Words
from geo.drawings.base_maps import SCALE, Frame, make_world, measure_map
from geo.drawings.boxes import Box, write_id
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.fonts import Style, measure, shorten, typeset
from geo.drawings.legends import SIZE, Entry, write_legend
from geo.drawings.legends import Mark as LegendMark
from geo.drawings.maps import label_map, paint_map
from geo.drawings.pages import Page, draw_page, fill_sheet, refuse_notes
from geo.drawings.sheets import DRAWING, INNER, LEADING, Format, NoRoom, Sheet
from geo.maps.boundaries import Boundaries
from geo.maps.dots import measure_pixel
from geo.maps.earth_views import find_extent

# Above the areas of a map and filled boxes, below words.
_LINES, _DOTS = 5.2, 6.0
_SIGNS: dict[str, LegendMark] = {
    "swatch": "swatch", "line": "swatch", "hatch": "hatch", "stripes": "stripes", "dot": "dot", "ring": "ring",
}  # fmt: skip
_GAP, _NOTE_LINES = 22.0, 4
# How small a plane may be beside what the width allows, and may be where type is large.
_LEAST, _ASKED = 0.4, 0.9
# Of a sheet that is as high as needed, how many times as high as wide a plane should be at most.
_TALLEST = 1.8
# How much smaller than it could be a plane may be that is as wide as the sheet.
_AS_LARGE = 0.98
_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


class _Place:
    """Where a mark stands on the sheet, and how many points a pixel of the plane takes."""

    def __init__(self, sheet: Sheet, plane: Plane, frame: Frame | None) -> None:
        """Fit a plane below what is on the sheet, or lay it over a map."""
        self.frame, self.left, self.top = frame, sheet.left, sheet.y
        self.pixel = frame.pixel if frame is not None else _fit(sheet, plane)
        if frame is None and not sheet.free:
            self.left += (sheet.inner - plane.width * self.pixel) / 2

    def find(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the sheet."""
        if self.frame is not None:
            return self.frame.place(x, y)
        return self.left + x * self.pixel, self.top + y * self.pixel

    def shows(self, x: float, y: float) -> bool:
        """Return whether a point is on the map; on a plane all are."""
        return self.frame is None or self.frame.shows(x, y)


def draw_kind(
    chart: KindChart,
    file_format: Format,
    scale: int = 2,
    shapes: Boundaries | None = None,
    *,
    edition: Edition = PLAIN,
) -> bytes:
    """Return the picture of a chart of any kind as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` are boundaries of the user's own, for a kind that lies on a map, `edition` is what an editor sets.
    DrawingError for another format or scale, and where something has no room.
    """
    return draw_page(_make_page(chart), edition, file_format, scale, _make_body(chart, shapes, edition))


def paint_kind(chart: KindChart, shapes: Boundaries | None = None) -> Sheet:
    """Return the sheet with a chart of any kind painted on it, to be saved."""
    with DRAWING:
        return fill_sheet(_make_page(chart), PLAIN, 1.0, _make_body(chart, shapes, PLAIN))


def _make_page(chart: KindChart) -> Page:
    return Page(chart.look, chart.labels, [], chart.alt)


def _make_body(chart: KindChart, shapes: Boundaries | None, edition: Edition) -> Callable[[Sheet], None]:
    """Return what draws a chart below the head of a sheet, laid out for its width in type of its size."""

    def draw_body(sheet: Sheet) -> None:
        plane = chart.lay_out(sheet.inner / sheet.unit)
        if plane.ground is None:
            refuse_notes(edition, "this chart")
            if sheet.bottom is not None:
                plane = _choose_plane(sheet, chart)
            elif not sheet.free:
                plane = chart.lay_out(plane.width, _TALLEST * plane.width)
        for note in list_notes(chart, plane, shapes):
            sheet.add_note(note, _NOTE_LINES)
        _paint(sheet, plane, shapes, edition)
        if chart.empty:
            sheet.write_lines(chart.empty, sheet.style(11), 4)

    return draw_body


def list_notes(chart: KindChart, plane: Plane, shapes: Boundaries | None = None) -> list[str]:
    """Return what is said beneath a chart: how it is read, what is left out, and on a map what its boundaries are."""
    notes = [*plane.notes, *chart.notes]
    if plane.ground is not None:
        notes.append(plane.ground.note if shapes is None else chart.look.words("note.own"))
    return notes


def _paint(sheet: Sheet, plane: Plane, shapes: Boundaries | None, edition: Edition) -> None:
    top, pixel, ground = sheet.y, _find_pixel(sheet, plane), plane.ground
    _write_legend(sheet, plane.legend, pixel)
    if ground is None:
        height = plane.height * _fit(sheet, plane)
        sheet.centre(height)
        place = _Place(sheet, plane, None)
        sheet.y += height
    else:
        sheet.y = sheet.y if sheet.free else top + _measure_legend(sheet, plane, top)
        world = None if shapes is None else make_world(ground.options.view, shapes)
        place = _Place(sheet, plane, paint_map(sheet, ground, world, ground.dots))
    for mark in plane.marks:
        _paint_mark(mark, sheet, place)
    if ground is not None and place.frame is not None:
        label_map(sheet, place.frame, ground, ground.dots, edition)


def _choose_plane(sheet: Sheet, chart: KindChart) -> Plane:
    """Return the chart laid out for the width in which it is largest, for the height that notes and legend leave it."""

    def find_room(plane: Plane) -> float:
        below = sum(sheet.measure_note(note, _NOTE_LINES) for note in list_notes(chart, plane))
        legend = sheet.measure(partial(_write_legend, keys=plane.legend, pixel=SCALE))
        return max(sheet.room - below - legend, 0.0)

    height = find_room(chart.lay_out(sheet.inner / sheet.unit)) / sheet.unit

    def measure_size(plane: Plane) -> float:
        return min(sheet.unit, sheet.inner / plane.width, find_room(plane) / max(plane.height, 1.0))

    best = max((chart.lay_out(share * sheet.inner / sheet.unit, height) for share in _SHARES), key=measure_size)
    size = measure_size(best)
    # What is smaller than its width allows has room beside it.
    wide = chart.lay_out(sheet.inner / size, height) if size > 0 else best
    return wide if measure_size(wide) > _AS_LARGE * size else best


def _fit(sheet: Sheet, plane: Plane) -> float:
    """Return how many points a pixel of a plane takes: less than its width allows where the sheet is not high enough."""
    if sheet.bottom is None:
        return sheet.inner / plane.width
    fitting = min(sheet.unit, sheet.inner / plane.width, sheet.room / max(plane.height, 1.0))
    if fitting < sheet.expect(_LEAST, _ASKED) * sheet.unit:
        raise NoRoom("the chart")
    return fitting


def _measure_legend(sheet: Sheet, plane: Plane, top: float) -> float:
    """Return how high the legend is where the map is as wide as the sheet."""
    before, sheet.y = sheet.y, top
    height = sheet.measure(lambda other: _write_legend(other, plane.legend, sheet.inner / INNER * SCALE))
    sheet.y = before
    return height


def _find_pixel(sheet: Sheet, plane: Plane) -> float:
    """Return how many points a pixel takes of the map that is drawn below the legend: its circles are those of the map."""
    if sheet.free or plane.ground is None:
        return SCALE
    view, room = plane.ground.options.view, sheet.room - _measure_legend(sheet, plane, sheet.y)
    return measure_map(view, sheet.inner, max(room, 1.0))[0] / find_extent(view)[0] * measure_pixel(view)


@singledispatch
def _paint_mark(mark: Mark, sheet: Sheet, place: _Place) -> None:
    raise TypeError(f"{mark} is no mark")


@_paint_mark.register
def _paint_rectangle(mark: Rectangle, sheet: Sheet, place: _Place) -> None:
    left, top = place.find(mark.left, mark.top)
    box = Box(left, top, mark.width * place.pixel, mark.height * place.pixel)
    sheet.fill(box, mark.colour, name=write_id("mark", mark.about.key, mark.about.part) if mark.about else None)
    if mark.hatch:
        sheet.hatch_box(box, mark.hatch, falling=mark.falling)


@_paint_mark.register
def _paint_line(mark: Line, sheet: Sheet, place: _Place) -> None:
    points = [place.find(*point) for point in mark.points]
    width = mark.width * place.pixel
    sheet.axes.add_collection(
        LineCollection([points], colors=mark.colour, linewidths=width, zorder=_LINES), autolim=False
    )


@_paint_mark.register
def _paint_dot(mark: Dot, sheet: Sheet, place: _Place) -> None:
    if place.shows(mark.x, mark.y):
        width = mark.diameter * place.pixel
        dot = Ellipse(place.find(mark.x, mark.y), width, width, facecolor=mark.colour, edgecolor=mark.rim)
        dot.set(linewidth=0.8, zorder=_DOTS)
        dot.set_gid(write_id("mark", mark.about.key) if mark.about else None)
        sheet.axes.add_patch(dot)


@_paint_mark.register
def _paint_words(mark: Words, sheet: Sheet, place: _Place) -> None:
    x, y = place.find(mark.x, mark.y)
    style = Style(mark.size * place.pixel, "bold" if mark.bold else "regular", mark.colour)
    sheet.write(typeset(mark.text), x, y - 0.56 * style.size, style, mark.align)
    if mark.rim:
        sheet.axes.texts[-1].set_path_effects([withStroke(linewidth=2.4, foreground=mark.rim)])
        sheet.lines[-1] = sheet.lines[-1]._replace(rim=mark.rim)


def _write_legend(sheet: Sheet, keys: Sequence[LegendKey], pixel: float) -> None:
    circles = [key for key in keys if key.sign == "circle"]
    if circles:
        _write_circles(sheet, circles, pixel)
    style = sheet.style(SIZE)
    entries = [
        Entry(
            key.colour,
            shorten(key.words, style, INNER / 2) if sheet.free else key.words,
            key.name,
            _SIGNS[key.sign],
        )
        for key in keys
        if key.sign != "circle"
    ]
    if entries:
        write_legend(sheet, entries)


def _write_circles(sheet: Sheet, keys: Sequence[LegendKey], pixel: float) -> None:
    """Draw the circles of a legend beside each other on one line, each with its value."""
    left, height, style = sheet.left, max(key.diameter for key in keys) * pixel, sheet.style(SIZE)
    height = height if sheet.free else max(height, LEADING * style.size)
    for key in keys:
        words, width = typeset(key.words), key.diameter * pixel
        whole = width + 6 * sheet.unit + measure(words, style)
        if not sheet.free and left > sheet.left and left + whole > sheet.right:
            left, sheet.y = sheet.left, sheet.y + height + 4 * sheet.unit
        middle = sheet.y + height / 2
        circle = Ellipse((left + width / 2, middle), width, width, facecolor=key.colour, edgecolor=sheet.colours.paper)
        circle.set(linewidth=0.8, zorder=_DOTS)
        circle.set_gid(write_id("legend", key.name))
        sheet.axes.add_patch(circle)
        sheet.write(words, left + width + 6 * sheet.unit, middle - 0.56 * style.size, style)
        left += whole + _GAP * sheet.unit
    sheet.y += height + 6 * sheet.unit
