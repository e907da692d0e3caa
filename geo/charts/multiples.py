"""What small multiples show: the same map once for each theme or month, of one scale and one set of classes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, get_args

from geo.boundaries import list_small_areas
from geo.charts.answers import ROLES, Measure, choose_measure, count_places, describe_sources
from geo.charts.classes import Class, classify, find_class
from geo.charts.dimensions import count_as, name_keys
from geo.charts.dots import Dot, place_dots
from geo.charts.looks import Labels, Look
from geo.charts.palettes import palette, spread
from geo.charts.steps import find_span
from geo.charts.views import find_view
from geo.corpus import Corpus, Where
from geo.places import name_place

Each = Literal["theme", "month"]
EACH: tuple[Each, ...] = get_args(Each)
MOST_MAPS = 12
# Of a map 960 pixels wide: a third as wide a dot is still seen.
_DIAMETER = 19.0
_FIRST = 3


class Panel(NamedTuple):
    """One of the maps: its key, its name, the value of each code, the colours and the dots, and what it shows in words."""

    key: str
    name: str
    values: Mapping[str, int]
    colours: Mapping[str, str]
    dots: Mapping[str, Dot]
    alt: str


@dataclass(frozen=True, slots=True)
class MultiplesChart:
    """Small maps, ready to draw: the panels in order, and the classes with their colours that all of them share.

    `note` is what is to be said of the boundaries, `notes` what is not drawn.
    """

    labels: Labels
    look: Look
    each: Each
    panels: tuple[Panel, ...]
    classes: tuple[Class, ...]
    colours: tuple[str, ...]
    notes: tuple[str, ...]
    note: str
    alt: str


def list_each(measure: Measure) -> tuple[Each, ...]:
    """Return what there can be a map of: names have no theme."""
    return EACH if measure in ROLES else ("month",)


def chart_multiples(corpus: Corpus, measure: Measure, where: Where, each: Each, look: Look) -> MultiplesChart:
    """Return a measure by country or area as a map for each theme or month, the twelve with the most."""
    where = choose_measure(measure, where)
    ranked = corpus.rank_parts(each, where, count_as(measure), MOST_MAPS)
    keys = [str(key) for key in ranked["part"]]
    keys = sorted(keys) if each == "month" else keys
    counted = {key: count_places(corpus, measure, narrow(where, each, key)) for key in keys}
    classes = classify([value for values in counted.values() for value in values.values()])
    steps = palette(look.theme).steps
    # On a small map the faintest step is hardly told from no data: where four do, it is left out.
    colours = spread(steps[1:] if len(classes) < len(steps) else steps, len(classes)) if classes else ()
    names = name_keys(each, keys, corpus, look)
    panels = tuple(_make_panel(key, names[key], counted[key], (classes, colours), look) for key in keys)
    titles = {"title": look.words(f"stacks.title_{measure}"), "by": look.words(f"stacks.by_{each}")}
    labels = Labels(
        look.words("stacks.title_maps", titles),
        look.words(f"map.{measure}"),
        describe_sources(corpus.table("documents", Where(documents=where.documents)), look),
        look.words("map.no_event" if measure in ROLES else "map.no_data"),
    )
    count = int(ranked["parts"].iloc[0]) if len(ranked) else 0
    notes = [look.words("stacks.rest_maps", {"drawn": MOST_MAPS, "count": count})] if count > MOST_MAPS else []
    alt = " ".join([f"{labels.title}.", *(panel.alt for panel in panels)])
    return MultiplesChart(
        labels, look, each, panels, classes, colours, tuple(notes), look.words("note.boundaries"), alt
    )


def narrow(where: Where, each: Each, key: str) -> Where:
    """Return the question about one theme or month alone."""
    if each == "theme":
        return replace(where, themes=(key,))
    span = find_span(date.fromisoformat(f"{key}-01"), "month")
    return replace(where, since=span.since, until=span.until)


def _make_panel(
    key: str, name: str, values: Mapping[str, int], scale: tuple[tuple[Class, ...], tuple[str, ...]], look: Look
) -> Panel:
    classes, colours = scale
    small = tuple((code, _DIAMETER) for code in sorted(values) if code in list_small_areas())
    most = sorted(values, key=lambda code: (-values[code], code))[:_FIRST]
    first = look.words("list.comma").join(f"{name_place(code, look.language)} {values[code]:,}" for code in most)
    return Panel(
        key=key,
        name=name,
        values=values,
        colours={code: colours[find_class(classes, value)] for code, value in values.items()},
        dots=place_dots(small, find_view()),
        alt=look.words("stacks.alt_map", {"name": name, "count": len(values), "first": first}),
    )
