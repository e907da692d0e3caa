"""What the running totals of one measure show over time: 80+, 89, 120, 150 countries, and where they fall."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from geo.base.periods import find_last_day
from geo.base.records import Bound
from geo.charts.appearance import Labels, Look
from geo.charts.corpus_charts import describe_sources
from geo.charts.side_names import name_side
from geo.charts.time_steps import Span
from geo.reference.places import name_place
from geo.reference.themes import read_themes

# How a figure is written beside its marker.
_MARKS: Mapping[Bound, str] = {
    "exact": "{value:,g}",
    "more_than": "{value:,g}+",
    "at_least": "{value:,g}+",
    "nearly": "~{value:,g}",
    "about": "~{value:,g}",
    "at_most": "≤{value:,g}",
    "less_than": "<{value:,g}",
    "between": "{value:,g}–{value_to:,g}",
}

# What a label takes of the width and height of a chart.
_LABEL_WIDTH, _LABEL_HEIGHT = 0.05, 0.16
# How high above a mark its label ends.
_CLEAR = 0.26


@dataclass(frozen=True, slots=True)
class TotalsChart:
    """The running totals of one measure, ready to draw.

    `rows` has one row a statement, in order: since, until (the day, month or year it speaks of), value, mark ("80+"),
    exact, falls (lies below an earlier statement), and the columns of Corpus.read_series. `line` has the days on which
    the highest total so far rises, and to what. `measure` is the measure's key.
    """

    labels: Labels
    look: Look
    measure: str
    rows: pd.DataFrame
    line: tuple[tuple[date, float], ...]
    alt: str

    @property
    def span(self) -> Span:
        """All the time that the statements speak of."""
        return Span(min(self.rows["since"]), max(self.rows["until"]))


def list_measures(series: pd.DataFrame, look: Look) -> dict[str, str]:
    """Return the name of each measure of a series (see Corpus.read_series), that with the most statements first."""
    sizes = series.groupby("measure", sort=False).size().sort_values(ascending=False, kind="stable")
    first = series.drop_duplicates("measure").set_index("measure")
    return {str(measure): _name_measure(first.loc[measure], look) for measure in sizes.index}


def chart_totals(series: pd.DataFrame, measure: str | None, look: Look) -> TotalsChart | None:
    """Return the chart of one measure, without one that of the measure with the most statements; None where none is known."""
    names = list_measures(series, look)
    if not names:
        return None
    chosen = measure if measure in names else next(iter(names))
    found = series[series["measure"] == chosen].reset_index(drop=True)
    days = [pd.Timestamp(day).date() for day in found["date"]]
    rows = found.assign(
        since=pd.Series(days, dtype="object"),
        until=pd.Series(list(map(find_last_day, days, found["date_precision"])), dtype="object"),
        mark=[_write_mark(*figure) for figure in zip(found["value"], found["value_to"], found["bound"], strict=True)],
        exact=found["bound"] == "exact",
        falls=found["verdict"] == "disagrees",
    ).sort_values(["until", "value"], kind="stable", ignore_index=True)
    labels = Labels(names[chosen], names[chosen], describe_sources(rows.drop_duplicates("document"), look))
    return TotalsChart(labels, look, chosen, rows, tuple(_climb(rows)), _describe(rows, labels, look))


def pick_labels(rows: pd.DataFrame, whole: Span) -> list[int]:
    """Return the rows of a TotalsChart that have room for a label on an axis: what falls first, then the highest.

    A label stands above its mark, or below one that falls; no mark and no other label is in its way.
    """
    places = list(zip(rows["until"], rows["value"], strict=True))
    top, kept = max(rows["value"]), list[int]()
    for number in sorted(range(len(rows)), key=lambda n: (not rows["falls"][n], -places[n][1], places[n][0])):
        day, value = places[number]
        free = all(
            abs((day - places[other][0]).days) > _LABEL_WIDTH * whole.days
            or abs(value - places[other][1]) > _LABEL_HEIGHT * top
            for other in kept
        )
        side = -1 if rows["falls"][number] else 1
        hidden = any(
            abs((day - other).days) < _LABEL_WIDTH / 2 * whole.days and 0 < side * (mark - value) < _CLEAR * top
            for other, mark in places
        )
        if free and not hidden:
            kept.append(number)
    return sorted(kept)


def _climb(rows: pd.DataFrame) -> list[tuple[date, float]]:
    """Return the days on which the highest total so far rises, and the total."""
    line: list[tuple[date, float]] = []
    for day, value in zip(rows["until"], rows["value"], strict=True):
        if not line or value > line[-1][1]:
            # Of two statements of one day the higher one counts.
            line = [step for step in line if step[0] != day] + [(day, float(value))]
    return line


def _write_mark(value: float, value_to: float, bound: Bound) -> str:
    return _MARKS[bound].format(value=value, value_to=value_to)


def _name_measure(row: pd.Series, look: Look) -> str:
    """Return the words for a measure: what is counted, about what, who gave, who received."""
    words, known = look.words, row.astype("object").where(row.notna(), None)
    parts = [words(f"totals.{known['unit']}")]
    theme = read_themes().get(str(known["theme"]))
    if theme is not None:
        parts.append(theme.name(look.language))
    sides = {side: known[side] for side in ("giver", "recipient") if known[side] is not None}
    parts += [words(f"totals.{side}", {"name": name_side(str(code), look)}) for side, code in sides.items()]
    if known["scope"] not in (None, "world"):
        parts.append(name_place(str(known["scope"]), look.language))
    if known["status"] in ("planned", "announced"):
        parts.append(words(f"totals.{known['status']}"))
    return " · ".join(parts)


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    """Return in one sentence what the chart shows, for those who cannot see it."""
    figures = look.words("list.comma").join(
        f"{mark} ({day})" for mark, day in zip(rows["mark"], rows["until"], strict=True)
    )
    return look.words("totals.alt", {"measure": labels.measure, "figures": figures, "falls": int(rows["falls"].sum())})
