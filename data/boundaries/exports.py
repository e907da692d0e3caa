"""The three files that the software reads, written from simplified shapes and their descriptions."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import geopandas  # type: ignore[import-untyped]
import shapely
from dots import Area
from meridians import SOUTH_POLE, cut_at_180
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry
from sources import HERE, run
from units import Shapes, list_polygons

PARQUET, TOPOJSON, AREAS = "world.parquet", "world_50m.json", "areas.csv"
# About ten metres: finer than any line is true, coarse enough to join Antarctica where the frame cut it.
GRID = 1e-4


def write_files(shapes: Shapes, areas: list[Area], folder: Path, programs: Path) -> None:
    """Write the GeoParquet, the TopoJSON for Plotly and the table of areas into a folder."""
    planar = {code: _make_planar(shape) for code, shape in shapes.items()}
    table = geopandas.GeoDataFrame({"code": list(planar)}, geometry=list(planar.values()), crs=4326)
    table.to_parquet(folder / PARQUET, compression="zstd", index=False)
    _write_areas(areas, folder / AREAS)
    # d3 knows no edge at 180 degrees: only Antarctica must come cut, because its ring runs round the pole.
    spherical = {code: planar[code] if shape.bounds[1] < SOUTH_POLE else shape for code, shape in shapes.items()}
    _write_topology(spherical, areas, folder, programs)


def _make_planar(shape: MultiPolygon) -> BaseGeometry:
    """Make a shape that is valid on the plane: cut at 180 degrees, overlapping parts joined."""
    halves = list_polygons(shapely.make_valid(cut_at_180(shape)))
    valid = list_polygons(shapely.make_valid(shapely.union_all(halves, grid_size=GRID)))
    # A grid of ten metres may swallow the smallest territory.
    return MultiPolygon(valid or halves)


def _write_areas(areas: list[Area], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Area._fields)
        writer.writerows((*row[:3], f"{row.area_km2:.10g}", f"{row.largest_km2:.10g}") for row in areas)


def _write_topology(shapes: Mapping[str, BaseGeometry], areas: list[Area], folder: Path, programs: Path) -> None:
    points = {row.code: [row.lon, row.lat] for row in areas}
    outlines = {code: json.loads(shapely.to_geojson(shape)) for code, shape in shapes.items()}
    features = [
        {"type": "Feature", "id": code, "properties": {"ct": points[code]}, "geometry": outline}
        for code, outline in outlines.items()
    ]
    source, script = programs / "shapes.json", programs / "topology.mjs"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    # Node.js looks for packages beside the script, so a copy of it runs where they are installed.
    script.write_bytes((HERE / "topology.mjs").read_bytes())
    run("node", script.resolve(), source.resolve(), (folder / TOPOJSON).resolve())
