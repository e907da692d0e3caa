"""What one clause says of the nouns of another: who owns what was given, what a carrier carries, whom a pronoun means."""

import re
from collections.abc import Iterator, Sequence

from geo.clauses.frames.english.clauses import Clause, Item
from geo.clauses.frames.english.hanging import list_doers, list_places, list_sides, list_takers, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.english.slots import find_roles
from geo.clauses.frames.records import Frame

TALKS = frozenset({"call", "meeting", "summit", "video_conference"})
THANKING = frozenset({"thank", "praise", "commend", "applaud", "accuse", "criticise", "criticize", "blame"})
_SUPPOSING = frozenset({"if", "unless", "whether", "until", "before"})
_NOT = re.compile(r"\b(?:did|do|does|has|have|had|was|were|is|are)(?:n['’]t| not\b(?! only)| never\b)|\bnever\b")
_BACK = 4  # clauses before a pronoun in which two sides are looked for


def complete(clauses: Sequence[Clause]) -> None:
    """Complete the groups of a sentence's clauses by what the others say of them."""
    sort = None
    for clause in clauses:
        _move_goals(clause)
        _carry(clause)
        sort = _name_numbers(clause, sort)
    for clause in clauses:
        _give_to_owner(clause)
        _host(clause)
    for place, clause in enumerate(clauses):
        _resolve_subject(clause)
        _resolve_both(clause, clauses[max(0, place - _BACK) : place])


def _give_to_owner(clause: Clause) -> None:
    """Make who gave a thing its owner: "masks donated by Japan", "the hospital that Japan built"."""
    verb, given = clause.verb, clause.given
    if (
        verb is not None
        and given is None
        and verb.passive
        and clause.kind == "participle"
        and len(clause.subjects) == 1
    ):
        given = clause.subjects[0]  # "the operation being carried out by"
    if verb is not None and given is None and verb.passive and clause.kind == "main" and len(clause.subjects) == 1:
        given = clause.subjects[0]  # "had been flown in by the Belgians and was handed over"
    if verb is None or given is None:
        return
    owning = read_set("verbs", "governing", "owning")
    if given.head in read_set("things", "taking", "works"):
        owning = owning | read_set("verbs", "governing", "running")
    if verb.lemma not in owning and verb.lemma.split()[0] not in owning:
        return
    roles = find_roles(clause)
    if given in roles.objects:
        via = (item.group for item in roles.items if item.preposition in ("through", "via"))
        helpers = (
            item.group for item in roles.items if item.preposition == "with" and item.group.sort in ("money", "aid")
        )
        doers = merge(*(list_doers(group) for group in (*roles.subjects, *helpers))) or merge(*map(list_sides, via))
        for one in given.list_members()[-1:] if given.members else [given]:
            one.owners = merge(one.owners, doers)
            if clause.kind != "main":
                takers = (list_takers(item.group) for item in roles.items if item.preposition in ("to", "for"))
                one.goals = merge(one.goals, *takers)


def _move_goals(clause: Clause) -> None:
    """Give to the outer verb where its thing goes: "sent aircraft loaded with masks | to Italy"."""
    verb, parent = clause.verb, clause.parent
    carrying = read_set("verbs", "governing", "carrying")
    if verb is None or parent is None or parent.verb is None:
        return
    carries = clause.kind == "participle" and verb.lemma in carrying
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
    if carrier is not None and carrier.sort is None and things:
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


def _resolve_subject(clause: Clause) -> None:
    """Let a pronoun that is a subject mean that of the clause around its own: "Turkey said it would send"."""
    parent = clause.parent
    if parent is None or len(clause.subjects) != 1 or clause.subjects[0].pronoun not in ("it", "they"):
        return
    group = clause.subjects[0]
    if (
        group.codes
        or len(parent.subjects) != 1
        or not (group.words in (("it",), ("they",), ("he",), ("she",)) or group.possessor)
    ):
        return
    source = parent.subjects[0]
    if parent.verb is not None and parent.verb.lemma in THANKING:
        source = next((one.group for one in parent.items if not one.preposition), source)
    codes = list_sides(source)
    if source.counted and not codes:
        group.counted, group.pronoun = True, None  # "17 countries announced that they would"
    if codes and (len(codes) == 1 or group.pronoun == "they"):
        group.codes, group.actor = codes, ""


def _resolve_both(clause: Clause, before: Sequence[Clause]) -> None:
    """Let "the two sides" mean the two who act in a clause before: "held talks with Chile, after which the two signed"."""
    both = [group for group in clause.subjects if group.pronoun == "both" and not group.codes]
    if not both:
        return
    for other in reversed(before):
        groups = [*other.subjects, *(one.group for one in other.items if one.preposition in ("", "with", "to"))]
        codes = merge(*map(list_sides, groups))
        if len(codes) == 2:
            both[0].codes = codes
            return


def list_tellings(clause: Clause) -> tuple[str, ...]:
    """Return who tells of what a clause says: "Ukraine's minister said that a deal had been signed"."""
    parent = clause.parent
    if parent is None or parent.verb is None or parent.verb.lemma not in read_set("verbs", "governing", "reporting"):
        return ()
    return merge(*map(list_sides, parent.subjects))


def find_outer(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause in which what a participle or relative clause tells of plays its own part."""
    if clause.given is None or clause.kind not in ("participle", "relative"):
        return None
    for other in clauses:
        if other is clause.parent and other.verb is not None:
            roles = find_roles(other)
            if any(
                clause.given is group or clause.given in group.members for group in (*roles.objects, *roles.subjects)
            ):
                return other
    return None


def split_partners(frame: Frame, groups: Sequence[Group]) -> Iterator[Frame]:
    """Yield one frame for each partner where they were talked with apart: "held separate calls with Japan and Peru"."""
    partners = [one for one in frame.slots if one[0] == "partner" and one[1].parties]
    if (
        frame.act not in ("call", "meet", "convene")
        or not any("separate" in group.words for group in groups)
        or not partners
    ):
        yield frame
        return
    others = [(slot, phrase._replace(owners=())) for slot, phrase in frame.slots if slot != "partner"]
    for code in merge(*(phrase.parties for _, phrase in partners)):
        yield frame._replace(slots=(*others, ("partner", partners[0][1]._replace(parties=(code,)))))


def find_purpose(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the infinitive that says what a gift is for, and so for whom: "approved a grant to help Mozambique"."""
    following = (one for one in clauses if one.parent is clause and one.kind == "infinitive" and not one.opener)
    return next((one for one in following if one.verb is not None and one.verb.to), None)


def find_served(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause that says whom what the money is for helps: "for a fund which will help strengthen Samoa"."""
    for other in clauses:
        helps = (
            other.verb is not None
            and other.kind == "relative"
            and other.verb.lemma in ("help", "support", "assist", "benefit", "strengthen")
        )
        inside = [one for one in clauses if one is clause or (one.kind == "participle" and one.start > clause.start)]
        if helps and any(
            item.group is other.given for one in inside for item in one.items if item.preposition in ("for", "to")
        ):
            inner = next((one for one in clauses if one.parent is other and one.kind == "infinitive"), None)
            return other if other.items else inner
    return None


def find_brought(clause: Clause) -> Group | None:
    """Return the team or carrier that brings things along: "a team arrived, bringing 200 ventilators"."""
    if clause.verb is None or clause.verb.lemma not in ("bring", "carry", "deliver"):
        return None
    subject = clause.subjects[0] if clause.subjects else clause.given
    parent = clause.parent
    if (
        subject is not None
        and subject.head in read_set("things", "carriers", "words")
        and not subject.owners
        and parent
        and parent.subjects
    ):
        subject = parent.subjects[0]  # "landed aboard a flight that brought"
    return subject if subject is not None and not list_sides(subject) and subject.owners else None


def find_means(items: Sequence[Item]) -> list[Item]:
    """Return the items that tell by what means someone talks: "by phone", "via video link"."""
    return [
        one
        for one in items
        if one.group.sort in ("call", "video_conference")
        and one.preposition in ("by", "via", "over", "through", "on", "in")
    ]


def is_refused(clause: Clause, text: str) -> bool:
    """Tell whether the text says that something was not done or refused, rather than only wished or supposed."""
    verb, parent = clause.verb, clause.parent
    if verb is None or clause.opener in _SUPPOSING:
        return False
    refusing = read_set("verbs", "governing", "refusing")
    if parent is not None and clause.kind in ("infinitive", "gerund") and parent.verb is not None:
        return parent.verb.lemma in refusing and parent.opener not in _SUPPOSING
    return _NOT.search(text, verb.start, verb.main_start) is not None and verb.form == "fin"


def is_called_off(clause: Clause) -> bool:
    """Tell whether the noun of an act is the object of what does away with it: "cancelled a visit", "suspended aid"."""
    verb = clause.verb
    return (
        verb is not None
        and verb.lemma in read_set("verbs", "governing", "refusing")
        and clause.opener not in _SUPPOSING
    )
