"""A small corpus made by hand, for tests that need events without reading any text."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from geo.base.records import EventKind, Participant, Precision, Role, Status
from geo.statements.events import ToldEvent, join_tellings
from geo.store.corpus import Corpus
from geo.store.tables import make_table

DAY, NEXT = date(2020, 3, 26), date(2020, 3, 27)

Told: TypeAlias = tuple[
    int, str, EventKind, Status, str | None, date | None, Precision | None, tuple[tuple[str, Role], ...]
]
# number, document, kind, status, theme, date, precision, participants
EVENTS: tuple[Told, ...] = (
    (0, "a", "donation", "done", "aid", DAY, "day", (("CHN", "giver"), ("ITA", "recipient"), ("SRB", "recipient"))),
    (1, "b", "donation", "done", "aid", DAY, "day", (("CHN", "giver"), ("ITA", "recipient"), ("SRB", "recipient"))),
    (2, "b", "call", "done", "call", NEXT, "day", (("CHN", "party"), ("FRA", "party"))),
    (3, "b", "team_sent", "planned", "experts", None, None, (("CHN", "giver"), ("ITA", "recipient"))),
    (4, "b", "supplies_delivered", "done", "aid", NEXT, "day", (("JPN", "giver"), ("CHN", "recipient"))),
)
# A team sent, then arrived, told of in two documents; what was called off; and an act that only its verb names.
STAGES: tuple[Told, ...] = (
    (1, "c", "team_sent", "done", "experts", DAY, "day", (("CUB", "giver"), ("ITA", "recipient"))),
    (2, "c", "team_arrived", "done", "experts", NEXT, "day", (("CUB", "giver"), ("ITA", "recipient"))),
    (2, "d", "team_arrived", "done", "experts", NEXT, "day", (("CUB", "giver"), ("ITA", "recipient"))),
    (3, "d", "donation", "denied", "aid", NEXT, "day", (("PER", "giver"), ("ITA", "recipient"))),
    (4, "d", "other", "done", None, NEXT, "day", (("KEN", "party"), ("GHA", "party"))),
)
SENTENCES = ("China gave masks to Italy and Serbia.", "China called France.", "A team for Italy.", "Japan gave masks.")


def make_corpus(told: Sequence[Told] = EVENTS, led: int = 6) -> Corpus:
    """Return two documents that tell of four acts; the first is told in both.

    `told` says what other documents tell; the events of each of them are joined to acts as an extraction does it.
    Beside them stand so many figures of what China gave as `led` says: with them, it leads by far.
    """
    names = sorted({document for _, document, *_ in told})
    documents = [(name, None, f"Title {name}", "2020-03-26", "Outlet", None, "en", 200, None, None) for name in names]
    sentences = [(name, n, n * 50, n * 50 + len(text), text, DAY, "day", "document", None)
                 for name in names for n, text in enumerate(SENTENCES)]  # fmt: skip
    acts = {event: act for name in names for event, act in join_tellings(_list_tellings(told, name)).items()}
    events = [
        (f"{document}-{n}", document, max(0, n - 1), max(0, n - 1) * 50, max(0, n - 1) * 50 + 10, kind, status, theme,
         day, precision, precision and "document", None, kind, "condemn", acts[f"{document}-{n}"])
        for n, document, kind, status, theme, day, precision, _ in told
    ]  # fmt: skip
    participants = [(f"{document}-{n}", *one) for n, document, *_, who in told for one in who]
    # What China gives in figures beside the acts makes it lead by far.
    figures = [(f"{name}-{n}", name, 0, n, n + 1, "5", 5.0, None, "exact", "items", None, None, "aid", "CHN", None, "done",
                None, None, None, None, False, "counted") for name in names[:1] for n in range(led)]  # fmt: skip
    mentions = [(name, 0, 20, 25, "Italy", "country", "ITA", "name") for name in names]
    rows: dict[str, Sequence[tuple[object, ...]]] = {"documents": documents, "sentences": sentences, "events": events, "participants": participants,
            "mentions": mentions, "quantities": figures}  # fmt: skip
    return Corpus({name: make_table(name, found) for name, found in rows.items()})


def _list_tellings(told: Sequence[Told], name: str) -> Iterator[ToldEvent]:
    for n, document, kind, status, theme, day, precision, who in told:
        if document == name:
            sides = frozenset(Participant(*one) for one in who)
            yield ToldEvent(f"{name}-{n}", kind, status, theme, "condemn", sides, day, precision)
