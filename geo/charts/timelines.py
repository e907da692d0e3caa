"""What the events of the documents show over time: a bar a step, stacked by kind, on a true axis of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.base.periods import find_last_day
from geo.charts.appearance import Labels, Look
from geo.charts.event_groups import Group, find_group, list_groups
from geo.charts.levels import HEADROOM
from geo.charts.measures import list_subjects
from geo.charts.scopes import add_scope, describe_read, describe_scope
from geo.charts.time_axes import TimeAxis, choose_axis, find_edges, fits_step, make_whole_axis
from geo.charts.time_breaks import Break, list_breaks, note_breaks
from geo.charts.time_steps import Span, Step, find_span, find_step, name_span
from geo.store.corpus import Corpus, Where


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Events over time, ready to draw.

    `rows` has one row a step and group that has events, in order: since, until, name (of the step), group, events,
    label. `groups` are those that occur; `axis` says where each step stands, None where nothing can be drawn, and
    `breaks` what it leaves out. `axis_title` says what the bars count, `notes` what is not drawn, and why.
    """

    labels: Labels
    look: Look
    step: Step
    axis: TimeAxis | None
    breaks: tuple[Break, ...]
    rows: pd.DataFrame
    groups: tuple[Group, ...]
    axis_title: str
    notes: tuple[str, ...]
    alt: str

    @property
    def top(self) -> float:
        """What the axis of the bars goes up to."""
        most = self.rows.groupby("since")["events"].sum().max() if len(self.rows) else 1
        return float(most) * HEADROOM


def chart_timeline(
    corpus: Corpus, where: Where, look: Look, step: Step | None = None, *, cut: bool = True
) -> TimelineChart:
    """Return the events over time; without a `step` it is chosen so that there are at most forty bars.

    Then empty stretches are cut out of the axis where that tells what happened apart; without `cut` none is.
    What several sentences or documents tell is one event. What is known only by its month has no place in a day or week.
    """
    events = count_spans(corpus, where)
    if not events:
        return chart_on_axis(corpus, where, look, None)
    ends = where.since, where.until
    axis = choose_axis(events, (), ends, cut=cut) if step is None else make_whole_axis(find_edges(events, ends), step)
    return chart_on_axis(corpus, where, look, axis)


def count_spans(corpus: Corpus, where: Where) -> dict[Span, int]:
    """Return how many events there are of each day, month or year, as they are known; those without a date are not in it."""
    counted = corpus.count_events(("date", "date_precision"), where)
    dated = counted[counted["date"].notna()]
    return dict(zip(_list_known(dated), dated["events"].astype(int), strict=True))


def chart_on_axis(corpus: Corpus, where: Where, look: Look, axis: TimeAxis | None) -> TimelineChart:
    """Return the events over time on an axis that was chosen; None where none has a date."""
    counted = corpus.count_events(("date", "date_precision", "kind"), where)
    step: Step = axis.step if axis else "day"
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
    breaks = list_breaks(axis, _list_coarse(counted, step), look) if axis else ()
    cuts = note_breaks(breaks, look)
    return TimelineChart(
        labels=labels,
        look=look,
        step=step,
        axis=axis,
        breaks=breaks,
        rows=rows,
        groups=tuple(group for group in groups if group.key in set(rows["group"])),
        axis_title=labels.measure[0].upper() + labels.measure[1:],
        notes=(*cuts, *_note_left_out(counted, placed, look)),
        alt=" ".join([add_scope(_describe(rows, labels, look), labels.scope, look), *cuts]),
    )


def list_eventful(corpus: Corpus, where: Where, step: Step) -> tuple[Span, ...]:
    """Return the steps in which something happened, in order."""
    counted = corpus.count_events(("date", "date_precision"), where)
    days = _choose_placed(counted, step)["date"]
    return tuple(sorted({find_span(pd.Timestamp(day).date(), step) for day in days}))


def _choose_placed(counted: pd.DataFrame, step: Step) -> pd.DataFrame:
    """Return the rows whose dates are exact enough for a step."""
    dated = counted[counted["date"].notna()]
    fits = pd.Series([fits_step(span, step) for span in _list_known(dated)], dated.index, "bool")
    placed: pd.DataFrame = dated[fits]
    return placed


def _list_coarse(counted: pd.DataFrame, step: Step) -> list[Span]:
    """Return the months and years of events that are not known well enough for a step."""
    dated = counted[counted["date"].notna()]
    return [span for span in _list_known(dated) if not fits_step(span, step)]


def _list_known(dated: pd.DataFrame) -> list[Span]:
    """Return the day, month or year of each row, as it is known."""
    days = [pd.Timestamp(day).date() for day in dated["date"]]
    return list(map(Span, days, map(find_last_day, days, dated["date_precision"])))


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
    # A week is named by two days: all the time has two of its own.
    first, last = rows["since"].iloc[0], rows["until"].iloc[-1]
    weeks = find_step(Span(first, rows["until"].iloc[0])) == "week"
    ends = (
        [name_span(Span(day, day), look) for day in (first, last)] if weeks else [by_step.index[0], by_step.index[-1]]
    )
    values = {
        "title": labels.title,
        "measure": labels.measure,
        "count": f"{int(by_step.sum()):,}",
        "since": ends[0],
        "until": ends[1],
        "most": by_step.idxmax(),
        "events": f"{int(by_step.max()):,}",
    }
    return look.words("timeline.alt", values)
