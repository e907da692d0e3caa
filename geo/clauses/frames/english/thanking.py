"""Who thanks whom for what, and so got it."""

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import GIVEN, Group
from geo.clauses.frames.english.slots import Slots, find_roles, list_slots, names_taker
from geo.clauses.frames.records import Phrase
from geo.clauses.frames.rules import read_rule_words

_GRATITUDE = read_rule_words("en", "thanking", "gratitude")
_GRATEFUL = frozenset({"grateful", "thankful"})


def thanks(clause: Clause) -> bool:
    """Tell "thanked Morocco for", "expressed its gratitude to Morocco for" and "is grateful to Morocco for"."""
    if clause.lemma == "thank":
        return True
    bare = find_roles(clause).list_objects()
    if clause.lemma == "be":
        return any(not _GRATEFUL.isdisjoint(one.words) for one in bare)
    return clause.lemma in read_set("verbs", "governing", "expressing") and any(one.head in _GRATITUDE for one in bare)


def list_addressed(clause: Clause) -> list[Group]:
    """Return to whom thanks are expressed: "its gratitude to Morocco for the masks to its army"."""
    return [one.group for one in clause.items if one.preposition == "to"][:1]


def find_thanked(clause: Clause) -> Slots:
    """Return the gift that is thanked for: "Guinea thanked Morocco for its help"."""
    roles = find_roles(clause)
    things = [one.group for one in roles.items if one.preposition == "for" and one.group.sort in GIVEN | {"team"}]
    addressed = roles.objects if clause.lemma == "thank" else list_addressed(clause)
    doers = merge(*map(list_sides, addressed)) or merge(*map(list_takers, addressed))
    thankers = merge(*map(list_sides, roles.subjects)) or merge(*(one.goals for one in things))
    if not addressed and len(things) == 1:
        doers = things[0].owners  # "expressed gratitude for Japan's gift"
    if not things or not doers or not thankers or things[0].head in ("service", "response"):
        return []
    spans = [Phrase(one.start, one.end, one.head, one.sort) for one in things]
    return [
        ("subject", spans[0]._replace(parties=doers, sort=None)),
        ("goal", spans[0]._replace(parties=thankers, sort=None)),
        *(("object", one) for one in spans),
    ]


def find_thanker(clause: Clause, slots: Slots) -> Slots:
    """Return who thanks for a gift, and so got it: "thanked Japan for the vaccines it had sent", "for sending vaccines"."""
    parent = clause.parent
    if names_taker(slots) or parent is None or parent.verb is None or parent.verb.lemma != "thank":
        return []
    return [("goal", Phrase(clause.start, clause.start, parties=merge(*map(list_sides, parent.subjects))))]


def find_thanking(clause: Clause) -> Slots:
    """Return who got what another's relative clause tells of: "The WHO is grateful to Norway, whose gift was received"."""
    parent = clause.parent
    if clause.kind != "relative" or parent is None or any(slot == "subject" for slot, _ in list_slots(clause)):
        return []
    codes = merge(*map(list_sides, parent.subjects))
    return [("subject", Phrase(clause.start, clause.start, parties=codes))] if codes else []
