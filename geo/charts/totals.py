"""What the running totals of one measure show over time: 80+, 89, 120, 150 countries, and where they fall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from geo.base.periods import find_last_day
from geo.charts.appearance import Labels, Look
from geo.charts.corpus_charts import describe_sources
from geo.charts.numbers import write_bounded
from geo.charts.side_names import name_side
from geo.charts.time_steps import Span
from geo.reference.places import name_place
from geo.reference.themes import read_themes

Mark = Literal["exact", "open", "falls"]
# The room above the highest figure, for its label.
_HEADROOM = 1.25


@dataclass(frozen=True, slots=True)
class TotalsChart:
    """The running totals of one measure, ready to draw.

    `rows` has one row a statement, in order: since, until (the day, month or year it speaks of), value, mark ("80+"),
    exact, falls (lies below an earlier statement), and the columns of Corpus.read_series. `line` has the days on which
    the highest total so far rises, and to what. `measure` is the measure's key, `axis_title` says what the axis counts.
    """

    labels: Labels
    look: Look
    measure: str
    rows: pd.DataFrame
    line: tuple[tuple[date, float], ...]
    axis_title: str
    alt: str

    @property
    def spans(self) -> list[Span]:
        """The day, month or year that each statement speaks of."""
        return list(map(Span, self.rows["since"], self.rows["until"]))

    @property
    def marks(self) -> list[tuple[Mark, bool, bool]]:
        """The marks that occur, and of each whether it is exact, and whether it falls."""
        marks: tuple[tuple[Mark, bool, bool], ...] = (
            ("exact", True, False), ("open", False, False), ("falls", False, True),
        )  # fmt: skip
        exact, falls = self.rows["exact"], self.rows["falls"]
        occur = {"exact": (exact & ~falls).any(), "open": (~exact & ~falls).any(), "falls": falls.any()}
        return [mark for mark in marks if occur[mark[0]]]

    @property
    def top(self) -> float:
        """What the axis of the totals goes up to."""
        return max(float(max(self.rows["value"])), 1.0) * _HEADROOM


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
        mark=list(_write_marks(found, look)),
        exact=found["bound"] == "exact",
        falls=found["verdict"] == "disagrees",
    ).sort_values(["until", "value"], kind="stable", ignore_index=True)
    labels = Labels(names[chosen], names[chosen], describe_sources(rows.drop_duplicates("document"), look))
    title = _name_axis(found.iloc[0], look)
    return TotalsChart(labels, look, chosen, rows, tuple(_climb(rows)), title, _describe(rows, labels, look))


def _write_marks(found: pd.DataFrame, look: Look) -> Iterator[str]:
    """Yield how each figure is written beside its mark."""
    for value, value_to, bound in zip(found["value"], found["value_to"], found["bound"], strict=True):
        yield write_bounded(value, None if pd.isna(value_to) else value_to, bound, look.language)


def _climb(rows: pd.DataFrame) -> list[tuple[date, float]]:
    """Return the days on which the highest total so far rises, and the total."""
    line: list[tuple[date, float]] = []
    for day, value in zip(rows["until"], rows["value"], strict=True):
        if not line or value > line[-1][1]:
            # Of two statements of one day the higher one counts.
            line = [step for step in line if step[0] != day] + [(day, float(value))]
    return line


def _name_measure(row: pd.Series, look: Look) -> str:
    """Return the words for a measure: what is counted, about what, who gave, who received."""
    return " · ".join([look.words(f"totals.{row['unit']}"), *_narrow(row, look)])


def _name_axis(row: pd.Series, look: Look) -> str:
    """Return the same as the title of an axis: it counts nothing, it shows what is stated."""
    unit = look.words("totals.axis", {"unit": look.words(f"totals.{row['unit']}")})
    return " · ".join([unit, *_narrow(row, look)])


def _narrow(row: pd.Series, look: Look) -> list[str]:
    """Return the words for what narrows a measure beside its unit."""
    words, known, parts = look.words, row.astype("object").where(row.notna(), None), list[str]()
    theme = read_themes().get(str(known["theme"]))
    if theme is not None:
        parts.append(theme.name(look.language))
    sides = {side: known[side] for side in ("giver", "recipient") if known[side] is not None}
    parts += [words(f"totals.{side}", {"name": name_side(str(code), look)}) for side, code in sides.items()]
    if known["scope"] not in (None, "world"):
        parts.append(name_place(str(known["scope"]), look.language))
    if known["status"] in ("planned", "announced"):
        parts.append(words(f"totals.{known['status']}"))
    return parts


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    """Return in one sentence what the chart shows, for those who cannot see it."""
    figures = look.words("list.comma").join(
        f"{mark} ({day})" for mark, day in zip(rows["mark"], rows["until"], strict=True)
    )
    return look.words("totals.alt", {"measure": labels.measure, "figures": figures, "falls": int(rows["falls"].sum())})
