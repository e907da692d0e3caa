"""Boundaries as TopoJSON for the browser, in the parts that Plotly looks for."""

import gzip
from collections.abc import Iterator

import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from geo.maps.boundaries import UNDETERMINED, Boundaries, read_points, read_undetermined

# Finer than a pixel of a map of the world, and of a region of it, in degrees.
_TOLERANCE, _DIGITS = 0.02, 3
_EMPTY = ("land", "coastlines", "ocean", "lakes", "rivers", "subunits")
Ring = list[list[float]]


def pack_topology(shapes: Boundaries) -> bytes:
    """Return shapes (code, geometry) with those of undetermined status as packed TopoJSON, the ids being the codes."""
    arcs: list[Ring] = []
    tables = (shapes, read_undetermined())
    rows = [row for table in tables for row in zip(table.code, table.geometry, strict=True)]
    countries = [_write_shape(code, shape, arcs) for code, shape in rows]
    empty = {"type": "GeometryCollection", "geometries": []}
    objects = {"countries": {"type": "GeometryCollection", "geometries": countries}, **dict.fromkeys(_EMPTY, empty)}
    return gzip.compress(orjson.dumps({"type": "Topology", "objects": objects, "arcs": arcs}), mtime=0)


def _write_shape(code: str, shape: BaseGeometry, arcs: list[Ring]) -> dict[str, object]:
    """Return one feature; its rings become arcs of their own."""
    polygons = []
    for polygon in _list_polygons(shape):
        rings = [_list_points(ring) for ring in (polygon.exterior, *polygon.interiors)]
        polygons.append([[len(arcs) + number] for number in range(len(rings))])
        arcs.extend(rings)
    middle = shape.representative_point() if code.startswith(UNDETERMINED) else shapely.Point(read_points()[code][:2])
    place = {"ct": [round(middle.x, _DIGITS), round(middle.y, _DIGITS)]}
    return {"type": "MultiPolygon", "id": code, "arcs": polygons, "properties": place}


def _list_polygons(shape: BaseGeometry) -> Iterator[shapely.Polygon]:
    """Yield the polygons of a shape, simplified, each as browsers reckon on a sphere: its inside to the right."""
    for part in shapely.get_parts(shapely.make_valid(shape)):
        if part.geom_type == "Polygon":
            # An island smaller than the step is kept as it is.
            fine = part.simplify(_TOLERANCE) if part.area > _TOLERANCE else part
            yield shapely.orient_polygons(fine, exterior_cw=True)


def _list_points(ring: shapely.LinearRing) -> Ring:
    points: Ring = shapely.get_coordinates(ring).round(_DIGITS).tolist()
    return points
