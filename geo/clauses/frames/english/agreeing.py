"""What two sides do together: "Chile and Peru discussed trade", "agreed a plan with the bank"."""

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import TALKS, Group
from geo.clauses.frames.english.slots import Slots, find_roles
from geo.clauses.frames.records import Phrase
from geo.clauses.frames.rules import read_rule_words

_EXCHANGED = read_rule_words("en", "agreeing", "exchanged")


def is_discussion(clause: Clause) -> bool:
    """Tell whether two sides talk with each other here, and not at a meeting that is told by itself."""
    verb = clause.verb
    if verb is None or any(one.group.sort in TALKS and one.preposition in ("at", "during") for one in clause.items):
        return False
    outer = clause.parent.lemma if clause.parent is not None and clause.kind == "infinitive" else ""
    if outer and outer.split()[0] not in read_set("verbs", "governing", "leading"):
        return False  # "met in Oslo to discuss the dam"
    objects = find_roles(clause).list_objects()
    if verb.lemma == "exchange" and not any(one.head in _EXCHANGED for one in objects):
        return False
    subjects = find_roles(clause).subjects
    several = any(one.pronoun in ("both", "they") for one in subjects)
    if not several and not merge(*map(list_sides, subjects)):
        return False  # "analysts discussed the war between China and Peru"
    return not any(one.sort == "agreement" for one in objects) and (several or len(_list_two(clause)) >= 2)


def is_agreed(clause: Clause) -> bool:
    """Tell whether two sides agree on something that they name: "agreed a plan with", "agreed on a timetable"."""
    roles = find_roles(clause)
    named = [group for group in roles.objects if not group.codes]
    named += [one.group for one in roles.items if one.preposition in ("on", "upon", "to") and not one.group.is_time]
    settled = any(one.head in read_set("things", "settled", "words") for whole in named for one in whole.list_members())
    return settled and (len(_list_two(clause)) >= 2 or any(_is_both(one) for one in roles.subjects))


def settles(clause: Clause, inner: Clause | None) -> bool:
    """Tell whether two sides agree to do one thing together: "India and Nepal agreed to open a bus line"."""
    verb = inner.verb if inner is not None else None
    if verb is not None and any(one.preposition == "with" and list_sides(one.group) for one in clause.items):
        return len(_list_two(clause)) >= 2  # "Rwanda agreed with Denmark to take in"
    if verb is None or verb.lemma not in read_set("verbs", "governing", "settling"):
        return False
    if any(one.preposition in ("at", "during") for one in clause.items):
        return False  # the meeting is told of
    roles = find_roles(clause)
    return len(merge(*map(list_sides, roles.subjects))) >= 2 or any(map(_is_both, roles.subjects))


def find_dealt(clause: Clause, inner: Clause | None, slots: Slots) -> Slots:
    """Return with whom a deal is where only what it is for tells: "signed a deal to import gas from Iran"."""
    trades = inner is not None and inner.lemma in read_set("verbs", "governing", "dealing")
    if inner is None or not trades or any(slot == "partner" for slot, _ in slots):
        return []
    if len(merge(*(p.parties for slot, p in slots if slot == "subject"))) != 1:
        return []  # "Chad and Mali signed a pact to sell power to Niger"
    if any(p.owners for slot, p in slots if slot == "object" and p.sort == "agreement"):
        return []
    toward = [one.group for one in inner.items if one.preposition in ("from", "to", "with")]
    codes = merge(*map(list_sides, toward))
    return [("partner", Phrase(clause.start, clause.start, parties=codes))] if len(codes) == 1 else []


def _is_both(group: Group) -> bool:
    return group.pronoun == "both"


def _list_two(clause: Clause) -> tuple[str, ...]:
    roles = find_roles(clause)
    partners = (list_sides(one.group) for one in roles.items if one.preposition == "with")
    return merge(*map(list_sides, roles.subjects), *partners)
