"""Which events are one act: told again in another sentence or document, or a stage of what was told before.

An act is announced, then done; a team is sent, then arrives. Two events are one act only where they have the same sides,
theme and family of kinds, and their days fit. What was denied is no act, and joins none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from geo.base.periods import find_last_day
from geo.base.records import EventKind, Participant, Precision, Status

# Kinds that are stages of one act; every other kind is a family of its own.
FAMILIES: Mapping[EventKind, str] = {
    "team_sent": "team",
    "team_arrived": "team",
    "supplies_announced": "supplies",
    "supplies_delivered": "supplies",
}
# How many days may lie between two stages of one act.
MOST_DAYS: Mapping[str, int] = {"team": 5, "supplies": 21, "donation": 21}
_GIVING = frozenset({"supplies", "donation", "aid"})
_COUNTS = ("countries", "organisations", "regions")
# The units of what keeps two acts of one day apart: money by its code, and those who are counted on a side.
AMOUNTS = "|".join(("[A-Z]{3}", *_COUNTS))
_Stage = tuple[int, str]


class ToldEvent(NamedTuple):
    """What one sentence tells of an act.

    `event` is its name in the tables, `sides` are the participants, `amounts` the units (see AMOUNTS) and values that its
    sentence counts. `day` is the first day of the month or year where no day is known.
    """

    event: str
    kind: EventKind
    status: Status | None
    theme: str | None
    verb: str | None
    sides: frozenset[Participant]
    day: date | None
    precision: Precision | None
    amounts: frozenset[tuple[str, float]] = frozenset()

    @property
    def document(self) -> str:
        """The document that tells it."""
        return self.event.rpartition("-")[0]

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the order of all tellings."""
        document, _, number = self.event.rpartition("-")
        return document, int(number)

    @property
    def family(self) -> str:
        """The family of its kind."""
        return FAMILIES.get(self.kind, self.kind)

    @property
    def stage(self) -> _Stage:
        """How far the act has come, and the word for it."""
        if self.status in ("planned", "announced"):
            return 0, self.status
        return (2, "arrived") if self.kind == "team_arrived" else (1, "done")

    @property
    def is_one_sided(self) -> bool:
        """Whether one side is only counted: "masks for 80 countries"."""
        roles = {one.role for one in self.sides}
        return len(self.sides) < 2 or roles == {"giver"} or roles == {"recipient"}


class _Stated(NamedTuple):
    """The tellings of one stage of an act on one day."""

    tellings: tuple[ToldEvent, ...]

    @property
    def day(self) -> date:
        return self.tellings[0].day or date.min

    @property
    def stage(self) -> _Stage:
        return self.tellings[0].stage

    @property
    def documents(self) -> set[str]:
        return {one.document for one in self.tellings}


_Act = list[_Stated]


def join_tellings(tellings: Iterable[ToldEvent]) -> dict[str, str]:
    """Return of each event the act that it tells of, which is called as the first event that tells of it.

    The order of the tellings does not matter.
    """
    alike: dict[object, list[ToldEvent]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.place):
        alike[_find_key(telling)].append(telling)
    return {one.event: act[0].event for group in alike.values() for act in _join(group) for one in act}


def _find_key(telling: ToldEvent) -> object:
    """Return what two tellings of one act have in common."""
    if telling.status == "denied" or not telling.sides:
        return telling.event
    # A visit is known by who was visited; of a meeting only some texts say where it was.
    sides = frozenset(one for one in telling.sides if one.role != "host" or telling.kind == "visit")
    return telling.family, telling.theme, sides, telling.verb if telling.kind == "other" else None


def _join(tellings: Sequence[ToldEvent]) -> Iterator[list[ToldEvent]]:
    """Yield the acts of tellings that have sides, theme and family in common, each in the order of its tellings."""
    acts = _join_stages(_list_days(tellings))
    told = _list_by_document(acts)
    joined = [[one for stated in act for one in stated.tellings] for act in acts]
    for rest in _list_rest(tellings):
        fits = [number for number in told[rest[0].document] if all(_may_be(one, acts[number]) for one in rest)]
        if len(fits) == 1:
            joined[fits[0]].extend(rest)
        else:
            joined.append(list(rest))
    yield from (sorted(act, key=lambda telling: telling.place) for act in joined)


def _list_by_document(acts: Sequence[_Act]) -> Mapping[str, list[int]]:
    """Return the numbers of the acts that each document tells of."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        for document in {document for stated in act for document in stated.documents}:
            told[document].append(number)
    return told


def _list_days(tellings: Sequence[ToldEvent]) -> list[_Stated]:
    """Return what is told of each day and stage, in the order of the days."""
    days: dict[tuple[date, _Stage], list[ToldEvent]] = defaultdict(list)
    for telling in tellings:
        if telling.day is not None and telling.precision == "day":
            days[telling.day, telling.stage].append(telling)
    return [_Stated(group) for _, alike in sorted(days.items()) for group in _tell_apart(alike)]


def _list_rest(tellings: Sequence[ToldEvent]) -> list[tuple[ToldEvent, ...]]:
    """Return what has no day, the same of one document together."""
    rest: dict[object, list[ToldEvent]] = defaultdict(list)
    for one in tellings:
        if one.day is None or one.precision != "day":
            rest[one.document, one.stage, one.day, one.precision].append(one)
    return [group for alike in rest.values() for group in _tell_apart(alike)]


def _tell_apart(tellings: Sequence[ToldEvent]) -> Iterator[tuple[ToldEvent, ...]]:
    """Yield those that state the same amounts together; those that state none go with the others where these agree."""
    groups: list[list[ToldEvent]] = []
    silent = []
    for one in sorted(tellings, key=lambda telling: (sorted(_find_amounts(telling)), telling.place)):
        if not _find_amounts(one):
            silent.append([one])
            continue
        group = next((group for group in groups if all(_agree(one, other) for other in group)), None)
        if group is None:
            groups.append(group := [])
        group.append(one)
    if silent and not silent[0][0].is_one_sided:
        together = [one for group in silent for one in group]
        groups = [groups[0] + together] if len(groups) == 1 else [*groups, together]
    else:
        groups += silent
    yield from map(tuple, groups)


def _agree(one: ToldEvent, other: ToldEvent) -> bool:
    """Tell whether two tellings state the same amounts; where a side is only counted, they have to state some."""
    mine, theirs = _find_amounts(one), _find_amounts(other)
    units = {unit for unit, _ in mine} & {unit for unit, _ in theirs}
    same = {unit for unit, _ in mine & theirs}
    return same == units and (bool(same) or not one.is_one_sided)


def _find_amounts(telling: ToldEvent) -> frozenset[tuple[str, float]]:
    """Return the amounts that are told of the act: money of what is given, and how many a counted side has."""
    kept = telling.amounts if telling.family in _GIVING or telling.is_one_sided else ()
    return frozenset(one for one in kept if one[0] not in _COUNTS or telling.is_one_sided)


def _join_stages(days: Sequence[_Stated]) -> list[_Act]:
    """Return the acts: what was told of two days is one where it is two stages; the nearest are joined first."""
    acts: list[_Act] = [[one] for one in days]
    place = list(range(len(days)))
    for first, second in sorted(_list_pairs(days), key=lambda pair: _rate(days, pair)):
        one, other = place[first], place[second]
        if one != other and all(_follows(mine, theirs) for mine in acts[one] for theirs in acts[other]):
            acts[one] += acts[other]
            acts[other] = []
            place = [one if number == other else number for number in place]
    return [act for act in acts if act]


def _list_pairs(days: Sequence[_Stated]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may be stages of one act, the earlier day first."""
    most = MOST_DAYS.get(days[0].tellings[0].family) if days else None
    for first, one in enumerate(days) if most is not None else ():
        for second in range(first + 1, len(days)):
            if most is None or (days[second].day - one.day).days > most:
                break
            if _follows(one, days[second]):
                yield first, second


def _rate(days: Sequence[_Stated], pair: tuple[int, int]) -> tuple[bool, int, tuple[int, int]]:
    """Return how ill a pair fits: what one document tells fits best, then what lies nearest."""
    first, second = days[pair[0]], days[pair[1]]
    return first.documents.isdisjoint(second.documents), (second.day - first.day).days, pair


def _follows(one: _Stated, other: _Stated) -> bool:
    """Tell whether one is another stage than the other, in its order, not too long after, and of no other amount."""
    early, late = sorted((one, other), key=lambda stated: (stated.day, stated.stage))
    days = MOST_DAYS[one.tellings[0].family]
    in_order = early.stage != late.stage and early.stage[0] <= late.stage[0]
    near = (late.day - early.day).days <= days
    return in_order and near and all(_agree(mine, theirs) for mine in one.tellings for theirs in other.tellings)


def _may_be(telling: ToldEvent, act: _Act) -> bool:
    """Tell whether a telling without a day may be of an act that its document dates."""
    in_time = telling.day is None or any(_is_within(stated.day, telling) for stated in act)
    return in_time and all(_agree(telling, one) for stated in act for one in stated.tellings)


def _is_within(day: date, telling: ToldEvent) -> bool:
    """Tell whether a day lies in the month or year of a telling."""
    first = telling.day or date.min
    return first <= day <= find_last_day(first, telling.precision or "day")
