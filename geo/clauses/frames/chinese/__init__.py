"""The frames of Chinese sentences.

lexicon (the words known) · tokens · members, phrases (noun phrases) · items (the parts of a clause) · drafts, predicates
(verbs with their slots) · relatives (what stands before 的) · clauses (shared subjects) · passing (meetings only named) ·
frames · persons.
"""

from collections.abc import Sequence

from geo.clauses.frames.chinese.frames import read_frames
from geo.clauses.frames.chinese.persons import list_persons
from geo.clauses.frames.records import Words

__all__ = ["find_persons", "read_frames"]


def find_persons(words: Words) -> Sequence[tuple[str, str]]:
    """Return the persons whom a sentence names with their office, and for whom they speak."""
    return list_persons(words)
