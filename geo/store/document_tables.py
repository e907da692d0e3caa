"""The tables of some documents, changed document by document: joined, left out, called otherwise, made documents again."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, NamedTuple, cast

import pyarrow as pa
import pyarrow.compute as pc

from geo.base.records import DateSource, Document, Failure, Line
from geo.store.tables import TABLES, make_table

Tables = Mapping[str, pa.Table]
# Tables that name their document only in their key.
_KEYS = {"participants": "event", "breakdowns": "breakdown"}
_SOURCES = ("document", "given")


class Caption(NamedTuple):
    """What a document is called and who published it, beside its text."""

    title: str | None
    outlet: str | None


def make_empty() -> Tables:
    """Return every table, without rows."""
    return {name: make_table(name, ()) for name in TABLES}


def make_failures(failures: Sequence[Failure]) -> Tables:
    """Return every table, with nothing but what could not be read."""
    return {**make_empty(), "failures": make_table("failures", failures)}


def join_tables(*all_tables: Tables) -> Tables:
    """Return the rows of several sets of tables; of a document that two have those of the later one."""
    return reduce(_join_two, all_tables, make_empty())


def _join_two(before: Tables, after: Tables) -> Tables:
    kept = leave_out(before, list_documents(after))
    return {name: pa.concat_tables([kept[name], after[name]]) for name in TABLES}


def leave_out(tables: Tables, documents: Collection[str]) -> Tables:
    """Return the tables without some documents; what could not be read stays told."""
    if not documents:
        return tables
    gone = pa.array(list(documents), pa.string())
    return {name: _leave_rows(name, table, gone) for name, table in tables.items()}


def _leave_rows(name: str, table: pa.Table, gone: pa.Array) -> pa.Table:
    if name == "failures":
        return table
    owner = table["document"] if name not in _KEYS else _cut(table[_KEYS[name]])
    return table.filter(pc.invert(pc.is_in(owner, gone)))


def _cut(keys: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the document of each key: what stands before its number."""
    return pc.replace_substring_regex(keys, "-.*$", "")


def list_documents(tables: Tables) -> list[str]:
    """Return the names of the documents, in their order."""
    names: list[str] = tables["documents"]["document"].to_pylist()
    return names


def set_captions(tables: Tables, captions: Mapping[str, Caption]) -> Tables:
    """Return the tables with other titles and outlets of some documents."""
    rows = tables["documents"].to_pylist()
    changed = [row | captions[row["document"]]._asdict() if row["document"] in captions else row for row in rows]
    return {**tables, "documents": make_table("documents", [tuple(row.values()) for row in changed])}


def restore_documents(tables: Tables) -> Iterator[Document]:
    """Yield the documents as they were read, with their labelled lines."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for row in tables["lines"].to_pylist():
        lines[row["document"]].append(Line(row["start"], row["end"], row["text"], row["rule"], row["page"]))
    sources = _find_sources(tables["sentences"])
    for row in tables["documents"].to_pylist():
        name = row["document"]
        placed = tuple(sorted(lines[name]))
        yield Document(
            document=name,
            text="\n".join(line.text for line in placed),
            lines=placed,
            published_from=sources.get(name, "document") if row["published"] else None,
            **{key: row[key] for key in ("id", "title", "published", "outlet", "url", "language", "path", "story")},
        )


def _find_sources(sentences: pa.Table) -> Mapping[str, DateSource]:
    """Return where the day of each document was stated, where a sentence took it from there."""
    pairs = sentences.select(["document", "date_from"]).group_by(["document", "date_from"]).aggregate([]).to_pylist()
    return {row["document"]: cast(DateSource, row["date_from"]) for row in pairs if row["date_from"] in _SOURCES}


def count_names(tables: Tables) -> Mapping[str, int]:
    """Return how many names of countries and areas, regions and organisations were found in each document."""
    counted: list[dict[str, Any]] = tables["mentions"].group_by("document").aggregate([([], "count_all")]).to_pylist()
    return {row["document"]: row["count_all"] for row in counted}
