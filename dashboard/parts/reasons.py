"""Why something was left out or could not be read, in the reader's language.

The library says it in English. The English catalogue's section *reason* holds the same words, with {names} where they
hold something of the document or the file; by them the words of another language are found and filled in.
"""

import re
from functools import cache

from dashboard.parts.words import read_words
from geo.reference.wordings import Catalogue

_SECTION = "reason."


def name_reason(reason: str, words: Catalogue) -> str:
    """Return a reason in the language of the words; a program's own message stays as it is."""
    for key, pattern in _read_patterns():
        found = pattern.fullmatch(reason)
        if found is not None:
            # One reason can hold another: a list that cannot be read is no text.
            return words(key, {name: name_reason(said, words) for name, said in found.groupdict().items()})
    return reason


def find_reason(reason: str) -> str | None:
    """Return the entry of the wording that a reason is an example of: "longer"; None where there is none."""
    found = (key for key, pattern in _read_patterns() if pattern.fullmatch(reason))
    return next((key.removeprefix(_SECTION) for key in found), None)


@cache
def _read_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the key of each reason and what it looks like in English, those without names first."""
    entries = [(key, text) for key, text in read_words("en").words.items() if key.startswith(_SECTION)]
    return tuple((key, _compile(text)) for key, text in sorted(entries, key=lambda entry: entry[1].count("{")))


def _compile(text: str) -> re.Pattern[str]:
    """Return a pattern that fits the words of an entry; every {name} in them is a group that fits anything."""
    pieces = re.split(r"{(\w+)}", text)
    return re.compile(
        "".join(f"(?P<{one}>.*)" if place % 2 else re.escape(one) for place, one in enumerate(pieces)), re.S
    )
