"""Where the dot or label of each country or area stands, and how large it is."""

from collections.abc import Mapping
from typing import NamedTuple

import shapely
from shapely import MultiPolygon, Point, Polygon
from sources import Editions, read_table
from units import Shapes, measure_km2


class Area(NamedTuple):
    """A row of areas.csv: dot point in degrees, true area and that of the largest connected part in km2."""

    code: str
    lon: float
    lat: float
    area_km2: float
    largest_km2: float


def describe_areas(units: Shapes, editions: Editions) -> list[Area]:
    """Describe each unit, measured before its shape is simplified."""
    islands = {row["code"]: Point(float(row["lon"]), float(row["lat"])) for row in read_table("dots.csv")}
    labels = {unit.iso: Point(unit.label) for unit in editions.default if unit.unit == unit.iso}
    return [_describe(code, shape, islands, labels) for code, shape in units.items()]


def _describe(code: str, shape: MultiPolygon, islands: Mapping[str, Point], labels: Mapping[str, Point]) -> Area:
    largest = max(shape.geoms, key=measure_km2)
    main = min(shape.geoms, key=islands[code].distance) if code in islands else largest
    dot = _place_dot(main, labels.get(code))
    return Area(code, round(dot.x, 3), round(dot.y, 3), _round(measure_km2(shape)), _round(measure_km2(largest)))


def _place_dot(main: Polygon, label: Point | None) -> Point:
    """Place the dot at the reviewed label point if that is on the main part, else where most land is around it."""
    if label is not None and main.contains(label):
        return label
    dot = Point(shapely.maximum_inscribed_circle(main).coords[0])
    return dot if main.contains(dot) else main.representative_point()


def _round(km2: float) -> float:
    """Round to four digits: the shapes are no better than that."""
    return float(f"{km2:.4g}")
