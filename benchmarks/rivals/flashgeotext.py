"""The program flashgeotext: names of countries and cities in a keyword tree; its cities are left out."""

from typing import TypedDict

from benchmarks.rivals.timing import Program, Raw, run


class Extract(TypedDict):
    """What it says of one country."""

    span_info: list[tuple[int, int]]


Found = dict[str, dict[str, Extract]]


def load() -> Program[Found]:
    """Return the program with its own list of countries; the countries are named in English."""
    from flashgeotext.geotext import GeoText  # type: ignore[import-not-found]

    geotext = GeoText()

    def read(text: str, language: str | None) -> Found:
        found: Found = geotext.extract(input_text=text)
        return found

    return Program(read, _list_hits, "flashgeotext")


def _list_hits(text: str, found: Found) -> list[Raw]:
    return [(start, end, name) for name, extract in found["countries"].items() for start, end in extract["span_info"]]


if __name__ == "__main__":
    run(load)
