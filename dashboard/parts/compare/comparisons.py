"""What is asked for the bars of the page *Compare*, and how a click on one becomes the choice of all pages.

What the bars or their parts stand for is marked on the chart, not filtered: the others stay beside it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dashboard import corpora
from dashboard.figures.stacked_bars import Marked
from dashboard.parts.filters import make_where
from dashboard.parts.measures import read_measure
from dashboard.parts.selection import Selection
from geo.base.records import EventKind
from geo.charts import Layout, Parts, Rows, StacksChart, list_parts, list_rows
from geo.charts.dimensions import UNKNOWN
from geo.charts.time_steps import find_span
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.places import list_place_codes
from geo.store.corpus import Where
from geo.store.corpus.cross_counts import OTHERS, SEVERAL

# The fields of the selection that each dimension fills.
_FILLED: Mapping[Rows | Parts, tuple[str, ...]] = {
    "country": ("codes",),
    "region": ("codes",),
    "theme": ("theme",),
    "kind": ("kind",),
    "document": ("document",),
    "month": ("since", "until"),
    "none": (),
}
_EMPTY: Mapping[str, object] = {"codes": ()}


def find_layout(selection: Selection) -> Layout:
    """Return the bars that the reader chose; what means nothing for the measure gives way to what does."""
    measure = read_measure(selection)
    rows = selection.rows if selection.rows in list_rows(measure) else "country"
    offered = list_parts(measure, rows)
    otherwise: Parts = "region" if "region" in offered and measure != "documents" else "none"
    parts = selection.parts if selection.parts in offered else otherwise
    return Layout(rows, parts, selection.share, selection.sort)


def make_bars_where(selection: Selection, *shown: Rows | Parts) -> Where:
    """Return the question of the page, without the filters on what the chart itself shows one beside another."""
    freed = _free(selection, *shown)
    return replace(make_where(freed), codes=freed.codes)


def find_marked(selection: Selection, layout: Layout) -> Marked:
    """Return the bar and the part that the reader has chosen."""
    row, part = _find_key(selection, layout.rows), _find_key(selection, layout.parts)
    # Of countries in parts of their region, the country alone is chosen.
    return Marked(row, None if layout.rows == "country" and layout.parts == "region" else part)


def choose_part(selection: Selection, chart: StacksChart, row: str, part: str) -> Selection:
    """Return the choice of a bar, and of its part where it has a name; the same once more is without either."""
    layout = chart.layout
    freed = _free(selection, layout.rows, layout.parts)
    # A country's region is no further choice.
    parts = "none" if layout.parts == "region" and layout.rows == "country" else layout.parts
    taken = _take(_take(freed, parts, part, chart), layout.rows, row, chart)
    return freed if taken == selection else taken


def _free(selection: Selection, *shown: Rows | Parts) -> Selection:
    emptied: Mapping[str, object] = {name: _EMPTY.get(name) for by in shown for name in _FILLED[by]}
    return replace(selection, **emptied)  # type: ignore[arg-type]


def _take(selection: Selection, by: Rows | Parts, key: str, chart: StacksChart) -> Selection:
    """Return the selection with a key of a dimension chosen; what has no name of its own cannot be chosen."""
    if not key or key in (UNKNOWN, OTHERS, SEVERAL):
        return selection
    if by == "country":
        return replace(selection, codes=(key,))
    if by == "region":
        return replace(selection, codes=_list_valued(selection, key, chart))
    if by == "month":
        span = find_span(date.fromisoformat(f"{key}-01"), "month")
        return replace(selection, since=span.since, until=span.until)
    chosen: Mapping[str, object] = dict.fromkeys(_FILLED[by], key)
    return replace(selection, **chosen)  # type: ignore[arg-type]


def _list_valued(selection: Selection, region: str, chart: StacksChart) -> tuple[str, ...]:
    """Return the countries and areas of a region that have a value."""
    where = make_bars_where(selection, "country")
    rows = corpora.chart_countries(chart.measure, replace(where, codes=()), chart.look).rows
    members = set(find_members(region))
    return tuple(code for code in rows["code"] if code in members)


def _find_key(selection: Selection, by: Rows | Parts) -> str | None:
    """Return the key of what the reader has chosen of a dimension; None where that is all, or several."""
    if by == "country":
        return selection.codes[0] if len(selection.codes) == 1 else None
    if by == "region":
        regions = {read_areas()[code].region for code in selection.codes if code in list_place_codes()}
        return regions.pop() if len(regions) == 1 else None
    if by == "month":
        since, until = selection.since, selection.until
        whole = since is not None and until is not None and tuple(find_span(since, "month")) == (since, until)
        return f"{since:%Y-%m}" if whole else None
    kept: Mapping[str, str | EventKind | None] = {
        "theme": selection.theme,
        "kind": selection.kind,
        "document": selection.document,
    }
    return kept.get(by)
