"""When an event happened: the date that governs its clause, unless the words put it on another day."""

import re
from typing import NamedTuple

from geo.base.records import Date, Status
from geo.documents.dates import find_stated_dates
from geo.documents.relative_days import count_days_after, find_relative_day, is_long_ago, read_day_words

_AS_OF = re.compile(r"截至|截止|\bas of\b|\bby\b", re.IGNORECASE)
# "The minister said on Monday that …": the day of the speech.
_SPOKEN = re.compile(r"\b(?:said|says|told|reported|announced|pledged|promised|confirmed)\b[^,;.]{0,24}$")
_SPEAKS = re.compile(r"(?:宣布|承诺|表示|称|说)|,? (?:announced|pledged|promised)\b")


class Telling(NamedTuple):
    """The words that may tell the day of an act: those of its clause, and what opens its sentence ("Yesterday, …").

    `retold` says that the clause puts it before the day of the text, `reported` that someone tells of it, so that a
    chronicle's day is that of the speech and not of the event.
    """

    clause: str
    opening: str
    language: str
    status: Status | None
    retold: bool = False
    reported: bool = False


def settle_date(governing: Date | None, told: Telling) -> Date | None:
    """Return the day of an event; None where it is told as past and no day is stated.

    `governing` is the date of the event's clause. What is planned has the day on which it is told of, what is announced
    that of the announcement.
    """
    if governing is None:
        return None
    moved = None if told.status == "planned" else _move(governing, told)
    if moved is not None:
        return moved
    if governing.source == "sentence":
        return governing
    if told.retold or any(is_long_ago(words, told.language) for words in (told.clause, told.opening)):
        return None
    reported = told.reported and governing.source == "heading"
    return None if reported and not _AS_OF.search(told.opening + told.clause) else governing


def _move(governing: Date, told: Telling) -> Date | None:
    """Return the day that "yesterday", "on Monday" or "the next day" means, told in the act's clause or before it."""
    for words in (told.clause, told.opening):
        if governing.source == "sentence" and _states_day(words, told):
            counted = read_day_words(told.language).from_told.search(words.lower())
            words = counted[0] if counted and not count_days_after(told.opening or told.clause) else ""
        if words and not _is_of_other(words, told):
            moved = find_relative_day(words, governing, told.language)
            if moved is not None:
                return moved
    return None


def _states_day(words: str, told: Telling) -> bool:
    """Tell words that have a date of their own, or none of a weekday, from "arrived on Friday" behind a dateline."""
    weekday = read_day_words(told.language).weekday.search(words.lower())
    return weekday is None or words is told.opening or bool(find_stated_dates(words, told.language))


def _is_of_other(words: str, told: Telling) -> bool:
    """Tell a weekday on which someone spoke, of an act that is done, from that of the act itself, and the other way round."""
    day = read_day_words(told.language).weekday.search(words.lower())
    if day is None:
        return False
    speech = bool(_SPOKEN.search(words, 0, day.start()) or _SPEAKS.match(words, day.end()))
    return speech != (told.status == "announced")
