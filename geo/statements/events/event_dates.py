"""When an event happened: the date that governs its clause, unless the words put it on another day."""

import re
from datetime import timedelta

from geo.base.records import Date, Status

_DAYS_BACK = {"昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "yesterday": 1}
_BACK = re.compile("|".join(_DAYS_BACK), re.IGNORECASE)
_AS_OF = re.compile(r"截至|截止|\bas of\b|\bby\b", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"上[周月]|去年|前年|上个?星期|[\d一两二三四五六七八九十数几多](?:个?月|年|周|天|日)之?前|\blast (?:week|month|year)\b|\b(?:days?|weeks?|months?|years?) (?:ago|earlier|before)\b|\bearlier\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(
    r"\b(?:on|late|early)? ?(?P<en>"
    + "|".join(_WEEKDAYS)
    + r")\b|(?<!下)(?:本周|周|星期)(?P<zh>[一二三四五六日])(?![\d家])",
    re.IGNORECASE,
)

# "The minister said on Monday that …": the day of the speech.
_SPOKEN = re.compile(r"\b(?:said|says|told|reported|announced|pledged|promised|confirmed)\b[^,;.]{0,24}$")
_SPEAKS = re.compile(r"(?:宣布|承诺|表示)|,? (?:announced|pledged|promised)\b")


def settle_date(
    governing: Date | None, clause: str, status: Status | None, *, retold: bool, reported: bool
) -> Date | None:
    """Return the day of an event; None where it is told as past and no day is stated.

    `governing` is the date of the event's clause, `clause` its words. What is planned has the day on which it is told
    of, what is announced that of the announcement; `reported` says that someone tells of it, so that a chronicle's day is that of the speech and not of the event.
    """
    if governing is None or governing.source == "sentence":
        return governing
    moved = None if status == "planned" else _move(governing, clause, status == "announced")
    if moved is not None:
        return moved
    if retold or _LONG_AGO.search(clause):
        return None
    return None if reported and governing.source == "heading" and not _AS_OF.search(clause) else governing


def _move(governing: Date, clause: str, spoken: bool) -> Date | None:
    """Return the day that "yesterday" or "on Monday" means, seen from a known day; `spoken` wants that of the words."""
    if governing.precision != "day":
        return None
    back = _BACK.search(clause)
    if back:
        return _count_back(governing, _DAYS_BACK[back[0].lower()])
    weekday = _WEEKDAY.search(clause)
    if weekday is None or _is_of_speech(clause, weekday) != spoken:
        return None
    wanted = _WEEKDAYS.index(weekday["en"].lower()) if weekday["en"] else "一二三四五六日".index(weekday["zh"])
    return _count_back(governing, (governing.date.weekday() - wanted) % 7)


def _is_of_speech(clause: str, weekday: re.Match[str]) -> bool:
    return bool(_SPOKEN.search(clause, 0, weekday.start()) or _SPEAKS.match(clause, weekday.end()))


def _count_back(governing: Date, days: int) -> Date | None:
    if governing.date.toordinal() <= days:
        return None
    return Date(governing.date - timedelta(days=days), "day", "sentence")
