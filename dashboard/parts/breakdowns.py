"""The breakdowns that documents state, each charted and drawn once for all who look at it."""

import pandas as pd

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.breakdown_bars import draw_amounts, draw_parts, draw_shares
from dashboard.figures.hovers import make_visible
from dashboard.figures.maps import draw_regions_map
from dashboard.parts.plots import Packed, pack_chart, pack_figure
from dashboard.parts.words import read_words
from geo.charts import Look, RegionsChart, chart_breakdown, name_counted, order_breakdowns
from geo.charts.numbers import write_bounded
from geo.reference.places import list_place_codes, name_place
from geo.reference.wordings import Catalogue


@answered_once()
def list_breakdowns(language: str) -> dict[str, str]:
    """Return the breakdowns in their order, each with what it is called in the list."""
    found, words = order_breakdowns(corpora.read_breakdowns()), read_words(language)
    return {str(name): _label_breakdown(rows, words) for name, rows in found.groupby("breakdown", sort=False)}


@answered_once(64)
def find_rows(breakdown: str) -> pd.DataFrame:
    """Return the figures of a breakdown, a row each."""
    found = order_breakdowns(corpora.read_breakdowns())
    return found[found["breakdown"] == breakdown]


@answered_once(64)
def chart_stated(breakdown: str, look: Look) -> RegionsChart:
    """Return a breakdown as a chart."""
    return chart_breakdown(find_rows(breakdown), corpora.read_sums(), corpora.find_giver(), look)


@answered_once(64)
def pack_map(breakdown: str, look: Look) -> bytes:
    """Return the packed figure of the map (see pack_figure)."""
    names, own = {code: name_place(code, look.language) for code in list_place_codes()}, corpora.find_shapes()
    figure = draw_regions_map(chart_stated(breakdown, look), names, shapes=own[0] if own else None)
    return pack_figure(figure.to_json())


@answered_once(64)
def pack_bars(breakdown: str, look: Look) -> dict[str, Packed]:
    """Return the packed bars of the parts and, where they have one, of their shares, by what they are called."""
    chart = chart_stated(breakdown, look)
    counts = chart.rows["un_members"].notna().any()
    bars = {"bars": draw_parts(chart)} if counts else {"amounts": draw_amounts(chart)}
    if chart.rows["share"].notna().any():
        bars["shares"] = draw_shares(chart)
    return {name: pack_chart(figure) for name, figure in bars.items()}


def _label_breakdown(rows: pd.DataFrame, words: Catalogue) -> str:
    parts = rows[rows["role"] == "part"].to_dict("records")
    numbers = [write_bounded(p["value"], _known(p["value_to"]), p["bound"], words.language) for p in parts]
    said = [name_counted(parts[0], Look(words.language)), " + ".join(numbers), parts[0]["published"], parts[0]["title"]]
    return make_visible(" · ".join(one for one in said if isinstance(one, str)))


def _known(value: float) -> float | None:
    return None if pd.isna(value) else value
