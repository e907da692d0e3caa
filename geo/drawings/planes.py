"""Any kind of chart as a picture: its marks painted on a sheet, with head, legend and foot as the other pictures have."""

from collections.abc import Sequence
from functools import singledispatch

from matplotlib.collections import LineCollection
from matplotlib.patches import Ellipse
from matplotlib.patheffects import withStroke

from geo.charts.chart_kinds import KindChart
from geo.charts.marks import Dot, LegendKey, Line, Mark, Plane, Rectangle, Words
from geo.drawings.base_maps import SCALE, Frame
from geo.drawings.fonts import Style, measure, shorten, typeset
from geo.drawings.legends import SIZE, Entry, write_foot, write_head, write_legend
from geo.drawings.legends import Mark as LegendMark
from geo.drawings.maps import paint_map, write_tags
from geo.drawings.sheets import DRAWING, INNER, MARGIN, Box, Format, Sheet
from geo.maps.boundaries import Boundaries

# Above the areas of a map and filled boxes, below words.
_LINES, _DOTS = 5.2, 6.0
_SIGNS: dict[str, LegendMark] = {"swatch": "swatch", "line": "swatch", "hatch": "hatch", "dot": "dot", "ring": "ring"}
_GAP = 22.0


class _Place:
    """Where a mark stands on the sheet, and how many points a pixel of the plane takes."""

    def __init__(self, sheet: Sheet, plane: Plane, frame: Frame | None) -> None:
        """Fit a plane below what is on the sheet, or lay it over a map."""
        self.frame, self.top = frame, sheet.y
        self.pixel = SCALE if frame is not None else INNER / plane.width

    def find(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the sheet."""
        if self.frame is not None:
            return self.frame.place(x, y)
        return MARGIN + x * self.pixel, self.top + y * self.pixel

    def shows(self, x: float, y: float) -> bool:
        """Return whether a point is on the map; on a plane all are."""
        return self.frame is None or self.frame.shows(x, y)


def draw_kind(chart: KindChart, file_format: Format, scale: int = 2, shapes: Boundaries | None = None) -> bytes:
    """Return the picture of a chart of any kind as a file: a PNG is 1,200 pixels wide times `scale`, which is 1 to 4.

    `shapes` are boundaries of the user's own, for a kind that lies on a map. DrawingError for another format or scale.
    """
    with DRAWING:
        return paint_kind(chart, shapes).save(chart.labels.title, chart.alt, file_format, scale)


def paint_kind(chart: KindChart, shapes: Boundaries | None = None) -> Sheet:
    """Return the sheet with a chart of any kind painted on it, to be saved."""
    plane, sheet = chart.lay_out(INNER), Sheet(chart.look)
    write_head(sheet, chart.labels)
    _write_legend(sheet, plane.legend)
    _paint(sheet, plane, shapes)
    if chart.empty:
        sheet.write_lines(chart.empty, sheet.style(11), 4)
    write_foot(sheet, chart.look, chart.labels.source, list_notes(chart, plane, shapes))
    return sheet


def list_notes(chart: KindChart, plane: Plane, shapes: Boundaries | None = None) -> list[str]:
    """Return what is said beneath a chart: how it is read, what is left out, and on a map what its boundaries are."""
    notes = [*plane.notes, *chart.notes]
    if plane.ground is not None:
        notes.append(plane.ground.note if shapes is None else chart.look.words("note.own"))
    return notes


def _paint(sheet: Sheet, plane: Plane, shapes: Boundaries | None) -> None:
    if plane.ground is None:
        place = _Place(sheet, plane, None)
        sheet.y += plane.height * place.pixel
    else:
        frame = paint_map(sheet, plane.ground, shapes)
        place = _Place(sheet, plane, frame)
    for mark in plane.marks:
        _paint_mark(mark, sheet, place)
    if plane.ground is not None and place.frame is not None:
        write_tags(sheet, plane.ground, place.frame)


@singledispatch
def _paint_mark(mark: Mark, sheet: Sheet, place: _Place) -> None:
    raise TypeError(f"{mark} is no mark")


@_paint_mark.register
def _paint_rectangle(mark: Rectangle, sheet: Sheet, place: _Place) -> None:
    left, top = place.find(mark.left, mark.top)
    box = Box(left, top, mark.width * place.pixel, mark.height * place.pixel)
    sheet.fill(box, mark.colour, name=f"mark-{mark.about.key}-{mark.about.part}" if mark.about else None)
    if mark.hatch:
        sheet.hatch_box(box, mark.hatch)


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
        dot.set_gid(f"mark-{mark.about.key}" if mark.about else None)
        sheet.axes.add_patch(dot)


@_paint_mark.register
def _paint_words(mark: Words, sheet: Sheet, place: _Place) -> None:
    x, y = place.find(mark.x, mark.y)
    style = Style(mark.size * place.pixel, "bold" if mark.bold else "regular", mark.colour)
    sheet.write(typeset(mark.text), x, y - 0.56 * style.size, style, mark.align)
    if mark.rim:
        sheet.axes.texts[-1].set_path_effects([withStroke(linewidth=2.4, foreground=mark.rim)])


def _write_legend(sheet: Sheet, keys: Sequence[LegendKey]) -> None:
    circles = [key for key in keys if key.sign == "circle"]
    if circles:
        _write_circles(sheet, circles)
    style = sheet.style(SIZE)
    entries = [
        Entry(key.colour, shorten(key.words, style, INNER / 2), key.name, _SIGNS[key.sign])
        for key in keys
        if key.sign != "circle"
    ]
    if entries:
        write_legend(sheet, entries)


def _write_circles(sheet: Sheet, keys: Sequence[LegendKey]) -> None:
    """Draw the circles of a legend beside each other on one line, each with its value."""
    left, height, style = MARGIN, max(key.diameter for key in keys) * SCALE, sheet.style(SIZE)
    for key in keys:
        width, middle = key.diameter * SCALE, sheet.y + height / 2
        circle = Ellipse((left + width / 2, middle), width, width, facecolor=key.colour, edgecolor=sheet.colours.paper)
        circle.set(linewidth=0.8, zorder=_DOTS)
        circle.set_gid(key.name)
        sheet.axes.add_patch(circle)
        words = typeset(key.words)
        sheet.write(words, left + width + 6, middle - 0.56 * style.size, style)
        left += width + 6 + measure(words, style) + _GAP
    sheet.y += height + 6
