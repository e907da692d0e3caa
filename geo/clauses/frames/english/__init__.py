"""The frames of English sentences: tokens, tags, chunks, groups, clauses, slots and frames, each made from the one before.

tokens (names as single words, with their tags) · nouns, verbs, chunks (noun and verb groups and what joins them) ·
groups, hanging (lists, appositions, of-phrases) · clauses (each verb with its subject and what follows it) · slots, frames.
"""

import re
from collections.abc import Sequence

from geo.clauses.frames.english.chunks import list_nodes
from geo.clauses.frames.english.clauses import list_clauses
from geo.clauses.frames.english.frames import list_frames
from geo.clauses.frames.english.lexicons import find_verb, read_acting_words, read_set, read_sorts
from geo.clauses.frames.english.posts import list_posts
from geo.clauses.frames.english.records import Group, Node
from geo.clauses.frames.english.tokens import list_tokens
from geo.clauses.frames.records import Reading, Words
from geo.nouns.english_words import find_lemma

__all__ = ["read_sentence"]

_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SHORTEST = 3  # letters of a name by which a person is known again


def read_sentence(words: Words) -> Reading:
    """Return the frames and persons of a sentence; none where it has no word for an act, or nobody is named or meant."""
    said = _LETTERS.findall(words.text[words.start : words.end].lower())
    tells = (bool(words.units) or (bool(words.named) and _points_back(said))) and (
        _has_act(said) or _is_somewhere(said)
    )
    persons = any(one.kind == "person" for one in words.units or ())
    names = persons or (bool(words.mentions) and _has_office(said))
    if not tells and not names:
        return Reading()
    nodes = list_nodes(list_tokens(words))
    frames = sorted(list_frames(words, list_clauses(nodes))) if tells else ()
    return Reading(frames, _list_persons(nodes), list_posts(nodes)) if names else Reading(frames)


def _points_back(said: Sequence[str]) -> bool:
    """Tell whether a sentence that names nobody may speak of those named before."""
    if not read_set("clauses", "pronouns", "pointing").isdisjoint(said):
        return True
    return any(read_sorts().get(find_lemma(word)) in ("team", "goods") for word in said)


def _has_act(said: Sequence[str]) -> bool:
    return any(find_verb(word) in read_acting_words() or find_lemma(word) in read_acting_words() for word in said)


def _is_somewhere(said: Sequence[str]) -> bool:
    """Tell "The president is in Qatar"."""
    return any(find_verb(word) == "be" for word in said) and _has_office(said)


def _has_office(said: Sequence[str]) -> bool:
    return not read_set("things", "offices", "words").isdisjoint(map(find_lemma, said))


def _list_persons(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """Return the persons whom a sentence names with their office, and for whom they speak."""
    groups = (node for node in nodes if isinstance(node, Group) and node.name)
    known = (one for one in groups if len(one.codes) == 1 and len(one.name) >= _SHORTEST)
    return [(one.name, one.codes[0]) for one in known if one.name[:1].isupper() and not one.name.isupper()]
