"""What a document states, held against itself: totals against their parts, printed numbers against their lists."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from geo.breakdowns import Breakdown
from geo.intervals import Interval, Verdict, add_intervals, find_interval, judge
from geo.records import Mention, Quantity

CheckKind = Literal["sum", "list", "series"]

_JOINT = re.compile(r"\s*(?:[、/]|,(?: and)?|和|及|与|以及|\band\b|\bor\b|&)\s*(?:the )?", re.IGNORECASE)
_BEFORE_COUNT = re.compile(r"\s*(?P<some>等|等等|,? and other)?[（(,，:：—–-]{0,2}(?:这|\s)*", re.IGNORECASE)
_AFTER_COUNT = re.compile(
    r"[)）]?\s*(?P<some>,? ?(?:包括|including|such as|among them)|[,，]?其中包括)?(?:分别[是为]|即|namely)?"
    r"\s*[:：（(—–-]{0,2}\s*(?:the )?",
    re.IGNORECASE,
)
_KINDS = {"countries": "country", "organisations": "organisation"}


class Check(NamedTuple):
    """One statement of a document held against another.

    `quantity` is the stated figure's place in the document's list of quantities, `expected` its value, `found` what
    the parts add up to or how many names are listed, `difference` found less expected: -7 is seven short. Where the
    stated number has a bound, or only some members are named, the verdict can be "agrees" with a difference.
    """

    kind: CheckKind
    quantity: int
    expected: float
    found: float
    difference: float
    verdict: Verdict


def check_sums(quantities: Sequence[Quantity], breakdowns: Sequence[Breakdown]) -> list[Check]:
    """Return for each breakdown with a stated total whether its parts add up to it, and if not by how much."""
    return [
        _check_sum(quantities, breakdown.total, breakdown.parts)
        for breakdown in breakdowns
        if breakdown.total is not None
    ]


def _check_sum(quantities: Sequence[Quantity], total: int, parts: Sequence[int]) -> Check:
    stated = quantities[total]
    found = sum(quantities[index].value for index in parts)
    verdict = judge(find_interval(stated), add_intervals(find_interval(quantities[index]) for index in parts))
    return Check("sum", total, stated.value, found, round(found - stated.value, 6), verdict)


def check_lists(text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention]) -> list[Check]:
    """Return for each number printed beside a list of names whether as many are named.

    A list that names only some ("等16个国家", "including") agrees while it names no more than the number. Offsets of
    quantities and mentions count in `text`.
    """
    names: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.start):
        names.setdefault(mention.kind, []).append(mention)
    found = [_check_list(text, stated, index, names) for index, stated in enumerate(quantities)]
    return [check for check in found if check is not None]


def _check_list(text: str, stated: Quantity, index: int, names: dict[str, list[Mention]]) -> Check | None:
    named = names.get(_KINDS.get(stated.unit, ""), [])
    for codes, only_some in (_list_before(text, stated, named), _list_after(text, stated, named)):
        if len(codes) > 1:
            return _judge_list(index, stated, len(codes), only_some)
    return None


def _judge_list(index: int, stated: Quantity, named: int, only_some: bool) -> Check:
    interval = find_interval(stated)
    if only_some:
        verdict: Verdict = "agrees" if named <= interval.high else "disagrees"
    else:
        verdict = judge(interval, Interval(named, named))
    return Check("list", index, stated.value, named, named - stated.value, verdict)


def _list_before(text: str, stated: Quantity, named: list[Mention]) -> tuple[set[str], bool]:
    """Return the codes listed right before the number, and whether the list says it names only some."""
    last = bisect_left(named, stated.start, key=lambda mention: mention.start) - 1
    if last < 0:
        return set(), False
    opening = _BEFORE_COUNT.fullmatch(text, named[last].end, stated.start)
    if opening is None:
        return set(), False
    codes = {named[last].code}
    while last and _JOINT.fullmatch(text, named[last - 1].end, named[last].start):
        last -= 1
        codes.add(named[last].code)
    return codes, opening["some"] is not None


def _list_after(text: str, stated: Quantity, named: list[Mention]) -> tuple[set[str], bool]:
    """Return the codes listed right after the counted noun, and whether the list says it names only some."""
    first = bisect_left(named, stated.end, key=lambda mention: mention.start)
    opening = _AFTER_COUNT.fullmatch(text, stated.end, named[first].start) if first < len(named) else None
    if opening is None or not opening[0].strip():
        return set(), False
    codes = {named[first].code}
    while first + 1 < len(named) and _JOINT.fullmatch(text, named[first].end, named[first + 1].start):
        first += 1
        codes.add(named[first].code)
    return codes, opening["some"] is not None
