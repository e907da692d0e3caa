"""Figures of one text seen together: a figure said twice is one statement."""

from collections.abc import Sequence
from typing import NamedTuple

from geo.base.records import Quantity
from geo.clauses.counts import PARTIES


def agree_on_sides(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures with a side that one place leaves out taken from where the same figure names it.

    A document that says the same figure thrice makes one statement; where two places name different sides, they are two.
    """
    said: dict[_Figure, list[Quantity]] = {}
    for quantity in quantities:
        said.setdefault(_identify(quantity), []).append(quantity)
    sides = {figure: _find_sides(places) for figure, places in said.items() if figure.theme is not None}
    return [_fill(quantity, sides.get(_identify(quantity))) for quantity in quantities]


class _Figure(NamedTuple):
    """What makes two places say the same figure, sides aside."""

    value: float
    value_to: float | None
    bound: str
    unit: str
    scope: str | None
    theme: str | None
    status: str | None


def _identify(quantity: Quantity) -> _Figure:
    return _Figure(
        quantity.value,
        quantity.value_to,
        quantity.bound,
        quantity.unit,
        quantity.scope,
        quantity.theme,
        quantity.status,
    )


def _find_sides(places: Sequence[Quantity]) -> tuple[str | None, str | None] | None:
    """Return the giver and recipient that places with one figure name, None where they name different ones."""
    givers = {place.giver for place in places if place.giver}
    recipients = {place.recipient for place in places if place.recipient}
    if len(givers) > 1 or len(recipients) > 1 or (givers and recipients and places[0].unit in PARTIES):
        return None
    return next(iter(givers), None), next(iter(recipients), None)


def _fill(quantity: Quantity, sides: tuple[str | None, str | None] | None) -> Quantity:
    if sides is None:
        return quantity
    return quantity._replace(giver=quantity.giver or sides[0], recipient=quantity.recipient or sides[1])
