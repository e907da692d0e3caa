"""Which class of acts a verb states in its clause, by what it is done to."""

from geo.clauses.frames.english.act_checks import may_state
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.lexicons import read_verb_acts
from geo.clauses.frames.english.records import BUILDINGS
from geo.clauses.frames.english.slots import Slots, find_roles, list_sorts
from geo.clauses.frames.english.thanking import find_thanked, thanks
from geo.clauses.frames.english.told_acts import find_told
from geo.clauses.frames.english.travels import is_visit
from geo.clauses.frames.english.working import is_team_at_work
from geo.clauses.frames.rules import read_rule_words

TAKING_OVER = ("give", "fund", "send")
_AT_WORK = read_rule_words("en", "verb_acts", "at_work")
_MOVING = frozenset({"field", "mobile", "tent"})


def choose_act(clause: Clause, slots: Slots) -> str | None:
    """Return which of the acts that a verb may state it states, by what it is done to."""
    verb = clause.verb
    assert verb is not None
    if clause.kind == "participle" and verb.lemma in ("host", "hold", "convene"):
        return None  # "a summit hosted by": the summit is told of elsewhere
    told = "visit" if is_visit(clause) else find_told(clause) or _find_work(clause, slots)
    if told:
        return told
    if thanks(clause):
        return "give" if find_thanked(clause) else None
    if verb.lemma in ("help", "assist", "support", "reach") and find_roles(clause).indirect:
        return "give"  # "helped Chad with tents"
    if verb.lemma in ("donate", "gift") and find_roles(clause).objects and not list_sorts(slots, "object"):
        return "give"  # "donated school desks"
    act = next((act for act in read_verb_acts().get(verb.lemma, ()) if may_state(act, clause, slots)), None)
    return "build" if act in TAKING_OVER and list_sorts(slots, "object") & BUILDINGS and not _moves(clause) else act


def _find_work(clause: Clause, slots: Slots) -> str | None:
    """Return what a team or hospital at work has done: "the field hospital began receiving patients" and is open from then."""
    outer = clause.parent
    begins = outer is not None and outer.lemma in ("begin", "start") and clause.lemma in _AT_WORK
    opens = begins and clause.kind in ("gerund", "infinitive") and bool(list_sorts(slots, "subject") & BUILDINGS)
    return "build" if opens else "arrive" if is_team_at_work(clause) else None


def _moves(clause: Clause) -> bool:
    """Tell a field hospital, which is sent as goods are, from one that is built."""
    buildings = [one for one in find_roles(clause).list_objects() if one.sort in BUILDINGS]
    return all(not _MOVING.isdisjoint(one.words) for one in buildings)
