"""Two values of a country or area, one for each side of a comparison: what a line or a pair of dots stands for."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from geo.charts.decimals import write_decimal
from geo.charts.differences import write_difference
from geo.charts.marks import About
from geo.charts.two_maps import TwoMapsChart


class Pair(NamedTuple):
    """The values of one country or area on both sides; `missing` is the side (0 or 1) that has none, and counts 0."""

    code: str
    name: str
    values: tuple[float, float]
    missing: int | None
    difference: float
    about: About


def list_pairs(chart: TwoMapsChart) -> Iterator[Pair]:
    """Yield the pairs, the largest difference first; of stated figures those alone that both sides state."""
    for row in chart.rows.to_dict("records"):
        sides = [None if pd.isna(row[side]) else float(row[side]) for side in ("first", "second")]
        missing = next((number for number, value in enumerate(sides) if value is None), None)
        if missing is None or not chart.stated:
            said = [chart.look.words("two.none") if value is None else write_decimal(value) for value in sides]
            lines = [f"{name}: {value}" for name, value in zip(chart.names, said, strict=False)]
            last = f"{chart.names[-1]}: {write_difference(row['difference'])}"
            card = (f"{row['name']} · {row['code']} · {row['alpha_2']}", *lines, last)
            values = (sides[0] or 0.0, sides[1] or 0.0)
            yield Pair(row["code"], row["name"], values, missing, row["difference"], About(row["code"], card))


def tabulate_pairs(chart: TwoMapsChart) -> pd.DataFrame:
    """Return one row a country or area of either side; what is counted nowhere is 0, what nobody states is not."""
    return chart.rows if chart.stated else chart.rows.fillna({"first": 0, "second": 0})


def count_single(chart: TwoMapsChart) -> int:
    """Return how many countries and areas have a stated figure on one side alone."""
    alone = chart.rows["first"].isna() | chart.rows["second"].isna()
    return int(alone.sum()) if chart.stated else 0
