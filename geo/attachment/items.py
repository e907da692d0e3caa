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
    """A sentence, part of one, or a line: its place, and its numbers and places in order."""

    start: int
    end: int
    items: tuple[Phrase | Place, ...]


def list_passages(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], links: Links) -> list[Passage]:
    """Return the passages of a text that hold a number; `phrases` and `mentions` come in order."""
    passages = []
    for start, end in _list_spans(plain):
        first = bisect_left(phrases, start, key=lambda phrase: phrase.start)
        last = bisect_left(phrases, end, key=lambda phrase: phrase.start)
        if first < last:
            held = phrases[first:last]
            places = _list_places(plain, start, end, held, mentions, links)
            items: list[Phrase | Place] = [*held, *places]
            items.sort(key=lambda item: item.start)
            passages.append(Passage(start, end, tuple(items)))
    return passages


def _list_spans(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PASSAGE_END.finditer(plain):
        yield start, match.start()
        start = match.end()
    yield start, len(plain)


def _list_places(
    plain: str, start: int, end: int, held: Sequence[Phrase], mentions: Sequence[Mention], links: Links
) -> list[Place]:
    """Return the places of a passage that lie outside its numbers' own phrases, names of a list joined."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    outside = [
        mention
        for mention in mentions[first:last]
        if not _lies_within(mention, held) and not links.speaks(plain, mention.start, mention.end)
    ]
    places: list[Place] = []
    listed: list[list[str]] = []  # the codes of each place: a tuple that grows is copied at every name
    for mention in outside:
        tail = links.find_tail(plain, mention.end, end)
        adjective = mention.rule == "demonym" or tail > mention.end
        before = places[-1] if places else None
        if (
            before
            and listed[-1][-1] == mention.code
            and plain[before.end : mention.start].strip() in ("(", "（", "、", ",")
        ):
            places[-1] = before._replace(end=_close(plain, tail))
        elif before and links.joins(plain, before.end, mention.start):
            listed[-1].append(mention.code)
            places[-1] = before._replace(end=tail, last=mention.start, adjective=adjective)
        else:
            governed = links.governs(plain, start, mention.start)
            listed.append([mention.code])
            places.append(Place(mention.start, tail, (), mention.start, adjective, governed))
    named = [place._replace(codes=tuple(codes)) for place, codes in zip(places, listed, strict=True)]
    return [*named, *_list_rests(plain, start, end, named, links)]


def _close(plain: str, place: int) -> int:
    """Return the place behind a closing bracket: "the European Union (EU)" is one name."""
    return place + 1 if plain[place : place + 1] in (")", "）") else place


def _lies_within(mention: Mention, held: Sequence[Phrase]) -> bool:
    place = bisect_left(held, mention.end, key=lambda phrase: phrase.start) - 1
    return place >= 0 and held[place].start <= mention.start < held[place].end


def _list_rests(plain: str, start: int, end: int, places: Sequence[Place], links: Links) -> Iterator[Place]:
    for match in links.rest.finditer(plain, start, end):
        last = bisect_left(places, match.end(), key=lambda place: place.start) - 1
        if last < 0 or places[last].end <= match.start():
            yield Place(match.start(), match.end(), (), match.start(), adjective=False, governed=False)
