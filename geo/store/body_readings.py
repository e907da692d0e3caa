"""What the text of a document says, read in each of the languages that it is in, in the order of the text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from geo.base.records import Event, Mention, Quantity, Refusal
from geo.names.mentions import read_mentions
from geo.statements.events import Passage, find_events
from geo.statements.quantities import read_quantities
from geo.store.bodies import Body, date_place, list_passages


class _Placed(Protocol):
    @property
    def start(self) -> int:
        """Where it begins in the text."""


Placed = TypeVar("Placed", bound=_Placed)


def read_names(body: Body) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions of a text, and what looked like one and was refused."""
    read = [read_mentions(text, language, body.traditional) for language, text in body.parts.items()]
    return _order(read)


def read_figures(body: Body, mentions: Sequence[Mention]) -> tuple[list[Quantity], list[Refusal]]:
    """Return the numbers that a text states, and those refused; `mentions` are those of the same text."""
    read = [read_quantities(text, one, list(_choose(body, one, mentions))) for one, text in body.parts.items()]
    return _order(read)


def read_acts(body: Body, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Sequence[Event]:
    """Return the events that a text tells."""
    passages = list_passages(body)
    found = [_find_events(body, one, passages, mentions, quantities) for one in body.parts]
    return found[0] if len(found) == 1 else sorted((event for events in found for event in events), key=_find_start)


def _find_events(
    body: Body,
    language: str | None,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
) -> Sequence[Event]:
    return find_events(
        body.parts[language],
        list(_choose(body, language, passages)),
        list(_choose(body, language, mentions)),
        list(_choose(body, language, quantities)),
        language,
        lambda place: date_place(body, place),
    )


def _choose(body: Body, language: str | None, placed: Iterable[Placed]) -> Iterator[Placed]:
    """Yield what stands in sentences of a language."""
    if len(body.parts) == 1:
        yield from placed
        return
    told: dict[int, bool] = {}  # a sentence is looked at once, however much stands in it
    for one in placed:
        number = body.find_sentence(one.start)
        if number not in told:
            told[number] = _is_in(body, language, number)
        if told[number]:
            yield one


def _is_in(body: Body, language: str | None, number: int) -> bool:
    """Tell whether a sentence stands in the text of a language, which has blanks for those in others."""
    start = body.starts[number]
    return bool(body.parts[language][start : start + len(body.plain[number].text)].strip())


def _order(read: Sequence[tuple[list[Placed], list[Refusal]]]) -> tuple[list[Placed], list[Refusal]]:
    """Return what was read in each language in the order of the text."""
    if len(read) == 1:
        return read[0]
    found = sorted((one for part, _ in read for one in part), key=_find_start)
    return found, sorted(refusal for _, refusals in read for refusal in refusals)


def _find_start(placed: _Placed) -> int:
    return placed.start
