"""The program hdx-python-country of OCHA: names in six languages, and what is like them; read without a network."""

import csv
import logging
from pathlib import Path

from benchmarks.converters.running import Converter, run

_FORMS = ("Term", "Short", "Formal", "Name")
_M49 = "M49 "


def load() -> Converter:
    """Return the program with its unofficial codes (Kosovo); its names are those of the table that comes with it."""
    import hdx.location  # type: ignore[import-not-found]
    from hdx.location.country import Country  # type: ignore[import-not-found]

    logging.disable(logging.CRITICAL)
    Country.countriesdata(include_unofficial=True, use_live=False)

    def convert(name: str) -> str | None:
        found: str | None = Country.get_iso3_country_code_fuzzy(name, use_live=False)[0]
        return found

    with next(Path(hdx.location.__file__).parent.glob("*.csv")).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ISO 3166-1 Alpha 3-Codes"]]
    named = [field for field in rows[0] if field.endswith(_FORMS) or field.startswith(_M49)]
    fields = [field for field in named if "Region" not in field and "region" not in field and "numerical" not in field]
    return Converter(
        convert,
        [(row[field], row["ISO 3166-1 Alpha 3-Codes"]) for row in rows for field in fields],
        "hdx-python-country",
    )


if __name__ == "__main__":
    run(load)
