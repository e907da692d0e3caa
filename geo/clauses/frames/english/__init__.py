"""The frames of English sentences: tokens, tags, chunks, groups, clauses, slots and frames, each made from the one before.

tokens (names as single words, with their tags) · nouns, verbs, chunks (noun and verb groups and what joins them) ·
groups, hanging (lists, appositions, of-phrases) · clauses (each verb with its subject and what follows it) · slots, frames.
"""

from collections.abc import Sequence

from geo.clauses.frames.english.chunks import list_nodes
from geo.clauses.frames.english.clauses import list_clauses
from geo.clauses.frames.english.frames import list_frames
from geo.clauses.frames.english.tokens import list_tokens
from geo.clauses.frames.records import Frame, Words

__all__ = ["find_persons", "read_frames"]


def read_frames(words: Words) -> Sequence[Frame]:
    """Return the frames of a sentence in order."""
    return sorted(list_frames(words, list_clauses(list_nodes(list_tokens(words)))))


def find_persons(words: Words) -> Sequence[tuple[str, str]]:
    """Return the persons whom a sentence names with their office, and for whom they speak."""
    return []
