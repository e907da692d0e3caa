"""What small multiples show: the same map once for each theme or month, of one scale and one set of classes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, get_args

from geo.base.errors import DrawingError
from geo.charts.appearance import Labels, Look
from geo.charts.classes import Class, find_class
from geo.charts.corpus_charts import Values, count_left_out, read_values
from geo.charts.dimensions import count_as, name_keys
from geo.charts.map_options import MapOptions, write_note
from geo.charts.maps import SMALLEST, STEP, choose_writer
from geo.charts.measures import Measure, choose_measure, counts_events, describe_measure, is_figure
from geo.charts.scales import make_scale
from geo.charts.scopes import add_scope, describe_read, describe_scope, find_sources
from geo.charts.time_steps import find_span
from geo.maps.boundaries import list_small_areas
from geo.maps.dots import Dot, place_dots
from geo.reference.places import name_place
from geo.store.corpus import Corpus, Where

Each = Literal["theme", "month"]
EACH: tuple[Each, ...] = get_args(Each)
MOST_MAPS = 12
# Of a map 960 pixels wide: a third as wide a dot is still seen. Dots of a value each are so many times as large.
_DIAMETER, _LARGER = 19.0, 1.5
_FIRST = 3


class Panel(NamedTuple):
    """One of the maps: its key, its name, the value of each code, the colours and the dots, and what it shows in words."""

    key: str
    name: str
    values: Mapping[str, float]
    colours: Mapping[str, str]
    dots: Mapping[str, Dot]
    alt: str


@dataclass(frozen=True, slots=True)
class MultiplesChart:
    """Small maps, ready to draw: the panels in order, and the classes with their colours that all of them share.

    `note` is what is to be said of the boundaries, `notes` what is not drawn; `figures` says that the values are stated.
    The codes `left_out` are hatched on every map, and in no class.
    """

    labels: Labels
    look: Look
    each: Each
    options: MapOptions
    panels: tuple[Panel, ...]
    classes: tuple[Class, ...]
    colours: tuple[str, ...]
    notes: tuple[str, ...]
    note: str
    alt: str
    figures: bool = False
    left_out: tuple[str, ...] = ()


def list_each(measure: Measure) -> tuple[Each, ...]:
    """Return what there can be a map of: names have no theme, and figures have one alone."""
    return EACH if counts_events(measure) else ("month",)


def chart_multiples(corpus: Corpus, measure: Measure, where: Where, each: Each, look: Look) -> MultiplesChart:
    """Return a measure by country or area as a map for each theme or month, the twelve with the most.

    DrawingError where such maps mean nothing for the measure.
    """
    if each not in list_each(measure):
        raise DrawingError(
            f"a map of {measure} for each {each} means nothing; choose of {', '.join(list_each(measure))}"
        )
    where = choose_measure(measure, where)
    said = describe_measure(corpus, measure, look)
    if is_figure(measure):
        ranked = corpus.rank_figure_months(where, MOST_MAPS)
    else:
        ranked = corpus.rank_parts(each, where, count_as(measure), MOST_MAPS)
    keys = [str(key) for key in ranked["part"]]
    keys = sorted(keys) if each == "month" else keys
    asked = {key: narrow(where, each, key) for key in keys}
    counted = {key: read_values(corpus, measure, one, look) for key, one in asked.items()}
    left_out, sources = count_left_out(corpus, measure, where), find_sources(corpus, where)
    names = name_keys(each, keys, corpus, look)
    titles = {"title": said.bars, "by": look.words(f"stacks.by_{each}")}
    labels = Labels(
        look.words("stacks.title_maps", titles),
        said.measured,
        describe_read(sources, look),
        said.none,
        describe_scope(corpus, where, int(sources["documents"].sum()), look),
    )
    count = int(ranked["parts"].iloc[0]) if len(ranked) else 0
    notes = [look.words("stacks.rest_maps", {"drawn": MOST_MAPS, "count": count})] if count > MOST_MAPS else []
    bare = tuple(
        Panel(key, names[key], counted[key].numbers, {}, {}, _describe(names[key], counted[key], look)) for key in keys
    )
    alt = add_scope(" ".join([f"{labels.title}.", *(panel.alt for panel in bare)]), labels.scope, look)
    chart = MultiplesChart(
        labels, look, each, MapOptions(), bare, (), (), tuple(notes), "", alt, is_figure(measure), tuple(left_out)
    )
    return _arrange(chart)


def redraw_multiples(chart: MultiplesChart, options: MapOptions) -> MultiplesChart:
    """Return the same values drawn with other options; a small map has no room for the names of `options.labels`."""
    return chart if options == chart.options else _arrange(replace(chart, options=options))


def narrow(where: Where, each: Each, key: str) -> Where:
    """Return the question about one theme or month alone."""
    if each == "theme":
        return replace(where, themes=(key,))
    span = find_span(date.fromisoformat(f"{key}-01"), "month")
    return replace(where, since=span.since, until=span.until)


def _arrange(chart: MultiplesChart) -> MultiplesChart:
    """Return the chart with its values divided, coloured and placed as its options say."""
    options, look = chart.options, chart.look
    values = [value for panel in chart.panels for value in panel.values.values()]
    classes, colours = make_scale(values, options, look, choose_writer(look, stated=chart.figures), small=True)
    panels = tuple(_colour(panel, (classes, colours), chart) for panel in chart.panels)
    return replace(chart, panels=panels, classes=classes, colours=colours, note=write_note(look, options))


def _colour(panel: Panel, scale: tuple[tuple[Class, ...], tuple[str, ...]], chart: MultiplesChart) -> Panel:
    numbers, options = {code: find_class(scale[0], value) for code, value in panel.values.items()}, chart.options
    hollow = ((code, _DIAMETER) for code in chart.left_out if options.borders == "none" or code in list_small_areas())
    return panel._replace(
        colours={code: scale[1][number] for code, number in numbers.items()},
        dots=place_dots((*_list_sizes(numbers, options), *hollow), options.view),
    )


def _list_sizes(numbers: Mapping[str, int], options: MapOptions) -> Iterator[tuple[str, float]]:
    """Yield the diameter of each dot: one for all small areas, or by the class where no boundary is drawn."""
    for code in sorted(numbers):
        if options.borders == "none":
            yield code, _LARGER * (SMALLEST + STEP * numbers[code])
        elif code in list_small_areas():
            yield code, _DIAMETER


def _describe(name: str, counted: Values, look: Look) -> str:
    """Return in words what one map shows."""
    values, shown = counted
    most = sorted(values, key=lambda code: (-values[code], code))[:_FIRST]
    first = look.words("list.comma").join(
        f"{name_place(code, look.language)} {shown.get(code) or f'{values[code]:,}'}" for code in most
    )
    return look.words.count("stacks.alt_map", len(values), {"name": name, "first": first})
