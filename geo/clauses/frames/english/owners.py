"""What one clause says of the nouns of another: who owns what was given, what a carrier carries, who hosts."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_doers, list_places, list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.pronouns import resolve_both, resolve_subject
from geo.clauses.frames.english.records import TALKS, Group
from geo.clauses.frames.english.slots import find_roles
from geo.clauses.frames.rules import read_rule_words

_MADE_UP = frozenset({"make up", "make", "compose"})
_LED = frozenset({"delegation", "mission"})
_CARS = read_rule_words("en", "owners", "cars")


def complete_groups(clauses: Sequence[Clause]) -> None:
    """Complete the groups of a sentence's clauses by what the others say of them."""
    sort = None
    for clause in clauses:
        _move_goals(clause)
        _carry(clause)
        sort = _name_numbers(clause, sort)
    for clause in clauses:
        _be(clause)
        _give_to_owner(clause)
        _host(clause)
        _lead(clause)
    for clause in clauses:
        _carry(clause)
        _afflict(clause)
    for place, clause in enumerate(clauses):
        resolve_subject(clause)
        resolve_both(clause, clauses, place)


def _be(clause: Clause) -> None:
    """Let "one of the countries that provide" be who is said to be one: "Germany is one of the countries that provide"."""
    parent, given = clause.parent, clause.given
    if clause.kind != "relative" or parent is None or given is None or parent.lemma != "be" or clause.subjects:
        return
    named = merge(*map(list_sides, parent.subjects))
    alone = len(named) == 1 and any(one.group is given and not one.preposition for one in parent.items)
    among = any(one.group is given and one.preposition == "among" for one in parent.items)
    if (alone or (named and among)) and not given.codes:
        given.codes = named


def _give_to_owner(clause: Clause) -> None:
    """Make who gave a thing its owner: "masks donated by Japan", "the hospital that Japan built"."""
    given = _find_given(clause)
    roles = find_roles(clause)
    if given is not None and given in roles.objects and clause.lemma in read_set("verbs", "governing", "trading"):
        buyers = merge(*map(list_sides, roles.subjects))
        given.owners = buyers or given.owners  # "Ukrainian grain bought by WFP"
    if given is not None and given in roles.subjects and clause.lemma in ("arrive", "come"):
        given.owners = merge(given.owners, *(list_doers(one.group) for one in roles.items if one.preposition == "from"))
    if given is None or given not in roles.objects or not _makes_owner(clause.lemma, given):
        return
    via = (item.group for item in roles.items if item.preposition in ("through", "via"))
    funds = (one.group for one in roles.items if one.preposition == "with" and one.group.sort in ("money", "aid"))
    doers = merge(*(list_doers(group) for group in (*roles.subjects, *funds))) or merge(*map(list_sides, via))
    takers = (list_takers(item.group) for item in roles.items if item.preposition in ("to", "for"))
    last = given.list_members()[-1]
    last.owners = merge(last.owners, doers)
    if clause.kind != "main":
        last.goals = merge(last.goals, *takers)


def _afflict(clause: Clause) -> None:
    """Say of people where the disaster is that struck them: "families affected by drought in Chad"."""
    given = clause.given or (clause.subjects[0] if clause.subjects else None)
    if given is None or clause.kind != "participle" or clause.lemma not in read_set("verbs", "governing", "afflicting"):
        return
    groups = [one for item in clause.items for one in item.group.list_members() if not one.is_time]
    where = merge(*(list_places(item.group) for item in clause.items if item.preposition in ("in", "across", "near")))
    lands = where or merge(*(one.places or (one.owners if one.sort is None else ()) for one in groups))
    last = given.list_members()[-1]
    if len(lands) == 1 and not (last.places or last.owners or last.codes):
        last.places = lands


def _find_given(clause: Clause) -> Group | None:
    """Return the noun that a clause tells of: before a participle or "which", or the subject of a passive."""
    if clause.given is not None or not clause.is_passive or clause.kind not in ("participle", "main"):
        return clause.given
    return clause.subjects[0] if len(clause.subjects) == 1 else None


def _makes_owner(lemma: str, given: Group) -> bool:
    owning = read_set("verbs", "governing", "owning")
    if given.head in read_set("things", "taking", "works"):
        owning = owning | read_set("verbs", "governing", "running")
    return lemma in owning or (lemma.split()[:1] != [] and lemma.split()[0] in owning)


def _move_goals(clause: Clause) -> None:
    """Give to the outer verb where its thing goes: "sent aircraft loaded with masks | to Italy"."""
    verb, parent = clause.verb, clause.parent
    carrying = read_set("verbs", "governing", "carrying")
    if verb is None or parent is None or parent.verb is None:
        return
    carries = clause.kind == "participle" and (verb.lemma in carrying or verb.lemma in _MADE_UP)
    got = clause.kind == "relative" and verb.lemma in ("receive", "get", "buy", "purchase") and verb.form == "fin"
    if not carries and not got:
        return
    goals = [one for one in clause.items if one.preposition in ("to", "for", "into")]
    clause.items = [one for one in clause.items if one not in goals]
    parent.items.extend(goals)
    for item in clause.items:
        item.group.goals = ()


def _carry(clause: Clause) -> None:
    """Make a carrier be of the sort of what it carries: "a plane carrying masks", "aircraft loaded with tents"."""
    verb = clause.verb
    if (
        verb is None
        or clause.kind not in ("participle", "relative")
        or verb.lemma not in read_set("verbs", "governing", "carrying")
    ):
        return
    carrier = clause.given or (clause.subjects[0] if clause.subjects else None)
    things = [one.group for one in clause.items if one.preposition in ("", "with")]
    holds = carrier is not None and (
        carrier.sort is None or carrier.head in (*_CARS, *read_set("things", "carriers", "words"))
    )
    if carrier is not None and holds and things:
        members = things[0].list_members()
        carrier.sort = next((one.sort for one in members if one.sort), None)
        carrier.owners = merge(carrier.owners, *(one.owners for one in members))
        carrier.is_vague = False


def _host(clause: Clause) -> None:
    """Make who hosts a meeting its place: "a summit hosted by Saudi Arabia", "a meeting held in Oslo"."""
    verb, given = clause.verb, clause.given
    if verb is None or given is None or given.sort not in TALKS or verb.lemma not in ("host", "hold", "convene"):
        return
    roles = find_roles(clause)
    if given not in roles.objects:
        return
    hosts = merge(*(list_doers(group) for group in roles.subjects)) if verb.lemma == "host" else ()
    places = merge(*(list_places(one.group) for one in roles.items if one.preposition in ("in", "at")))
    given.places = merge(given.places, hosts, places)


def _lead(clause: Clause) -> None:
    """Let a delegation stand for whoever leads it: "a delegation led by Kenya's trade minister"."""
    given, roles = clause.given, find_roles(clause)
    if given is None or given.codes or given.owners or given not in roles.objects:
        return
    if clause.lemma in ("lead", "head") and given.head in _LED:
        given.codes = merge(*map(list_sides, roles.subjects))


def _name_numbers(clause: Clause, sort: str | None) -> str | None:
    """Give the objects of a clause that are numbers alone the sort of the thing named before: "and another two million"."""
    groups = [*clause.subjects, *(one.group for one in clause.items)]
    for whole in sorted(groups, key=lambda one: one.start):
        for group in whole.list_members():
            counts = group.is_number or (group.words == ("them",))
            if group.sort is None and sort and counts and not group.codes and not group.is_time:
                group.sort = sort
            sort = group.sort or sort
    return sort
