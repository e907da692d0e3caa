"""The charts of a corpus: the same for the pages and for the command."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from geo.base.errors import CorpusError
from geo.base.intervals import Verdict
from geo.charts.appearance import Labels, Look
from geo.charts.dimensions import count_as
from geo.charts.maps import MapChart, chart_map, mark_to_come
from geo.charts.measures import Measure, choose_measure, describe_measure
from geo.charts.numbers import write_bounded
from geo.charts.regions import REST, UNCODED, Breakdown, Part, RegionsChart, chart_regions
from geo.charts.scopes import count_documents, describe_breakdown, describe_read, describe_scope, find_sources
from geo.charts.series import count_series
from geo.charts.to_come import count_to_come
from geo.reference.places import list_place_codes
from geo.reference.themes import read_themes
from geo.store.corpus import ALL, Corpus, Where

_MOST_OUTLETS = 3
_CLOSE = 1e-6


def chart_countries(corpus: Corpus, measure: Measure, where: Where, look: Look) -> MapChart:
    """Return the map of one measure by country or area (see geo.charts.measures).

    Counted are events in which it had a role; or how often the documents name it, or how many documents do. A stated
    figure is the largest that is neither planned nor denied.
    """
    where, said = choose_measure(measure, where), describe_measure(corpus, measure, look)
    values, left_out = read_values(corpus, measure, where, look), count_left_out(corpus, measure, where)
    sources = find_sources(corpus, where)
    labels = Labels(
        said.title,
        said.measured,
        describe_read(sources, look),
        said.none,
        describe_scope(corpus, where, int(sources["documents"].sum()), look),
    )
    examples = _read_examples(corpus, where, look)
    chart = chart_map(values.numbers, examples, labels, look, shown=values.shown, left_out=left_out)
    told = replace(chart, whole=_count_all(corpus, measure, where), series=count_series(corpus, measure, where))
    return mark_to_come(told, count_to_come(corpus, measure, where, values.numbers))


def _read_examples(corpus: Corpus, where: Where, look: Look) -> dict[str, str]:
    """Return a sentence by code, in the reader's language; none where the question leaves that language out."""
    if where.languages and look.language not in where.languages:
        return {}
    found = corpus.read_examples(replace(where, languages=(look.language,)))
    return dict(zip(found["code"].tolist(), found["text"].tolist(), strict=True))


def _count_all(corpus: Corpus, measure: Measure, where: Where) -> int | None:
    """Return how many acts, documents or mentions there are of which each value is a share; None of stated figures."""
    if where.figure:
        return None
    return int(corpus.count_stacks("all", "all", where, count_as(measure))["found"].sum())


class Values(NamedTuple):
    """A measure by the code of each country or area, and how stated figures are written, their bounds with them."""

    numbers: Mapping[str, float]
    shown: Mapping[str, str]


def read_values(corpus: Corpus, measure: Measure, where: Where, look: Look) -> Values:
    """Return a measure by country or area; `where` is that of choose_measure."""
    if not where.figure:
        return Values(count_places(corpus, measure, where), {})
    rows = corpus.read_figures(where).to_dict("records")
    sign = "%" if "percent" in measure.split(".") else ""
    return Values(
        {row["code"]: float(row["value"]) for row in rows}, {row["code"]: _write(row, look) + sign for row in rows}
    )


def _write(row: Mapping[Hashable, Any], look: Look) -> str:
    value_to = None if pd.isna(row["value_to"]) else float(row["value_to"])
    return write_bounded(float(row["value"]), value_to, row["bound"], look.language)


def count_places(corpus: Corpus, measure: Measure, where: Where) -> dict[str, int]:
    """Return how much is counted of each country or area, by its code; `where` is that of choose_measure."""
    if where.roles:
        found, column = corpus.count_participants(where), "events"
    else:
        count = corpus.count_mentions if measure == "mentions" else corpus.count_documents
        found, column = count("code", where), measure
    counted = dict(zip(found["code"].tolist(), found[column].tolist(), strict=True))
    return {code: value for code, value in counted.items() if code in list_place_codes()}


def count_left_out(corpus: Corpus, measure: Measure, where: Where) -> dict[str, int]:
    """Return the value of each code that a question leaves out: it is there, though it is not counted."""
    codes = tuple(code for code in where.without if not where.codes or code in where.codes)
    if not codes:
        return {}
    counted = count_places(corpus, measure, replace(where, codes=codes, without=()))
    return {code: counted.get(code, 0) for code in codes}


def read_breakdowns(corpus: Corpus, where: Where = ALL) -> pd.DataFrame:
    """Return the quantities that belong to breakdowns: breakdown, role, and the columns of read_quantities.

    A document without a title has the name of its file for one.
    """
    found = corpus.table("breakdowns", where).merge(corpus.read_quantities(where), on="quantity", sort=False)
    if not found["title"].isna().any():
        return found
    paths = corpus.documents.set_index("document")["path"]
    names = found["document"].map(paths).str.replace(r".*/", "", regex=True)
    return found.assign(title=found["title"].fillna(names))


def order_breakdowns(found: pd.DataFrame) -> pd.DataFrame:
    """Return breakdowns (see read_breakdowns) in the order to choose from.

    Those by region come before those by country or area, those that count countries before those of amounts, and of
    these the earliest first.
    """
    by_country = found["scope"].isin(list_place_codes()) & (found["role"] == "part")
    keys = found.assign(
        by_country=by_country.groupby(found["breakdown"]).transform("any"), amounts=found["unit"] != "countries"
    )
    order = keys.sort_values(["by_country", "amounts", "published"], kind="stable")
    return order.drop(columns=["by_country", "amounts"])


def read_sums(corpus: Corpus, where: Where = ALL) -> pd.DataFrame:
    """Return what adding up parts came to: the columns of checks, one row a stated total."""
    checks = corpus.table("checks", where)
    return checks[checks["kind"] == "sum"]


def chart_breakdown(rows: pd.DataFrame, sums: pd.DataFrame, giver: str | None, look: Look) -> RegionsChart:
    """Return the chart of one breakdown's rows (see read_breakdowns) with its check (see read_sums).

    `giver` stands in where the rows name none.
    """
    parts, totals = rows[rows["role"] == "part"].to_dict("records"), rows[rows["role"] == "total"].to_dict("records")
    total = totals[0] if totals else None
    first = total or parts[0]
    breakdown = Breakdown(
        parts=tuple(_make_part(part) for part in parts),
        stated=None if total is None else float(total["value"]),
        day=_find_day(rows),
        giver=next((str(code) for code in rows["giver"].dropna()), giver),
        unit=first["unit"],
        bound="exact" if total is None else total["bound"],
        verdict=None if total is None else _find_verdict(total, sum(part["value"] for part in parts), sums),
    )
    title = next((str(title) for title in rows["title"].dropna()), look.words("regions.title"))
    source = describe_sources(rows.drop_duplicates("document"), look)
    scope = describe_breakdown(rows, breakdown.day, look)
    return chart_regions(breakdown, Labels(title, name_counted(parts[0], look), source, scope=scope), look)


def name_unit(row: Mapping[Hashable, Any], look: Look) -> str:
    """Return what a figure counts: countries, doses, the noun of the text."""
    return look.words.find(f"measure.{row['unit']}", str(row["unit"]))


def name_counted(row: Mapping[Hashable, Any], look: Look) -> str:
    """Return what a figure counts and what it is about: "doses · Vaccines"."""
    unit = name_unit(row, look)
    theme = read_themes().get(row["theme"]) if isinstance(row["theme"], str) else None
    if theme is None:
        return unit
    return f"{unit} · {theme.name(look.language)}"


def _make_part(row: Mapping[Hashable, Any]) -> Part:
    """Return a part; of amounts it is who received them that tells the parts apart."""
    scope = row["scope"] if isinstance(row["scope"], str) else row["recipient"]
    unnamed = REST if row["rule"] == "rest" else UNCODED
    value_to = None if pd.isna(row["value_to"]) else float(row["value_to"])
    return Part(scope if isinstance(scope, str) else unnamed, float(row["value"]), row["text"], row["bound"], value_to)


def _find_verdict(total: Mapping[Hashable, Any], found: float, sums: pd.DataFrame) -> Verdict | None:
    """Return what the check of a total came to; a total of two breakdowns has two checks."""
    fitting = sums[(sums["quantity"] == total["quantity"]) & ((sums["found"] - found).abs() < _CLOSE)]
    return None if fitting.empty else fitting["verdict"].iloc[0]


def chart_first_breakdown(corpus: Corpus, look: Look) -> RegionsChart:
    """Return the chart of the breakdown that stands first in order; CorpusError where the documents state none."""
    found = order_breakdowns(read_breakdowns(corpus))
    if found.empty:
        raise CorpusError("these documents state no breakdown; there is nothing to draw")
    rows = found[found["breakdown"] == found["breakdown"].iloc[0]]
    return chart_breakdown(rows, read_sums(corpus), corpus.find_giver(), look)


def describe_sources(documents: pd.DataFrame, look: Look) -> str:
    """Return in a line how many documents there are, their outlets where few, and the days they span."""
    outlets: Sequence[str] = list(dict.fromkeys(documents["outlet"].dropna()))
    days = sorted(documents["published"].dropna())
    known = [count_documents(len(documents), look)]
    if 0 < len(outlets) <= _MOST_OUTLETS:
        known.append(look.words("list.comma").join(outlets))
    if days:
        span = {"since": days[0], "until": days[-1]}
        known.append(days[0] if days[0] == days[-1] else look.words("source.days", span))
    return " · ".join([*known, "AidAtlas"])


def _find_day(rows: pd.DataFrame) -> date | None:
    """Return the day a breakdown speaks of, as its parts say or else its total."""
    known = rows.sort_values("role")["date"].dropna()
    return pd.Timestamp(known.iloc[0]).date() if len(known) else None
