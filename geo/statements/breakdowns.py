"""The breakdowns a document states: the parts of one list, each of another place, and the total they belong to.

Parts are numbers of one thing, each at another place, in one sentence, in sentences or lines that follow each other, or
in a table. Two lists may run side by side ("China (255 women and 157 men), …"). Places that overlap (Europe beside
Central and Eastern Europe) are no parts of one sum; what lies within the last part is a breakdown of that part.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from geo.attachment.links import read_links
from geo.base.records import Mention, Quantity
from geo.statements.part_gaps import is_of_another, leaves_out
from geo.statements.part_lists import Stated, are_apart, drop_whole, has_rest, list_parts
from geo.statements.part_totals import find_total, is_bracketed, leads_to_all

_NEAR = 400  # characters between one part and the next
_OPENING = 24
_DIGITS = re.compile(r"\d[\d.,]*")
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


def find_breakdowns(
    quantities: Sequence[Quantity],
    sentences: Sequence[int],
    text: str,
    language: str | None = None,
    mentions: Sequence[Mention] = (),
) -> list[Breakdown]:
    """Return the breakdowns of one document; `sentences` holds the number of each quantity's sentence in `text`.

    `mentions`, in order, are the names of the text: one in a list without a number of its own leaves the sum open.
    """
    stated = Stated(quantities, sentences, text, read_links(language or "en"), mentions)
    found: list[Breakdown] = []
    listed = [(drop_whole(stated, run.parts), run.parent) for run in list_parts(stated)]
    placed = frozenset(index for run, _ in listed if len(run) > 1 for index in run)
    for run, parent in listed:
        if len(run) == 1 and not _may_be_open(stated, run):
            continue  # a number alone is no list unless it is some of a whole
        total = find_total(stated, run, placed) if parent is None else parent
        is_open = _is_open(stated, run, total)
        if len(run) > 1 or (is_open and total is not None and total < run[0]):
            found.append(Breakdown(len(found), tuple(run), total, is_open, _is_whole(stated, run, total, placed)))
    return found


def _is_open(stated: Stated, run: list[int], total: int | None) -> bool:
    """Tell whether the words before the first part, or "of them" in it, say that only some of the whole follow."""
    if has_rest(stated, run) or _says_whole(stated, run, total):
        return False
    behind = stated.quantities[total].end if total is not None and total < run[0] else 0
    return _may_be_open(stated, run, behind)


def _may_be_open(stated: Stated, run: list[int], behind: int = 0) -> bool:
    """Tell whether "of them" and its like stand before or in the first part, behind a place."""
    part = stated.quantities[run[0]]
    start = max(part.start - 2 * _OPENING, behind)
    return bool(stated.links.lists.opens.search(stated.text, start, part.end + _OPENING // 2))


def _says_whole(stated: Stated, run: list[int], total: int | None) -> bool:
    """Tell whether "as follows" or "breakdown" stands between a total and its first part."""
    if total is None or total > run[0]:
        return False
    between = stated.text[stated.quantities[total].end : stated.quantities[run[0]].start]
    return stated.links.lists.wholes.search(between[-_NEAR:]) is not None


def _is_whole(stated: Stated, run: list[int], total: int | None, placed: frozenset[int]) -> bool:
    """Tell whether the parts are said to be all of the total, and nothing between them was left unread."""
    if total is None or _is_open(stated, run, total) or stated.quantities[total].unit != stated.quantities[run[0]].unit:
        return False
    whole = stated.quantities[total]
    found = sum(stated.quantities[index].value for index in run)
    if found < _SHORT * whole.value or not _reads_on(stated, run, placed) or not are_apart(stated, run):
        return False
    if leaves_out(stated, run, total) or is_of_another(stated, run, total):
        return False
    exceeds = found > (whole.value_to or whole.value) and is_bracketed(stated, run, whole)
    return total > run[0] or exceeds or has_rest(stated, run) or leads_to_all(stated, run, whole)


def _reads_on(stated: Stated, run: list[int], placed: frozenset[int]) -> bool:
    """Tell whether every number from the first part to the last was read, and is a part where it counts the same."""
    unit, within = stated.quantities[run[0]].unit, range(run[0], run[-1] + 1)
    if not all(index in placed or stated.quantities[index].unit != unit for index in within):
        return False
    start, end = stated.quantities[run[0]].start, stated.quantities[run[-1]].end
    if stated.links.lists.rest_behind.search(stated.text, end, end + _OPENING * 2) and not has_rest(stated, run):
        return False
    return _covers(stated.quantities[run[0] : run[-1] + 1], _DIGITS.finditer(stated.text, start, end))


def _covers(quantities: Sequence[Quantity], digits: Iterable[re.Match[str]]) -> bool:
    """Tell whether each of some digits lies in a quantity; both stand in order."""
    place, end = 0, 0
    for found in digits:
        while place < len(quantities) and quantities[place].start <= found.start():
            end = max(end, quantities[place].end)
            place += 1
        if found.start() >= end:
            return False
    return True
