"""What happened, event after event: when, what, who, and the sentence that says so, as HTML and as a table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from dashboard.figures.hovers import make_safe
from dashboard.parts.evidence import Row, Span, mark_text, write_evidence, write_source
from dashboard.parts.words import name_event, name_status
from geo.base.periods import find_last_day
from geo.charts import Look
from geo.charts.side_names import name_side
from geo.charts.time_steps import Span as Days
from geo.charts.time_steps import name_span
from geo.reference.wordings import Catalogue

_MOST_NAMES = 8
_COLUMNS = (
    "date", "date_precision", "date_from", "kind", "status", "theme", "giver", "recipient", "party", "host",
    "sentence_text", "title", "outlet", "published", "url", "document",
)  # fmt: skip
_ROLES = ("giver", "recipient", "party", "host")


def write_happenings(events: pd.DataFrame, words: Catalogue) -> str:
    """Return the rows of Corpus.read_happenings as HTML: one entry a happening, its first telling in full."""
    groups = events.groupby("happening", sort=False, dropna=False)
    return "".join(_write_happening(group.to_dict("records"), words) for _, group in groups)


def list_happenings(events: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of Corpus.read_events as a table for other programs: the codes of each role in a column."""
    sides = [_list_sides(one) for one in events["participants"]]
    roles = {role: [" ".join(side.get(role, ())) or None for side in sides] for role in _ROLES}
    table = events.assign(**{role: pd.Series(codes, dtype="str") for role, codes in roles.items()})
    return table[list(_COLUMNS)].rename(columns={"sentence_text": "sentence"})


def _write_happening(tellings: Sequence[Row], words: Catalogue) -> str:
    first, *others = tellings
    head = " · ".join(make_safe(one) for one in _describe(first, words))
    more = ""
    if others:
        sources = "".join(f'<div class="aa-source">{write_source(row, words)}</div>' for row in others)
        summary = make_safe(words("timeline.also", {"count": len(others)}))
        more = f"<details><summary>{summary}</summary>{sources}</details>"
    evidence = write_evidence(_mark(first), {**first, "date": None}, words)
    return f'<div class="aa-event"><div class="aa-told">{head}</div>{evidence}{more}</div>'


def _describe(event: Row, words: Catalogue) -> list[str]:
    """Return when it happened, what, what is not yet done, and who took part."""
    known = [_name_day(event, words), name_event(event["kind"], words.language)]
    known += name_status(event["kind"], event["status"], words)
    return known + _name_sides(_list_sides(event["participants"]), words)


def _name_day(event: Row, words: Catalogue) -> str:
    if pd.isna(event["date"]):
        return words("timeline.no_date")
    first = pd.Timestamp(event["date"]).date()
    days = Days(first, find_last_day(first, event["date_precision"]))
    return words(f"evidence.date_{event['date_from']}", {"day": name_span(days, Look(words.language))})


def _list_sides(participants: Iterable[Mapping[str, str]] | None) -> dict[str, list[str]]:
    """Return the codes of each role; an event of which nobody is known has none."""
    sides: dict[str, list[str]] = {}
    # Without participants pandas gives NaN in place of the list.
    for one in () if participants is None or isinstance(participants, float) else participants:
        sides.setdefault(one["role"], []).append(one["code"])
    return sides


def _name_sides(sides: Mapping[str, Sequence[str]], words: Catalogue) -> list[str]:
    named = {role: _join_names(codes, words) for role, codes in sides.items()}
    said = []
    if "giver" in named and "recipient" in named:
        said.append(words("timeline.from_to", named))
    else:
        said += [words(f"timeline.{role}", named) for role in ("giver", "recipient") if role in named]
    parties = [named["party"]] if "party" in named else []
    return said + parties + ([words("timeline.host", named)] if "host" in named else [])


def _join_names(codes: Sequence[str], words: Catalogue) -> str:
    names = [name_side(code, Look(words.language)) for code in codes]
    said = Look(words.language).words("list.comma").join(names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return words("timeline.more", {"names": said, "count": rest}) if rest > 0 else said


def _mark(event: Row) -> str:
    """Return the sentence with the words of the event marked, where they are only a part of it."""
    text, since = event["sentence_text"], event["sentence_start"]
    whole = len(text) == event["sentence_end"] - since
    start, end = event["start"] - since, event["end"] - since
    # A sentence that a page break cut has its words elsewhere.
    return mark_text(text, [Span(start, end, "chosen")] if whole and end - start < len(text) - 1 else [])


def find_turn(events: pd.DataFrame, last_day: date) -> tuple[date, str]:
    """Return where a page of happenings ends, to ask for the next one; `last_day` stands for an unknown date."""
    last = events.iloc[-1]
    return last_day if pd.isna(last["date"]) else pd.Timestamp(last["date"]).date(), str(last["happening"])
