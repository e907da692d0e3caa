"""One correction of what was read: which row, what changes, the new value, who says so, why and when.

A row is known by its place in its document and its words, never by a running number: a document that is read again by a
later version keeps its corrections. What no row stands at any more is reported, and changes nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple, get_args

from geo.base.errors import CorrectionError, GeoError
from geo.base.intervals import Interval
from geo.base.periods import parse_day
from geo.base.records import Bound, Date, EventKind, Precision, Role, Status
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations
from geo.reference.regions import WORLD, read_regions

Corrected = Literal["documents", "mentions", "quantities", "events"]
Change = Literal[
    "right", "wrong", "code", "value", "bound", "unit", "scope", "status", "date", "kind", "giver", "recipient", "party", "host",
    "published", "title", "outlet", "joined_to", "alone",
]  # fmt: skip
# What may change of each table's rows.
CHANGES: Mapping[Corrected, tuple[Change, ...]] = {
    "documents": ("published", "title", "outlet"),
    "mentions": ("right", "wrong", "code"),
    "quantities": ("right", "wrong", "value", "bound", "unit", "scope", "giver", "recipient", "status", "date"),
    "events": ("right", "wrong", "kind", "status", "date", *get_args(Role), "joined_to", "alone"),
}
# These say all by themselves and take no value.
BARE: tuple[Change, ...] = ("right", "wrong", "alone")
# These must have one; of the others a missing value is an unknown one.
_NEEDED: tuple[Change, ...] = ("code", "value", "bound", "unit", "kind", "joined_to")
ACTS: tuple[Change, ...] = ("joined_to", "alone")

_NUMBER = r"\d{1,15}(?:\.\d{1,9})?"
_RANGE = re.compile(rf"(?P<low>{_NUMBER})(?: ?[-–] ?(?P<high>{_NUMBER}))?")
# "CHN:firms", ":firms": who is not a country's government (see geo.base.records.Quantity).
_ACTORS = ("local", "firms", "foundations", "individuals", "groups", "government")
_EVENT = re.compile(r"(?P<document>\S{1,60}) (?P<start>\d{1,9})-(?P<end>\d{1,9}) (?P<kind>[a-z_]{1,30})")
_LONGEST = 200
_PRECISIONS: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}


class Place(NamedTuple):
    """Where a row stands: its document, its span there, and what tells it from others at the same place."""

    document: str
    start: int | None
    end: int | None
    which: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; raises CorrectionError, in one line, where it can change nothing as it is written.

    `table` and `document` say where the row is; `start`, `end` and `words` its span and what stands there, and `which`
    what tells it from others at that place: a mention's code, a quantity's unit, an event's kind. A document needs none
    of the four. `change` is "right" (somebody has checked the row, and it stays), "wrong" (it goes), the field that changes, or for an event "joined_to" (its act and that
    of another event are one) and "alone" (it is an act of its own). `value` is the new value as text, None where it is
    unknown: a code, a number ("89", "100-120"), a date ("2020-03-26", "2020-03", "2020", "2020-03-26/2020-03-28"); for an
    event's sides all codes with a space between; for joined_to the other event, as `spell_event` writes it.
    `when` is an ISO 8601 time.
    """

    table: Corrected
    document: str
    change: Change
    value: str | None = None
    start: int | None = None
    end: int | None = None
    words: str | None = None
    which: str | None = None
    who: str | None = None
    why: str | None = None
    when: str | None = None

    def __post_init__(self) -> None:
        """Raise CorrectionError for what no row can take."""
        _check_place(self)
        if self.change not in CHANGES[self.table]:
            raise CorrectionError(
                f"change is {self.change!r}; of {self.table} can change: {', '.join(CHANGES[self.table])}"
            )
        _check_value(self)
        if self.when is not None:
            _check_time(self.when)

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.document, self.start, self.end, self.which)


def spell_event(document: str, start: int, end: int, kind: str) -> str:
    """Return how a correction names another event.

    >>> spell_event("4a5b", 10, 32, "call")
    '4a5b 10-32 call'
    """
    return f"{document} {start}-{end} {kind}"


def read_event(text: str) -> Place:
    """Return the place of an event that a correction names; raise CorrectionError where the text names none."""
    found = _EVENT.fullmatch(text)
    if found is None:
        raise CorrectionError(f"{text!r} is no event; write its document, place and kind like 'a1b2c3 120-164 call'")
    return Place(found["document"], int(found["start"]), int(found["end"]), found["kind"])


def read_value(text: str) -> Interval:
    """Return the two ends of a number or a range of numbers; raise CorrectionError where it is none.

    >>> read_value("89"), read_value("100-120")
    (Interval(low=89.0, high=89.0), Interval(low=100.0, high=120.0))
    """
    found = _RANGE.fullmatch(text)
    if found is None:
        raise CorrectionError(f"{text!r} is no number; write it in digits like 89 or 2.5, a range like 100-120")
    ends = Interval(float(found["low"]), float(found["high"] or found["low"]))
    if ends.low > ends.high:
        raise CorrectionError(f"{text!r} falls; write the smaller number of a range first")
    return ends


def read_day(text: str) -> Date:
    """Return a date of any precision, or a span of days ("2020-03-26/2020-03-28"); raise CorrectionError for no date."""
    first, _, last = text.partition("/")
    since, until = _parse_day(first), _parse_day(last) if last else None
    if until is not None and (until < since or len(first) != len(last) or len(first) != len("2020-03-26")):
        raise CorrectionError(f"{text!r} is no span of days; write it like 2020-03-26/2020-03-28")
    return Date(since, _PRECISIONS[len(first)], "corrected", until)


def _parse_day(text: str) -> date:
    try:
        return parse_day(text)
    except GeoError as error:
        raise CorrectionError(str(error)) from error


def _check_place(correction: Correction) -> None:
    if correction.table not in CHANGES:
        raise CorrectionError(f"table is {correction.table!r}; write one of {', '.join(CHANGES)}")
    if not correction.document:
        raise CorrectionError("no document is named; write its key, as the table of documents has it")
    if correction.table == "documents":
        return
    if correction.start is None or correction.end is None or not 0 <= correction.start <= correction.end:
        raise CorrectionError(f"a row of {correction.table} needs its start and end, in characters of its document")
    if correction.which is None:
        names = {"mentions": "the code", "quantities": "the unit", "events": "the kind"}
        raise CorrectionError(f"which is missing; write {names[correction.table]} of the row as it was read")


def _check_value(correction: Correction) -> None:
    change, value = correction.change, correction.value
    if change in BARE and value is not None:
        raise CorrectionError(f"{change} takes no value, and {value!r} is given; leave it empty")
    if value is None:
        if change in _NEEDED:
            raise CorrectionError(f"the new {change} is missing; write it as the value")
        return
    if not value.strip() or (len(value) > _LONGEST and change not in get_args(Role)):
        raise CorrectionError(f"the new {change} is empty or longer than {_LONGEST} characters; write it shorter")
    _CHECKS.get(change, _check_nothing)(value, correction.table)


def _check_nothing(value: str, table: Corrected) -> None:
    """Take any text."""


def _check_code(value: str, table: Corrected) -> None:
    if value not in read_areas() and value not in read_regions() and value not in read_organisations():
        raise CorrectionError(
            f"{value!r} is no code we know; write a country or area like SRB, a region like 142 or an organisation like org:who"
        )


def _check_scope(value: str, table: Corrected) -> None:
    if value != WORLD:
        _check_code(value, table)


def _check_side(value: str, table: Corrected) -> None:
    """Take a code of a figure's side, or the codes of an event's, each with who acts for it."""
    sides = value.split() if table == "events" else [value]
    for side in sides:
        code, colon, actors = side.partition(":") if not side.startswith(("org:", "region:")) else (side, "", "")
        if code or not colon:
            _check_code(code, table)
        if colon and not set(actors.split("+")) <= set(_ACTORS):
            raise CorrectionError(f"{side!r}: after the colon stands who acts: {', '.join(_ACTORS)}, joined by +")
    if len(set(sides)) < len(sides):
        raise CorrectionError(f"{value!r} names a side twice; write each once")


def _check_published(value: str, table: Corrected) -> None:
    _parse_day(value)


def _check_number(value: str, table: Corrected) -> None:
    read_value(value)


def _check_day(value: str, table: Corrected) -> None:
    read_day(value)


def _check_event(value: str, table: Corrected) -> None:
    read_event(value)


def _check_one_of(known: tuple[str, ...]) -> "Callable[[str, Corrected], None]":
    def check(value: str, table: Corrected) -> None:
        if value not in known:
            raise CorrectionError(f"{value!r} is none of the known values; write one of {', '.join(known)}")

    return check


def _check_time(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise CorrectionError(f"{text!r} is no time; write it like 2026-01-31T12:00:00+00:00") from error


_CHECKS: Mapping[Change, Callable[[str, Corrected], None]] = {
    "code": _check_code,
    "value": _check_number,
    "bound": _check_one_of(tuple(bound for bound in get_args(Bound) if bound != "between")),
    "scope": _check_scope,
    "status": _check_one_of(get_args(Status)),
    "date": _check_day,
    "kind": _check_one_of(get_args(EventKind)),
    **dict.fromkeys(get_args(Role), _check_side),
    "published": _check_published,
    "joined_to": _check_event,
}
