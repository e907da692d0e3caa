"""The place that a clause is about, for numbers that nothing ties to a place: "Peru's exports fell to 4 million tonnes".

It is the one country or region named as subject, possessor or setting before the number ("In Chad, floods killed 34"), or
where none is, the one named behind it as where things are ("1,340 cases of dengue across Peru"), or the one that "the
country" or a body of its own means. Where two may be meant, or a verb says that its subject gives, sends or does harm to
what is counted, none is taken.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from geo.attachment.items import Passage, Place
from geo.attachment.links import Links
from geo.attachment.phrases import Phrase
from geo.base.records import Mention

_PARTIES = ("countries", "regions", "organisations")  # whose members they are is said more closely
_PEOPLE = ("people", "teams")
_REACH = 160  # characters from a subject to its number
_REACH_BEHIND = 70
_NUMBERED = re.compile(r"\s?[(（][^()（）]{0,40}[)）]")  # "Malawi (18), 42 in all"
_LABEL = re.compile(r"\s?[:：–—】]|\s-\s")  # "Malawi – 12 schools reopened"


class _Clause(NamedTuple):
    """Part of a passage that has one subject: where it starts, its countries and regions, and its numbers, in order."""

    plain: str
    start: int
    places: list[Place]
    numbers: list[Phrase]
    links: Links


def find_subjects(
    plain: str, passage: Passage, mentions: Sequence[Mention], links: Links, tied: Container[int]
) -> dict[int, str]:
    """Return the code of what each number's clause is about, by where the number starts; without those `tied`."""
    found = {}
    for clause in _list_clauses(plain, passage, links):
        for phrase in clause.numbers:
            if phrase.start not in tied and phrase.unit not in _PARTIES:
                place = _find_before(phrase, clause) or _find_behind(phrase, clause)
                code = place.codes[0] if place else _find_meant(phrase, clause, passage, mentions)
                if code:
                    found[phrase.start] = code
    return found


def _list_clauses(plain: str, passage: Passage, links: Links) -> Iterator[_Clause]:
    for start, end in links.clauses.list_clauses(plain, passage.start, passage.end):
        items = passage.items[_find_first(passage.items, start) : _find_first(passage.items, end)]
        places = [item for item in items if isinstance(item, Place) and _is_area(item)]
        yield _Clause(plain, start, places, [item for item in items if isinstance(item, Phrase)], links)


def _find_first(items: Sequence[Phrase | Place | Mention], start: int) -> int:
    return bisect_left(items, start, key=lambda item: item.start)


def _is_area(place: Place) -> bool:
    return len(place.codes) > 0 and not place.codes[0].startswith("org:")


def _find_before(phrase: Phrase, clause: _Clause) -> Place | None:
    """Return the place before a number that opens the clause, as its subject, its owner or its setting."""
    plain, links = clause.plain, clause.links
    before = clause.places[: _find_first(clause.places, phrase.lead)]
    place = _choose_one([place for place in before if not place.governed] or before)
    if (
        place is None
        or phrase.lead - place.end > _REACH
        or not links.clauses.opens_clause(plain, clause.start, place.start)
    ):
        return None
    numbered = _NUMBERED.match(plain, place.end)
    if numbered and numbered.end() <= phrase.lead:
        return None
    if (
        links.clauses.is_aside(plain, place.start, place.end)
        or links.clauses.is_listed(plain, place.end)
        or _sums_up(phrase, clause)
    ):
        return None
    if links.clauses.sets(plain, clause.start, place.start) or _LABEL.match(plain, place.end):
        return place
    return None if _acts(place, phrase, clause) or links.clauses.opens_anew(plain, phrase.lead) else place


def _acts(place: Place, phrase: Phrase, clause: _Clause) -> bool:
    """Tell whether the subject only acts on what is counted; people whom it sends stay its own."""
    span = (place.end, phrase.lead)
    sent = phrase.unit in _PEOPLE and clause.links.clauses.sends(clause.plain, *span)
    gives = clause.links.places.gives(clause.plain, *span) and not sent
    return gives or clause.links.places.acts_on(clause.plain, *span)


def _sums_up(phrase: Phrase, clause: _Clause) -> bool:
    """Tell a number that adds up those before it from one more of the same place."""
    number = _find_first(clause.numbers, phrase.start) - 1
    return (
        number >= 0
        and clause.links.lists.sums.search(clause.plain, clause.numbers[number].end, phrase.lead) is not None
    )


def _find_behind(phrase: Phrase, clause: _Clause) -> Place | None:
    """Return the place behind a number that says where it is; with a place before the number the clause is about that."""
    place = None if _find_first(clause.places, phrase.end) else _choose_one(clause.places)
    if (
        place is None
        or place.start - phrase.end > _REACH_BEHIND
        or clause.links.places.goes_on(clause.plain, place.end)
    ):
        return None
    return place if clause.links.clauses.locates(clause.plain, phrase.end, place.start) else None


def _choose_one(places: list[Place]) -> Place | None:
    """Return the first of places that are all the same one."""
    return (
        places[0]
        if places and all(place.codes == places[0].codes for place in places) and len(places[0].codes) == 1
        else None
    )


def _find_meant(phrase: Phrase, clause: _Clause, passage: Passage, mentions: Sequence[Mention]) -> str | None:
    """Return the country that "the country" or a body of its own speaks of: "Chad's health ministry said 12 had died"."""
    before = clause.places[: _find_first(clause.places, phrase.start)]
    if any(not place.governed for place in before):
        return None
    anaphor = next(clause.links.clauses.anaphors.finditer(clause.plain, clause.start, phrase.end), None)
    if anaphor:
        near = (passage.start, anaphor.start() - _REACH)
        return next(filter(None, (_find_only(mentions, start, anaphor.start()) for start in near)), None)
    told = [one for one in passage.speakers if one.kind == "country" and one.end <= phrase.start]
    return told[-1].code if told and clause.links.clauses.is_domestic(clause.plain, told[-1].end) else None


def _find_only(mentions: Sequence[Mention], start: int, end: int) -> str | None:
    """Return the one country that is named between two places."""
    first, last = _find_first(mentions, start), _find_first(mentions, end)
    codes = {mention.code for mention in mentions[first:last] if mention.kind == "country"}
    return codes.pop() if len(codes) == 1 else None
