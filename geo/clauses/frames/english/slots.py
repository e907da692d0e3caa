"""From a clause to its deep slots: who acts, on what, for whom, where."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from geo.clauses.frames.english.clause_records import Clause, Item
from geo.clauses.frames.english.hanging import SEATS, list_doers, list_places, list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_set, read_slots
from geo.clauses.frames.english.records import TALKS, Group
from geo.clauses.frames.records import TAKING, Phrase, Slot
from geo.clauses.frames.rules import read_rule_words

Slots = list[tuple[Slot, Phrase]]
_GIVEN_WITH = read_rule_words("en", "slots", "given_with")
_TAKING_TWO = read_rule_words("en", "slots", "taking_two")
_TOWNS = read_rule_words("en", "slots", "towns")


class Roles(NamedTuple):
    """The groups of a clause by their deep role; `items` are those behind prepositions."""

    subjects: tuple[Group, ...]
    objects: tuple[Group, ...]
    indirect: tuple[Group, ...]
    items: tuple[Item, ...]

    def list_subjects(self) -> list[Group]:
        """Return who acts, one by one: of a list its members."""
        return [one for whole in self.subjects for one in whole.list_members()]

    def list_objects(self) -> list[Group]:
        """Return what is acted on, one by one: of a list its members."""
        return [one for whole in self.objects for one in whole.list_members()]


def list_slots(clause: Clause) -> Slots:
    """Return the filled slots of a clause."""
    roles = find_roles(clause)
    slots: Slots = []
    for name, groups in (("subject", roles.subjects), ("object", roles.objects), ("indirect", roles.indirect)):
        slots.extend((cast(Slot, name), phrase) for group in groups for phrase in make_phrases(group, cast(Slot, name)))
    for item in roles.items:
        slot = read_slots().get(item.preposition)
        if slot is not None and slot != "agent":
            slots.extend((cast(Slot, slot), phrase) for phrase in make_phrases(item.group, cast(Slot, slot)))
    return slots


def list_sorts(slots: Slots, *names: str) -> set[str]:
    """Return the sorts of things in some slots."""
    return {phrase.sort for slot, phrase in slots if slot in names and phrase.sort}


def stand_for_owners(slots: Slots, tells: Callable[[Phrase], bool]) -> Slots:
    """Let what acts stand for whose it is, where a check tells so: "French aid will help Mali"."""
    return [
        (slot, one._replace(parties=one.owners) if slot == "subject" and not one.parties and tells(one) else one)
        for slot, one in slots
    ]


def names_taker(slots: Slots) -> bool:
    """Tell whether a clause says to whom or for whom something is done, be it by a pronoun or a count."""
    takers = (phrase for slot, phrase in slots if slot in TAKING)
    return any(one.parties or one.counted or one.pronoun for one in takers)


def is_aimed(slots: Slots) -> bool:
    """Tell whether a clause, or the thing itself, says for whom it is: "gave Chad tents", "gave tents for Chad"."""
    return names_taker(slots) or any(phrase.goals for slot, phrase in slots if slot == "object")


def list_arrivals(clause: Clause) -> Slots:
    """Return the place that is reached as a goal: "reached Port Vila"."""
    groups = find_roles(clause).list_objects()
    found = (group for group in groups if group.located or group.codes or group.pronoun or group.head in _TOWNS)
    return [
        (
            "goal",
            Phrase(one.start, one.end, one.head, None, one.codes or one.located or one.owners, pronoun=one.pronoun),
        )
        for one in found
    ]


def list_helped(clause: Clause) -> Slots:
    """Return who is helped, be it before what they are helped to do: "helped Mozambique rebuild roads"."""
    groups = find_roles(clause).list_objects()
    takers = merge(*(list_takers(one) or one.lead or (one.owners if one.sort == "team" else ()) for one in groups))
    counted = any(one.counted for one in groups)
    return (
        [("object", Phrase(groups[0].start, groups[-1].end, groups[0].head, None, takers, counted=counted))]
        if groups
        else []
    )


def find_roles(clause: Clause) -> Roles:
    """Return the groups of a clause by deep role: of a passive, the one behind "by" acts."""
    verb = clause.verb
    if verb is None:
        return Roles(tuple(clause.subjects), (), (), tuple(clause.items))
    bare = _list_bare(clause.items)
    prepositional = [
        *(one for one in _list_fronted(clause) if not clause.subjects or one.group.start < clause.subjects[0].start),
        *(one for one in clause.items if one.preposition),
    ]
    prepositional = [one for one in prepositional if not one.group.is_time]
    surface = _list_surface(clause)
    if verb.passive or (clause.kind == "participle" and verb.form == "part"):
        return _turn_passive(clause, surface, bare, prepositional)
    objects: list[Group] = bare
    if (
        clause.kind == "relative"
        and clause.given is not None
        and clause.subjects
        and clause.opener.split()[-1:] not in (["whose"], ["where"])
    ):
        objects = [clause.given, *bare] if " " not in clause.opener else bare
    return _place_objects(clause, surface, objects, prepositional)


def _list_fronted(clause: Clause) -> Iterator[Item]:
    """Yield what stands before the subject, but not what hangs on an act there: "During her trip to Ghana, she pledged"."""
    acts = [one.group for one in clause.fronted if one.group.sort in ("visit", *TALKS, "agreement")]
    for one in clause.fronted:
        if not any(act is not one.group and act.start <= one.group.start < act.end for act in acts):
            yield one


def _list_surface(clause: Clause) -> list[Group]:
    """Return the subjects as they stand; of "the masks that arrived" the group before "that"."""
    if len(clause.subjects) > 1 and _is_described(*clause.subjects[:2]):
        return clause.subjects[:1]
    if clause.subjects:
        return (
            [group for group in clause.subjects if not group.is_time][-2:]
            if len(clause.subjects) > 1
            else clause.subjects
        )
    if clause.kind in ("relative", "participle") and clause.given is not None and not clause.unclear:
        return [clause.given]
    if clause.kind == "gerund" and clause.given is not None and list_sides(clause.given):
        return [clause.given]  # "Speaking after talks with Chad, the minister said"
    return []


def _is_described(group: Group, beside: Group) -> bool:
    """Tell "Mr Merkel, the chairman of the seven nations plus Russia, visits": what follows is who he is."""
    return (
        group.is_person and bool(group.codes) and beside.actor is not None and beside.is_definite and not beside.codes
    )


def _list_bare(items: Sequence[Item]) -> list[Group]:
    """Return the groups right behind the verb without a preposition."""
    bare: list[Group] = []
    displaced = shifted = False
    for item in items:
        if item.group.is_time:
            continue
        if item.preposition:
            displaced = displaced or not (item.preposition in ("to", "with", "from") and list_sides(item.group))
            shifted = True
        elif not item.apart and (
            (not displaced and (not shifted or item.group.sort)) or (not bare and _is_guest(item.group))
        ):
            bare.append(item.group)
    return bare[:3]


def _is_guest(group: Group) -> bool:
    """Tell whom somebody receives, however far behind: "received in Cairo on Sunday his Greek counterpart"."""
    return group.actor == "" and bool(group.codes) and group.head in read_set("things", "offices", "words")


def _turn_passive(clause: Clause, surface: list[Group], bare: list[Group], items: list[Item]) -> Roles:
    doers = tuple(one.group for one in items if one.preposition == "by")
    for group in doers:
        group.is_doer = True
    others = tuple(one for one in items if one.preposition != "by")
    lemma = clause.verb.lemma.split()[0] if clause.verb else ""
    if (
        clause.kind == "relative"
        and clause.given is not None
        and clause.subjects
        and lemma in read_set("verbs", "governing", "ditransitive")
    ):
        return Roles(doers, (clause.given,), tuple(surface), others)  # "the doses it had been given"
    if bare and clause.verb and clause.verb.lemma.split()[0] in read_set("verbs", "governing", "ditransitive"):
        return Roles(doers, tuple(bare), tuple(surface), others)
    return Roles(doers, tuple(surface), (), others)


def _place_objects(clause: Clause, surface: list[Group], objects: list[Group], items: list[Item]) -> Roles:
    verb = clause.verb
    assert verb is not None
    lemma = verb.lemma.split()[0]
    with_things = [one for one in items if one.preposition == "with" and any(g.sort for g in one.group.list_members())]
    if lemma in _GIVEN_WITH and objects and with_things:
        rest = tuple(one for one in items if one not in with_things)
        return Roles(tuple(surface), tuple(one.group for one in with_things), tuple(objects), rest)
    if len(objects) == 1 and objects[0].list_members()[0].lead and lemma in _TAKING_TWO and not _has_goal(items):
        return Roles(tuple(surface), tuple(objects), (_split_lead(objects[0]),), tuple(items))
    if len(objects) >= 2 and lemma in read_set("verbs", "governing", "ditransitive"):
        return Roles(tuple(surface), tuple(objects[1:]), tuple(objects[:1]), tuple(items))
    return Roles(tuple(surface), tuple(objects), (), tuple(items))


def _has_goal(items: Sequence[Item]) -> bool:
    return any(one.preposition in ("to", "for") and (one.group.codes or one.group.located) for one in items)


def _split_lead(group: Group) -> Group:
    """Cut "Mali tea" behind "gave" in two: the taker is given back, and the thing is nobody's."""
    first = group.list_members()[0]
    taker = Group(first.start, first.start, codes=first.lead, is_name=True)
    first.owners = tuple(code for code in first.owners if code not in first.lead)
    return taker


def make_phrases(group: Group, slot: Slot) -> Iterator[Phrase]:
    """Yield a group as the phrases of a slot, one for each member of a list."""
    for member in group.list_members():
        yield _make_phrase(member, slot)


def _make_phrase(group: Group, slot: Slot) -> Phrase:
    parties = list_sides(group)
    if slot in TAKING:
        parties = list_takers(group)
    elif slot in ("subject", "source", "partner"):
        parties = _list_actors(group, slot)
    places = list_places(group) if slot == "place" else merge(group.located, group.places)
    return Phrase(
        group.start, group.end, group.head, group.sort, parties, merge(group.owners, group.partners), group.goals,
        places, group.counted or (slot == "object" and group.is_of_many), group.pronoun if not parties else None,
    )  # fmt: skip


def _list_actors(group: Group, slot: Slot) -> tuple[str, ...]:
    """Return for whom a doer stands; a city alone stands for its country: "Beijing sent"."""
    if slot == "source":
        return list_doers(group)
    if group.codes:
        return group.codes
    if group.located and group.is_name and len(group.words) == 1 and group.head not in SEATS:
        return group.located
    pays = group.sort in ("money", "aid") and group.is_doer and group.head != "response"
    carries = group.head in read_set("things", "carriers", "words")
    return list_doers(group) if slot == "subject" and pays else group.owners if slot == "subject" and carries else ()
