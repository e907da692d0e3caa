"""The charts as web pages: which figures, notes and tables each page holds."""

from collections.abc import Collection, Sequence

from dashboard.figures.breakdown_bars import draw_amounts, draw_parts, draw_shares
from dashboard.figures.card_fields import USUAL, CardField
from dashboard.figures.chart_tables import (
    tabulate_flows,
    tabulate_kind,
    tabulate_map,
    tabulate_regions,
    tabulate_small_maps,
    tabulate_stacks,
    tabulate_timeline,
    tabulate_totals,
    tabulate_two_maps,
)
from dashboard.figures.flows import add_flows
from dashboard.figures.map_tools import name_tools
from dashboard.figures.maps import draw_map, draw_regions_map
from dashboard.figures.planes import HATCH, draw_plane, write_sign
from dashboard.figures.stacked_bars import draw_stacks, list_bars
from dashboard.figures.timelines import draw_timeline
from dashboard.figures.two_maps import draw_two
from dashboard.figures.web_pages import Chart, Picture, Table, WebPage
from geo.charts import FlowsChart, History, Look, MapChart, MultiplesChart, RegionsChart, StacksChart, TwoMapsChart
from geo.charts.chart_kinds import WIDTHS, KindChart
from geo.charts.maps import name_left_out
from geo.charts.palettes import palette
from geo.drawings import list_notes
from geo.maps.boundaries import Boundaries
from geo.reference.places import list_place_codes, name_place
from geo.reference.wordings import Catalogue


def make_map_page(
    chart: MapChart,
    flows: FlowsChart | None,
    note: str,
    words: Catalogue,
    shapes: Boundaries | None = None,
    fields: Collection[CardField] = USUAL,
) -> WebPage:
    """Return the page of a map; `note` is what is to be said of its boundaries, `shapes` are the user's own.

    `fields` is what cards tell.
    """
    figure = draw_map(chart, shapes=shapes, fields=fields)
    tables, notes = [Table(chart.labels.measure, tabulate_map(chart, words))], [*chart.notes, note]
    if flows is not None:
        add_flows(figure, flows, chart.options.view, chart.dots)
        tables.append(Table(words("world.flows_title"), tabulate_flows(flows)))
        notes.append(flows.note)
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        scope=chart.labels.scope,
        lead=chart.labels.measure,
        charts=(Chart(figure, chart.alt),),
        notes=(_write_source(chart.look, chart.labels.source), *notes),
        tables=tuple(tables),
        unscripted=words("web_page.unscripted"),
        tools=name_tools(words, alone=True),
    )


def make_regions_page(chart: RegionsChart, note: str, words: Catalogue, shapes: Boundaries | None = None) -> WebPage:
    """Return the page of a stated breakdown: its map, its parts and, where there are any, its shares.

    `note` is what is to be said of the boundaries, `shapes` are the user's own.
    """
    names = {code: name_place(code, chart.look.language) for code in list_place_codes()}
    counts = chart.rows["un_members"].notna().any()
    parts = ("bars", draw_parts) if counts else ("amounts", draw_amounts)
    drawn = [("map", draw_regions_map(chart, names, shapes=shapes)), (parts[0], parts[1](chart))]
    if chart.rows["share"].notna().any():
        drawn.append(("shares", draw_shares(chart)))
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        scope=chart.labels.scope,
        lead=chart.check,
        charts=tuple(Chart(figure, chart.alt, words(f"regions.{name}")) for name, figure in drawn),
        notes=(_write_source(chart.look, chart.labels.source), chart.caveat, chart.denominator_note, note),
        tables=(Table(chart.labels.measure, tabulate_regions(chart, words)),),
        unscripted=words("web_page.unscripted"),
        tools=name_tools(words, alone=True),
    )


def make_timeline_page(history: History, words: Catalogue) -> WebPage:
    """Return the page of events over time, and of the running totals beside them."""
    chart, totals = history.events, history.totals
    tables = [Table(chart.labels.measure, tabulate_timeline(chart, words))]
    if totals is not None:
        tables.append(Table(totals.labels.title, tabulate_totals(totals, words)))
    alt = chart.alt if totals is None else f"{chart.alt} {totals.alt}"
    drawn = () if history.axis is None else (Chart(draw_timeline(chart, totals), alt),)
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        scope=chart.labels.scope,
        # What the bars count stands at their axis.
        lead="" if drawn else alt,
        charts=drawn,
        notes=(_write_source(chart.look, chart.labels.source), *chart.notes),
        tables=tuple(tables),
        unscripted=words("web_page.unscripted"),
        legend=tuple((group.colour, group.name) for group in chart.groups),
    )


def make_bars_page(chart: StacksChart, words: Catalogue) -> WebPage:
    """Return the page of stacked bars."""
    drawn = () if chart.rows.empty else (Chart(draw_stacks(chart), chart.alt),)
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        scope=chart.labels.scope,
        lead=chart.labels.measure if drawn else chart.alt,
        charts=drawn,
        notes=(_write_source(chart.look, chart.labels.source), *chart.notes),
        tables=(Table(chart.labels.measure, tabulate_stacks(chart, words)),),
        unscripted=words("web_page.unscripted"),
        tools=name_tools(words, alone=True),
        legend=tuple((part.colour, part.name) for part in list_bars(chart) if part.key),
    )


def make_small_maps_page(chart: MultiplesChart, panels: Sequence[bytes], note: str, words: Catalogue) -> WebPage:
    """Return the page of small maps; `panels` are their pictures, `note` is what is to be said of the boundaries."""
    no_data = palette(chart.look.theme).no_data, chart.labels.no_data
    classes = zip(chart.colours, (one.label for one in chart.classes), strict=True)
    named = (chart.look.words("stacks.panel", {"name": one.name, "count": len(one.values)}) for one in chart.panels)
    alts = (one.alt for one in chart.panels)
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        scope=chart.labels.scope,
        lead=chart.labels.measure,
        charts=(),
        notes=(_write_source(chart.look, chart.labels.source), *chart.notes, note),
        tables=(Table(chart.labels.measure, tabulate_small_maps(chart, words)),),
        unscripted=words("web_page.unscripted"),
        tools=name_tools(words, alone=True),
        legend=(*classes, no_data, *list_left_out(chart)),
        pictures=tuple(Picture(*one) for one in zip(named, panels, alts, strict=True)),
    )


def list_left_out(chart: MultiplesChart) -> tuple[tuple[str, str], ...]:
    """Return the entry of a legend for who is left out of small maps, where somebody is: its look and its words."""
    if not chart.left_out:
        return ()
    colours = palette(chart.look.theme)
    look = HATCH.format(line=colours.faint_ink, ground=colours.no_data)
    return ((look, name_left_out(chart.left_out, chart.look)),)


def make_two_maps_page(chart: TwoMapsChart, note: str, words: Catalogue) -> WebPage:
    """Return the page of two maps and their difference; `note` is what is to be said of the boundaries."""
    maps = zip(chart.maps, chart.names, strict=True)
    drawn = (Chart(draw_two(chart, place, legend=True), one.alt, name) for place, (one, name) in enumerate(maps))
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        lead=chart.labels.measure,
        charts=tuple(drawn),
        notes=(_write_source(chart.look, chart.labels.source), *chart.notes, note),
        tables=(Table(chart.labels.measure, tabulate_two_maps(chart, words)),),
        unscripted=words("web_page.unscripted"),
        tools=name_tools(words, alone=True),
    )


def make_kind_page(chart: KindChart, words: Catalogue, shapes: Boundaries | None = None) -> WebPage:
    """Return the page of a chart of any kind, laid out for a phone and for a screen; `shapes` are the user's own."""
    plane, unlike = chart.lay_out(WIDTHS[-1]), (("narrow", WIDTHS[0]), ("wide", WIDTHS[-1]))
    rooms = unlike if plane.ground is None else (("", WIDTHS[-1]),)
    drawn = tuple(Chart(draw_plane(chart, width, (), shapes), chart.alt, room=room) for room, width in rooms)
    return WebPage(
        look=chart.look,
        title=chart.labels.title,
        scope=chart.labels.scope,
        lead=chart.empty or chart.labels.measure,
        charts=() if chart.empty and plane.ground is None and not plane.marks else drawn,
        notes=(_write_source(chart.look, chart.labels.source), *list_notes(chart, plane, shapes)),
        tables=(Table(chart.labels.measure, tabulate_kind(chart, words)),),
        unscripted=words("web_page.unscripted"),
        legend=tuple((write_sign(key, chart.look).removeprefix("background:"), key.words) for key in plane.legend),
    )


def _write_source(look: Look, source: str) -> str:
    return look.words("note.source", {"source": source})
