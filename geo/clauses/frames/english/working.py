"""Teams at work in another country: "Cuban doctors have been treating patients in Lombardy"."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import is_sided, list_places, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.english.slots import Slots, find_roles
from geo.clauses.frames.records import Phrase
from geo.clauses.frames.rules import read_rule_words

_EFFORTS = read_rule_words("en", "working", "efforts")
_BODIES = read_rule_words("en", "working", "bodies")
_WHERE = read_rule_words("en", "working", "where")


def is_team_at_work(clause: Clause) -> bool:
    """Tell whether a country's team works in one other country, or joins an effort there."""
    verb = clause.verb
    if verb is None or verb.passive or (clause.kind == "relative" and verb.pluperfect):
        return False  # "The doctors who had worked in Angola returned"
    if verb.lemma == "be":
        works = any(one.preposition == "at" and one.group.head == "work" for one in clause.items)
        return works and bool(list_work(clause))  # "is already at work in Malawi"
    if verb.lemma not in read_set("verbs", "governing", "working"):
        return False
    joins = any(not _EFFORTS.isdisjoint((one.head, *one.words)) for one in find_roles(clause).list_objects())
    return (verb.lemma not in ("join", "lead") or joins) and bool(list_work(clause))


def list_work(clause: Clause) -> Slots:
    """Return the team with whose it is, and the one country where it works."""
    teams = [one for one in find_roles(clause).list_subjects() if _is_sent(one)]
    homes = merge(*(one.owners for one in teams))
    items = [one.group for one in clause.items if one.preposition in _WHERE and not one.group.is_time]
    objects = [one for one in find_roles(clause).list_objects() if one.sort != "team"]
    lands = merge(*map(list_places, items), *(one.places for one in (*objects, *teams)))
    if clause.lemma in ("help", "assist", "support"):
        lands = merge(lands, *(one.codes for one in objects if one.is_name))  # "is helping Chile"
    lands = tuple(code for code in lands if code not in homes and not is_sided(code) and not code.startswith("org:"))
    if not homes or any(code.startswith("org:") for code in homes) or len(lands) != 1:
        return []
    team = teams[0]
    return [
        ("subject", Phrase(team.start, team.end, team.head, "team", owners=homes)),
        ("goal", Phrase(clause.start, clause.start, parties=lands)),
    ]


def find_left(clause: Clause, clauses: Sequence[Clause]) -> Slots:
    """Return where a team that comes home has worked: "Firefighters who had been battling fires in Chad returned"."""
    teams = find_roles(clause).subjects
    tells = (one for one in clauses if one.kind in ("relative", "gerund", "participle") and one is not clause)
    told = (list_work(one) for one in tells if one.given in teams or any(group in teams for group in one.subjects))
    lands = merge(*(phrase.parties for slots in told for slot, phrase in slots if slot == "goal"))
    known = any(one.preposition == "from" for one in clause.items)
    return [("source", Phrase(clause.start, clause.start, parties=lands))] if len(lands) == 1 and not known else []


def _is_sent(group: Group) -> bool:
    """Tell a country's team from one of its people: "a Russian scientist assisted Iraq"."""
    single = group.head in group.words and not group.head.endswith("s") and group.head not in _BODIES
    return group.sort == "team" and not group.is_vague and bool(group.owners) and not single
