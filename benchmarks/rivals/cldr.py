"""CLDR's Chinese and English names of countries and areas in one automaton, longest first, and no rule at all."""

from benchmarks.rivals.timing import Program, Raw, run

Indexes = list[tuple[int, int, int]]


def load() -> Program[Indexes]:
    """Return the search, its automaton built."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
    from babel import Locale

    locales = [Locale.parse(name).territories for name in ("en", "zh_Hans", "zh_Hant")]
    names = {name: code for names in locales for code, name in names.items() if code.isalpha()}
    automaton = AhoCorasick(
        list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    codes = list(names.values())

    def read(text: str, language: str | None) -> Indexes:
        found: Indexes = automaton.find_matches_as_indexes(text)
        return found

    def list_hits(text: str, found: Indexes) -> list[Raw]:
        return [(start, end, codes[index]) for index, start, end in found]

    return Program(read, list_hits, "babel")


if __name__ == "__main__":
    run(load)
