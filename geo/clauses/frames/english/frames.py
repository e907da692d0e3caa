"""From clauses to frames: which verbs and nouns are acts, and what the sentence says of each."""

import re
from collections.abc import Iterator, Sequence

from geo.clauses.frames.english.clauses import Clause
from geo.clauses.frames.english.hanging import list_doers, list_places, merge
from geo.clauses.frames.english.lexicons import read_noun_acts, read_set, read_verb_acts
from geo.clauses.frames.english.nominals import find_noun_act, list_nominal_frames
from geo.clauses.frames.english.slots import Slots, find_roles, list_slots
from geo.clauses.frames.records import Frame, Words
from geo.modality import find_status

_RETOLD = re.compile(r"\b(?:earlier|previously|in the past|last (?:week|month|year)|ago)\b")
_TALKS = frozenset({"call", "meeting", "summit", "video_conference"})
_BUILDINGS = frozenset({"laboratory", "hospital"})


def list_frames(words: Words, clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Yield the frames of a sentence's verbs, then of its nouns of acting."""
    for clause in clauses:
        _give_to_owner(clause)
        _carry(clause)
        _host(clause)
    sort = None
    for clause in clauses:
        sort = _name_numbers(clause, sort)
    told: set[int] = set()
    for clause in clauses:
        frame = _read_clause(words, clause)
        if frame:
            told.update(phrase.start for slot, phrase in frame.slots if slot == "object")
            yield frame
    yield from list_nominal_frames(words, clauses, told)


def _give_to_owner(clause: Clause) -> None:
    """Make who gave a thing its owner: "masks donated by Japan", "the hospital that Japan built"."""
    verb = clause.verb
    if verb is None or clause.given is None or clause.kind not in ("participle", "relative"):
        return
    lemma = verb.lemma
    if lemma not in read_set("verbs", "governing", "owning") and lemma.split()[0] not in read_set("verbs", "governing", "owning"):
        return
    roles = find_roles(clause)
    if clause.given in roles.objects:
        doers = merge(*(list_doers(group) for group in roles.subjects))
        last = clause.given.list_members()
        for one in last:
            one.owners = merge(one.owners, doers)


def _carry(clause: Clause) -> None:
    """Make a carrier be of the sort of what it carries: "a plane carrying masks", "aircraft loaded with tents"."""
    verb = clause.verb
    if verb is None or clause.kind not in ("participle", "relative") or verb.lemma not in read_set("verbs", "governing", "carrying"):
        return
    carrier = clause.given or (clause.subjects[0] if clause.subjects else None)
    things = [one.group for one in clause.items if one.preposition in ("", "with")]
    if carrier is not None and carrier.sort is None and things:
        members = things[0].list_members()
        carrier.sort = next((one.sort for one in members if one.sort), None)
        carrier.owners = merge(carrier.owners, *(one.owners for one in members))


def _host(clause: Clause) -> None:
    """Make who hosts a meeting its place: "a summit hosted by Saudi Arabia", "a meeting held in Oslo"."""
    verb = clause.verb
    if verb is None or clause.given is None or clause.given.sort not in _TALKS or verb.lemma not in ("host", "hold", "convene"):
        return
    roles = find_roles(clause)
    if clause.given not in roles.objects:
        return
    hosts = merge(*(list_doers(group) for group in roles.subjects)) if verb.lemma == "host" else ()
    places = merge(*(list_places(one.group) for one in roles.items if one.preposition in ("in", "at")))
    clause.given.places = merge(clause.given.places, hosts, places)


def _name_numbers(clause: Clause, sort: str | None) -> str | None:
    """Give the objects of a clause that are numbers alone the sort of the thing named before: "and another two million"."""
    groups = [*clause.subjects, *(one.group for one in clause.items)]
    for whole in sorted(groups, key=lambda one: one.start):
        for group in whole.list_members():
            counts = group.head in ("million", "hundred", "thousand", "billion") or group.head.replace(",", "").isdigit()
            if group.sort is None and sort and counts and not group.codes:
                group.sort = sort
            sort = group.sort or sort
    return sort


def _read_clause(words: Words, clause: Clause) -> Frame | None:
    verb = clause.verb
    assert verb is not None
    acts = read_verb_acts().get(verb.lemma, ())
    slots = list_slots(clause)
    act = _choose_act(acts, clause, slots)
    if act is None:
        return None
    status = find_status(words.text, verb.main_start, verb.main_end, "en")
    return Frame(
        verb.start, verb.end, verb.lemma, act, status, tuple(slots), clause.start, max(clause.end, verb.end),
        led=bool(clause.subjects) or clause.has_subject or verb.passive,
        refused=status == "denied" and False,
        retold=_is_retold(words, clause),
    )  # fmt: skip


def _choose_act(acts: Sequence[str], clause: Clause, slots: Slots) -> str | None:
    """Return which of the acts that a verb may state it states, by what it is done to."""
    noun = _find_told(clause)
    if noun is not None:
        return noun
    return next((act for act in acts if _may_be(act, clause, slots)), None)


def _find_told(clause: Clause) -> str | None:
    """Return the act of a verb that says little by itself: "received a call", "announced the arrival of doses"."""
    verb, roles = clause.verb, find_roles(clause)
    assert verb is not None
    heads = [group for whole in roles.objects for group in whole.list_members()]
    if verb.lemma in read_set("verbs", "governing", "telling") and any(group.head in ("arrival", "receipt") for group in heads):
        return "receive"
    if verb.lemma in read_set("verbs", "light", "verbs"):
        return next((act for act in map(find_noun_act, heads) if act), None)
    return None


def _sorts(slots: Slots, *names: str) -> set[str]:
    return {phrase.sort for slot, phrase in slots if slot in names and phrase.sort}


def _has_party(slots: Slots, *names: str) -> bool:
    return any(slot in names and (phrase.parties or phrase.pronoun or phrase.counted) for slot, phrase in slots)


def _may_be(act: str, clause: Clause, slots: Slots) -> bool:
    objects = _sorts(slots, "object")
    if act == "give":
        return not objects & _TALKS
    if act == "build":
        return bool(objects & _BUILDINGS)
    if act in ("attend", "convene"):
        return bool(objects & _TALKS)
    if act == "sign":
        return "agreement" in objects
    return True


def _is_retold(words: Words, clause: Clause) -> bool:
    return _RETOLD.search(words.text, clause.start, max(clause.end, clause.start)) is not None
