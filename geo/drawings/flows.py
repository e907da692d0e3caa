"""Flows on a printed map: the arcs and arrows of geo.charts.flows, and the legend of their widths."""

from collections.abc import Mapping

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import Polygon, Rectangle

from geo.charts.flows import ARROW, COLOURS, Arc, FlowsChart, find_bearing
from geo.drawings.base_maps import Frame
from geo.drawings.fonts import measure, typeset
from geo.drawings.sheets import Sheet
from geo.maps.dots import Dot
from geo.maps.earth_views import find_extent, flatten

_SIZE, _LINE, _GAP = 10.5, 26.0, 16.0
_OPACITY = 0.7
# So many points make an arc look round at any size.
_POINTS = 60
# A line longer than this share of the map runs round its edge.
_LONGEST = 0.5


def write_flows_legend(sheet: Sheet, chart: FlowsChart, pixel: float) -> None:
    """Write below what is there how many events each width stands for; `pixel` is that of the map (see Frame)."""
    style, colour, unit = sheet.style(_SIZE), COLOURS[chart.look.theme], sheet.unit
    title = typeset(chart.look.words("flows.legend"))
    sheet.write(title, sheet.left, sheet.y, style)
    left = sheet.left + measure(title, style) + _GAP * unit
    for one, width in zip(chart.classes, chart.widths, strict=True):
        length = (_LINE + 6) * unit + measure(one.label, style)
        if left + length > sheet.right:
            left, sheet.y = sheet.left, sheet.y + 1.7 * style.size
        middle = sheet.y + 6.5 * unit
        line = [[(left, middle), (left + _LINE * unit, middle)]]
        sheet.axes.add_collection(LineCollection(line, colors=colour, linewidths=width * pixel, zorder=5))
        sheet.write(one.label, left + (_LINE + 6) * unit, sheet.y, style)
        left += length + _GAP * unit
    sheet.y += 1.7 * style.size + 4 * unit


def paint_flows(sheet: Sheet, frame: Frame, chart: FlowsChart, dots: Mapping[str, Dot]) -> None:
    """Paint the arcs that are on a map with these dots, each with an arrow at its recipient's end."""
    arcs, colour = chart.bend_arcs(frame.view, dots, _POINTS), COLOURS[chart.look.theme]
    window = _find_window(frame)
    for arc, number in zip(arcs, chart.drawn["number"], strict=True):
        lines = [line for line in _place(arc, frame) if len(line) > 1]
        drawn = LineCollection(
            lines, colors=colour, linewidths=chart.widths[number] * frame.pixel, alpha=_OPACITY, zorder=4
        )
        sheet.axes.add_collection(drawn, autolim=False)
        # What lies beyond the frame is cut off there.
        drawn.set_clip_path(window.get_path(), window.get_patch_transform() + sheet.axes.transData)
        if frame.shows(*arc[-1]):
            sheet.axes.add_patch(_make_arrow(arc, frame, colour))


def _find_window(frame: Frame) -> Rectangle:
    """Return where the map stands on the sheet."""
    width, height = (frame.scale * length for length in find_extent(frame.view))
    corner = frame.place_corner()
    return Rectangle(corner, width, height)


def _place(arc: Arc, frame: Frame) -> list[np.ndarray]:
    """Return an arc as lines on the sheet: in several pieces where a part of it is out of sight."""
    lon, lat = zip(*arc, strict=True)
    places = flatten(frame.view, lon, lat) * (frame.scale, -frame.scale) + (frame.left, frame.top)
    places[~np.isfinite(places)] = np.nan
    jumps = np.abs(np.diff(places[:, 0], prepend=places[0, 0])) > _LONGEST * frame.scale * find_extent(frame.view)[0]
    cuts = ~np.isfinite(places).all(axis=1) | jumps
    pieces = np.split(places, np.flatnonzero(cuts))
    return [piece[np.isfinite(piece).all(axis=1)] for piece in pieces]


def _make_arrow(arc: Arc, frame: Frame, colour: str) -> Polygon:
    """Return an arrowhead as the browser's: its tip at the end of the arc."""
    x, y = frame.place(*arc[-1])
    turn, size = np.radians(find_bearing(arc)), ARROW * frame.pixel
    shape = np.array([(0.0, 0.0), (-0.31, 0.95), (0.31, 0.95)]) * size
    turned = shape @ np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    return Polygon(turned + np.array([x, y]), closed=True, facecolor=colour, edgecolor="none", zorder=4.5)
