"""The world as matplotlib paths in Equal Earth, projected once, and painted on a sheet."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
import shapely
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geo.boundaries import project, read_boundaries, read_undetermined
from geo.drawings.sheets import INNER, MARGIN, Box, Sheet

# Cut at 169 degrees west, between Russia and Alaska.
PROJECTION = "+proj=eqearth +lon_0=11"
ANTARCTICA = "ATA"
DOT_WIDTH = 5.4
# Finer than a third of a pixel of the largest PNG.
_TOLERANCE = 2500.0


class World(NamedTuple):
    """The shapes as paths by code, those of undetermined status, and a point a code; in metres."""

    paths: Mapping[str, Path]
    undetermined: tuple[Path, ...]
    points: Mapping[str, tuple[float, float]]


class Frame(NamedTuple):
    """Where the world stands on a sheet: points a metre, and the place of the projection's origin."""

    scale: float
    left: float
    top: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of a projected point on the sheet."""
        return self.left + self.scale * x, self.top - self.scale * y


@cache
def read_world() -> World:
    """Read and project the shapes."""
    frame = read_boundaries()
    shapes = project(frame, PROJECTION).geometry
    return World(
        paths={code: _make_path(shape) for code, shape in zip(frame.code, shapes, strict=True)},
        undetermined=tuple(_make_path(shape) for shape in project(read_undetermined(), PROJECTION).geometry),
        points={row.code: find_place(row.lon, row.lat) for row in frame.itertuples()},
    )


def find_place(lon: float, lat: float) -> tuple[float, float]:
    """Return where a point given in degrees lies on the projected world, in metres."""
    x, y = _open_projection().transform(lon, lat)
    return float(x), float(y)


@cache
def _open_projection() -> Transformer:
    return Transformer.from_crs(4326, PROJECTION, always_xy=True)


def _make_path(shape: BaseGeometry) -> Path:
    fine = shapely.simplify(shape, _TOLERANCE)
    polygons = [part for part in shapely.get_parts(fine) if part.geom_type == "Polygon"]
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def paint_world(sheet: Sheet, colours: Mapping[str, str], dots: frozenset[str]) -> Frame:
    """Paint the world below what is there, codes without a colour in that for no data; return where it stands.

    Codes in `dots` get a dot besides.
    """
    world = read_world()
    shown = {code: path for code, path in world.paths.items() if code != ANTARCTICA or code in colours}
    frame = _fit(sheet, list(shown.values()))
    others = [path for code, path in shown.items() if code not in colours]
    own, ink = sheet.colours, sheet.colours.faint_ink
    _paint(sheet, frame, others, [own.no_data], own.border)
    _paint(sheet, frame, list(world.undetermined), [own.undetermined], own.border)
    # The faintest class is near the colour for no data: a darker border sets it apart.
    _paint(sheet, frame, [world.paths[code] for code in colours], list(colours.values()), ink)
    for code in sorted(dots):
        sheet.dot(*frame.place(*world.points[code]), DOT_WIDTH, colours[code])
    return frame


def _fit(sheet: Sheet, paths: list[Path]) -> Frame:
    """Fit the paths into the width of the sheet and move its end below them."""
    corners = np.array([path.get_extents().get_points() for path in paths])
    (left, bottom), (right, top) = corners[:, 0].min(axis=0), corners[:, 1].max(axis=0)
    box = Box(MARGIN, sheet.y, INNER, INNER * (top - bottom) / (right - left))
    sheet.y += box.height
    scale = box.width / (right - left)
    return Frame(scale, box.left - scale * left, box.top + scale * top)


def _paint(sheet: Sheet, frame: Frame, paths: list[Path], fills: list[str], border: str) -> None:
    place = Affine2D().scale(frame.scale, -frame.scale).translate(frame.left, frame.top)
    placed = [path.transformed(place) for path in paths]
    shapes = PathCollection(placed, facecolors=fills, edgecolors=border, linewidths=0.35, zorder=2)
    sheet.axes.add_collection(shapes, autolim=False)
