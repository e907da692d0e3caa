"""AidAtlas itself."""

from typing import TYPE_CHECKING

from benchmarks.rivals.timing import Program, Raw, run

if TYPE_CHECKING:
    from geo import Mention

# Towns that stand for a country are apart from its names, as they are in every program here.
_TOWNS = frozenset({"capital", "city", "province"})


def load() -> "Program[list[Mention]]":
    """Return AidAtlas; its names are compiled at the first call."""
    import geo

    return Program(geo.find_mentions, _list_hits)


def _list_hits(text: str, found: "list[Mention]") -> list[Raw]:
    return [(m.start, m.end, m.code) for m in found if m.kind == "country" and m.rule not in _TOWNS]


if __name__ == "__main__":
    run(load)
