"""Charts of any kind (see geo.charts.chart_kinds)."""

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo.charts.chart_kinds import Asked, KindChart, find_kind


@answered_once(128)
def chart_kind(kind: str, asked: Asked) -> KindChart:
    """Return what is asked of the documents as a chart of a kind."""
    return find_kind(kind).ask(open_shown(), asked)
