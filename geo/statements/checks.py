"""What a document states, held against itself: totals against their parts, printed numbers against their lists."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from geo.base.intervals import Interval, Verdict, add_intervals, find_interval, judge, judge_some
from geo.base.records import Mention, Quantity
from geo.clauses.verbs import has_acts
from geo.statements.breakdowns import Breakdown
from geo.statements.name_lists import find_lists

CheckKind = Literal["sum", "list", "series"]


class Check(NamedTuple):
    """One statement of a document held against another.

    `quantity` is the stated figure's place in the document's list of quantities, `expected` its value, `found` what
    the parts add up to or how many names are listed, `difference` found less expected: -7 is seven short. Where the
    stated number has a bound, or only some members are named, the verdict can be "agrees" with a difference.
    `parts` are the places of the figures that were added up, `names` the names that were counted.
    """

    kind: CheckKind
    quantity: int
    expected: float
    found: float
    difference: float
    verdict: Verdict
    parts: tuple[int, ...] = ()
    names: tuple[Mention, ...] = ()


def check_sums(quantities: Sequence[Quantity], breakdowns: Sequence[Breakdown]) -> list[Check]:
    """Return for each breakdown with a stated total whether its parts add up to it, and if not by how much."""
    return [
        _check_sum(quantities, breakdown.total, breakdown) for breakdown in breakdowns if breakdown.total is not None
    ]


def _check_sum(quantities: Sequence[Quantity], total: int, breakdown: Breakdown) -> Check:
    stated, parts = quantities[total], [quantities[index] for index in breakdown.parts]
    found = sum(part.value for part in parts)
    weigh = judge_some if breakdown.is_open else judge
    whole, added = find_interval(stated), add_intervals(find_interval(part) for part in parts)
    verdict = weigh(whole, added)
    unsaid = verdict == "disagrees" and not (breakdown.is_whole or breakdown.is_open)
    if unsaid or (verdict == "agrees" and judge(whole, added) == "disagrees"):
        verdict = "open"  # nothing says that the parts are all of it
    return Check("sum", total, stated.value, found, round(found - stated.value, 6), verdict, parts=breakdown.parts)


def check_lists(
    text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention], language: str | None = None
) -> list[Check]:
    """Return for each number printed beside a list of names whether as many are named.

    A list that names only some ("等16个国家", "including") agrees while it names no more than the number. Offsets of
    quantities and mentions count in `text`. What joins the names of a list we know in Chinese and English alone.
    """
    if language is not None and not has_acts(language):
        return []
    found = []
    for listed in find_lists(text, quantities, mentions):
        interval, named = find_interval(quantities[listed.quantity]), len(listed.names)
        verdict = (judge_some if listed.only_some else judge)(interval, Interval(named, named))
        stated = quantities[listed.quantity].value
        found.append(Check("list", listed.quantity, stated, named, named - stated, verdict, names=listed.names))
    return found
