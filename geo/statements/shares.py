"""The shares of a stated gift that go to one place each: "300,000 doses: 200,000 to Uganda and 100,000 to Kenya".

The giver, the status and the theme of the whole hold for its shares; whom a share goes to is no recipient of the whole.
"""

import re
from collections.abc import Sequence

from geo.base.records import Quantity
from geo.clauses.clause_ends import find_sentence
from geo.clauses.counts import PARTIES

_SHARED_OUT = re.compile(r"其中|包括|分别|[:：（(]|[–—]|\b(?:of which|including|namely)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b|\bby\b|来自", re.IGNORECASE)
_HELD = ("meetings", "events", "percent")
_AROUND = 24  # characters around a share in which "from" would make its place the giver
_MOST = 40  # shares of one whole


def share_out(plain: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures, in order, with the sides of those that are shares of a gift before them."""
    found = list(quantities)
    for place, part in enumerate(quantities):
        whole = _find_whole(plain, quantities, place) if _may_be_share(plain, part) else None
        if whole is not None:
            held = quantities[whole]
            found[place] = part._replace(
                giver=held.giver, recipient=part.scope, status=held.status, theme=held.theme or part.theme
            )
            if held.recipient == part.scope:
                found[whole] = held._replace(recipient=None)
    return found


def _may_be_share(plain: str, part: Quantity) -> bool:
    """Tell a figure of things at a place, which no word makes the place they come from."""
    if part.scope is None or part.unit in (*PARTIES, *_HELD) or part.giver:
        return False
    return _FROM.search(plain, part.end, part.end + _AROUND) is None


def _find_whole(plain: str, quantities: Sequence[Quantity], place: int) -> int | None:
    """Return the place of the gift before a figure that it is a share of, in its sentence."""
    part = quantities[place]
    sentence = find_sentence(plain, part.start, part.end)
    for before in range(place - 1, max(-1, place - 1 - _MOST), -1):
        whole = quantities[before]
        if whole.start < sentence.start:
            return None
        if whole.scope in (None, whole.giver) and whole.unit == part.unit:
            gift = whole.giver is not None and whole.value >= part.value
            return before if gift and _SHARED_OUT.search(plain, whole.end, part.start) else None
    return None
