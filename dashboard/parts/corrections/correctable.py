"""What a sentence states, as things that can be corrected: each name, figure and event with what may change of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard import corpora
from dashboard.parts.evidence import Row
from dashboard.parts.listings.statements import write_stated
from dashboard.parts.words import name_act
from geo.charts import Look
from geo.charts.side_names import name_side
from geo.reference.wordings import Catalogue
from geo.store.corrections.records import Change, Corrected

_SIDES: tuple[Change, ...] = ("giver", "recipient", "party", "host")
_DATE_LENGTHS = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Thing:
    """A name, figure or event of a sentence: where it stands, how it is called, and the value of each field as text."""

    table: Corrected
    document: str
    start: int
    end: int
    text: str | None
    which: str
    name: str
    fields: Mapping[Change, str | None]


def list_things(document: str, sentence: int, words: Catalogue) -> list[Thing]:
    """Return what a sentence states, in the order of the text."""
    things = [
        *(_make_mention(row, words) for row in _read(document, sentence, "mentions")),
        *(_make_figure(row, words) for row in _read(document, sentence, "quantities")),
        *_list_events(document, sentence, words),
    ]
    return sorted(things, key=lambda thing: (thing.table == "events", thing.start, thing.end))


def _read(document: str, sentence: int, table: str) -> Iterator[Row]:
    rows = corpora.read_document(document, table)
    yield from rows[rows["sentence"] == sentence].to_dict("records")


def _make_mention(row: Row, words: Catalogue) -> Thing:
    name = f"{row['text']} — {name_side(row['code'], Look(words.language))}"
    return Thing(
        "mentions", row["document"], row["start"], row["end"], row["text"], row["code"], name, {"code": row["code"]}
    )


def _make_figure(row: Row, words: Catalogue) -> Thing:
    fields: dict[Change, str | None] = {
        "value": spell_value(row),
        **{name: _know(row[name]) for name in ("scope", "giver", "recipient")},
        "date": spell_date(row),
    }
    name = f"{row['text']} — {write_stated(row, words)}"
    place = row["document"], row["start"], row["end"], row["text"], row["unit"]
    return Thing("quantities", *place, name, fields)


def _list_events(document: str, sentence: int, words: Catalogue) -> Iterator[Thing]:
    sides = corpora.read_document(document, "participants")
    for row in _read(document, sentence, "events"):
        own = sides[sides["event"] == row["event"]]
        codes = {role: " ".join(own["code"][own["role"] == role]) or None for role in _SIDES}
        fields: dict[Change, str | None] = {"kind": row["kind"], "date": spell_date(row), **codes}
        look = Look(words.language)
        named = look.words("list.comma").join(name_side(code, look) for code in own["code"])
        name = " — ".join(filter(None, [name_act(row["kind"], row["verb"], words.language), named]))
        place = row["start"], row["end"]
        yield Thing("events", document, *place, quote(document, *place), row["kind"], name, fields)


def quote(document: str, start: int, end: int) -> str | None:
    """Return the words of a document in a span; None where they do not stand on one line."""
    lines = corpora.read_document(document, "lines")
    for line in lines[(lines["start"] <= start) & (lines["end"] >= end)].to_dict("records"):
        return str(line["text"])[start - line["start"] : end - line["start"]] or None
    return None


def spell_value(row: Row) -> str:
    """Return the number of a figure as a correction writes it: 89, 100-120."""
    ends = [f"{row[name]:.9f}".rstrip("0").rstrip(".") for name in ("value", "value_to") if not pd.isna(row[name])]
    return "-".join(ends)


def spell_date(row: Row) -> str | None:
    """Return the date of a row as a correction writes it, as exact as it is known."""
    if pd.isna(row["date"]):
        return None
    first = str(row["date"])[: _DATE_LENGTHS[row["date_precision"]]]
    return first if pd.isna(row["date_to"]) else f"{first}/{str(row['date_to'])[:10]}"


def _know(value: object) -> str | None:
    return value if isinstance(value, str) else None
