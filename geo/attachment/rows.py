"""Which pairs of numbers and places are kept: the firm ones, and those that others of their kind bear out.

A likely tie stands beside another of its kind in the same passage or near by, a faint one in a row of three.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from geo.attachment.pairs import Pair
from geo.attachment.ties import FAINT, FIRM

_ROW = 3
_BESIDE = 2  # passages in which a pair finds others of its kind


def keep_pairs(pairs: Sequence[Sequence[Pair]], number: int) -> list[Pair]:
    """Return the pairs of a passage that are firm, or have enough of their kind around them."""
    if all(pair.strength == FIRM for pair in pairs[number]):
        return list(pairs[number])
    beside = {
        around: _group_alike(pairs[around])
        for around in range(max(0, number - _BESIDE), min(len(pairs), number + _BESIDE + 1))
    }
    return [pair for pair in pairs[number] if pair.strength == FIRM or _is_borne_out(beside, number, pair)]


class _Alike(NamedTuple):
    """Pairs that are in a row with the same others: the first of them, and the places of three at the most."""

    pair: Pair
    places: set[tuple[str, ...]]


def _group_alike(pairs: Sequence[Pair]) -> list[_Alike]:
    groups: dict[tuple[object, ...], _Alike] = {}
    for pair in pairs:
        kind = (pair.strength, pair.side, pair.phrase.unit, pair.gives, _leaves_verb_out(pair), _is_body(pair))
        alike = groups.setdefault(kind, _Alike(pair, set()))
        if len(alike.places) < _ROW:
            alike.places.add(pair.place.codes)
    return list(groups.values())


def _is_borne_out(beside: Mapping[int, Sequence[_Alike]], number: int, pair: Pair) -> bool:
    places: set[tuple[str, ...]] = set()
    for around, groups in beside.items():
        for other in groups:
            if other.pair.strength >= pair.strength and _may_be_one_row(other.pair, pair, around == number):
                places |= other.places
    return len(places) >= (_ROW if pair.strength == FAINT else 2)


def _may_be_one_row(one: Pair, other: Pair, beside: bool) -> bool:
    """Tell whether two pairs may count the same: of one unit, or on the same side where one leaves its noun out.

    Whoever gives is in a row with others who give, not with those who are given to; a list says the verb once ("Norway
    sent 20, Sweden 30").
    """
    if _is_body(one) != _is_body(other):
        return False  # "The WFP moved 1,540 tonnes: Mali (420), Niger (390) …"
    if one.gives != other.gives and not (beside and _leaves_verb_out(one if other.gives else other)):
        return False
    if one.phrase.unit and other.phrase.unit:
        either = beside and one.phrase.unit == "percent"  # "40 percent were in Asia; Africa accounted for 29 percent"
        return one.phrase.unit == other.phrase.unit and (either or one.side == other.side)
    return one.side == other.side


def _is_body(pair: Pair) -> bool:
    return any(code.startswith("org:") for code in pair.place.codes)


def _leaves_verb_out(pair: Pair) -> bool:
    return pair.side == "before" and pair.phrase.lead - pair.place.end <= 1
