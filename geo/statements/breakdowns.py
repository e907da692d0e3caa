"""The regional breakdowns a document states: the parts of one list, and the total they belong to.

Parts are counts of one unit, each of another region, in one sentence or in sentences that follow each other one part
apiece. Regions that overlap (Europe beside Central and Eastern Europe) are no parts of one sum. Amounts are broken down
by who they go to: "500,000 doses: 200,000 to Uganda …".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.intervals import Verdict, add_intervals, find_interval, judge
from geo.base.records import Quantity
from geo.reference.memberships import find_members
from geo.reference.regions import WORLD

# Two parts of one list stand close together; what comes later in a long sentence is another statement.
_WIDEST_GAP = 80
_LEAST_IN_A_LIST = 3
_REACH = 200  # counts before and after the parts among which their total is looked for
# "其中", "of which": what follows are some of the whole, "其余" and "the rest" aside.
_OPENING = 24
_OPENS = re.compile(
    r"(?:其中|包括|涵盖|含)[，,]?[^，,。；、：]{0,12}$"
    r"|\b(?:of which|of whom|including|of them|of these|among (?:them|which))(?: are| were)?\W*$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"共计?|合计|总计|一共|\b(?:in total|altogether|in all|total of)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|these|those|which)\b", re.IGNORECASE)
_LONGEST = 40  # there are not so many regions that do not overlap


class Breakdown(NamedTuple):
    """The parts of a stated whole, as places in the document's list of quantities; `total` is None where none fits.

    `is_open` where the text says that these are some of the whole ("of which", "其中") and no part is the rest.
    """

    breakdown: int
    parts: tuple[int, ...]
    total: int | None
    is_open: bool = False


class _Stated(NamedTuple):
    """What a document states: its quantities, the number of each one's sentence, and the text they stand in."""

    quantities: Sequence[Quantity]
    sentences: Sequence[int]
    text: str


def find_breakdowns(quantities: Sequence[Quantity], sentences: Sequence[int], text: str) -> list[Breakdown]:
    """Return the breakdowns of one document; `sentences` holds the number of each quantity's sentence in `text`."""
    stated = _Stated(quantities, sentences, text)
    found: list[Breakdown] = []
    for run in _list_runs(stated):
        is_open = _is_open(stated, run[0])
        total = _find_total(stated, run)
        if len(run) > 1 or (is_open and total is not None and total < run[0]):
            closed = any(quantities[index].rule == "rest" for index in run)
            found.append(Breakdown(len(found), tuple(run), total, is_open and not closed))
    return found


def _is_open(stated: _Stated, first: int) -> bool:
    """Tell whether the words before the first part, or "of them" in it, say that only some of the whole follow."""
    part = stated.quantities[first]
    before = stated.text[max(0, part.start - _OPENING) : part.start]
    return bool(_OPENS.search(before) or _OF_THEM.search(part.text))


def _list_runs(stated: _Stated) -> Iterator[list[int]]:
    """Yield the lists of parts: those within one sentence, and those of sentences with one part apiece."""
    alone: list[int] = []
    for run in _list_runs_in_sentences(stated):
        if alone and (len(run) > 1 or not _continues_list(stated, alone, run[0])):
            yield from [alone] if _is_list(stated, alone) else []
            alone = []
        if len(run) > 1:
            yield run
        else:
            alone = [*alone, *run]
    yield from [alone] if alone and _is_list(stated, alone) else []


def _is_list(stated: _Stated, alone: list[int]) -> bool:
    return len(alone) >= _LEAST_IN_A_LIST or (len(alone) == 1 and _is_open(stated, alone[0]))


def _list_runs_in_sentences(stated: _Stated) -> Iterator[list[int]]:
    run: list[int] = []
    for index, quantity in enumerate(stated.quantities):
        if not _list_area(quantity) and not (run and quantity.rule == "rest"):
            continue
        if run and not _continues(stated, run, index):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _list_area(quantity: Quantity) -> frozenset[str]:
    """Return the codes of the countries or areas a part is of; none where the quantity is no part of anything."""
    if quantity.rule == "share" and quantity.recipient:
        return (
            frozenset(find_members(quantity.recipient))
            if _is_group(quantity.recipient)
            else frozenset({quantity.recipient})
        )
    if quantity.scope in (None, WORLD):
        return frozenset()
    return frozenset(find_members(quantity.scope or WORLD)) or frozenset({quantity.scope or WORLD})


def _is_group(code: str) -> bool:
    return code.isdigit() or ":" in code


def _continues(stated: _Stated, run: list[int], index: int) -> bool:
    close = stated.quantities[index].start - stated.quantities[run[-1]].end <= _WIDEST_GAP
    return stated.sentences[run[-1]] == stated.sentences[index] and close and _is_part(stated, run, index)


def _continues_list(stated: _Stated, run: list[int], index: int) -> bool:
    return stated.sentences[index] == stated.sentences[run[-1]] + 1 and _is_part(stated, run, index)


def _is_part(stated: _Stated, run: list[int], index: int) -> bool:
    """Tell whether a count is of the run's measure and of a region that none of its regions overlaps."""
    last, this = stated.quantities[run[-1]], stated.quantities[index]
    if last.unit != this.unit or len(run) == _LONGEST or not _share_sides(last, this):
        return False
    area = _list_area(this)
    return all(area.isdisjoint(_list_area(stated.quantities[other])) for other in run)


def _share_sides(one: Quantity, other: Quantity) -> bool:
    """Tell whether two counts may be of one measure: a side that only one of them names is no contradiction."""
    sides = [(one.giver, other.giver)]
    if "share" not in (one.rule, other.rule):  # each share has a recipient of its own
        sides.append((one.recipient, other.recipient))
    return all(here is None or there is None or here == there for here, there in sides)


def _find_total(stated: _Stated, run: list[int]) -> int | None:
    """Return the total that fits best: of the same sentence, then equal to the sum, then of the same theme before."""
    first = stated.quantities[run[0]]
    ranked = []
    for index in _list_candidates(stated, run):
        total = stated.quantities[index]
        if index in run or total.unit != first.unit or not _may_total(stated, run, total):
            continue
        same_sentence = stated.sentences[index] in {stated.sentences[i] for i in run}
        equal = _compare(stated.quantities, run, total) == "agrees" and total.bound == "exact"
        before = _is_before(stated, run, index) or _sums_up(stated, run, index)
        if same_sentence or equal or before:
            ranked.append((not same_sentence, not equal, not before, abs(total.start - first.start), index))
    return min(ranked)[-1] if ranked else None


def _is_before(stated: _Stated, run: list[int], index: int) -> bool:
    theme = stated.quantities[index].theme
    return index < run[0] and theme is not None and theme == stated.quantities[run[0]].theme


def _sums_up(stated: _Stated, run: list[int], index: int) -> bool:
    """Tell whether the sentence right behind the parts says that this is their total."""
    place = stated.quantities[index].start
    follows = index > run[-1] and stated.sentences[index] - stated.sentences[run[-1]] <= 1
    return follows and bool(_IN_ALL.search(stated.text[max(0, place - _OPENING) : place]))


def _list_candidates(stated: _Stated, run: list[int]) -> range:
    """Return the places where the total may be: near a list of parts, before a single part in its sentence."""
    if len(run) == 1:
        return range(bisect_left(stated.sentences, stated.sentences[run[0]], max(0, run[0] - _REACH), run[0]), run[0])
    return range(max(0, run[0] - _REACH), min(len(stated.quantities), run[-1] + _REACH))


def _may_total(stated: _Stated, run: list[int], total: Quantity) -> bool:
    if total.rule in ("share", "rest") or not all(_share_sides(total, stated.quantities[index]) for index in run):
        return False
    whole = _list_area(total)
    return not whole or all(_list_area(stated.quantities[index]) < whole for index in run)


def _compare(quantities: Sequence[Quantity], run: list[int], total: Quantity) -> Verdict:
    return judge(find_interval(total), add_intervals(find_interval(quantities[index]) for index in run))
