"""What `aidatlas draw` makes: a chart asked of a corpus, as a picture or as a web page, by the words of the command."""

import argparse
import gzip
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from dashboard.figures.chart_pages import (
    make_bars_page,
    make_kind_page,
    make_map_page,
    make_regions_page,
    make_small_maps_page,
    make_timeline_page,
    make_two_maps_page,
)
from dashboard.figures.web_pages import WebPage, write_web_page
from dashboard.parts.words import read_words
from geo import charts, drawings
from geo.base.errors import DrawingError
from geo.charts import Look
from geo.charts.chart_kinds import Asked, find_kind
from geo.charts.two_maps import Sides
from geo.maps.boundaries import Boundaries, read_own_boundaries
from geo.maps.topologies import pack_topology
from geo.store.corpus import Corpus, Where


class Drawn(NamedTuple):
    """A chart, to be made as a picture of a format or as a web page; `shapes` are boundaries of the user's own."""

    picture: Callable[[drawings.Format], bytes]
    page: Callable[[], WebPage]
    shapes: Boundaries | None = None

    def write(self, ending: drawings.Format | None) -> bytes:
        """Return the file; None is the web page."""
        if ending is not None:
            return self.picture(ending)
        return write_web_page(self.page(), None if self.shapes is None else gzip.decompress(pack_topology(self.shapes)))


def chart_file(given: argparse.Namespace, corpus: Corpus) -> Drawn:
    """Return the chart that the words of the command name; without a measure it is of the leading one."""
    given.measure = given.measure or charts.find_leading(corpus)
    look = Look(given.language, given.theme)
    makers: Mapping[str, Callable[[argparse.Namespace, Corpus, Look], Drawn]] = {
        "map": _chart_map,
        "regions": _chart_regions,
        "timeline": _chart_timeline,
        "compare": _choose_compared(given),
    }
    return makers.get(given.chart, _chart_kind)(given, corpus, look)


def _chart_kind(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    """Return a chart of the kind that the command names."""
    kind, shapes = find_kind(given.chart), _read_shapes(given)
    layout = charts.Layout(given.rows, given.parts, given.share, given.sort)
    asked = Asked(
        given.measure,
        _ask(given, corpus),
        look,
        layout,
        _read_sides(given),
        _find_per(given, layout.rows if kind.question.about == "bars" else "country"),
        read_map_options(given),
    )
    chart, words = kind.ask(corpus, asked), read_words(look.language)
    draw = partial(drawings.draw_kind, chart, shapes=shapes)
    return Drawn(draw, lambda: make_kind_page(chart, words, shapes), shapes)


def _read_sides(given: argparse.Namespace) -> Sides | None:
    """Return the two sides of the command, None where it names none; DrawingError where it names one alone."""
    if given.first is None and given.second is None:
        return None
    if given.first is None or given.second is None:
        raise DrawingError("a comparison has two sides; give both --first and --second")
    return charts.read_side(given.first), charts.read_side(given.second)


def _choose_compared(given: argparse.Namespace) -> Callable[[argparse.Namespace, Corpus, Look], Drawn]:
    if given.first is not None or given.second is not None:
        return _chart_two_maps
    return _chart_maps if given.each else _chart_bars


def read_map_options(given: argparse.Namespace) -> charts.MapOptions:
    """Return how the words of the command want a map drawn."""
    return charts.MapOptions(
        # Who names a midpoint wants a map around it.
        method="around" if given.midpoint is not None else given.classes,
        limits=given.limits,
        midpoint=given.midpoint,
        hue=given.palette,
        projection=given.projection,
        frame=given.frame,
        borders=given.borders,
        labels=tuple(given.label),
    )


def _chart_map(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    """Return the map, without the giver as on the dashboard's first page."""
    shapes, where = _read_shapes(given), _ask(given, corpus)
    counted = charts.chart_countries(corpus, given.measure, where, look)
    chart = charts.redraw_map(charts.rate_map(counted, _find_per(given, "country")), read_map_options(given))
    asked = Where(without=where.without if charts.find_roles(given.measure) == ("recipient",) else ())
    flows = charts.chart_flows(corpus, asked, (), look) if given.flows else None
    note = _write_note(chart.note, shapes, look)
    draw, words = partial(drawings.draw_map, chart, shapes=shapes, flows=flows), read_words(look.language)
    return Drawn(draw, lambda: make_map_page(chart, flows, note, words, shapes), shapes)


def _chart_regions(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    shapes, chart = _read_shapes(given), charts.chart_first_breakdown(corpus, look)
    note, words = _write_note(chart.note, shapes, look), read_words(look.language)
    draw = partial(drawings.draw_regions, chart, shapes=shapes)
    return Drawn(draw, lambda: make_regions_page(chart, note, words, shapes), shapes)


def _chart_timeline(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    history = charts.chart_history(corpus, Where(), look)
    return Drawn(
        partial(drawings.draw_timeline, history), lambda: make_timeline_page(history, read_words(look.language))
    )


def _chart_bars(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    layout = charts.Layout(given.rows, given.parts, given.share, given.sort)
    counted = charts.chart_stacks(corpus, given.measure, _ask(given, corpus), layout, look)
    chart = charts.rate_stacks(counted, _find_per(given, layout.rows))
    return Drawn(partial(drawings.draw_stacks, chart), lambda: make_bars_page(chart, read_words(look.language)))


def _chart_maps(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    shapes = _read_shapes(given)
    _find_per(given, given.each)
    chart = charts.chart_multiples(corpus, given.measure, _ask(given, corpus), given.each, look)
    chart = charts.redraw_multiples(chart, read_map_options(given))
    note, words = _write_note(chart.note, shapes, look), read_words(look.language)

    def draw_page() -> WebPage:
        panels = [drawings.draw_panel(chart, panel, shapes) for panel in chart.panels]
        return make_small_maps_page(chart, panels, note, words)

    return Drawn(partial(drawings.draw_multiples, chart, shapes=shapes), draw_page)


def _chart_two_maps(given: argparse.Namespace, corpus: Corpus, look: Look) -> Drawn:
    """Return the maps of two sides and their difference."""
    shapes, sides, per = _read_shapes(given), _read_sides(given), _find_per(given, "country")
    assert sides is not None  # or there would be no two maps
    chart = charts.chart_two_maps(corpus, given.measure, _ask(given, corpus), sides, look, per)
    chart = charts.redraw_two_maps(chart, read_map_options(given))
    note, words = _write_note(chart.note, shapes, look), read_words(look.language)
    draw = partial(drawings.draw_two_maps, chart, shapes=shapes)
    return Drawn(draw, lambda: make_two_maps_page(chart, note, words), shapes)


def _find_per(given: argparse.Namespace, rows: charts.Rows) -> charts.Per | None:
    """Return what a measure is told per; DrawingError where these rows have no such denominator."""
    per: charts.Per | None = given.per
    if per is not None and per not in charts.list_per(rows):
        raise DrawingError(
            f"a {rows} has no rate per {per}; people go with countries and regions, countries with regions"
        )
    return per


def _ask(given: argparse.Namespace, corpus: Corpus) -> Where:
    giver = corpus.find_giver() if charts.asks_giver(corpus) else None
    return charts.leave_giver_out(given.measure, giver, Where())


def _write_note(note: str, shapes: Boundaries | None, look: Look) -> str:
    """Return what is to be said of the boundaries that are drawn."""
    return note if shapes is None else look.words("note.own")


def _read_shapes(given: argparse.Namespace) -> Boundaries | None:
    return read_own_boundaries(given.boundaries) if given.boundaries else None
