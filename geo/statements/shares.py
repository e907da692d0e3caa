"""The shares of a stated amount that go to one country or region each: "500,000 doses: 200,000 to Uganda, …".

A share is read only behind the amount that is shared out and a sign that it is ("of which", "其中", a colon); it may
leave its noun out. Whoever it goes to is its recipient.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from geo.base.records import Mention
from geo.clauses.clause_ends import find_sentence
from geo.clauses.counts import PARTIES, Count, find_fault
from geo.clauses.elided_counts import read_elided
from geo.text.numerals import CHINESE_NUMERAL, ENGLISH_NUMERAL

_SHARED_OUT = re.compile(r"其中|包括|分别|[:：（(]|[–—]|\b(?:of which|including|namely|with)\b", re.IGNORECASE)
_HELD = ("meetings", "events")
_BEFORE_NAME = {
    "zh": re.compile(rf"(?P<number>{CHINESE_NUMERAL})(?P<more>[多余])?(?:给|送往|运往|发往|归)$"),
    "en": re.compile(
        rf"(?<![\w.,-])(?P<number>{ENGLISH_NUMERAL})(?P<more>\+)?"
        r"(?: (?:doses|tonnes|tons|masks|kits|items))?(?: (?:went|go|goes|were sent|will go))? (?:to|for) (?:the )?$",
        re.IGNORECASE,
    ),
}
_AFTER_NAME = {
    "zh": re.compile(
        rf"(?:共|各|获得?|分得|得到|收到|占|有)?[：:（(]?(?P<number>{CHINESE_NUMERAL})(?P<more>[多余])?(?=[^\d]|$)"
    ),
    "en": re.compile(
        rf"(?:: ?| ?\(| [–—-] | with | got | received )(?P<number>{ENGLISH_NUMERAL})(?P<more>\+)?", re.IGNORECASE
    ),
}
_NAME_OPENS = {
    "zh": re.compile(r"(?:[，、：；:（(\n ]|其中|包括|和|及|给|向)$"),
    "en": re.compile(r"(?:[,:;(–—] ?|and |the )$"),
}
_ENDS = re.compile(r"\s*(?:[,;.)、，；。）\n]|and\b|和|及|$)", re.IGNORECASE)
_REACH = 50
_MOST_SHARES = 40  # in one sentence


def find_shares(plain: str, counts: Sequence[Count], mentions: Sequence[Mention], language: str) -> list[Count]:
    """Return the counts with the shares among them marked, and those that leave their noun out added, in order."""
    found = {count.start: count for count in counts}
    things = [count for count in counts if count.unit not in (*PARTIES, *_HELD)]
    for mention in mentions if things else ():
        whole = _find_whole(plain, mention, things, found)
        share = _read_share(plain, mention, whole, counts, language) if whole else None
        if share:
            found[share.start] = share
    return sorted(found.values(), key=lambda count: count.start)


def _find_whole(plain: str, mention: Mention, things: list[Count], found: dict[int, Count]) -> Count | None:
    """Return the amount before a name that is shared out in the name's sentence."""
    sentence = find_sentence(plain, mention.start, mention.end)
    last = bisect_left(things, mention.start, key=lambda count: count.start)
    for whole in reversed(things[max(0, last - _MOST_SHARES) : last]):
        if whole.start < sentence.start:
            return None
        if found[whole.start].share is None and _SHARED_OUT.search(plain, whole.end, mention.start):
            return whole
    return None


def _read_share(plain: str, mention: Mention, whole: Count, counts: Sequence[Count], language: str) -> Count | None:
    """Return what a name has of the whole: "乌干达20万剂", "200,000 to Uganda"."""
    opens = _NAME_OPENS[language].search(plain, max(0, mention.start - 5), mention.start)
    match = _AFTER_NAME[language].match(plain, mention.end) if opens else None
    end = match.end() if match else mention.end
    if match is None:
        match = _BEFORE_NAME[language].search(plain, max(whole.end, mention.start - _REACH), mention.start)
    if match is None:
        return None
    stated = _find_stated(counts, match.start("number"))
    if stated:
        return (
            stated._replace(share=mention.code, rule="share") if stated.unit == whole.unit and stated != whole else None
        )
    amount = read_elided(match, language) if _ENDS.match(plain, end) else None
    if amount is None or find_fault(amount, whole.unit):
        return None
    return Count(amount.start, end, amount, whole.unit, (amount.end, amount.end), "share", mention.code)


def _find_stated(counts: Sequence[Count], place: int) -> Count | None:
    """Return the count in full that a place lies in; counts come in order."""
    near = bisect_right(counts, place, key=lambda count: count.start) - 1
    return counts[near] if near >= 0 and place < counts[near].end else None
