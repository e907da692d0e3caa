"""Acronyms to which an English text itself gives another meaning: "the Philippine Red Cross (PRC)" is not China.

From that place on they mean what the text says.
"""

import re
from collections.abc import Iterator, Sequence

from geo.base.reasons import Reason
from geo.base.records import Mention, Refusal

_REASON: Reason = "the text gives these letters another meaning"
_BEFORE = 100
_WORD = re.compile(r"[A-Za-z'’-]+")


def settle_acronyms(
    text: str, mentions: Sequence[Mention], refusals: Sequence[Refusal]
) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions of a text without the acronyms that stand in it for something else, which are refused."""
    defined: dict[str, int] = {}
    for mention in _list_defined(text, mentions):
        defined.setdefault(mention.text, mention.start)
    if not defined:
        return list(mentions), list(refusals)
    other = [one for one in mentions if one.start >= defined.get(one.text, len(text))]
    refused = [Refusal(one.start, one.end, one.text, (one.code,), _REASON) for one in other]
    gone = set(other)
    return [one for one in mentions if one not in gone], sorted([*refusals, *refused])


def _list_defined(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the acronyms in brackets whose letters are the initials of the words before, which are not their own name."""
    for place, mention in enumerate(mentions):
        if (
            text[mention.start - 1 : mention.start] == "("
            and text.startswith(")", mention.end)
            and mention.text.isupper()
        ):
            before = mentions[place - 1] if place else None
            own = before is not None and before.code == mention.code and before.end >= mention.start - 3
            if not own and _spells(mention.text, text[max(0, mention.start - _BEFORE) : mention.start - 1]):
                yield mention


def _spells(acronym: str, before: str) -> bool:
    """Tell whether the last words, but for small ones between, begin with the letters of an acronym.

    >>> _spells("PRC", "said the Philippine Red Cross "), _spells("DRC", "the Council for Dance and Rural Culture ")
    (True, True)
    """
    letters = acronym.replace(".", "")
    for word in reversed(_WORD.findall(before.rsplit("\n", 1)[-1])):
        if letters and word[0] == letters[-1]:
            letters = letters[:-1]
        elif word[0].isupper() or not letters:
            break
    return not letters
