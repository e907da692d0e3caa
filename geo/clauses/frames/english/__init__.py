"""The frames of English sentences."""

from collections.abc import Sequence

from geo.clauses.frames.records import Frame, Words

__all__ = ["find_persons", "read_frames"]


def read_frames(words: Words) -> Sequence[Frame]:
    """Return the frames of a sentence in order."""
    return []


def find_persons(words: Words) -> Sequence[tuple[str, str]]:
    """Return the persons whom a sentence names with their office, and for whom they speak."""
    return []
