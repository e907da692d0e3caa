"""What the documents tell over time: their events, and the running totals of one measure, on one axis."""

from collections.abc import Mapping
from typing import NamedTuple

from geo.charts.appearance import Look
from geo.charts.time_steps import Span, choose_step
from geo.charts.timelines import TimelineChart, chart_timeline
from geo.charts.totals import TotalsChart, chart_totals, list_measures
from geo.store.corpus import Corpus, Where


class History(NamedTuple):
    """Events and totals, the time that both take (None where nothing has a date), and the measures there are."""

    events: TimelineChart
    totals: TotalsChart | None
    span: Span | None
    measures: Mapping[str, str]


def chart_history(corpus: Corpus, where: Where, look: Look, measure: str | None = None) -> History:
    """Return the events over time, in steps that suit the totals too, and the totals of one measure.

    Without a measure it is that with the most statements.
    """
    series = corpus.read_series(where)
    events, totals = chart_timeline(corpus, where, look), chart_totals(series, measure, look)
    spans = [chart.span for chart in (events, totals) if chart is not None and chart.span is not None]
    if not spans:
        return History(events, totals, None, {})
    span = spans[0].join(spans[-1])
    step = choose_step(span)
    if step != events.step:
        events = chart_timeline(corpus, where, look, step)
    return History(events, totals, span, list_measures(series, look))
