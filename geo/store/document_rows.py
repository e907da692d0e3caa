"""A document to the rows of the tables: its whole reading, as one pure function.

The sentences of a document are read as one text, so that a name on one page can decide a short form on another; what
is found is then given its sentence and its place in the document.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from geo.base.collection import without_collection
from geo.base.limits import LIMITS, Limits
from geo.base.records import Date, Document, Event, Mention, Quantity, Refusal
from geo.names.patterns import PLACE_RULES
from geo.statements.breakdowns import Breakdown
from geo.statements.checks import Check, check_lists, check_sums
from geo.statements.events import AMOUNTS, ToldEvent, join_tellings
from geo.statements.part_status import hold_status
from geo.statements.running_figures import find_running_totals
from geo.statements.tabulations.table_statements import Tabulation, add_tables, list_breakdowns
from geo.store.bodies import Body, date_place, join_sentences, name_part
from geo.store.body_readings import read_acts, read_figures, read_names
from geo.store.corrections.changes import (
    CORRECTED,
    Amended,
    Figure,
    correct_document,
    correct_events,
    correct_figures,
    correct_mentions,
)
from geo.store.corrections.records import ACTS, Correction

Row = tuple[object, ...]
Rows = dict[str, list[Row]]


# Where a date comes from that is only the day by which something had happened.
_BY_THEN = ("document", "given")


class Reading(NamedTuple):
    """The rows of one document by table, in the order of the tables' columns, and the corrections that fit none."""

    rows: Mapping[str, list[Row]]
    unfit: list[Correction]


def extract_rows(document: Document) -> Mapping[str, list[Row]]:
    """Return the rows of one document by table, in the order of the tables' columns."""
    return read_rows(document).rows


# What a document is read as is freed without a collector; only the scan of its short forms holds itself, and waits until after it.
@without_collection()
def read_rows(document: Document, corrections: Sequence[Correction] = (), limits: Limits = LIMITS) -> Reading:
    """Return the rows of one document, read with its corrections; those of acts, which join documents, are left.

    Names, figures and events are corrected as they are found: what is made of them follows.
    """
    document = correct_document(document, corrections)
    body = join_sentences(document, limits)
    found, refused = read_names(body)
    named = correct_mentions(found, corrections, body.locate)
    mentions = named.left
    counted = [mention for mention in mentions if mention.rule not in PLACE_RULES]
    prose = read_figures(body, counted)
    tabulated = add_tables(body.text, counted, prose, lambda place: date_place(body, place), document.language)
    corrected, figures = correct_figures(tabulated, corrections, body.locate)
    breakdowns, stated = _break_down(body, counted, corrected, figures.touched)
    events = correct_events(read_acts(body, mentions, stated.quantities), corrections, body.locate)
    fitted = named.fitted | figures.fitted | events.fitted
    unfit = [one for one in corrections if one.table != "documents" and one.change not in ACTS and one not in fitted]
    rows: Rows = {
        **list_text(document),
        "sentences": [
            (document.document, number, s.start, s.end, s.text, *_list_date(s.date))
            for number, s in enumerate(body.sentences)
        ],
        "mentions": [_list_mention(body, mention, n in named.touched) for n, mention in enumerate(mentions)],
        "quantities": _list_quantities(body, stated, figures),
        "refused": [_list_refusal(body, refusal) for refusal in (*refused, *stated.refusals)],
        **_list_events(body, events, stated.quantities),
        **_check(body, counted, stated, breakdowns),
        "failures": list(body.cut),
    }
    return Reading(rows, unfit)


def list_text(document: Document) -> Rows:
    """Return the rows of a document itself and of its lines."""
    return {
        "documents": [_list_document(document)],
        "lines": [
            (document.document, number, line.page, line.start, line.end, line.text, line.rule)
            for number, line in enumerate(document.lines)
        ],
    }


def _list_document(document: Document) -> Row:
    return (
        document.document,
        document.id,
        document.title,
        document.published,
        document.outlet,
        document.url,
        document.language,
        len(document.text),
        document.path,
        document.story,
    )


def _list_date(stated: Date | None) -> Row:
    return (None, None, None, None) if stated is None else tuple(stated)


def _list_mention(body: Body, mention: Mention, corrected: bool) -> Row:
    place = body.place(mention.start, mention.end)
    sentence = body.find_sentence(mention.start)
    return (
        body.document.document,
        sentence,
        *place,
        body.quote(mention.start, mention.end),
        mention.kind,
        mention.code,
        CORRECTED if corrected else mention.rule,
    )


def _list_quantities(body: Body, stated: Tabulation, figures: Amended[Figure]) -> list[Row]:
    sentences = [one._replace(text=plain.text) for one, plain in zip(body.sentences, body.plain, strict=True)]
    running = find_running_totals(stated.quantities, sentences, body.starts, body.document.language)
    rows = [_list_quantity(body, number, stated, number in running) for number in range(len(stated.quantities))]
    return [(*row[:-1], CORRECTED) if number in figures.touched else row for number, row in enumerate(rows)]


def _list_quantity(body: Body, number: int, stated: Tabulation, running: bool) -> Row:
    quantity = stated.quantities[number]
    sentence = body.find_sentence(quantity.start)
    day = stated.dates[number] if number in stated.dates else date_place(body, quantity.start)
    return (
        name_part(body, number),
        body.document.document,
        sentence,
        *body.place(quantity.start, quantity.end),
        body.quote(quantity.start, quantity.end),
        quantity.value,
        quantity.value_to,
        quantity.bound,
        quantity.unit,
        quantity.noun,
        quantity.scope,
        quantity.theme,
        quantity.giver,
        quantity.recipient,
        quantity.status,
        *_list_date(day),
        running,
        quantity.rule,
    )


def _list_events(body: Body, found: Amended[Event], quantities: Sequence[Quantity]) -> dict[str, list[Row]]:
    """Return the rows of the events and of those who took part."""
    events = [
        event._replace(rule=CORRECTED) if number in found.touched else event for number, event in enumerate(found.left)
    ]
    acts = join_tellings(_list_tellings(body, events, quantities))
    events = _take_days(body, events, acts)
    return {
        "events": [
            (*_list_event(body, number, event), acts[name_part(body, number)]) for number, event in enumerate(events)
        ],
        "participants": [
            (name_part(body, number), code, role)
            for number, event in enumerate(events)
            for code, role in event.participants
        ],
    }


def _take_days(body: Body, events: Sequence[Event], acts: Mapping[str, str]) -> list[Event]:
    """Return the events; one that has only the day of its document, as a headline has, takes that of its act if one is told."""
    told: dict[tuple[str, str, str | None], Date] = {}
    for number, event in enumerate(events):
        if event.date is not None and event.date.source not in _BY_THEN:
            told.setdefault((acts[name_part(body, number)], event.kind, event.status), event.date)
    return [
        event._replace(date=told.get((acts[name_part(body, number)], event.kind, event.status), event.date))
        if event.date is not None and event.date.source in _BY_THEN else event
        for number, event in enumerate(events)
    ]  # fmt: skip


def _list_tellings(body: Body, events: Sequence[Event], quantities: Sequence[Quantity]) -> Iterator[ToldEvent]:
    """Yield what each event tells of its act, with what its sentence counts."""
    counted: dict[int, set[tuple[str, float]]] = defaultdict(set)
    for quantity in quantities:
        if re.fullmatch(AMOUNTS, quantity.unit):
            counted[body.find_sentence(quantity.start)].add((quantity.unit, quantity.value))
    for number, event in enumerate(events):
        day = event.date
        yield ToldEvent(
            name_part(body, number), event.kind, event.status, event.theme, event.verb, frozenset(event.participants),
            day and day.date, day and day.precision, frozenset(counted[body.find_sentence(event.start)]),
            day is not None and day.source in _BY_THEN,
        )  # fmt: skip


def _list_event(body: Body, number: int, event: Event) -> Row:
    return (
        name_part(body, number),
        body.document.document,
        body.find_sentence(event.start),
        *body.place(event.start, event.end),
        event.kind,
        event.status,
        event.theme,
        *_list_date(event.date),
        event.rule,
        event.verb,
    )


def _list_refusal(body: Body, refusal: Refusal) -> Row:
    place = body.place(refusal.start, refusal.end)
    candidates = " ".join(refusal.candidates) or None
    return (body.document.document, *place, body.quote(refusal.start, refusal.end), candidates, refusal.reason)


def _break_down(
    body: Body, mentions: Sequence[Mention], stated: Tabulation, touched: Collection[int]
) -> tuple[list[Breakdown], Tabulation]:
    """Return the breakdowns, and what is stated with the status that a whole gives to its parts."""
    sentences = [body.find_sentence(quantity.start) for quantity in stated.quantities]
    named = sorted(mentions, key=lambda mention: mention.start)
    breakdowns = list_breakdowns(stated, sentences, body.text, body.document.language, named)
    return breakdowns, stated._replace(quantities=hold_status(stated.quantities, breakdowns, sentences, touched))


def _check(
    body: Body, mentions: Sequence[Mention], stated: Tabulation, breakdowns: Sequence[Breakdown]
) -> dict[str, list[Row]]:
    """Return the rows of the breakdowns and of all checks."""
    quantities = stated.quantities
    listed = check_lists(body.text, quantities, mentions, body.document.language)
    checks = [*check_sums(quantities, breakdowns), *listed]
    return {
        "breakdowns": [
            (name_part(body, one.breakdown), name_part(body, quantity), role)
            for one in breakdowns
            if len(one.parts) > 1
            for quantity, role in ((one.total, "total"), *((part, "part") for part in one.parts))
            if quantity is not None
        ],
        "checks": [
            (
                name_part(body, number),
                check.kind,
                body.document.document,
                name_part(body, check.quantity),
                check.expected,
                check.found,
                check.difference,
                check.verdict,
            )
            for number, check in enumerate(checks)
        ],
        "check_members": [
            row for number, check in enumerate(checks) for row in _list_members(body, number, check, quantities)
        ],
    }


def _list_members(body: Body, number: int, check: Check, quantities: Sequence[Quantity]) -> Iterator[Row]:
    """Yield a row for each figure that a check added up and each name that it counted, with its place."""
    key, document = name_part(body, number), body.document.document
    for part in check.parts:
        quantity = quantities[part]
        yield key, document, name_part(body, part), *body.place(quantity.start, quantity.end), None
    for mention in check.names:
        yield key, document, None, *body.place(mention.start, mention.end), mention.code
