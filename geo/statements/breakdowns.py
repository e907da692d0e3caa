"""The breakdowns a document states: the parts of one list, each of another place, and the total they belong to.

Parts are numbers of one thing, each at another place, in one sentence, in sentences or lines that follow each other, or
in a table. Two lists may run side by side ("China (255 women and 157 men), …"). Places that overlap (Europe beside
Central and Eastern Europe) are no parts of one sum; what lies within the last part is a breakdown of that part.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from geo.attachment.links import Links, read_links
from geo.base.intervals import Verdict, add_intervals, find_interval, judge
from geo.base.records import Quantity
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.regions import WORLD, read_regions

_NEAR_SENTENCES = 2  # between one part and the next
_FAR_SENTENCES = 30  # where each part heads the names of its members
_NEAR = 400  # characters between one part and the next
_BESIDE = 48  # characters between two parts that name what they count in different words
_LEAD = 4  # sentences before the first part in which its total is looked for
_TAIL = 2  # sentences behind the last part in which a total that calls itself one is looked for
_REACH = 60  # quantities before and after the parts among which their total is looked for
_LONGEST = 250
_OPENING = 24
_ROW = 4  # so many parts that add up to a number are no chance, whatever that number counts
_MOST_SHARED = 0.2  # of the smaller: Australia is in Oceania, and among the Western European and other states
_FAR_MORE = 2
_SLACK = 1.25  # a total is no smaller than its parts by more
_LEAST_BEHIND = 2
_WHOLE = 0.001  # a number that its followers add up to is their whole
_LABEL = re.compile(r"[:：]\s?$")  # "Peru: 97": an item of a list, no whole that leads one
_DIGITS = re.compile(r"\d[\d.,]*")
_LEADS = re.compile(r"[^,，;；。\n]{0,60}[:：]")
_OUT_OF = re.compile(r"\b(?:out of|of) (?:the |a |all )*$", re.IGNORECASE)
_CLOSED = ("exact", "nearly", "about")
_SHORT = 0.5  # parts that come to less than this share of the total are some of it


class Breakdown(NamedTuple):
    """The parts of a stated whole, as places in the document's list of quantities; `total` is None where none fits.

    `is_open` where the text says that these are some of the whole ("of which", "其中") and no part is the rest.
    `is_whole` where it says or shows that they are all of it, so that a sum that differs is a disagreement.
    """

    breakdown: int
    parts: tuple[int, ...]
    total: int | None
    is_open: bool = False
    is_whole: bool = False


class _Stated(NamedTuple):
    """What a document states: its quantities, the number of each one's sentence, the text, and its language's links."""

    quantities: Sequence[Quantity]
    sentences: Sequence[int]
    text: str
    links: Links


class _Run(NamedTuple):
    """Parts that may be one list, and the area of each.

    `beside` tells that it runs beside another ("255 women and 157 men"), `parent` is the part that it divides.
    """

    parts: list[int]
    areas: list[frozenset[str]]
    beside: bool
    parent: int | None


def find_breakdowns(
    quantities: Sequence[Quantity], sentences: Sequence[int], text: str, language: str | None = None
) -> list[Breakdown]:
    """Return the breakdowns of one document; `sentences` holds the number of each quantity's sentence in `text`."""
    stated = _Stated(quantities, sentences, text, read_links(language or "en"))
    found: list[Breakdown] = []
    listed = [(_drop_whole(stated, run.parts), run.parent) for run in _list_runs(stated)]
    placed = frozenset(index for run, _ in listed if len(run) > 1 for index in run)
    for run, parent in listed:
        total = _find_total(stated, run) if parent is None else parent
        is_open = _is_open(stated, run, total)
        if len(run) > 1 or (is_open and total is not None and total < run[0]):
            found.append(Breakdown(len(found), tuple(run), total, is_open, _is_whole(stated, run, total, placed)))
    return found


# --- the parts -------------------------------------------------------------------------------------------------------


def _list_runs(stated: _Stated) -> list[_Run]:
    """Return the lists of parts in the order of their first ones; those of one part are no lists yet."""
    runs: list[_Run] = []
    live: list[_Run] = []
    for index, quantity in enumerate(stated.quantities):
        area = _list_area(quantity)
        if not area and quantity.rule not in ("rest", "joint"):
            continue
        live = [run for run in live if _is_near(stated, run, index)]
        run = _choose_run(stated, live, index, area)
        if run is None and area:
            run = _Run([], [], _is_beside(stated, index), _find_parent(stated, live, index, area))
            runs.append(run)
            live.append(run)
        if run is not None:
            run.parts.append(index)
            run.areas.append(area)
    return runs


def _choose_run(stated: _Stated, live: Sequence[_Run], index: int, area: frozenset[str]) -> _Run | None:
    """Return the list that a number goes on with: of the same noun, beside another if it stands so, the latest."""
    fits = [run for run in live if _is_within(stated, run, area) and _is_part(stated, run, index, area)]
    noun, beside = stated.quantities[index].noun, _is_beside(stated, index)
    same = [run for run in fits if noun and stated.quantities[run.parts[-1]].noun == noun]
    ranked = [run for run in same or fits if run.beside == beside] or same or fits
    return max(ranked, key=lambda run: run.parts[-1]) if ranked else None


def _find_parent(stated: _Stated, live: Sequence[_Run], index: int, area: frozenset[str]) -> int | None:
    """Return the last part that a number lies within: Japan's in "68 in Asia (30 in Japan, 38 in South Korea)"."""
    this = stated.quantities[index]
    for run in live:
        last = run.parts[-1]
        part = stated.quantities[last]
        same = part.unit == this.unit and stated.sentences[last] == stated.sentences[index]
        if same and area < run.areas[-1] and part.value >= this.value:
            return last
    return None


def _is_beside(stated: _Stated, index: int) -> bool:
    """Tell whether the number before counts the same unit at the same place."""
    if not index:
        return False
    last, this = stated.quantities[index - 1 : index + 1]
    same = (last.unit, last.scope) == (this.unit, this.scope)
    return same and stated.sentences[index - 1] == stated.sentences[index]


def _is_near(stated: _Stated, run: _Run, index: int) -> bool:
    """Tell whether a number may go on with a list: near its last part, or the next number of a list of headings."""
    last, this = stated.quantities[run.parts[-1]], stated.quantities[index]
    apart, between = stated.sentences[index] - stated.sentences[run.parts[-1]], this.start - last.end
    if last.rule == "rest" or (this.rule == "rest" and apart > 1):
        return False
    if index == run.parts[-1] + 1 and last.rule == this.rule == "elided":
        return apart <= _FAR_SENTENCES and between <= _NEAR
    return apart <= _NEAR_SENTENCES and between <= _NEAR


def _is_part(stated: _Stated, run: _Run, index: int, area: frozenset[str]) -> bool:
    """Tell whether a number is of the list's measure and of a place that none of its places overlaps."""
    last, this = stated.quantities[run.parts[-1]], stated.quantities[index]
    if last.unit != this.unit or len(run.parts) >= _LONGEST or _overlaps(stated, run, index, area):
        return False
    if _differ(last, this) and this.start - last.end > _BESIDE:
        return False
    return _share_sides(last, this) and (last.status == "denied") == (this.status == "denied")


def _is_within(stated: _Stated, run: _Run, area: frozenset[str]) -> bool:
    """Tell whether a place lies within the part that a list divides; one that divides none takes any."""
    return run.parent is None or area < _list_area(stated.quantities[run.parent])


def _overlaps(stated: _Stated, run: _Run, index: int, area: frozenset[str]) -> bool:
    """Tell whether a place lies within one of a list, or one of them in it.

    Those who draw regions a little differently may name two that share some: Asia and the Middle East, with Egypt.
    """
    scope = stated.quantities[index].scope or ""
    for number, other in zip(run.parts, run.areas, strict=True):
        shared = len(area & other)
        if shared and (area <= other or other <= area):
            return True
        regions = all(code in read_regions() for code in (scope, stated.quantities[number].scope))
        if not regions and shared > _MOST_SHARED * min(len(area), len(other)):
            return True
    return False


def _are_apart(stated: _Stated, run: Sequence[int]) -> bool:
    """Tell whether no two places of a list share anything to speak of."""
    areas = [_list_area(stated.quantities[index]) for index in run]
    return not any(
        len(one & other) > _MOST_SHARED * min(len(one), len(other))
        for number, one in enumerate(areas)
        for other in areas[:number]
    )


def _differ(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers of a unit that holds many things count different ones: doctors, and patients."""
    nouns = one.noun and other.noun and one.noun != other.noun
    return bool(nouns) and one.unit in ("people", "items", "events")


def _list_area(quantity: Quantity) -> frozenset[str]:
    """Return the codes of the countries or areas a part is of; none where the quantity is no part of anything."""
    scope = quantity.scope
    if scope is None or scope == WORLD:
        return frozenset()
    return frozenset({scope}) if scope in read_areas() else frozenset(find_members(scope)) or frozenset({scope})


def _share_sides(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers may be of one measure: a side that only one of them names is no contradiction."""
    sides = [(one.giver, other.giver)]
    if one.scope != one.recipient and other.scope != other.recipient:  # each share has a recipient of its own
        sides.append((one.recipient, other.recipient))
    return all(here is None or there is None or here == there for here, there in sides)


def _drop_whole(stated: _Stated, run: list[int]) -> list[int]:
    """Return a list without its first number where that is the whole: "2,000 soldiers died in Mali, including 900 Chadians"."""
    if len(run) < _LEAST_BEHIND:
        return run
    first, second = (stated.quantities[index] for index in run[:2])
    rest = sum(stated.quantities[index].value for index in run[1:])
    between = stated.text[first.end : second.start]
    labelled = _LABEL.search(stated.text, max(0, first.start - 4), first.start)
    says_so = (
        (not labelled and _LEADS.match(between))
        or stated.links.opens.search(between)
        or stated.links.closes.search(between)
    )
    out_of = _OUT_OF.search(stated.text, max(0, first.start - 12), first.start)
    apart = len(between) > _BESIDE or stated.sentences[run[0]] != stated.sentences[run[1]]
    whole = apart and len(run) > _LEAST_BEHIND and abs(first.value - rest) <= _WHOLE * rest
    return run[1:] if first.value >= rest and (whole or (first.rule != "elided" and (says_so or out_of))) else run


# --- the total -------------------------------------------------------------------------------------------------------


def _find_total(stated: _Stated, run: list[int]) -> int | None:
    """Return the total that fits best: one that the parts add up to, then of the same sentence, then the nearest before."""
    ranked = []
    for index in _list_candidates(stated, run):
        total = stated.quantities[index]
        equal = _compare(stated, run, total) == "agrees" and total.bound in _CLOSED
        if index in run or not _may_total(stated, run, total, equal):
            continue
        rank = _rank_place(stated, run, index)
        if rank is not None and (equal or rank < _FAR or _is_close(stated, run, total)):
            ranked.append((not equal, rank, abs(total.start - stated.quantities[run[0]].start), index))
    return min(ranked)[-1] if ranked else None


_FAR = 2
_CLOSE = 0.9


def _is_close(stated: _Stated, run: list[int], total: Quantity) -> bool:
    """Tell whether some of what a number counts is so nearly all of it that it can hardly count anything else."""
    found = sum(stated.quantities[index].value for index in run)
    return total.unit == stated.quantities[run[0]].unit and _CLOSE * total.value <= found <= total.value


def _rank_place(stated: _Stated, run: list[int], index: int) -> int | None:
    """Return how well a number stands as the total of a list: 0 in its sentence, 1 right before it, 2 farther off."""
    sentence = stated.sentences[index]
    first, last = stated.sentences[run[0]], stated.sentences[run[-1]]
    if index > run[-1]:
        called = _calls_total(stated, stated.quantities[index])
        return (0 if sentence == last else 1) if called and sentence - last <= _TAIL else None
    if index > run[0]:
        return None
    if sentence == first:
        return 0
    return None if first - sentence > _LEAD else 1 if first - sentence == 1 else _FAR


def _calls_total(stated: _Stated, total: Quantity) -> bool:
    """Tell "a total of 702 cases", "bringing the total to 702" and "702 cases in all"."""
    before = stated.links.totals.search(stated.text, max(0, total.start - _OPENING), total.start)
    return bool(before or stated.links.totals_behind.match(stated.text, total.end))


def _list_candidates(stated: _Stated, run: list[int]) -> range:
    """Return the places where the total may be: near a list of parts, before a single part in its sentence."""
    if len(run) == 1:
        return range(bisect_left(stated.sentences, stated.sentences[run[0]], max(0, run[0] - _REACH), run[0]), run[0])
    return range(max(0, run[0] - _REACH), min(len(stated.quantities), run[-1] + _REACH))


def _may_total(stated: _Stated, run: list[int], total: Quantity, equal: bool) -> bool:
    first = stated.quantities[run[0]]
    if total.unit != first.unit and not (equal and len(run) >= _ROW and "percent" not in (total.unit, first.unit)):
        return False
    parts = [stated.quantities[index] for index in run]
    if total.unit == "percent" and not equal:  # other shares may be of other wholes
        return False
    if total.rule in ("rest", "joint") or not all(_share_sides(total, part) for part in parts):
        return False
    highest = total.value_to or total.value
    too_small = highest < max(part.value for part in parts) or highest * _SLACK < sum(part.value for part in parts)
    far_too_small = highest * _FAR_MORE < sum(part.value for part in parts)
    if far_too_small or (too_small and not _leads(stated, run, total)):
        return False
    # "Students in China: 40 from Chad, …": a country is where all of them are, and says nothing of where they are from.
    whole = _list_area(total) if total.scope in read_regions() else frozenset[str]()
    return not whole or all(_list_area(part) < whole for part in parts)


def _leads(stated: _Stated, run: list[int], total: Quantity) -> bool:
    """Tell whether a colon, "of which" or "as follows" ties a list to the number right before it."""
    between = stated.text[total.end : stated.quantities[run[0]].start]
    if len(between) > _NEAR:
        return False
    return bool(_LEADS.match(between) or stated.links.opens.search(between) or stated.links.closes.search(between))


def _compare(stated: _Stated, run: list[int], total: Quantity) -> Verdict:
    return judge(find_interval(total), add_intervals(find_interval(stated.quantities[index]) for index in run))


# --- some or all -----------------------------------------------------------------------------------------------------


def _is_open(stated: _Stated, run: list[int], total: int | None) -> bool:
    """Tell whether the words before the first part, or "of them" in it, say that only some of the whole follow."""
    if _has_rest(stated, run) or _says_whole(stated, run, total):
        return False
    part = stated.quantities[run[0]]
    start = max(part.start - 2 * _OPENING, stated.quantities[total].end if total is not None and total < run[0] else 0)
    return bool(stated.links.opens.search(stated.text, start, part.end + _OPENING // 2))


def _says_whole(stated: _Stated, run: list[int], total: int | None) -> bool:
    """Tell whether "as follows" or "breakdown" stands between a total and its first part."""
    if total is None or total > run[0]:
        return False
    between = stated.text[stated.quantities[total].end : stated.quantities[run[0]].start]
    return stated.links.wholes.search(between[-_NEAR:]) is not None


def _is_whole(stated: _Stated, run: list[int], total: int | None, placed: frozenset[int]) -> bool:
    """Tell whether the parts are said to be all of the total, and nothing between them was left unread."""
    if total is None or _is_open(stated, run, total) or stated.quantities[total].unit != stated.quantities[run[0]].unit:
        return False
    found = sum(stated.quantities[index].value for index in run)
    if (
        found < _SHORT * stated.quantities[total].value
        or not _reads_on(stated, run, placed)
        or not _are_apart(stated, run)
    ):
        return False
    return total > run[0] or _has_rest(stated, run) or _leads(stated, run, stated.quantities[total])


def _has_rest(stated: _Stated, run: Sequence[int]) -> bool:
    return any(stated.quantities[index].rule == "rest" for index in run)


def _reads_on(stated: _Stated, run: list[int], placed: frozenset[int]) -> bool:
    """Tell whether every number from the first part to the last was read, and is a part where it counts the same."""
    unit, within = stated.quantities[run[0]].unit, range(run[0], run[-1] + 1)
    if not all(index in placed or stated.quantities[index].unit != unit for index in within):
        return False
    start, end = stated.quantities[run[0]].start, stated.quantities[run[-1]].end
    if stated.links.rest_behind.search(stated.text, end, end + _OPENING * 2) and not _has_rest(stated, run):
        return False
    read = [(stated.quantities[index].start, stated.quantities[index].end) for index in within]
    digits = _DIGITS.finditer(stated.text, start, end)
    return all(any(first <= found.start() < last for first, last in read) for found in digits)
