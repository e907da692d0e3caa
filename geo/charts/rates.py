"""A measure in proportion: per million people of a country or area, or of a region, or per number of its countries.

What has no denominator has no rate: it is drawn as without a value, and named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple, get_args

import pandas as pd

from geo.charts.appearance import Labels, Look
from geo.charts.decimals import round_decimal, write_decimal
from geo.charts.dimensions import UNKNOWN, Rows
from geo.charts.maps import MapChart, chart_map, mark_to_come
from geo.charts.stacked_bars import BY_TOTAL, MOST_ROWS, StacksChart
from geo.reference.areas import read_areas
from geo.reference.places import name_place
from geo.reference.populations import Years, find_years, read_populations

Per = Literal["people", "countries"]
PER: tuple[Per, ...] = get_args(Per)
MILLION = 1_000_000
# More names than these are told by their number.
_MOST_NAMED = 8


class Denominator(NamedTuple):
    """What a value is divided by: how many people (and in which year), or countries, and the codes that they are of."""

    number: int
    codes: tuple[str, ...]


def list_per(rows: Rows = "country") -> tuple[Per, ...]:
    """Return what a measure by these rows can be told per: of a country or area, its people; of a region, both."""
    offered: Mapping[Rows, tuple[Per, ...]] = {"country": ("people",), "region": PER}
    return offered.get(rows, ())


def find_denominators(per: Per, rows: Rows, keys: Iterable[str]) -> dict[str, Denominator]:
    """Return the denominator of each country, area or region (of UN M49) that has one.

    A region has the people of all its countries and areas that have a figure, and as countries the members of the
    United Nations in it.
    """
    found = {key: _find_members(per, rows, key) for key in keys if key != UNKNOWN}
    counted = {key: Denominator(_count(per, codes), codes) for key, codes in found.items()}
    return {key: one for key, one in counted.items() if one.number}


def _find_members(per: Per, rows: Rows, key: str) -> tuple[str, ...]:
    inside = [area for area in read_areas().values() if key in ((area.code,) if rows == "country" else (area.region,))]
    if per == "people":
        return tuple(area.code for area in inside if area.code in read_populations())
    return tuple(area.code for area in inside if area.status == "un_member")


def _count(per: Per, codes: tuple[str, ...]) -> int:
    return sum(read_populations()[code].people for code in codes) if per == "people" else len(codes)


def divide(value: float, per: Per, denominator: int) -> float:
    """Return a value per million people or per country, to three significant digits."""
    return round_decimal(value * (MILLION if per == "people" else 1) / denominator)


def rate_values(values: Mapping[str, float], per: Per | None) -> dict[str, float]:
    """Return the values of countries or areas as rates; those without a denominator are left out.

    >>> rate_values({"ITA": 30, "GLP": 2}, "people")
    {'ITA': 0.498}
    """
    if per is None:
        return dict(values)
    found = find_denominators(per, "country", values)
    return {code: divide(value, per, found[code].number) for code, value in values.items() if code in found}


def rate_map(chart: MapChart, per: Per | None) -> MapChart:
    """Return the map of the same counts as rates; of what has no denominator it says so."""
    if per is None:
        return chart
    counts = dict(zip(chart.rows["code"].tolist(), chart.rows["value"].tolist(), strict=True))
    examples = dict(zip(chart.rows["code"].tolist(), chart.rows["example"].tolist(), strict=True))
    rates = rate_values(counts, per)
    labels = label_rates(chart.labels, per, rates, chart.look)
    left_out = rate_values(chart.left_out, per)
    rated = chart_map(rates, examples, labels, chart.look, chart.options, left_out=left_out)
    noted = replace(rated, notes=(*chart.notes, *note_rates(per, counts, chart.look)), series=chart.series)
    return mark_to_come(noted, chart.to_come)


def label_rates(labels: Labels, per: Per, codes: Iterable[str], look: Look) -> Labels:
    """Return the labels of a map of rates: what it measures, with the years of the people, and what is grey on it."""
    measure = look.words("rates.people", {"measure": labels.measure, "years": write_years(find_years(codes), look)})
    source = look.words("rates.source", {"source": labels.source})
    no_data = look.words("rates.no_data", {"no_data": labels.no_data or look.words("map.no_data")})
    return labels._replace(measure=measure, source=source, no_data=no_data)


def write_years(years: Years | None, look: Look) -> str:
    """Return the years that figures are of: one, or the first and last and that of most."""
    if years is None:
        return look.words("rates.no_year")
    if years.first == years.last:
        return str(years.most)
    return look.words("rates.years", years._asdict())


def note_rates(per: Per, counts: Iterable[str], look: Look) -> tuple[str, ...]:
    """Return what is to be said of rates: which countries or areas have none, and how the small ones fare."""
    without = [code for code in counts if code not in find_denominators(per, "country", [code])]
    names = look.words("list.comma").join(name_place(code, look.language) for code in without[:_MOST_NAMED])
    said = {"names": names, "count": len(without) - _MOST_NAMED}
    missing = look.words("rates.missing_more" if len(without) > _MOST_NAMED else "rates.missing", said)
    return (*([missing] if without else []), look.words("rates.small"))


def tabulate_rates(counts: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a map of rates (see MapChart) with what they were worked out from: count, population, year."""
    known = read_populations()
    counted = dict(zip(counts["code"], counts["value"], strict=True))
    people = [known[code] for code in rates["code"]]
    return rates.assign(
        count=pd.Series([counted[code] for code in rates["code"]], dtype=counts["value"].dtype),
        population=pd.Series([one.people for one in people], dtype="int64"),
        year=pd.Series([one.year for one in people], dtype="int64"),
    )


def rate_stacks(chart: StacksChart, per: Per | None) -> StacksChart:
    """Return the same bars as rates, in their order; those without a denominator are left out, and it is said."""
    rows = chart.layout.rows
    if per is None or per not in list_per(rows):
        return chart
    found = find_denominators(per, rows, chart.rows["key"])
    kept = chart.rows[chart.rows["key"].isin(found)]
    totals = [divide(v, per, found[key].number) for key, v in zip(kept["key"], kept["total"], strict=True)]
    names = [_name(chart, name, per, found[key]) for key, name in zip(kept["key"], kept["name"], strict=True)]
    rated = kept.assign(name=pd.Series(names, index=kept.index, dtype="str"), total=totals)
    if chart.layout.sort in (None, BY_TOTAL):
        rated = rated.sort_values("total", ascending=False, kind="stable")
    cells = chart.cells[chart.cells["row"].isin(found)]
    values = [divide(v, per, found[key].number) for key, v in zip(cells["row"], cells["value"], strict=True)]
    labels, notes = _label_bars(chart, per, found), _note_bars(chart, per, set(found))
    return replace(
        chart,
        labels=labels,
        shown={},
        rows=rated.reset_index(drop=True),
        cells=cells.assign(value=values),
        drawn=min(len(rated), MOST_ROWS),
        notes=notes,
        alt=_describe(rated, labels, chart.look),
    )


def _name(chart: StacksChart, name: str, per: Per, found: Denominator) -> str:
    """Return the name of a bar; that of a region with the number of countries that it was divided by."""
    return chart.look.words("rates.region", {"name": name, "count": found.number}) if per == "countries" else name


def _label_bars(chart: StacksChart, per: Per, found: Mapping[str, Denominator]) -> Labels:
    look, labels = chart.look, chart.labels
    measure = labels.measure
    codes = [code for one in found.values() for code in one.codes]
    years = write_years(find_years(codes), look)
    said = measure if chart.shares else look.words(f"rates.{per}", {"measure": measure, "years": years})
    source = look.words("rates.source", {"source": labels.source}) if per == "people" else labels.source
    return labels._replace(measure=said, source=source)


def _note_bars(chart: StacksChart, per: Per, known: set[str]) -> tuple[str, ...]:
    look = chart.look
    without = [name for key, name in zip(chart.rows["key"], chart.rows["name"], strict=True) if key not in known]
    said = [look.words("rates.missing", {"names": look.words("list.comma").join(without[:_MOST_NAMED])})]
    about = look.words("rates.small" if per == "people" else "rates.un_members")
    return (*chart.notes, *(said if without else []), about)


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    if rows.empty:
        return look.words("stacks.alt_empty", {"title": labels.title})
    figures = [f"{name} {write_decimal(v)}" for name, v in zip(rows["name"][:5], rows["total"][:5], strict=True)]
    first = look.words("list.comma").join(figures)
    return look.words(
        "rates.alt", {"title": labels.title, "measure": labels.measure, "count": len(rows), "first": first}
    )
