"""The clause reader: who does what to whom in each clause of a sentence, as frames."""

from geo.clauses.frames.records import Frame, Phrase, Reading, Slot, Words

__all__ = ["Frame", "Phrase", "Reading", "Slot", "Words"]
