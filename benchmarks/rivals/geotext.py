"""The program geotext: capitalised words looked up among countries, nationalities and cities; cities are left out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from benchmarks.rivals.timing import Program, Raw, run


class Index(Protocol):
    """Its tables: lower-case names and two-letter codes."""

    countries: Mapping[str, str]
    nationalities: Mapping[str, str]


class Found(Protocol):
    """What it found, as written and in the order of the text, but without places."""

    index: Index
    countries: list[str]
    nationalities: list[str]


def load() -> Program[Found]:
    """Return the program."""
    from geotext import GeoText  # type: ignore[import-not-found]

    def read(text: str, language: str | None) -> Found:
        found: Found = GeoText(text)
        return found

    return Program(read, _list_hits, "geotext")


def _list_hits(text: str, found: Found) -> list[Raw]:
    countries = _locate(text, found.countries, found.index.countries)
    return [*countries, *_locate(text, found.nationalities, found.index.nationalities)]


def _locate(text: str, names: Iterable[str], codes: Mapping[str, str]) -> Iterator[Raw]:
    """Yield names with the places that they must have, as they are in order."""
    end = 0
    for name in names:
        match = re.compile(rf"{re.escape(name)}(?![a-zà-ú])").search(text, end)
        if match:
            end = match.end()
            yield match.start(), end, codes[name.lower()]


if __name__ == "__main__":
    run(load)
