"""Short English names of two states, Congo and Korea, in lists and cells.

A list does not name a country twice: "Congo and the Democratic Republic of the Congo" is both. Alone in a cell, where
no sentence says what is meant, a short name means the state that no other cell names; where none is named it is refused.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cache

from geo.base.records import Mention
from geo.names.text_scans import Undecided
from geo.reference.areas import read_areas

_GAPS = frozenset({", ", " and ", ", and ", " and the ", ", the ", ", and the ", " or "})
_OPENS = re.compile(r"(?:\A|[\n\t|])[ \"]*(?:[-*•·][ ]|[0-9]{1,3}[.)][ ])?[ \"]*\Z")
_CLOSES = re.compile(r"[ \"]*(?:\(the\))?[ \"]*(?:\Z|[\n\t|]|[,:;][ ]?[0-9\n])")
_WIDEST = 12


def narrow(text: str, undecided: Sequence[Undecided], mentions: Sequence[Mention]) -> Iterator[Undecided]:
    """Yield what is undecided with the codes that its list or table leaves."""
    cases = any(map(_is_short, undecided))
    starts = [one.start for one in mentions] if cases else []
    celled = {one.code for one in mentions if cases and _is_cell(text, one.start, one.end)}
    for case in undecided:
        if not _is_short(case):
            yield case
            continue
        place = bisect_left(starts, case.start)
        beside = {one.code for one in mentions[max(0, place - 1) : place + 1] if _adjoins(text, case, one)}
        yield _narrow(case, beside, celled, alone=_is_cell(text, case.start, case.end))


def _is_short(case: Undecided) -> bool:
    return case.rule == "short" and _are_states(case.codes)


def _narrow(case: Undecided, beside: Set[str], celled: Set[str], *, alone: bool) -> Undecided:
    left = tuple(code for code in case.codes if code not in beside and not (alone and code in celled))
    if len(left) == 1:
        return case._replace(codes=left, usual=left[0])
    return case._replace(usual=None) if alone else case


def _adjoins(text: str, case: Undecided, one: Mention) -> bool:
    """Tell whether a full name is the item before or behind in the same list."""
    first, second = (one.end, case.start) if one.end <= case.start else (case.end, one.start)
    return 0 < second - first < _WIDEST and text[first:second] in _GAPS


def _is_cell(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands alone in its cell, line or list item."""
    return bool(_OPENS.search(text, max(0, start - _WIDEST), start) and _CLOSES.match(text, end))


@cache
def _are_states(codes: tuple[str, ...]) -> bool:
    areas = read_areas()
    return sum(code in areas and areas[code].status == "un_member" for code in codes) > 1
