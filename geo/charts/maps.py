"""What a choropleth of countries and areas shows."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from geo.boundaries import list_small_areas
from geo.charts.classes import Class, classify, find_class
from geo.charts.looks import Labels, Look
from geo.charts.palettes import palette, spread
from geo.places import find_alpha_2, list_place_codes, name_place


@dataclass(frozen=True, slots=True)
class MapChart:
    """A choropleth, ready to draw.

    `rows` has one row a country or area that has a value, largest first: code, alpha_2, name, value, rank (ties share
    the better one), number (of its class), colour, dot (drawn as a dot too, being small), example. `others` maps the
    codes without a value to their names. `colours` has one colour a class, smallest first.
    """

    labels: Labels
    look: Look
    rows: pd.DataFrame
    others: Mapping[str, str]
    classes: tuple[Class, ...]
    colours: tuple[str, ...]
    note: str
    alt: str


def chart_map(values: Mapping[str, int], examples: Mapping[str, str], labels: Labels, look: Look) -> MapChart:
    """Return the choropleth of some values by ISO code; `examples` holds a sentence a code, where there is one."""
    known = {code: value for code, value in values.items() if value > 0}
    classes = classify(list(known.values()))
    colours = spread(palette(look.theme).steps, len(classes)) if classes else ()
    rows = _make_rows(known, classes, look)
    rows["colour"] = [colours[n] for n in rows["number"]]
    rows["example"] = [examples.get(code, "") for code in rows["code"]]
    others = {code: name_place(code, look.language) for code in list_place_codes() if code not in known}
    return MapChart(
        labels, look, rows, others, classes, colours, look.words("note.boundaries"), _describe(rows, labels, look)
    )


def _make_rows(values: Mapping[str, int], classes: tuple[Class, ...], look: Look) -> pd.DataFrame:
    small = list_small_areas()
    codes = sorted(values, key=lambda code: (-values[code], code))
    numbers = pd.Series([values[code] for code in codes], dtype="int64")
    return pd.DataFrame(
        {
            "code": pd.Series(codes, dtype="str"),
            "alpha_2": pd.Series([find_alpha_2(code) for code in codes], dtype="str"),
            "name": pd.Series([name_place(code, look.language) for code in codes], dtype="str"),
            "value": numbers,
            "rank": numbers.rank(method="min", ascending=False).astype("int64"),
            "number": pd.Series([find_class(classes, values[code]) for code in codes], dtype="int64"),
            "dot": pd.Series([code in small for code in codes], dtype="bool"),
        }
    )


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    """Return in one sentence what the map shows, for those who cannot see it."""
    first = look.words("list.comma").join(
        f"{name} {value:,}" for name, value in zip(rows["name"][:5], rows["value"][:5], strict=True)
    )
    values = {"title": labels.title, "measure": labels.measure, "count": len(rows), "first": first}
    return look.words("map.alt" if len(rows) else "map.alt_empty", values)
