"""What the text says was refused or cancelled."""

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.rules import read_rule_words

_SUPPOSING = read_rule_words("en", "refusals", "supposing")
_WANTING = read_rule_words("en", "refusals", "wanting")


def is_refused(clause: Clause) -> bool:
    """Tell whether an act was refused or called off, rather than only wished, supposed or not done."""
    parent = clause.parent
    if parent is None or parent.verb is None or clause.kind not in ("infinitive", "gerund"):
        return False
    supposed = {clause.opener, parent.opener} & _SUPPOSING
    return (
        not supposed and not _is_only_wanted(parent) and parent.verb.lemma in read_set("verbs", "governing", "refusing")
    )


def is_ended(clause: Clause) -> bool:
    """Tell whether an agreement that is the object of a clause is done away with: "will end its agreement with"."""
    return clause.lemma in read_set("verbs", "governing", "ending") or is_called_off(clause)


def is_called_off(clause: Clause) -> bool:
    """Tell whether the noun of an act is the object of what does away with it: "cancelled a visit", "suspended aid"."""
    verb = clause.verb
    return (
        verb is not None
        and verb.lemma in read_set("verbs", "governing", "refusing")
        and clause.opener not in _SUPPOSING
        and not _is_only_wanted(clause)
    )


def _is_only_wanted(clause: Clause) -> bool:
    """Tell "threatened to veto", "wants to suspend" and "would veto" from a refusal."""
    outer = clause.parent
    return clause.kind == "infinitive" and outer is not None and outer.lemma in _WANTING
