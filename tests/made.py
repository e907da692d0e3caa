"""A small corpus made by hand, for tests that need events without reading any text."""

from collections.abc import Sequence
from datetime import date

from geo.store.corpus import Corpus
from geo.store.tables import make_table

DAY, NEXT = date(2020, 3, 26), date(2020, 3, 27)

# number, document, kind, status, theme, date, precision, participants
EVENTS = (
    (0, "a", "donation", "done", "aid", DAY, "day", (("CHN", "giver"), ("ITA", "recipient"), ("SRB", "recipient"))),
    (1, "b", "donation", "done", "aid", DAY, "day", (("CHN", "giver"), ("ITA", "recipient"), ("SRB", "recipient"))),
    (2, "b", "call", "done", "call", NEXT, "day", (("CHN", "party"), ("FRA", "party"))),
    (3, "b", "team_sent", "planned", "experts", None, None, (("CHN", "giver"), ("ITA", "recipient"))),
    (4, "b", "supplies_delivered", "done", "aid", NEXT, "day", (("JPN", "giver"), ("CHN", "recipient"))),
)
SENTENCES = ("China gave masks to Italy and Serbia.", "China called France.", "A team for Italy.", "Japan gave masks.")


def make_corpus() -> Corpus:
    """Return two documents that tell of four happenings; the first is told in both."""
    documents = [(name, f"Title {name}", "2020-03-26", "Outlet", None, "en", 200, None, None) for name in "ab"]
    sentences = [(name, n, n * 50, n * 50 + len(text), text, DAY, "day", "document", None)
                 for name in "ab" for n, text in enumerate(SENTENCES)]  # fmt: skip
    events = [
        (f"{document}-{n}", document, max(0, n - 1), max(0, n - 1) * 50, max(0, n - 1) * 50 + 10, kind, status, theme,
         day, precision, precision and "document", None, kind)
        for n, document, kind, status, theme, day, precision, _ in EVENTS
    ]  # fmt: skip
    participants = [(f"{document}-{n}", *one) for n, document, *_, who in EVENTS for one in who]
    mentions = [(name, 0, 20, 25, "Italy", "country", "ITA", "name") for name in "ab"]
    rows: dict[str, Sequence[tuple[object, ...]]] = {"documents": documents, "sentences": sentences, "events": events, "participants": participants,
            "mentions": mentions}  # fmt: skip
    return Corpus({name: make_table(name, found) for name, found in rows.items()})
