"""Boundaries of the user's own."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import shapely

from dashboard.command import main
from dashboard.corpora import BOUNDARIES_OPTION, find_shapes, list_sources
from geo.base.errors import DrawingError
from geo.charts import Labels, Look, chart_map
from geo.drawings import draw_map
from geo.maps.boundaries import read_boundaries, read_own_boundaries

SQUARE = shapely.box(10, 40, 15, 45)


def write_geojson(path: Path, properties: Mapping[str, object], shape: shapely.Geometry = SQUARE) -> Path:
    """Write one feature, twice over, and return the path."""
    feature = {"type": "Feature", "properties": dict(properties), "geometry": json.loads(shapely.to_geojson(shape))}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, feature]}), encoding="utf-8")
    return path


@pytest.mark.parametrize("field", ["ISO_A3", "iso3", "code", "id"])
def test_a_geojson_is_read_by_the_field_that_holds_codes(tmp_path: Path, field: str) -> None:
    found = read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"name": "x", field: "ITA"}))
    assert found.code.tolist() == ["ITA"]
    assert found.geometry[0].equals(SQUARE)


def test_a_shapefile_is_read(tmp_path: Path) -> None:
    read_boundaries()[["code", "geometry"]].head(5).to_file(tmp_path / "own.shp")
    assert read_own_boundaries(tmp_path / "own.shp").code.tolist() == read_boundaries().code.head(5).tolist()


def test_a_topojson_is_read(tmp_path: Path) -> None:
    ring = {"type": "Polygon", "id": "ITA", "properties": {"iso_a3": "ITA"}, "arcs": [[0]]}
    arcs = [[[10, 40], [10, 45], [15, 45], [15, 40], [10, 40]]]
    topology = {
        "type": "Topology",
        "objects": {"a": {"type": "GeometryCollection", "geometries": [ring]}},
        "arcs": arcs,
    }
    (tmp_path / "own.topojson").write_text(json.dumps(topology), encoding="utf-8")
    assert read_own_boundaries(tmp_path / "own.topojson").code.tolist() == ["ITA"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.geojson", "<OGRVRTDataSource/>", "cannot be read"),
        ("a.json", '{"type": "Feature"}', "no boundaries"),
        ("a.json", "[" * 100_000, "cannot be read"),
        ("a.json", "[1]", "cannot be read"),
        ("a.shp", "<OGRVRTDataSource/>", "no boundaries"),
        ("a.vrt", "<OGRVRTDataSource/>", "no boundaries"),
    ],
)
def test_what_is_no_boundary_file_is_refused_in_one_line(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(DrawingError, match=reason) as caught:
        read_own_boundaries(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_an_error_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DrawingError, match="No such file"):
        read_own_boundaries(tmp_path / "none.geojson")


def test_shapes_without_codes_are_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(DrawingError, match="name it iso_a3, iso3 or code"):
        read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"iso3": "IT"}))


def test_metres_are_no_degrees(tmp_path: Path) -> None:
    metres = shapely.box(1_000_000, 5_000_000, 1_500_000, 5_500_000)
    with pytest.raises(DrawingError, match="EPSG:4326"):
        read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"}, metres))


NO_AREA, NO_DEGREES = "none of its codes has an area", "no degrees"


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, "cannot be read as boundaries"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, float("nan")], [1, 1], [0, 0]]]}, NO_DEGREES),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1e308, 1], [1, 1e300], [0, 0]]]}, NO_DEGREES),
        ({"type": "Polygon", "coordinates": [[[0, -1e9], [1, 1e9], [1, 0], [0, -1e9]]]}, NO_DEGREES),
        ({"type": "Polygon", "coordinates": [[[0, 0], [0, 0], [0, 0], [0, 0]]]}, NO_AREA),
        ({"type": "Polygon", "coordinates": []}, NO_AREA),
        ({"type": "Polygon", "coordinates": "abc"}, NO_AREA),
        ({"type": "Point", "coordinates": [1, 2]}, NO_AREA),
        (None, NO_AREA),
    ],
)
def test_a_shape_that_cannot_be_drawn_is_refused_in_one_line(tmp_path: Path, geometry: object, reason: str) -> None:
    feature = {"type": "Feature", "properties": {"iso3": "ITA"}, "geometry": geometry}
    own = tmp_path / "own.geojson"
    own.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    with pytest.raises(DrawingError, match=reason) as caught:
        read_own_boundaries(own)
    assert "\n" not in str(caught.value)


def test_a_dashboard_on_a_bad_file_does_not_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--boundaries", str(tmp_path / "none.geojson")])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_app_tells_the_file_from_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"})
    monkeypatch.setattr(sys, "argv", ["app", f"{BOUNDARIES_OPTION}{own}", "a.txt"])
    assert list_sources() == ("a.txt",)
    found = find_shapes()
    assert found is not None
    assert found[0].code.tolist() == ["ITA"]


def test_the_printed_map_shows_the_users_own_boundaries(tmp_path: Path) -> None:
    chart = chart_map({"ITA": 3}, {}, Labels("t", "m", ""), Look())
    own = read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"}))
    assert draw_map(chart, "png", 1, own) != draw_map(chart, "png", 1)
