"""Noun phrases: their members joined, names before a thing as its owners, things of several sorts apart."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.lexicon import read_words
from geo.clauses.frames.chinese.members import Member, read_member
from geo.clauses.frames.chinese.tokens import Token, split_at
from geo.clauses.frames.records import MEETINGS, Phrase

_LISTS = frozenset({"list"})
_HELD = MEETINGS | {"agreement"}


def build_phrases(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return what a run of nominal tokens says: one phrase, or one for each sort of things that it lists."""
    members = [read_member(run) for run in split_at(tokens, _LISTS) if run]
    if not members:
        return ()
    if (
        len(members) > 1
        and members[-2].counted
        and members[-1].head in read_words("regions")
        and not members[-1].owners
    ):
        members = members[:-1]  # 66个国家和地区
    start, end = tokens[0].start, tokens[-1].end
    things = [one for one in members if one.sort]
    if not members[-1].sort:
        return (_join_parties(members, tokens),)
    owners = _unite(*(one.parties for one in members if not one.sort))
    if members[-1].sort in _HELD:
        owners = _unite(owners, *(one.owners for one in members if not one.sort))
    counted = any(one.counted for one in members)
    return tuple(_make_thing(one, owners, counted, start, end) for one in _pick_by_sort(things))


def _join_parties(members: Sequence[Member], tokens: Sequence[Token]) -> Phrase:
    last, start, end = members[-1], tokens[0].start, tokens[-1].end
    known = [one for one in members if one.parties or one.counted]
    acts = last.parties or last.counted or last.actor or not last.head or last.places
    named = known if acts else []
    beside = last.owners and not acts
    owners = _unite(*(one.owners or (one.parties if one.bare and beside else ()) for one in members))
    # 美国卫生与公众服务部部长 is one office, whose country stands before the joint.
    split_office = owners if last.actor and not named and not last.pronoun else ()
    return Phrase(
        start, end, last.head,
        parties=_share_suffix(_unite(split_office, *(one.parties for one in named))),
        owners=owners if not named else (),
        goals=_unite(*(one.goals for one in members)),
        places=_unite(*(one.places for one in members)),
        counted=any(one.counted for one in named),
        pronoun=last.pronoun,
    )  # fmt: skip


def _share_suffix(sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return sides of which the last acts below its government, all as such: 德国、法国的地方政府; no groups against it."""
    suffix = sides[-1].partition(":")[2] if sides else ""
    if suffix in ("", "groups") or sides[-1].startswith(("org:", "region:")):
        return sides
    return tuple(side if ":" in side else f"{side}:{suffix}" for side in sides)


def _make_thing(one: Member, owners: tuple[str, ...], counted: bool, start: int, end: int) -> Phrase:
    whose = _unite(owners, one.owners)
    parties = whose if one.sort == "team" else ()
    return Phrase(start, end, one.head, one.sort, parties, whose, one.goals, one.places, counted, one.pronoun)


def _pick_by_sort(things: Sequence[Member]) -> list[Member]:
    first = {one.sort: one for one in reversed(things)}
    return [first[sort] for sort in dict.fromkeys(one.sort for one in things)]


def _unite(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in lists for code in codes))
