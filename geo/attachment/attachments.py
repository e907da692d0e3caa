"""The numbers of a text with their noun and their place, those that leave their noun out among them.

A firm tie stands by itself, a likely one beside another of its kind in the same passage or the next, a faint one in a
row of three. A number without a noun of its own takes that of its neighbours in the row, else the one of the number
before that it may be a part of; where there is none, a row of three is still read and its unit is "number".
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from geo.attachment.attached_numbers import Attachment
from geo.attachment.items import Passage, list_passages
from geo.attachment.links import Links, read_links
from geo.attachment.pairs import Pair, find_pairs
from geo.attachment.phrases import Phrase, count_whole
from geo.attachment.subjects import find_subjects
from geo.attachment.taken_over import find_conversions, leave_out, take_over
from geo.attachment.ties import FAINT, FIRM
from geo.base.records import Mention
from geo.languages.packs import read_lists, read_pack
from geo.numbers.amounts import Amount

UNNAMED = "number"
_NEAR = 3  # passages in which a number without a noun looks back for one, and for its row
_ROW = 3
_SUM_REACH = 60  # characters before a sum in which the text says that it is one
_MOST_ITEMS = 500
_BESIDE = 2  # passages in which a pair finds others of its kind


def attach(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], language: str) -> list[Attachment]:
    """Return the numbers of a plain text that count something, in order; `mentions` in order of their start."""
    links = read_links(language)
    passages = [part for whole in list_passages(plain, phrases, mentions, links) for part in _divide(whole)]
    worth = [find_conversions(plain, passage.items) for passage in passages]
    paired = [leave_out(plain, passage, found) for passage, found in zip(passages, worth, strict=True)]
    pairs = [find_pairs(plain, passage, links) for passage in paired]
    kept = [_keep_pairs(pairs, number) for number in range(len(passages))]
    found: list[Attachment] = []
    lent: dict[int, Phrase] = {}
    wholes = [_Wholes(passage) for passage in passages]
    rows = [_Row(row) for row in kept]
    for number, passage in enumerate(passages):
        tied = {pair.phrase.start: pair for pair in kept[number]}
        tied.update({start: tied[money] for start, money in worth[number].items() if money in tied})
        about = find_subjects(plain, passage, mentions, links, tied)
        context = _Context(wholes, rows, number, lent, links)
        for item in passage.items:
            if isinstance(item, Phrase):
                read = _attach_one(plain, item, tied.get(item.start), context, mentions)
                if read and read.codes is None:
                    subject = about.get(item.start)
                    taken = take_over(plain, read, found, links)
                    read = read._replace(codes=(subject,) if subject and not taken else taken)
                found.extend([read] if read else [])
    return found


def _divide(passage: Passage) -> Iterator[Passage]:
    """Yield a passage, or the parts of one that is longer than any sentence: each of its items looks at all others."""
    items = passage.items
    if len(items) <= _MOST_ITEMS:
        yield passage
        return
    for first in range(0, len(items), _MOST_ITEMS):
        part, rest = items[first : first + _MOST_ITEMS], items[first + _MOST_ITEMS : first + _MOST_ITEMS + 1]
        yield passage._replace(start=part[0].start, end=rest[0].start if rest else passage.end, items=part)


def _keep_pairs(pairs: Sequence[Sequence[Pair]], number: int) -> list[Pair]:
    """Return the pairs of a passage that are firm, or have enough of their kind around them."""
    if all(pair.strength == FIRM for pair in pairs[number]):
        return list(pairs[number])
    beside = {
        around: _group_alike(pairs[around])
        for around in range(max(0, number - _BESIDE), min(len(pairs), number + _BESIDE + 1))
    }
    return [pair for pair in pairs[number] if pair.strength == FIRM or _is_borne_out(beside, number, pair)]


class _Alike(NamedTuple):
    """Pairs that are in a row with the same others: the first of them, and the places of three at the most."""

    pair: Pair
    places: set[tuple[str, ...]]


def _group_alike(pairs: Sequence[Pair]) -> list[_Alike]:
    groups: dict[tuple[object, ...], _Alike] = {}
    for pair in pairs:
        kind = (pair.strength, pair.side, pair.phrase.unit, pair.gives, _leaves_verb_out(pair), _is_body(pair))
        alike = groups.setdefault(kind, _Alike(pair, set()))
        if len(alike.places) < _ROW:
            alike.places.add(pair.place.codes)
    return list(groups.values())


def _is_borne_out(beside: Mapping[int, Sequence[_Alike]], number: int, pair: Pair) -> bool:
    places: set[tuple[str, ...]] = set()
    for around, groups in beside.items():
        for other in groups:
            if other.pair.strength >= pair.strength and _may_be_one_row(other.pair, pair, around == number):
                places |= other.places
    return len(places) >= (_ROW if pair.strength == FAINT else 2)


def _may_be_one_row(one: Pair, other: Pair, beside: bool) -> bool:
    """Tell whether two pairs may count the same: of one unit, or on the same side where one leaves its noun out.

    Whoever gives is in a row with others who give, not with those who are given to; a list says the verb once ("Norway
    sent 20, Sweden 30").
    """
    if _is_body(one) != _is_body(other):
        return False  # "The WFP moved 1,540 tonnes: Mali (420), Niger (390) …"
    if one.gives != other.gives and not (beside and _leaves_verb_out(one if other.gives else other)):
        return False
    if one.phrase.unit and other.phrase.unit:
        either = beside and one.phrase.unit == "percent"  # "40 percent were in Asia; Africa accounted for 29 percent"
        return one.phrase.unit == other.phrase.unit and (either or one.side == other.side)
    return one.side == other.side


def _is_body(pair: Pair) -> bool:
    return any(code.startswith("org:") for code in pair.place.codes)


def _leaves_verb_out(pair: Pair) -> bool:
    return pair.side == "before" and pair.phrase.lead - pair.place.end <= 1


class _Wholes:
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


class _Row:
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


class _Context(NamedTuple):
    """Where a number stands: what each passage holds, the number of its own, what nouns were lent in which, and the links."""

    wholes: Sequence[_Wholes]
    rows: Sequence[_Row]
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
    borrowed = _borrow(plain, phrase, context) if pair else _find_last(phrase, context)
    row = sum(context.rows[near].count for near in _list_near(context))
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
    yield from range(first, min(len(context.rows), context.number + _NEAR + 1))


def _borrow(plain: str, phrase: Phrase, context: _Context) -> Phrase | None:
    """Return the phrase whose noun a number takes: of its row, before it and behind, else of what it is a part of."""
    number = context.number
    beside = context.rows[number].find_beside(phrase.start) or _look_back(phrase, context)
    found = beside or _find_sum(plain, phrase, context) or _look_ahead(context)
    if found is not None:
        context.lent[number] = found
    return found


def _look_back(phrase: Phrase, context: _Context) -> Phrase | None:
    """Return what the number is a part of, in its passage or those before, or what the line before it has borrowed."""
    for near in range(context.number, max(-1, context.number - 1 - _NEAR), -1):
        if near < context.number and near in context.lent:
            return context.lent[near]
        held = context.wholes[near].find_holding(phrase)
        if held:
            return held
    first = next(iter(context.wholes[context.number].phrases), phrase)
    return first if first.start < phrase.start else None


def _find_last(phrase: Phrase, context: _Context) -> Phrase | None:
    """Return the number that this one is some of, else the last one with a noun before it: "killed 57, injured 412"."""
    wholes = context.wholes[context.number]
    return wholes.find_holding(phrase) or wholes.find_last(phrase.start)


def _is_some(plain: str, phrase: Phrase, context: _Context) -> bool:
    """Tell a number that counts some of what was counted before it: "35 of whom", "2.9 million are", "(16,191 today)"."""
    links, amount = context.links, phrase.amount
    before = links.lists.some_before.search(plain, max(0, amount.start - 24), amount.start)
    if before and before[0] == "(":
        return "," in plain[amount.first : amount.last]
    return bool(before or links.lists.some_behind.match(plain, amount.end))


def _find_sum(plain: str, phrase: Phrase, context: _Context) -> Phrase | None:
    """Return the number behind in the passage that says it sums up: "Zambia (24), Malawi (18), 42 observers in all"."""
    following = context.wholes[context.number].find_next(phrase.start)
    if following is None or following.amount.value < phrase.amount.value:
        return None
    links, start = context.links, max(phrase.end, following.start - _SUM_REACH)
    says = links.lists.totals.search(plain, start, following.start) or links.lists.totals_behind.match(
        plain, following.end
    )
    return following if says else None


def _look_ahead(context: _Context) -> Phrase | None:
    following = context.rows[context.number + 1 : context.number + 2]
    return following[0].head if following else None
