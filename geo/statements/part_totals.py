"""The total that a list of parts belongs to: before it, behind it, or in a sentence near by."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from geo.base.intervals import Interval, add_intervals, find_interval, judge
from geo.base.records import Quantity
from geo.reference.regions import WORLD, read_regions
from geo.statements.part_lists import LEADS, Stated, list_area, share_sides

_NEAR = 400  # characters between a total and the list that it leads
_LEAD = 4  # sentences before the first part in which its total is looked for
_TAIL = 2  # sentences behind the last part in which a total that calls itself one is looked for
_REACH = 60  # quantities before and after the parts among which their total is looked for
_OPENING = 24
_LONG = 120  # characters from the beginning of a sentence that opens with "In all," to its total
_ROW = 4  # so many parts that add up to a number are no chance, whatever that number counts
_FAR_MORE = 2
_SLACK = 1.25  # a total is no smaller than its parts by more
_NAMED_BEHIND = re.compile(r"\s(?:in|from|at)\s(?:the\s)?[A-Z][a-z]")
_BRACKET = re.compile(r"\s?[(（][^()（）\d]{0,24}$")  # "265 volunteers (Italy 120, …"
_CLOSED = ("exact", "nearly", "about")
_FAR = 2
_CLOSE = 0.9
_HALF = 0.5


def find_total(stated: Stated, run: list[int], placed: frozenset[int] = frozenset()) -> int | None:
    """Return the total that fits best: one that the parts add up to, then of the same sentence, then the nearest before.

    `placed` are the parts of all lists: a country's part of one is no total of another.
    """
    ranked = []
    listed = _add_parts(stated, run)
    for index in _list_candidates(stated, run):
        rank = None if index in listed.places else _rank_place(stated, run, index)
        if rank is None or (index in placed and not _may_divide(stated, run, index)):
            continue
        total = stated.quantities[index]
        equal = total.bound in _CLOSED and judge(find_interval(total), listed.interval) == "agrees"
        if not _may_total(stated, run, total, listed, equal) or _counts_apart(stated, run, index):
            continue
        near = rank < _FAR and _may_be_divided(stated, run, total, listed)
        if equal or near or _is_close(total, listed):
            ranked.append((not equal, rank, abs(total.start - listed.parts[0].start), index))
    return min(ranked)[-1] if ranked else None


class _Listed(NamedTuple):
    """The parts of a list, what they come to and the highest of them."""

    places: frozenset[int]
    parts: Sequence[Quantity]
    found: float
    highest: float
    interval: Interval


def _add_parts(stated: Stated, run: list[int]) -> _Listed:
    parts = [stated.quantities[index] for index in run]
    values = [part.value for part in parts]
    return _Listed(frozenset(run), parts, sum(values), max(values), add_intervals(map(find_interval, parts)))


def _may_divide(stated: Stated, run: list[int], index: int) -> bool:
    """Tell whether a part of another list may be divided by this one: a region's, in the same sentence."""
    return stated.quantities[index].scope in read_regions() and stated.sentences[index] == stated.sentences[run[0]]


def _may_be_divided(stated: Stated, run: list[int], total: Quantity, listed: _Listed) -> bool:
    """Tell whether a number is tied to a list, or the list comes to so much of it that it may divide it."""
    return len(run) == 1 or listed.found >= _HALF * total.value or leads_to(stated, run, total)


def _is_close(total: Quantity, listed: _Listed) -> bool:
    """Tell whether some of what a number counts is so nearly all of it that it can hardly count anything else."""
    return total.unit == listed.parts[0].unit and _CLOSE * total.value <= listed.found <= total.value


def _rank_place(stated: Stated, run: list[int], index: int) -> int | None:
    """Return how well a number stands as the total of a list: 0 in its sentence, 1 right before it, 2 farther off."""
    sentence = stated.sentences[index]
    first, last = stated.sentences[run[0]], stated.sentences[run[-1]]
    if index > run[-1]:
        called = _calls_total(stated, stated.quantities[index])
        return (0 if sentence == last else 1) if called else None
    if index > run[0]:
        return None
    if sentence == first:
        return 0
    return 1 if first - sentence == 1 else _FAR


def _calls_total(stated: Stated, total: Quantity) -> bool:
    """Tell "a total of 702 cases", "bringing the total to 702" and "702 cases in all"."""
    lists, text = stated.links.lists, stated.text
    if lists.totals.search(text, max(0, total.start - _OPENING), total.start):
        return True
    if lists.totals_behind.match(text, total.end):
        return True
    start = max(text.rfind(sign, max(0, total.start - _LONG), total.start) for sign in ".。\n") + 1
    return lists.totals.match(text, start + (text[start : start + 1] == " ")) is not None


def _list_candidates(stated: Stated, run: list[int]) -> range:
    """Return the places where the total may be: near a list of parts, before a single part in its sentence."""
    sentences, before, behind = stated.sentences, max(0, run[0] - _REACH), run[-1] + _REACH
    if len(run) == 1:
        return range(bisect_left(sentences, sentences[run[0]], before, run[0]), run[0])
    first = bisect_left(sentences, sentences[run[0]] - _LEAD, before, run[0])
    last = bisect_right(sentences, sentences[run[-1]] + _TAIL, run[-1], min(len(sentences), behind))
    return range(first, last)


def _counts_apart(stated: Stated, run: list[int], index: int) -> bool:
    """Tell a number of a place that we do not know ("310 in Gaza, 290 in Lebanon"), or of parts that count other things."""
    total = stated.quantities[index]
    if leads_to(stated, run, total):
        return False
    country = total.scope is not None and total.scope not in read_regions()
    if (
        country
        and total.scope != WORLD
        and stated.links.lists.next.fullmatch(stated.text[total.end : stated.quantities[run[0]].start])
    ):
        return True  # "141 Chinese, 77 Koreans and 61 Americans": the first of a list is no total
    beside = stated.sentences[index] == stated.sentences[run[0]]
    placed = total.scope is None and _NAMED_BEHIND.match(stated.text, total.end)
    nouns = {stated.quantities[part].noun for part in run} - {None, total.noun}
    return bool(beside and placed and index < run[0]) or (not beside and len(nouns) > 1)


def _may_total(stated: Stated, run: list[int], total: Quantity, listed: _Listed, equal: bool) -> bool:
    first, parts = listed.parts[0], listed.parts
    alike = total.unit == first.unit or (
        (total.unit, first.unit) == ("state", "countries") and leads_to(stated, run, total)
    )
    if not alike and not (equal and len(run) >= _ROW and "percent" not in (total.unit, first.unit)):
        return False
    if total.unit == "percent" and not equal:  # other shares may be of other wholes
        return False
    highest = total.value_to or total.value
    if total.rule in ("rest", "joint") or highest * _FAR_MORE < listed.found:
        return False
    too_small = highest < listed.highest or highest * _SLACK < listed.found
    if (too_small and not leads_to(stated, run, total)) or not all(share_sides(total, part) for part in parts):
        return False
    # "Students in China: 40 from Chad, …": a country is where all of them are, and says nothing of where they are from.
    whole = list_area(total) if total.scope in read_regions() else frozenset[str]()
    return not whole or all(list_area(part) < whole for part in parts)


def leads_to(stated: Stated, run: list[int], total: Quantity) -> bool:
    """Tell whether a colon, "of which" or "as follows" ties a list to the number right before it."""
    between = stated.text[total.end : stated.quantities[run[0]].start]
    opens = len(between) <= _NEAR and stated.links.lists.opens.search(between)
    return bool(opens) or leads_to_all(stated, run, total)


def leads_to_all(stated: Stated, run: list[int], total: Quantity) -> bool:
    """Tell whether a colon or "as follows" says that the list is all of the number right before it."""
    between = stated.text[total.end : stated.quantities[run[0]].start]
    return len(between) <= _NEAR and bool(LEADS.match(between) or stated.links.lists.closes.search(between))


def is_bracketed(stated: Stated, run: list[int], total: Quantity) -> bool:
    """Tell whether a list stands in brackets right behind a number."""
    return _BRACKET.match(stated.text[total.end : stated.quantities[run[0]].start]) is not None
