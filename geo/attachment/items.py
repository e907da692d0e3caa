"""The numbers and the places of a passage in their order; names in a list are one place with several codes."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.attachment.links import Links
from geo.attachment.phrases import Phrase
from geo.base.records import Mention

_PASSAGE_END = re.compile(
    r"[\n。！？!?.](?:(?<!\.)|(?<![A-Z]\.)(?=\s|$)|(?<=\w\w\.)(?=[A-Z][a-z]))"  # the sign comes first: searched faster
)


class Place(NamedTuple):
    """One or more names joined in a list, up to the generic noun behind the last ("countries", "地区").

    `codes` is empty for those who are left ("the rest", "其余"). `last` is where the last name begins; `adjective`
    tells that it is one ("Asian", "Kenyan"), `governed` that a preposition makes it a place where something is ("in
    Kenya"), no subject.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    last: int
    adjective: bool
    governed: bool


class Passage(NamedTuple):
    """A sentence, part of one, or a line: its place, and its numbers and places in order.

    `speakers` are the places that only say what is told, no items: "the WHO says", "据世卫组织".
    """

    start: int
    end: int
    items: tuple[Phrase | Place, ...]
    speakers: tuple[Mention, ...] = ()


def list_passages(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], links: Links) -> list[Passage]:
    """Return the passages of a text that hold a number; `phrases` and `mentions` come in order."""
    passages = []
    for start, end in _list_spans(plain):
        first = bisect_left(phrases, start, key=lambda phrase: phrase.start)
        last = bisect_left(phrases, end, key=lambda phrase: phrase.start)
        if first < last:
            held = phrases[first:last]
            outside = _list_outside(start, end, held, mentions)
            speakers = [mention for mention in outside if links.speaks(plain, mention.start, mention.end)]
            others = [one for one in outside if one not in speakers and not links.trails(plain, one.start)]
            items: list[Phrase | Place] = [*held, *_list_places(plain, start, end, others, links)]
            items.sort(key=lambda item: item.start)
            passages.append(Passage(start, end, tuple(items), tuple(speakers)))
    return passages


def _list_spans(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PASSAGE_END.finditer(plain):
        yield start, match.start()
        start = match.end()
    yield start, len(plain)


def _list_outside(start: int, end: int, held: Sequence[Phrase], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names of a passage that lie outside its numbers' own phrases."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    return [mention for mention in mentions[first:last] if not _lies_within(mention, held)]


def _list_places(plain: str, start: int, end: int, named: Sequence[Mention], links: Links) -> list[Place]:
    """Return the places of a passage, names of a list joined, and those who are left."""
    places: list[Place] = []
    for mention in named:
        tail = links.find_tail(plain, mention.end, end)
        adjective = mention.rule == "demonym" or tail > mention.end
        before = places[-1] if places else None
        if (
            before
            and before.codes[-1] == mention.code
            and plain[before.end : mention.start].strip() in ("(", "（", "、", ",")
        ):
            places[-1] = before._replace(end=_close(plain, tail))
        elif before and (_is_syllable(before, mention) or links.joins(plain, before.end, mention.start)):
            codes = (*before.codes, mention.code)
            places[-1] = Place(before.start, tail, codes, mention.start, adjective, before.governed)
        else:
            governed = links.governs(plain, start, mention.start)
            places.append(Place(mention.start, tail, (mention.code,), mention.start, adjective, governed))
    return [*places, *_list_rests(plain, start, end, places, links)]


def _is_syllable(before: Place, mention: Mention) -> bool:
    """Tell whether two names of one character each make one word: 亚非, 欧美."""
    return before.end == mention.start and mention.end - mention.start == 1 == before.end - before.last


def _close(plain: str, place: int) -> int:
    """Return the place behind a closing bracket: "the European Union (EU)" is one name."""
    return place + 1 if plain[place : place + 1] in (")", "）") else place


def _lies_within(mention: Mention, held: Sequence[Phrase]) -> bool:
    place = bisect_left(held, mention.end, key=lambda phrase: phrase.start) - 1
    return place >= 0 and held[place].start <= mention.start < held[place].end


def _list_rests(plain: str, start: int, end: int, places: Sequence[Place], links: Links) -> Iterator[Place]:
    for match in links.rest.finditer(plain, start, end):
        if not any(place.start < match.end() and match.start() < place.end for place in places):
            yield Place(match.start(), match.end(), (), match.start(), adjective=False, governed=False)
