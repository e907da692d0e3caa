"""The kinds of charts: a file each in geo/charts/kinds, found without being listed anywhere.

A kind answers a question that is asked of a corpus, lays the answer out as marks (geo.charts.marks), and has a table and
its own words. What the pages offer, `aidatlas draw --chart` and the files all come from here. CONTRIBUTING.md says how to
add one.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar, cast

import pandas as pd

from geo.base.errors import DrawingError
from geo.charts import kinds
from geo.charts.appearance import Labels, Look
from geo.charts.corpus_charts import chart_countries
from geo.charts.map_options import MapOptions
from geo.charts.maps import MapChart, redraw_map
from geo.charts.marks import Plane, Space
from geo.charts.measures import Measure
from geo.charts.rates import Per, rate_map, rate_stacks
from geo.charts.sides import offer_sides
from geo.charts.stacked_bars import Layout, StacksChart, chart_stacks, note_drawn
from geo.charts.two_maps import Sides, TwoMapsChart, chart_two_maps
from geo.store.corpus import Corpus, Where

# What one chooses before a kind: countries and areas on the page *World*, bars or two sides on the page *Compare*.
About = Literal["countries", "bars", "sides"]
# What may be chosen of maps (see MapOptions), as the pages call it.
Heeded = Literal["frame", "classes", "hue", "projection", "borders", "names"]
# The widths, in pixels, for which a page lays a chart out: of a phone, a tablet or half a screen, and a screen.
WIDTHS = (340.0, 560.0, 900.0)
_MODULE_RECORD = "KIND"


class Charted(Protocol):
    """An answer that can be laid out: what every chart of geo.charts has."""

    @property
    def labels(self) -> Labels: ...  # noqa: D102
    @property
    def look(self) -> Look: ...  # noqa: D102
    @property
    def notes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def alt(self) -> str: ...  # noqa: D102
    @property
    def rows(self) -> pd.DataFrame: ...  # noqa: D102


Answer = TypeVar("Answer", bound=Charted)


class Asked(NamedTuple):
    """What is asked of a corpus; a question takes of it what it needs."""

    measure: Measure
    where: Where
    look: Look = Look()
    layout: Layout = Layout()
    sides: Sides | None = None
    per: Per | None = None
    options: MapOptions = MapOptions()


@dataclass(frozen=True, slots=True)
class Question(Generic[Answer]):
    """A question that kinds of charts answer, and what it is about."""

    about: About
    ask: Callable[[Corpus, Asked], Answer]


class KindWords(NamedTuple):
    """The words of a kind in the reader's language: those of the catalogue as `<kind>.<key>`, else the kind's own."""

    look: Look
    kind: str
    own: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, values: Mapping[str, object] | None = None) -> str:
        """Return the words of a key, its {names} filled in; a language that the kind lacks has the English."""
        mine = self.own.get(self.look.language, self.own["en"])
        return self.look.words.find(f"{self.kind}.{key}", mine[key]).format_map(values or {})


@dataclass(frozen=True, slots=True)
class KindChart:
    """A chart of some kind, ready to be laid out for any width; `table` is what is handed over.

    `empty` says why there is nothing to see, where there is nothing.
    """

    kind: str
    labels: Labels
    look: Look
    table: pd.DataFrame
    notes: tuple[str, ...]
    alt: str
    empty: str
    lay_out: "LayOut"


class LayOut(Protocol):
    """How a chart is laid out for a width, and a height where what is higher has no room; in pixels."""

    def __call__(self, width: float, height: float | None = None) -> Plane: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class ChartKind(Generic[Answer]):
    """A kind of chart, all of it in one file.

    `words` has by language the entries "name" (of the choice on a page), "about" (how to read it, a note beneath it) and
    whatever `lay_out` asks for. `lay_out` gets the answer, the words and the space; `tabulate` gives the table. `heeds`
    are the options of maps that change it: a page offers no others.
    """

    key: str
    question: Question[Answer]
    words: Mapping[str, Mapping[str, str]]
    lay_out: Callable[[Answer, KindWords, Space], Plane]
    tabulate: Callable[[Answer], pd.DataFrame]
    heeds: frozenset[Heeded] = frozenset()

    def name(self, look: Look) -> str:
        """Return what the choice of this kind is called."""
        return KindWords(look, self.key, self.words)("name")

    def ask(self, corpus: Corpus, asked: Asked) -> KindChart:
        """Return the chart that answers what is asked of a corpus."""
        return self.arrange(self.question.ask(corpus, asked))

    def arrange(self, answer: Answer) -> KindChart:
        """Return an answer as a chart of this kind."""
        words = KindWords(answer.look, self.key, self.words)
        return KindChart(
            kind=self.key,
            labels=answer.labels,
            look=answer.look,
            table=self.tabulate(answer),
            notes=(words("about"), *answer.notes),
            alt=answer.alt,
            empty=answer.alt if answer.rows.empty else "",
            lay_out=lambda width, height=None: self.lay_out(answer, words, Space(width, height)),
        )


def list_kinds(about: About | None = None) -> tuple[ChartKind[Charted], ...]:
    """Return the kinds of charts in the order of their files' names; of one question alone where that is named."""
    changed = tuple(Path(folder).stat().st_mtime_ns for folder in kinds.__path__)
    return tuple(kind for kind in _load_kinds(changed) if about in (None, kind.question.about))


@lru_cache(maxsize=1)
def _load_kinds(changed: tuple[int, ...]) -> tuple[ChartKind[Charted], ...]:
    """Return the kinds as their folders were when these last `changed`: every page asks for them several times."""
    names = sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))
    # Each answers a question with a record of its own; who only asks and lays out need not know which.
    return tuple(
        cast(ChartKind[Charted], getattr(importlib.import_module(f"{kinds.__name__}.{name}"), _MODULE_RECORD))
        for name in names
    )


def list_keys(about: About | None = None) -> tuple[str, ...]:
    """Return the keys of the kinds of charts."""
    return tuple(kind.key for kind in list_kinds(about))


def find_kind(key: str) -> ChartKind[Charted]:
    """Return a kind by its key; DrawingError where there is none."""
    for kind in list_kinds():
        if kind.key == key:
            return kind
    raise DrawingError(f"{key} is no kind of chart; choose of {', '.join(list_keys())}")


def _ask_countries(corpus: Corpus, asked: Asked) -> MapChart:
    counted = chart_countries(corpus, asked.measure, asked.where, asked.look)
    return redraw_map(rate_map(counted, asked.per), asked.options)


def _ask_bars(corpus: Corpus, asked: Asked) -> StacksChart:
    chart = chart_stacks(corpus, asked.measure, asked.where, asked.layout, asked.look)
    # How many are drawn is a matter of the kind.
    drawn = note_drawn(chart.rows, asked.look)
    return rate_stacks(replace(chart, notes=tuple(note for note in chart.notes if note not in drawn)), asked.per)


def _ask_sides(corpus: Corpus, asked: Asked) -> TwoMapsChart:
    sides = asked.sides or offer_sides(corpus)
    if sides is None:
        raise DrawingError("these documents have no two days, outlets or documents to compare")
    return chart_two_maps(corpus, asked.measure, asked.where, sides, asked.look, asked.per)


COUNTRIES = Question("countries", _ask_countries)
BARS = Question("bars", _ask_bars)
SIDES = Question("sides", _ask_sides)
