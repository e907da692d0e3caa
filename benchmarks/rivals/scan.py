"""The bare search for AidAtlas's patterns in bytes that are ready: the limit of what AidAtlas can reach."""

from benchmarks.rivals.timing import Program, Raw, run

Indexes = list[tuple[int, int, int]]


def load() -> Program[Indexes]:
    """Return the search; the bytes of each text are made once."""
    from geo.gazetteer import compile_gazetteer

    search = compile_gazetteer().automaton.find_matches_as_indexes
    encoded: dict[str, bytes] = {}

    def read(text: str, language: str | None) -> Indexes:
        data = encoded.get(text)
        if data is None:
            data = encoded[text] = text.encode()
        found: Indexes = search(data)
        return found

    return Program(read, _list_hits)


def _list_hits(text: str, found: Indexes) -> list[Raw]:
    return []


if __name__ == "__main__":
    run(load)
