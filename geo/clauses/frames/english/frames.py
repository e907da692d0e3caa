"""From clauses to frames: the acts of a sentence, and what it says of each."""

import re
from collections.abc import Iterator, Sequence

from geo.base.records import Status
from geo.clauses.frames.english.adapting import adapt
from geo.clauses.frames.english.agreeing import settles
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.lexicons import (
    read_set,
)
from geo.clauses.frames.english.nominals import list_nominal_frames
from geo.clauses.frames.english.owners import complete_groups
from geo.clauses.frames.english.records import Verb
from geo.clauses.frames.english.refusals import is_refused
from geo.clauses.frames.english.relations import find_outer, find_purpose, split_partners
from geo.clauses.frames.english.serving import is_at_work
from geo.clauses.frames.english.slots import list_slots
from geo.clauses.frames.english.takers import find_passed_on, inherit_goal, take_purpose
from geo.clauses.frames.english.travels import find_visit_status, is_visit
from geo.clauses.frames.english.verb_acts import TAKING_OVER, choose_act, list_sorts
from geo.clauses.frames.records import Frame, Words
from geo.modality import find_status

_PHASES = frozenset({"begin", "start", "continue", "resume", "keep", "finish", "complete"})
_IS_TO = re.compile(r"\b(?:is|are|was|were)(?: due| set| about)? to $")
_RETOLD = re.compile(r"\b(?:earlier|previously|in the past|last (?:week|month|year)|ago)\b")
_GIVING = frozenset({"give", "fund", "send", "receive", "arrive", "build"})


def list_frames(words: Words, clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Yield the frames of a sentence's verbs, then of its nouns of acting."""
    whole = clauses
    clauses = [clause for clause in clauses if clause.verb is not None]
    complete_groups(clauses)
    told: set[int] = set()
    merged: set[int] = set()
    found: dict[int, tuple[Clause, Frame]] = {}
    for clause in clauses:
        frame = None if id(clause) in merged else _read_clause(words, clause, clauses, merged)
        if frame:
            if not (frame.act == "receive" and clause.is_passive and not frame.find("subject")):
                named = (one for slot, one in frame.slots if slot in ("object", "means"))
                told.update(one.start for one in named if one.sort or frame.act != "receive")
            found[id(clause)] = clause, frame
    _join_gaps(found)
    for clause, frame in found.values():
        outer = find_outer(clause, clauses)
        if outer is None or id(outer) not in found or not _tells_anew(frame, found[id(outer)][1]):
            yield from split_partners(frame, [one.group for one in clause.items])
    acting = {
        key for key, (_, frame) in found.items() if frame.act in ("sign", "meet", "call", "convene", "attend", "visit")
    }
    yield from list_nominal_frames(words, whole, told, acting)


def _join_gaps(found: dict[int, tuple[Clause, Frame]]) -> None:
    """Join the parts of one gift: "two million doses to Brazil and another two million to Morocco"."""
    for key, (clause, frame) in list(found.items()):
        base = clause.gapped
        if base is None or id(base) not in found or clause.subjects != base.subjects:
            continue
        first = found[id(base)][1]
        if (
            list_sorts(list(frame.slots), "object") == list_sorts(list(first.slots), "object")
            and frame.find("indirect") is None
        ):
            more = [one for one in frame.slots if one[0] in ("goal", "benefit", "source")]
            found[id(base)] = base, first._replace(slots=(*first.slots, *more))
            del found[key]


def _tells_anew(frame: Frame, outer: Frame) -> bool:
    """Tell whether an outer act is one more step of the same gift: "doses donated by Japan arrived"."""
    return frame.act in _GIVING and frame.act != "receive" and outer.act in _GIVING and outer.status == "done"


def _read_clause(words: Words, clause: Clause, clauses: Sequence[Clause], merged: set[int]) -> Frame | None:
    verb = clause.verb
    assert verb is not None
    slots = list_slots(clause)
    act = choose_act(clause, slots)
    if act is None and verb.lemma == "agree" and settles(clause, find_purpose(clause, clauses)):
        act = "sign"
    if act is None:
        return None
    slots = adapt(act, clause, slots)
    if act in TAKING_OVER and not clause.gapped:
        slots = [*slots, *take_purpose(clause, clauses, slots, merged)]
        slots = [*slots, *find_passed_on(clause, clauses, slots)]
        slots = [*slots, *inherit_goal(clause, slots)]
    status = _find_status(words, clause, act)
    return Frame(
        verb.start, verb.end, verb.lemma, act, status, tuple(slots), clause.start, _find_end(words, clause, clauses),
        led=bool(clause.subjects) or clause.has_subject or verb.passive,
        refused=status == "denied" and is_refused(clause, words.text),
        retold=_RETOLD.search(words.text, clause.start, _find_end(words, clause, clauses)) is not None,
    )  # fmt: skip


def _find_end(words: Words, clause: Clause, clauses: Sequence[Clause]) -> int:
    """Return where a clause ends: where the next one begins, its last adverbs included ("three days ago")."""
    last = max(clause.end, clause.verb.end if clause.verb else 0)
    return min((one.start for one in clauses if one.start >= last), default=words.end)


def _find_wished(outer: Clause) -> Status:
    """Return how far it has come what someone is invited to do, or accepts to do."""
    if outer.lemma in ("invite", "ask", "urge", "request", "press", "beg", "lobby", "want", "wish"):
        return "denied"
    invited = any(one.group.head in ("invitation", "offer", "plan") for one in outer.items)
    return "planned" if outer.lemma in ("accept", "receive", "agree", "plan") and invited else "done"


def _is_past(word: str, verb: Verb) -> bool:
    """Tell a past form that only this reader knows: "led", "had spoken"."""
    bare = verb.start == verb.main_start
    return verb.form == "fin" and (verb.perfect or (bare and not word.startswith(verb.lemma[:3]) and word != verb.lemma))


def _find_status(words: Words, clause: Clause, act: str) -> Status | None:
    verb = clause.verb
    assert verb is not None
    status = find_status(words.text, verb.main_start, verb.main_end, "en")
    parent = clause.parent
    if verb.lemma in read_set("verbs", "governing", "telling") and act == "receive":
        return "done" if status == "announced" else status
    if act == "visit" and is_visit(clause):
        status = find_visit_status(clause, status, words.text[verb.main_start : verb.main_end].lower())
    if status is None and clause.kind == "gerund" and parent is not None and parent.lemma in _PHASES:
        return "done"  # "has begun airlifting food"
    if clause.kind == "infinitive" and parent is not None and status == "done":
        status = _find_wished(parent)
    if status is None and _IS_TO.search(words.text, clause.start, verb.main_start):
        status = "planned"
    if status is None and _is_past(words.text[verb.main_start : verb.main_end].lower(), verb):
        status = "done"
    if status is None and act in ("give", "help") and verb.start == verb.main_start and is_at_work(clause):
        return "done"  # "UNICEF provides water to children in Chad"
    if status == "planned" and clause.kind == "infinitive" and parent is not None and parent.lemma == "continue":
        return "done"
    if parent is not None and parent.verb is not None and status == "done" and clause.opener == "that":
        going_on = words.text[verb.main_start : verb.main_end].endswith("ing")
        return "announced" if going_on and parent.verb.lemma in read_set("verbs", "governing", "announcing") else status
    bare = words.text[verb.start : verb.end].lower() == verb.lemma and clause.kind == "main"
    headline = not words.text[: words.end].rstrip().endswith((".", "!", "?", "”", '"')) and clause.kind == "main"
    if status is None and (bare or headline or not clause.has_subject):
        return "done"  # a headline, or an item of a list
    return "announced" if status == "done" and verb.lemma in read_set("verbs", "governing", "announcing") else status
