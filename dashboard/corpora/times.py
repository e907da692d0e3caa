"""What happened when: events over time, and their days."""

from datetime import date

import pandas as pd

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo import charts
from geo.base.records import EventKind
from geo.store.corpus import Where


@answered_once()
def find_days() -> tuple[date, date] | None:
    """Return the first and the last day that a sentence or event has; None where none has a date."""
    return open_shown().find_days()


@answered_once()
def count_kinds() -> dict[EventKind, int]:
    """Return how many acts of each kind the documents tell of, the most first."""
    counted = open_shown().count_events(("kind",)).sort_values("events", ascending=False, kind="stable")
    return dict(zip(counted["kind"].tolist(), counted["events"].tolist(), strict=True))


def list_kinds() -> list[EventKind]:
    """Return the kinds of event that the documents tell of."""
    return list(count_kinds())


@answered_once(128)
def chart_history(where: Where, look: charts.Look, measure: str | None, cut: bool = True) -> charts.History:
    """Return the events over time and the running totals of one measure; without `cut` on all the time there is."""
    return charts.chart_history(open_shown(), where, look, measure, cut=cut)


@answered_once(128)
def chart_timeline(where: Where, look: charts.Look) -> charts.TimelineChart:
    """Return the events over time."""
    return charts.chart_timeline(open_shown(), where, look)


@answered_once(64)
def list_eventful(where: Where, step: charts.Step) -> tuple[charts.Span, ...]:
    """Return the steps of time in which something happened."""
    return charts.list_eventful(open_shown(), where, step)


@answered_once(256)
def read_acts(where: Where, after: tuple[date, str] | None, limit: int) -> pd.DataFrame:
    """Return a page of what happened, by date."""
    return open_shown().read_acts(where, after, limit)


@answered_once(256)
def count_acts(where: Where) -> int:
    """Return how many events there are."""
    return int(open_shown().count_events(("kind",), where)["events"].sum())


@answered_once(64)
def count_undated(document: str | None) -> pd.DataFrame:
    """Return the documents without a date in which events have no day: document, title, path, undated, events."""
    return open_shown().count_undated(Where(documents=(document,) if document else ()))
