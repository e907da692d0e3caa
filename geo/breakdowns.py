"""The regional breakdowns a document states: the parts of one list, and the total they belong to.

Parts are counts of one unit, each of another region, in one sentence or in sentences that follow each other one part
apiece. Regions that overlap (Europe beside Central and Eastern Europe) are no parts of one sum.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.intervals import Verdict, add_intervals, find_interval, judge
from geo.records import Quantity
from geo.reference import WORLD, find_members

# Two parts of one list stand close together; what comes later in a long sentence is another statement.
_WIDEST_GAP = 80
_LEAST_IN_A_LIST = 3
_REACH = 200  # counts before and after the parts among which their total is looked for
_LONGEST = 40  # there are not so many regions that do not overlap


class Breakdown(NamedTuple):
    """The parts of a stated whole, as places in the document's list of quantities; `total` is None where none fits."""

    breakdown: int
    parts: tuple[int, ...]
    total: int | None


def find_breakdowns(quantities: Sequence[Quantity], sentences: Sequence[int]) -> list[Breakdown]:
    """Return the breakdowns of one document; `sentences` holds the number of each quantity's sentence."""
    found: list[Breakdown] = []
    for run in _list_runs(quantities, sentences):
        found.append(Breakdown(len(found), tuple(run), _find_total(quantities, sentences, run)))
    return found


def _list_runs(quantities: Sequence[Quantity], sentences: Sequence[int]) -> Iterator[list[int]]:
    """Yield the lists of parts: those within one sentence, and those of sentences with one part apiece."""
    alone: list[int] = []
    for run in _list_runs_in_sentences(quantities, sentences):
        if alone and (len(run) > 1 or not _continues_list(quantities, sentences, alone, run[0])):
            yield from [alone] if len(alone) >= _LEAST_IN_A_LIST else []
            alone = []
        if len(run) > 1:
            yield run
        else:
            alone = [*alone, *run]
    yield from [alone] if len(alone) >= _LEAST_IN_A_LIST else []


def _list_runs_in_sentences(quantities: Sequence[Quantity], sentences: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, quantity in enumerate(quantities):
        if quantity.scope in (None, WORLD):
            continue
        if run and not _continues(quantities, sentences, run, index):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _continues(quantities: Sequence[Quantity], sentences: Sequence[int], run: list[int], index: int) -> bool:
    close = quantities[index].start - quantities[run[-1]].end <= _WIDEST_GAP
    return sentences[run[-1]] == sentences[index] and close and _is_part(quantities, run, index)


def _continues_list(quantities: Sequence[Quantity], sentences: Sequence[int], run: list[int], index: int) -> bool:
    return sentences[index] == sentences[run[-1]] + 1 and _is_part(quantities, run, index)


def _is_part(quantities: Sequence[Quantity], run: list[int], index: int) -> bool:
    """Tell whether a count is of the run's measure and of a region that none of its regions overlaps."""
    last, this = quantities[run[-1]], quantities[index]
    if last.unit != this.unit or len(run) == _LONGEST or not _share_sides(last, this):
        return False
    members = set(find_members(this.scope or WORLD))
    return all(
        this.scope != quantities[other].scope and members.isdisjoint(find_members(quantities[other].scope or WORLD))
        for other in run
    )


def _share_sides(one: Quantity, other: Quantity) -> bool:
    """Tell whether two counts may be of one measure: a side that only one of them names is no contradiction."""
    sides = ((one.giver, other.giver), (one.recipient, other.recipient))
    return all(here is None or there is None or here == there for here, there in sides)


def _find_total(quantities: Sequence[Quantity], sentences: Sequence[int], run: list[int]) -> int | None:
    """Return the total that fits best: of the same sentence, then equal to the sum, then of the same theme before."""
    first = quantities[run[0]]
    ranked = []
    for index in range(max(0, run[0] - _REACH), min(len(quantities), run[-1] + _REACH)):
        total = quantities[index]
        if index in run or total.unit != first.unit or not _may_total(quantities, run, total):
            continue
        same_sentence = sentences[index] in {sentences[i] for i in run}
        equal = _compare(quantities, run, total) == "agrees" and total.bound == "exact"
        before = index < run[0] and total.theme is not None and total.theme == first.theme
        if same_sentence or equal or before:
            ranked.append((not same_sentence, not equal, not before, abs(total.start - first.start), index))
    return min(ranked)[-1] if ranked else None


def _may_total(quantities: Sequence[Quantity], run: list[int], total: Quantity) -> bool:
    if not all(_share_sides(total, quantities[index]) for index in run):
        return False
    if total.scope in (None, WORLD):
        return True
    whole = set(find_members(total.scope))
    return all(set(find_members(quantities[index].scope or WORLD)) < whole for index in run)


def _compare(quantities: Sequence[Quantity], run: list[int], total: Quantity) -> Verdict:
    return judge(find_interval(total), add_intervals(find_interval(quantities[index]) for index in run))
