"""The tables that stand beneath the charts, their columns named in the reader's words."""

import pandas as pd

from geo.charts import (
    FlowsChart,
    MapChart,
    MultiplesChart,
    RegionsChart,
    StacksChart,
    TimelineChart,
    TotalsChart,
    TwoMapsChart,
)
from geo.charts.chart_kinds import KindChart
from geo.charts.time_steps import Span, name_span
from geo.charts.two_maps import LETTERS
from geo.reference.places import find_alpha_2, name_place
from geo.reference.wordings import Catalogue


def tabulate_map(chart: MapChart, words: Catalogue) -> pd.DataFrame:
    """Return one row a country or area that has a value, largest first."""
    names = {
        "rank": words("world.rank"),
        "name": words("world.name"),
        "code": words("world.code"),
        "shown" if chart.figures else "value": chart.labels.measure,
        **({"to_come": words("world.to_come")} if "to_come" in chart.rows else {}),
    }
    return chart.rows[list(names)].rename(columns=names)


def tabulate_flows(chart: FlowsChart) -> pd.DataFrame:
    """Return one row a giver and recipient, the most events first."""
    names = {"giver_name": "flows.giver", "recipient_name": "flows.recipient", "events": "flows.events"}
    columns = {column: chart.look.words(key) for column, key in names.items()}
    return chart.rows[list(columns)].rename(columns=columns)


def tabulate_regions(chart: RegionsChart, words: Catalogue) -> pd.DataFrame:
    """Return one row a part of a breakdown; of amounts without what only countries have."""
    names = {
        "name": words("regions.column_name"),
        "value": chart.labels.measure,
        "denominator": words("regions.column_denominator"),
        "un_members": words("regions.column_un"),
        "share": words("regions.column_share"),
        "text": words("regions.column_text"),
    }
    table = chart.rows.assign(share=(chart.rows["share"] * 100).round(1))
    kept = [name for name in names if name in ("name", "value", "text") or table[name].notna().any()]
    return table[kept].rename(columns=names)


def tabulate_timeline(chart: TimelineChart, words: Catalogue) -> pd.DataFrame:
    """Return one row a step of time and kind of event."""
    names = {group.key: group.name for group in chart.groups}
    return pd.DataFrame(
        {
            words("timeline.step"): chart.rows["name"],
            words("timeline.kind"): [names[key] for key in chart.rows["group"]],
            words("timeline.events"): chart.rows["events"],
            words("timeline.detail_kinds"): chart.rows["label"],
        }
    )


def tabulate_totals(chart: TotalsChart, words: Catalogue) -> pd.DataFrame:
    """Return one row a stated total: its day, month or year, the figure, the sentence and the document."""
    rows = chart.rows
    spans = (
        Span(pd.Timestamp(one).date(), pd.Timestamp(two).date())
        for one, two in zip(rows["since"], rows["until"], strict=True)
    )
    return pd.DataFrame(
        {
            words("timeline.step"): [name_span(span, chart.look) for span in spans],
            chart.labels.measure: list(rows["mark"]),
            words("regions.column_text"): list(rows["sentence_text"]),
            words("filters.document"): list(rows["title"]),
        }
    )


def tabulate_stacks(chart: StacksChart, words: Catalogue) -> pd.DataFrame:
    """Return one row a bar, and a column a part; the code of what has one."""
    names = {
        "key": words("compare.code"),
        "name": words(f"compare.{chart.layout.rows}"),
        "total": words("compare.total"),
    }
    table = chart.tabulate()
    if chart.shown:
        table = table.assign(
            total=[chart.write(key, total) for key, total in zip(table["key"], table["total"], strict=True)]
        )
    coded = chart.layout.rows in ("country", "region")
    return (table if coded else table.drop(columns="key")).rename(columns=names)


def list_values(chart: MultiplesChart) -> pd.DataFrame:
    """Return one row a country or area that has a value on a small map (code, alpha_2, name), and a column a map."""
    codes = sorted({code for panel in chart.panels for code in panel.values})
    names = {"code": codes, "alpha_2": [find_alpha_2(code) for code in codes]}
    table = pd.DataFrame({**names, "name": [name_place(code, chart.look.language) for code in codes]})
    for panel in chart.panels:
        # What is counted nowhere is 0; what nobody states is not.
        table[panel.name] = [panel.values.get(code, None if chart.figures else 0) for code in codes]
    return table


def tabulate_small_maps(chart: MultiplesChart, words: Catalogue) -> pd.DataFrame:
    """Return the same table for a reader."""
    columns = {"code": words("compare.code"), "name": words("compare.country")}
    return list_values(chart).drop(columns="alpha_2").rename(columns=columns)


def tabulate_kind(chart: KindChart, words: Catalogue) -> pd.DataFrame:
    """Return the table of a chart of any kind for a reader; a stated figure stands there as it is stated."""
    table = chart.table.drop(columns=["alpha_2", "value" if "stated" in chart.table else ""], errors="ignore")
    name = words("compare.name" if "key" in table else "world.name")
    names = {
        "code": words("world.code"),
        "key": words("compare.code"),
        "name": name,
        "rank": words("world.rank"),
        "value": chart.labels.measure,
        "stated": chart.labels.measure,
        "total": words("compare.total"),
        "difference": chart.look.words("two.difference"),
        **dict(zip(("first", "second"), LETTERS, strict=True)),
    }
    return table.rename(columns=names)


def tabulate_two_maps(chart: TwoMapsChart, words: Catalogue) -> pd.DataFrame:
    """Return one row a country or area of either side: code, name, both values (0 where a side has none), difference."""
    names = {
        "code": words("world.code"),
        "name": words("world.name"),
        "first": chart.names[0],
        "second": chart.names[1],
        "difference": chart.names[2],
    }
    return chart.rows[list(names)].fillna({"first": 0, "second": 0}).rename(columns=names)
