"""What two maps show beside each other: the same measure of two sides on one scale, and the difference of the two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from geo.charts.appearance import Labels, Look
from geo.charts.classes import Class, find_class
from geo.charts.corpus_charts import describe_sources, read_values
from geo.charts.decimals import write_decimal
from geo.charts.differences import Values, scale_differences, write_difference
from geo.charts.map_options import MapOptions
from geo.charts.maps import MapChart, Scaled, map_scaled
from geo.charts.measures import Measure, choose_measure, describe_measure, is_figure
from geo.charts.rates import Per, label_rates, note_rates, rate_values
from geo.charts.scales import make_scale
from geo.charts.scopes import count_documents
from geo.charts.sides import Side, count_read, name_side, narrow_to
from geo.maps.dots import place_dots
from geo.reference.places import find_alpha_2, name_place
from geo.store.corpus import Corpus, Where

Sides = tuple[Side, Side]
LETTERS = ("A", "B")
_FIRST = 3
# Of the dots of a whole map; and the pixels of one that stands for a difference.
_LARGER, _LEVEL = 1.6, 12.0


class Shown(NamedTuple):
    """A side as it is shown: what it is, what it is called, how many documents it reads."""

    side: Side
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class TwoMapsChart:
    """Two maps and their difference, ready to draw.

    `first` and `second` share their classes and colours; `difference` is second less first, and has the classes that only
    one side has too. `rows` has one row a country or area that a side has, the largest difference first: code, alpha_2,
    name, first, second (both missing where the side has none), difference. `left_out` names by code who is not counted.
    `notes` say what is not alike; `stated` says that the values are figures: what nobody states is not 0.
    """

    labels: Labels
    look: Look
    options: MapOptions
    shown: tuple[Shown, Shown]
    first: MapChart
    second: MapChart
    difference: MapChart
    rows: pd.DataFrame
    left_out: Mapping[str, str]
    notes: tuple[str, ...]
    note: str
    alt: str
    stated: bool = False

    @property
    def classes(self) -> tuple[Class, ...]:
        """The classes of both sides."""
        return self.first.classes

    @property
    def maps(self) -> tuple[MapChart, MapChart, MapChart]:
        """The three maps in their order."""
        return self.first, self.second, self.difference

    @property
    def names(self) -> tuple[str, str, str]:
        """What stands over each of the three."""
        first, second = (
            self.look.words("two.side", {"letter": letter, "name": one.name})
            for letter, one in zip(LETTERS, self.shown, strict=True)
        )
        return first, second, self.look.words("two.difference")


def chart_two_maps(
    corpus: Corpus, measure: Measure, where: Where, sides: Sides, look: Look, per: Per | None = None
) -> TwoMapsChart:
    """Return a measure by country or area on two sides and its difference, in numbers or in proportion to the people."""
    where = choose_measure(measure, where)
    said = describe_measure(corpus, measure, look)
    counts = [read_values(corpus, measure, narrow_to(where, side), look).numbers for side in sides]
    read = [count_read(side, corpus, measure, where) for side in sides]
    shown = _name_sides(sides, read, corpus, look)
    names = {"first": shown[0].name, "second": shown[1].name}
    labels = Labels(
        look.words("two.title", {"title": said.title, **names}),
        said.measured,
        describe_sources(corpus.table("documents", _find_documents(where, sides)), look),
        said.none,
    )
    notes = [*_compare_sides(shown, look), *_note_left_out(where, look)]
    every = dict.fromkeys(code for counted in counts for code in counted)
    if per is not None:
        labels, notes = label_rates(labels, per, every, look), [*notes, *note_rates(per, every, look)]
    values = Values(*(rate_values(counted, per) for counted in counts))
    left_out = {code: name_place(code, look.language) for code in where.without}
    compared = _Compared(labels, shown, values, left_out, tuple(notes), is_figure(measure))
    return _arrange(compared, look, MapOptions())


def redraw_two_maps(chart: TwoMapsChart, options: MapOptions) -> TwoMapsChart:
    """Return the same values drawn with other options; maps of half the width have no room for names."""
    options = replace(options, labels=())
    if options == chart.options:
        return chart
    values = Values(*(_list_values(one) for one in (chart.first, chart.second)))
    compared = _Compared(chart.labels, chart.shown, values, chart.left_out, chart.notes, chart.stated)
    return _arrange(compared, chart.look, options)


class _Compared(NamedTuple):
    """What is compared, before it is divided and coloured."""

    labels: Labels
    shown: tuple[Shown, Shown]
    values: Values
    left_out: Mapping[str, str]
    notes: tuple[str, ...]
    stated: bool


def _list_values(chart: MapChart) -> dict[str, float]:
    return dict(zip(chart.rows["code"].tolist(), chart.rows["value"].tolist(), strict=True))


def _find_documents(where: Where, sides: Sides) -> Where:
    """Return the question for the documents of both sides."""
    documents = tuple(document for side in sides for document in side.documents)
    outlets = tuple(side.outlet for side in sides if side.outlet is not None)
    if len(outlets) == 1:
        outlets = ()
    return Where(documents=documents or where.documents, outlets=outlets)


def _name_sides(sides: Sides, read: Sequence[int], corpus: Corpus, look: Look) -> tuple[Shown, Shown]:
    first, second = (Shown(side, name_side(side, corpus, look), n) for side, n in zip(sides, read, strict=True))
    return first, second


def _arrange(compared: _Compared, look: Look, options: MapOptions) -> TwoMapsChart:
    """Return the chart with both sides divided and coloured alike."""
    values, labels = compared.values, compared.labels
    left_out = compared.left_out
    sides = [map_scaled(one, labels, look, options) for one in _scale_alike(values, look, options)]
    first, second = (_leave_out(_enlarge(one, _LARGER), left_out) for one in sides)
    named = labels._replace(measure=look.words("two.difference"))
    difference = map_scaled(scale_differences(values, look), named, look, options)
    rows = _tabulate(values, look)
    chart = TwoMapsChart(
        labels=labels,
        look=look,
        options=options,
        shown=compared.shown,
        first=first,
        second=second,
        difference=_leave_out(_level(difference), left_out),
        rows=rows,
        left_out=left_out,
        notes=compared.notes,
        note=difference.note,
        alt="",
        stated=compared.stated,
    )
    return _describe(chart)


def _scale_alike(values: Values, look: Look, options: MapOptions) -> tuple[Scaled, Scaled]:
    """Return both sides with one set of classes, made of the values of both."""
    every = [value for side in values for value in side.values() if value > 0]
    classes, colours = make_scale(every, options, look, small=True)
    first, second = (
        Scaled(side, {code: find_class(classes, value) for code, value in side.items()}, classes, colours)
        for side in values
    )
    return first, second


def _enlarge(chart: MapChart, times: float) -> MapChart:
    """Return a map with dots large enough to be seen at half the width."""
    sizes = tuple((code, dot.diameter * times) for code, dot in chart.dots.items())
    return replace(chart, dots=place_dots(sizes, chart.options.view))


def _level(chart: MapChart) -> MapChart:
    """Return a map with dots of one size: a change has no size of its own, only a colour."""
    if chart.options.borders != "none":
        return chart
    return replace(chart, dots=place_dots(tuple((code, _LEVEL) for code in chart.dots), chart.options.view))


def _leave_out(chart: MapChart, left_out: Mapping[str, str]) -> MapChart:
    """Return a map that says nothing of those who are not counted: they have a look of their own."""
    others = {code: name for code, name in chart.others.items() if code not in left_out}
    return replace(chart, others=others)


def _tabulate(values: Values, look: Look) -> pd.DataFrame:
    found = values.find_differences()
    codes = sorted(found, key=lambda code: (-abs(found[code]), -found[code], code))
    whole = all(float(value).is_integer() for side in values for value in side.values())
    kind, known = ("Int64", "int64") if whole else ("Float64", "float64")
    return pd.DataFrame(
        {
            "code": pd.Series(codes, dtype="str"),
            "alpha_2": pd.Series([find_alpha_2(code) for code in codes], dtype="str"),
            "name": pd.Series([name_place(code, look.language) for code in codes], dtype="str"),
            "first": pd.Series([values.first.get(code) for code in codes], dtype=kind),
            "second": pd.Series([values.second.get(code) for code in codes], dtype=kind),
            "difference": pd.Series([found[code] for code in codes], dtype=known),
        }
    )


def _compare_sides(shown: tuple[Shown, Shown], look: Look) -> list[str]:
    """Return what each side reads, and what makes the two not comparable as they are."""
    first, second = shown
    said = [
        look.words(
            "two.reads",
            {"first": count_documents(first.documents, look), "second": count_documents(second.documents, look)},
        )
    ]
    if first.documents != second.documents:
        said.append(look.words("two.unlike"))
    days = first.side.days, second.side.days
    if None not in days and days[0] != days[1]:
        said.append(look.words("two.lengths", {"first": days[0], "second": days[1]}))
    if _overlap(first.side, second.side):
        said.append(look.words("two.overlap"))
    return said


def _overlap(first: Side, second: Side) -> bool:
    """Return whether something counts on both sides."""
    if (first.kind, second.kind) != ("span", "span"):
        return first == second or bool(set(first.documents) & set(second.documents))
    later = max((side.since for side in (first, second) if side.since), default=None)
    sooner = min((side.until for side in (first, second) if side.until), default=None)
    return later is None or sooner is None or later <= sooner


def _note_left_out(where: Where, look: Look) -> list[str]:
    names = look.words("list.comma").join(name_place(code, look.language) for code in where.without)
    return [look.words("stacks.without", {"names": names})] if names else []


def _describe(chart: TwoMapsChart) -> TwoMapsChart:
    """Return the chart with what it shows in words: each of its maps, and all of it."""
    first, second = (_describe_side(chart, place) for place in (0, 1))
    difference = _describe_difference(chart)
    return replace(
        chart,
        first=replace(chart.first, alt=first),
        second=replace(chart.second, alt=second),
        difference=replace(chart.difference, alt=difference),
        alt=" ".join([f"{chart.labels.title}.", first, second, difference]),
    )


def _describe_side(chart: TwoMapsChart, place: int) -> str:
    """Return in words what one of the two maps shows."""
    rows = chart.maps[place].rows
    figures = zip(rows["name"][:_FIRST], rows["value"][:_FIRST], strict=True)
    first = chart.look.words("list.comma").join(f"{name} {write_decimal(value)}" for name, value in figures)
    said = {"name": chart.names[place], "first": first, "measure": chart.labels.measure}
    words = chart.look.words
    return words.count("two.alt_side", len(rows), said) if len(rows) else words("two.alt_empty", said)


def _describe_difference(chart: TwoMapsChart) -> str:
    """Return in words how the two differ: how many are on both sides, on one alone, and the largest differences."""
    rows, words = chart.rows, chart.look.words
    figures = zip(rows["name"][:_FIRST], rows["difference"][:_FIRST], strict=True)
    first = words("list.comma").join(f"{name} {write_difference(value)}" for name, value in figures)
    alone = [int(rows[other].isna().sum()) for other in ("second", "first")]
    counts = {"first": alone[0], "second": alone[1], "both": len(rows) - sum(alone)}
    return words("two.alt_difference", {**counts, "most": first}) if len(rows) else ""
