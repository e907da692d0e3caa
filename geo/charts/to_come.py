"""What a map shows of acts that are planned or announced and, as far as the documents tell, not done yet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from geo.charts.appearance import Look
from geo.charts.measures import Measure, counts_events
from geo.reference.places import name_place
from geo.store.corpus import Corpus, Where

STATUSES = ("planned", "announced")
# More names than these are told by their number.
_MOST_NAMED = 8


class ToCome(NamedTuple):
    """Acts to come by code, how many of those that are counted; `alone` are the codes of which nothing else is told.

    They are `striped`, unless something else on the map shows it.
    """

    counts: Mapping[str, int]
    alone: frozenset[str]
    striped: bool = True


NOTHING = ToCome({}, frozenset())


def count_to_come(corpus: Corpus, measure: Measure, where: Where, counted: Mapping[str, float]) -> ToCome:
    """Return the acts to come among those that are `counted` by code; `where` is that of choose_measure."""
    statuses = tuple(one for one in STATUSES if not where.statuses or one in where.statuses)
    if not counts_events(measure) or not statuses:
        return NOTHING
    found = corpus.count_participants(replace(where, statuses=statuses))
    counts = {code: int(events) for code, events in zip(found["code"], found["events"], strict=True) if code in counted}
    return ToCome(counts, frozenset(code for code, events in counts.items() if events == counted[code]))


def tell_to_come(code: str, to_come: ToCome, look: Look) -> tuple[str, ...]:
    """Return what a card says of a country or area: nothing, that some acts are to come, or that all are."""
    if code in to_come.alone:
        return (look.words("to_come.alone"),)
    count = to_come.counts.get(code, 0)
    return (look.words("to_come.some", {"count": count}),) if count else ()


def describe_to_come(codes: Iterable[str], look: Look) -> str:
    """Return in words of which countries or areas nothing is told but what is to come, for those who cannot see it."""
    names = [name_place(code, look.language) for code in sorted(codes)]
    if not names:
        return ""
    shown = look.words("list.comma").join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return look.words("to_come.alt_more" if more > 0 else "to_come.alt", {"names": shown, "count": more})
