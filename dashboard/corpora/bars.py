"""Bars in parts, and breakdowns."""

import pandas as pd

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo import charts
from geo.store.corpus import Where


@answered_once(128)
def chart_stacks(
    measure: charts.Measure, where: Where, layout: charts.Layout, look: charts.Look, per: charts.Per | None = None
) -> charts.StacksChart:
    """Return a measure as bars in parts, in numbers or in proportion."""
    return charts.rate_stacks(charts.chart_stacks(open_shown(), measure, where, layout, look), per)


@answered_once()
def read_breakdowns() -> pd.DataFrame:
    """Return the quantities that belong to breakdowns, with breakdown, role and the sentence."""
    return charts.read_breakdowns(open_shown())


@answered_once()
def read_sums() -> pd.DataFrame:
    """Return what adding up the parts of each breakdown came to."""
    return charts.read_sums(open_shown())
