"""What the events of the documents show over time: a bar a step, stacked by kind, on a true axis of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.base.periods import find_last_day
from geo.charts.appearance import Labels, Look
from geo.charts.event_groups import Group, find_group, list_groups
from geo.charts.measures import list_subjects
from geo.charts.scopes import add_scope, describe_read, describe_scope
from geo.charts.time_steps import Span, Step, choose_step, find_span, name_span
from geo.store.corpus import Corpus, Where

# The steps in which what is known to the day, the month or the year has a place.
_PLACED: dict[str, tuple[Step, ...]] = {
    "day": ("day", "week", "month", "quarter", "year"),
    "month": ("month", "quarter", "year"),
    "year": ("year",),
}


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Events over time, ready to draw.

    `rows` has one row a step and group that has events, in order: since, until, name (of the step), group, events,
    label. `groups` are those that occur, `span` all the time that is shown, empty steps with it; None where nothing
    can be drawn. `notes` say what is not drawn, and why.
    """

    labels: Labels
    look: Look
    step: Step
    span: Span | None
    rows: pd.DataFrame
    groups: tuple[Group, ...]
    notes: tuple[str, ...]
    alt: str


def chart_timeline(corpus: Corpus, where: Where, look: Look, step: Step | None = None) -> TimelineChart:
    """Return the events over time; without a `step` it is chosen so that there are at most forty bars.

    What several sentences or documents tell is one event. What is known only by its month has no place in a day or week.
    """
    counted = corpus.count_events(("date", "date_precision", "kind"), where)
    whole = _find_whole(counted, where)
    step = step or (choose_step(whole) if whole else "day")
    placed = _choose_placed(counted, step)
    subjects = list_subjects(corpus)
    groups = list_groups(look, subjects)
    of_kinds = {kind: find_group(kind, subjects).key for kind in set(placed["kind"])}
    rows = _make_rows(placed, step, look, of_kinds)
    places = {group.key: place for place, group in enumerate(groups)}
    rows, sources = _order(rows, places), corpus.count_told(where)
    labels = Labels(
        look.words("timeline.title"),
        look.words(f"timeline.measure_{step}"),
        describe_read(sources, look),
        scope=describe_scope(corpus, where, int(sources["documents"].sum()), look),
    )
    return TimelineChart(
        labels=labels,
        look=look,
        step=step,
        span=Span(find_span(whole.since, step).since, find_span(whole.until, step).until) if whole else None,
        rows=rows,
        groups=tuple(group for group in groups if group.key in set(rows["group"])),
        notes=_note_left_out(counted, placed, look),
        alt=add_scope(_describe(rows, labels, look), labels.scope, look),
    )


def list_eventful(corpus: Corpus, where: Where, step: Step) -> tuple[Span, ...]:
    """Return the steps in which something happened, in order."""
    counted = corpus.count_events(("date", "date_precision"), where)
    days = _choose_placed(counted, step)["date"]
    return tuple(sorted({find_span(pd.Timestamp(day).date(), step) for day in days}))


def _choose_placed(counted: pd.DataFrame, step: Step) -> pd.DataFrame:
    """Return the rows whose dates are exact enough for a step."""
    fine_enough = [precision for precision, steps in _PLACED.items() if step in steps]
    placed: pd.DataFrame = counted[counted["date"].notna() & counted["date_precision"].isin(fine_enough)]
    return placed


def _find_whole(counted: pd.DataFrame, where: Where) -> Span | None:
    """Return the span that was asked for, where it has two ends, or else that of all dated events."""
    if where.since and where.until:
        return Span(where.since, where.until)
    dated = counted[counted["date"].notna()]
    if dated.empty:
        return None
    days = [pd.Timestamp(day).date() for day in dated["date"]]
    return Span(where.since or min(days), where.until or max(map(find_last_day, days, dated["date_precision"])))


def _order(rows: pd.DataFrame, places: Mapping[str, int]) -> pd.DataFrame:
    keys = rows.assign(place=rows["group"].map(places))
    ordered: pd.DataFrame = keys.sort_values(["since", "place"], ignore_index=True).drop(columns="place")
    return ordered


def _make_rows(placed: pd.DataFrame, step: Step, look: Look, of_kinds: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a step and group from one row a date and kind."""
    spans = [find_span(pd.Timestamp(day).date(), step) for day in placed["date"]]
    table = pd.DataFrame(
        {
            "since": pd.Series([span.since for span in spans], dtype="object"),
            "until": pd.Series([span.until for span in spans], dtype="object"),
            "group": pd.Series([of_kinds[kind] for kind in placed["kind"]], dtype="str"),
            "kind": pd.Series(list(placed["kind"]), dtype="str"),
            "events": pd.Series(list(placed["events"]), dtype="int64"),
        }
    )
    kinds = table.groupby(["since", "until", "group", "kind"], as_index=False)["events"].sum()
    rows: pd.DataFrame = kinds.groupby(["since", "until", "group"], as_index=False)["events"].sum()
    rows["name"] = [name_span(Span(*span), look) for span in zip(rows["since"], rows["until"], strict=True)]
    rows["label"] = [
        _label(kinds[(kinds["since"] == since) & (kinds["group"] == group)], look)
        for since, group in zip(rows["since"], rows["group"], strict=True)
    ]
    return rows


def _label(kinds: pd.DataFrame, look: Look) -> str:
    """Return how many events of each kind a segment holds, the most first."""
    found = kinds.sort_values(["events", "kind"], ascending=[False, True])
    return look.words("list.comma").join(
        look.words("drawing.figure", {"name": look.words(f"event.{kind}"), "value": f"{events:,}"})
        for kind, events in zip(found["kind"], found["events"], strict=True)
    )


def _note_left_out(counted: pd.DataFrame, placed: pd.DataFrame, look: Look) -> tuple[str, ...]:
    undated = int(counted.loc[counted["date"].isna(), "events"].sum())
    coarse = int(counted["events"].sum()) - undated - int(placed["events"].sum())
    left_out: Sequence[tuple[str, int]] = (("undated", undated), ("coarse", coarse))
    return tuple(look.words(f"timeline.{key}", {"count": f"{count:,}"}) for key, count in left_out if count)


def _describe(rows: pd.DataFrame, labels: Labels, look: Look) -> str:
    """Return in one sentence what the chart shows, for those who cannot see it."""
    if rows.empty:
        return look.words("timeline.alt_empty", {"title": labels.title})
    by_step = rows.groupby("name", sort=False)["events"].sum()
    values = {
        "title": labels.title,
        "measure": labels.measure,
        "count": f"{int(by_step.sum()):,}",
        "since": by_step.index[0],
        "until": by_step.index[-1],
        "most": by_step.idxmax(),
        "events": f"{int(by_step.max()):,}",
    }
    return look.words("timeline.alt", values)
