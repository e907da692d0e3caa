"""The program country_converter: a regular expression for each country."""

import logging

from benchmarks.converters.running import Converter, run


def load() -> Converter:
    """Return the program; where several of its expressions fit a name, it says no code."""
    import country_converter  # type: ignore[import-not-found]

    logging.disable(logging.CRITICAL)
    converter = country_converter.CountryConverter()

    def convert(name: str) -> str | None:
        found = converter.convert(name, to="ISO3", not_found="-")
        return found if isinstance(found, str) and found != "-" else None

    names = [
        (row[field], row["ISO3"]) for _, row in converter.data.iterrows() for field in ("name_short", "name_official")
    ]
    return Converter(convert, names, "country_converter")


if __name__ == "__main__":
    run(load)
