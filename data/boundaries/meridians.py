"""Shapes in a frame cut in the Bering Strait, so that Russia and Fiji stay whole, and back to degrees east and west."""

import shapely
from shapely import MultiPolygon, Polygon
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from units import list_polygons

# The frame runs from 168.5 degrees west, eastwards round the globe; programs want it between -180 and 180.
CUT = -168.5
SHIFT = 11.5
# Coordinates of both halves are joined on a grid of about a centimetre.
GRID = 1e-7
SOUTH_POLE = -89.9


def put_in_frame(shape: MultiPolygon) -> list[Polygon]:
    """Put a shape that is cut at 180 degrees in the frame: the halves joined, each polygon by itself."""
    parts = [part for polygon in shape.geoms for part in _cut_polar(polygon)]
    moved: list[BaseGeometry] = [translate(part, 360) if _is_west(part) else part for part in parts]
    if any(part.bounds[0] == 180 for part in moved):
        moved = [shapely.union_all(moved, grid_size=GRID)]
    return [part for whole in moved for part in list_polygons(translate(whole, -SHIFT))]


def take_from_frame(polygon: Polygon) -> BaseGeometry:
    """Take a polygon out of the frame; one that crosses 180 degrees is left whole and goes on beyond 180."""
    east = translate(polygon, SHIFT)
    return translate(east, -360) if east.bounds[0] >= 180 else east


def cut_at_180(shape: BaseGeometry) -> MultiPolygon:
    """Cut what goes on beyond 180 degrees and put it at the western end, as planar programs want it."""
    west, east = shape.intersection(shapely.box(-180, -90, 180, 90)), shape.intersection(shapely.box(180, -90, 540, 90))
    return MultiPolygon([*list_polygons(west), *list_polygons(translate(east, -360))])


def _is_west(polygon: Polygon) -> bool:
    return polygon.representative_point().x < CUT


def _cut_polar(polygon: Polygon) -> list[Polygon]:
    """Cut Antarctica, which goes all round, where the frame begins."""
    if polygon.bounds[1] > SOUTH_POLE:
        return [polygon]
    halves = shapely.box(-180, -90, CUT, 90), shapely.box(CUT, -90, 180, 90)
    return [part for half in halves for part in list_polygons(polygon.intersection(half))]
