"""From clauses to frames: which verbs and nouns are acts, and what the sentence says of each."""

import re
from collections.abc import Iterator, Sequence

from geo.base.records import Status
from geo.clauses.frames.english.agreeing import is_agreed, is_discussion, settles
from geo.clauses.frames.english.clauses import Clause
from geo.clauses.frames.english.completing import (
    TALKS,
    complete,
    find_brought,
    find_means,
    find_outer,
    find_purpose,
    find_served,
    is_refused,
    list_tellings,
    split_partners,
)
from geo.clauses.frames.english.hanging import list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_set, read_verb_acts
from geo.clauses.frames.english.nominals import find_noun_act, list_nominal_frames
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.english.serving import is_at_work, list_served, serves
from geo.clauses.frames.english.slots import Slots, find_roles, list_arrivals, list_helped, list_slots
from geo.clauses.frames.english.travels import find_visit_status, is_official, is_visit, list_hosts, list_visit
from geo.clauses.frames.records import Frame, Phrase, Words
from geo.modality import find_status

_RETOLD = re.compile(r"\b(?:earlier|previously|in the past|last (?:week|month|year)|ago)\b")
_BUILDINGS = frozenset({"laboratory", "hospital"})
_GIVEN = frozenset({"money", "aid", "goods"})
_AFTER = frozenset({"after", "following", "in response to", "amid", "in the wake of", "during"})
_FUNDS = ("money", "aid")
_TAKING_OVER = ("give", "fund", "send")
_GIVING = frozenset({"give", "fund", "send", "receive", "arrive", "build"})
_SPOKEN = frozenset({"call", "visit", "meet"})


def list_frames(words: Words, clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Yield the frames of a sentence's verbs, then of its nouns of acting."""
    whole = clauses
    clauses = [clause for clause in clauses if clause.verb is not None]
    complete(clauses)
    told: set[int] = set()
    merged: set[int] = set()
    found: dict[int, tuple[Clause, Frame]] = {}
    for clause in clauses:
        frame = None if id(clause) in merged else _read_clause(words, clause, clauses, merged)
        if frame:
            if not (frame.act == "receive" and verb_is_passive(clause) and not frame.find("subject")):
                told.update(phrase.start for slot, phrase in frame.slots if slot in ("object", "means"))
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
            _sorts(list(frame.slots), "object") == _sorts(list(first.slots), "object")
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
    act = _choose_act(clause, slots)
    inner = find_purpose(clause, clauses) if act is None and verb.lemma == "agree" else None
    act = "sign" if settles(clause, inner) else act
    if act is None:
        return None
    slots = _adapt(act, clause, slots)
    if act in _TAKING_OVER and not clause.gapped:
        slots = [*slots, *_take_purpose(clause, clauses, slots, merged)]
        slots = [*slots, *_inherit_goal(clause, slots)]
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


def _find_status(words: Words, clause: Clause, act: str) -> Status | None:
    verb = clause.verb
    assert verb is not None
    status = find_status(words.text, verb.main_start, verb.main_end, "en")
    parent = clause.parent
    if verb.lemma in read_set("verbs", "governing", "telling") and act == "receive":
        return "done" if status == "announced" else status
    if act == "visit" and is_visit(clause):
        status = find_visit_status(clause, status, words.text[verb.main_start : verb.main_end].lower())
    if parent is not None and parent.verb is not None and status == "done" and clause.opener == "that":
        going_on = words.text[verb.main_start : verb.main_end].endswith("ing")
        return "announced" if going_on and parent.verb.lemma in read_set("verbs", "governing", "announcing") else status
    if status is None and act in ("give", "help") and verb.start == verb.main_start and is_at_work(clause):
        return "done"  # "UNICEF provides water to children in Chad"
    if status == "planned" and parent and parent.verb and parent.verb.lemma == "continue" and clause.kind == "infinitive":
        return "done"
    bare = words.text[verb.start : verb.end].lower() == verb.lemma and clause.kind == "main"
    headline = not words.text[: words.end].rstrip().endswith((".", "!", "?", "”", '"')) and clause.kind == "main"
    if status is None and (bare or headline or not clause.has_subject):
        return "done"  # a headline, or an item of a list
    return "announced" if status == "done" and verb.lemma in read_set("verbs", "governing", "announcing") else status


# Which act a verb states


def _choose_act(clause: Clause, slots: Slots) -> str | None:
    """Return which of the acts that a verb may state it states, by what it is done to."""
    verb = clause.verb
    assert verb is not None
    if clause.kind == "participle" and verb.lemma in ("host", "hold", "convene"):
        return None  # "a summit hosted by": the summit is told of elsewhere
    if is_visit(clause):
        return "visit"
    told = _find_told(clause)
    if told:
        return told
    if verb.lemma == "thank" and _find_thanked(clause):
        return "give"
    if verb.lemma in ("help", "assist", "support", "reach") and find_roles(clause).indirect:
        return "give"  # "helped Chad with tents"
    act = next((act for act in read_verb_acts().get(verb.lemma, ()) if _may_be(act, clause, slots)), None)
    return "build" if act in _TAKING_OVER and _sorts(slots, "object") & _BUILDINGS else act


def _find_told(clause: Clause) -> str | None:
    """Return the act of a verb that says little by itself: "received a call", "announced the arrival of doses"."""
    verb, roles = clause.verb, find_roles(clause)
    assert verb is not None
    heads = [group for whole in roles.objects for group in whole.list_members()]
    if verb.lemma in read_set("verbs", "governing", "telling") and any(
        group.head in ("arrival", "receipt") for group in heads
    ):
        return "receive"
    if verb.lemma == "put" and any(group.head == "signature" for group in heads):
        return "sign"
    if verb.lemma in ("receive", "host", "greet") and any(group.codes and group.actor is not None for group in heads):
        return "meet"
    if verb.lemma == "welcome" and any(map(is_official, heads)):
        return "meet"
    acts = [act for act in map(find_noun_act, heads) if act]
    if verb.lemma == "receive":
        return next((act for act in acts if act in _SPOKEN), None)
    return next(iter(acts), None) if verb.lemma in read_set("verbs", "light", "verbs") else None


def _sorts(slots: Slots, *names: str) -> set[str]:
    return {phrase.sort for slot, phrase in slots if slot in names and phrase.sort}


def _may_be(act: str, clause: Clause, slots: Slots) -> bool:
    objects = _sorts(slots, "object")
    verb = clause.verb
    assert verb is not None
    if act == "give" and verb.lemma == "donate" and not find_roles(clause).objects:
        return False
    if act == "build" and not objects and _sorts(slots, "subject") & _BUILDINGS:
        return True
    if act == "give" and (verb.lemma in ("fly", "transport") and not objects or _is_trade(clause)):
        return False
    if act in ("give", "fund"):
        if verb.lemma in ("use", "spend") and not (verb.passive and any(p.owners for s, p in slots if s == "object")):
            return False
        if act == "fund" and verb.lemma not in ("donate", "contribute", "pay") and not objects & _GIVEN:
            return False
        raised = verb.lemma == "bring" and any(
            one.head in ("donation", "total", "number", "contribution") for one in find_roles(clause).objects
        )
        return not objects & TALKS and "agreement" not in objects and not _is_of_others(clause) and not raised
    if act == "build":
        return bool(objects & _BUILDINGS)
    if act == "help" and verb.lemma in read_set("verbs", "governing", "serving"):
        return serves(clause)
    if act == "help":
        return not _is_purpose(clause)
    if act == "meet" and verb.lemma in read_set("verbs", "governing", "discussing"):
        return is_discussion(clause)
    if act in ("attend", "convene"):
        joined = (
            any(one.group.sort in TALKS for one in clause.items if one.preposition in ("in", "at")) and act == "attend"
        )
        return bool(objects & TALKS) or joined
    if act == "receive":
        if verb.lemma in read_set("verbs", "governing", "telling") and _is_to_others(clause):
            return False
        return not objects or bool(objects - TALKS - {"agreement"})
    if act == "sign" and verb.lemma in ("agree", "agree on"):
        return "agreement" in objects or is_agreed(clause)
    if act == "arrive" and objects & (TALKS | {"agreement"}):
        return False  # "reached an agreement"
    if act == "sign":
        return "agreement" in objects
    if act == "call":
        return _is_talk(clause, slots)
    if act in ("arrive", "leave"):
        return not any(group.is_vague for whole in find_roles(clause).subjects for group in whole.list_members())
    return True


def _is_trade(clause: Clause) -> bool:
    """Tell what a firm delivers, which is paid for, from what it gives."""
    doers = merge(*map(list_sides, find_roles(clause).subjects))
    firms = bool(doers) and all(code.endswith(":firms") for code in doers)
    return (
        firms
        and clause.verb is not None
        and clause.verb.lemma not in ("give", "donate", "gift", "give away", "pledge", "present", "hand over")
    )


def _is_purpose(clause: Clause) -> bool:
    """Tell "signed a pact to help farmers", which says what for, from "agreed to help farmers"."""
    parent = clause.parent
    if clause.kind != "infinitive" or parent is None or parent.verb is None:
        return False
    return parent.verb.lemma.split()[0] not in read_set("verbs", "governing", "leading")


def _is_of_others(clause: Clause) -> bool:
    """Tell "announced Japan's donation": what is given is another's."""
    roles, verb = find_roles(clause), clause.verb
    if verb is None or verb.lemma not in read_set("verbs", "governing", "announcing"):
        return False
    owners = set(merge(*(one.owners for whole in roles.objects for one in whole.list_members())))
    doers = set(merge(*map(list_sides, roles.subjects)))
    return bool(owners and doers and not owners <= doers)


def _is_to_others(clause: Clause) -> bool:
    """Tell "the UN welcomed Denmark's pledge to Mali": others got what is told of."""
    roles = find_roles(clause)
    tellers = set(merge(*map(list_sides, roles.subjects)))
    things = [one for whole in roles.objects for one in whole.list_members() if one.owners]
    to = {code for item in roles.items if item.preposition == "to" for code in list_takers(item.group)}
    to |= {code for one in things for code in one.goals} if clause.verb and clause.verb.passive else set()
    return bool(things and to) and not to & tellers


def _is_talk(clause: Clause, slots: Slots) -> bool:
    """Tell "spoke to President Marcos" and "spoke by phone" from "spoke at the meeting of the council"."""
    means = bool(find_means(clause.items))
    first = next((one.preposition for one in clause.items if not one.group.is_time), "")
    partners = [
        one.group for one in clause.items if one.preposition in ("to", "with") and first in ("to", "with", "by")
    ]
    persons = any(group.codes and (group.actor is not None or not group.is_name) for group in partners)
    return means or persons or any(phrase.pronoun == "both" for slot, phrase in slots if slot == "subject")


# What a class of acts wants of its slots


def _adapt(act: str, clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a clause as its class of acts wants them."""
    if act == "visit" and is_visit(clause):
        return list_visit(clause)
    if act == "visit":
        return [*(one for one in slots if one[0] != "object" or one[1].parties or one[1].pronoun), *list_hosts(clause)]
    if act in ("arrive", "leave"):
        kept = [one for one in slots if one[0] != "object"]
        return [*kept, *(list_arrivals(clause) if act == "arrive" else [])]
    if act == "help":
        helped = list_helped(clause)
        lands = [] if any(phrase.parties or phrase.counted for _, phrase in helped) else list_served(clause)
        return [*(one for one in slots if one[0] != "object"), *helped, *lands]
    if act == "build":
        itself = not _sorts(slots, "object") and bool(_sorts(slots, "subject") & _BUILDINGS)  # "the hospital opened"
        slots = [("object" if itself and slot == "subject" else slot, phrase) for slot, phrase in slots]
        return _find_builder(clause, slots)
    if act == "sign" and not any(slot == "subject" for slot, _ in slots):
        return [*slots, ("subject", Phrase(clause.start, clause.start, parties=list_tellings(clause)))]
    if (
        act in ("meet", "convene")
        and clause.verb
        and clause.verb.lemma == "host"
        and any(p.owners for s, p in slots if s == "object")
    ):
        return [("place", p._replace(places=p.parties)) if s == "subject" else (s, p) for s, p in slots]
    if act == "attend":
        return [("object" if s == "place" and p.sort in TALKS else s, p) for s, p in slots]
    if verb_is_thanks(clause):
        return _find_thanked(clause)
    if act in ("give", "send"):
        slots = [*slots, *_find_office(slots)]
    if act in ("give", "send", "fund"):
        slots = [*slots, *_find_struck(clause, slots)]
        slots = [*slots, *_find_thanker(clause, slots)]
    if act == "send":
        slots = [*slots, *_find_whereabouts(clause, slots)]
        if any(slot == "goal" for slot, _ in slots):
            slots = [one for one in slots if one[0] != "place"]  # "to an exercise in Latvia"
    if act == "receive" and verb_is_passive(clause):
        return [*slots, *_find_thanking(clause)]
    if act == "receive":
        return [(slot, _add_country(phrase) if slot == "subject" else phrase) for slot, phrase in slots]
    if act == "meet" and clause.verb and clause.verb.lemma in read_set("verbs", "governing", "discussing"):
        slots = [one for one in slots if one[0] in ("subject", "partner", "means")]
    if act in ("call", "meet"):
        slots = [(s, p if s != "object" or p.sort in TALKS else p._replace(owners=())) for s, p in slots]
        slots = [("object" if p.sort in TALKS and s in ("benefit", "place") else s, p) for s, p in slots]
        means = [one.group for one in find_means(clause.items)]
        slots = [
            (slot, phrase)
            for slot, phrase in slots
            if slot != "source" or (clause.verb and clause.verb.lemma == "receive")
        ]
        return [*slots, *(("means", Phrase(one.start, one.end, one.head, one.sort)) for one in means)]
    brought = find_brought(clause)
    if brought is not None and clause.parent is not None:
        outer = [
            (slot, phrase)
            for slot, phrase in [*list_slots(clause.parent), *list_arrivals(clause.parent)]
            if slot in ("goal", "place")
        ]
        goals: Slots = [("goal", phrase._replace(parties=phrase.parties or phrase.places)) for _, phrase in outer[:1]]
        return [
            *(one for one in slots if one[0] not in ("subject", "place")),
            ("subject", Phrase(brought.start, brought.end, parties=brought.owners)),
            *goals,
        ]
    return slots


def verb_is_passive(clause: Clause) -> bool:
    """Tell "was received" from "received"."""
    return clause.verb is not None and clause.verb.passive


def verb_is_thanks(clause: Clause) -> bool:
    """Tell "thanked Japan for its help", which tells of a gift."""
    return clause.verb is not None and clause.verb.lemma == "thank"


def _find_thanked(clause: Clause) -> Slots:
    """Return the gift that is thanked for: "Guinea thanked Morocco for its help"."""
    roles = find_roles(clause)
    things = [one.group for one in roles.items if one.preposition == "for" and one.group.sort in _GIVEN | {"team"}]
    doers, thankers = merge(*map(list_sides, roles.objects)), merge(*map(list_sides, roles.subjects))
    if not things or not doers or not thankers or things[0].head in ("service", "response"):
        return []
    spans = [Phrase(one.start, one.end, one.head, one.sort) for one in things]
    return [
        ("subject", spans[0]._replace(parties=doers, sort=None)),
        ("goal", spans[0]._replace(parties=thankers, sort=None)),
        *(("object", one) for one in spans),
    ]


def _find_office(slots: Slots) -> Slots:
    """Return where an organisation's office is that gives, where nothing says for whom: "WFP Sudan distributed food"."""
    known = any(slot in ("goal", "benefit", "indirect") and (p.parties or p.counted or p.pronoun) for slot, p in slots)
    known = known or any(p.goals for slot, p in slots if slot == "object")
    offices = [] if known else [p for slot, p in slots if slot == "subject" and p.parties and p.goals]
    return [("benefit", p._replace(parties=p.goals)) for p in offices[:1]]


def _find_struck(clause: Clause, slots: Slots) -> Slots:
    """Return the land that a disaster struck, where nothing else says who is helped: "sent tents after the quake in Nepal"."""
    if any(slot in ("goal", "benefit", "indirect", "place") for slot, _ in slots) or any(
        p.goals for s, p in slots if s == "object"
    ):
        return []
    struck = [one.group for one in clause.items if one.preposition in _AFTER]
    lands = merge(
        *(
            merge(g.places, g.owners)
            for one in struck
            for g in one.list_members()
            if g.head in read_set("things", "taking", "disasters")
        )
    )
    return [("goal", Phrase(clause.start, clause.start, parties=lands))] if len(lands) == 1 else []


def _find_thanker(clause: Clause, slots: Slots) -> Slots:
    """Return who thanks for a gift, and so got it: "thanked Japan for the vaccines it had sent", "for sending vaccines"."""
    parent = clause.parent
    known = any(slot in ("goal", "benefit", "indirect") for slot, _ in slots)
    if known or parent is None or parent.verb is None or parent.verb.lemma != "thank":
        return _find_served(clause, slots)
    return [("goal", Phrase(clause.start, clause.start, parties=merge(*map(list_sides, parent.subjects))))]


def _find_served(clause: Clause, slots: Slots) -> Slots:
    """Return with whose government an organisation works for people of whom nothing else says where they are."""
    parent = clause.parent
    named = any(slot in ("goal", "benefit", "indirect") and phrase.parties for slot, phrase in slots)
    if named or parent is None or parent.verb is None or parent.verb.lemma != "work":
        return []
    partners = merge(
        *(list_sides(one.group) for one in parent.items if one.preposition == "with" and one.group.actor == "")
    )
    return [("goal", Phrase(clause.start, clause.start, parties=partners))] if len(partners) == 1 else []


def _find_thanking(clause: Clause) -> Slots:
    """Return who got what another's relative clause tells of: "The WHO is grateful to Norway, whose gift was received"."""
    parent = clause.parent
    if clause.kind != "relative" or parent is None or any(slot == "subject" for slot, _ in list_slots(clause)):
        return []
    codes = merge(*map(list_sides, parent.subjects))
    return [("subject", Phrase(clause.start, clause.start, parties=codes))] if codes else []


def _find_whereabouts(clause: Clause, slots: Slots) -> Slots:
    """Return where a team is that somebody sent: "Sent by Austria, a unit has been digging in Turkey"."""
    outer = clause.parent
    known = any(slot in ("goal", "place", "benefit", "indirect") for slot, _ in slots)
    if (
        clause.kind != "participle"
        or known
        or outer is None
        or clause.given is None
        or clause.given not in outer.subjects
    ):
        return []
    return [
        ("goal", phrase._replace(parties=phrase.places))
        for slot, phrase in list_slots(outer)
        if slot == "place" and phrase.places
    ][:1]


def _inherit_goal(clause: Clause, slots: Slots) -> Slots:
    """Return the taker of the gift before, where a second verb of the same subject names none: "sent doctors to Chad and gave masks"."""
    known = any(
        slot in ("goal", "benefit", "indirect") and (p.parties or p.counted or p.pronoun in ("it", "other"))
        for slot, p in slots
    )
    goals = any(p.goals for slot, p in slots if slot == "object")
    before = clause.follows
    if before is None or known or goals or clause.gapped is not None:
        return []
    return [one for one in list_slots(before) if one[0] in ("goal", "indirect") and one[1].parties]


def _add_country(phrase: Phrase) -> Phrase:
    """Let an organisation that takes stand for where it works, too: "WFP in Laos received"."""
    works = bool(phrase.parties) and all(code.startswith("org:") for code in phrase.parties) and bool(phrase.places)
    return phrase._replace(parties=(*phrase.parties, *phrase.places)) if works else phrase


def _find_builder(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a building: with whose money it was built, that one is the builder."""
    funds = [
        one.group
        for one in find_roles(clause).items
        if one.preposition in ("with", "thanks to") and one.group.sort in _FUNDS
    ]
    owners = merge(*(one.owners for one in funds))
    if not owners:
        return slots
    others = [
        ("benefit" if slot == "subject" else slot, phrase)
        for slot, phrase in slots
        if slot not in ("partner", "source")
    ]
    return [*others, ("subject", Phrase(funds[0].start, funds[0].end, parties=owners))]  # type: ignore[list-item]


def _find_land(purpose: Clause, groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the one land in which a purpose lies: "to rebuild roads in Fiji"."""
    lands = merge(*(one.places for one in groups), *(p.places for s, p in list_slots(purpose) if s == "place"))
    return lands if len(lands) == 1 else ()


def _take_purpose(clause: Clause, clauses: Sequence[Clause], slots: Slots, merged: set[int]) -> Slots:
    """Return for whom a gift is where only its purpose tells: "approved a grant to help Mozambique rebuild"."""
    if not any(slot == "object" for slot, _ in slots):
        return []  # "offered to send": the infinitive is the act
    purpose = find_purpose(clause, clauses) or find_served(clause, clauses)
    if purpose is None or purpose.verb is None:
        return []
    merged.add(id(purpose))
    known = any(
        slot in ("goal", "benefit", "indirect") and (phrase.parties or phrase.pronoun or phrase.counted)
        for slot, phrase in slots
    )
    things = any(phrase.goals for slot, phrase in slots if slot == "object")
    if known or things:
        return []
    groups = [group for whole in find_roles(purpose).objects for group in whole.list_members()]
    takers = merge(*(list_takers(one) or one.lead for one in groups)) or _find_land(purpose, groups)
    if not groups:
        return []
    return [("benefit", Phrase(groups[0].start, groups[-1].end, parties=takers))] if takers else []
