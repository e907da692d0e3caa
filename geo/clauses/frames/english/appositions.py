"""What stands beside a noun group between commas and says who or what it is."""

from collections.abc import Sequence

from geo.clauses.frames.english.hanging import hang, merge
from geo.clauses.frames.english.lexicons import read_noun_acts
from geo.clauses.frames.english.lists import look_at, read_list
from geo.clauses.frames.english.records import Group, Link, Node, Verb
from geo.clauses.frames.rules import read_rule_words

_TOWNS = read_rule_words("en", "appositions", "towns")


def read_apposition(nodes: Sequence[Node], place: int, group: Group, where: bool) -> tuple[Group, int]:
    """Take in what stands beside a group between commas: "Japan, a close partner of Kenya, gave", "Lilongwe, Malawi".

    `where` says that a preposition of place stands before the group.
    """
    if group.is_time or not _is_comma(look_at(nodes, place)) or not isinstance(look_at(nodes, place + 1), Group):
        return group, place
    beside, after = read_list(nodes, place + 1, 0, True, False)
    after = _hang_phrases(nodes, after, beside)
    behind, second = look_at(nodes, after), look_at(nodes, after + 1)
    closes = _is_comma(behind) and isinstance(second, (Verb, Link))
    if beside.is_name and beside.codes and set(beside.codes) & set(group.located):
        return group, after + closes
    if where and group.is_person and not group.codes and beside.is_name and beside.codes and _is_closed(behind):
        group.located = beside.codes  # "in Tyre, Lebanon"
        return group, after
    if where and group.is_person and not group.codes and beside.head in _TOWNS and _is_closed(behind):
        group.located = beside.owners or beside.codes  # "in Latakia, Syria's main port,"
        return group, after
    if not _is_closed(behind) or (_is_comma(behind) and not closes) or not _renames(group, beside):
        return group, place
    _rename(group, beside)
    return group, after + (closes and isinstance(second, Verb))


def _is_comma(node: Node | None) -> bool:
    return isinstance(node, Link) and node.kind == "comma"


def _is_closed(node: Node | None) -> bool:
    return node is None or (isinstance(node, Link) and node.kind in ("comma", "stop"))


def _renames(group: Group, beside: Group) -> bool:
    """Tell an apposition from the next member of a list or a subject: it begins with an article, or says an office."""
    opens = beside.words[:1] in (("a",), ("an",), ("the",), ("one",)) or beside.is_definite
    named = bool(group.codes or group.is_person or group.located)
    office = beside.actor is not None and group.is_person
    return (
        not beside.is_time
        and not beside.pronoun
        and ((opens and not beside.is_name) or office or (named and beside.is_person))
    )


def _rename(group: Group, beside: Group) -> None:
    group.end = max(group.end, beside.end)
    if not group.codes and (group.is_person or group.actor is not None) and beside.actor is not None:
        group.codes, group.actor = beside.codes, beside.actor
        group.pronoun = group.pronoun or beside.pronoun
    if beside.head in read_noun_acts():
        group.owners = merge(group.owners, beside.owners, beside.codes)
        group.goals = merge(group.goals, beside.goals)
    group.places = merge(group.places, beside.located) if group.located else group.places


def _hang_phrases(nodes: Sequence[Node], place: int, beside: Group) -> int:
    """Hang the prepositional phrases behind a group on it where it names an act ("a gift from Pakistan"); return their end."""
    for _ in range(3):
        link, group = look_at(nodes, place), look_at(nodes, place + 1)
        if not (isinstance(link, Link) and link.kind == "preposition" and isinstance(group, Group)):
            break
        if beside.head in read_noun_acts():
            hang(beside, link.word, group)
        place += 2
    return place
