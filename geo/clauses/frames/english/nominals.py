"""Acts that are told by a noun: "Japan's donation of masks to Fiji", "held talks", "agreed in a phone call with"."""

from collections.abc import Iterator, Sequence

from geo.clauses.frames.english.clause_records import Clause, Nominal
from geo.clauses.frames.english.hanging import PARTS, list_sides, merge
from geo.clauses.frames.english.lexicons import read_noun_acts, read_set, read_verb_acts
from geo.clauses.frames.english.nominal_statuses import find_nominal_status
from geo.clauses.frames.english.records import TALKS, Group
from geo.clauses.frames.english.refusals import is_called_off, is_ended
from geo.clauses.frames.english.relations import split_partners
from geo.clauses.frames.english.slots import Slots, find_roles, list_slots, make_phrases
from geo.clauses.frames.english.statuses import is_only_meant
from geo.clauses.frames.english.travels import find_accompanied, find_visited, is_official, is_visit
from geo.clauses.frames.records import Frame, Phrase, Words
from geo.clauses.frames.rules import read_rule_words

_TOTALS = read_rule_words("en", "nominals", "totals")
_HAPPENING = read_rule_words("en", "nominals", "happening")
_AT = read_rule_words("en", "nominals", "at")


def list_nominal_frames(words: Words, clauses: Sequence[Clause], told: set[int], acting: set[int]) -> Iterator[Frame]:
    """Yield the frames of the nouns of acting; `told` are the starts of the nouns that a verb's frame has told."""
    for nominal in _list_nominals(clauses):
        part = not nominal.is_own and nominal.act in ("give", "fund") and nominal.whole.start in told
        if nominal.group.start not in told and not part:
            frame = _read_nominal(words, nominal, id(nominal.clause) in acting)
            if frame:
                told.add(nominal.group.start)
                yield from split_partners(frame, [nominal.group])


def find_noun_act(group: Group) -> str | None:
    """Return the class of acts that a group names: by its noun, as far as it is of the sort that the noun wants."""
    if group.sort == "call":
        return "call"
    if group.sort == "video_conference":
        return "meet"
    if group.sort == "visit":
        return "visit"
    acts = read_noun_acts().get(group.head, ())
    act = acts[0] if acts else None
    if act == "call":  # a conversation that is no telephone's
        return "meet" if group.head == "conversation" else None
    return act if act and _names_act(act, group) else None


def _names_act(act: str, group: Group) -> bool:
    """Tell a noun that names an act here: no total of gifts, no meeting of a party, no decision of one side."""
    if group.head == "decision":
        return len(group.owners) > 1 and not group.places
    total = act in ("give", "fund") and not _TOTALS.isdisjoint(group.words)
    return not total and not (act in ("meet", "convene") and group.sort not in TALKS)


def _list_nominals(clauses: Sequence[Clause]) -> Iterator[Nominal]:
    for clause in clauses:
        if clause.gapped is not None:
            continue
        places = [("", group) for group in clause.subjects]
        places += [(one.preposition, one.group) for one in (*clause.fronted, *clause.items)]
        for preposition, whole in places:
            members = whole.list_members()
            for group in (*members, *_list_contents(whole)):
                act = find_noun_act(group)
                if act is not None:
                    own = group in members or _is_part_of(whole, group)
                    yield Nominal(group, clause, preposition, act, whole, own)


def _is_part_of(whole: Group, group: Group) -> bool:
    """Tell "met at the end of a visit" from "met on the road of the visit"."""
    content = whole.content
    return whole.head in PARTS and content is not None and group in content.list_members()


def _list_contents(whole: Group) -> Iterator[Group]:
    """Yield what is behind the of-phrases of a group: "the day of the peace talks"."""
    for member in whole.list_members():
        content = member.content
        while content is not None:
            yield from content.list_members()
            content = content.content


def _read_nominal(words: Words, nominal: Nominal, acts: bool) -> Frame | None:
    """Return the frame of a noun of acting; `acts` says that its clause tells of a talk itself."""
    group, clause = nominal.group, nominal.clause
    aim = nominal.preposition == "for" and nominal.act == "meet" and (clause.lemma == "visit" or is_visit(clause))
    summit = group.sort == "summit"
    alone = (
        not acts or aim or (summit and group.owners) or (nominal.act == "visit" and nominal.group is not nominal.whole)
    )  # "met at the end of a visit", "met at the summit"
    hangs = nominal.is_own and clause.verb is not None and alone and _hangs(nominal)
    light = _is_light(nominal)
    off = (is_ended(clause) if nominal.act == "sign" else is_called_off(clause)) and (
        group in find_roles(clause).list_objects() or nominal.preposition == "from"
    )
    if off and is_only_meant(clause):
        return None  # "denied that it had cancelled a loan": nothing came of that
    status = find_nominal_status(words, nominal, light, hangs)
    if hangs and not light and clause.kind == "infinitive" and status != "done" and not aim:
        return None
    if summit and not (hangs or light) and len(group.owners) == 1 and not _is_held(nominal):
        return None
    if summit and clause.lemma == "invite" and status == "done":
        status = "planned"  # "was invited to the summit in Madrid"
    start = clause.verb.start if light and clause.verb is not None else group.start
    slots = [
        *_list_shared(nominal, light or hangs),
        *_list_own_slots(nominal),
        *(_find_refuser(nominal) if off else []),
    ]
    return Frame(
        start, group.end, group.head, nominal.act, "denied" if off else status, tuple(slots), clause.start,
        max(clause.end, group.end), refused=off,
    )  # fmt: skip


def _is_held(nominal: Nominal) -> bool:
    """Tell "the NATO summit in Vilnius ended" from a summit that is only spoken of: "invited to the NATO summit"."""
    leads = any(nominal.whole is one for one in nominal.clause.subjects)
    return leads or nominal.preposition in _AT or bool(nominal.group.places)


def _list_shared(nominal: Nominal, shares: bool) -> Slots:
    """Return what a noun's clause adds: who acts with a light verb, or where and with whom what happens happens."""
    clause = nominal.clause
    if shares and clause.verb is not None:
        goals: Slots = [("goal", one) for slot, one in list_slots(clause) if slot in ("goal", "benefit")]
        return [
            *_list_doers(clause, nominal.act),
            *(goals if nominal.act == "visit" else []),
        ]  # "left for Beijing on a visit"
    if nominal.preposition == "" and clause.lemma in _HAPPENING:
        return [one for one in list_slots(clause) if one[0] in ("partner", "place")]
    return []


def _hangs(nominal: Nominal) -> bool:
    """Tell "agreed in a phone call with", "returned after a visit to": who acts in the clause took part."""
    verb = nominal.clause.verb
    if nominal.act == "visit":
        awaited = nominal.preposition == "for" and verb is not None and verb.lemma in ("expect", "arrive", "be", "land")
        return (
            (awaited or nominal.preposition in ("during", "after", "on", "following", "at"))
            and not nominal.group.owners
            and not nominal.group.possessor
        )
    if nominal.act == "sign":  # "Under a deal with Italy, Libya will"
        return nominal.preposition in ("under", "in") and len(nominal.group.partners) == 1
    sits = verb is not None and verb.lemma in ("sit", "sit down", "gather", "assemble", "be", "come")
    travels = sits or (
        verb is not None and not {"arrive", "leave", "visit"}.isdisjoint(read_verb_acts().get(verb.lemma, ()))
    )
    return (nominal.preposition in _AT or (nominal.preposition == "for" and travels)) and nominal.act in (
        "call",
        "meet",
    )


def _find_refuser(nominal: Nominal) -> Slots:
    """Return who called an act off, as its doer where nobody else is, or as the one whom it was to reach."""
    codes = merge(*(list_sides(group) for group in find_roles(nominal.clause).subjects))
    group = nominal.group
    if not codes:
        return []
    if group.owners and not group.goals:
        return [("goal", Phrase(group.start, group.start, parties=codes))]
    return [] if group.owners else [("subject", Phrase(group.start, group.start, parties=codes))]


def _is_light(nominal: Nominal) -> bool:
    """Tell "held talks", "paid a visit to", "engaged in talks"."""
    verb = nominal.clause.verb
    if verb is None or verb.lemma not in (*read_set("verbs", "light", "verbs"), "be"):
        return False
    if verb.lemma == "be":
        return nominal.is_own and nominal.preposition == "on"  # "is on a visit to"
    return nominal.group in find_roles(nominal.clause).list_objects() or (
        nominal.is_own and nominal.preposition in ("in", "on")
    )


def _list_doers(clause: Clause, act: str) -> Slots:
    kept: Slots = [one for one in list_slots(clause) if one[0] in ("subject", "partner", "place", "means")]
    if act == "visit" and clause.is_passive:  # "is expected in Havana for a visit"
        kept += [("subject", phrase) for slot, phrase in list_slots(clause) if slot == "object" and phrase.parties]
    if act in ("call", "meet") and clause.lemma in read_set(
        "verbs", "governing", "addressing"
    ):  # "told Mubarak in a call"
        told = [one for one in find_roles(clause).list_objects() if is_official(one)]
        kept += [("partner", phrase) for one in told[:1] for phrase in make_phrases(one, "partner")]
    if "meet" in read_verb_acts().get(clause.lemma, ()):  # "met the president at the summit"
        kept += [("partner", phrase) for slot, phrase in list_slots(clause) if slot == "object" and phrase.parties]
    return kept


def _list_own_slots(nominal: Nominal) -> Slots:
    """Return what a noun itself says: whose it is, for whom, with whom and where."""
    group = nominal.group
    owners = merge(group.owners, group.partners, group.codes)
    own = Phrase(
        group.start, group.end, group.head, group.sort, (), owners, group.goals, merge(group.places), group.counted,
        group.pronoun if group.partners == () and group.pronoun != "it" else None,
    )  # fmt: skip
    slots: Slots = [("object", own)]
    if group.possessor and not group.owners:
        known = [one for one in nominal.clause.subjects if one is not group] if nominal.clause.verb else []
        known = find_accompanied(nominal.group, nominal.clause) or known
        codes = merge(*map(list_sides, known))
        slots.append(
            ("subject", Phrase(group.start, group.start, parties=codes, pronoun=None if codes else group.possessor))
        )
    if nominal.act == "visit" and not group.places and not group.goals:
        slots.extend(find_visited(group, nominal.clause))
    if nominal.act == "visit" and group.places and not group.goals:
        slots.append(("place", own))
    return slots
