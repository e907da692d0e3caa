"""Who takes where the verb itself names nobody: whom a purpose or a disaster names, who asked for it, where a team is."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_set, read_verb_acts
from geo.clauses.frames.english.records import GIVEN, TALKS, Group
from geo.clauses.frames.english.relations import find_purpose, find_served
from geo.clauses.frames.english.slots import Slots, find_roles, is_aimed, list_slots, names_taker
from geo.clauses.frames.records import TAKING, Phrase
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import names_person

_PASSING = frozenset({"give", "send", "arrive"})
_ASKED = read_rule_words("en", "takers", "asked")
_MISSIONS = frozenset({"embassy", "consulate", "ambassador"})
_AFTER = read_rule_words("en", "takers", "after")


def find_office(slots: Slots) -> Slots:
    """Return where an organisation's office is that gives, where nothing says for whom: "WFP Sudan distributed food"."""
    if is_aimed(slots):
        return []
    offices = [p for slot, p in slots if slot == "subject" and p.parties and p.goals and _is_body(p)]
    missions = [p for slot, p in slots if slot == "subject" and p.parties and p.head in _MISSIONS]
    lands = [(p, p.goals) for p in offices] + [(p, merge(p.places, p.goals)) for p in missions]
    return [("benefit", p._replace(parties=codes)) for p, codes in lands[:1] if len(codes) == 1]


def _is_body(phrase: Phrase) -> bool:
    return all(code.startswith("org:") for code in phrase.parties)


def pays_for_work(clause: Clause) -> bool:
    """Tell "funded wells in Chad" from "funded the rebels": somebody pays for what is no person."""
    things = find_roles(clause).list_objects()
    plain = bool(things) and not any(one.codes or one.actor is not None or names_person(one.head) for one in things)
    return plain and clause.lemma in read_set("verbs", "governing", "funding")


def find_worked(clause: Clause, slots: Slots) -> Slots:
    """Return where the work is for which somebody pays, or whom it serves: "wells in Chad", "funded by Japan, it serves Laos"."""
    if is_aimed(slots) or not pays_for_work(clause):
        return []
    lands = merge(*(p.places for slot, p in slots if slot in ("object", "place")))
    outer = clause.parent
    if not lands and clause.kind == "participle" and outer is not None and outer.verb is not None:
        served = find_roles(outer).list_objects()
        lands = merge(*map(list_takers, served), *(p.places for slot, p in list_slots(outer) if slot == "place"))
    return [("goal", Phrase(clause.start, clause.start, parties=lands))] if lands else []


def find_equipped(clause: Clause, slots: Slots) -> Slots:
    """Return the land in which a thing is that something is for: "gave yen for hospital equipment in Laos"."""
    things = any(slot == "object" and p.sort in GIVEN for slot, p in slots)
    if is_aimed(slots) or not things:
        return []
    served = [
        g for one in clause.items if one.preposition in ("for", "to", "towards") for g in one.group.list_members()
    ]
    lands = merge(*(one.places for one in served if not one.codes and one.sort not in TALKS and not one.is_time))
    return [("goal", Phrase(clause.start, clause.start, parties=lands))] if len(lands) == 1 else []


def find_asker(clause: Clause, slots: Slots) -> Slots:
    """Return who asked for what is given, where nothing says for whom: "sent a crew at Chile's request"."""
    if is_aimed(slots):
        return []
    asked = [
        one.group
        for one in (*clause.fronted, *clause.items)
        if one.preposition in ("at", "on") and one.group.head in _ASKED
    ]
    lands = merge(*(one.owners for one in asked if one.is_possessed))
    return [("goal", Phrase(one.start, one.end, one.head, parties=lands)) for one in asked[:1] if lands]


def find_struck(clause: Clause, slots: Slots) -> Slots:
    """Return the land that a disaster struck, where nothing else says who is helped: "sent tents after the quake in Nepal"."""
    if any(slot in (*TAKING, "place") for slot, _ in slots) or any(p.goals for s, p in slots if s == "object"):
        return []
    asked = _find_asking(clause)
    if asked:
        return [("goal", Phrase(clause.start, clause.start, parties=asked))]
    struck = [one.group for one in clause.items if one.preposition in _AFTER]
    lands = merge(
        *(
            merge(g.places, g.owners)
            for one in struck
            for g in one.list_members()
            if g.head in read_set("things", "taking", "disasters")
        )
    )
    return [("goal", Phrase(clause.start, clause.start, parties=lands))] if len(lands) == 1 else []


def find_partner(clause: Clause, slots: Slots) -> Slots:
    """Return with whose government an organisation works for people of whom nothing else says where they are."""
    parent = clause.parent
    named = any(slot in TAKING and phrase.parties for slot, phrase in slots)
    if named or parent is None or parent.verb is None or parent.verb.lemma != "work":
        return []
    partners = merge(
        *(list_sides(one.group) for one in parent.items if one.preposition == "with" and one.group.actor == "")
    )
    return [("goal", Phrase(clause.start, clause.start, parties=partners))] if len(partners) == 1 else []


def find_whereabouts(clause: Clause, slots: Slots) -> Slots:
    """Return where a team is that somebody sent: "Sent by Austria, a unit has been digging in Turkey"."""
    outer = clause.parent
    known = any(slot in ("goal", "place", "benefit", "indirect") for slot, _ in slots)
    if (
        clause.kind != "participle"
        or known
        or outer is None
        or clause.given is None
        or clause.given not in outer.subjects
    ):
        return []
    return [
        ("goal", phrase._replace(parties=phrase.places))
        for slot, phrase in list_slots(outer)
        if slot == "place" and phrase.places
    ][:1]


def inherit_goal(clause: Clause, slots: Slots) -> Slots:
    """Return the taker of the gift before, where a second verb of the same subject names none: "sent doctors to Chad and gave masks"."""
    known = any(slot in TAKING and (p.parties or p.counted or p.pronoun in ("it", "other")) for slot, p in slots)
    goals = any(p.goals for slot, p in slots if slot == "object")
    before = clause.follows
    if before is None or known or goals or clause.gapped is not None:
        return []
    return [one for one in list_slots(before) if one[0] in ("goal", "indirect") and one[1].parties]


def take_lands(clause: Clause, clauses: Sequence[Clause], merged: set[int]) -> Slots:
    """Return the land of the purpose for which an organisation got something: "received $1 million to feed refugees in Chad"."""
    purpose = find_purpose(clause, clauses)
    doers = merge(*map(list_sides, find_roles(clause).subjects))
    if purpose is None or not doers or not all(code.startswith("org:") for code in doers):
        return []
    merged.add(id(purpose))
    lands = _list_lands(purpose)
    return [("place", Phrase(purpose.start, purpose.start, parties=lands))] if lands else []


def _is_for_bodies(slots: Slots) -> bool:
    """Tell a gift to organisations, which take for a country: "gave UNICEF $4 million to rebuild schools in Chad"."""
    phrases = [p for slot, p in slots if slot in TAKING]
    takers = merge(*(p.parties for p in phrases))
    return (
        bool(takers)
        and not any(p.places or p.goals for p in phrases)
        and all(code.startswith("org:") for code in takers)
    )


def _list_lands(purpose: Clause) -> tuple[str, ...]:
    """Return the one land in which a purpose lies, or whose people it serves."""
    roles = find_roles(purpose)
    groups = [g for whole in (*roles.objects, *(one.group for one in roles.items)) for g in whole.list_members()]
    lands = merge(*(merge(one.places, one.goals) for one in groups))
    lands = lands or merge(*(list_takers(one) for one in groups if not one.sort))
    return lands if len(lands) == 1 and not lands[0].startswith("org:") else ()


def _find_land(purpose: Clause, groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the lands in which a purpose lies: "to rebuild roads in Fiji"."""
    named = merge(*(p.places for slot, p in list_slots(purpose) if slot == "place"))
    lands = named or merge(*(one.places for one in groups))
    return lands if named or len(lands) == 1 else ()


def find_passed_on(clause: Clause, clauses: Sequence[Clause], slots: Slots) -> Slots:
    """Return who got in the end what somebody gave: "provided tents, which were distributed to families in Malawi"."""
    known = any(slot in TAKING for slot, _ in slots)
    known = known or any(p.goals for slot, p in slots if slot == "object")
    things = [one for whole in find_roles(clause).objects for one in (whole, *whole.list_members())]
    if known or not things:
        return []
    for other in clauses:
        passed = other.parent is clause and other.kind in ("relative", "participle") and other.given in things
        if passed and other.verb is not None and not _PASSING.isdisjoint(read_verb_acts().get(other.lemma, ())):
            return [one for one in list_slots(other) if one[0] in ("goal", "benefit") and one[1].parties]
    return []


def take_purpose(clause: Clause, clauses: Sequence[Clause], slots: Slots, merged: set[int]) -> Slots:
    """Return for whom a gift is where only its purpose tells: "approved a grant to help Mozambique rebuild"."""
    if not any(slot == "object" for slot, _ in slots):
        return []  # "offered to send": the infinitive is the act
    purpose = find_purpose(clause, clauses) or find_served(clause, clauses)
    if purpose is not None and purpose.lemma in ("help", "assist") and not purpose.items:
        purpose = next((one for one in clauses if one.parent is purpose and one.kind == "infinitive"), purpose)
    if purpose is None or purpose.verb is None:
        return []
    merged.add(id(purpose))
    if names_taker(slots) and _is_for_bodies(slots):
        lands = _list_lands(purpose)
        return [("place", Phrase(purpose.start, purpose.start, parties=lands))] if lands else []
    if is_aimed(slots):
        return []
    roles = find_roles(purpose)
    wholes = roles.objects or [
        one.group for one in roles.items if one.preposition in ("with", "in")
    ]  # "to assist with"
    groups = [group for whole in wholes for group in whole.list_members()]
    takers = merge(*(list_takers(one) or one.lead for one in groups)) or _find_land(purpose, groups)
    if not groups:
        return []
    return [("benefit", Phrase(groups[0].start, groups[-1].end, parties=takers))] if takers else []


def _find_asking(clause: Clause) -> tuple[str, ...]:
    """Return who asked for help in a clause that opens the sentence: "After Greece asked for help, Cyprus sent"."""
    asking = (one for one in clause.inner if one.lemma in ("ask", "appeal", "request", "call"))
    found = (one for one in asking if any(item.group.sort in GIVEN | {"team"} for item in one.items))
    sides = [merge(*map(list_sides, one.subjects)) for one in found]
    return sides[0] if len(sides) == 1 and len(sides[0]) == 1 else ()
