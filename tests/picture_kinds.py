"""A chart of every kind that is printed, for what is asked of every picture: a new kind is added here."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Protocol

from geo import charts, drawings
from geo.charts import Look
from geo.charts.chart_kinds import Asked, list_keys, list_kinds
from geo.store.corpus import Corpus, Where
from tests.made import make_corpus
from tests.test_drawings import make_regions

_SIDES = (charts.read_side("2020-03-01..2020-03-26"), charts.read_side("2020-03-27..2020-03-31"))


class Draw(Protocol):
    """What draws a chart that is already chosen."""

    def __call__(self, file_format: drawings.Format, scale: int = 2, *, edition: drawings.Edition) -> bytes:
        """Return the picture as a file."""
        ...


def chart_kinds(corpus: Corpus, look: Look) -> Mapping[str, Draw]:
    """Return what draws each kind of chart of a corpus; that of regions is the one of the tests where the corpus has none."""
    measure = charts.find_leading(corpus)
    where = charts.leave_giver_out(measure, corpus.find_giver() if charts.asks_giver(corpus) else None, Where())
    counted = charts.chart_countries(corpus, measure, where, look)
    named = charts.redraw_map(counted, charts.MapOptions(labels=tuple(counted.rows["code"].head(3))))
    parts: charts.Parts = "theme" if "theme" in charts.list_parts(measure, "country") else "none"
    by_each = [charts.chart_multiples(corpus, measure, where, each, look) for each in charts.list_each(measure)]
    small = next((chart for chart in by_each if chart.panels), by_each[0])
    sides = charts.offer_sides(corpus) or _SIDES
    asked = Asked(measure, where, look, charts.Layout("country", parts), sides)
    regions = charts.read_breakdowns(corpus, Where())
    return {
        "map": partial(drawings.draw_map, named),
        "regions": partial(
            drawings.draw_regions,
            charts.chart_first_breakdown(corpus, look) if len(regions) else make_regions(look=look),
        ),
        "timeline": partial(drawings.draw_timeline, charts.chart_history(corpus, Where(), look)),
        "bars": partial(
            drawings.draw_stacks, charts.chart_stacks(corpus, measure, where, charts.Layout("country", parts), look)
        ),
        "two-maps": partial(drawings.draw_two_maps, charts.chart_two_maps(corpus, measure, where, sides, look)),
        **{kind.key: partial(drawings.draw_kind, kind.ask(corpus, asked)) for kind in list_kinds()},
        "small-maps": partial(drawings.draw_multiples, small),
    }


KINDS = ("map", "regions", "timeline", "bars", "two-maps", "small-maps", *list_keys())


@cache
def chart_made(language: str) -> Mapping[str, Draw]:
    """Return what draws each kind of chart of the corpus made by hand."""
    return chart_kinds(make_corpus(), Look(language))
