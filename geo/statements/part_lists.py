"""The lists of parts in a document: numbers of one thing, each at another place, that stand in one list.

A list goes on within a sentence, along sentences or lines, and beside another ("China (255 women and 157 men), …").
Places that lie within one another (Europe beside Central and Eastern Europe) are in no one list; what lies within the
last part is a list of its own, which divides that part.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.attachment.links import Links
from geo.base.records import Mention, Quantity
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.regions import WORLD, read_regions

_NEAR_SENTENCES = 2  # between one part and the next
_FAR_SENTENCES = 30  # where each part heads the names of its members
_NEAR = 400  # characters between one part and the next
_BESIDE = 48  # characters between two parts that name what they count in different words
_LONGEST = 250
_MOST_SHARED = 0.2  # of the smaller: Australia is in Oceania, and among the Western European and other states
_LEAST_BEHIND = 2
_WHOLE = 0.001  # a number that its followers add up to is their whole
_LABEL = re.compile(r"[:：]\s?$")  # "Peru: 97": an item of a list, no whole that leads one
LEADS = re.compile(r"[^,，;；。\n]{0,60}[:：]")  # what stands between a number and the list that it leads


class Stated(NamedTuple):
    """What a document states: its quantities, the number of each one's sentence, the text, its language's links and its names."""

    quantities: Sequence[Quantity]
    sentences: Sequence[int]
    text: str
    links: Links
    mentions: Sequence[Mention] = ()


class PartList(NamedTuple):
    """Parts that may be one list, and the area of each.

    `beside` tells that it runs beside another ("255 women and 157 men"), `parent` is the part that it divides.
    """

    parts: list[int]
    areas: list[frozenset[str]]
    beside: bool
    parent: int | None


def list_parts(stated: Stated) -> list[PartList]:
    """Return the lists of parts in the order of their first ones; those of one part are no lists yet."""
    runs: list[PartList] = []
    live: list[PartList] = []
    for index, quantity in enumerate(stated.quantities):
        area = list_area(quantity)
        if not area and quantity.rule not in ("rest", "joint"):
            continue
        live = [run for run in live if _is_near(stated, run, index)]
        run = _choose_run(stated, live, index, area)
        if run is None and area:
            run = PartList([], [], _is_beside(stated, index), _find_parent(stated, live, index, area))
            runs.append(run)
            live.append(run)
        if run is not None:
            run.parts.append(index)
            run.areas.append(area)
    return runs


def _choose_run(stated: Stated, live: Sequence[PartList], index: int, area: frozenset[str]) -> PartList | None:
    """Return the list that a number goes on with: of the same noun, beside another if it stands so, the latest."""
    fits = [run for run in live if _is_within(stated, run, area) and _is_part(stated, run, index, area)]
    noun, beside = stated.quantities[index].noun, _is_beside(stated, index)
    same = [run for run in fits if noun and stated.quantities[run.parts[-1]].noun == noun]
    ranked = [run for run in same or fits if run.beside == beside] or same or fits
    return max(ranked, key=lambda run: run.parts[-1]) if ranked else None


def _find_parent(stated: Stated, live: Sequence[PartList], index: int, area: frozenset[str]) -> int | None:
    """Return the last part that a number lies within: Japan's in "68 in Asia (30 in Japan, 38 in South Korea)"."""
    this = stated.quantities[index]
    for run in live:
        last = run.parts[-1]
        part = stated.quantities[last]
        same = part.unit == this.unit and stated.sentences[last] == stated.sentences[index]
        if same and area < run.areas[-1] and part.value >= this.value:
            return last
    return None


def _is_beside(stated: Stated, index: int) -> bool:
    """Tell whether the number before counts the same unit at the same place."""
    if not index:
        return False
    last, this = stated.quantities[index - 1 : index + 1]
    same = (last.unit, last.scope) == (this.unit, this.scope)
    return same and stated.sentences[index - 1] == stated.sentences[index]


def _is_near(stated: Stated, run: PartList, index: int) -> bool:
    """Tell whether a number may go on with a list: near its last part, or the next number of a list of headings."""
    last, this = stated.quantities[run.parts[-1]], stated.quantities[index]
    apart, between = stated.sentences[index] - stated.sentences[run.parts[-1]], this.start - last.end
    if last.rule == "rest" or (this.rule == "rest" and apart > 1):
        return False
    if index == run.parts[-1] + 1 and last.rule == this.rule == "elided":
        return apart <= _FAR_SENTENCES and between <= _NEAR
    return apart <= _NEAR_SENTENCES and between <= _NEAR


def _is_part(stated: Stated, run: PartList, index: int, area: frozenset[str]) -> bool:
    """Tell whether a number is of the list's measure and of a place that none of its places overlaps."""
    last, this = stated.quantities[run.parts[-1]], stated.quantities[index]
    if last.unit != this.unit or len(run.parts) >= _LONGEST or (area and last.scope == this.scope):
        return False
    if _differ(last, this) and this.start - last.end > _BESIDE:
        return False
    one_act = share_sides(last, this) and (last.status == "denied") == (this.status == "denied")
    return one_act and not _overlaps(stated, run, index, area)


def _is_within(stated: Stated, run: PartList, area: frozenset[str]) -> bool:
    """Tell whether a place lies within the part that a list divides; one that divides none takes any."""
    return run.parent is None or area < list_area(stated.quantities[run.parent])


def _overlaps(stated: Stated, run: PartList, index: int, area: frozenset[str]) -> bool:
    """Tell whether a place lies within one of a list, or one of them in it.

    Those who draw regions a little differently may name two that share some: Asia and the Middle East, with Egypt.
    """
    scope = stated.quantities[index].scope or ""
    for number, other in zip(run.parts, run.areas, strict=True):
        if area.isdisjoint(other):
            continue
        if area <= other or other <= area:
            return True
        shared = len(area & other)
        regions = all(code in read_regions() for code in (scope, stated.quantities[number].scope))
        if not regions and shared > _MOST_SHARED * min(len(area), len(other)):
            return True
    return False


def are_apart(stated: Stated, run: Sequence[int]) -> bool:
    """Tell whether no two places of a list share anything to speak of."""
    areas = [list_area(stated.quantities[index]) for index in run]
    return not any(
        len(one & other) > _MOST_SHARED * min(len(one), len(other))
        for number, one in enumerate(areas)
        for other in areas[:number]
    )


def _differ(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers of a unit that holds many things count different ones: doctors, and patients."""
    nouns = one.noun and other.noun and one.noun != other.noun
    return bool(nouns) and one.unit in ("people", "items", "events")


def list_area(quantity: Quantity) -> frozenset[str]:
    """Return the codes of the countries or areas a part is of; none where the quantity is no part of anything."""
    scope = quantity.scope
    if scope is None or scope == WORLD:
        return frozenset()
    return frozenset({scope}) if scope in read_areas() else frozenset(find_members(scope)) or frozenset({scope})


def share_sides(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers may be of one measure: a side that only one of them names is no contradiction."""
    gave = one.scope == one.giver and other.scope == other.giver  # each share has a giver of its own
    if not gave and not _may_be_one(one.giver, other.giver):
        return False
    own = one.scope == one.recipient or other.scope == other.recipient  # each share has a recipient of its own
    return own or _may_be_one(one.recipient, other.recipient)


def _may_be_one(here: str | None, there: str | None) -> bool:
    return here is None or there is None or here == there


def drop_whole(stated: Stated, run: list[int]) -> list[int]:
    """Return a list without its first number where that is the whole: "2,000 soldiers died in Mali, including 900 Chadians"."""
    if len(run) < _LEAST_BEHIND:
        return run
    first, second = (stated.quantities[index] for index in run[:2])
    rest = sum(stated.quantities[index].value for index in run[1:])
    between = stated.text[first.end : second.start]
    labelled = _LABEL.search(stated.text, max(0, first.start - 4), first.start)
    says_so = (
        (not labelled and LEADS.match(between))
        or stated.links.lists.opens.search(between)
        or stated.links.lists.closes.search(between)
    )
    out_of = stated.links.lists.out_of.search(stated.text, max(0, first.start - 12), first.start)
    apart = len(between) > _BESIDE or stated.sentences[run[0]] != stated.sentences[run[1]]
    whole = apart and len(run) > _LEAST_BEHIND and abs(first.value - rest) <= _WHOLE * rest
    return run[1:] if first.value >= rest and (whole or (first.rule != "elided" and (says_so or out_of))) else run


def has_rest(stated: Stated, run: Sequence[int]) -> bool:
    """Tell whether a list closes with those who are left: "and the remaining 70 from Peru"."""
    last = stated.quantities[run[-1]]
    return last.rule == "rest" or bool(
        stated.links.lists.rest_before.search(stated.text, max(0, last.start - 16), last.start)
    )
