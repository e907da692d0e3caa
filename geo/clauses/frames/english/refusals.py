"""What the text says was refused, cancelled or not done."""

import re

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.lexicons import (
    read_set,
)

_SUPPOSING = frozenset({"if", "unless", "whether", "until", "before"})
_NOT = re.compile(r"\b(?:did|do|does|has|have|had|was|were|is|are)(?:n['’]t| not\b(?! only)| never\b)|\bnever\b")


def is_refused(clause: Clause, text: str) -> bool:
    """Tell whether the text says that something was not done or refused, rather than only wished or supposed."""
    verb, parent = clause.verb, clause.parent
    if verb is None or clause.opener in _SUPPOSING:
        return False
    if any(group.words[:1] == ("no",) for group in (*(one.group for one in clause.items), *clause.subjects)):
        return True  # "received no weapons from Iran"
    refusing = read_set("verbs", "governing", "refusing")
    if parent is not None and clause.kind in ("infinitive", "gerund") and parent.verb is not None:
        return parent.verb.lemma in refusing and parent.opener not in _SUPPOSING
    return _NOT.search(text, verb.start, verb.main_start) is not None and verb.form == "fin"


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
    )
