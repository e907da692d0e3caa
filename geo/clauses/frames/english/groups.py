"""Noun groups joined: of-phrases, lists and appositions."""

from collections.abc import Sequence

from geo.clauses.frames.english.appositions import read_apposition
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.lists import look_at, read_list
from geo.clauses.frames.english.records import Group, Link, Node, Verb
from geo.clauses.frames.rules import read_rule_words

_WHERE = read_rule_words("en", "groups", "where")


def join_groups(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes of a sentence with what makes one noun phrase joined to one group."""
    joined: list[Node] = []
    place, held = 0, _Held()
    while place < len(nodes):
        node = nodes[place]
        if isinstance(node, Group):
            group, place = _join(nodes, place, joined[-1] if joined else None, held.has_verb())
            joined.append(group)
            continue
        held.read(node, look_at(nodes, place + 1))
        joined.append(node)
        place += 1
    return joined


def _join(nodes: Sequence[Node], place: int, last: Node | None, has_verb: bool) -> tuple[Group, int]:
    """Return the group that begins at a place with all that it is joined to, and the place behind it."""
    preposition = last.word if isinstance(last, Link) and last.kind == "preposition" else ""
    told = isinstance(last, Verb) and last.lemma in read_set("verbs", "governing", "reporting")
    has_verb = has_verb and not told and not _opens_clause(preposition, nodes[place])
    group, place = read_list(nodes, place, 0, has_verb, bool(preposition) and not has_verb)
    return read_apposition(nodes, place, group, preposition in _WHERE)


def _opens_clause(preposition: str, node: Node) -> bool:
    """Tell "after Peru and Chile signed", whose clause has no verb yet, from "after the talks and Chile signed"."""
    named = isinstance(node, Group) and bool(node.codes) and not node.is_time
    return named and preposition in read_set("clauses", "clauses", "subordinate")


class _Held:
    """Which of a main clause and the one inside it have their verb: "After Greece asked, | Romania and Cyprus sent"."""

    def __init__(self) -> None:
        """Begin with a main clause without a verb."""
        self.main = self.inner = self.inside = False

    def has_verb(self) -> bool:
        """Tell whether the clause that is open has its verb."""
        return self.inner if self.inside else self.main

    def read(self, node: Node, following: Node | None) -> None:
        """Take note of a verb, of a clause that opens, or of the comma that closes it."""
        if isinstance(node, Verb):
            finite = node.form == "fin" or (node.form == "part" and isinstance(following, Group))
            self.inner, self.main = self.inner or (finite and self.inside), self.main or (finite and not self.inside)
        elif isinstance(node, Link) and node.kind == "stop":
            self.main = self.inner = self.inside = False
        elif isinstance(node, Link) and node.kind in ("relative", "subordinate"):
            self.inner, self.inside = False, True
        elif isinstance(node, Link) and node.kind == "comma" and self.inner:
            self.inside = self.inner = False
