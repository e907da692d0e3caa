"""The frames of Chinese sentences, by a cascade.

lexicon (the words known) · tokens, speakers · sides, tails, members, phrases (noun phrases) · items, coverbs, bound_names,
nominals (the parts of a clause) · drafts, placings, turns, series, predicates (verbs with their slots) · relative_bounds,
descriptions, relatives, copulas (what stands before 的 and behind 是) · clauses, guests, references, continuations (what
clauses share) · passing (what is only named) · tellings, frames · persons.
"""

from collections.abc import Sequence

from geo.clauses.frames.chinese.frames import read_frames
from geo.clauses.frames.chinese.persons import list_persons
from geo.clauses.frames.records import Words

__all__ = ["find_persons", "read_frames"]


def find_persons(words: Words) -> Sequence[tuple[str, str]]:
    """Return the persons whom a sentence names with their office, and for whom they speak."""
    return list_persons(words)
