"""What the marks of countries and areas share: their hover cards, the legend of their classes, and the table of a map."""

from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from geo.charts.decimals import write_decimal
from geo.charts.maps import MapChart, name_left_out
from geo.charts.marks import About, LegendKey, Sign
from geo.charts.palettes import palette
from geo.charts.to_come import tell_to_come
from geo.reference.places import find_alpha_2, name_place

_FILED = ["code", "alpha_2", "name", "value", "rank"]
# What columns of a map are called in its files: a stated figure as it is stated, and acts that are not done yet.
_CALLED = {"shown": "stated", "to_come": "planned_or_announced"}


def describe_areas(chart: MapChart) -> dict[str, About]:
    """Return what the mark of each country or area stands for, whether it has a value, is left out, or has none."""
    look = chart.look
    none = chart.labels.no_data or look.words("map.no_data")
    return {
        **{code: About(code, (_head(code, name), none)) for code, name in chart.others.items()},
        **{code: _tell_left_out(code, value, chart) for code, value in chart.left_out.items()},
        **{row["code"]: _tell(row, chart) for row in chart.rows.to_dict("records")},
    }


def list_class_keys(chart: MapChart) -> tuple[LegendKey, ...]:
    """Return the legend of the classes of a map, of what is only to come, of what has no value, and of who is left out."""
    classes = zip(chart.classes, chart.colours, strict=True)
    keys = [LegendKey(colour, one.label, f"class-{number}") for number, (one, colour) in enumerate(classes)]
    return (*keys, *list_to_come_keys(chart, "stripes"), *list_other_keys(chart))


def list_to_come_keys(chart: MapChart, sign: Sign, colour: str | None = None) -> tuple[LegendKey, ...]:
    """Return the entry of a legend for those of which nothing is told but what is to come, where there are any."""
    if not chart.striped:
        return ()
    ink = colour or palette(chart.look.theme).ink
    return (LegendKey(ink, chart.look.words("to_come.legend"), "to-come", sign),)


def list_other_keys(chart: MapChart, left_out: Sign = "hatch") -> tuple[LegendKey, ...]:
    """Return the legend of what has no value, and of who is left out where somebody is."""
    colours, said = palette(chart.look.theme), chart.labels.no_data or chart.look.words("map.no_data")
    keys = [LegendKey(colours.no_data, said, "no-data")]
    if chart.left_out:
        keys.append(LegendKey(colours.faint_ink, name_left_out(chart.left_out, chart.look), "left-out", left_out))
    return tuple(keys)


def tabulate_areas(chart: MapChart, rows: pd.DataFrame | None = None, more: Sequence[str] = ()) -> pd.DataFrame:
    """Return one row a country or area that has a value, largest first, as the files of a map have it.

    Beside the value stand a stated figure as it is stated, how many acts are only planned or announced where some are,
    and what columns `more` the given `rows` have.
    """
    known = chart.rows if rows is None else rows
    columns = [*_FILED, *(["shown"] if chart.figures else []), *(["to_come"] if "to_come" in known else []), *more]
    return known[columns].rename(columns=_CALLED)


def _head(code: str, name: str) -> str:
    return f"{name} · {code} · {find_alpha_2(code)}"


def _tell(row: Mapping[Hashable, str], chart: MapChart) -> About:
    rank = chart.look.words("card.rank", {"rank": row["rank"], "count": len(chart.rows)})
    said = f"{chart.labels.measure}: {row['shown']} · {rank}"
    to_come = tell_to_come(row["code"], chart.to_come, chart.look)
    return About(row["code"], (_head(row["code"], row["name"]), said, *to_come, row["example"]))


def _tell_left_out(code: str, value: float, chart: MapChart) -> About:
    said = f"{chart.labels.measure}: {write_decimal(value)}"
    return About(code, (_head(code, name_place(code, chart.look.language)), chart.look.words("left_out.here"), said))
