"""Make data/countries.csv: one row for each ISO 3166-1 code and Kosovo, with its UN M49 regions and its status.

    python data/build_countries.py             compare with the stored table; exit status 0 if they are equal
    python data/build_countries.py --write     replace the stored table

Codes are pycountry's (ISO 3166-1). Regions and membership of the United Nations are CLDR's territory containment
(cldr/, see SOURCES.toml there), which follows UN M49. What is in neither is the reviewed statuses.csv.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pycountry

DATA = Path(__file__).parent
COLUMNS = (
    "code", "alpha_2", "numeric", "region", "subregion", "intermediate", "status", "administered_by", "note", "source",
)  # fmt: skip
CONTINENTS = ("002", "009", "019", "142", "150")
# M49 puts these two between the continent and the regions that CLDR hangs on the continent itself.
BETWEEN = ("202", "419")
MEMBER = {
    "status": "un_member",
    "administered_by": "",
    "note": "",
    "source": "ISO 3166-1; UN M49 and UN membership as in CLDR 48",
}


class Country(NamedTuple):
    """A code in its three ISO 3166-1 forms."""

    alpha_2: str
    alpha_3: str
    numeric: str


def read_containment() -> dict[str, set[str]]:
    """Return what each CLDR territory contains; groupings that cut across others carry their own codes."""
    stored = json.loads((DATA / "cldr" / "territoryContainment.json").read_text(encoding="utf-8"))
    groups: dict[str, dict[str, list[str]]] = stored["supplemental"]["territoryContainment"]
    return {code: set(group["_contains"]) for code, group in groups.items() if "-status-" not in code}


def find_regions(alpha_2: str, contains: dict[str, set[str]]) -> tuple[str, str, str]:
    """Return the M49 continent, subregion and intermediate region of a country; empty where it has none."""
    holders = [code for code, held in contains.items() if alpha_2 in held and code.isdigit()]
    if not holders:
        return ("", "", "")
    narrow = holders[0]
    continent = next(code for code in CONTINENTS if narrow in contains[code])
    wide = next((code for code in BETWEEN if narrow in contains[code]), None)
    return (continent, wide, narrow) if wide else (continent, narrow, "")


def list_countries() -> list[Country]:
    """Return every ISO 3166-1 code, and Kosovo, in the order of the alpha-3 codes."""
    listed = [Country(country.alpha_2, country.alpha_3, country.numeric) for country in pycountry.countries]
    return sorted([*listed, Country("XK", "XKX", "")], key=lambda country: country.alpha_3)


def build_rows(contains: dict[str, set[str]]) -> Iterator[dict[str, str]]:
    """Yield the rows of countries.csv."""
    with (DATA / "statuses.csv").open(encoding="utf-8", newline="") as file:
        statuses = {row.pop("code"): row for row in csv.DictReader(file)}
    for country in list_countries():
        is_member = country.alpha_2 in contains["UN"]
        if is_member == (country.alpha_3 in statuses):
            raise SystemExit(f"statuses.csv: {country.alpha_3} must be there just if it is no member of the UN")
        regions = find_regions(country.alpha_2, contains)
        codes = (country.alpha_3, country.alpha_2, country.numeric, *regions)
        yield dict(zip(COLUMNS, codes, strict=False)) | (MEMBER if is_member else statuses[country.alpha_3])


def write_table(contains: dict[str, set[str]]) -> str:
    """Return the text of countries.csv."""
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(build_rows(contains))
    return table.getvalue()


def main() -> int:
    """Build the table, then compare it with the stored one or replace that."""
    parser = argparse.ArgumentParser(description="Make data/countries.csv.")
    parser.add_argument("--write", action="store_true", help="replace the stored table")
    options = parser.parse_args()
    built = write_table(read_containment())
    stored = DATA / "countries.csv"
    if options.write:
        stored.write_text(built, encoding="utf-8")
    is_equal = stored.read_text(encoding="utf-8") == built
    sys.stdout.write(f"countries.csv: {built.count(chr(10)) - 1} rows, {'equal' if is_equal else 'NOT equal'}\n")
    return 0 if is_equal else 1


if __name__ == "__main__":
    raise SystemExit(main())
