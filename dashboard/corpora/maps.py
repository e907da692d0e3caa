"""The maps: of one measure, of who gave to whom, small ones in rows, and two side by side."""

from dashboard.answers import answered_once
from dashboard.corpora.shapes import find_shapes
from dashboard.corpora.shown import open_shown
from geo import charts, drawings
from geo.charts import FlowsChart, sides
from geo.charts.two_maps import Sides
from geo.store.corpus import Where


@answered_once(128)
def chart_countries(
    measure: charts.Measure, where: Where, look: charts.Look, per: charts.Per | None = None
) -> charts.MapChart:
    """Return the map of the countries and areas that the documents name, in numbers or in proportion."""
    return charts.rate_map(charts.chart_countries(open_shown(), measure, where, look), per)


@answered_once(128)
def redraw_countries(
    measure: charts.Measure,
    where: Where,
    options: charts.MapOptions,
    look: charts.Look,
    per: charts.Per | None = None,
) -> charts.MapChart:
    """Return the same map drawn with other options."""
    return charts.redraw_map(chart_countries(measure, where, look, per), options)


@answered_once(128)
def chart_flows(where: Where, codes: tuple[str, ...], look: charts.Look) -> FlowsChart:
    """Return who gave to whom, from or to one of the codes where there are some."""
    return charts.chart_flows(open_shown(), where, codes, look)


@answered_once(32)
def chart_multiples(
    measure: charts.Measure, where: Where, each: charts.Each, look: charts.Look
) -> charts.MultiplesChart:
    """Return a measure as a small map for each theme or month."""
    return charts.chart_multiples(open_shown(), measure, where, each, look)


@answered_once(32)
def draw_panels(
    measure: charts.Measure, where: Where, each: charts.Each, look: charts.Look, options: charts.MapOptions
) -> list[bytes]:
    """Return the pictures of the small maps, in their order, drawn with some options."""
    chart, own = charts.redraw_multiples(chart_multiples(measure, where, each, look), options), find_shapes()
    return [drawings.draw_panel(chart, panel, own[0] if own else None) for panel in chart.panels]


@answered_once(32)
def chart_two_maps(
    measure: charts.Measure, where: Where, both: Sides, look: charts.Look, per: charts.Per | None
) -> charts.TwoMapsChart:
    """Return a measure of two sides and their difference."""
    return charts.chart_two_maps(open_shown(), measure, where, both, look, per)


@answered_once()
def offer_sides(kind: charts.SideKind | None = None) -> Sides | None:
    """Return the two sides that a comparison begins with, of a kind where one is asked for; None where there are none."""
    return charts.offer_sides(open_shown(), kind)


@answered_once()
def list_months() -> tuple[charts.Span, ...]:
    """Return the months in which something is named."""
    return sides.list_months(open_shown())
