"""The numbers of a text with their noun and their place, those that leave their noun out among them.

A firm tie stands by itself, a likely one beside another of its kind in the same passage or the next, a faint one in a
row of three. A number without a noun of its own takes that of its neighbours in the row, else the one of the number
before that it may be a part of; where there is none, a row of three is still read and its unit is "number".
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from geo.attachment.items import Passage, list_passages
from geo.attachment.links import FAINT, FIRM, Links, read_links
from geo.attachment.pairs import Pair, find_pairs
from geo.attachment.phrases import Phrase, count_whole
from geo.attachment.subjects import find_subjects
from geo.base.records import Mention
from geo.languages.packs import read_lists, read_pack
from geo.numbers.amounts import Amount

UNNAMED = "number"
_NEAR = 3  # passages in which a number without a noun looks back for one, and for its row
_ROW = 3
_MOST_ITEMS = 500
_BESIDE = 2  # passages in which a pair finds others of its kind


class Attachment(NamedTuple):
    """A number with unit, noun and place; `codes` is empty for those who are left, None where no place is tied to it.

    `borrowed` tells that the noun stands elsewhere. `start` and `end` take in the place where it is tied to the number.
    """

    start: int
    end: int
    phrase: Phrase
    unit: str
    noun: str | None
    codes: tuple[str, ...] | None
    each: bool = False
    borrowed: bool = False


def attach(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], language: str) -> list[Attachment]:
    """Return the numbers of a plain text that count something, in order; `mentions` in order of their start."""
    links = read_links(language)
    passages = [part for whole in list_passages(plain, phrases, mentions, links) for part in _divide(whole)]
    pairs = [find_pairs(plain, passage, links) for passage in passages]
    kept = [_keep_pairs(pairs, number) for number in range(len(passages))]
    found: list[Attachment] = []
    lent: dict[int, Phrase] = {}
    for number, passage in enumerate(passages):
        tied = {pair.phrase.start: pair for pair in kept[number]}
        about = find_subjects(plain, passage, mentions, links, tied)
        context = _Context(passages, kept, number, lent, links)
        for item in passage.items:
            if isinstance(item, Phrase):
                read = _attach_one(plain, item, tied.get(item.start), context, mentions)
                if read and read.codes is None:
                    read = read._replace(codes=_find_codes(plain, item, about, found[-1:], links))
                found.extend([read] if read else [])
    return found


def _find_codes(
    plain: str, item: Phrase, about: Mapping[int, str], last: Sequence[Attachment], links: Links
) -> tuple[str, ...] | None:
    """Return what the clause of a number is about, or the place of the number before whose change in per cent it is."""
    if item.start in about:
        return (about[item.start],)
    changed = item.unit == "percent" and last and links.changes.fullmatch(plain, last[0].phrase.end, item.lead)
    return last[0].codes if changed and not last[0].each else None


def _divide(passage: Passage) -> Iterator[Passage]:
    """Yield a passage, or the parts of one that is longer than any sentence: each of its items looks at all others."""
    items = passage.items
    if len(items) <= _MOST_ITEMS:
        yield passage
        return
    for first in range(0, len(items), _MOST_ITEMS):
        part, rest = items[first : first + _MOST_ITEMS], items[first + _MOST_ITEMS :][:1]
        yield passage._replace(start=part[0].start, end=rest[0].start if rest else passage.end, items=part)


def _keep_pairs(pairs: Sequence[Sequence[Pair]], number: int) -> list[Pair]:
    """Return the pairs of a passage that are firm, or have enough of their kind around them."""
    return [pair for pair in pairs[number] if pair.strength == FIRM or _is_borne_out(pairs, number, pair)]


def _is_borne_out(pairs: Sequence[Sequence[Pair]], number: int, pair: Pair) -> bool:
    wanted = _ROW if pair.strength == FAINT else 2
    places: set[tuple[str, ...]] = set()
    for around in range(max(0, number - _BESIDE), min(len(pairs), number + _BESIDE + 1)):
        for other in pairs[around]:
            if other.strength >= pair.strength and _may_be_one_row(other, pair, around == number):
                places.add(other.place.codes)
                if len(places) >= wanted:
                    return True
    return False


def _may_be_one_row(one: Pair, other: Pair, beside: bool) -> bool:
    """Tell whether two pairs may count the same: of one unit, or on the same side where one leaves its noun out.

    Whoever gives is in a row with others who give, not with those who are given to; a list says the verb once ("Norway
    sent 20, Sweden 30").
    """
    if one.gives != other.gives and not (beside and _leaves_verb_out(one if other.gives else other)):
        return False
    if one.phrase.unit and other.phrase.unit:
        either = beside and one.phrase.unit == "percent"  # "40 percent were in Asia; Africa accounted for 29 percent"
        return one.phrase.unit == other.phrase.unit and (either or one.side == other.side)
    return one.side == other.side


def _leaves_verb_out(pair: Pair) -> bool:
    return pair.side == "before" and pair.phrase.lead - pair.place.end <= 1


class _Context(NamedTuple):
    """Where a number stands: the passages, their pairs, the number of its own, and what nouns were lent in which, and the links."""

    passages: Sequence[Passage]
    kept: Sequence[Sequence[Pair]]
    number: int
    lent: dict[int, Phrase]
    links: Links


def _attach_one(
    plain: str, phrase: Phrase, pair: Pair | None, context: _Context, mentions: Sequence[Mention]
) -> Attachment | None:
    inside = _list_inside(phrase, mentions)
    codes = inside or (pair.place.codes if pair else None)
    each = bool(pair and pair.each and not inside)
    start, end = phrase.start, phrase.end
    if phrase.unit is not None:
        return Attachment(start, end, phrase, phrase.unit, phrase.noun, codes, each, borrowed=phrase.lent)
    if _names_more(plain, phrase) or not (pair or _is_some(plain, phrase, context)):
        return None
    borrowed = _borrow(phrase, context) if pair else _find_last(phrase, context)
    row = sum(len(context.kept[near]) for near in _list_near(context))
    if borrowed is None and (row < _ROW or pair is None):
        return None
    unit, noun = (borrowed.unit or UNNAMED, borrowed.noun) if borrowed else (UNNAMED, None)
    if borrowed:
        phrase = phrase._replace(amount=_share_scale(plain, borrowed, count_whole(plain, phrase.amount)))
    return Attachment(start, end, phrase, unit, noun, codes, each, borrowed=True)


_GOES_ON = "在为来是均都占属和及与以死则被获给因"  # what may follow the phrase of a number without a noun
_MOST_SCALED = 1_000


def _names_more(plain: str, phrase: Phrase) -> bool:
    """Tell 190多个城市, whose noun we do not know, from 190个 in a list that leaves its noun out."""
    following = plain[phrase.end : phrase.end + 1]
    return "\u4e00" <= following <= "\u9fff" and not _compile_ends().match(plain, phrase.end)


@cache
def _compile_ends() -> re.Pattern[str]:
    """Return what may stand behind a number that leaves its noun out: a measure word, then the end of its phrase."""
    pack = read_pack("zh", "measures")
    words = [*read_lists("zh", "measures", "units").values(), *read_lists("zh", "measures", "alone").values()]
    measures = {word for group in words for word in group} | set(cast(Mapping[str, list[str]], pack["open"])["words"])
    listed = "|".join(sorted(map(re.escape, measures), key=len, reverse=True))
    return re.compile(rf"(?:{listed})?(?:[^\u4e00-\u9fff]|$|[{_GOES_ON}])")


def _share_scale(plain: str, whole: Phrase, amount: Amount) -> Amount:
    """Return an amount of a row that says "million" once: "Chad (€25 million), Mali (20)"."""
    said = whole.amount
    scale = said.value / _read_plainly(plain[said.first : said.last]) if whole.unit and whole.unit.isupper() else 1.0
    if scale < _MOST_SCALED or amount.value >= _MOST_SCALED:
        return amount
    return amount._replace(value=round(amount.value * scale, 6))


def _read_plainly(numeral: str) -> float:
    digits = re.match(r"[\d,]+(?:\.\d+)?", numeral)
    return float(digits[0].replace(",", "")) if digits else math.inf


def _list_inside(phrase: Phrase, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the places named between a number and its noun, or by the noun: 28 Asian countries, two Britons."""
    first = bisect_left(mentions, phrase.amount.end, key=lambda mention: mention.start)
    last = bisect_left(mentions, phrase.end, first, key=lambda mention: mention.start)
    return tuple(dict.fromkeys(mention.code for mention in mentions[first:last]))


def _list_near(context: _Context) -> Iterator[int]:
    first = max(0, context.number - _NEAR)
    yield from range(first, min(len(context.passages), context.number + _NEAR + 1))


def _borrow(phrase: Phrase, context: _Context) -> Phrase | None:
    """Return the phrase whose noun a number takes: of its row, before it and behind, else of what it is a part of."""
    number = context.number
    row = [pair.phrase for pair in context.kept[number] if pair.phrase.unit not in (None, "percent")]
    before = next((other for other in reversed(row) if other.start < phrase.start), None)
    found = before or (row[0] if row else _look_back(phrase, context) or _look_ahead(context))
    if found is not None:
        context.lent[number] = found
    return found


def _look_back(phrase: Phrase, context: _Context) -> Phrase | None:
    """Return what the number is a part of, in its passage or those before, or what the line before it has borrowed."""
    for near in range(context.number, max(-1, context.number - 1 - _NEAR), -1):
        if near < context.number and near in context.lent:
            return context.lent[near]
        held = _find_held(phrase, context, near)
        if held:
            return held
    first = (item for item in context.passages[context.number].items if isinstance(item, Phrase))
    found = next((item for item in first if item.start >= phrase.start or item.unit not in (None, "percent")), phrase)
    return found if found.start < phrase.start else None


def _find_last(phrase: Phrase, context: _Context) -> Phrase | None:
    """Return the number that this one is some of, else the last one with a noun before it: "killed 57, injured 412"."""
    held = _find_held(phrase, context, context.number)
    before = _list_before(phrase, context.passages[context.number])
    return held or next((item for item in before if item.unit != "percent"), None)


def _find_held(phrase: Phrase, context: _Context, number: int) -> Phrase | None:
    """Return the last number with a noun before this one, in a passage, that this one may be some of."""
    before = _list_before(phrase, context.passages[number])
    return next((item for item in before if _may_hold(item, phrase)), None)


def _list_before(phrase: Phrase, passage: Passage) -> Iterator[Phrase]:
    """Yield the numbers with a noun before this one, in a passage, the last first."""
    end = bisect_left(passage.items, phrase.start, key=lambda item: item.start)
    return (item for item in reversed(passage.items[:end]) if isinstance(item, Phrase) and item.unit)


def _is_some(plain: str, phrase: Phrase, context: _Context) -> bool:
    """Tell a number that counts some of what was counted before it: "35 of whom", "2.9 million are", "(16,191 today)"."""
    links, amount = context.links, phrase.amount
    before = links.some_before.search(plain, max(0, amount.start - 24), amount.start)
    if before and before[0] == "(":
        return "," in plain[amount.first : amount.last]
    return bool(before or links.some_behind.match(plain, amount.end))


def _look_ahead(context: _Context) -> Phrase | None:
    following = context.kept[context.number + 1] if context.number + 1 < len(context.kept) else ()
    return next((pair.phrase for pair in following if pair.phrase.unit), None)


def _may_hold(whole: Phrase, part: Phrase) -> bool:
    return whole.amount.value >= part.amount.value and whole.unit != "percent"
