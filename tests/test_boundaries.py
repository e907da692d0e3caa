"""The stored shapes are whole, right side out on the globe and light; what geo.maps.boundaries makes of them."""

import csv
import gzip
import hashlib
import json
import math
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pycountry
import pytest
import shapely

from geo.base.errors import DrawingError
from geo.base.folders import find_data_folder
from geo.maps.boundaries import (
    list_small_areas,
    list_undetermined,
    project,
    read_boundaries,
    read_lines,
    read_points,
    read_undetermined,
)

PROJECT = Path(__file__).resolve().parents[1]
TOPOJSON = PROJECT / "dashboard" / "static" / "boundaries" / "world_50m.json"
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
# The largest country covers 3.3 % of the globe; a ring that runs the wrong way round covers nearly all of it.
LARGEST_SHARE = 0.05

Ring = list[tuple[float, float]]
Polygon = list[Ring]


@cache
def read_units() -> dict[str, list[Polygon]]:
    """Read the countries of the TopoJSON as polygons of rings, outer ring first."""
    world = json.loads(TOPOJSON.read_text(encoding="utf-8"))
    arcs = [decode_arc(arc, **world["transform"]) for arc in world["arcs"]]
    units = world["objects"]["countries"]["geometries"]
    nested = {unit["id"]: [unit["arcs"]] if unit["type"] == "Polygon" else unit["arcs"] for unit in units}
    return {
        code: [[join_arcs(ring, arcs) for ring in rings] for rings in polygons] for code, polygons in nested.items()
    }


def decode_arc(arc: list[list[int]], scale: list[float], translate: list[float]) -> Ring:
    points = np.cumsum(np.array(arc), axis=0) * scale + translate
    return [(float(x), float(y)) for x, y in points]


def join_arcs(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        ring += arcs[number][:] if number >= 0 else arcs[~number][::-1]
    return ring


def list_polygons() -> list[tuple[str, Polygon]]:
    return [(code, polygon) for code, polygons in read_units().items() for polygon in polygons]


def measure_plane(ring: Ring) -> float:
    """Measure a ring in square degrees: negative if it runs clockwise."""
    return sum((x0 * y1 - x1 * y0) / 2 for (x0, y0), (x1, y1) in pairwise(ring))


def measure_share(polygon: Polygon) -> float:
    """Measure the share of the globe that a polygon covers for d3 (its geoArea): clockwise rings hold their inside."""
    total = sum(turn_of_step(*step) for ring in polygon for step in pairwise(ring))
    return (total if total >= 0 else total + 2 * math.pi) / (2 * math.pi)


def turn_of_step(start: tuple[float, float], end: tuple[float, float]) -> float:
    (from_lon, from_lat), (to_lon, to_lat) = np.radians([start, end])
    from_lat, to_lat = from_lat / 2 + math.pi / 4, to_lat / 2 + math.pi / 4
    sines, turn = math.sin(from_lat) * math.sin(to_lat), to_lon - from_lon
    return math.atan2(sines * math.sin(turn), math.cos(from_lat) * math.cos(to_lat) + sines * math.cos(turn))


def find_longest_step(frame_shapes: list[shapely.Geometry]) -> float:
    rings = [shapely.get_coordinates(ring) for shape in frame_shapes for ring in shapely.get_rings(shape)]
    return max(float(np.hypot(*np.diff(ring, axis=0).T).max()) for ring in rings)


def test_each_stored_file_is_the_one_that_was_described() -> None:
    described = tomllib.loads((find_data_folder() / "boundaries" / "SOURCES.toml").read_text(encoding="utf-8"))["file"]
    found = {file["path"]: hashlib.sha256((PROJECT / file["path"]).read_bytes()).hexdigest() for file in described}
    assert found == {file["path"]: file["sha256"] for file in described}
    assert len(described) == 3
    assert {file["licence"] for file in described} == {"public domain"}


def test_the_contested_lines_are_those_that_their_source_describes() -> None:
    described = tomllib.loads((find_data_folder() / "boundaries" / "lines.toml").read_text(encoding="utf-8"))
    content = (find_data_folder() / "boundaries" / "lines.geojson").read_bytes()
    assert hashlib.sha256(content).hexdigest() == described["sha256"]
    assert set(read_lines().kind) == {"control", "disputed"}


def test_there_is_one_row_for_each_country_or_area() -> None:
    boundaries = read_boundaries()
    assert sorted(boundaries.code) == sorted(CODES)
    assert list(boundaries.columns) == ["code", "geometry", "lon", "lat", "area_km2"]
    assert boundaries.crs == 4326


def test_the_browser_draws_the_same_codes_as_geopandas() -> None:
    assert {code for code in read_units() if not code.startswith("X_")} == CODES
    assert {code for code in read_units() if code.startswith("X_")} == set(read_undetermined().code)


def test_the_topojson_has_every_layer_that_plotly_asks_for() -> None:
    objects = json.loads(TOPOJSON.read_text(encoding="utf-8"))["objects"]
    assert set(objects) == {"countries", "land", "coastlines", "ocean", "lakes", "rivers", "subunits"}
    points = {unit["id"]: unit["properties"]["ct"] for unit in objects["countries"]["geometries"]}
    assert points["TUV"] == pytest.approx([179.2, -8.5], abs=0.1)


def test_the_topojson_is_light_enough_to_send() -> None:
    assert len(gzip.compress(TOPOJSON.read_bytes(), 9)) < 250_000


def test_outer_rings_run_clockwise_and_holes_the_other_way() -> None:
    planar = [(code, polygon) for code, polygon in list_polygons() if min(y for _, y in polygon[0]) > -78]
    assert [code for code, polygon in planar if measure_plane(polygon[0]) >= 0] == []
    assert [code for code, polygon in planar if any(measure_plane(hole) <= 0 for hole in polygon[1:])] == []


def test_no_ring_floods_the_globe() -> None:
    assert [code for code, polygon in list_polygons() if not 0 < measure_share(polygon) < LARGEST_SHARE] == []
    russia = sum(measure_share(polygon) for polygon in read_units()["RUS"])
    assert russia == pytest.approx(16.9e6 / 510.1e6, rel=0.02)


def test_every_ring_is_closed_and_makes_no_leap() -> None:
    rings = [(code, ring) for code, polygon in list_polygons() for ring in polygon]
    assert [code for code, ring in rings if ring[0] != ring[-1]] == []
    leaps = {code for code, ring in rings for (a, _), (b, _) in pairwise(ring) if abs((b - a + 180) % 360 - 180) > 40}
    assert leaps == set()


def test_on_the_plane_every_shape_is_valid_and_ends_at_180_degrees() -> None:
    shapes = [*read_boundaries().geometry, *read_undetermined().geometry]
    assert all(shape.is_valid and not shape.is_empty for shape in shapes)
    assert shapely.total_bounds(shapes).tolist() == pytest.approx([-180, -90, 180, 83.6], abs=0.1)
    parts = shapely.get_parts([shape for shape in shapes if shape.bounds[1] > -89])
    assert max(part.bounds[2] - part.bounds[0] for part in parts) < 170


def test_areas_are_true_although_shapes_are_simplified() -> None:
    areas = read_boundaries().set_index("code").area_km2
    # Total areas of the UN Demographic Yearbook.
    known = {"BRA": 8_510_346, "CHE": 41_291, "NZL": 268_107, "ISL": 103_000, "MUS": 1_979, "MLT": 315}
    assert {code: areas[code] for code in known} == pytest.approx(known, rel=0.04)


def test_every_dot_lies_on_or_beside_its_territory() -> None:
    boundaries = read_boundaries()
    dots = shapely.points(boundaries.lon, boundaries.lat)
    far = shapely.distance(dots, boundaries.geometry.to_numpy()) > 0.05
    assert boundaries.code[far].tolist() == []


def test_small_states_are_drawn_as_dots() -> None:
    small = list_small_areas()
    assert {"COK", "FSM", "KIR", "NIU", "TON", "VUT", "WSM", "SGP", "MLT", "VAT", "PSE"} <= small
    assert not small & {"FJI", "PNG", "CHN", "X_KAS"}
    assert list_small_areas(limit_km2=1.0) == {"VAT"}


def test_points_are_given_by_code_and_for_small_states_alone() -> None:
    assert set(read_points()) == CODES
    assert set(read_points(small_only=True)) == list_small_areas()
    assert read_points()["KIR"][:2] == pytest.approx((173.0, 1.4), abs=0.3)


def test_undetermined_areas_bear_no_code() -> None:
    assert {"X_ABY", "X_BRT", "X_KAS"} <= set(read_undetermined().code)
    assert list_undetermined() == tuple(read_undetermined().code)
    assert all(code.startswith("X_") for code in list_undetermined())


def test_contested_pieces_stand_in_a_table_with_a_status_and_a_source() -> None:
    with (find_data_folder() / "boundaries" / "contested.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["status"] for row in rows} == {"contested", "undetermined", "leased", "dependency"}
    assert all(row["source"] and row["name"] for row in rows)
    assert {row["code"] for row in rows} <= CODES | set(read_undetermined().code)
    assert all((row["status"] == "undetermined") == row["code"].startswith("X_") for row in rows)


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [(34.2, 45.2, "UKR"), (-14.0, 22.7, "ESH"), (35.8, 33.0, "SYR"), (33.6, 35.3, "CYP"), (44.1, 9.6, "SOM"),
     (20.9, 42.6, "XKX"), (28.5, 9.75, "X_ABY"), (-53.1, 3.9, "GUF"), (15.6, 78.2, "SJM"), (121.0, 23.8, "TWN")],
)  # fmt: skip
def test_a_place_lies_in_the_statistical_area_after_un_practice(lon: float, lat: float, code: str) -> None:
    frames = read_boundaries(), read_undetermined()
    assert [found for frame in frames for found in frame.code[frame.contains(shapely.Point(lon, lat))]] == [code]


@pytest.mark.parametrize("centre", [0, 11, 180, -100])
def test_no_streak_runs_across_a_projected_map(centre: int) -> None:
    projected = project(read_boundaries(), f"+proj=eqearth +lon_0={centre}")
    assert find_longest_step(projected.geometry.tolist()) < 200_000
    assert projected.is_valid.all()
    assert projected.code.tolist() == read_boundaries().code.tolist()


def test_a_pacific_map_shows_no_seam_at_180_degrees() -> None:
    boundaries = read_boundaries().set_index("code")
    pacific = project(boundaries, "+proj=eqc +lon_0=180")
    chukotka, antarctica = shapely.Point(0, 7_350_000), shapely.Point(0, -9_500_000)
    assert pacific.geometry["RUS"].contains(chukotka)
    assert pacific.geometry["ATA"].contains(antarctica)


def test_what_is_no_projection_is_refused_with_the_way_out() -> None:
    for wrong in ("nonsense", "EPSG:4326"):
        with pytest.raises(DrawingError, match=r"give one like '\+proj=eqearth"):
            project(read_boundaries(), wrong)


def test_who_changes_a_frame_changes_no_other_reader() -> None:
    mine = read_boundaries()
    mine["code"] = "mine"
    assert set(read_boundaries().code) == CODES
