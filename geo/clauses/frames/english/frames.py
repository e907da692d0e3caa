"""From clauses to frames: the acts of a sentence, and what it says of each."""

import re
from collections.abc import Iterator, Sequence

from geo.base.records import Status
from geo.clauses.frames.english.adapting import adapt
from geo.clauses.frames.english.agreeing import find_dealt, settles
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.joining import join_gaps, join_meetings
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.nominals import list_nominal_frames
from geo.clauses.frames.english.owners import complete_groups
from geo.clauses.frames.english.records import Verb
from geo.clauses.frames.english.refusals import is_refused
from geo.clauses.frames.english.relations import find_outer, find_purpose, split_partners
from geo.clauses.frames.english.slots import find_roles, list_slots
from geo.clauses.frames.english.statuses import find_known, is_ahead, is_only_meant
from geo.clauses.frames.english.takers import find_passed_on, inherit_goal, take_lands, take_purpose
from geo.clauses.frames.english.verb_acts import TAKING_OVER, choose_act
from geo.clauses.frames.english.working import find_left
from geo.clauses.frames.records import Frame, Words
from geo.clauses.frames.rules import read_rule_words
from geo.modality import find_status

_RETOLD = re.compile(r"\b(?:[Ee]arlier|[Pp]reviously|[Ii]n the past|[Ll]ast (?:week|month|year)|ago)\b")
_NEARLY = tuple(f"{word} " for word in read_rule_words("en", "frames", "nearly"))
_ADVERB = 12  # characters of an adverb before a verb
_SHORT = 4  # letters of a word that headlines write small: with, from
_NONE = (("no",), ("neither",), ("none",))
_GIVING = read_rule_words("en", "frames", "giving")


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
                things = ("object", "means", "subject") if frame.act in ("arrive", "leave") else ("object", "means")
                named = (one for slot, one in frame.slots if slot in things)
                told.update(one.start for one in named if one.sort or frame.act != "receive")
            found[id(clause)] = clause, frame
    join_gaps(found)
    join_meetings(found)
    home = {one.start for _, frame in found.values() if frame.act == "return" for one in frame.list("subject")}
    for clause, frame in found.values():
        if frame.act == "arrive" and any(one.start in home for one in frame.list("subject")):
            continue  # "peacekeepers serving in Mali returned home"
        outer = find_outer(clause, clauses)
        if outer is None or id(outer) not in found or not _is_step_of(frame, found[id(outer)][1]):
            yield from split_partners(frame, [one.group for one in clause.items])
    acting = {
        key for key, (_, frame) in found.items() if frame.act in ("sign", "meet", "call", "convene", "attend", "visit")
    }
    yield from list_nominal_frames(words, whole, told, acting)


def _is_step_of(frame: Frame, outer: Frame) -> bool:
    """Tell whether an act is told by the outer one, the last step of the same gift: "doses donated by Japan arrived"."""
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
    if act == "sign":
        slots = [*slots, *find_dealt(clause, find_purpose(clause, clauses), slots)]
    if act in TAKING_OVER and not clause.gapped:
        slots = [*slots, *take_purpose(clause, clauses, slots, merged)]
        slots = [*slots, *find_passed_on(clause, clauses, slots)]
        slots = [*slots, *inherit_goal(clause, slots)]
    if act == "receive" and not clause.is_passive:
        slots = [*slots, *take_lands(clause, clauses, merged)]
    if act == "return":
        slots = [*slots, *find_left(clause, clauses)]
    status = _find_status(words, clause, act)
    if act == "sign" and status == "denied" and not is_refused(clause) and _is_named(clause):
        status = "planned"  # "hopes Parliament can ratify the Canada-EU deal"
    return Frame(
        verb.start, verb.end, verb.lemma, act, status, tuple(slots), _find_start(clause, clauses), _find_end(words, clause, clauses),
        led=bool(clause.subjects) or clause.has_subject or verb.passive,
        refused=status == "denied" and is_refused(clause),
        retold=_RETOLD.search(words.text, clause.start, _find_end(words, clause, clauses)) is not None,
    )  # fmt: skip


def _is_named(clause: Clause) -> bool:
    """Tell an agreement that its own name says is between two sides."""
    deals = (one for one in find_roles(clause).list_objects() if one.sort == "agreement")
    return any(one.is_definite and len(one.owners) > 1 for one in deals)


def _find_start(clause: Clause, clauses: Sequence[Clause]) -> int:
    """Return where a clause begins: behind an aside between its subject and its verb, which tells of another time."""
    verb = clause.verb
    asides = (
        one.end for one in clauses if verb and one is not clause and clause.start < one.start and one.end <= verb.start
    )
    return max(asides, default=clause.start)


def _find_end(words: Words, clause: Clause, clauses: Sequence[Clause]) -> int:
    """Return where a clause ends: where the next one begins, its last adverbs included ("three days ago")."""
    last = max(clause.end, clause.verb.end if clause.verb else 0)
    return min((one.start for one in clauses if one.start >= last), default=words.end)


def _find_status(words: Words, clause: Clause, act: str) -> Status | None:
    """Return how far the act of a verb has come."""
    verb, roles = clause.verb, find_roles(clause)
    assert verb is not None
    if is_only_meant(clause) or _falls_short(words, verb):
        return "planned" if clause.opener == "to" else None
    status = find_known(words.text, clause, act, _read_status(words, verb, act))
    if any(group.words[:1] in _NONE for group in (*roles.subjects, *roles.objects)):
        return "denied"
    if status is None and _is_told(words, clause, verb):
        status = "done"
    if act == "receive" and verb.lemma in read_set("verbs", "governing", "telling"):
        return "done" if status == "announced" else status
    headed = verb.to and clause.kind == "main"  # "Russia to lend Belarus $1.5 billion"
    if status in (None, "done") and (headed or is_ahead(words.text, clause)):
        return "planned"
    return "announced" if status == "done" and _is_to_come(words, clause, verb) else status


def _read_status(words: Words, verb: Verb, act: str) -> Status | None:
    """Return what the words of a verb say; of a vote or a measure what follows denies nothing: "vote against", "lift"."""
    if act not in ("vote", "measure"):
        return find_status(words.text, verb.main_start, verb.main_end, "en")
    said = words.text[words.start : verb.main_end]
    return find_status(said, verb.main_start - words.start, len(said), "en")


def _falls_short(words: Words, verb: Verb) -> bool:
    """Tell "Russia May Send Troops", where May is no month, "nearly signed" and "Had Spain opened its embassy, it would"."""
    before = words.text[max(words.start, verb.start - _ADVERB) : verb.main_start].lower()
    supposed = words.text.startswith("Had ", words.start) and "," in words.text[verb.main_end : words.end]
    return "may" in words.text[verb.start : verb.main_start].lower().split() or before.endswith(_NEARLY) or supposed


def _is_told(words: Words, clause: Clause, verb: Verb) -> bool:
    """Tell a headline, or an item of a list: "Japan sends masks to Chad", "- send masks to Chad"."""
    bare = words.text[verb.start : verb.end].lower() == verb.lemma
    ends = words.text[words.start : words.end].rstrip().endswith((".", "!", "?", "”", '"'))
    ends = ends and not _is_title(words.text[words.start : words.end])
    return not clause.has_subject or (clause.kind == "main" and (bare or not ends))


def _is_title(text: str) -> bool:
    """Tell a headline in which every longer word has a capital, whatever it ends with."""
    long = [word for word in text.split() if len(word) > _SHORT and word[0].isalpha()]
    return len(long) > 2 and all(word[0].isupper() for word in long)


def _is_to_come(words: Words, clause: Clause, verb: Verb) -> bool:
    """Tell what is only announced: "approved a loan", "accepted an offer of", "announced that it was providing"."""
    announcing = read_set("verbs", "governing", "announcing")
    parent = clause.parent
    going_on = words.text[verb.main_start : verb.main_end].endswith("ing") and clause.opener == "that"
    offered = any(one.head == "offer" for one in find_roles(clause).objects)
    return verb.lemma in announcing or offered or (going_on and parent is not None and parent.lemma in announcing)
