"""What corrections do to the names, figures and events of a document, while it is read.

They are laid on right after each is found, so that all that is made of them follows: a corrected name is counted in its
list, a corrected figure is added up, a wrong name takes part in nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar, cast

from geo.base.records import Bound, Date, Document, Event, EventKind, Mention, Participant, Quantity, Role, Status
from geo.documents.metadata import refine_published
from geo.names.patterns import PLACE_RULES, find_kind_of
from geo.statements.breakdowns import Breakdown
from geo.statements.tabulations.table_statements import Tabulation
from geo.store.corrections.records import ACTS, Change, Corrected, Correction, read_day, read_value

Found = TypeVar("Found")
# The rule of a row that a reader has corrected.
CORRECTED = "corrected"


class Spot(NamedTuple):
    """Where a thing stands in its document, and its words there."""

    start: int
    end: int
    words: str


Locate = Callable[[int, int], Spot]


class Amended(NamedTuple, Generic[Found]):
    """What is left with its corrections, the places of the corrected in it, and the corrections that fitted."""

    left: list[Found]
    touched: frozenset[int]
    fitted: frozenset[Correction]


class Figure(NamedTuple):
    """A quantity; `dated` where its date is not simply the one that governs its place."""

    quantity: Quantity
    dated: bool = False
    date: Date | None = None


def correct_document(document: Document, corrections: Iterable[Correction]) -> Document:
    """Return a document with another title, outlet or day; its day is used as one that was given with it."""
    for correction in corrections:
        if correction.change == "published":
            published = refine_published(correction.value, document.lines)
            document = replace(document, published=published, published_from="given" if published else None)
        elif correction.change == "title":
            document = replace(document, title=correction.value)
        elif correction.change == "outlet":
            document = replace(document, outlet=correction.value)
    return document


def correct_mentions(
    mentions: Sequence[Mention], corrections: Iterable[Correction], locate: Locate
) -> Amended[Mention]:
    """Return the names with their corrections; `locate` gives the place of a span in the document."""
    return _amend(mentions, _choose("mentions", corrections), _Ways(_span, lambda m: m.code, _change_mention), locate)


def correct_events(events: Sequence[Event], corrections: Iterable[Correction], locate: Locate) -> Amended[Event]:
    """Return the events with their corrections; which of them are one act is not decided here."""
    own = [one for one in _choose("events", corrections) if one.change not in ACTS]
    return _amend(events, own, _Ways(_span, lambda event: event.kind, _change_event), locate)


def correct_figures(
    stated: Tabulation, corrections: Iterable[Correction], locate: Locate
) -> tuple[Tabulation, Amended[Figure]]:
    """Return what a text states with the corrections of its figures; a wrong one is part and total of nothing."""
    figures = [
        Figure(quantity, number in stated.dates, stated.dates.get(number))
        for number, quantity in enumerate(stated.quantities)
    ]
    ways = _Ways(lambda figure: _span(figure.quantity), lambda figure: figure.quantity.unit, _change_figure)
    amended = _amend(figures, _choose("quantities", corrections), ways, locate)
    if not amended.fitted:
        return stated, amended
    left = {figure.quantity.start: number for number, figure in enumerate(amended.left)}
    places = {number: left[one.start] for number, one in enumerate(stated.quantities) if one.start in left}
    corrected = stated._replace(
        quantities=[figure.quantity for figure in amended.left],
        sums=[kept for one in stated.sums for kept in _keep_sum(one, places)],
        dates={number: figure.date for number, figure in enumerate(amended.left) if figure.dated},
    )
    return corrected, amended


def _keep_sum(column: Breakdown, places: Mapping[int, int]) -> Iterable[Breakdown]:
    """Yield a table's sum with its figures where they now stand; without one of its parts it is not surely whole."""
    parts = tuple(places[part] for part in column.parts if part in places)
    total = None if column.total is None else places.get(column.total)
    if len(parts) > 1:
        whole = column.is_whole and len(parts) == len(column.parts)
        yield column._replace(parts=parts, total=total, is_whole=whole)


class _Ways(NamedTuple, Generic[Found]):
    """How corrections meet one sort of thing: its span, what tells two at one place apart, and how it changes."""

    span: Callable[[Found], tuple[int, int]]
    key: Callable[[Found], str]
    change: Callable[[Found, Change, str | None], Found]


def _choose(table: Corrected, corrections: Iterable[Correction]) -> list[Correction]:
    return [correction for correction in corrections if correction.table == table]


def _amend(
    found: Sequence[Found], corrections: Sequence[Correction], ways: _Ways[Found], locate: Locate
) -> Amended[Found]:
    """Lay corrections on things one after the other; a later one knows a row as it was read, or as the earlier left it."""
    if not corrections:
        return Amended(list(found), frozenset(), frozenset())
    spots = [locate(*ways.span(one)) for one in found]
    now: dict[int, Found | None] = {}
    fitted = set()
    for correction in corrections:
        for number, one in enumerate(found):
            current = now.get(number, one)
            if current is not None and _fits(correction, spots[number], (ways.key(one), ways.key(current))):
                fitted.add(correction)
                if correction.change == "wrong":
                    now[number] = None
                elif correction.change != "right":
                    now[number] = ways.change(current, correction.change, correction.value)
    left = [(number in now, now.get(number, one)) for number, one in enumerate(found)]
    kept = [(touched, one) for touched, one in left if one is not None]
    touched = frozenset(number for number, (changed, _) in enumerate(kept) if changed)
    return Amended([one for _, one in kept], touched, frozenset(fitted))


def _fits(correction: Correction, spot: Spot, keys: tuple[str, ...]) -> bool:
    if (correction.start, correction.end) != (spot.start, spot.end) or correction.which not in keys:
        return False
    return correction.words is None or squeeze(correction.words) == squeeze(spot.words)


def squeeze(words: str) -> str:
    """Return words without their blanks: a page break or a broken line makes no other words of them."""
    return "".join(words.split())


def _span(one: Mention | Quantity | Event) -> tuple[int, int]:
    return one.start, one.end


def _change_mention(mention: Mention, change: Change, value: str | None) -> Mention:
    """Return a name with another code; what it is called by (a demonym …) it stays, but no city stands for its country."""
    code = cast(str, value)
    rule = CORRECTED if mention.rule in PLACE_RULES else mention.rule
    return mention._replace(code=code, kind=find_kind_of(code), rule=rule)


def _change_figure(figure: Figure, change: Change, value: str | None) -> Figure:
    if change == "date":
        return figure._replace(dated=True, date=None if value is None else read_day(value))
    return figure._replace(quantity=_change_quantity(figure.quantity, change, value))


def _change_quantity(quantity: Quantity, change: Change, value: str | None) -> Quantity:
    if change == "value":
        low, high = read_value(cast(str, value))
        bound: Bound = "between" if high > low else "exact" if quantity.bound == "between" else quantity.bound
        return quantity._replace(value=low, value_to=high if high > low else None, bound=bound)
    if change == "bound":
        return quantity._replace(bound=cast(Bound, value), value_to=None)
    if change == "status":
        return quantity._replace(status=cast("Status | None", value))
    if change == "unit":
        return quantity._replace(unit=cast(str, value))
    if change == "scope":
        return quantity._replace(scope=value)
    return quantity._replace(giver=value) if change == "giver" else quantity._replace(recipient=value)


def _change_event(event: Event, change: Change, value: str | None) -> Event:
    if change == "kind":
        return event._replace(kind=cast(EventKind, value))
    if change == "status":
        return event._replace(status=cast("Status | None", value))
    if change == "date":
        return event._replace(date=None if value is None else read_day(value))
    role = cast(Role, change)
    others = tuple(one for one in event.participants if one.role != role)
    return event._replace(participants=(*others, *(Participant(code, role) for code in (value or "").split())))
