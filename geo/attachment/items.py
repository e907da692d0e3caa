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
    for start, end in _list_spans(plain, phrases):
        first = bisect_left(phrases, start, key=lambda phrase: phrase.start)
        last = bisect_left(phrases, end, key=lambda phrase: phrase.start)
        if first < last:
            held = phrases[first:last]
            speakers, others = [], []
            for mention in _list_outside(start, end, held, mentions):
                if links.places.speaks(plain, mention.start, mention.end):
                    speakers.append(mention)
                elif not links.places.trails(plain, mention.start):
                    others.append(mention)
            items: list[Phrase | Place] = [*held, *_list_places(plain, start, end, others, links)]
            items.sort(key=lambda item: item.start)
            passages.append(Passage(start, end, tuple(items), tuple(speakers)))
    return passages


def _list_spans(plain: str, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """Yield the passages of a text; the stop of "20 Mio." ends none."""
    start = 0
    for match in _PASSAGE_END.finditer(plain):
        held = bisect_left(phrases, match.start(), key=lambda phrase: phrase.start) - 1
        if match[0] == "." and held >= 0 and phrases[held].amount.end > match.start():
            continue
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
    listed: list[list[str]] = []  # the codes of each place: a tuple that grows is copied at every name
    for mention in named:
        tail = links.places.find_tail(plain, mention.end, end)
        adjective = mention.rule == "demonym" or tail > mention.end
        before = places[-1] if places else None
        if (
            before
            and listed[-1][-1] == mention.code
            and plain[before.end : mention.start].strip() in ("(", "（", "、", ",")
        ):
            places[-1] = before._replace(end=_close(plain, tail))
        elif before and (_is_syllable(before, mention) or links.lists.joins(plain, before.end, mention.start)):
            listed[-1].append(mention.code)
            places[-1] = before._replace(end=tail, last=mention.start, adjective=adjective)
        else:
            governed = links.places.governs(plain, start, mention.start)
            listed.append([mention.code])
            places.append(Place(mention.start, tail, (), mention.start, adjective, governed))
    listing = [place._replace(codes=tuple(codes)) for place, codes in zip(places, listed, strict=True)]
    return [*listing, *_list_rests(plain, start, end, listing, links)]


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
    for match in links.lists.rest.finditer(plain, start, end):
        last = bisect_left(places, match.end(), key=lambda place: place.start) - 1
        if last < 0 or places[last].end <= match.start():
            yield Place(match.start(), match.end(), (), match.start(), adjective=False, governed=False)
