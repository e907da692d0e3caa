"""How far an act has come that a noun tells: as its verb says, or the words around it."""

from geo.base.records import Status
from geo.clauses.frames.english.clause_records import Clause, Nominal
from geo.clauses.frames.english.hanging import merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.statuses import is_ahead
from geo.clauses.frames.records import Words
from geo.clauses.frames.rules import read_rule_words
from geo.modality import find_status

_PROMISES = frozenset({"pledge", "promise", "commitment"})
_STATING = read_rule_words("en", "nominal_statuses", "stating")


def find_nominal_status(words: Words, nominal: Nominal, light: bool, hangs: bool) -> Status | None:
    """Return how far an act in a noun has come: with its verb, where it hangs on one."""
    group, verb = nominal.group, nominal.clause.verb
    status = find_status(words.text, group.start, group.end, "en") or "done"
    if group.head == "decision" or (hangs and not light and nominal.act == "sign"):
        return "done"  # "the decision by two", "under a deal with"
    if group.head in _PROMISES and status == "done" and not light:
        status = "announced"
    if verb is not None and (light or hangs):
        verbal = find_status(words.text, verb.main_start, verb.main_end, "en")
        if light or verb.form != "fin":
            return verbal or ("planned" if is_ahead(words.text, nominal.clause) else status)
        plain = verb.start == verb.main_start or verb.perfect
        if verbal == "denied" and plain and _tells(nominal.clause):
            verbal = "done"  # "told the president in a call that France would"
        status = _lower(verbal) or ("done" if plain else status)
        return "planned" if nominal.preposition == "for" and status == "done" else status  # "arrived for talks"
    if status == "done" and is_ahead(words.text, nominal.clause):
        return "planned"
    named = group.is_definite and len(merge(group.owners, group.partners)) > 1
    return _name_status(nominal, status) if named else status


def _tells(clause: Clause) -> bool:
    """Tell somebody who says something, whatever becomes of what he says."""
    telling = clause.lemma in _STATING or clause.lemma in read_set("verbs", "governing", "addressing")
    return telling and clause.kind == "main" and not clause.opener


def _name_status(nominal: Nominal, status: Status | None) -> Status | None:
    """Return the status of what is named in passing ("hopes for the China-Africa summit"): it takes place all the same."""
    verb = nominal.clause.verb
    cancels = verb is not None and verb.lemma.split()[0] in read_set("verbs", "governing", "cancelling")
    return status if cancels else "planned" if status == "denied" else status


def _lower(status: Status | None) -> Status | None:
    """Return how far the talk has come in which something is promised: it has taken place."""
    return "done" if status == "announced" else status
