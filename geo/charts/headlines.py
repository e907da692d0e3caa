"""A sentence that says what a corpus shows: what its leading breakdown comes to, or what its map shows most of."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from geo.base.periods import find_last_day
from geo.charts.appearance import Look
from geo.charts.corpus_charts import name_counted, name_unit, order_breakdowns
from geo.charts.counted import write_counted
from geo.charts.maps import MapChart
from geo.charts.numbers import write_bounded
from geo.charts.regions import UNCODED, RegionsChart
from geo.charts.side_names import name_side
from geo.charts.time_steps import Span, name_span
from geo.reference.places import list_place_codes
from geo.reference.subjects import Subject
from geo.reference.themes import read_themes

# So many parts are all told; of more, the first few: the reader of a headline keeps no list.
_MOST_PARTS, _FIRST_PARTS, _MOST_NAMES = 6, 4, 3
# Fewer parts than these make no picture of the world.
_FEWEST_PARTS = 3
# A longer title is no part of a sentence.
_LONGEST = 70
# What one measure comes to is what its map shows.
_FEWEST_MEASURES = 2

_TO_COME = ("planned", "announced")
_TOLD = ("done", *_TO_COME)

# What a part without a total says of itself alone.
_OF_ALL = ("giver", "recipient", "theme", "date")

# The unit of a number of which the text does not say what it counts.
_BARE = "number"

Row = Mapping[Hashable, Any]


def choose_leading_breakdown(found: pd.DataFrame, sums: pd.DataFrame) -> str | None:
    """Return the breakdown that shows most (see read_breakdowns, read_sums); None where none has three parts.

    One that mixes what is done with what is only planned, or tells what is denied, never leads. Those by region come before
    those by country, those that bear their stated total out before those without one or that do not, and of these the
    one with the most parts.
    """
    ordered = order_breakdowns(found)
    agreeing = set(sums.loc[sums["verdict"] == "agrees", "quantity"])
    told = ((str(name), rows) for name, rows in ordered.groupby("breakdown", sort=False) if _find_status(rows) in _TOLD)
    ranked = [(_rank(rows, agreeing), name) for name, rows in told]
    kept = [(rank, name) for rank, name in ranked if -rank[-1] >= _FEWEST_PARTS]
    return min(kept, key=lambda one: one[0])[1] if kept else None


def _find_status(rows: pd.DataFrame) -> str:
    """Return the one status that the figures of a breakdown are told in, as a table has none; "mixed" of several."""
    told = [str(status) for status in rows["status"].dropna().unique()]
    return "mixed" if len(told) > 1 else told[0] if told else "done"


def _rank(rows: pd.DataFrame, agreeing: set[str]) -> tuple[bool, bool, int]:
    parts = rows[rows["role"] == "part"]
    by_country = bool(parts["scope"].isin(list_place_codes()).any())
    return by_country, not set(rows["quantity"]) & agreeing, -len(parts)


def write_breakdown_headline(rows: pd.DataFrame, chart: RegionsChart, subjects: Sequence[Subject] = ()) -> str:
    """Return what a breakdown's rows (see read_breakdowns) and its chart come to in a sentence or two.

    `subjects` are those of the documents: one may have words of its own.
    """
    look, first = chart.look, _speak_for(rows)
    values = {
        "total": _write_total(first, look) if chart.stated is not None else "",
        "about": _write_about(first, _find_status(rows), look),
        "unit": _name_series(first, look),
        "parts": _list_parts(chart),
        "check": look.words(f"headline.{chart.verdict}") if chart.verdict else "",
    }
    own = _find_words(first, rows, subjects, look)
    if own is not None and values["total"]:
        days = [look.words("headline.by", {"day": day}) for day in _name_day(first, look)]
        theme, giver = read_themes()[first["theme"]].name(look.language), name_side(_find_giver(rows), look)
        return own.format(**values, theme=theme[:1].lower() + theme[1:], giver=giver, by="".join(days)).strip()
    return look.words("headline.breakdown" if values["total"] else "headline.parts", values).strip()


def _find_words(row: Row, rows: pd.DataFrame, subjects: Sequence[Subject], look: Look) -> str | None:
    """Return a subject's own words for countries that a giver gave to; None where it has none, or no giver is stated."""
    done = row["unit"] == "countries" and row["status"] == "done" and not isinstance(row["recipient"], str)
    if not done or not _find_giver(rows):
        return None
    own = (one.headline for one in subjects if one.headline is not None and row["theme"] in one.headline.themes)
    return next((look.words.find("subject.headline", one.words[look.language]) for one in own), None)


def _find_giver(rows: pd.DataFrame) -> str:
    """Return the one giver that rows state; empty where that is none, or several."""
    givers = set(rows["giver"].dropna())
    return str(givers.pop()) if len(givers) == 1 else ""


def write_named_headline(subject: Subject, counted: Mapping[str, int], look: Look) -> str:
    """Return how many countries or areas each of a subject's measures has (by key), in the subject's own words.

    Empty where the subject has no words for that, or only one measure has any.
    """
    if subject.named is None or len(counted) < _FEWEST_MEASURES:
        return ""
    own = {key: subject.measures[key].words[look.language]["label"] for key in counted}
    labels = {key: look.words.find(f"subject.{key}.label", label) for key, label in own.items()}
    parts = [
        look.words("headline.part", {"name": labels[key], "value": f"{count:,}"}) for key, count in counted.items()
    ]
    named = look.words.find("subject.named", subject.named[look.language])
    return named.format(parts=look.words("list.comma").join(parts))


def write_map_headline(chart: MapChart) -> str:
    """Return what a map shows most of in a sentence; of an empty one that nothing is named."""
    look, count = chart.look, len(chart.rows)
    if not count:
        return look.words("headline.nothing")
    first = chart.rows.head(_MOST_NAMES)
    written = first["shown"] if chart.figures else first["value"].map("{:,}".format)
    most = look.words("list.comma").join(map(" ".join, zip(first["name"], written, strict=True)))
    values = {"title": chart.labels.title, "measure": chart.labels.measure, "count": count, "most": most}
    return look.words("headline.map_one" if count == 1 else "headline.map", values)


def _speak_for(rows: pd.DataFrame) -> Row:
    """Return what can be said of a whole breakdown, as a row: its total, or else its first part, with no more than all have.

    Who gave to one place, or on which day, says nothing of the others.
    """
    found: Row = rows.sort_values("role", ascending=False).to_dict("records")[0]
    if found["role"] == "total":
        return found
    common = {name: rows[name].nunique(dropna=False) == 1 for name in _OF_ALL}
    return {**found, **{name: None for name, shared in common.items() if not shared}}


def _write_total(row: Row, look: Look) -> str:
    """Return a stated total with what it counts."""
    value_to: float | None = None if pd.isna(row["value_to"]) else float(row["value_to"])
    figure = write_bounded(row["value"], value_to, row["bound"], look.language)
    return write_counted(figure, row["value"], row["bound"], row["unit"], look)


def _open(text: str) -> str:
    """Return a text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def _name_series(row: Row, look: Look) -> str:
    """Return what a figure counts; of a bare number, which says nothing, where it stands: a title or a file's name."""
    bare = row["unit"] == _BARE and isinstance(row["title"], str)
    return str(row["title"]) if bare else _open(name_unit(row, look))


def _write_about(row: Row, status: str, look: Look) -> str:
    """Return what a figure is about, who gave and received, whether that is still to come, and its day, in brackets."""
    counted = name_counted(row, look).partition(" · ")[2] or _quote_title(row, look)
    sides = [
        look.words(f"totals.{side}", {"name": name_side(row[side], look)})
        for side in ("giver", "recipient")
        if isinstance(row[side], str)
    ]
    if status in _TO_COME:
        sides.append(look.words(f"totals.{status}"))
    known = [one for one in (counted, *sides, *_name_day(row, look)) if one]
    return look.words("headline.about", {"about": look.words("list.comma").join(known)}) if known else ""


def _quote_title(row: Row, look: Look) -> str:
    """Return the title of a figure's document, which says what it is about where the figure itself does not."""
    title, told = row["title"], row["unit"] == _BARE
    fits = isinstance(title, str) and len(title) <= _LONGEST and not told
    return look.words("scope.title", {"title": title}) if fits else ""


def _name_day(row: Row, look: Look) -> list[str]:
    if pd.isna(row["date"]):
        return []
    day = pd.Timestamp(row["date"]).date()
    return [name_span(Span(day, find_last_day(day, row["date_precision"])), look)]


def _list_parts(chart: RegionsChart) -> str:
    """Return the parts of a breakdown, of a long one the first; a place without a code says nothing in a headline."""
    look, known = chart.look, chart.rows[chart.rows["scope"] != UNCODED]
    shown = known if len(chart.rows) <= _MOST_PARTS else known.head(_FIRST_PARTS)
    parts = [
        look.words("headline.part", {"name": n, "value": v}) for n, v in zip(shown["name"], shown["shown"], strict=True)
    ]
    said, rest = look.words("list.comma").join(parts), len(chart.rows) - len(parts)
    return look.words.count("headline.more", rest, {"parts": said, "count": rest}) if rest > 0 else said
