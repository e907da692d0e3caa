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
_COMMA = re.compile(r"[,，]")
_LABEL = re.compile(r"\s?[:：–—】]|\s-\s")  # "Malawi – 12 schools reopened"


class _Clause(NamedTuple):
    """Part of a passage that has one subject: where it starts, its countries and regions, its organisations and its numbers."""

    plain: str
    start: int
    places: list[Place]
    bodies: list[Place]
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
        first = _find_first(passage.items, start)
        items = passage.items[first : _find_first(passage.items, end)]
        places = [item for item in items if isinstance(item, Place) and _is_area(item)]
        if plain.startswith("where", start):  # "in Pakistan, where seven people died"
            before = passage.items[max(0, first - 1) : first]
            places = [*(item for item in before if isinstance(item, Place) and _is_area(item)), *places]
        bodies = [item for item in items if isinstance(item, Place) and item.codes and not _is_area(item)]
        yield _Clause(plain, start, places, bodies, [item for item in items if isinstance(item, Phrase)], links)


def _find_first(items: Sequence[Phrase | Place | Mention], start: int) -> int:
    return bisect_left(items, start, key=lambda item: item.start)


def _is_area(place: Place) -> bool:
    return len(place.codes) > 0 and not place.codes[0].startswith("org:")


def _find_before(phrase: Phrase, clause: _Clause) -> Place | None:
    """Return the place before a number that opens the clause, as its subject, its owner or its setting."""
    plain, words = clause.plain, clause.links.clauses
    before = clause.places[: _find_first(clause.places, phrase.lead)]
    foreign = phrase.unit in _PEOPLE and words.foreign.search(plain, phrase.start, phrase.end)
    if not before or foreign or clause.links.places.adds_up(plain, before[-1].end, phrase.lead):
        return None
    if before[-1].start < clause.start:
        return _choose_one(before)
    return before[-1] if _is_setting_of(before[-1], phrase, clause) else _find_subject(before, phrase, clause)


def _find_subject(before: list[Place], phrase: Phrase, clause: _Clause) -> Place | None:
    place = _choose_subject([place for place in before if not place.governed] or before, clause)
    if place is None or phrase.lead - place.end > _REACH or not _is_subject(place, phrase, clause):
        return None
    if _is_setting(place, clause) or _LABEL.match(clause.plain, place.end):
        return place
    anew = clause.links.clauses.opens_anew(clause.plain, phrase.lead)
    doubtful = anew or _is_elsewhere(phrase, clause) or _is_of_body(place, phrase, clause)
    return None if doubtful or _acts(place, phrase, clause) else place


def _is_setting_of(place: Place, phrase: Phrase, clause: _Clause) -> bool:
    """Tell the setting of a number that no comma parts from it, whoever else is named: "(Chad …,) in Mali has 20"."""
    words = clause.links.clauses
    listed = words.is_listed(clause.plain, place.end) or words.is_aside(clause.plain, place.start, place.end)
    return (
        len(place.codes) == 1
        and not listed
        and _is_setting(place, clause)
        and not _COMMA.search(clause.plain, place.end, phrase.lead)
    )


def _is_setting(place: Place, clause: _Clause) -> bool:
    words = clause.links.clauses
    return words.sets(clause.plain, clause.start, place.start) and words.opens_clause(
        clause.plain, clause.start, place.start
    )


def _is_subject(place: Place, phrase: Phrase, clause: _Clause) -> bool:
    """Tell a place that opens its clause from one that comes along, or whose number another one is."""
    plain, words = clause.plain, clause.links.clauses
    if not words.opens_clause(plain, clause.start, place.start) or words.is_aside(plain, place.start, place.end):
        return False
    numbered = _NUMBERED.match(plain, place.end, phrase.lead)
    return not (numbered or words.is_listed(plain, place.end) or _sums_up(phrase, clause))


def _acts(place: Place, phrase: Phrase, clause: _Clause) -> bool:
    """Tell whether the subject only acts on what is counted; people whom it sends stay its own."""
    plain, links, span = clause.plain, clause.links, (place.end, phrase.lead)
    sent = phrase.unit in _PEOPLE and links.clauses.sends(plain, *span)
    gives = links.places.gives(plain, *span) and not sent
    apart = links.clauses.dealing.search(plain, *span) or links.lists.pairwise.search(plain, *span)
    return gives or bool(apart) or links.places.acts_on(plain, *span)


def _is_of_body(place: Place, phrase: Phrase, clause: _Clause) -> bool:
    """Tell whether an organisation that stands between is the subject: 中国产量为1亿吨，欧盟产量为1亿吨."""
    between = clause.bodies[_find_first(clause.bodies, place.end) : _find_first(clause.bodies, phrase.lead)]
    return any(not body.governed for body in between)


def _is_elsewhere(phrase: Phrase, clause: _Clause) -> bool:
    """Tell whether another place behind the number says where it is: "Turkish teams found 17 survivors … in Syria"."""
    following = clause.places[_find_first(clause.places, phrase.end) :][:1]
    return any(
        clause.links.clauses.sets(clause.plain, phrase.end, place.start)
        and not _COMMA.search(clause.plain, phrase.end, place.start)
        for place in following
    )


def _sums_up(phrase: Phrase, clause: _Clause) -> bool:
    """Tell a number that adds up those before it from one more of the same place."""
    number = _find_first(clause.numbers, phrase.start) - 1
    start = clause.numbers[number].end if number >= 0 else phrase.lead
    lists = clause.links.lists
    behind = lists.totals_behind.match(clause.plain, phrase.end) or lists.labels_total(clause.plain, phrase.start)
    return bool(behind or lists.sums.search(clause.plain, start, phrase.lead))


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


def _choose_subject(places: list[Place], clause: _Clause) -> Place | None:
    """Return the only place, or the last where each has its number: "Laos grew 30 tonnes and Nepal grew 25"."""
    if len(places) > 1 and len(places[-1].codes) == 1:
        first, last = _find_first(clause.numbers, places[-2].end), _find_first(clause.numbers, places[-1].start)
        if first < last:
            return places[-1]
    return _choose_one(places)


def _choose_one(places: list[Place]) -> Place | None:
    """Return the first of places that are all the same one."""
    first = places[0] if places else None
    same = first and len(first.codes) == 1 and all(place.codes == first.codes for place in places)
    return first if same else None


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
