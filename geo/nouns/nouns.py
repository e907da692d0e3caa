"""The record of a counted noun."""

from typing import NamedTuple


class Noun(NamedTuple):
    """The head noun that a number counts.

    `start` and `end` are those of the head noun, `words` the span between the amount and it ("Asian", "个亚洲").
    `unit` is a known unit, "measure" for time, length and other measures that count nothing, or else the lemma.
    """

    start: int
    end: int
    words: tuple[int, int]
    unit: str
    lemma: str
