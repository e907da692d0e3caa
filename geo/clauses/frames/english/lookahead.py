"""What the rest of a sentence tells of a verb that may be finite or a participle."""

from collections.abc import Sequence
from itertools import pairwise

from geo.clauses.frames.english.records import Group, Link, Node, Verb


def has_finite(nodes: Sequence[Node], place: int) -> bool:
    """Tell whether a finite verb follows before the sentence stops."""
    for node in nodes[place + 1 : place + 60]:
        if isinstance(node, Link) and node.kind == "stop":
            return False
        if isinstance(node, Verb) and node.form == "fin":
            return True
    return False


def ends_in_finite(nodes: Sequence[Node], place: int) -> bool:
    """Tell whether prepositional phrases alone stand between a verb and the next finite one."""
    behind = False  # a preposition stands before
    for node in nodes[place + 1 : place + 20]:
        if isinstance(node, Verb):
            return node.form == "fin"
        if isinstance(node, Group) and not behind and not node.is_time:
            return False
        if isinstance(node, Link) and node.kind != "preposition":
            return False
        behind = isinstance(node, Link)
    return False


def is_means(nodes: Sequence[Node], place: int) -> bool:
    """Tell "discussed by phone" from "helped by Ecuador"."""
    group = nodes[place] if place < len(nodes) else None
    return isinstance(group, Group) and group.sort in ("call", "video_conference")


def goes_on_after(nodes: Sequence[Node], place: int) -> bool:
    """Tell "was paid for by Chad, flown in by Mali and handed over": a conjunction and a participle follow."""
    for one, other in pairwise(nodes[place + 1 : place + 20]):
        if isinstance(one, Link) and one.kind == "stop":
            return False
        if isinstance(one, Link) and one.kind == "conjunction" and isinstance(other, Verb):
            return other.form == "part" or (other.form == "fin" and other.start == other.main_start)
    return False


def is_finite(node: Node) -> bool:
    """Tell a finite verb."""
    return isinstance(node, Verb) and node.form == "fin"


def is_done_by(nodes: Sequence[Node], place: int) -> bool:
    """Tell whether "by" follows soon: "Chad promised 20 trucks by Japan"."""
    return any(isinstance(node, Link) and node.word == "by" for node in nodes[place + 1 : place + 5])
