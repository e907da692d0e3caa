"""The measure word behind a Chinese number, and what it says by itself."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from geo.languages.packs import read_pack

_LONGEST = 5


class Measure(NamedTuple):
    """A measure word and its place.

    `unit` is what it counts alone, None where it needs a noun; `fixed` where no noun changes that unit. `counts` is
    false of time, length and the like; `frequency` is true of 次 and 场, which count nothing but happenings, `happening`
    of those and others that a verbal noun may follow, `things` of all that never count persons (所).
    """

    start: int
    end: int
    text: str
    unit: str | None
    fixed: bool
    counts: bool
    frequency: bool
    happening: bool
    things: bool


def find_measure(plain: str, start: int) -> Measure | None:
    """Return the longest measure word that begins at a place and is not the beginning of another word.

    >>> find_measure("名医生", 0).unit, find_measure("名单", 0)
    ('people', None)
    """
    known, others = _read_measures(), _read_others()
    for end in range(min(len(plain), start + _LONGEST), start, -1):
        text = plain[start:end]
        if text in known and plain[end : end + 1] not in others.get(text, frozenset()):
            return Measure(start, end, text, *known[text])
    return None


@cache
def list_only(measure: str) -> list[str]:
    """Return the nouns that a measure of something else counts: 4点倡议; the list is empty for other measures."""
    return _lists("only").get(measure, [])


@cache
def _read_measures() -> dict[str, tuple[str | None, bool, bool, bool, bool, bool]]:
    persons = set(_lists("persons")["words"])
    frequencies, happenings = set(_lists("frequencies")["words"]), set(_lists("happenings")["words"])
    found: dict[str, tuple[str | None, bool, bool, bool, bool, bool]] = {}

    def add(words: list[str], unit: str | None, fixed: bool, counts: bool) -> None:
        for word in words:
            found[word] = (
                unit,
                fixed,
                counts,
                word in frequencies,
                word in happenings,
                unit != "people" and word not in persons,
            )

    add([*_lists("open")["words"], *frequencies], None, False, True)
    add(_lists("measures")["words"], None, True, False)
    for table in ("alone", "units"):
        for unit, words in _lists(table).items():
            add(words, unit, table == "units", True)
    return found


@cache
def _read_others() -> dict[str, frozenset[str]]:
    others = cast(Mapping[str, str], read_pack("zh", "measures")["not_before"])
    return {measure: frozenset(characters) for measure, characters in others.items()}


def _lists(table: str) -> Mapping[str, list[str]]:
    return cast(Mapping[str, list[str]], read_pack("zh", "measures")[table])
