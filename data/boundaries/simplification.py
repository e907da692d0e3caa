"""Lighter shapes: islets left out of large territories, and coasts and borders simplified together."""

import math
from collections import defaultdict
from pathlib import Path

import geopandas  # type: ignore[import-untyped]
import shapely
from meridians import put_in_frame, take_from_frame
from shapely import MultiPolygon, Polygon
from sources import run
from units import Shapes, list_polygons, measure_km2

# A territory smaller than this, in km2, keeps all its islets.
SMALL_TERRITORY = 3000.0
# An islet below a territory's limit stays if it is this large in km2 and this many degrees from all that is kept.
REMOTE_KM2, REMOTE_DEGREES = 0.3, 1.2
SMALLEST_KM2, LARGEST_LIMIT_KM2 = 0.15, 300.0
# How far a line may move, in metres, by the area in km2 of the island or mainland that it bounds.
INTERVALS = ((5e6, 8000), (2e5, 6000), (2e4, 4500), (2e3, 2500), (200, 1500), (20, 600), (0, 220))


def simplify_units(units: Shapes, folder: Path, programs: Path) -> Shapes:
    """Simplify all units at once, so that neighbours go on sharing their border; they may go on beyond 180 degrees."""
    _write_parts(units, folder / "parts.geojson")
    interval = ":".join(f"km2>{limit:.0f}?{metres}" for limit, metres in INTERVALS[:-1]) + f":{INTERVALS[-1][1]}"
    simplify = ["-simplify", "variable", f"interval={interval}", "weighted", "keep-shapes"]
    write = ["-o", "simplified.geojson", "precision=0.0001", "format=geojson", "force"]
    mapshaper = programs / "node_modules" / "mapshaper" / "bin" / "mapshaper"
    run("node", mapshaper, "-i", "parts.geojson", *simplify, "-dissolve2", "code", *write, folder=folder)
    return _read_simplified(folder / "simplified.geojson")


def _write_parts(units: Shapes, path: Path) -> None:
    rows = [(code, km2, part) for code, shape in units.items() for km2, part in thin_out(shape)]
    table = geopandas.GeoDataFrame(rows, columns=["code", "km2", "geometry"], crs=4326)
    table.to_file(path, driver="GeoJSON", COORDINATE_PRECISION=7)


def thin_out(shape: MultiPolygon) -> list[tuple[float, Polygon]]:
    """Leave out the islets of a large territory; list what stays with its area in km2, in the frame."""
    parts = sorted(((measure_km2(part), part) for part in put_in_frame(shape)), key=lambda pair: -pair[0])
    limit = _limit_islets(sum(km2 for km2, _ in parts))
    kept: list[tuple[float, Polygon]] = []
    for km2, part in parts:
        if km2 >= limit or not kept or _is_remote(km2, part, kept):
            kept.append((km2, part))
    return kept


def _limit_islets(total_km2: float) -> float:
    if total_km2 <= SMALL_TERRITORY:
        return SMALLEST_KM2
    return min(max(math.pow(0.0004 * total_km2, 0.8), SMALLEST_KM2), LARGEST_LIMIT_KM2)


def _is_remote(km2: float, part: Polygon, kept: list[tuple[float, Polygon]]) -> bool:
    return km2 > REMOTE_KM2 and all(part.distance(other) > REMOTE_DEGREES for _, other in kept)


def _read_simplified(path: Path) -> Shapes:
    table = geopandas.read_file(path)
    found: defaultdict[str, list[Polygon]] = defaultdict(list)
    for code, shape in zip(table.code, table.geometry, strict=True):
        for polygon in list_polygons(shapely.make_valid(shape)):
            found[code] += list_polygons(take_from_frame(polygon))
    return {code: MultiPolygon(found[code]) for code in sorted(found)}
