"""Why something was left out or could not be read, in the reader's language.

The library says it in English. The English catalogue's section *reason* holds the same words, with {names} where they
hold something of the document or the file; by them the words of another language are found and filled in.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dashboard.parts.words import read_words
from geo.reference.wordings import Catalogue

_SECTION = "reason."
# Two notes of how one text was read stand in one.
_BOTH, _JOINT = "both", "; "


class Entry(NamedTuple):
    """The entry of the wording that a reason is an example of: its key, and what the reason has for each {name}."""

    key: str
    said: Mapping[str, str]


def name_reason(reason: str, words: Catalogue) -> str:
    """Return a reason in the language of the words; a program's own message stays as it is."""
    entry = find_entry(reason)
    if entry is None:
        return reason
    # One reason can hold another: a list that cannot be read is no text.
    return words(_SECTION + entry.key, {name: name_reason(said, words) for name, said in entry.said.items()})


def find_reason(reason: str) -> str | None:
    """Return the key of the entry that a reason is an example of: "longer"; None where there is none."""
    entry = find_entry(reason)
    return None if entry is None else entry.key


def find_entry(reason: str) -> Entry | None:
    """Return the entry that a reason is an example of, `both` where it is two notes; None where there is none."""
    first, _, second = reason.rpartition(_JOINT)
    # Most reasons have such a joint before their way out, which is no reason by itself.
    if first and _match(second) and find_entry(first):
        return Entry(_BOTH, {"first": first, "second": second})
    return _match(reason)


def _match(reason: str) -> Entry | None:
    found = ((key, pattern.fullmatch(reason)) for key, pattern in _read_patterns())
    return next((Entry(key, match.groupdict()) for key, match in found if match), None)


@cache
def _read_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the key of each reason and what it looks like in English; those first that leave least open."""
    words = read_words("en").words.items()
    entries = [(key.removeprefix(_SECTION), text) for key, text in words if key.startswith(_SECTION)]
    ranked = sorted(entries, key=lambda entry: _count_own(entry[1]))
    return tuple((key, _compile(text)) for key, text in ranked if key != _BOTH)


def _count_own(text: str) -> tuple[int, int]:
    """Return how many characters of an entry are its own and how many names are in it, the most first."""
    own, names = re.subn(r"{\w+}", "", text)
    return -len(own), -names


def _compile(text: str) -> re.Pattern[str]:
    """Return a pattern that fits the words of an entry; every {name} in them is a group that fits anything."""
    pieces = re.split(r"{(\w+)}", text)
    return re.compile(
        "".join(f"(?P<{one}>.*)" if place % 2 else re.escape(one) for place, one in enumerate(pieces)), re.S
    )
