"""How clauses of sending, coming, leaving and coming home are filled: whose the team or the cargo is."""

from geo.clauses.frames.english.adapting_gifts import adapt_gift, is_unit
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.slots import Slots, list_arrivals, stand_for_owners
from geo.clauses.frames.english.takers import find_whereabouts
from geo.clauses.frames.english.working import is_team_at_work, list_work


def adapt_sending(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a sending: whoever sends for a country, and where the team goes."""
    slots = stand_for_owners(adapt_gift(clause, slots), is_unit)
    slots = [*slots, *find_whereabouts(clause, slots)]
    aimed = any(slot == "goal" for slot, _ in slots)  # "to an exercise in Latvia"
    return [one for one in slots if one[0] != "place"] if aimed else slots


def adapt_arrival(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of an arrival: the team or the cargo, and where it comes."""
    if is_team_at_work(clause):
        return list_work(clause)
    return [*_unload(adapt_leaving(clause, slots)), *list_arrivals(clause)]


def _unload(slots: Slots) -> Slots:
    """Let the cargo arrive that a carrier arrives with: "a Russian plane landed in Khartoum with blankets"."""
    carriers = [one for slot, one in slots if slot == "subject" and one.head in read_set("things", "carriers", "words")]
    cargo = [one for slot, one in slots if slot == "partner" and one.sort == "goods"]
    if len(carriers) != 1 or not cargo or carriers[0].sort:
        return slots
    owners = carriers[0].parties or carriers[0].owners
    loads: Slots = [("subject", one._replace(owners=one.owners or owners, parties=())) for one in cargo]
    return [*loads, *(one for one in slots if one[0] not in ("subject", "partner"))]


def adapt_leaving(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a team under way: what it leaves is not where it goes."""
    return [one for one in slots if one[0] != "object"]


def adapt_return(clause: Clause, slots: Slots) -> Slots:
    """Let the team come home that a country withdraws: "Cuba withdrew its doctors from Brazil"."""
    teams = [one for slot, one in slots if slot == "object" and one.sort == "team"]
    if not teams or clause.is_passive:
        return slots
    doers = merge(*(one.parties for slot, one in slots if slot == "subject"))
    home: Slots = [("subject", one._replace(parties=(), owners=doers)) for one in teams]
    return [*home, *(one for one in slots if one[0] not in ("subject", "object"))]
