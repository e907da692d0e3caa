"""The charts of a corpus: the same for the pages and for the command."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import pandas as pd

from geo.charts.looks import Labels, Look
from geo.charts.maps import MapChart, chart_map
from geo.charts.regions import Breakdown, Part, RegionsChart, chart_regions
from geo.corpus import Corpus, Where
from geo.errors import CorpusError

Measure = Literal["mentions", "documents"]
_MOST_OUTLETS = 3


def chart_countries(corpus: Corpus, measure: Measure, where: Where, look: Look) -> MapChart:
    """Return the map of how often the documents name each country or area, or how many documents do."""
    count = corpus.count_mentions if measure == "mentions" else corpus.count_documents
    found, examples = count("code", where), corpus.read_examples(where)
    values = dict(zip(found["code"].tolist(), found[measure].tolist(), strict=True))
    source = describe_sources(corpus.table("documents", where), look)
    labels = Labels(look.words("map.title"), look.words(f"map.{measure}"), source)
    return chart_map(values, dict(zip(examples["code"].tolist(), examples["text"].tolist(), strict=True)), labels, look)


def read_breakdowns(corpus: Corpus) -> pd.DataFrame:
    """Return the quantities that belong to breakdowns: breakdown, role, and the columns of read_quantities."""
    return corpus.table("breakdowns").merge(corpus.read_quantities(), on="quantity", sort=False)


def chart_breakdown(rows: pd.DataFrame, giver: str | None, look: Look) -> RegionsChart:
    """Return the chart of one breakdown's rows (see read_breakdowns); `giver` stands in where they name none."""
    parts, totals = rows[rows["role"] == "part"], rows[rows["role"] == "total"]
    breakdown = Breakdown(
        parts=tuple(Part(p["scope"], int(p["value"]), p["text"]) for p in parts.to_dict("records")),
        stated=next((int(value) for value in totals["value"].tolist()), None),
        day=_find_day(rows),
        giver=next((str(code) for code in rows["giver"].dropna()), giver),
    )
    title = next((str(title) for title in rows["title"].dropna()), look.words("regions.title"))
    source = describe_sources(rows.drop_duplicates("document"), look)
    return chart_regions(breakdown, Labels(title, look.words("regions.measure"), source), look)


def chart_first_breakdown(corpus: Corpus, look: Look) -> RegionsChart:
    """Return the chart of the breakdown that the documents state first; CorpusError where they state none."""
    found = read_breakdowns(corpus)
    if found.empty:
        raise CorpusError("these documents state no regional breakdown; there is nothing to draw")
    return chart_breakdown(found[found["breakdown"] == found["breakdown"].iloc[0]], corpus.find_giver(), look)


def describe_sources(documents: pd.DataFrame, look: Look) -> str:
    """Return in a line how many documents there are, their outlets where few, and the days they span."""
    outlets: Sequence[str] = list(dict.fromkeys(documents["outlet"].dropna()))
    days = sorted(documents["published"].dropna())
    known = [look.words("source.one" if len(documents) == 1 else "source.documents", {"count": len(documents)})]
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
