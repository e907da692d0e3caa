"""How far the act of a verb has come, where the words around it tell more than its own clause."""

import re

from geo.base.records import Status
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.records import Verb
from geo.clauses.frames.english.serving import is_at_work
from geo.clauses.frames.english.thanking import thanks
from geo.clauses.frames.english.travels import find_visit_status, is_present, is_visit
from geo.clauses.frames.rules import read_rule_words

_PHASES = read_rule_words("en", "statuses", "phases")
_ASKING = read_rule_words("en", "statuses", "asking")
_PROMISING = read_rule_words("en", "statuses", "promising")
_RANKS = read_rule_words("en", "statuses", "ranks")
_WAS_ONE = read_rule_words("en", "statuses", "was_one")
_WAS = re.compile(r"(?:was|were|(?:has|have|had) been) (?:also |\w+ly )?")
_BEING = len("is being ")
_WAITING = read_rule_words("en", "statuses", "waiting")
_CLAIMS = read_rule_words("en", "statuses", "claims")
_DENYING = read_rule_words("en", "statuses", "denying")
_SPEAKING = read_rule_words("en", "statuses", "speaking")
_TAKING_UP = read_rule_words("en", "statuses", "taking_up")
_IS_TO = re.compile(r"\b(?:is|are|was|were)(?: due| set| about)? to $")


def find_known(text: str, clause: Clause, act: str, status: Status | None) -> Status | None:
    """Return the status of a clause's act, given what the words of its verb say."""
    verb, parent = clause.verb, clause.parent
    assert verb is not None
    word = text[verb.main_start : verb.main_end].lower()
    if act == "visit" and is_visit(clause):
        status = find_visit_status(clause, status, word)
    if act == "sign" and clause.lemma in ("agree", "agree on") and status == "announced":
        return "done"  # who agrees on a truce has agreed
    if clause.kind == "infinitive" and parent is not None and status in ("done", "planned"):
        return _find_led(parent, status)
    if status in (None, "planned") and _is_first(text, clause):
        return "done"
    if status is None and _IS_TO.search(text, clause.start, verb.main_start):
        return "planned"
    if status is None and (_is_past(word, verb) or _was_done(text, verb) or _goes_on(clause, verb, act)):
        return "done"
    return status


def is_only_meant(clause: Clause) -> bool:
    """Tell "looked forward to visiting" and "spoke of sending" from "spoke after visiting"."""
    outer = clause.parent
    if clause.kind == "relative" and clause.given is not None and clause.given.head in _CLAIMS:
        return True  # "denied the claim that it had sent", "it is not true that it sent"
    if outer is not None and clause.kind in ("subordinate", "relative") and outer.lemma in _DENYING:
        return True  # "denied, after talks, that it had sent"
    if clause.kind != "gerund" or outer is None or outer.verb is None:
        return False
    waits = clause.opener == "to" and outer.lemma in _WAITING
    return waits or (clause.opener in ("about", "of") and outer.lemma in _SPEAKING)


def is_ahead(text: str, clause: Clause) -> bool:
    """Tell what the present tense puts on a day to come: "the ministers meet in Lima next week"."""
    verb = clause.verb
    word = text[verb.main_start : verb.main_end].lower() if verb is not None else ""
    times = [one.group.words for one in (*clause.fronted, *clause.items) if one.group.is_time]
    return is_present(verb, word) and any(
        "tomorrow" in words or (words[:1] == ("next",) and len(words) > 1) for words in times
    )


def _find_led(outer: Clause, status: Status) -> Status:
    """Return how far it has come what someone is invited to do, accepts to do, or continues to do."""
    if outer.lemma == "continue":
        return "done"
    if status == "done" and outer.lemma in _ASKING:
        return "denied"
    if status == "done" and outer.lemma in _PROMISING:
        return "announced"
    invited = any(one.group.head in ("invitation", "offer", "plan") for one in outer.items)
    return "planned" if outer.lemma in _TAKING_UP and invited else status


def _is_first(text: str, clause: Clause) -> bool:
    """Tell "was the first country to send"."""
    outer = clause.parent
    if clause.kind != "infinitive" or outer is None or outer.verb is None or outer.lemma not in ("be", "become"):
        return False
    ranks = any(not _RANKS.isdisjoint(one.group.words) for one in outer.items if not one.preposition)
    return ranks and text[outer.verb.start : outer.verb.end].lower() in _WAS_ONE


def _goes_on(clause: Clause, verb: Verb, act: str) -> bool:
    """Tell "has begun airlifting food", "UNICEF provides water to children in Chad"."""
    begun = clause.kind == "gerund" and clause.parent is not None and clause.parent.lemma in _PHASES
    bare = verb.start == verb.main_start or (verb.passive and verb.main_start - verb.start <= _BEING)
    at_work = act in ("give", "help") and bare and is_at_work(clause)
    return begun or at_work or (act == "give" and bare and verb.form == "fin" and thanks(clause))


def _was_done(text: str, verb: Verb) -> bool:
    """Tell a passive of the past: "was approved", "have been jointly funded"."""
    return verb.passive and _WAS.fullmatch(text, verb.start, verb.main_start) is not None


def _is_past(word: str, verb: Verb) -> bool:
    """Tell a past form that only this reader knows: "led", "had spoken"."""
    said, base = word.split()[0], verb.lemma.split()[0]
    present = said in (base, f"{base}s", f"{base}es", f"{base[:-1]}ies")
    return verb.form == "fin" and (verb.perfect or (verb.start == verb.main_start and not present))
