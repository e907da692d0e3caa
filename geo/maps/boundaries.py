"""The shapes of countries and areas as GeoDataFrames, from data/boundaries; the one module that knows GeoPandas.

The shapes show statistical areas after the practice of the United Nations. They are no official map of any country;
data/boundaries/contested.csv says of each contested piece with which code it is drawn, and why.
"""

import json
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

import geopandas
import pandas
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.affinity import translate
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geo.base.errors import DrawingError
from geo.base.folders import find_data_folder

# Own ids of areas that have no code, because to whom they belong is not determined.
UNDETERMINED = "X_"
# The largest part of a country that a map of the world a screen wide shows as no more than two or three pixels.
SMALL_KM2 = 6000.0
# Kept free on both sides of the map's edge, in degrees: a point on the edge itself could be drawn on either side.
EDGE = 1e-6
# A projected line bends: no step between two points is longer than this, in degrees.
STEP = 1.0
# Coordinates of halves that are joined lie on a grid of about a centimetre.
GRID = 1e-7


# A file of the user's own: the fields that may hold the code, what its first bytes are, and how large it may be.
_KEYS = ("iso_a3_eh", "iso_a3", "iso3", "iso", "adm0_a3", "gid_0", "alpha_3", "alpha3", "code", "id")
_AREAS, _DEGREES = ("Polygon", "MultiPolygon"), (180.1, 90.1)
_JSON_TYPES, _SHAPEFILE, _LARGEST_FILE = ("FeatureCollection", "Topology"), b"\x00\x00\x27\x0a", 50_000_000
# A table of shapes (code, geometry); other modules name its type by this word, and need not know GeoPandas.
Boundaries: TypeAlias = geopandas.GeoDataFrame


class Point(NamedTuple):
    """A point inside a territory, in degrees: of an archipelago, on its main island; and the territory's area."""

    lon: float
    lat: float
    area_km2: float


def read_boundaries() -> geopandas.GeoDataFrame:
    """Read one row a country or area: code, geometry (EPSG:4326, cut at 180 degrees), lon, lat, area_km2.

    There are 250 rows: the 249 of ISO 3166-1, and XKX. `lon` and `lat` are a point inside the territory, of an
    archipelago on the main island; `area_km2` is the true area, not that of the simplified shape.
    """
    areas = _read_areas()
    return areas[~areas.code.str.startswith(UNDETERMINED)].reset_index(drop=True)


def read_undetermined() -> geopandas.GeoDataFrame:
    """Read the areas of undetermined status, to be drawn grey and without data; columns as in read_boundaries."""
    areas = _read_areas()
    return areas[areas.code.str.startswith(UNDETERMINED)].reset_index(drop=True)


@cache
def list_small_areas(limit_km2: float = SMALL_KM2) -> frozenset[str]:
    """List the codes to be drawn as dots: of no part of theirs that hangs together is `limit_km2` large."""
    table = _read_table()
    small = table.code[(table.largest_km2 < limit_km2) & ~table.code.str.startswith(UNDETERMINED)]
    return frozenset(small.tolist())


@cache
def read_points(*, small_only: bool = False) -> Mapping[str, Point]:
    """Return the point of each country or area by code; `small_only` gives those that are drawn as dots."""
    table = _read_table()
    points = table[["code", "lon", "lat", "area_km2"]].itertuples(index=False, name=None)
    shown = list_small_areas() if small_only else None
    return {
        code: Point(lon, lat, area)
        for code, lon, lat, area in points
        if not code.startswith(UNDETERMINED) and (shown is None or code in shown)
    }


@cache
def list_undetermined() -> tuple[str, ...]:
    """List the ids of the areas of undetermined status."""
    return tuple(code for code in _read_table().code.tolist() if code.startswith(UNDETERMINED))


@cache
def read_lines() -> geopandas.GeoDataFrame:
    """Read the lines on land that are no settled boundary: kind (control|disputed), geometry (EPSG:4326).

    They are Natural Earth's, as published: no statement of ours or of anyone's on where a boundary runs.
    """
    return geopandas.read_file(find_data_folder() / "boundaries" / "lines.geojson")


def read_own_boundaries(path: Path) -> Boundaries:
    """Read shapes of the user's own: code, geometry (EPSG:4326), one row a country or area that the file has.

    GeoJSON, TopoJSON (.json, .geojson, .topojson) or a Shapefile (.shp), keyed by ISO 3166-1 alpha-3 in a field of
    its features (ISO_A3, ISO3, code …) or as their id. DrawingError where the file is none of these, larger than
    50 MB, or names no code that we know.
    """
    table = _read_shapes(path)
    key = next((name for name in table.columns if str(name).lower() in _KEYS and _count_known(table[name])), None)
    if key is None:
        raise DrawingError(f"{path}: no field holds ISO 3166-1 alpha-3 codes; name it iso_a3, iso3 or code")
    table = table.rename(columns={key: "code"})[["code", "geometry"]]
    table = table[table.code.isin(read_points()) & table.geom_type.isin(_AREAS)]
    # What is no number is not within either.
    if not (abs(shapely.get_coordinates(table.geometry)) <= _DEGREES).all():
        raise DrawingError(f"{path}: its coordinates are no degrees; save it in EPSG:4326")
    valid = table.geometry.make_valid(method="structure", keep_collapsed=False)
    shown = table.assign(geometry=valid)[~valid.is_empty]
    if shown.empty:
        raise DrawingError(f"{path}: none of its codes has an area; give each a Polygon or MultiPolygon")
    return shown.dissolve("code").reset_index()


def _read_shapes(path: Path) -> geopandas.GeoDataFrame:
    """Read a file that its first bytes show to be what its name says: no other driver gets to see it."""
    try:
        large = path.stat().st_size > _LARGEST_FILE
        head = b"" if large else path.read_bytes()[:4]
        text = path.suffix.lower() in (".json", ".geojson", ".topojson")
        if large:
            raise DrawingError(f"{path}: larger than {_LARGEST_FILE // 10**6} MB; simplify the shapes first")
        if text and json.loads(path.read_text(encoding="utf-8-sig")).get("type") in _JSON_TYPES:
            return _read_quietly(path)
        if path.suffix.lower() == ".shp" and head == _SHAPEFILE:
            return _read_quietly(path)
    except (OSError, ValueError, AttributeError, RecursionError, RuntimeError, ShapelyError) as error:
        raise DrawingError(f"{path}: cannot be read as boundaries: {str(error).splitlines()[0]}") from error
    raise DrawingError(f"{path}: no boundaries; give GeoJSON, TopoJSON or a Shapefile (.shp)")


def _read_quietly(path: Path) -> geopandas.GeoDataFrame:
    """Read the shapes of a file; what the driver makes of its faults is said by what comes out, not in its warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return _turn_to_degrees(geopandas.read_file(path))


def _turn_to_degrees(table: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    return table.set_crs(4326) if table.crs is None else table.to_crs(4326)


def _count_known(column: pandas.Series) -> int:
    return int(column.isin(read_points()).sum())


def project(
    frame: geopandas.GeoDataFrame, projection: str, window: BaseGeometry | None = None
) -> geopandas.GeoDataFrame:
    """Project a frame in degrees ("+proj=eqearth +lon_0=150"): rejoined at 180 degrees, cut at the map's own edge.

    Geometry and CRS are new, all other columns as they were. Projections of the whole world whose edge is a meridian
    are meant; others need a `window`: what the map shows, in degrees that run over 180 where its middle lies near the
    date line. A shape outside it is empty. DrawingError is raised for what is no projection.
    """
    centre = _find_centre(projection)
    west, east = centre - 180 + EDGE, centre + 180 - EDGE
    framed = frame.geometry.apply(lambda shape: _frame_shape(shape, west, east))
    if window is not None:
        framed = framed.intersection(window)
    return cast(geopandas.GeoDataFrame, frame.set_geometry(framed.set_crs(4326)).to_crs(projection))


def _find_centre(projection: str) -> float:
    """Find the meridian in the middle of the map, between -180 and 180."""
    try:
        operation = CRS.from_user_input(projection).coordinate_operation
    except CRSError:
        operation = None
    if operation is None:
        raise DrawingError(f"{projection!r} is no projection of a map; give one like '+proj=eqearth +lon_0=11'")
    longitudes = [float(item.value) for item in operation.params if item.name == "Longitude of natural origin"]
    return (sum(longitudes) + 180) % 360 - 180


def _frame_shape(shape: BaseGeometry, west: float, east: float) -> BaseGeometry:
    """Move the parts of a shape beyond the map's edge to its other side, and join what 180 degrees had cut."""
    parts = [_clip(shape, west, east, turn) for turn in (-360, 0, 360)]
    filled = [part for part in parts if not part.is_empty]
    joined = filled[0] if len(filled) == 1 else shapely.union_all(filled, grid_size=GRID)
    return shapely.segmentize(joined, STEP)


def _clip(shape: BaseGeometry, west: float, east: float, turn: int) -> BaseGeometry:
    return translate(shape.intersection(shapely.box(west - turn, -90, east - turn, 90)), turn)


@cache
def _read_areas() -> geopandas.GeoDataFrame:
    shapes = geopandas.read_parquet(find_data_folder() / "boundaries" / "world.parquet")
    return shapes.merge(_read_table().drop(columns="largest_km2"), on="code", validate="one_to_one")


@cache
def _read_table() -> pandas.DataFrame:
    return pandas.read_csv(find_data_folder() / "boundaries" / "areas.csv", dtype={"code": str}, keep_default_na=False)
