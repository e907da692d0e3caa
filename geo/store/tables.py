"""Every table of a corpus, every column described once: name, type, unit, meaning, key.

The tables are tidy: no index, one row one observation. Unknown is missing, never 0 or "". Offsets count Unicode
characters of the document's normalised text, which `lines` holds whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

TEXT, NUMBER, WHOLE, DAY, FLAG = pa.string(), pa.float64(), pa.int32(), pa.date32(), pa.bool_()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what it is called, holds and means. A key column is never missing."""

    name: str
    dtype: pa.DataType
    meaning: str
    unit: str = ""
    key: bool = False


DOCUMENT = Column("document", TEXT, "the document: first 20 hexadecimal digits of its text's SHA-256", key=True)
SENTENCE = Column("sentence", WHOLE, "the sentence's number in its document, from 0", key=True)
START = Column("start", WHOLE, "where it begins in the document's text", "characters", key=True)
END = Column("end", WHOLE, "where it ends, exclusive", "characters", key=True)
WORDS = Column("text", TEXT, "the words themselves", key=True)
RULE = Column("rule", TEXT, "the rule that read it", key=True)
DATES = (
    Column("date", DAY, "the day, or the first day of the month or year"),
    Column("date_precision", TEXT, "how exact the date is: day, month or year"),
    Column(
        "date_from",
        TEXT,
        "where the date was stated: heading, sentence, document or given; corrected where a reader set it",
    ),
    Column("date_to", DAY, "the last day where the text states a span of days; missing for one day, a month or a year"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": (
        DOCUMENT,
        Column("id", TEXT, "the reader's own name for it, from a column of its table (id, uid, article_id, 编号 …)"),
        Column("title", TEXT, "the title, from the document or its documents.csv"),
        Column("published", TEXT, "ISO 8601 date of publication, of any precision"),
        Column("outlet", TEXT, "who published it"),
        Column("url", TEXT, "its address"),
        Column("language", TEXT, "two-letter language code"),
        Column("characters", WHOLE, "length of the text", "characters", key=True),
        Column("path", TEXT, "the file it was read from"),
        Column("story", TEXT, "documents that tell the same story share this"),
    ),
    "lines": (
        DOCUMENT,
        Column("line", WHOLE, "the line's number in its document, from 0", key=True),
        Column("page", WHOLE, "the page it stands on, where the file has pages"),
        START,
        END,
        WORDS,
        Column("rule", TEXT, "why the line is no part of the article; empty for the body", key=True),
    ),
    "sentences": (DOCUMENT, SENTENCE, START, END, WORDS, *DATES),
    "mentions": (
        DOCUMENT,
        SENTENCE,
        START,
        END,
        WORDS,
        Column("kind", TEXT, "country, region or organisation", key=True),
        Column("code", TEXT, "ISO 3166-1 alpha-3, M49 digits, region:… or org:…", key=True),
        RULE,
    ),
    "quantities": (
        Column("quantity", TEXT, "the quantity: its document and its number there", key=True),
        DOCUMENT,
        SENTENCE,
        START,
        END,
        WORDS,
        Column("value", NUMBER, "the number", "see unit", key=True),
        Column("value_to", NUMBER, "the upper end of a range", "see unit"),
        Column("bound", TEXT, "exact, more_than, at_least, nearly, about, at_most, less_than or between", key=True),
        Column("unit", TEXT, "what is counted, or a currency's ISO 4217 code", key=True),
        Column("noun", TEXT, "the base form of the noun that the number counts, where one is written"),
        Column(
            "scope",
            TEXT,
            "the country, region or organisation whose members, people, money or things are counted, or world",
        ),
        Column("theme", TEXT, "what it is about: a key of data/themes.toml"),
        Column("giver", TEXT, "who gave, where the recipients are counted; after a colon who acts: CHN:firms, :firms"),
        Column("recipient", TEXT, "who received, where the givers are counted; written like the giver"),
        Column(
            "status", TEXT, "planned, announced, done, or denied: what did not happen, was refused, or is only wished"
        ),
        *DATES,
        Column("running", FLAG, "whether it says how many were reached so far, and grows with the days", key=True),
        RULE,
    ),
    "breakdowns": (
        Column("breakdown", TEXT, "the breakdown: its document and its number there", key=True),
        Column("quantity", TEXT, "a quantity that belongs to it", key=True),
        Column("role", TEXT, "total or part", key=True),
    ),
    "events": (
        Column("event", TEXT, "the event: its document and its number there", key=True),
        DOCUMENT,
        SENTENCE,
        START,
        END,
        Column("kind", TEXT, "what happened: call, meeting, donation …", key=True),
        Column("status", TEXT, "planned, announced, done, or denied: what was refused, cancelled or not done"),
        Column("theme", TEXT, "what it is about: a key of data/themes.toml"),
        *DATES,
        RULE,
        Column("verb", TEXT, "the base form of its predicate; says what an event of kind other is"),
        Column(
            "act",
            TEXT,
            "the act that it tells of, called as one of its events; what is told again, or sent and then arrived, is one",
            key=True,
        ),
    ),
    "participants": (
        Column("event", TEXT, "the event", key=True),
        Column("code", TEXT, "who took part", key=True),
        Column("role", TEXT, "giver, recipient, party or host", key=True),
    ),
    "checks": (
        Column("check", TEXT, "the check: its document and its number there", key=True),
        Column("kind", TEXT, "sum, list or series", key=True),
        DOCUMENT,
        Column("quantity", TEXT, "the stated figure that is checked"),
        Column("expected", NUMBER, "the stated figure"),
        Column("found", NUMBER, "what the parts, the list or the series come to"),
        Column("difference", NUMBER, "found less expected; a bound or a list of some can agree with a difference"),
        Column("verdict", TEXT, "agrees, disagrees or open", key=True),
    ),
    "check_members": (
        Column("check", TEXT, "the check", key=True),
        DOCUMENT,
        Column("quantity", TEXT, "the figure that was added up; missing for a name that was counted"),
        START,
        END,
        Column("code", TEXT, "the country, area or organisation of a name that was counted; missing for a figure"),
    ),
    "refused": (
        DOCUMENT,
        START,
        END,
        WORDS,
        Column("candidates", TEXT, "the codes it might have had, separated by spaces"),
        Column("reason", TEXT, "why it was left out", key=True),
    ),
    "failures": (
        Column("path", TEXT, "the file", key=True),
        Column("place", TEXT, "the place in it: a line or a column"),
        Column("reason", TEXT, "what was wrong with it", key=True),
        Column(
            "kind", TEXT, "unread, no document (a picture), passed over (hidden, a link), equal (read before) or note"
        ),
    ),
}


def describe_columns(table: str) -> pd.DataFrame:
    """Return one row a column of a table: column, dtype, unit, meaning, key."""
    columns = TABLES[table]
    return pd.DataFrame(
        {
            "column": [c.name for c in columns],
            "dtype": [str(c.dtype) for c in columns],
            "unit": [c.unit for c in columns],
            "meaning": [c.meaning for c in columns],
            "key": [c.key for c in columns],
        }
    )


def make_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table, each field with its meaning and unit as metadata."""
    fields = [
        pa.field(c.name, c.dtype, nullable=not c.key, metadata={"meaning": c.meaning, "unit": c.unit})
        for c in TABLES[table]
    ]
    return pa.schema(fields)


def make_table(table: str, rows: Iterable[Sequence[object]]) -> pa.Table:
    """Return the Arrow table made of rows in the order of its columns, built column by column."""
    schema = make_schema(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
