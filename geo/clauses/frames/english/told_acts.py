"""The acts of verbs that say little by themselves: "received a call", "made 15 million euros available"."""

from collections.abc import Callable, Sequence

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.nominals import find_noun_act
from geo.clauses.frames.english.records import GIVEN, TALKS, Group
from geo.clauses.frames.english.slots import find_roles
from geo.clauses.frames.english.travels import is_official
from geo.clauses.frames.rules import read_rule_words

_HOLDING = read_rule_words("en", "told_acts", "holding")
_PRESS = frozenset({"news", "press"})
_BACKING = read_rule_words("en", "told_acts", "backing")
_PROVIDING = read_rule_words("en", "told_acts", "providing")
_SPOKEN = frozenset({"call", "visit", "meet"})


def find_told(clause: Clause) -> str | None:
    """Return the act of a verb that says little by itself: "received a call", "announced the arrival of doses"."""
    lemma = clause.lemma
    heads = find_roles(clause).list_objects()
    told = next((act for tells, act in _TOLD if tells(clause, lemma, heads)), None)
    if told:
        return told
    heads += [
        group.content for group in heads if group.content is not None and group.sort in TALKS
    ]  # "a round of talks"
    acts = [act for act in map(find_noun_act, heads) if act]
    if lemma == "receive":
        return next((act for act in acts if act in _SPOKEN), None)
    ended = acts == ["sign"] and lemma in read_set("verbs", "governing", "ending")  # "will end its agreement with"
    light = lemma in read_set("verbs", "light", "verbs") and not ended
    return next(iter(acts), None) if light else None


def _tells_arrival(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    tells = lemma in read_set("verbs", "governing", "telling")
    return tells and any(group.head in ("arrival", "receipt") for group in heads)


def _leads_delegation(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    """Tell "led a delegation to the summit"."""
    joins = any(one.group.sort in TALKS for one in clause.items if one.preposition in ("to", "at"))
    return lemma in ("lead", "head", "send") and joins and any(one.head == "delegation" for one in heads)


def _meets_the_press(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    """Tell "held a news conference with President Yoon", who was met before."""
    press = any(one.head == "conference" and not _PRESS.isdisjoint(one.words) for one in heads)
    guests = (g for one in clause.items if one.preposition == "with" for g in one.group.list_members())
    return press and any(map(is_official, guests))


def _supports_giving(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    """Tell "UNICEF supported the provision of vaccines"."""
    return lemma in _BACKING and any(one.head in _PROVIDING and one.sort in GIVEN for one in heads)


def _makes_available(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    """Tell "made 15 million euros available for Chad"."""
    return lemma == "make" and any(one.words[-1:] == ("available",) and one.sort in GIVEN for one in heads)


def _holds_training(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    """Tell "WHO conducted a training for nurses in Chad"."""
    doers = merge(*map(list_sides, find_roles(clause).subjects))
    bodies = bool(doers) and all(code.startswith("org:") for code in doers)
    return lemma in _HOLDING and bodies and any(one.sort == "aid" and "training" in one.words for one in heads)


def _puts_signature(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    return lemma == "put" and any(group.head == "signature" for group in heads)


def _receives_guest(clause: Clause, lemma: str, heads: Sequence[Group]) -> bool:
    """Tell "received the Polish prime minister" from "received doses" and "welcomed the decision"."""
    if lemma == "welcome":
        return any(map(is_official, heads))
    guests = any(one.codes and (one.actor is not None or one.is_person) for one in heads)
    guests = guests or any(one.owners and one.head in ("delegation", "mission") for one in heads)
    return lemma in ("receive", "host", "greet") and guests


_TOLD: tuple[tuple[Callable[[Clause, str, Sequence[Group]], bool], str], ...] = (
    (_tells_arrival, "receive"),
    (_leads_delegation, "attend"),
    (_puts_signature, "sign"),
    (_makes_available, "give"),
    (_holds_training, "give"),
    (_meets_the_press, "meet"),
    (_supports_giving, "give"),
    (_receives_guest, "meet"),
)
