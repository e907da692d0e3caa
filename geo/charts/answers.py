"""The charts of a corpus: the same for the pages and for the command."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

import pandas as pd

from geo.charts.looks import Labels, Look
from geo.charts.maps import MapChart, chart_map
from geo.charts.regions import Breakdown, Part, RegionsChart, chart_regions
from geo.corpus import Corpus, Where
from geo.errors import CorpusError
from geo.places import list_place_codes
from geo.records import Role

Measure = Literal["received", "gave", "took_part", "mentions", "documents"]
# Which roles in events each measure counts; those not listed count names.
ROLES: Mapping[str, tuple[Role, ...]] = {
    "received": ("recipient",),
    "gave": ("giver",),
    "took_part": ("giver", "recipient", "party", "host"),
}
_MOST_OUTLETS = 3


def chart_countries(corpus: Corpus, measure: Measure, where: Where, look: Look) -> MapChart:
    """Return the map of one measure by country or area.

    Counted are events in which it received, gave or took part in any role; or how often the documents name it, or how
    many documents do.
    """
    where = choose_measure(measure, where)
    counted = _count(corpus, measure, where)
    values = {code: value for code, value in counted.items() if code in list_place_codes()}
    examples = corpus.read_examples(where)
    labels = Labels(
        look.words(f"map.title_{measure}"),
        look.words(f"map.{measure}"),
        describe_sources(corpus.table("documents", Where(documents=where.documents)), look),
    )
    return chart_map(values, dict(zip(examples["code"].tolist(), examples["text"].tolist(), strict=True)), labels, look)


def choose_measure(measure: Measure, where: Where) -> Where:
    """Return the question about a measure: about the roles that it counts, or about the names of countries."""
    roles = ROLES.get(measure, ())
    return replace(where, roles=roles, kinds=()) if roles else replace(where, kinds=("country",))


def _count(corpus: Corpus, measure: Measure, where: Where) -> dict[str, int]:
    if measure in ROLES:
        found, column = corpus.count_participants(where), "events"
    else:
        count = corpus.count_mentions if measure == "mentions" else corpus.count_documents
        found, column = count("code", where), measure
    return dict(zip(found["code"].tolist(), found[column].tolist(), strict=True))


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
