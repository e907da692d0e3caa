"""Which events are one act: told again in another sentence or document, or a stage of what was told before.

An act is announced, then done; a team is sent, then arrives. Two events are one act only where they have the same sides,
theme and family of kinds, and their days fit. Of teams that one side sends the same day it is enough that they were sent
to one country in common: "teams to Peru, Chile and Fiji" and "a team arrived in Fiji". What was denied joins none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from geo.base.periods import find_last_day
from geo.base.records import Precision
from geo.statements.events.told_events import Amount, Stage, ToldEvent

# How many days may lie between two stages of one act.
MOST_DAYS: Mapping[str, int] = {"team": 5, "supplies": 21, "donation": 21}
# Where more might be the other stage, or what is told without a day, it is not known which is.
_MOST_NEAR = 100
_WEEK = 7


class _Telling(NamedTuple):
    """What is told of one stage of an act, of one day; `day` is None or the first of a month or year where none is known."""

    events: tuple[ToldEvent, ...]
    day: date | None
    precision: Precision | None
    stage: Stage
    amounts: frozenset[Amount]
    documents: frozenset[str]
    is_by_then: bool

    @property
    def days(self) -> int:
        """The number of its day, to reckon with."""
        return self.day.toordinal() if self.day else 0


_Act = list[_Telling]


def join_tellings(events: Iterable[ToldEvent]) -> dict[str, str]:
    """Return of each event the act that it tells of, which is called as the first event that tells of it.

    The order of the events does not matter.
    """
    alike: dict[object, list[ToldEvent]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.place):
        alike[event.key].append(event)
    return {one.event: act[0].event for group in alike.values() for act in _join(group) for one in act}


def _join(events: Sequence[ToldEvent]) -> Iterator[list[ToldEvent]]:
    """Yield the acts of events that have their key in common, each in the order of its events."""
    loose = _list_loose(events)
    acts = _join_stages(_list_dated([event for event in events if event not in loose]))
    told = _list_by_document(acts)
    joined = [list(act) for act in acts]
    for rest in _list_undated([event for event in events if event in loose]):
        near = told[min(rest.documents)]
        fits = [number for number in near if _may_be(rest, acts[number])] if len(near) <= _MOST_NEAR else []
        if len(fits) == 1:
            joined[fits[0]].append(rest)
        else:
            joined.append([rest])
    for act in joined:
        yield sorted((one for telling in act for one in telling.events), key=lambda event: event.place)


def _list_loose(events: Sequence[ToldEvent]) -> frozenset[ToldEvent]:
    """Return what has no day of its own: none is known, or only that of a document that tells the same of a day before."""
    stated: dict[str, list[date]] = defaultdict(list)
    for event in events:
        if event.day is not None and event.precision == "day" and not event.is_by_then:
            stated[event.document].append(event.day)
    return frozenset(
        event
        for event in events
        if event.day is None or event.precision != "day"
        or (event.is_by_then and any(0 <= (event.day - day).days <= _WEEK for day in stated[event.document]))
    )  # fmt: skip


def _list_by_document(acts: Sequence[_Act]) -> Mapping[str, list[int]]:
    """Return the numbers of the acts that each document tells of."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        for document in frozenset[str]().union(*(telling.documents for telling in act)):
            told[document].append(number)
    return told


def _list_dated(events: Sequence[ToldEvent]) -> list[_Telling]:
    """Return what is told of each day and stage, in the order of the days."""
    days: dict[tuple[date, Stage], list[ToldEvent]] = defaultdict(list)
    for event in events:
        if event.day is not None:
            days[event.day, event.stage].append(event)
    return [
        telling for _, alike in sorted(days.items()) for group in _share_takers(alike) for telling in _tell_apart(group)
    ]


def _share_takers(events: Sequence[ToldEvent]) -> list[list[ToldEvent]]:
    """Return the events in groups: each has a taker of teams in common with another one of its group."""
    groups: list[list[ToldEvent]] = []
    for event in events:
        near = [group for group in groups if any(_share_one(event, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([one for group in near for one in group] + [event])
    return groups


def _share_one(one: ToldEvent, other: ToldEvent) -> bool:
    """Tell whether two events have a taker of teams in common, or neither has any."""
    return bool(one.takers & other.takers) or one.takers == other.takers


def _list_undated(events: Sequence[ToldEvent]) -> list[_Telling]:
    """Return what has no day, the same of one document together."""
    rest: dict[object, list[ToldEvent]] = defaultdict(list)
    for one in events:
        rest[one.document, one.stage, one.day, one.precision].append(one)
    return [telling for alike in rest.values() for group in _share_takers(alike) for telling in _tell_apart(group)]


def _tell_apart(events: Sequence[ToldEvent]) -> Iterator[_Telling]:
    """Yield those together that share an amount; where all do, those that state none go with them.

    Where one side is only counted, those that count nobody stay alone.
    """
    groups = _share_amounts([event for event in events if event.find_amounts()])
    silent = [event for event in events if not event.find_amounts()]
    if silent and silent[0].is_one_sided:
        groups += [[event] for event in silent]
    elif silent:
        groups = [groups[0] + silent] if len(groups) == 1 else [*groups, silent]
    yield from map(_make_telling, groups)


def _share_amounts(events: Sequence[ToldEvent]) -> list[list[ToldEvent]]:
    """Return the events in groups: each shares an amount with another one of its group."""
    above: dict[Amount, Amount] = {}
    for event in events:
        first, *others = sorted(event.find_amounts())
        for other in others:
            above[_climb(above, other)] = _climb(above, first)
    groups: dict[Amount, list[ToldEvent]] = defaultdict(list)
    for event in events:
        groups[_climb(above, min(event.find_amounts()))].append(event)
    return list(groups.values())


def _climb(above: dict[Amount, Amount], amount: Amount) -> Amount:
    """Return the amount that stands for the group of another; the way there is halved for the next."""
    while (higher := above.get(amount, amount)) != amount:
        above[amount] = above.get(higher, higher)
        amount = higher
    return amount


def _make_telling(events: Sequence[ToldEvent]) -> _Telling:
    first = events[0]
    amounts = frozenset[Amount]().union(*(event.find_amounts() for event in events))
    documents = frozenset(event.document for event in events)
    by_then = all(event.is_by_then for event in events)
    return _Telling(tuple(events), first.day, first.precision, first.stage, amounts, documents, by_then)


def _join_stages(tellings: Sequence[_Telling]) -> list[_Act]:
    """Return the acts: what was told of two days is one where it is two stages; the nearest are joined first."""
    most = MOST_DAYS.get(tellings[0].events[0].family) if tellings else None
    if most is None:
        return [[one] for one in tellings]
    acts = {number: [number] for number in range(len(tellings))}
    for first, second in sorted(_list_pairs(tellings, most), key=lambda pair: _rate(tellings, pair)):
        one, other = acts[first], acts[second]
        pairs = ((tellings[mine], tellings[theirs]) for mine in one for theirs in other)
        if all(_follows(mine, theirs, most) or not _have_takers(mine, theirs) for mine, theirs in pairs):
            joined = one + other
            acts.update(dict.fromkeys(joined, joined))
    return [[tellings[number] for number in act] for first, act in acts.items() if first == min(act)]


def _list_pairs(tellings: Sequence[_Telling], most: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may be stages of one act, the earlier day first."""
    for first, one in enumerate(tellings):
        for second, other in enumerate(tellings[first + 1 : first + 1 + _MOST_NEAR], first + 1):
            if _follows(one, other, most):
                yield first, second


def _rate(tellings: Sequence[_Telling], pair: tuple[int, int]) -> tuple[bool, int, tuple[int, int]]:
    """Return how ill a pair fits: what one document tells fits best, then what lies nearest."""
    first, second = tellings[pair[0]], tellings[pair[1]]
    return first.documents.isdisjoint(second.documents), second.days - first.days, pair


def _follows(one: _Telling, other: _Telling, most: int) -> bool:
    """Tell whether two tellings are stages in their order, not too far from each other, and of no other amount."""
    early, late = (one, other) if (one.days, one.stage) <= (other.days, other.stage) else (other, one)
    # What had happened by the day of a document may have happened before it.
    in_order = late.is_by_then or (early.stage != late.stage and early.stage[0] <= late.stage[0])
    return in_order and _have_takers(one, other) and late.days - early.days <= most and _agree(one, other)


def _have_takers(one: _Telling, other: _Telling) -> bool:
    return any(_share_one(mine, theirs) for mine in one.events for theirs in other.events)


def _agree(one: _Telling, other: _Telling) -> bool:
    """Tell whether two tellings state the same amounts; where a side is only counted, they have to state some."""
    units = {unit for unit, _ in one.amounts} & {unit for unit, _ in other.amounts}
    same = {unit for unit, _ in one.amounts & other.amounts}
    return same == units and (bool(same) or not one.events[0].is_one_sided)


def _may_be(telling: _Telling, act: _Act) -> bool:
    """Tell whether what is told without a day may be of an act that its document dates."""
    in_time = telling.day is None or any(_is_within(stated.day, telling) for stated in act)
    return in_time and all(_agree(telling, stated) and _have_takers(telling, stated) for stated in act)


def _is_within(day: date | None, telling: _Telling) -> bool:
    """Tell whether a day lies in the month or year of a telling, or in the week before the day of its document."""
    if day is None or telling.day is None:
        return False
    if telling.is_by_then:
        return 0 <= (telling.day - day).days <= _WEEK
    return telling.day <= day <= find_last_day(telling.day, telling.precision or "day")
