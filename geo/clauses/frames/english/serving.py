"""Organisations that work for people somewhere: "UNICEF vaccinated 4,000 children in Chad"."""

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import SEATS, list_places, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.english.slots import Slots, find_roles, list_slots, stand_for_owners
from geo.clauses.frames.records import Phrase
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import names_person

_MEMBERSHIPS = read_rule_words("en", "serving", "memberships")
_WORKS = read_rule_words("en", "serving", "works")
_LASTING = read_rule_words("en", "serving", "lasting")
_ANSWERED = read_rule_words("en", "serving", "answered")
_SERVED = read_rule_words("en", "serving", "served")


def stand_for_body(slots: Slots) -> Slots:
    """Let the teams and works of an organisation stand for it: "MSF teams treated", "UNICEF's response reached"."""
    return stand_for_owners(slots, _is_of_bodies)


def _is_of_bodies(phrase: Phrase) -> bool:
    works = phrase.sort == "team" or phrase.head in _WORKS
    return works and all(code.startswith("org:") for code in phrase.owners)


def serves(clause: Clause) -> bool:
    """Tell whether an organisation does something for people or schools and hospitals."""
    return _is_agency(clause) and (
        any(map(_is_served, find_roles(clause).list_objects())) or bool(_list_answered(clause))
    )


def is_at_work(clause: Clause) -> bool:
    """Tell whether an organisation's verb in the present says what it is doing: "WFP feeds 40,000 people"."""
    if clause.kind not in ("main", "relative", "gerund") or clause.opener in ("if", "when"):
        return False
    lasting = any(
        one.sort in ("aid", "money") for one in find_roles(clause).list_objects()
    )  # "Japan provides aid to Laos"
    return _is_agency(clause) or (lasting and clause.lemma in _LASTING and clause.kind != "gerund")


def list_served(clause: Clause) -> Slots:
    """Return the one land in which an organisation helps, where those it helps are of none."""
    places = [one.group for one in find_roles(clause).items if one.preposition in ("in", "across", "throughout")]
    seats = merge(*(one.located for one in places if one.head in SEATS))
    things = [*find_roles(clause).list_objects(), *find_roles(clause).subjects, *_list_answered(clause)]
    lands = merge(*map(list_places, places), *(one.places for one in things))
    known = _is_agency(clause) and len(lands) == 1 and lands != seats
    return [("goal", Phrase(clause.start, clause.start, parties=lands))] if known else []


def _list_answered(clause: Clause) -> list[Group]:
    """Return what an organisation responds to: "is responding to the floods in Chad"."""
    answered = [one.group for one in clause.items if one.preposition == "to"] if clause.lemma == "respond" else []
    groups = [one for whole in answered for one in whole.list_members() if one.head != "crisis"]
    # Bodies of states answer a crisis otherwise.
    return [one for one in groups if one.head in _ANSWERED or one.head in read_set("things", "taking", "disasters")]


def _is_served(group: Group) -> bool:
    governs = (
        group.actor == "" and bool(group.codes) and group.head in ("government", "ministry", "authority", "police")
    )
    return governs or group.head in _SERVED or names_person(group.head)


def _is_agency(clause: Clause) -> bool:
    named = [one for one in list_slots(clause) if one[0] == "subject"]
    doers = merge(*(phrase.parties for _, phrase in stand_for_body(named)))
    return bool(doers) and all(code.startswith("org:") and code not in _MEMBERSHIPS for code in doers)
