"""The map of the page *World* and its table as they go to the browser, made once for all readers who ask for the same."""

from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.card_fields import USUAL, CardField
from dashboard.figures.flows import add_flows
from dashboard.figures.maps import draw_map
from dashboard.parts.plots import pack_figure
from geo.charts import Look, MapOptions, Measure, Per
from geo.charts.rates import tabulate_rates
from geo.store.corpus import Where

_COLUMNS = ["rank", "name", "code", "value"]
# What a rate was worked out from.
FROM = ["count", "population", "year"]


class Listing(NamedTuple):
    """The table beside a map, a row a country or area: rank, name, code, value, and `shown` where it is a stated figure.

    Where some acts are only planned or announced, `to_come` says how many. `codes` are those of the rows, `most` is the largest value.
    """

    table: pa.Table
    codes: tuple[str, ...]
    most: float


@answered_once(256)
def pack_map(
    measure: Measure,
    where: Where,
    options: MapOptions,
    look: Look,
    codes: tuple[str, ...],
    flows: Where | None,
    per: Per | None = None,
    fields: tuple[CardField, ...] = USUAL,
) -> bytes:
    """Return the packed figure of a map (see pack_figure).

    `codes` are marked, `flows` says which arcs are on it, `fields` what cards tell.
    """
    chart = corpora.redraw_countries(measure, where, options, look, per)
    own = corpora.find_shapes()
    figure = draw_map(chart, marked=codes, shapes=own[0] if own else None, fields=fields)
    if flows is not None:
        add_flows(figure, corpora.chart_flows(flows, codes, look), chart.options.view, chart.dots)
    return pack_figure(figure.to_json())


@answered_once(128)
def list_areas(measure: Measure, where: Where, look: Look, per: Per | None = None) -> Listing:
    """Return the table of a map; the largest value of none is 1, so that a bar has a scale.

    Beside a rate stand the count, the people and their year.
    """
    rows, stated = list_rows(measure, where, look, per), corpora.chart_countries(measure, where, look, per).figures
    to_come = ["to_come"] if "to_come" in rows else []
    columns = [*_COLUMNS, *(["shown"] if stated else []), *to_come, *(FROM if per is not None else [])]
    table = pa.Table.from_pandas(rows[columns], preserve_index=False)
    return Listing(table, tuple(rows["code"]), rows["value"].max().item() if len(rows) else 1)


def list_rows(measure: Measure, where: Where, look: Look, per: Per | None = None) -> pd.DataFrame:
    """Return the rows of a map; those of rates with what they were worked out from (see tabulate_rates)."""
    rows = corpora.chart_countries(measure, where, look, per).rows
    return rows if per is None else tabulate_rates(corpora.chart_countries(measure, where, look).rows, rows)
