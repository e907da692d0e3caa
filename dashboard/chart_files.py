"""What `aidatlas draw` makes: a chart asked of a corpus, as a picture or as a web page, by the words of the command."""

import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, Protocol

import pandas as pd

from dashboard.choices.selections import Selection, make_span
from dashboard.draw_requests import Kind, Request
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
from geo import charts, drawings
from geo.base.errors import DrawingError
from geo.charts import Look, Measure
from geo.charts.chart_kinds import Asked, find_kind
from geo.charts.numbers import write_bounded
from geo.maps.boundaries import Boundaries, read_own_boundaries
from geo.maps.topologies import pack_topology
from geo.reference.wordings import read_catalogue
from geo.store.corpus import Corpus, Where

_MOST_LISTED = 8


class Picture(Protocol):
    """What draws a chart that is already chosen."""

    def __call__(self, file_format: drawings.Format, scale: int, *, edition: drawings.Edition) -> bytes:
        """Return the picture as a file."""
        ...


class Drawn(NamedTuple):
    """A chart, to be made as a picture of a format or as a web page; `shapes` are boundaries of the user's own."""

    picture: Picture
    page: Callable[[], WebPage]
    shapes: Boundaries | None = None

    def write(self, request: Request) -> bytes:
        """Return the file that is asked for."""
        if request.ending is not None:
            return self.picture(request.ending, request.scale, edition=request.edition)
        return write_web_page(self.page(), None if self.shapes is None else gzip.decompress(pack_topology(self.shapes)))


class _Asked(NamedTuple):
    """A request with the measure and the question that it comes to in a corpus."""

    request: Request
    corpus: Corpus
    measure: Measure
    where: Where
    shapes: Boundaries | None

    @property
    def selection(self) -> Selection:
        return self.request.selection

    @property
    def look(self) -> Look:
        return self.request.look


def chart_file(request: Request, corpus: Corpus) -> Drawn:
    """Return the chart that a request names; without a measure it is of the leading one.

    DrawingError where the documents do not have what it asks for.
    """
    makers: Mapping[Kind, Callable[[_Asked], Drawn]] = {
        "map": _chart_map,
        "regions": _chart_regions,
        "timeline": _chart_timeline,
        "bars": _chart_bars,
        "maps": _chart_maps,
        "two": _chart_two_maps,
    }
    shapes = read_own_boundaries(request.boundaries) if request.boundaries else None
    selection = _find_known(request.selection, corpus)
    request = request._replace(selection=selection)
    measure = selection.measure or charts.find_leading(corpus)
    return makers.get(request.kind, _chart_kind)(
        _Asked(request, corpus, measure, _ask(request, corpus, measure), shapes)
    )


def _chart_kind(asked: _Asked) -> Drawn:
    """Return a chart of the kind that is asked for."""
    kind, selection, shapes = find_kind(asked.request.kind), asked.selection, asked.shapes
    layout = _find_layout(asked)
    question = Asked(
        asked.measure,
        replace(asked.where, codes=selection.codes if kind.question.about == "bars" else ()),
        asked.look,
        layout,
        (selection.first, selection.second) if selection.first and selection.second else None,
        _find_per(asked, layout.rows if kind.question.about == "bars" else "country"),
        _read_map_options(selection),
    )
    chart, words = kind.ask(asked.corpus, question), read_catalogue("page", asked.look.language)
    return Drawn(
        partial(drawings.draw_kind, chart, shapes=shapes), lambda: make_kind_page(chart, words, shapes), shapes
    )


def _find_known(selection: Selection, corpus: Corpus) -> Selection:
    """Return the choice with the document's key; DrawingError for what the corpus has not."""
    documents = corpus.documents
    known: Mapping[str, tuple[str | None, Sequence[str]]] = {
        "outlet": (selection.outlet, sorted(documents["outlet"].dropna().unique())),
        "spoken": (selection.spoken, sorted(documents["language"].dropna().unique())),
    }
    for name, (chosen, there) in known.items():
        if chosen is not None and chosen not in there:
            raise DrawingError(f"no document has {name} {chosen}; {_list_known(there)}")
    if selection.document is None:
        return selection
    return replace(selection, document=_find_document(selection.document, documents))


def _find_document(words: str, documents: pd.DataFrame) -> str:
    """Return the key of the document with this key or title."""
    found = documents[(documents["document"] == words) | (documents["title"] == words)]["document"].unique()
    if len(found) != 1:
        titles = [str(title) for title in documents["title"].dropna()]
        raise DrawingError(f"{len(found) or 'no'} documents are called {words}; {_list_known(titles)}")
    return str(found[0])


def _list_known(known: Sequence[str]) -> str:
    more = f" and {len(known) - _MOST_LISTED} more" if len(known) > _MOST_LISTED else ""
    return f"there are {'; '.join(known[:_MOST_LISTED])}{more}" if known else "there is none"


def _ask(request: Request, corpus: Corpus, measure: Measure) -> Where:
    """Return the question about the measure: filtered, and without who gives most where they would outshine all others."""
    selection = request.selection
    narrowed = selection.theme or selection.kind
    if request.kind != "timeline" and narrowed and not request.view and not charts.counts_events(measure):
        raise DrawingError(f"{measure} counts no events: --where theme and kind mean nothing for it; leave them out")
    where = make_span(selection)
    giver = corpus.find_giver() if charts.asks_giver(corpus) else None
    return where if selection.giver else charts.leave_giver_out(measure, giver, where)


def _read_map_options(selection: Selection) -> charts.MapOptions:
    return charts.MapOptions(
        method=selection.classes,
        limits=selection.limits,
        midpoint=selection.midpoint,
        hue=selection.hue,
        projection=selection.projection,
        frame=selection.frame,
        borders=selection.borders,
        labels=selection.codes if selection.names else (),
    )


def _chart_map(asked: _Asked) -> Drawn:
    """Return the map, without the giver as on the dashboard's first page."""
    corpus, look, where, shapes = asked.corpus, asked.look, asked.where, asked.shapes
    counted = charts.chart_countries(corpus, asked.measure, where, look)
    rated = charts.rate_map(counted, _find_per(asked, "country"))
    chart = charts.redraw_map(rated, _read_map_options(asked.selection))
    received = charts.find_roles(asked.measure) == ("recipient",)
    arcs = replace(make_span(asked.selection), without=where.without if received else ())
    flows = charts.chart_flows(corpus, arcs, (), look) if asked.selection.flows else None
    note = _write_note(chart.note, shapes, look)
    draw, words = partial(drawings.draw_map, chart, shapes=shapes, flows=flows), read_catalogue("page", look.language)
    fields = asked.selection.card
    return Drawn(draw, lambda: make_map_page(chart, flows, note, words, shapes, fields), shapes)


def _chart_regions(asked: _Asked) -> Drawn:
    look, shapes, corpus = asked.look, asked.shapes, asked.corpus
    chart = _find_breakdown(asked.request.breakdown, corpus, look)
    note, words = _write_note(chart.note, shapes, look), read_catalogue("page", look.language)
    draw = partial(drawings.draw_regions, chart, shapes=shapes)
    return Drawn(draw, lambda: make_regions_page(chart, note, words, shapes), shapes)


def _find_breakdown(chosen: str | None, corpus: Corpus, look: Look) -> charts.RegionsChart:
    """Return the breakdown of a number, key or title, without one the first; DrawingError lists those there are."""
    if chosen is None:
        return charts.chart_first_breakdown(corpus, look)
    rows = charts.order_breakdowns(charts.read_breakdowns(corpus))
    keys = [str(key) for key in rows["breakdown"].unique()]
    titles = {key: str(rows[rows["breakdown"] == key]["title"].iloc[0]) for key in keys}
    said = [f"{titles[key]} ({_tell_parts(rows[rows['breakdown'] == key], look)})" for key in keys]
    found = _choose(chosen, titles, "breakdown", said)
    return charts.chart_breakdown(rows[rows["breakdown"] == found], charts.read_sums(corpus), corpus.find_giver(), look)


def _tell_parts(rows: pd.DataFrame, look: Look) -> str:
    """Return what a breakdown counts, and its parts."""
    parts = rows[rows["role"] == "part"].to_dict("records")
    figures = " + ".join(
        write_bounded(part["value"], None, part["bound"], look.language) for part in parts[:_MOST_LISTED]
    )
    return f"{charts.name_counted(parts[0], look)}: {figures}"


def _choose(chosen: str, names: Mapping[str, str], what: str, said: Sequence[str] = ()) -> str:
    """Return the key that a number in order, a key or a name stands for; DrawingError lists those there are, as `said`."""
    keys = list(names)
    if not names:
        raise DrawingError(f"the documents have no {what} to choose; leave --{what} out")
    if chosen in names:
        return chosen
    if chosen.isdecimal() and 1 <= int(chosen) <= len(keys):
        return keys[int(chosen) - 1]
    found = [key for key in keys if names[key] == chosen]
    if len(found) != 1:
        listed = _list_known([f"{number} {name}" for number, name in enumerate(said or names.values(), 1)])
        raise DrawingError(f"{what} {chosen} is {'none' if not found else 'not one alone'}; give a number: {listed}")
    return found[0]


def _chart_timeline(asked: _Asked) -> Drawn:
    """Return the timeline; on its page a span is marked and not cut out."""
    selection, look = asked.selection, asked.look
    span = (
        {"since": None, "until": None} if asked.request.view else {"since": selection.since, "until": selection.until}
    )
    where = replace(make_span(selection), codes=selection.codes, **span)
    history = charts.chart_history(asked.corpus, where, look)
    if asked.request.series is not None:
        history = charts.chart_history(
            asked.corpus, where, look, _choose(asked.request.series, history.measures, "series")
        )
    return Drawn(
        partial(drawings.draw_timeline, history),
        lambda: make_timeline_page(history, read_catalogue("page", look.language)),
    )


def _chart_bars(asked: _Asked) -> Drawn:
    layout, where = _find_layout(asked), asked.where
    # On the page the bar of a country or area that is chosen is marked, and the others stay beside it.
    codes = () if asked.request.view and layout.rows in ("country", "region") else asked.selection.codes
    counted = charts.chart_stacks(asked.corpus, asked.measure, replace(where, codes=codes), layout, asked.look)
    _check_sort(layout.sort, counted)
    chart = charts.rate_stacks(counted, _find_per(asked, layout.rows))
    return Drawn(
        partial(drawings.draw_stacks, chart), lambda: make_bars_page(chart, read_catalogue("page", asked.look.language))
    )


def _find_layout(asked: _Asked) -> charts.Layout:
    """Return the bars that are asked for; a page gives way where its choice means nothing for the measure."""
    selection, request = asked.selection, asked.request
    parts: charts.Parts = selection.parts if request.view or request.means("parts") else charts.Layout().parts
    if request.view:
        offered = charts.list_parts(asked.measure, selection.rows)
        otherwise: charts.Parts = "region" if "region" in offered and asked.measure != "documents" else "none"
        parts = parts if parts in offered else otherwise
    if selection.share and parts == "none":
        raise DrawingError("--share makes parts of every bar; say which with --parts")
    return charts.Layout(selection.rows, parts, selection.share, selection.sort)


def _check_sort(sort: str | None, chart: charts.StacksChart) -> None:
    known = [charts.BY_TOTAL, charts.BY_NAME, *(part.key for part in chart.parts if part.key)]
    if sort is not None and sort not in known:
        raise DrawingError(f"--sort {sort} is no order of these bars; choose of {', '.join(known)}")


def _chart_maps(asked: _Asked) -> Drawn:
    look, shapes = asked.look, asked.shapes
    counted = charts.chart_multiples(asked.corpus, asked.measure, asked.where, asked.selection.each, look)
    chart = charts.redraw_multiples(counted, _read_map_options(asked.selection))
    note, words = _write_note(chart.note, shapes, look), read_catalogue("page", look.language)

    def draw_page() -> WebPage:
        panels = [drawings.draw_panel(chart, panel, shapes) for panel in chart.panels]
        return make_small_maps_page(chart, panels, note, words)

    return Drawn(partial(drawings.draw_multiples, chart, shapes=shapes), draw_page)


def _chart_two_maps(asked: _Asked) -> Drawn:
    """Return the maps of two sides and their difference."""
    first, second, look = asked.selection.first, asked.selection.second, asked.look
    if first is None or second is None:
        raise DrawingError("a comparison has two sides; give both --first and --second")
    counted = charts.chart_two_maps(
        asked.corpus, asked.measure, asked.where, (first, second), look, _find_per(asked, "country")
    )
    chart, shapes = charts.redraw_two_maps(counted, _read_map_options(asked.selection)), asked.shapes
    note, words = _write_note(chart.note, shapes, look), read_catalogue("page", look.language)
    draw = partial(drawings.draw_two_maps, chart, shapes=shapes)
    return Drawn(draw, lambda: make_two_maps_page(chart, note, words), shapes)


def _find_per(asked: _Asked, rows: charts.Rows) -> charts.Per | None:
    """Return what a measure is told per; DrawingError where these rows have no such denominator."""
    per = asked.selection.per
    if per is not None and per not in charts.list_per(rows):
        raise DrawingError(
            f"a {rows} has no rate per {per}; people go with countries and regions, countries with regions"
        )
    return per


def _write_note(note: str, shapes: Boundaries | None, look: Look) -> str:
    """Return what is to be said of the boundaries that are drawn."""
    return note if shapes is None else look.words("note.own")
