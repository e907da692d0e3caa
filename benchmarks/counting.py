"""Precision and recall: what a program found in annotated texts, held against what people say stands there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.texts import Place, Text


class Hit(NamedTuple):
    """A country or area that a program found; without a place where the program gives none."""

    start: int | None
    end: int | None
    code: str


class Count(NamedTuple):
    """How much was found and how much of it is right; how much is wanted and how much of it was met."""

    right: int = 0
    found: int = 0
    met: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 0 where nothing was found."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Return the share of what is wanted that was met."""
        return self.met / max(1, self.wanted)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def count_all(texts: Sequence[Text], hits: Sequence[Sequence[Hit]]) -> Count:
    """Return the count over texts, given what was found in each."""
    counts = [count(text, found) for text, found in zip(texts, hits, strict=True)]
    return Count(*(sum(column) for column in zip(*counts, strict=True)))


def count(text: Text, hits: Sequence[Hit]) -> Count:
    """Return the count of one text: by place where both the text and the program give places, else by code.

    By place, a hit is right that overlaps a place of its code. One with another code is wrong, and so is one outside
    every place unless it touches what is to be ignored; in a text that is not annotated throughout, only a hit that
    touches what is known to be no country is wrong.

    By code, each code counts once as found and meets every place of its code, however it was found; but a code that only
    stands in what is to be ignored is wrong.
    """
    if text.places is None or any(hit.start is None for hit in hits):
        return _count_codes(text, {hit.code for hit in hits})
    return _count_places(text, text.places, hits)


def _count_codes(text: Text, codes: set[str]) -> Count:
    right = codes & text.allowed
    found = codes if text.complete else right
    return Count(len(right), len(found), sum(code in codes for code in text.wanted), len(text.wanted))


def _count_places(text: Text, places: Sequence[Place], hits: Iterable[Hit]) -> Count:
    right = found = 0
    met: set[Place] = set()
    for hit in hits:
        near = [place for place in places if _touches(hit, place.start, place.end)]
        same = [place for place in near if place.code == hit.code]
        met.update(same)
        right += bool(same)
        found += bool(near) or _is_wrong(text, hit)
    return Count(right, found, sum(place.counts for place in met), len(text.wanted))


def _is_wrong(text: Text, hit: Hit) -> bool:
    """Tell whether a hit outside every place is a mistake."""
    if any(_touches(hit, *span) for span in text.ignored):
        return False
    return text.complete or any(_touches(hit, *span) for span in text.others)


def _touches(hit: Hit, start: int, end: int) -> bool:
    return hit.start is not None and hit.end is not None and start < hit.end and hit.start < end
