"""Whether a number of a spelled language was denied, planned or announced: by the words of its clause, as its pack lists them."""

import re
from functools import cache
from typing import NamedTuple

from geo.base.records import Status
from geo.languages.packs import has_pack, read_names

# A comma, a bracket or a dash ends a clause; a comma inside a number does not.
_OPENS = re.compile(r".*(?:[;:()–—\n]|,(?!\d))", re.DOTALL)
_CLOSES = re.compile(r"[;:()–—\n]|,(?!\d)")


class _Words(NamedTuple):
    """Patterns of what denies, of what only looks like it, and of what plans or announces."""

    denied: re.Pattern[str]
    not_denied: re.Pattern[str]
    planned: re.Pattern[str]
    announced: re.Pattern[str]


def is_listed(language: str) -> bool:
    """Tell whether the pack of a language lists what tells the status of a number."""
    return has_pack(language, "status")


def read_status(before: str, counted: str, after: str, language: str) -> Status | None:
    """Return what the clause of a number says of it; "denied" also where its verb behind the number is negated."""
    words = _read_words(language)
    opened, closes = _OPENS.match(before), _CLOSES.search(after)
    lead = before[opened.end() :] if opened else before
    tail = after[: closes.start()] if closes else after
    clause = words.not_denied.sub(" ", f"{lead}{counted}{tail}".lower())
    if words.denied.search(clause):
        return "denied"
    if words.announced.search(clause):
        return "announced"
    return "planned" if words.planned.search(clause) else None


@cache
def _read_words(language: str) -> _Words:
    patterns = read_names(language, "status", "patterns")
    return _Words(*(re.compile(patterns[name]) for name in _Words._fields))
