"""What a choropleth of countries and areas shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from geo.charts.appearance import Labels, Look
from geo.charts.classes import Class, find_class
from geo.charts.decimals import classify_decimals, write_decimal
from geo.charts.map_options import MapOptions, write_note
from geo.charts.palettes import palette, spread
from geo.maps.boundaries import list_small_areas
from geo.maps.dots import DIAMETER, Dot, place_dots
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
    the better one), number (of its class), colour, dot (drawn as a dot too, being small), example. `others` maps the
    codes without a value to their names. `colours` has one colour a class, smallest first. `dots` says where each dot
    stands, and `tags` each name. `note` is what is to be said of the boundaries, `notes` of the values.
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
    notes: tuple[str, ...] = ()


class Scaled(NamedTuple):
    """Values by code with their classes: the number of the class of each, the classes, and a colour a class."""

    values: Mapping[str, float]
    numbers: Mapping[str, int]
    classes: tuple[Class, ...]
    colours: tuple[str, ...]


def chart_map(
    values: Mapping[str, float],
    examples: Mapping[str, str],
    labels: Labels,
    look: Look,
    options: MapOptions | None = None,
) -> MapChart:
    """Return the choropleth of some values by ISO code; `examples` holds a sentence a code, where there is one.

    Values are numbers of any kind, from 0 on. A value of 0 is a class of its own; what has no value is without data, and looks otherwise.
    """
    chosen = options or MapOptions()
    known = {code: value for code, value in values.items() if value >= 0}
    classes, colours = _classify(known, look, chosen)
    numbers = {code: find_class(classes, value) for code, value in known.items()}
    chart = map_scaled(Scaled(known, numbers, classes, colours), labels, look, chosen)
    return replace(chart, rows=chart.rows.assign(example=[examples.get(code, "") for code in chart.rows["code"]]))


def map_scaled(scaled: Scaled, labels: Labels, look: Look, options: MapOptions) -> MapChart:
    """Return the choropleth of values whose classes are known already, as those of another map beside it; no examples."""
    rows = _make_rows(scaled, look)
    rows["dot"] |= options.borders == "none"
    dots = place_dots(_list_sizes(rows, options), options.view)
    return MapChart(
        labels=labels,
        look=look,
        options=options,
        rows=rows,
        others={code: name_place(code, look.language) for code in list_place_codes() if code not in scaled.values},
        classes=scaled.classes,
        colours=scaled.colours,
        dots=dots,
        tags=place_tags(_name_labels(rows, look, options), dots, options.view),
        note=write_note(look, options),
        alt=_describe(rows, labels, look),
    )


def redraw_map(chart: MapChart, options: MapOptions) -> MapChart:
    """Return the same values drawn with other options."""
    if options == chart.options:
        return chart
    codes = chart.rows["code"].tolist()
    values = dict(zip(codes, chart.rows["value"].tolist(), strict=True))
    examples = dict(zip(codes, chart.rows["example"].tolist(), strict=True))
    return replace(chart_map(values, examples, chart.labels, chart.look, options), notes=chart.notes)


def _classify(
    values: Mapping[str, float], look: Look, options: MapOptions
) -> tuple[tuple[Class, ...], tuple[str, ...]]:
    """Return the classes and a colour each; a stated 0 is no smallest amount but none, and has a look of its own."""
    above = [value for value in values.values() if value > 0]
    classes, colours = classify_decimals(above, options.method, options.limits), palette(look.theme, options.hue)
    steps = spread(colours.steps, len(classes)) if classes else ()
    if len(above) == len(values):
        return classes, steps
    return (Class(0, 0, "0"), *classes), (colours.zero, *steps)


def _make_rows(scaled: Scaled, look: Look) -> pd.DataFrame:
    values, small = scaled.values, list_small_areas()
    codes = sorted(values, key=lambda code: (-values[code], code))
    whole = all(float(value).is_integer() for value in values.values())
    found = pd.Series([values[code] for code in codes], dtype="int64" if whole else "float64")
    numbers = [scaled.numbers[code] for code in codes]
    return pd.DataFrame(
        {
            "code": pd.Series(codes, dtype="str"),
            "alpha_2": pd.Series([find_alpha_2(code) for code in codes], dtype="str"),
            "name": pd.Series([name_place(code, look.language) for code in codes], dtype="str"),
            "value": found,
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


def _name_labels(rows: pd.DataFrame, look: Look, options: MapOptions) -> dict[str, str]:
    values = dict(zip(rows["code"], rows["value"], strict=True))
    chosen = [code for code in options.labels if code in list_place_codes()][:_MOST_NAMES]
    names = {code: name_place(code, look.language) for code in chosen}
    return {code: f"{name} {write_decimal(values[code])}" if code in values else name for code, name in names.items()}


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    """Return in one sentence what the map shows, for those who cannot see it."""
    first = look.words("list.comma").join(
        f"{name} {write_decimal(value)}" for name, value in zip(rows["name"][:5], rows["value"][:5], strict=True)
    )
    values = {"title": labels.title, "measure": labels.measure, "count": len(rows), "first": first}
    return look.words("map.alt" if len(rows) else "map.alt_empty", values)
