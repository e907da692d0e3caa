"""The part of the earth that a map shows as matplotlib paths, projected once, and painted on a sheet."""

import math
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from shapely.geometry.base import BaseGeometry

from geo.drawings.boxes import Box, write_id
from geo.drawings.sheets import INNER, Sheet
from geo.maps.boundaries import Boundaries, project, read_boundaries, read_lines, read_points, read_undetermined
from geo.maps.dots import DIAMETER, WIDTH, Dot, measure_pixel
from geo.maps.earth_views import ASPECT, HORIZON, View, find_extent, find_view, flatten
from geo.maps.frame_members import list_members

# Points on the sheet for a pixel of the map that dots are placed for.
SCALE = INNER / WIDTH
DOT_WIDTH = DIAMETER * SCALE
# Finer than a third of a pixel of the largest PNG, as a share of the map's width.
_TOLERANCE = 7e-5
_WORLD = find_view()
_BORDER = 0.35


class World(NamedTuple):
    """The shapes as paths by code, those of undetermined status, and those around, in metres on the flat map."""

    paths: Mapping[str, Path]
    undetermined: tuple[Path, ...]
    around: tuple[Path, ...] = ()


# A map lower than this share of the height that it could have is not worth the sheet; with large type more is asked for.
_LEAST, _MOST = 0.5, 0.85


class Frame(NamedTuple):
    """Where the world stands on a sheet: its view, points a metre, and the place of the projection's origin.

    `name` sets the ids of its areas and dots apart from those of other maps of the sheet in an SVG: "first-area-SRB".
    """

    view: View
    scale: float
    left: float
    top: float
    name: str = ""

    def write_id(self, kind: str, of: str) -> str:
        """Return the id of something on the map."""
        return write_id(self.name, kind, of)

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place on the sheet of a point given in degrees."""
        x, y = flatten(self.view, [lon], [lat])[0]
        return self.left + self.scale * float(x), self.top - self.scale * float(y)

    @property
    def pixel(self) -> float:
        """How many points a pixel of the map that dots are placed for takes."""
        return self.scale * measure_pixel(self.view)

    def place_corner(self) -> tuple[float, float]:
        """Return the place on the sheet of the map's upper left corner."""
        west, top = _find_corner(self.view)
        return self.left + self.scale * west, self.top - self.scale * top

    def shows(self, lon: float, lat: float) -> bool:
        """Return whether a point given in degrees is on the map."""
        turned = (lon - self.view.longitudes[0]) % 360 + self.view.longitudes[0]
        if not find_window(self.view).contains(shapely.Point(turned, lat)):
            return False
        return bool(_find_room(self.view).contains(shapely.Point(*flatten(self.view, [lon], [lat])[0])))


@lru_cache(maxsize=16)
def read_world(view: View) -> World:
    """Read and project the shapes that a view shows."""
    return make_world(view, read_boundaries())


def make_world(view: View, shapes: Boundaries) -> World:
    """Project some shapes (code, geometry), and those of undetermined status, for a view."""
    shown, grey = (_project(frame, view) for frame in (shapes, read_undetermined()))
    paths = {code: _make_path(shape, view) for code, shape in zip(shown.code, shown.geometry, strict=True)}
    members = list_members(view.frame)
    return World(
        paths={code: path for code, path in paths.items() if code in members},
        undetermined=tuple(_make_path(shape, view) for shape in grey.geometry),
        around=tuple(path for code, path in paths.items() if code not in members),
    )


def _project(frame: Boundaries, view: View) -> Boundaries:
    projected = project(frame, view.projection, find_window(view))
    if view.flattening == "equal_area":
        projected = projected.assign(geometry=projected.geometry.make_valid().intersection(_find_room(view)))
    return projected[~projected.geometry.is_empty]


@lru_cache(maxsize=16)
def find_window(view: View) -> BaseGeometry:
    """Return what a view shows, in degrees: a box, or the near half of the earth."""
    west, east = view.longitudes
    if not view.is_half:
        return shapely.box(west, view.south, east, view.north)
    # The rim of what is seen round a point off the equator, as a curve over all longitudes.
    turn = np.radians(np.linspace(0, 360, 721))
    reach, middle = np.radians(HORIZON), np.radians(view.lat)
    lat = np.arcsin(np.sin(middle) * np.cos(reach) + np.cos(middle) * np.sin(reach) * np.cos(turn))
    lon = np.arctan2(np.sin(turn) * np.sin(reach) * np.cos(middle), np.cos(reach) - np.sin(middle) * np.sin(lat))
    rim = sorted(zip(np.degrees(lon) + view.lon, np.degrees(lat), strict=True))
    pole = 90 if view.lat > 0 else -90
    return shapely.make_valid(
        shapely.Polygon([(west, rim[0][1]), *rim, (east, rim[-1][1]), (east, pole), (west, pole)])
    )


@lru_cache(maxsize=16)
def _find_room(view: View) -> BaseGeometry:
    """Return the box that a view fills, in metres on the flat map."""
    (west, top), (width, height) = _find_corner(view), find_extent(view)
    return shapely.box(west, top - height, west + width, top)


def _make_path(shape: BaseGeometry, view: View) -> Path:
    fine = shapely.simplify(shape, _TOLERANCE * find_extent(view)[0])
    polygons = [part for part in shapely.get_parts(fine) if part.geom_type == "Polygon" and not part.is_empty]
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def paint_world(
    sheet: Sheet,
    colours: Mapping[str, str],
    view: View = _WORLD,
    world: World | None = None,
    box: Box | None = None,
    *,
    joined: Collection[str] = (),
    name: str = "",
) -> Frame:
    """Paint the world below what is there, or in a box; codes without a colour in that for no data.

    Between the codes `joined` no boundary is drawn: they stand for their region. Returned is where the world stands,
    with its `name` (see Frame).
    """
    drawn = world or read_world(view)
    frame = (_fit(sheet, view) if box is None else stand(sheet, box, view))._replace(name=name)
    own, ink = sheet.colours, sheet.colours.faint_ink
    if view.flattening == "globe":
        _draw_limb(sheet, frame)
    for path in drawn.around:
        _paint(sheet, frame, path, own.around, own.around, None)
    for code, path in drawn.paths.items():
        if code not in colours:
            _paint(sheet, frame, path, own.no_data, own.border, frame.write_id("area", code))
    for number, path in enumerate(drawn.undetermined):
        _paint(sheet, frame, path, own.undetermined, own.border, frame.write_id("undetermined", str(number)))
    for code, path in drawn.paths.items():
        if code in colours:
            # The faintest class is near the colour for no data: a darker border sets it apart.
            edge = colours[code] if code in joined else ink
            _paint(sheet, frame, path, colours[code], edge, frame.write_id("area", code))
    return frame


def paint_hatch(
    sheet: Sheet,
    frame: Frame,
    codes: Collection[str],
    colour: str,
    world: World | None = None,
    lines: int = 3,
    width: float = 0.8,
    *,
    name: str,
    falling: bool = False,
) -> None:
    """Paint diagonal lines of a colour and a width in points over some areas together, the more `lines` the closer.

    They rise to the right, or fall. `name` says what they mean, for the id in an SVG.
    """
    paths = (world or read_world(frame.view)).paths
    found = [paths[code] for code in sorted(codes) if code in paths]
    if found:
        place = Affine2D().scale(frame.scale, -frame.scale).translate(frame.left, frame.top)
        path = Path.make_compound_path(*found).transformed(place)
        sheet.hatch(path, colour, lines, width, frame.write_id("hatch", name), falling=falling)


def paint_land(
    sheet: Sheet, view: View, world: World | None = None, box: Box | None = None, *, name: str = ""
) -> Frame:
    """Paint all land in the colour for no data, without a boundary in it, below what is there or in a box."""
    drawn, land = world or read_world(view), sheet.colours.no_data
    frame = (_fit(sheet, view) if box is None else stand(sheet, box, view))._replace(name=name)
    if view.flattening == "globe":
        _draw_limb(sheet, frame)
    for path in drawn.around:
        _paint(sheet, frame, path, sheet.colours.around, sheet.colours.around, None)
    for path in [*drawn.paths.values(), *drawn.undetermined]:
        _paint(sheet, frame, path, land, land, None)
    return frame


def paint_dots(
    sheet: Sheet,
    frame: Frame,
    dots: Mapping[str, Dot],
    colours: Mapping[str, str],
    pixel: float = SCALE,
    cores: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Paint the dots that are on the map, and a line from its place to each that was moved.

    `pixel` is how many points a pixel of the map that the dots were placed for takes; `cores` are the
    colours of the cores of those that are marked.
    """
    points = read_points()
    shown = {code: dot for code, dot in dots.items() if frame.shows(*points[code][:2])}
    ends = [[frame.place(*points[code][:2]), frame.place(dot.lon, dot.lat)] for code, dot in shown.items() if dot.moved]
    _draw_lines(sheet, ends, sheet.colours.faint_ink, 0.6)
    for code in sorted(shown):
        dot = shown[code]
        place, width = frame.place(dot.lon, dot.lat), dot.diameter * pixel
        sheet.dot(*place, width, colours[code], frame.write_id("dot", code))
        if code in cores:
            sheet.core(*place, width, cores[code])


def paint_contested_lines(sheet: Sheet, frame: Frame) -> None:
    """Paint the lines of control and the disputed boundaries, broken."""
    lines = _project(read_lines(), frame.view).geometry.explode()
    placed = [
        [(frame.left + frame.scale * x, frame.top - frame.scale * y) for x, y in shapely.get_coordinates(line)]
        for line in lines
    ]
    _draw_lines(sheet, placed, sheet.colours.ink, 0.7, (0, (3, 2)))


def _draw_lines(
    sheet: Sheet,
    lines: list[list[tuple[float, float]]],
    colour: str,
    width: float,
    style: str | tuple[float, tuple[float, ...]] = "solid",
) -> None:
    drawn = LineCollection(lines, colors=colour, linewidths=width, linestyles=[style], zorder=3)
    sheet.axes.add_collection(drawn, autolim=False)


def measure_map(view: View, width: float, room: float) -> tuple[float, float]:
    """Return how wide and high a map is that fills a width or a height: a globe is as high as another map, not as wide."""
    across, down = find_extent(view)
    scale = min(width / across, width / ASPECT / down, room / down)
    return scale * across, scale * down


def _fit(sheet: Sheet, view: View) -> Frame:
    """Fit the view into the width and the room of the sheet; move the sheet's end below it."""
    natural = measure_map(view, sheet.inner, math.inf)
    sheet.claim(sheet.expect(_LEAST, _MOST) * natural[1], "the map")
    width, height = measure_map(view, sheet.inner, sheet.room)
    box = Box(sheet.left + (sheet.inner - width) / 2, sheet.y, width, height)
    sheet.y += box.height
    return stand(sheet, box, view)


def stand(sheet: Sheet, box: Box, view: View) -> Frame:
    """Return where a view stands in a box of the sheet, which is from now on known to hold a map."""
    sheet.maps.append(box)
    return fit_into(box, view)


def fit_into(box: Box, view: View) -> Frame:
    """Return where a view stands that fills the width of a box from its top."""
    scale = box.width / find_extent(view)[0]
    west, top = _find_corner(view)
    return Frame(view, scale, box.left - scale * west, box.top + scale * top)


def _find_corner(view: View) -> tuple[float, float]:
    """Return the left and the upper end of what a view shows, in metres on the flat map."""
    width, height = find_extent(view)
    if view.is_half:
        return -width / 2, height / 2
    return -width / 2, float(flatten(view, [view.lon], [view.north])[0, 1])


def _draw_limb(sheet: Sheet, frame: Frame) -> None:
    edge = np.linspace(0, 2 * np.pi, 361)
    radius = frame.scale * find_extent(frame.view)[0] / 2
    places = zip(frame.left + radius * np.cos(edge), frame.top + radius * np.sin(edge), strict=True)
    _draw_lines(sheet, [list(places)], sheet.colours.border, 0.7)


def _paint(sheet: Sheet, frame: Frame, path: Path, fill: str, border: str, name: str | None) -> None:
    # A smaller map has thinner borders, or small islands would be nothing else.
    width = min(_BORDER, _BORDER * frame.scale * find_extent(frame.view)[0] / INNER + 0.05)
    place = Affine2D().scale(frame.scale, -frame.scale).translate(frame.left, frame.top)
    shape = PathPatch(path.transformed(place), facecolor=fill, edgecolor=border, linewidth=width, zorder=2)
    shape.set(gid=name, joinstyle="round", capstyle="butt")
    sheet.axes.add_artist(shape)
