"""What the reader's choice asks of the corpus."""

from dashboard import corpora
from dashboard.parts.selection import Selection
from geo.charts import choose_measure
from geo.corpus import Where


def make_where(selection: Selection) -> Where:
    """Return the question for the chosen measure, span, theme and document, over all countries and areas."""
    giver = corpora.find_giver()
    where = Where(
        documents=(selection.document,) if selection.document else (),
        without=() if selection.giver or giver is None else (giver,),
        since=selection.since,
        until=selection.until,
        themes=(selection.theme,) if selection.theme else (),
        events=(selection.kind,) if selection.kind else (),
    )
    return choose_measure(selection.measure, where)
