"""The two sides of a comparison: a span of days, an outlet, or some documents; how each is written and called."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

import pandas as pd

from geo.base.errors import DrawingError
from geo.charts.appearance import Look
from geo.charts.dimensions import name_keys
from geo.charts.measures import Measure, counts_events
from geo.charts.scopes import count_documents
from geo.charts.time_steps import Span, name_span
from geo.store.corpus import Corpus, Where

SideKind = Literal["span", "outlet", "document"]
SIDE_KINDS: tuple[SideKind, ...] = get_args(SideKind)
# More documents make an address that no program takes.
MOST_DOCUMENTS = 20
_LONGEST, _LONGEST_NAME = 2000, 60
# A leading month has at least a tenth of what the first has; more than three are no short way.
_TENTH, _MOST_LEADING = 10, 3
_DAYS, _OUTLET, _DOCUMENT, _BETWEEN = "..", "outlet:", "document:", ","


@dataclass(frozen=True, slots=True)
class Side:
    """What one side counts: the days from `since` to `until` (either may be open), an outlet, or some documents."""

    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    documents: tuple[str, ...] = ()

    @property
    def kind(self) -> SideKind:
        """What kind of side it is."""
        if self.documents:
            return "document"
        return "span" if self.outlet is None else "outlet"

    @property
    def days(self) -> int | None:
        """How many days it has; None where it is no span of days, or open."""
        return Span(self.since, self.until).days if self.since and self.until else None

    def __str__(self) -> str:
        """Return the side as read_side reads it."""
        if self.documents:
            return _DOCUMENT + _BETWEEN.join(self.documents)
        return f"{self.since or ''}{_DAYS}{self.until or ''}" if self.outlet is None else _OUTLET + self.outlet


def read_side(text: str) -> Side:
    """Return the side that a text writes; DrawingError where it writes none.

    >>> read_side("2020-03-01..2020-03-31").days, read_side("outlet:Xinhua").kind, str(read_side("document:a,b"))
    (31, 'outlet', 'document:a,b')
    """
    if len(text) > _LONGEST:
        raise DrawingError(
            f"{text[:20]}… is too long for a side of a comparison; name at most {MOST_DOCUMENTS} documents"
        )
    if text.startswith(_OUTLET) and len(text) > len(_OUTLET):
        return Side(outlet=text.removeprefix(_OUTLET))
    if text.startswith(_DOCUMENT):
        documents = tuple(dict.fromkeys(filter(None, text.removeprefix(_DOCUMENT).split(_BETWEEN))))
        if 0 < len(documents) <= MOST_DOCUMENTS:
            return Side(documents=documents)
    first, between, last = text.partition(_DAYS)
    try:
        since, until = (date.fromisoformat(day) if day else None for day in (first, last))
        span = Side(since, until)
    except ValueError:
        span = Side()
    if not between or span == Side() or (span.days is not None and span.days < 1):
        raise DrawingError(
            f"{text} is no side of a comparison; write 2020-03-01..2020-03-31, outlet:NAME, or document:ID,ID"
        )
    return span


def narrow_to(where: Where, side: Side) -> Where:
    """Return the question about one side alone."""
    if side.kind == "span":
        return replace(where, since=side.since, until=side.until)
    return replace(where, documents=side.documents) if side.documents else replace(where, outlets=(side.outlet or "",))


def name_side(side: Side, corpus: Corpus, look: Look) -> str:
    """Return what a side is called: a month by its name, a span open at one end by the other, a document by its title."""
    if side.kind == "document":
        if len(side.documents) > 1:
            return count_documents(len(side.documents), look)
        name = name_keys("document", side.documents, corpus, look)[side.documents[0]]
        return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    if side.outlet is not None:
        return side.outlet
    if side.since is not None and side.until is not None:
        return name_span(Span(side.since, side.until), look)
    day = side.since or side.until
    said = name_span(Span(day, day), look) if day else ""
    return look.words("two.since" if side.since else "two.until", {"day": said})


def count_read(side: Side, corpus: Corpus, measure: Measure, where: Where) -> int:
    """Return how many documents a side reads.

    Of a span of days these are the documents that tell of any event on these days, or where names are counted, that
    name any place, region or body.
    """
    asked = narrow_to(Where(documents=where.documents), side)
    if side.kind != "span":
        return len(corpus.table("documents", asked))
    if counts_events(measure):
        return len(corpus.count_stacks("document", "all", asked, "events"))
    if asked.figure:
        return int(corpus.count_sources(asked, "mentions")["documents"].sum())
    return int(corpus.count_documents("outlet", replace(asked, places=True))["documents"].sum())


def list_outlets(corpus: Corpus) -> tuple[str, ...]:
    """Return the outlets of the documents, the one with the most first."""
    counts = corpus.table("documents")["outlet"].dropna().value_counts()
    return tuple(sorted(map(str, counts.index), key=lambda name: (-int(counts[name]), name)))


def list_months(corpus: Corpus) -> tuple[Span, ...]:
    """Return the months in which something is named, in order."""
    months = corpus.count_mentions("month")["month"].dropna()
    starts = sorted(pd.Period(month, "M") for month in months)
    return tuple(Span(one.start_time.date(), one.end_time.date()) for one in starts)


def list_leading_months(corpus: Corpus) -> tuple[Span, ...]:
    """Return the few months in which by far most is named, in order; none where all lies in one month."""
    named = corpus.count_mentions("month").dropna()
    if len(named) < 2:
        return ()
    most = named[named["mentions"] * _TENTH >= named["mentions"].max()].head(_MOST_LEADING)
    return tuple(
        span for span in list_months(corpus) if f"{span.since:%Y-%m}" in set(most["month"].astype(str).str[:7])
    )


def split_days(corpus: Corpus) -> tuple[Side, Side] | None:
    """Return the days before, and those from the day on that has half of all that is named; None for fewer than two.

    Where all is named on one day, and only events lie on others, the days themselves are halved.
    """
    found, ends = corpus.count_mentions("day"), corpus.find_days()
    if ends is None or ends[0] == ends[1]:
        return None
    known = found.dropna(subset=["day"]).sort_values("day")
    days, before = list(known["day"]), known["mentions"].cumsum() - known["mentions"]
    if len(known) < 2:
        return split_at(date.fromordinal((ends[0].toordinal() + ends[1].toordinal() + 1) // 2), ends)
    half = int((before * 2 <= known["mentions"].sum()).sum()) - 1
    return split_at(pd.Timestamp(days[max(half, 1)]).date(), ends)


def split_at(day: date, ends: tuple[date, date]) -> tuple[Side, Side]:
    """Return the days before a day, and those from it on, of the days from a first to a last one."""
    eve = date.fromordinal(day.toordinal() - 1)
    return Side(min(ends[0], eve), eve), Side(day, max(ends[1], day))


def offer_sides(corpus: Corpus, kind: SideKind | None = None) -> tuple[Side, Side] | None:
    """Return the two sides to begin with: two halves of the days, the two largest outlets, or two documents.

    Without a kind the first of these that there are; None where there are none.
    """
    for one in SIDE_KINDS if kind is None else (kind,):
        found = split_days(corpus) if one == "span" else _take_two(one, corpus)
        if found is not None:
            return found
    return None


def _take_two(kind: SideKind, corpus: Corpus) -> tuple[Side, Side] | None:
    if kind == "outlet":
        return _pair([Side(outlet=name) for name in list_outlets(corpus)])
    documents = corpus.table("documents").sort_values("published", na_position="last", kind="stable")
    return _pair([Side(documents=(str(one),)) for one in documents["document"]])


def _pair(sides: Sequence[Side]) -> tuple[Side, Side] | None:
    return (sides[0], sides[1]) if len(sides) > 1 else None
