"""One full-resolution shape for each country or area, and for each undetermined area, from the reviewed tables."""

from collections import defaultdict
from collections.abc import Mapping

import shapely
from pyproj import Geod
from shapely import MultiPolygon, Polygon, STRtree
from shapely.geometry.base import BaseGeometry
from sources import Editions, read_table

EARTH = Geod(ellps="WGS84")
# Two editions never agree to the metre: what is smaller than this, in km2, is a sliver and no contested piece.
SLIVER_KM2 = 1.0

Shapes = dict[str, MultiPolygon]


def measure_km2(shape: BaseGeometry) -> float:
    """Measure the true area of a shape on the ellipsoid, in km2."""
    return abs(float(EARTH.geometry_area_perimeter(shape)[0])) / 1e6


def list_polygons(shape: BaseGeometry) -> list[Polygon]:
    """List the polygons of a shape of any kind; lines and points are left out."""
    nested = (shapely.get_parts(part) for part in shapely.get_parts(shape))
    return [polygon for parts in nested for polygon in parts if isinstance(polygon, Polygon) and polygon.area > 0]


def build_units(editions: Editions) -> Shapes:
    """Build one shape for each code: those of ISO 3166-1, XKX, and X_… for an undetermined area."""
    drawn = {unit.unit: unit.shape for unit in editions.default}
    german = {unit.unit: unit.shape for unit in editions.german}
    found: defaultdict[str, list[Polygon]] = defaultdict(list)
    for code, polygons in [*_cut_pieces(drawn, german), *_cut_overseas(drawn)]:
        found[code] += polygons
    codes = _read_codes(editions)
    for unit, shape in drawn.items():
        found[codes[unit]] += list_polygons(shape)
    return {code: MultiPolygon(list_polygons(shapely.union_all(found[code]))) for code in sorted(found) if found[code]}


def _read_codes(editions: Editions) -> dict[str, str]:
    """Read which code a whole unit goes by; the reviewed table goes before Natural Earth's own column."""
    codes = {unit.unit: unit.iso for unit in editions.default}
    codes.update({row["unit"]: row["code"] for row in read_table("contested.csv") if row["shape"] == "unit"})
    unknown = sorted(unit for unit, code in codes.items() if code == "-99")
    if unknown:
        raise SystemExit(f"contested.csv says nothing of {', '.join(unknown)}; add a row for each")
    return codes


def _cut_pieces(drawn: dict[str, BaseGeometry], german: Mapping[str, BaseGeometry]) -> list[tuple[str, list[Polygon]]]:
    """Cut the pieces that only a comparison of the two editions shows out of the units that hold them."""
    pieces = []
    for row in read_table("contested.csv"):
        if row["shape"] in ("overlap", "gap"):
            piece = _find_piece(drawn[row["unit"]], row, german)
            drawn[row["unit"]] = shapely.make_valid(drawn[row["unit"]].difference(piece))
            pieces.append((row["code"], list_polygons(piece)))
    return pieces


def _find_piece(whole: BaseGeometry, row: Mapping[str, str], german: Mapping[str, BaseGeometry]) -> MultiPolygon:
    """Find a piece: what the German edition gives to another unit ("overlap"), or to none ("gap")."""
    piece = whole.intersection(german[row["german"]]) if row["german"] else _find_gap(whole, list(german.values()))
    polygons = [polygon for polygon in list_polygons(piece) if measure_km2(polygon) > SLIVER_KM2]
    if not polygons:
        raise SystemExit(f"contested.csv: the two editions do not differ at {row['piece']}; was a package changed?")
    return MultiPolygon(polygons)


def _find_gap(whole: BaseGeometry, others: list[BaseGeometry]) -> BaseGeometry:
    near = STRtree(others).query(whole)
    return whole.difference(shapely.union_all([others[number] for number in near]))


def _cut_overseas(drawn: dict[str, BaseGeometry]) -> list[tuple[str, list[Polygon]]]:
    """Cut the parts that ISO 3166-1 codes by themselves out of the unit that Natural Earth draws them in."""
    parts = []
    for row in read_table("overseas.csv"):
        box = shapely.box(float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"]))
        polygons = list_polygons(drawn[row["unit"]])
        inside = [polygon for polygon in polygons if box.contains(polygon.representative_point())]
        if not inside:
            raise SystemExit(f"overseas.csv: nothing of {row['unit']} lies in the box of {row['name']}")
        drawn[row["unit"]] = MultiPolygon([polygon for polygon in polygons if polygon not in inside])
        parts.append((row["code"], inside))
    return parts
