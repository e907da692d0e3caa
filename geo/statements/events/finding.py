"""From sentences to events: each sentence's acts are read, completed by the sentences around it, and dated."""

import re
from collections.abc import Callable, Sequence

from geo.base.records import Date, Event, Mention, Participant, Quantity, Role
from geo.reference.memberships import find_members
from geo.statements.events.acts import GIFTS, Act
from geo.statements.events.event_dates import Telling, settle_date
from geo.statements.events.event_themes import find_topic
from geo.statements.events.memories import Found
from geo.statements.events.readers import READERS
from geo.statements.events.readings import Body, Passage, Reading, list_within
from geo.statements.events.sides import Codes

_CLAUSE = re.compile(r"[，；：,;:]")
_BEFORE, _BEHIND = 60, 50  # characters around the words of an act that may tell what it is about


def find_events(
    text: str,
    sentences: Sequence[Passage],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    language: str | None,
    date_at: Callable[[int], Date | None],
) -> list[Event]:
    """Return the events that a document states, in order; all offsets count in `text`.

    `mentions` and `quantities` are all those of the text; `date_at` gives the date that governs a place of
    it. In a language whose grammar we do not have nothing is found.
    """
    if language is None or language not in READERS:
        return []
    counted = sorted(quantities, key=lambda quantity: quantity.start)
    named = frozenset(mention.code for mention in mentions)
    reading = Reading(Body(text, sorted(mentions), counted, language, named), READERS[language], date_at)
    for one in sentences:
        reading.read(one)
    made = [(found.words.start, _make_event(text, found, counted, date_at)) for found in reading.found]
    return _drop_repeats(text, made)


def _make_event(
    text: str, found: Found, quantities: Sequence[Quantity], date_at: Callable[[int], Date | None]
) -> Event:
    act, words = found.act, found.words
    start, end = act.start, act.end
    first, last = words.start, words.end
    act = _drop_listed(act, list_within(quantities, Passage(first, last)))
    reported = found.reported and not _is_total(act)
    day = settle_date(date_at(start), _find_telling(text, found, reported=reported))
    before = _CLAUSE.split(text[max(first, start - _BEFORE) : start])[-1]
    theme = find_topic(act.kind, before + text[start : min(last, end + _BEHIND)], words.language)
    return Event(start, end, act.kind, act.status, theme, day, _list_participants(act), act.rule, act.verb)


def _find_telling(text: str, found: Found, *, reported: bool) -> Telling:
    """Return the words that may tell an act's day: its clause, and what opens its sentence before that."""
    act, words, frame = found.act, found.words, found.frame
    clause = text[frame.clause_start : frame.clause_end]
    opening = _CLAUSE.split(text[words.start : frame.clause_start])[0]
    return Telling(clause, opening, words.language, act.status, retold=act.retold, reported=reported)


def _drop_listed(act: Act, counted: Sequence[Quantity]) -> Act:
    """Return an act without a region of which as many countries are named as are counted: "ten Asian countries: …"."""
    scopes = {one.scope: one.value for one in counted if one.unit == "countries" and one.scope}
    codes = (*act.givers, *act.recipients, *act.parties)
    named = {scope for scope, value in scopes.items() if len(set(find_members(scope)) & set(codes)) >= value}
    sides = ([code for code in side if code not in named] for side in (act.givers, act.recipients, act.parties))
    givers, recipients, parties = map(tuple, sides)
    return act._replace(givers=givers, recipients=recipients, parties=parties)


def _is_total(act: Act) -> bool:
    """Tell a total from a single act: "has sent aid to 120 countries" holds as of the day on which it is said."""
    return act.counted and act.kind in (*GIFTS, "team_sent")


def _list_participants(act: Act) -> tuple[Participant, ...]:
    roles: tuple[tuple[Role, Codes], ...] = (
        ("giver", act.givers), ("recipient", act.recipients), ("party", act.parties), ("host", act.hosts),
    )  # fmt: skip
    return tuple(dict.fromkeys(Participant(code, role) for role, codes in roles for code in codes))


def _drop_repeats(text: str, events: Sequence[tuple[int, Event]]) -> list[Event]:
    """Return the events in order, what one sentence says twice once; each has the place where its sentence begins.

    Where a side is only counted the words must be the same.
    """
    kept: dict[tuple[object, ...], Event] = {}
    for sentence, event in sorted(events, key=lambda one: (one[1].start, one[1].end)):
        roles = {participant.role for participant in event.participants}
        words = text[event.start : event.end] if len(roles) == 1 and "party" not in roles else ""
        taken = frozenset(event.participants)
        kept.setdefault((sentence, event.kind, event.status, event.theme, event.date, taken, words), event)
    return list(kept.values())
