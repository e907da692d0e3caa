"""Whether files built anew agree with the stored ones, within a stated tolerance."""

import json
from pathlib import Path
from typing import NamedTuple, TypeAlias

import geopandas  # type: ignore[import-untyped]
import pandas
import shapely
from exports import AREAS, PARQUET, TOPOJSON
from shapely import MultiLineString
from shapely.geometry.base import BaseGeometry
from units import measure_km2

# Of the area of a unit, or in km2 where that is more.
AREA_SHARE, AREA_KM2 = 0.001, 1.0
# How far the outline of a unit in the TopoJSON may lie from the stored one, in degrees: five cells of its grid.
OUTLINE_DEGREES = 0.01
SIZE_SHARE = 0.05
# How far a dot may move, in degrees.
DOT_DEGREES = 0.05


# Numbers of arcs, nested by ring, polygon and multipolygon.
Arcs: TypeAlias = "int | list[Arcs]"


class Files(NamedTuple):
    """Where the three files of one build lie."""

    parquet: Path
    topojson: Path
    areas: Path

    @classmethod
    def inside(cls, folder: Path) -> "Files":
        """Name the three files of one folder."""
        return cls(folder / PARQUET, folder / TOPOJSON, folder / AREAS)


def list_differences(built: Files, stored: Files) -> list[str]:
    """List in words what differs by more than the tolerance; an empty list is agreement."""
    missing = [path.name for path in stored if not path.exists()]
    if missing:
        return [f"{name} is not stored yet" for name in missing]
    shapes = _compare_shapes(built.parquet, stored.parquet)
    outlines = _compare_outlines(built.topojson, stored.topojson)
    return [*shapes, *outlines, *_compare_areas(built.areas, stored.areas), *_compare_sizes(built, stored)]


def _compare_shapes(built: Path, stored: Path) -> list[str]:
    new, old = (geopandas.read_parquet(path).set_index("code").geometry for path in (built, stored))
    if set(new.index) != set(old.index):
        return [f"{stored.name}: the codes differ: {', '.join(sorted(set(new.index) ^ set(old.index)))}"]
    return [f"{stored.name}: the shape of {code} differs" for code in new.index if _shape_differs(new[code], old[code])]


def _shape_differs(new: BaseGeometry, old: BaseGeometry) -> bool:
    if new.equals_exact(old, 1e-9):
        return False
    return measure_km2(shapely.symmetric_difference(new, old)) > max(AREA_SHARE * measure_km2(old), AREA_KM2)


def _compare_outlines(built: Path, stored: Path) -> list[str]:
    new, old = read_outlines(built), read_outlines(stored)
    if set(new) != set(old):
        return [f"{stored.name}: the codes differ: {', '.join(sorted(set(new) ^ set(old)))}"]
    far = [code for code in new if shapely.hausdorff_distance(new[code], old[code]) > OUTLINE_DEGREES]
    return [f"{stored.name}: the outline of {code} differs" for code in far]


def read_outlines(path: Path) -> dict[str, MultiLineString]:
    """Read the outline of each country of a TopoJSON file, as the lines it is made of."""
    world = json.loads(path.read_text(encoding="utf-8"))
    scale, origin = world["transform"]["scale"], world["transform"]["translate"]
    arcs = [_decode_arc(arc, scale, origin) for arc in world["arcs"]]
    return {
        unit["id"]: MultiLineString([arcs[number if number >= 0 else ~number] for number in _flatten(unit["arcs"])])
        for unit in world["objects"]["countries"]["geometries"]
    }


def _decode_arc(arc: list[list[int]], scale: list[float], origin: list[float]) -> list[tuple[float, float]]:
    points, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
    return points


def _flatten(arcs: list[Arcs]) -> list[int]:
    flat: list[int] = []
    for item in arcs:
        flat += [item] if isinstance(item, int) else _flatten(item)
    return flat


def _compare_areas(built: Path, stored: Path) -> list[str]:
    new, old = (pandas.read_csv(path, keep_default_na=False).set_index("code") for path in (built, stored))
    if list(new.index) != list(old.index):
        return [f"{stored.name}: the codes differ"]
    moved = ((new[["lon", "lat"]] - old[["lon", "lat"]]).abs() > DOT_DEGREES).any(axis=1)
    grown = (new.area_km2 - old.area_km2).abs() > (AREA_SHARE * old.area_km2).clip(lower=AREA_KM2)
    return [f"{stored.name}: the row of {code} differs" for code in new.index[moved | grown]]


def _compare_sizes(built: Files, stored: Files) -> list[str]:
    sizes = [(old.name, new.stat().st_size, old.stat().st_size) for new, old in zip(built, stored, strict=True)]
    return [f"{name} has {new} bytes, not {old}" for name, new, old in sizes if abs(new - old) > SIZE_SHARE * old]
