"""The slots of a clause as the class of its act wants them."""

from collections.abc import Callable, Mapping

from geo.clauses.frames.english.adapting_gifts import adapt_building, adapt_gift, adapt_help, adapt_receiving
from geo.clauses.frames.english.adapting_moves import adapt_arrival, adapt_leaving, adapt_return, adapt_sending
from geo.clauses.frames.english.adapting_talks import (
    adapt_attending,
    adapt_hosting,
    adapt_recognition,
    adapt_signing,
    adapt_talk,
    adapt_visit,
)
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.slots import Slots
from geo.clauses.frames.english.thanking import find_thanked, thanks


def adapt(act: str, clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a clause as its class of acts wants them."""
    if thanks(clause):
        return find_thanked(clause)
    change = _CHANGES.get(act)
    return change(clause, slots) if change else slots


_CHANGES: Mapping[str, Callable[[Clause, Slots], Slots]] = {
    "give": adapt_gift,
    "fund": adapt_gift,
    "send": adapt_sending,
    "arrive": adapt_arrival,
    "leave": adapt_leaving,
    "return": adapt_return,
    "other": adapt_recognition,
    "help": adapt_help,
    "build": adapt_building,
    "receive": adapt_receiving,
    "sign": adapt_signing,
    "attend": adapt_attending,
    "convene": adapt_hosting,
    "call": adapt_talk,
    "meet": adapt_talk,
    "visit": adapt_visit,
}
