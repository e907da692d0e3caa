"""Days and periods as the reference tables state them: ISO 8601 dates of any precision."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from geo.base.errors import GeoError
from geo.base.records import Precision

# How exact an ISO 8601 date of so many characters is.
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Period(NamedTuple):
    """From a first day to a last day, both included; an open end is None."""

    since: date | None
    until: date | None

    def holds(self, day: date | None) -> bool:
        """Say whether a day lies in the period; None asks whether the period still lasts in the latest state."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def parse_day(text: str) -> date:
    """Return the first day of an ISO 8601 date of any precision ("2020-03-26", "2020-03", "2020").

    Raises GeoError where the text is no such date.
    """
    try:
        # Python also reads "20200326" and week dates, which nobody writes in these tables.
        return date.fromisoformat(f"{text}-01-01"[:10] if _SHAPE.fullmatch(text) else "")
    except ValueError as error:
        raise GeoError(f"{text!r} is no date; write it like 2020-03-26, 2020-03 or 2020") from error


def parse_period(since: str, until: str) -> Period:
    """Return the period between two stated dates; "" is an open end, and "2019" lasts until its last day.

    Raises ValueError where a text is no date or the period ends before it begins.
    """
    period = Period(_parse(since, is_end=False) if since else None, _parse(until, is_end=True) if until else None)
    if period.since and period.until and period.since > period.until:
        raise ValueError(f"the period from {since} ends before it begins, on {until}")
    return period


def find_last_day(first: date, precision: Precision) -> date:
    """Return the last day of the day, month or year that begins with a day."""
    month = 12 if precision == "year" else first.month
    return first if precision == "day" else date(first.year, month, monthrange(first.year, month)[1])


def _parse(text: str, *, is_end: bool) -> date:
    """Return the first or the last day of a stated date."""
    try:
        day = parse_day(text)
    except GeoError as error:
        raise ValueError(str(error)) from error
    return find_last_day(day, _PRECISIONS[len(text)]) if is_end else day
