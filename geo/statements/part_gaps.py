"""What keeps a list of parts from being all of its total: a member without a number, others, another year or currency."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.base.records import Mention
from geo.statements.part_lists import Stated, list_area

_BEHIND = 48  # characters behind the last part in which the list may go on without a number
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STOP = re.compile(r"[。！？!?;；\n]|\.(?=\s|$)")


def leaves_out(stated: Stated, run: Sequence[int], total: int) -> bool:
    """Tell whether a list goes on with members whose number was not read: "some to Greece", "Greece (n/a)", "etc."."""
    first, last = stated.quantities[run[0]], stated.quantities[run[-1]]
    stop = _STOP.search(stated.text, last.end)
    end = min(stop.start() if stop else len(stated.text), last.end + _BEHIND)
    if total > run[-1]:
        end = min(end, stated.quantities[total].start)
    if stated.links.lists.more.search(stated.text, first.start, end):
        return True
    start = stated.quantities[total].end if total < run[0] else first.start
    return _names_others(stated, run, start, end) or _counts_on(stated, run, end) or _counts_before(stated, run, total)


def _names_others(stated: Stated, run: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a country or region is named among the parts that is none of theirs."""
    first = bisect_left(stated.mentions, start, key=_find_start)
    last = bisect_left(stated.mentions, end, key=_find_start)
    places = {stated.quantities[index].scope for index in run}
    area = frozenset[str]().union(*(list_area(stated.quantities[index]) for index in run))
    named = (mention for mention in stated.mentions[first:last] if mention.kind == "country")
    return any(mention.code not in places and mention.code not in area for mention in named)


def _find_start(mention: Mention) -> int:
    return mention.start


def _counts_on(stated: Stated, run: Sequence[int], end: int) -> bool:
    """Tell whether the list goes on with a number of the unit that belongs to no place: "and 15 crew"."""
    following = stated.quantities[run[-1] + 1 : run[-1] + 2]
    unit = stated.quantities[run[0]].unit
    return any(one.unit == unit and one.scope is None and one.start < end and one.rule != "rest" for one in following)


def _counts_before(stated: Stated, run: Sequence[int], total: int) -> bool:
    """Tell whether a number of the unit that belongs to no place, and is not the total, leads from the total to its parts."""
    whole, unit = stated.quantities[total], stated.quantities[run[0]].unit
    between = stated.quantities[total + 1 : run[0]]
    return any(one.unit == unit and one.scope is None and one.value != whole.value for one in between)


def is_of_another(stated: Stated, run: Sequence[int], total: int) -> bool:
    """Tell whether a total is of another year or a wider whole, or counts what stands beside the parts too."""
    whole, first, last = stated.quantities[total], stated.quantities[run[0]], stated.quantities[run[-1]]
    if total > run[-1]:
        between = stated.text[last.end : whole.start]
        if _YEAR.search(between) or stated.links.lists.wider.search(between) or whole.scope is not None:
            return True
    within = [stated.quantities[index] for index in range(run[0], run[-1] + 2) if index < len(stated.quantities)]
    others = [one for one in within if one.scope is not None and one not in (whole,)]
    if first.unit.isupper() and any(one.unit.isupper() and one.unit != first.unit for one in others):
        return True
    nouns = {one.noun for one in others if one.unit == first.unit and one.noun}
    return first.unit in ("people", "items") and whole.noun not in nouns and len(nouns) > 1
