"""How clauses of talks, visits, agreements and recognition are filled: who takes part, and where."""

from geo.clauses.frames.english.act_checks import STANDING
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import TALKS
from geo.clauses.frames.english.relations import find_means, list_tellings
from geo.clauses.frames.english.slots import Slots, find_roles, make_phrases, stand_for_owners
from geo.clauses.frames.english.travels import is_visit, list_hosts, list_visit
from geo.clauses.frames.records import Phrase


def adapt_signing(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of an agreement with those who are told to have been there."""
    if any(slot == "subject" for slot, _ in slots):
        return [*slots, *_find_met(clause, slots)]
    return [*slots, ("subject", Phrase(clause.start, clause.start, parties=list_tellings(clause)))]


def _find_met(clause: Clause, slots: Slots) -> Slots:
    """Return with whom somebody signs whom he met just before: "met the king and signed three agreements"."""
    before = clause.follows
    others = any(slot == "partner" or (slot == "object" and one.owners) for slot, one in slots)
    if others or before is None or before.lemma not in ("meet", "receive", "host") or before.is_passive:
        return []
    met = find_roles(before).list_objects()
    return [("partner", phrase) for one in met for phrase in make_phrases(one, "partner") if phrase.parties]


def adapt_attending(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of an attendance: the meeting is what is attended, and a delegation stands for who sent it."""
    slots = [("object" if slot in ("place", "goal") and one.sort in TALKS else slot, one) for slot, one in slots]
    if any(slot == "object" and one.head == "delegation" and one.parties for slot, one in slots):
        slots = [(slot, _drop_name(one) if slot == "object" else one) for slot, one in slots]
    return [("subject" if slot == "object" and one.head == "delegation" else slot, one) for slot, one in slots]


def _drop_name(phrase: Phrase) -> Phrase:
    """Leave out after whom a summit is called where its country is told: "Chad's delegation to the Africa summit in Cairo"."""
    return phrase._replace(owners=()) if phrase.sort in TALKS and phrase.places else phrase


def adapt_hosting(clause: Clause, slots: Slots) -> Slots:
    """Make who hosts the talks of others their place: "Germany hosted talks between Armenia and Azerbaijan"."""
    others = any(one.owners for slot, one in slots if slot == "object")
    among = any(one.preposition == "with" and list_sides(one.group) for one in clause.items)  # "hosted a summit with"
    if clause.lemma != "host" or not others or among:
        return slots
    return [("place", one._replace(places=one.parties)) if slot == "subject" else (slot, one) for slot, one in slots]


def adapt_talk(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a talk: nobody takes part for being named with a thing, and the means tell its kind."""
    slots = adapt_hosting(clause, slots)
    if clause.lemma in read_set("verbs", "governing", "discussing"):
        partners = [one.group for one in clause.items if one.preposition == "with"]
        named: Slots = [("partner", one) for group in partners for one in make_phrases(group, "partner")]
        slots = [*(one for one in slots if one[0] == "subject"), *named]
    slots = [(slot, one if slot != "object" or one.sort in TALKS else one._replace(owners=())) for slot, one in slots]
    if any(slot == "object" and one.parties for slot, one in slots):  # "met the emir at the summit" tells of two talks
        slots = [one for one in slots if one[0] != "place" or one[1].sort != "summit" or not one[1].owners]
    slots = [("object" if one.sort in TALKS and slot in ("benefit", "place") else slot, one) for slot, one in slots]
    slots = [one for one in slots if one[0] != "source" or clause.lemma == "receive"]
    means = (one.group for one in find_means(clause.items))
    return [*slots, *(("means", Phrase(one.start, one.end, one.head, one.sort)) for one in means)]


def adapt_recognition(clause: Clause, slots: Slots) -> Slots:
    """Let the country stand for its independence, which another recognises."""
    return [(slot, one._replace(parties=one.owners) if one.head in STANDING else one) for slot, one in slots]


def adapt_visit(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a visit: a team stands for who sent it, and what is visited for where it is."""
    if is_visit(clause):
        return list_visit(clause)
    slots = stand_for_owners(slots, _is_sent)
    return [*(one for one in slots if one[0] != "object" or one[1].parties or one[1].pronoun), *list_hosts(clause)]


def _is_sent(phrase: Phrase) -> bool:
    """Tell a team, which stands for who sent it: "a WFP team visited"."""
    return phrase.sort == "team" and phrase.head in ("team", "staff", "mission", "crew")
