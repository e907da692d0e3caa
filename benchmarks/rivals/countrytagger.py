"""The program countrytagger: GeoNames' names in an automaton; it gives codes without places.

Capitals and provinces are left out, as everywhere here: only its three classes of countries are counted.
"""

from benchmarks.rivals.timing import Program, Raw, run

_COUNTRIES = frozenset({"PCLI", "PCL", "PCLD"})
Found = list[tuple[str, float, str]]


def load() -> Program[Found]:
    """Return the program; its names are compiled at the first call."""
    import countrytagger  # type: ignore[import-not-found]

    def read(text: str, language: str | None) -> Found:
        return list(countrytagger.tag_text_countries(text))

    return Program(read, _list_hits, "countrytagger")


def _list_hits(text: str, found: Found) -> list[Raw]:
    return [(None, None, country) for kind, _, country in found if kind in _COUNTRIES]


if __name__ == "__main__":
    run(load)
