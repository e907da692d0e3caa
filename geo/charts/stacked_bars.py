"""What stacked bars show: a measure by country or area, region, theme, document or month, each bar in its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from geo.base.errors import DrawingError
from geo.charts.appearance import Labels, Look
from geo.charts.corpus_charts import read_values
from geo.charts.decimals import write_decimal
from geo.charts.dimensions import (
    MOST_NAMED,
    UNKNOWN,
    Parts,
    Rows,
    StackPart,
    count_as,
    list_parts,
    list_rows,
    make_parts,
    name_keys,
)
from geo.charts.measures import Measure, choose_measure, describe_measure, is_figure
from geo.charts.scopes import add_scope, describe_read, describe_scope, find_sources
from geo.reference.places import name_place
from geo.store.corpus import Corpus, Where

MOST_ROWS = 30
BY_TOTAL, BY_NAME = "total", "name"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reader chooses of the bars: what they and their parts stand for, share or number, and their order.

    `sort` is "total", "name" or the key of a part; without it months stand in their order, and others by their total.
    """

    rows: Rows = "country"
    parts: Parts = "none"
    share: bool = False
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class StacksChart:
    """Bars in parts, ready to draw.

    `rows` has one row a bar, in the order in which they stand: key, name, total; of these `drawn` have room
    (see choose). `cells` has
    one row a bar and part that has something: row, part, value, share (of the bar). `parts` are those that occur, from
    the foot of a bar to its end. Where parts overlap the bars are not `stacked`: a document is counted in each. `shown`
    says how the value of each bar is written where it is a stated figure.
    """

    labels: Labels
    look: Look
    measure: Measure
    layout: Layout
    rows: pd.DataFrame
    cells: pd.DataFrame
    parts: tuple[StackPart, ...]
    stacked: bool
    drawn: int
    notes: tuple[str, ...]
    alt: str
    shown: Mapping[str, str] = field(default_factory=dict)

    def choose(self, most: int) -> pd.DataFrame:
        """Return so many of the rows: the first, or in the order of names the largest in that order."""
        if self.layout.sort != BY_NAME or self.layout.rows == "month":
            return self.rows.head(most)
        return self.rows.loc[self.rows["total"].nlargest(most).index.sort_values()].reset_index(drop=True)

    def write(self, row: str, value: float) -> str:
        """Return the value of a bar or of its part as a reader has it."""
        return self.shown.get(row) or write_decimal(value)

    @property
    def shares(self) -> bool:
        """Whether each bar is drawn to 100 %."""
        return self.layout.share and self.stacked and self.layout.parts != "none"

    def tabulate(self) -> pd.DataFrame:
        """Return all bars as a table: key, name, total, and a column a part by its name."""
        if self.layout.parts == "none":
            return self.rows
        wide = self.cells.pivot_table(index="row", columns="part", values="value", aggfunc="sum", fill_value=0)
        table = self.rows.copy()
        for part in self.parts:
            table[part.name] = wide[part.key].reindex(table["key"], fill_value=0).to_numpy()
        return table


def chart_stacks(corpus: Corpus, measure: Measure, where: Where, layout: Layout, look: Look) -> StacksChart:
    """Return a measure as bars; DrawingError where such bars or parts mean nothing for it."""
    _check(measure, layout)
    if is_figure(measure):
        return _chart_figures(corpus, measure, choose_measure(measure, where), layout, look)
    where, counted = choose_measure(measure, where), count_as(measure)
    by = "all" if layout.parts == "none" else layout.parts
    ranked = corpus.rank_parts(by, where, counted, MOST_NAMED)
    cells = corpus.count_stacks(layout.rows, by, where, counted, tuple(ranked["part"]))
    totals = corpus.count_stacks(layout.rows, "all", where, counted)
    cells, totals = (table.fillna({"row": UNKNOWN, "part": UNKNOWN}) for table in (cells, totals))
    parts = make_parts(layout.parts, ranked, set(cells["part"]), corpus, look)
    rows = _make_rows(totals, corpus, layout, look)
    whole = cells["row"].map(dict(zip(rows["key"], rows["total"], strict=True)))
    cells = cells.rename(columns={"found": "value"}).assign(share=cells["found"] / whole)
    rows = _sort(rows, cells, layout)
    overall = int(corpus.count_stacks("all", "all", where, counted)["found"].sum())
    stacked = int(cells["value"].sum()) == int(rows["total"].sum())
    sources = find_sources(corpus, where)
    labels = Labels(
        _write_title(corpus, measure, layout, look),
        look.words("stacks.share" if layout.share and stacked else f"stacks.unit_{counted}"),
        describe_read(sources, look),
        scope=describe_scope(corpus, where, int(sources["documents"].sum()), look),
    )
    return StacksChart(
        labels=labels,
        look=look,
        measure=measure,
        layout=layout,
        rows=rows,
        cells=cells,
        parts=parts,
        stacked=stacked,
        drawn=min(len(rows), MOST_ROWS),
        notes=tuple(_write_notes(rows, overall, stacked, where, (measure, layout), look)),
        alt=add_scope(_describe(rows, parts, labels, look, {}), labels.scope, look),
    )


def find_longest(chart: StacksChart) -> float:
    """Return the largest total of the bars; 1 where there is none, so that an axis has a length."""
    return max(map(float, chart.rows["total"]), default=0.0) or 1.0


def _check(measure: Measure, layout: Layout) -> None:
    if layout.rows not in list_rows(measure):
        raise DrawingError(f"{measure} by {layout.rows} means nothing; choose of {', '.join(list_rows(measure))}")
    if layout.parts not in list_parts(measure, layout.rows):
        allowed = ", ".join(list_parts(measure, layout.rows))
        raise DrawingError(f"{measure} by {layout.rows} in parts by {layout.parts} means nothing; choose of {allowed}")


def _make_rows(totals: pd.DataFrame, corpus: Corpus, layout: Layout, look: Look) -> pd.DataFrame:
    names = name_keys(layout.rows, totals["row"], corpus, look)
    return pd.DataFrame(
        {
            "key": pd.Series(list(totals["row"]), dtype="str"),
            "name": pd.Series([names.get(key, key) for key in totals["row"]], dtype="str"),
            "total": pd.Series(list(totals["found"]), dtype="int64"),
        }
    )


def _sort(rows: pd.DataFrame, cells: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """Return the bars in order; what is unknown comes last."""
    by = layout.sort or (BY_NAME if layout.rows == "month" else BY_TOTAL)
    if by == BY_NAME:
        first = rows["key" if layout.rows == "month" else "name"].rank(method="dense")
    elif by == BY_TOTAL:
        first = -rows["total"]
    else:
        of_part = cells[cells["part"] == by].set_index("row")["share" if layout.share else "value"]
        first = -rows["key"].map(of_part).fillna(0).astype(float)
    order = rows.assign(last=rows["key"] == UNKNOWN, first=first, less=-rows["total"])
    columns = ["last", "first", "less", "key" if layout.rows == "month" else "name"]
    return order.sort_values(columns, kind="stable", ignore_index=True)[["key", "name", "total"]]


def _chart_figures(corpus: Corpus, measure: Measure, where: Where, layout: Layout, look: Look) -> StacksChart:
    """Return the stated figures of countries and areas as bars, which have no parts and come to no sum."""
    said, values = describe_measure(corpus, measure, look), read_values(corpus, measure, where, look)
    names = [name_place(code, look.language) for code in values.numbers]
    table = pd.DataFrame({"key": list(values.numbers), "name": names, "total": list(values.numbers.values())})
    rows = _sort(table.astype({"key": "str", "name": "str", "total": "float64"}), pd.DataFrame(), layout)
    parts = make_parts("none", pd.DataFrame(), set(), corpus, look)
    sources = find_sources(corpus, where)
    scope = describe_scope(corpus, where, int(sources["documents"].sum()), look)
    labels = Labels(said.title, said.measured, describe_read(sources, look), scope=scope)
    return StacksChart(
        labels=labels,
        look=look,
        measure=measure,
        layout=layout,
        rows=rows,
        cells=rows.rename(columns={"key": "row", "total": "value"})[["row", "value"]].assign(part="", share=1.0),
        parts=parts,
        stacked=True,
        drawn=min(len(rows), MOST_ROWS),
        notes=(said.about, *note_drawn(rows, look)),
        alt=_describe(rows, parts, labels, look, values.shown),
        shown=values.shown,
    )


def note_drawn(rows: pd.DataFrame, look: Look) -> list[str]:
    """Return that of many bars not all are drawn; nothing where they are."""
    few = len(rows) <= MOST_ROWS
    return [] if few else [look.words("stacks.rest", {"drawn": MOST_ROWS, "count": f"{len(rows):,}"})]


def _write_title(corpus: Corpus, measure: Measure, layout: Layout, look: Look) -> str:
    values = {"title": describe_measure(corpus, measure, look).bars, "rows": look.words(f"stacks.by_{layout.rows}")}
    if layout.parts == "none":
        return look.words("stacks.title", values)
    return look.words("stacks.title_parts", {**values, "parts": look.words(f"stacks.by_{layout.parts}")})


def _write_notes(
    rows: pd.DataFrame, overall: int, stacked: bool, where: Where, asked: tuple[Measure, Layout], look: Look
) -> list[str]:
    """Return what is to be said of the bars: which are left out, and what does not add up."""
    (measure, layout), notes = asked, list[str]()
    if layout.rows == "month" and set(rows["key"]) == {UNKNOWN}:
        notes.append(look.words("stacks.no_dates"))
    notes += note_drawn(rows, look)
    what = "documents" if measure == "documents" else "events"
    if not stacked:
        notes.append(look.words("stacks.no_stack", {"parts": look.words(f"stacks.by_{layout.parts}")}))
    if int(rows["total"].sum()) > overall:
        values = {"sum": f"{int(rows['total'].sum()):,}", "count": f"{overall:,}"}
        notes.append(look.words(f"stacks.overlap_{what}", values))
    if where.without:
        names = look.words("list.comma").join(name_place(code, look.language) for code in where.without)
        notes.append(look.words("stacks.without", {"names": names}))
    return notes


def _describe(
    rows: pd.DataFrame,
    parts: tuple[StackPart, ...],
    labels: Labels,
    look: Look,
    shown: Mapping[str, str],
) -> str:
    """Return in a sentence or two what the bars show, for those who cannot see them."""
    if rows.empty:
        return look.words("stacks.alt_empty", {"title": labels.title})
    comma = look.words("list.comma")
    first = rows.head(5)
    figures = [
        f"{name} {shown.get(key) or f'{total:,}'}"
        for key, name, total in zip(first["key"], first["name"], first["total"], strict=True)
    ]
    values = {"title": labels.title, "count": len(rows), "first": comma.join(figures)}
    said = look.words("stacks.alt", values)
    if len(parts) < 2:
        return said
    return said + look.words("stacks.alt_parts", {"parts": comma.join(part.name for part in parts)})
