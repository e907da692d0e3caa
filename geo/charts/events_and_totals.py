"""What the documents tell over time: their events, and the running totals of one measure, on one axis."""

from collections.abc import Mapping
from typing import NamedTuple

from geo.charts.appearance import Look
from geo.charts.time_axes import TimeAxis, choose_axis
from geo.charts.timelines import TimelineChart, chart_on_axis, count_spans
from geo.charts.totals import TotalsChart, chart_totals, list_measures
from geo.store.corpus import Corpus, Where


class History(NamedTuple):
    """Events and totals on one axis (None where nothing has a date), and the measures there are.

    `can_cut` says whether stretches of time are cut out of the axis, or would be if they might.
    """

    events: TimelineChart
    totals: TotalsChart | None
    measures: Mapping[str, str]
    can_cut: bool = False

    @property
    def axis(self) -> TimeAxis | None:
        """The axis of time that events and totals share."""
        return self.events.axis


def chart_history(corpus: Corpus, where: Where, look: Look, measure: str | None = None, *, cut: bool = True) -> History:
    """Return the events over time, in steps that suit the totals too, and the totals of one measure.

    Without a measure it is that with the most statements; without `cut` the axis is all the time there is.
    """
    series = corpus.read_series(where)
    totals, events = chart_totals(series, measure, look), count_spans(corpus, where)
    stated = totals.spans if totals else []
    if not events and not stated:
        return History(chart_on_axis(corpus, where, look, None), totals, {})
    best = choose_axis(events, stated, (where.since, where.until))
    axis = best if cut or not best.cuts else choose_axis(events, stated, (where.since, where.until), cut=False)
    chart = chart_on_axis(corpus, where, look, axis)
    return History(chart, totals, list_measures(series, look), bool(best.cuts))
