"""The clause reader: who does what to whom in each clause of a sentence, as frames."""

from geo.clauses.frames.records import Frame, Phrase, Slot, Words

__all__ = ["Frame", "Phrase", "Slot", "Words"]
