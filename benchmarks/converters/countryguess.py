"""The program countryguess: regular expressions, without pandas."""

import json
from pathlib import Path

from benchmarks.converters.running import Converter, run


def load() -> Converter:
    """Return the program; its names are those of the file that comes with it."""
    import countryguess  # type: ignore[import-not-found]

    def convert(name: str) -> str | None:
        found = countryguess.guess_country(name, attribute="iso3")
        return str(found) if found else None

    rows = json.loads((Path(countryguess.__file__).parent / "_countrydata.json").read_text(encoding="utf-8"))
    names = [(row[field], row["iso3"]) for row in rows for field in ("name_short", "name_official")]
    return Converter(convert, names, "countryguess")


if __name__ == "__main__":
    run(load)
