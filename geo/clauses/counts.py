"""The record of a count, before its place, sides and theme are known, and what cannot be counted."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from geo.base.reasons import Reason
from geo.base.records import Mention, Refusal
from geo.numbers import Amount

# Four digits before "countries" are a year or a count of something else: "In 2020 countries agreed".
MOST_COUNTRIES = 999

# Units whose members are the two sides of an act themselves; of the others the sides are told beside the number.
PARTIES = ("countries", "organisations", "regions")


class Count(NamedTuple):
    """A number and the noun that it counts. `words` is the place of what stands between the two."""

    start: int
    end: int
    amount: Amount
    unit: str
    words: tuple[int, int]
    rule: str


def refuse(text: str, start: int, end: int, reason: Reason) -> Refusal:
    """Return a refusal without candidates for this place of the text."""
    return Refusal(start, end, text[start:end], (), reason)


def find_fault(value: float, value_to: float | None, unit: str) -> Reason | None:
    """Return why so many of this unit cannot be meant, or None; `value_to` is the upper end of a range."""
    if value_to is not None and value_to <= value:
        return "a range that does not rise"
    if unit not in PARTIES:
        return None
    if value != int(value):
        return "countries and organisations are counted in whole numbers"
    if unit != "organisations" and max(value, value_to or 0) > MOST_COUNTRIES:
        return "more countries than there are"
    return None


def list_mentions_within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that lie wholly between two places; they must come in order of their start."""
    found = []
    for index in range(bisect_left(mentions, start, key=lambda m: m.start), len(mentions)):
        if mentions[index].start >= end:
            break
        if mentions[index].end <= end:
            found.append(mentions[index])
    return found
