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
from typing import cast

from geo.attachment.attached_numbers import Attachment
from geo.attachment.borrowed_nouns import Context, Row, Wholes, borrow_noun, count_row, find_last
from geo.attachment.items import Passage, list_passages
from geo.attachment.links import read_links
from geo.attachment.pairs import Pair, find_pairs
from geo.attachment.phrases import Phrase, count_whole
from geo.attachment.rows import keep_pairs
from geo.attachment.subjects import find_subjects
from geo.attachment.taken_over import find_conversions, leave_out, take_over
from geo.base.records import Mention
from geo.languages.packs import read_lists, read_pack
from geo.numbers.amounts import Amount

UNNAMED = "number"
_ROW = 3
_MOST_ITEMS = 500


def attach(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], language: str) -> list[Attachment]:
    """Return the numbers of a plain text that count something, in order; `mentions` in order of their start."""
    links = read_links(language)
    passages = [part for whole in list_passages(plain, phrases, mentions, links) for part in _divide(whole)]
    worth = [find_conversions(plain, passage.items) for passage in passages]
    paired = [leave_out(plain, passage, found) for passage, found in zip(passages, worth, strict=True)]
    pairs = [find_pairs(plain, passage, links) for passage in paired]
    kept = [keep_pairs(pairs, number) for number in range(len(passages))]
    found: list[Attachment] = []
    lent: dict[int, Phrase] = {}
    wholes = [Wholes(passage) for passage in passages]
    rows = [Row(row) for row in kept]
    for number, passage in enumerate(passages):
        tied = {pair.phrase.start: pair for pair in kept[number]}
        tied.update({start: tied[money] for start, money in worth[number].items() if money in tied})
        about = find_subjects(plain, passage, mentions, links, tied)
        context = Context(wholes, rows, number, lent, links)
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


def _attach_one(
    plain: str, phrase: Phrase, pair: Pair | None, context: Context, mentions: Sequence[Mention]
) -> Attachment | None:
    inside, sums = _list_inside(phrase, mentions), _is_labelled_sum(plain, phrase, context)
    codes = inside or (pair.place.codes if pair and not sums else None)
    each = bool(pair and pair.each and not inside)
    start, end = phrase.start, phrase.end
    if phrase.unit is not None:
        return Attachment(start, end, phrase, phrase.unit, phrase.noun, codes, each, borrowed=phrase.lent)
    if _names_more(plain, phrase) or not (pair or sums or _is_some(plain, phrase, context)):
        return None
    borrowed = borrow_noun(plain, phrase, context) if pair or sums else find_last(phrase, context)
    if borrowed is None and (count_row(context) < _ROW or not (pair or sums)):
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


def _is_labelled_sum(plain: str, phrase: Phrase, context: Context) -> bool:
    """Tell the total of a row that leaves its nouns out: "Latvia 40, Estonia 25, total 65"."""
    return context.links.lists.labels_total(plain, phrase.start) and count_row(context) > 1


def _is_some(plain: str, phrase: Phrase, context: Context) -> bool:
    """Tell a number that counts some of what was counted before it: "35 of whom", "2.9 million are", "(16,191 today)"."""
    links, amount = context.links, phrase.amount
    before = links.lists.some_before.search(plain, max(0, amount.start - 24), amount.start)
    if before and before[0] == "(":
        return "," in plain[amount.first : amount.last]
    return bool(before or links.lists.some_behind.match(plain, amount.end))
