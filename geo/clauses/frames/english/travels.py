"""Officials who travel to another country: "the minister flew to Peru" is a visit, "the team flew to Peru" is none."""

from geo.base.records import Status
from geo.clauses.frames.english.clause_records import Clause, Item
from geo.clauses.frames.english.hanging import is_sided, list_places, list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_noun_acts, read_set
from geo.clauses.frames.english.records import Group, Verb
from geo.clauses.frames.english.slots import Slots, find_roles, make_phrases
from geo.clauses.frames.records import Phrase
from geo.clauses.frames.rules import read_rule_words

_ENVOYS = read_rule_words("en", "travels", "envoys")
_LIVING_THERE = read_rule_words("en", "travels", "living_there")
_GOING = frozenset({"to", "for", "into"})
_TALKS = read_rule_words("en", "travels", "talks")


def is_visit(clause: Clause) -> bool:
    """Tell whether an official goes to another country, and not to a meeting, which is told by itself."""
    verb = clause.verb
    if verb is not None and verb.lemma == "be" and not verb.to:
        return _stays(clause)
    if verb is None or verb.passive or verb.lemma not in read_set("verbs", "governing", "travelling"):
        return False
    return bool(_list_travellers(clause)) and bool(_list_visited(clause)) and not any(map(_is_talk, clause.items))


def _stays(clause: Clause) -> bool:
    """Tell "the minister is in Nepal" from an ambassador who lives there."""
    first = clause.items[0] if clause.items else None
    abroad = first is not None and first.preposition == "in" and bool(_list_visited(clause))
    living = any(one.head in _LIVING_THERE for one in _list_travellers(clause))
    return abroad and bool(_list_travellers(clause)) and not living and not any(map(_is_talk, clause.items))


def is_official(group: Group) -> bool:
    """Tell whether a group is a person who speaks for a country or organisation, by office or by name."""
    office = group.head in read_set("things", "offices", "words") or group.head in _ENVOYS
    speaks = group.is_person or (group.actor == "" and office)
    return speaks and bool(group.codes) and not any(map(is_sided, group.codes))


def list_visit(clause: Clause) -> Slots:
    """Return the slots of such a visit: who travels, and to whom."""
    subjects: Slots = [("subject", one) for group in _list_travellers(clause) for one in make_phrases(group, "subject")]
    return [*subjects, ("goal", Phrase(clause.start, clause.start, parties=_list_visited(clause)))]


def list_hosts(clause: Clause) -> Slots:
    """Return whose the works are that somebody visits: "visited WFP's operation in Juba"."""
    objects = [one for one in find_roles(clause).list_objects() if not one.codes]
    return [
        ("object", Phrase(one.start, one.end, one.head, None, list_takers(one))) for one in objects if list_takers(one)
    ]


def is_present(verb: Verb | None, word: str) -> bool:
    """Tell the present tense, given the verb's main word as it is written in small letters."""
    return verb is not None and verb.form == "fin" and (word == "are" or word.endswith(("s", verb.lemma)))


def find_visit_status(clause: Clause, status: Status | None, word: str) -> Status | None:
    """Return how far a visit has come: who heads or travels to a country is not there yet."""
    verb = clause.verb
    if clause.lemma == "be":
        return status or ("done" if verb is not None and verb.start == verb.main_start else None)
    present = is_present(verb, word)
    times = [one.group for one in (*clause.fronted, *clause.items) if one.group.is_time]
    if status is None and present and times and not any("every" in one.words or "each" in one.words for one in times):
        return "planned"  # "goes to Kigali next month"
    early = verb is not None and verb.lemma in read_set("verbs", "governing", "departing")
    begun = any(
        one.preposition == "on" and one.group.sort == "visit" for one in clause.items
    )  # "left for Beijing on a visit"
    return "planned" if status == "done" and ((early and not begun) or present) else status


def _is_talk(item: Item) -> bool:
    return any(act in _TALKS for one in item.group.list_members() for act in read_noun_acts().get(one.head, ()))


def _list_travellers(clause: Clause) -> list[Group]:
    """Return the subjects that are officials, or persons who speak for a country or organisation."""
    return [one for one in find_roles(clause).list_subjects() if is_official(one)]


def _is_land(group: Group) -> bool:
    """Tell a country or city, "neighbouring Mali" too, from who is of one."""
    plain = group.actor is None and not group.is_person and group.sort is None and not group.owners
    return bool(group.codes or group.located) and (group.is_name or plain)


def _list_visited(clause: Clause) -> tuple[str, ...]:
    """Return the countries where they go, be it to a city there; none at home."""
    going = _GOING | ({"in", "at"} if clause.verb and clause.verb.lemma in ("arrive", "be") else frozenset())
    items = [one.group for one in find_roles(clause).items if one.preposition in going]
    named = [one for whole in items for one in whole.list_members() if _is_land(one)]
    codes = merge(*(one.codes or one.located for one in named))
    own = merge(*map(list_sides, _list_travellers(clause)))
    return tuple(code for code in codes if code not in own and not code.startswith("org:"))


def find_accompanied(group: Group, clause: Clause) -> list[Group]:
    """Return the person before "his" or "her" behind the same verb: "accompanied the Dutch minister on her visit"."""
    bare = [one.group for one in clause.items if not one.preposition and one.group.start < group.start]
    officials = [one for one in bare if one.codes and (one.actor is not None or one.is_person)]
    return officials if group.words[:1] in (("his",), ("her",)) else []


def find_visited(group: Group, clause: Clause) -> Slots:
    """Return where a visit goes by what stands behind it: "her visit to the camp in Jordan"."""
    behind = [one for one in clause.items if one.group.start > group.start and not one.group.is_time]
    codes: list[str] = []
    for item in behind[:2]:
        if item.apart or item.preposition not in ("to", "in", "at"):
            break
        codes.extend(code for code in list_places(item.group) if not code.startswith("org:"))
    return [("goal", Phrase(group.start, group.start, parties=tuple(dict.fromkeys(codes))))] if codes else []
