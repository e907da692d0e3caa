"""The nouns that numbers without one take from others: of their row, of what they are a part of, of their sum."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.attachment.items import Passage
from geo.attachment.links import Links
from geo.attachment.pairs import Pair
from geo.attachment.phrases import Phrase

_NEAR = 3  # passages in which a number without a noun looks back for one, and for its row
_REACH = 300  # characters behind a number in which its line is looked at
_STOPS = (".", "。", "!", "！", "?", "？", ";", "；")
_SUM_REACH = 60  # characters before a sum in which the text says that it is one


class Wholes:
    """The numbers with a noun in a passage, in order: what others may be some of."""

    def __init__(self, passage: Passage) -> None:
        """Take the numbers, and note for each which is the last before it that is higher."""
        held = (item for item in passage.items if isinstance(item, Phrase) and item.unit and item.unit != "percent")
        self.phrases = list(held)
        self.starts = [phrase.start for phrase in self.phrases]
        self.higher: list[int] = []
        for place, phrase in enumerate(self.phrases):
            self.higher.append(self._find(place - 1, math.nextafter(phrase.amount.value, math.inf)))

    def find_next(self, start: int) -> Phrase | None:
        """Return the first number behind a place."""
        place = bisect_right(self.starts, start)
        return self.phrases[place] if place < len(self.phrases) else None

    def find_last(self, start: int) -> Phrase | None:
        """Return the last number before a place."""
        place = bisect_left(self.starts, start) - 1
        return self.phrases[place] if place >= 0 else None

    def find_holding(self, phrase: Phrase) -> Phrase | None:
        """Return the last number before another one that is not lower."""
        place = self._find(bisect_left(self.starts, phrase.start) - 1, phrase.amount.value)
        return self.phrases[place] if place >= 0 else None

    def _find(self, place: int, least: float) -> int:
        while place >= 0 and self.phrases[place].amount.value < least:
            place = self.higher[place]
        return place


class Row:
    """The pairs of a passage: how many, those whose number lends its noun in its row, and the first that has a noun."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        """Take the pairs of a passage, in order."""
        self.count = len(pairs)
        self.lending = [pair.phrase for pair in pairs if pair.phrase.unit not in (None, "percent")]
        self.starts = [phrase.start for phrase in self.lending]
        self.head = next((pair.phrase for pair in pairs if pair.phrase.unit), None)

    def find_beside(self, start: int) -> Phrase | None:
        """Return the number before a place that lends its noun, else the first behind it."""
        if not self.lending:
            return None
        return self.lending[max(0, bisect_left(self.starts, start) - 1)]


class Context(NamedTuple):
    """Where a number stands: what each passage holds, the number of its own, what nouns were lent in which, and the links."""

    wholes: Sequence[Wholes]
    rows: Sequence[Row]
    number: int
    lent: dict[int, Phrase]
    links: Links


def count_row(context: Context) -> int:
    """Return how many numbers with a place stand near one."""
    return sum(context.rows[near].count for near in _list_near(context))


def _list_near(context: Context) -> Iterator[int]:
    first = max(0, context.number - _NEAR)
    yield from range(first, min(len(context.rows), context.number + _NEAR + 1))


def borrow_noun(plain: str, phrase: Phrase, context: Context) -> Phrase | None:
    """Return the phrase whose noun a number takes: of its row, before it and behind, else of what it is a part of."""
    number = context.number
    beside = context.rows[number].find_beside(phrase.start) or _look_back(plain, phrase, context)
    found = beside or _find_sum(plain, phrase, context) or _look_ahead(context)
    if found is not None:
        context.lent[number] = found
    return found


def _look_back(plain: str, phrase: Phrase, context: Context) -> Phrase | None:
    """Return what the number is a part of, in its passage or those before, or what the line before it has borrowed.

    A sum of money in a passage before is parted by a list behind a colon or by a sentence, and by no other line.
    """
    for near in range(context.number, max(-1, context.number - 1 - _NEAR), -1):
        if near < context.number and near in context.lent:
            return context.lent[near]
        held = context.wholes[near].find_holding(phrase)
        if held and (near == context.number or not _is_money(held) or _is_told_on(plain, held, phrase)):
            return held
    first = next(iter(context.wholes[context.number].phrases), phrase)
    return first if first.start < phrase.start else None


def _is_told_on(plain: str, held: Phrase, phrase: Phrase) -> bool:
    """Tell whether a number in a later passage belongs to the text that goes on: "It lent $30 million. 12 went to Asia."."""
    introduced = plain[held.end : min(phrase.start, held.end + _REACH)]
    line, ended, _ = plain[phrase.end : phrase.end + _REACH].partition("\n")
    long = not ended and len(line) == _REACH
    return ":" in introduced or "：" in introduced or long or line.rstrip().endswith(_STOPS)


def _is_money(phrase: Phrase) -> bool:
    return bool(phrase.unit and phrase.unit.isupper())


def find_last(phrase: Phrase, context: Context) -> Phrase | None:
    """Return the number that this one is some of, else the last one with a noun before it: "killed 57, injured 412"."""
    wholes = context.wholes[context.number]
    return wholes.find_holding(phrase) or wholes.find_last(phrase.start)


def _find_sum(plain: str, phrase: Phrase, context: Context) -> Phrase | None:
    """Return the number behind in the passage that says it sums up: "Zambia (24), Malawi (18), 42 observers in all"."""
    following = context.wholes[context.number].find_next(phrase.start)
    if following is None or following.amount.value < phrase.amount.value:
        return None
    links, start = context.links, max(phrase.end, following.start - _SUM_REACH)
    says = links.lists.totals.search(plain, start, following.start) or links.lists.totals_behind.match(
        plain, following.end
    )
    return following if says else None


def _look_ahead(context: Context) -> Phrase | None:
    following = context.rows[context.number + 1 : context.number + 2]
    return following[0].head if following else None
