"""The record of a number with its noun and its place."""

from typing import NamedTuple

from geo.attachment.phrases import Phrase


class Attachment(NamedTuple):
    """A number with unit, noun and place; `codes` is empty for those who are left, None where no place is tied to it.

    `borrowed` tells that the noun stands elsewhere. `start` and `end` take in the place where it is tied to the number.
    """

    start: int
    end: int
    phrase: Phrase
    unit: str
    noun: str | None
    codes: tuple[str, ...] | None
    each: bool = False
    borrowed: bool = False
