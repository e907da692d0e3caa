"""The place that a clause is about, for numbers that nothing ties to a place: "Peru's exports fell to 4 million tonnes".

It is the one country or region named as subject, possessor or setting before the number ("In Chad, floods killed 34"), or
where none is, the one named behind it as where things are ("1,340 cases of dengue across Peru"). Where two may be meant,
or a verb says that its subject gives, sends or does harm to what is counted, none is taken.
"""

import re
from collections.abc import Container

from geo.attachment.items import Passage, Place
from geo.attachment.links import Links
from geo.attachment.phrases import Phrase

_PARTIES = ("countries", "regions", "organisations")  # they are counted of a region, which is said more closely
_REACH = 160  # characters from a subject to its number
_REACH_BEHIND = 70
_LABEL = re.compile(r"\s?[:：–—】]|\s-\s")  # "Malawi – 12 schools reopened"


def find_subjects(plain: str, passage: Passage, links: Links, tied: Container[int]) -> dict[int, Place]:
    """Return the places that the clauses of the numbers are about, by where the number starts; without those `tied`."""
    found = {}
    for start, end in links.list_clauses(plain, passage.start, passage.end):
        items = [item for item in passage.items if start <= item.start < end]
        places = [item for item in items if isinstance(item, Place) and _is_area(item)]
        numbers = [item for item in items if isinstance(item, Phrase)]
        for phrase in numbers:
            if phrase.start not in tied and phrase.unit not in _PARTIES:
                place = _find_before(plain, start, phrase, places, numbers, links) or _find_behind(
                    plain, phrase, places, links
                )
                if place:
                    found[phrase.start] = place
    return found


def _is_area(place: Place) -> bool:
    return len(place.codes) > 0 and not place.codes[0].startswith("org:")


def _find_before(
    plain: str, start: int, phrase: Phrase, places: list[Place], numbers: list[Phrase], links: Links
) -> Place | None:
    before = [place for place in places if place.end <= phrase.lead]
    subjects = [place for place in before if not place.governed]
    place = _choose_one(subjects or before)
    if place and not links.opens_clause(plain, start, place.start):
        return None
    if place is None or phrase.lead - place.end > _REACH or links.is_aside(plain, place.start, place.end):
        return None
    if links.is_listed(plain, place.end) or _sums_up(plain, phrase, numbers, links):
        return None
    if links.sets(plain, start, place.start) or _LABEL.match(plain, place.end):
        return place
    acts = links.gives(plain, place.end, phrase.lead) or links.acts_on(plain, place.end, phrase.lead)
    return None if acts or links.opens_anew(plain, phrase.lead) else place


def _sums_up(plain: str, phrase: Phrase, numbers: list[Phrase], links: Links) -> bool:
    """Tell a number that adds up those before it from one more of the same place."""
    before = [number for number in numbers if number.end <= phrase.lead]
    return bool(before) and links.sums.search(plain, before[-1].end, phrase.lead) is not None


def _find_behind(plain: str, phrase: Phrase, places: list[Place], links: Links) -> Place | None:
    """Return the place behind a number that says where it is; a clause with a place before the number has another subject."""
    behind = [place for place in places if place.start >= phrase.end]
    place = _choose_one(behind) if len(behind) == len(places) else None
    if place is None or place.start - phrase.end > _REACH_BEHIND:
        return None
    located = links.locates(plain, phrase.end, place.start) and not links.goes_on(plain, place.end)
    return place if located else None


def _choose_one(places: list[Place]) -> Place | None:
    """Return the first of places that are all the same one."""
    return places[0] if len({code for place in places for code in place.codes}) == 1 else None
