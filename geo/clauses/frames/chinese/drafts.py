"""A predicate while its clause is read: the verb, and the phrases that fill its slots so far."""

from collections.abc import Sequence
from typing import NamedTuple

from geo.clauses.frames.chinese.lexicon import Entry
from geo.clauses.frames.records import Phrase, Slot

Filled = tuple[tuple[Slot, Phrase], ...]


class Draft(NamedTuple):
    """A verb with its slots.

    `wished` says that someone only wants it, `led` that somebody acts, with a
    code or without, `each` that 分别 makes it one act with each of its partners; `ahead` is the class of a verb of planning or
    promising that governs it, `thanked` are those who thank for it.
    """

    start: int
    end: int
    entry: Entry
    act: str
    slots: Filled = ()
    led: bool = False
    wished: bool = False
    each: bool = False
    ahead: str = ""
    thanked: tuple[Phrase, ...] = ()

    def list(self, slot: Slot) -> tuple[Phrase, ...]:
        """Return the phrases of a slot."""
        return tuple(phrase for other, phrase in self.slots if other == slot)

    def add(self, slot: Slot, phrases: Sequence[Phrase]) -> "Draft":
        """Return the predicate with a slot filled further."""
        return self._replace(slots=(*self.slots, *((slot, phrase) for phrase in phrases)))

    def drop(self, slot: Slot) -> "Draft":
        """Return the predicate with a slot emptied."""
        return self._replace(slots=tuple(one for one in self.slots if one[0] != slot))

    def lead(self, phrases: Sequence[Phrase]) -> "Draft":
        """Return the predicate with its subject."""
        return self.drop("subject").add("subject", phrases)._replace(led=True)


def has_thing(phrases: Sequence[Phrase], sorts: frozenset[str]) -> bool:
    """Tell whether any phrase is a thing of some sorts."""
    return any(phrase.sort in sorts for phrase in phrases)
