"""Whether a verb states a class of acts in its clause, by who acts and what it is done to."""

from collections.abc import Callable, Mapping

from geo.clauses.frames.english.agreeing import is_agreed, is_discussion
from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_noun_acts, read_set
from geo.clauses.frames.english.records import BUILDINGS, GIVEN, TALKS, Group
from geo.clauses.frames.english.relations import find_means
from geo.clauses.frames.english.serving import serves
from geo.clauses.frames.english.slots import Slots, find_roles, list_sorts
from geo.clauses.frames.english.takers import pays_for_work
from geo.clauses.frames.english.travels import is_official
from geo.clauses.frames.rules import read_rule_words

_ALWAYS_MONEY = frozenset({"donate", "contribute", "pay"})
STANDING = read_rule_words("en", "act_checks", "standing")
_PASSING = read_rule_words("en", "act_checks", "passing")
_TAKING = read_rule_words("en", "act_checks", "taking")
_TRADERS = read_rule_words("en", "act_checks", "traders")
_TOTALS = read_rule_words("en", "act_checks", "totals")
_SIGNED = read_rule_words("en", "act_checks", "signed")
_HELPING = read_rule_words("en", "act_checks", "helping")


def may_state(act: str, clause: Clause, slots: Slots) -> bool:
    """Tell whether a verb may state a class of acts in its clause."""
    objects = list_sorts(slots, "object")
    check = _CHECKS.get(act)
    return check is None or check(clause, slots, objects)


def _may_give(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    moves_itself = clause.lemma in ("fly", "transport", "donate") and not find_roles(clause).objects
    if clause.lemma == "share" and not objects & {"goods", "money"}:
        return False  # "shared experience"
    return not moves_itself and not _is_trade(clause) and _is_given(clause, objects)


def _may_fund(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    owned = any(phrase.owners for slot, phrase in slots if slot == "object")
    if clause.lemma in ("use", "spend") and not (clause.is_passive and owned):
        return False  # "the money allocated by Japan will be used to"
    told = clause.lemma in _ALWAYS_MONEY or bool(objects & GIVEN) or pays_for_work(clause)
    return told and _is_given(clause, objects)


def _is_given(clause: Clause, objects: set[str]) -> bool:
    """Tell what is given from what is told of: "gave a talk", "announced Japan's gift", "brought the total to"."""
    totals = any(one.head in _TOTALS for one in find_roles(clause).objects)
    raised = clause.lemma == "bring" and totals
    return not objects & (TALKS | {"agreement", "measure"}) and not _is_of_others(clause) and not raised


def _may_build(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    itself = not objects and bool(list_sorts(slots, "subject") & BUILDINGS)  # "the hospital opened"
    return itself or bool(objects & BUILDINGS)


def _may_help(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    if any(one.sort == "money" and one.head in read_noun_acts() for one in find_roles(clause).subjects):
        return False  # "a loan will help": the loan is told by itself
    if clause.lemma in ("train", "treat", "evacuate") and _is_for_others(clause):
        return True  # "trained Malian soldiers"
    if clause.lemma in read_set("verbs", "governing", "serving"):
        return serves(clause)
    return not _is_purpose(clause)


def _is_for_others(clause: Clause) -> bool:
    """Tell whether one country does something for the people of another."""
    roles = find_roles(clause)
    doers = merge(*map(list_sides, roles.subjects), *(one.owners for one in roles.subjects))
    people = roles.list_objects()
    helped = merge(*map(list_takers, people), *(one.owners for one in people if one.sort == "team"))
    return bool(doers and helped) and not set(helped) & set(doers)


def _may_attend(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    joined = any(one.group.sort in TALKS for one in clause.items if one.preposition in ("in", "at"))
    return bool(objects & TALKS) or joined


def _may_convene(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    return bool(objects & TALKS)


def _may_receive(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    if clause.lemma in read_set("verbs", "governing", "telling") and _is_to_others(clause):
        return False
    if clause.lemma in _TAKING and "goods" in objects and not any(slot == "source" for slot, _ in slots):
        return False  # "took two cargoes of French wheat": bought
    return not objects or bool(objects - TALKS - {"agreement"})


def _may_sign(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    papers = clause.lemma == "sign" and any(one.head in _SIGNED for one in find_roles(clause).objects)
    return "agreement" in objects or papers or (clause.lemma in ("agree", "agree on") and is_agreed(clause))


def _may_vote(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    """Tell "Ghana voted against" from "Ghana's parliament voted against"."""
    voters = {one.head for one in find_roles(clause).list_subjects()}
    return voters.isdisjoint(read_set("clauses", "voting", "inside"))


def _may_call(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    return _is_talk(clause, slots)


def _may_meet(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    """Tell "met the envoy" from "met its obligations"."""
    if clause.lemma in read_set("verbs", "governing", "discussing"):
        return is_discussion(clause) and not _tells_talk(clause)
    met = find_roles(clause).list_objects()
    persons = any(one.codes or one.pronoun or one.counted or one.actor is not None or one.is_person for one in met)
    return not met or persons


def _tells_talk(clause: Clause) -> bool:
    """Tell "held a call, in which the two discussed", where the call is told by itself."""
    outer = clause.parent
    inside = clause.kind == "relative" and clause.opener.split()[:1] in (["in"], ["during"], ["at"])
    return inside and outer is not None and any(one.sort in TALKS for one in find_roles(outer).objects)


def _may_act_on(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    """Tell "recognised Kosovo" from "recognised each other's certificates"."""
    stands = (one for one in slots if one[0] in ("object", "goal", "partner"))
    return any(phrase.parties or (phrase.head in STANDING and phrase.owners) for _, phrase in stands)


def _may_measure(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    """Tell "suspended relations with" from "suspended a shipment to", and from an embassy that closes for a holiday."""
    passing = any(not _PASSING.isdisjoint(one.group.words) for one in clause.items)
    return "measure" in objects and not passing


def _may_return(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    """Tell "recalled its doctors" from "recalled its ambassador"."""
    return clause.lemma not in ("recall", "pull out") or "team" in objects


def _may_arrive(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    if objects & (TALKS | {"agreement"}):
        return False  # "reached an agreement"
    if clause.lemma == "reach" and serves(clause):
        return False  # "WFP reached 300 families"
    if any(_is_armed(one) or one.head in _TRADERS for one in find_roles(clause).list_subjects()):
        return False
    teams = [group for group in find_roles(clause).list_subjects() if group.is_vague]
    # "The team" may be one that has been told of; "the Brazilian team" came to play.
    return not any(group.owners or not group.is_definite for group in teams)


def _is_armed(group: Group) -> bool:
    """Tell "Russian tanks reached Kyiv" from "tanks from Poland reached Kyiv"."""
    hangs = group.end - group.start > len(" ".join(group.words)) + 2
    helps = not _HELPING.isdisjoint(group.words) or all(code.startswith("org:") for code in group.owners)
    return group.head in read_set("things", "vague", "arms") and not hangs and not helps and group.sort == "goods"


def _is_to_others(clause: Clause) -> bool:
    """Tell "the UN welcomed Denmark's pledge to Mali": others got what is told of."""
    roles = find_roles(clause)
    tellers = set(merge(*map(list_sides, roles.subjects)))
    things = [one for one in roles.list_objects() if one.owners]
    to = {code for item in roles.items if item.preposition == "to" for code in list_takers(item.group)}
    to |= {code for one in things for code in one.goals} if clause.is_passive else set()
    return bool(things and to) and not to & tellers


def _is_trade(clause: Clause) -> bool:
    """Tell what a firm delivers, which is paid for, from what it gives."""
    doers = merge(*map(list_sides, find_roles(clause).subjects))
    lends = any(one.sort == "money" for one in find_roles(clause).list_objects())
    firms = bool(doers) and not lends and all(code.endswith(":firms") for code in doers)
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
    owners = set(merge(*(one.owners for one in roles.list_objects())))
    doers = set(merge(*map(list_sides, roles.subjects)))
    return bool(owners and doers and not owners <= doers)


def _list_rung(clause: Clause) -> list[Group]:
    """Return whom an official rings: "phoned President Marcos", but not "called him a friend"."""
    roles = find_roles(clause)
    callers = roles.list_subjects()
    rings = clause.lemma in read_set("verbs", "governing", "ringing") and any(map(is_official, callers))
    return roles.objects[0].list_members() if rings and len(roles.objects) == 1 else []


def _is_talk(clause: Clause, slots: Slots) -> bool:
    """Tell "spoke to President Marcos" and "spoke by phone" from "spoke at the meeting of the council"."""
    means = bool(find_means(clause.items))
    first = next((one.preposition for one in clause.items if not one.group.is_time), "")
    partners = [
        one.group for one in clause.items if one.preposition in ("to", "with") and first in ("to", "with", "by")
    ]
    partners += _list_rung(clause)
    persons = any(group.codes and (group.actor is not None or not group.is_name) for group in partners)
    return means or persons or any(phrase.pronoun == "both" for slot, phrase in slots if slot == "subject")


def _may_visit(clause: Clause, slots: Slots, objects: set[str]) -> bool:
    """Tell "the president visited" from "a Greek ship visited"."""
    carriers = read_set("things", "carriers", "words")
    return not any(one.head in carriers for one in find_roles(clause).list_subjects())


_CHECKS: Mapping[str, Callable[[Clause, Slots, set[str]], bool]] = {
    "give": _may_give,
    "fund": _may_fund,
    "build": _may_build,
    "help": _may_help,
    "attend": _may_attend,
    "convene": _may_convene,
    "receive": _may_receive,
    "sign": _may_sign,
    "vote": _may_vote,
    "call": _may_call,
    "meet": _may_meet,
    "other": _may_act_on,
    "measure": _may_measure,
    "visit": _may_visit,
    "return": _may_return,
    "arrive": _may_arrive,
    "leave": _may_arrive,
}
