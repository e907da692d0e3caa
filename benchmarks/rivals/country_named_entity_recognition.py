"""The program country-named-entity-recognition: pycountry's English names as regular expressions."""

from typing import Protocol

from benchmarks.rivals.timing import Program, Raw, run


class Country(Protocol):
    """A country of pycountry."""

    alpha_3: str


class Match(Protocol):
    """Where a name was found."""

    def start(self) -> int:
        """Return the first character."""

    def end(self) -> int:
        """Return the character after the last."""


Found = list[tuple[Country, Match]]


def load() -> Program[Found]:
    """Return the program with its settings as they are delivered."""
    from country_named_entity_recognition import find_countries  # type: ignore[import-not-found]

    def read(text: str, language: str | None) -> Found:
        found: Found = find_countries(text)
        return found

    return Program(read, _list_hits, "country-named-entity-recognition")


def _list_hits(text: str, found: Found) -> list[Raw]:
    return [(match.start(), match.end(), country.alpha_3) for country, match in found]


if __name__ == "__main__":
    run(load)
