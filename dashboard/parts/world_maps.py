"""The map of the page *World* and its table as they go to the browser, made once for all readers who ask for the same."""

from typing import NamedTuple

import pyarrow as pa

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.flows import add_flows
from dashboard.figures.maps import draw_map
from dashboard.parts.plots import pack_figure
from geo.charts import Look, MapOptions, Measure
from geo.store.corpus import Where

_COLUMNS = ["rank", "name", "code", "value"]


class Listing(NamedTuple):
    """The table beside a map, a row a country or area: rank, name, code, value, and `shown` where it is a stated figure.

    `codes` are those of the rows, `most` is the largest value.
    """

    table: pa.Table
    codes: tuple[str, ...]
    most: float


@answered_once(256)
def pack_map(
    measure: Measure, where: Where, options: MapOptions, look: Look, codes: tuple[str, ...], flows: Where | None
) -> bytes:
    """Return the packed figure of a map (see pack_figure): `codes` are marked, `flows` says which arcs are on it."""
    chart = corpora.redraw_countries(measure, where, options, look)
    own = corpora.find_shapes()
    figure = draw_map(chart, marked=codes, shapes=own[0] if own else None)
    if flows is not None:
        add_flows(figure, corpora.chart_flows(flows, codes, look), chart.options.view, chart.dots)
    return pack_figure(figure.to_json())


@answered_once(128)
def list_areas(measure: Measure, where: Where, look: Look) -> Listing:
    """Return the table of a map; the largest value of none is 1, so that a bar has a scale."""
    chart = corpora.chart_countries(measure, where, look)
    rows, columns = chart.rows, [*_COLUMNS, "shown"] if chart.figures else _COLUMNS
    table = pa.Table.from_pandas(rows[columns], preserve_index=False)
    return Listing(table, tuple(rows["code"]), rows["value"].max().item() if len(rows) else 1)
