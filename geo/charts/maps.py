"""What a choropleth of countries and areas shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

import pandas as pd

from geo.charts.appearance import Labels, Look
from geo.charts.classes import Class, Write, find_class
from geo.charts.decimals import write_decimal
from geo.charts.inks import choose_stripe
from geo.charts.map_options import MapOptions, write_note
from geo.charts.numbers import write_number
from geo.charts.palettes import palette
from geo.charts.scales import make_scale
from geo.charts.scopes import add_scope
from geo.charts.series import Series
from geo.charts.to_come import NOTHING, ToCome, describe_to_come
from geo.maps.boundaries import list_small_areas
from geo.maps.dots import DIAMETER, Dot, place_dots
from geo.maps.frame_members import list_members
from geo.maps.name_tags import Tag, place_tags
from geo.reference.places import find_alpha_2, list_place_codes, name_place

# Without boundaries a dot says by its size too how large the value is: so many pixels, and more a class.
SMALLEST, STEP = 7.0, 3.0
# More names hide the map; who chose more has the list of them beside it.
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class MapChart:
    """A choropleth, ready to draw.

    `rows` has one row a country or area that has a value, largest first: code, alpha_2, name, value, rank (ties share
    the better one), shown (the value as it is written: "80+"), number (of its class), colour, dot (drawn as a dot too,
    being small), example. `figures` says whether the values are stated figures, as they are shown. `others` maps the
    codes without a value to their names. `colours` has one colour a class, smallest first. `dots` says where each dot
    stands, and `tags` each name. `left_out` has the value of each code that is not counted though the documents speak
    of it: it is drawn hatched, and in no class. `note` is what is to be said of the boundaries, `notes` of the values. `whole` is
    how many there are in all of what is counted, where a value is a share of it, `series` how the values are spread over
    time; None where there is no such thing. `to_come` says what of the values is only planned or announced: areas of
    which nothing else is told are striped, dots have a core, and `rows` has then a column to_come.
    """

    labels: Labels
    look: Look
    options: MapOptions
    rows: pd.DataFrame
    others: Mapping[str, str]
    classes: tuple[Class, ...]
    colours: tuple[str, ...]
    dots: Mapping[str, Dot]
    tags: tuple[Tag, ...]
    note: str
    alt: str
    figures: bool = False
    left_out: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    whole: int | None = None
    series: Series | None = None
    to_come: ToCome = NOTHING

    @property
    def striped(self) -> tuple[str, ...]:
        """The codes on the map with a value of which nothing is told but what is to come, the largest value first."""
        shown = self.to_come.alone & list_members(self.options.view.frame) if self.to_come.striped else frozenset()
        return tuple(code for code in self.rows["code"] if code in shown)

    @property
    def stripes(self) -> dict[str, str]:
        """The colours of the stripes, each over the area of its code, and of the core of its dot."""
        colours = dict(zip(self.rows["code"], self.rows["colour"], strict=True))
        return {code: choose_stripe(colours[code]) for code in self.striped}


class Scaled(NamedTuple):
    """Values by code with their classes: the number of the class of each, the classes, and a colour a class.

    `shown` says how each value is written where it is a stated figure; `left_out` are codes that are not counted, with
    the value that each would have.
    """

    values: Mapping[str, float]
    numbers: Mapping[str, int]
    classes: tuple[Class, ...]
    colours: tuple[str, ...]
    shown: Mapping[str, str] = {}
    left_out: Mapping[str, float] = {}


def _tell_left_out(value: float, labels: Labels, look: Look) -> str:
    """Return in words that a country or area is left out of a chart, with the value that it would have."""
    return look.words("left_out.value", {"measure": labels.measure, "value": write_decimal(value)})


def name_left_out(codes: Iterable[str], look: Look) -> str:
    """Return what a legend calls the codes that are left out."""
    names = look.words("list.comma").join(name_place(code, look.language) for code in codes)
    return look.words("left_out.legend", {"names": names})


def chart_map(
    values: Mapping[str, float],
    examples: Mapping[str, str],
    labels: Labels,
    look: Look,
    options: MapOptions | None = None,
    *,
    shown: Mapping[str, str] | None = None,
    left_out: Mapping[str, float] | None = None,
) -> MapChart:
    """Return the choropleth of some values by ISO code; `examples` holds a sentence a code, where there is one.

    `shown` says how each value is written where it is a stated figure. `left_out` are codes that are not to be counted,
    with the value that each would have.

    Values are numbers of any kind, from 0 on. A value of 0 is a class of its own; what has no value is without data, and
    looks otherwise.
    """
    chosen, hidden = options or MapOptions(), dict(left_out or {})
    known = {code: value for code, value in values.items() if value >= 0 and code not in hidden}
    classes, colours = _classify(known, look, chosen, stated=bool(shown))
    numbers = {code: find_class(classes, value) for code, value in known.items()}
    chart = map_scaled(Scaled(known, numbers, classes, colours, shown or {}, hidden), labels, look, chosen)
    return replace(chart, rows=chart.rows.assign(example=[examples.get(code, "") for code in chart.rows["code"]]))


def map_scaled(scaled: Scaled, labels: Labels, look: Look, options: MapOptions) -> MapChart:
    """Return the choropleth of values whose classes are known already, as those of another map beside it; no examples."""
    rows, hidden = _make_rows(scaled, look), scaled.left_out
    rows["dot"] |= options.borders == "none"
    dots = place_dots((*_list_sizes(rows, options), *_list_hollow(hidden, options)), options.view)
    counted = {*scaled.values, *hidden}
    return MapChart(
        labels=labels,
        look=look,
        options=options,
        rows=rows,
        others={code: name_place(code, look.language) for code in list_place_codes() if code not in counted},
        classes=scaled.classes,
        colours=scaled.colours,
        dots=dots,
        tags=place_tags(_name_labels(rows, look, options), dots, options.view),
        note=write_note(look, options),
        alt=add_scope(_describe(rows, labels, look) + _describe_left_out(hidden, labels, look), labels.scope, look),
        figures=bool(scaled.shown),
        left_out=hidden,
    )


def redraw_map(chart: MapChart, options: MapOptions) -> MapChart:
    """Return the same values drawn with other options."""
    if options == chart.options:
        return chart
    codes = chart.rows["code"].tolist()
    values = dict(zip(codes, chart.rows["value"].tolist(), strict=True))
    examples = dict(zip(codes, chart.rows["example"].tolist(), strict=True))
    shown = dict(zip(codes, chart.rows["shown"].tolist(), strict=True)) if chart.figures else None
    drawn = chart_map(values, examples, chart.labels, chart.look, options, shown=shown, left_out=chart.left_out)
    return mark_to_come(replace(drawn, notes=chart.notes, whole=chart.whole, series=chart.series), chart.to_come)


def mark_to_come(chart: MapChart, to_come: ToCome) -> MapChart:
    """Return a map that tells what of its values is to come."""
    marked = replace(chart, to_come=to_come)
    if to_come.counts:
        counts = [to_come.counts.get(code, 0) for code in chart.rows["code"]]
        marked = replace(
            marked, rows=chart.rows.assign(to_come=pd.Series(counts, index=chart.rows.index, dtype="int64"))
        )
    alone = [code for code in chart.rows["code"] if code in to_come.alone]
    return replace(marked, alt=chart.alt + describe_to_come(alone, chart.look))


def choose_writer(look: Look, *, stated: bool) -> Write:
    """Return how the limits of classes are written: stated figures in words, as the text has them, counts in digits."""
    return partial(write_number, language=look.language) if stated else write_decimal


def _classify(
    values: Mapping[str, float], look: Look, options: MapOptions, *, stated: bool
) -> tuple[tuple[Class, ...], tuple[str, ...]]:
    """Return the classes and a colour each; a stated 0 is no smallest amount but none, and has a look of its own."""
    above = [value for value in values.values() if value > 0]
    classes, colours = make_scale(above, options, look, choose_writer(look, stated=stated))
    if len(above) == len(values):
        return classes, colours
    return (Class(0, 0, "0"), *classes), (palette(look.theme).zero, *colours)


def _make_rows(scaled: Scaled, look: Look) -> pd.DataFrame:
    values, small = scaled.values, list_small_areas()
    codes = sorted(values, key=lambda code: (-values[code], code))
    whole = all(float(value).is_integer() for value in values.values())
    found = pd.Series([values[code] for code in codes], dtype="int64" if whole else "float64")
    numbers = [scaled.numbers[code] for code in codes]
    shown = [scaled.shown.get(code) or write_decimal(values[code]) for code in codes]
    return pd.DataFrame(
        {
            "code": pd.Series(codes, dtype="str"),
            "alpha_2": pd.Series([find_alpha_2(code) for code in codes], dtype="str"),
            "name": pd.Series([name_place(code, look.language) for code in codes], dtype="str"),
            "value": found,
            "shown": pd.Series(shown, dtype="str"),
            "rank": found.rank(method="min", ascending=False).astype("int64"),
            "number": pd.Series(numbers, dtype="int64"),
            "dot": pd.Series([code in small for code in codes], dtype="bool"),
            "colour": pd.Series([scaled.colours[number] for number in numbers], dtype="str"),
            "example": pd.Series([""] * len(codes), dtype="str"),
        }
    )


def _list_sizes(rows: pd.DataFrame, options: MapOptions) -> tuple[tuple[str, float], ...]:
    dots = rows[rows["dot"]]
    if options.borders != "none":
        return tuple((code, DIAMETER) for code in dots["code"])
    return tuple((code, SMALLEST + STEP * number) for code, number in zip(dots["code"], dots["number"], strict=True))


def _list_hollow(left_out: Mapping[str, float], options: MapOptions) -> tuple[tuple[str, float], ...]:
    """Return the dots of what is left out: hollow, where no area of it can be hatched."""
    bare, small = options.borders == "none", list_small_areas()
    return tuple((code, DIAMETER) for code in sorted(left_out) if bare or code in small)


def _describe_left_out(left_out: Mapping[str, float], labels: Labels, look: Look) -> str:
    """Return in words who is left out, and what they would have."""
    told = ((name_place(code, look.language), _tell_left_out(value, labels, look)) for code, value in left_out.items())
    return "".join(look.words("left_out.alt", {"name": name, "said": said}) for name, said in told)


def _name_labels(rows: pd.DataFrame, look: Look, options: MapOptions) -> dict[str, str]:
    values = dict(zip(rows["code"], rows["shown"], strict=True))
    chosen = [code for code in options.labels if code in list_place_codes()][:_MOST_NAMES]
    names = {code: name_place(code, look.language) for code in chosen}
    return {code: f"{name} {values[code]}" if code in values else name for code, name in names.items()}


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    """Return in one sentence what the map shows, for those who cannot see it."""
    first = look.words("list.comma").join(
        f"{name} {value}" for name, value in zip(rows["name"][:5], rows["shown"][:5], strict=True)
    )
    values = {"title": labels.title, "measure": labels.measure, "count": len(rows), "first": first}
    return look.words.count("map.alt", len(rows), values) if len(rows) else look.words("map.alt_empty", values)
