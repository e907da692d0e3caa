"""Where the data come from: what SOURCES.toml files say of made and fetched files, and what rows say of reviewed tables."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.base.rows import Row, read_rows

_LONGEST_LICENCE = 40


class Source(NamedTuple):
    """A file that was fetched, or made by a script: what it holds, who made it, where, under which licence, and when."""

    path: str
    content: str
    producer: str
    licence: str
    address: str | None
    version: str | None
    date: date | None


class Reviewed(NamedTuple):
    """A table made by hand, each row with its source: how many rows, and the sources with the most of them first."""

    path: str
    rows: int
    sources: tuple[str, ...]


class Package(NamedTuple):
    """A package that the software is built on; `licence` as it states it itself, None where it does not."""

    name: str
    version: str
    licence: str | None


def read_sources(folder: Path) -> tuple[Source, ...]:
    """Return what the SOURCES.toml files of a folder and those below it describe, in the order of their paths."""
    return tuple(source for path in sorted(folder.rglob("SOURCES.toml")) for source in _read_file(path))


def _read_file(path: Path) -> Iterator[Source]:
    try:
        entries = [entry for table in tomllib.loads(path.read_text(encoding="utf-8")).values() for entry in table]
        yield from (_make_source(entry) for entry in entries)
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path.parent.name}/SOURCES.toml: {error}; each file needs what a Source has") from error


def _make_source(entry: dict[str, object]) -> Source:
    day = entry.get("date")
    return Source(
        path=str(entry.get("path") or f"data/fonts/{entry['file']}"),
        content=str(entry.get("content") or entry["holds"]),
        producer=str(entry["producer"]),
        licence=str(entry["licence"]),
        address=_find_text(entry, "address"),
        version=_find_text(entry, "version"),
        date=day if isinstance(day, date) else None,
    )


def _find_text(entry: dict[str, object], name: str) -> str | None:
    return str(entry[name]) if name in entry else None


@cache
def read_reviewed() -> tuple[Reviewed, ...]:
    """Return the tables of data/ whose rows name their source."""
    return tuple(_count_sources(path) for path in sorted(find_data_folder().glob("*.csv")) if _names_sources(path))


def _names_sources(path: Path) -> bool:
    """Return whether the rows of a table name their source; one that is all our own has no such column."""
    with path.open(encoding="utf-8") as lines:
        return "source" in next(lines).strip().split(",")


def _count_sources(path: Path) -> Reviewed:
    def read(row: Row) -> str:
        return row["source"]

    found = Counter(read_rows(path, read))
    return Reviewed(f"data/{path.name}", found.total(), tuple(name for name, _ in found.most_common() if name))


@cache
def list_packages() -> tuple[Package, ...]:
    """Return the packages that the software needs, as they are installed; none where it was not installed itself."""
    try:
        needed = metadata.requires("aidatlas") or []
    except metadata.PackageNotFoundError:
        return ()
    names = [need.split(";")[0] for need in needed if "extra ==" not in need]
    return tuple(_describe(name) for name in sorted(_cut(name) for name in names))


def _cut(need: str) -> str:
    """Return the name in a requirement: "babel>=2.17" needs babel."""
    return need.split(">")[0].split("=")[0].split("[")[0].strip()


def _describe(name: str) -> Package:
    about = metadata.metadata(name)
    kinds = [kind.split(" :: ")[-1] for kind in about.get_all("Classifier") or [] if kind.startswith("License ::")]
    stated = [*(about.get_all("License-Expression") or []), *kinds, *(about.get_all("License") or [])]
    licence = next((one for one in stated if one and len(one) <= _LONGEST_LICENCE and "\n" not in one), None)
    return Package(name, metadata.version(name), licence)
