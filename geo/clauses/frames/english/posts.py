"""Offices that a text has named with their country: "the prime minister" is that country's from then on."""

from collections.abc import Iterator, Sequence

from geo.clauses.frames.english.records import Group, Node
from geo.clauses.frames.rules import read_rule_words

_HEADS = read_rule_words("en", "posts", "heads")
_KINDS = read_rule_words("en", "posts", "kinds")


def list_posts(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """Return the offices that a sentence names with one country each: ("prime minister", "JPN"), ("minister", "KEN")."""
    groups = (one for node in nodes if isinstance(node, Group) for one in node.list_members())
    speaking = (one for one in groups if one.actor == "" or one.is_person)
    held = (one for one in speaking if len(one.codes) == 1 and ":" not in one.codes[0])
    return [(post, one.codes[0]) for one in held for post in _list_names(one)]


def _list_names(group: Group) -> Iterator[str]:
    """Yield the office of a group as a text may call it: a foreign minister is "the minister" too."""
    words = " ".join(group.words).split()  # a name may hold several: "Prime Minister Ana Silva"
    place = next((number for number, word in enumerate(words) if word in _HEADS), None)
    if place is None:
        return
    kind = words[place - 1] if place and words[place - 1] in _KINDS else ""
    yield f"{kind} {words[place]}".strip()
    if kind not in ("", "prime", "vice", "deputy"):
        yield words[place]
