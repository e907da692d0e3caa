"""Noun groups joined: of-phrases, lists and appositions."""

from collections.abc import Sequence

from geo.clauses.frames.english.appositions import read_apposition
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.lists import look_at, read_list
from geo.clauses.frames.english.records import Group, Link, Node, Verb


def join_groups(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes of a sentence with what makes one noun phrase joined to one group."""
    joined: list[Node] = []
    place, has_verb = 0, False
    while place < len(nodes):
        node = nodes[place]
        if isinstance(node, Group):
            last = joined[-1] if joined else None
            told = isinstance(last, Verb) and last.lemma in read_set("verbs", "governing", "reporting")
            fronted = isinstance(last, Link) and last.kind == "preposition" and not has_verb
            group, place = read_list(nodes, place, 0, has_verb and not told, fronted)
            where = isinstance(last, Link) and last.word in ("in", "at", "to", "near", "from", "into")
            group, place = read_apposition(nodes, place, group, where)
            joined.append(group)
            continue
        if isinstance(node, Verb) and (
            node.form == "fin" or (node.form == "part" and isinstance(look_at(nodes, place + 1), Group))
        ):
            has_verb = True
        elif isinstance(node, Link) and node.kind in ("stop", "relative", "subordinate"):
            has_verb = False
        joined.append(node)
        place += 1
    return joined
