"""What happened, event after event: when, what, who, and the sentence that says so, as HTML and as a table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from dashboard.figures.hovers import make_safe
from dashboard.parts.evidence import Row, Span, mark_text, write_evidence
from dashboard.parts.words import name_act, name_status
from geo.base.periods import find_last_day
from geo.charts import Look
from geo.charts.side_names import name_side
from geo.charts.time_steps import Span as Days
from geo.charts.time_steps import name_span
from geo.reference.wordings import Catalogue

_MOST_NAMES = 8
# What the whole press tells of one act would make a page of its own.
_MOST_SENTENCES = 50
_COLUMNS = (
    "act", "date", "date_precision", "date_from", "kind", "verb", "status", "theme", "giver", "recipient", "party", "host",
    "sentence_text", "title", "outlet", "published", "url", "document",
)  # fmt: skip
# What an event has of its own, and its act as a whole.
_STAGE = ("kind", "status", "date", "date_precision", "date_from")
_ROLES = ("giver", "recipient", "party", "host")


def write_acts(events: pd.DataFrame, words: Catalogue) -> str:
    """Return the rows of Corpus.read_acts as HTML: one entry an act, with every sentence that tells of it."""
    groups = events.groupby("act", sort=False)
    return "".join(_write_act(group.to_dict("records"), words) for _, group in groups)


def list_events(events: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of Corpus.read_events as a table for other programs: the codes of each role in a column."""
    sides = [_list_sides(one) for one in events["participants"]]
    roles = {role: [" ".join(side.get(role, ())) or None for side in sides] for role in _ROLES}
    table = events.assign(**{role: pd.Series(codes, dtype="str") for role, codes in roles.items()})
    return table[list(_COLUMNS)].rename(columns={"sentence_text": "sentence"})


def _write_act(tellings: Sequence[Row], words: Catalogue) -> str:
    """Return when it happened, what, and who took part, and its sentences; all but the first wait to be opened."""
    act: Row = dict(tellings[0]) | {name: tellings[0][f"act_{name}"] for name in _STAGE}
    said = [*_describe(act, words), *_name_sides(_list_sides(act["participants"]), words)]
    sentences = _list_sentences(tellings)
    first, *others = (_write_telling(row, act, words) for row in sentences[:_MOST_SENTENCES])
    if len(sentences) > _MOST_SENTENCES:
        others.append(_write_head([words("timeline.first_sentences", {"count": _MOST_SENTENCES})]))
    summary = _count_tellings(tellings, len(sentences), words)
    more = f"<details><summary>{summary}</summary>{''.join(others)}</details>" if others else ""
    return f'<div class="aa-event">{_write_head(said)}{first}{more}</div>'


def _write_head(said: Iterable[str]) -> str:
    return f'<div class="aa-told">{" · ".join(make_safe(one) for one in said)}</div>'


def _list_sentences(tellings: Sequence[Row]) -> list[Row]:
    """Return the tellings, each sentence once."""
    first: dict[tuple[str, int], Row] = {}
    for row in tellings:
        first.setdefault((row["document"], row["sentence"]), row)
    return list(first.values())


def _count_tellings(tellings: Sequence[Row], sentences: int, words: Catalogue) -> str:
    """Return how often an act is told: "one team, told in 4 sentences of 2 documents"."""
    documents = len({row["document"] for row in tellings})
    said = {
        "act": words(f"act.{tellings[0]['act_kind']}"),
        "sentences": words.count("timeline.sentences", sentences),
        "documents": Look(words.language).words.count("source.documents", documents),
    }
    return make_safe(words("timeline.told", said))


def _write_telling(event: Row, act: Row, words: Catalogue) -> str:
    """Return a sentence that tells of an act, and what it says of when and how far, where that is not what the act has."""
    own, whole = _describe(event, words), _describe(act, words)
    head = "" if own == whole else _write_head(own)
    return head + write_evidence(_mark(event), {**event, "date": None}, words)


def _describe(event: Row, words: Catalogue) -> list[str]:
    """Return when it happened, what, and what is not done, or not yet."""
    known = [_name_day(event, words), name_act(event["kind"], event["verb"], words.language)]
    return known + name_status(event["kind"], event["status"], words)


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
    """Return where a page of acts ends, to ask for the next one; `last_day` stands for an unknown date."""
    last = events.iloc[-1]
    return last_day if pd.isna(last["act_date"]) else pd.Timestamp(last["act_date"]).date(), str(last["act"])
