"""Which events are one act, as corrections say: the act of one event joined to that of another, or an event alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from geo.store.corrections.records import ACTS, Correction, Place, read_event

# The event that stands at a place; None where none does.
FindEvent = Callable[[Place], str | None]


class CorrectedActs(NamedTuple):
    """The act of each event that has another now, and the corrections that fit no event."""

    acts: Mapping[str, str]
    unfit: tuple[Correction, ...]


def choose_acts(corrections: Iterable[Correction]) -> list[Correction]:
    """Return those corrections that say which events are one act."""
    return [correction for correction in corrections if correction.change in ACTS]


def list_places(corrections: Iterable[Correction]) -> list[Place]:
    """Return the places of all events that corrections of acts speak of."""
    chosen = choose_acts(corrections)
    return [*(one.place for one in chosen), *(read_event(one.value) for one in chosen if one.value is not None)]


def correct_acts(told: Mapping[str, str], corrections: Iterable[Correction], find: FindEvent) -> CorrectedActs:
    """Return the acts as corrections leave them, laid on one after the other.

    `told` holds the act of every event that has part in an act they speak of. An act is called as one of its events.
    """
    acts = dict(told)
    unfit = []
    for correction in choose_acts(corrections):
        event = find(correction.place)
        other = None if correction.value is None else find(read_event(correction.value))
        if event is None or (other is None and correction.change == "joined_to"):
            unfit.append(correction)
        elif other is None:
            _part(acts, event)
        else:
            _join(acts, event, other)
    return CorrectedActs({event: act for event, act in acts.items() if told[event] != act}, tuple(unfit))


def _join(acts: dict[str, str], event: str, other: str) -> None:
    """Let every event of an act belong to another event's act."""
    act, joined = acts[event], acts[other]
    for one in _list_events(acts, act):
        acts[one] = joined


def _part(acts: dict[str, str], event: str) -> None:
    """Let an event be an act of its own; the others of its act go on without its name."""
    others = [one for one in _list_events(acts, acts[event]) if one != event]
    for one in others if acts[event] == event else ():
        acts[one] = min(others)
    acts[event] = event


def _list_events(acts: Mapping[str, str], act: str) -> Sequence[str]:
    return [event for event, called in acts.items() if called == act]
