"""The bare search for AidAtlas's patterns with the same automaton: the limit of what AidAtlas can reach."""

from benchmarks.rivals.timing import Program, Raw, run

Indexes = list[tuple[int, int, int]]


def load() -> Program[Indexes]:
    """Return the search."""
    from geo.names.gazetteer import compile_gazetteer

    search = compile_gazetteer().automaton.find_matches_as_indexes

    def read(text: str, language: str | None) -> Indexes:
        found: Indexes = search(text)
        return found

    return Program(read, _list_hits)


def _list_hits(text: str, found: Indexes) -> list[Raw]:
    return []


if __name__ == "__main__":
    run(load)
