"""How a measure of each country or area is spread over time: what the small line of a card on the map shows."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd

from geo.base.periods import find_last_day
from geo.charts.dimensions import count_as
from geo.charts.measures import Measure, is_figure
from geo.charts.time_steps import Span, choose_step, find_span, list_spans
from geo.store.corpus import Corpus, Where

# A span of so many days is divided by days or weeks; a longer one by months, quarters or years.
_LONGEST_BY_DAYS = 280


class Series(NamedTuple):
    """Counts by code, one for each of some steps of time that follow one another."""

    spans: tuple[Span, ...]
    counts: Mapping[str, tuple[int, ...]]


def count_series(corpus: Corpus, measure: Measure, where: Where) -> Series | None:
    """Return the counts of a measure over time; None where there are no two steps, as of a stated figure.

    `where` is that of choose_measure. What is known only by its year has no place in it.
    """
    if is_figure(measure):
        return None
    counted = count_as(measure)
    months = corpus.count_stacks("country", "month", where, counted)
    whole = _find_whole(months)
    if whole is None:
        return None
    if whole.days <= _LONGEST_BY_DAYS:
        return _divide(corpus.count_stacks("country", "day", where, counted))
    return _divide(months)


def _read_days(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a known month or day, with the `first` day of it."""
    known = cells[cells["part"].str.fullmatch(r"\d{4}-\d\d(-\d\d)?").fillna(False)]
    return known.assign(first=[date.fromisoformat(f"{part}-01"[:10]) for part in known["part"]])


def _find_whole(cells: pd.DataFrame) -> Span | None:
    days = _read_days(cells)["first"].tolist()
    return Span(min(days), find_last_day(max(days), "month")) if days else None


def _divide(cells: pd.DataFrame) -> Series | None:
    """Return the counts of days or months in steps that a small line has room for."""
    known = _read_days(cells)
    if known.empty:
        return None
    whole = Span(min(known["first"]), max(known["first"]))
    step = choose_step(whole)
    spans = tuple(list_spans(whole, step))
    if len(spans) < 2:
        return None
    places = {span: place for place, span in enumerate(spans)}
    counts: dict[str, list[int]] = {}
    for code, day, found in zip(known["row"], known["first"], known["found"], strict=True):
        counts.setdefault(str(code), [0] * len(spans))[places[find_span(day, step)]] += int(found)
    return Series(spans, {code: tuple(found) for code, found in counts.items()})
