"""The frames of English sentences: tokens, tags, chunks, groups, clauses, slots and frames, each made from the one before.

tokens (names as single words, with their tags) · nouns, verbs, chunks (noun and verb groups and what joins them) ·
groups, hanging (lists, appositions, of-phrases) · clauses (each verb with its subject and what follows it) · slots, frames.
"""

import re
from collections.abc import Sequence

from geo.clauses.frames.english.chunks import list_nodes
from geo.clauses.frames.english.clauses import list_clauses
from geo.clauses.frames.english.frames import list_frames
from geo.clauses.frames.english.lexicons import find_verb, read_noun_acts, read_set, read_verb_bases
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.english.tokens import list_tokens
from geo.clauses.frames.records import Frame, Words
from geo.nouns.english_words import find_lemma

__all__ = ["find_persons", "read_frames"]

_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SHORTEST = 3  # letters of a name by which a person is known again


def read_frames(words: Words) -> Sequence[Frame]:
    """Return the frames of a sentence in order; none where it has no word for an act or nobody is named."""
    if not words.mentions and not words.persons and not words.quantities and not words.named:
        return []
    if not _has_act(words.text[words.start : words.end].lower()):
        return []
    return sorted(list_frames(words, list_clauses(list_nodes(list_tokens(words)))))


def _has_act(sentence: str) -> bool:
    acts = _LETTERS.finditer(sentence)
    return any(find_verb(one[0]) in read_verb_bases() or find_lemma(one[0]) in read_noun_acts() for one in acts)


def find_persons(words: Words) -> Sequence[tuple[str, str]]:
    """Return the persons whom a sentence names with their office, and for whom they speak."""
    sentence = words.text[words.start : words.end]
    if not words.mentions or read_set("things", "offices", "words").isdisjoint(
        map(find_lemma, _LETTERS.findall(sentence.lower()))
    ):
        return []
    groups = (node for node in list_nodes(list_tokens(words)) if isinstance(node, Group) and node.name)
    return [(one.name, one.codes[0]) for one in groups if len(one.codes) == 1 and len(one.name) >= _SHORTEST]
