"""A corpus is asked, not carried about: DuckDB over Arrow in memory or Parquet on disk, the same SQL."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa

from geo import extraction, parts, tables
from geo.errors import CorpusError
from geo.patterns import PLACE_RULES
from geo.records import Document, Failure

By = Literal["code", "document", "kind", "language", "outlet", "month", "day"]
_GROUPS: dict[By, str] = {
    "code": "m.code",
    "document": "m.document",
    "kind": "m.kind",
    "language": "d.language",
    "outlet": "d.outlet",
    "month": "strftime(s.date, '%Y-%m')",
    "day": "s.date",
}
_MENTIONS = """FROM mentions m JOIN documents d USING (document) LEFT JOIN sentences s USING (document, sentence)"""


@dataclass(frozen=True, slots=True)
class Where:
    """Which rows a question is about; an empty field asks for all.

    `codes` and `kinds` choose mentions, `without` leaves codes out, `since` and `until` (inclusive) compare the
    sentence's date, `places` counts capitals, cities and provinces as their country too.
    """

    documents: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    places: bool = False


class Position(NamedTuple):
    """Where a page of sentences ended: the next page begins after it."""

    date: date
    document: str
    sentence: int


ALL = Where()
# Sentences without a date come last.
_LAST_DAY = date(9999, 12, 31)


class Corpus:
    """The tables of an extraction and the questions the pages ask of them."""

    def __init__(self, source: Mapping[str, pa.Table] | Path) -> None:
        """Open tables in memory, or a folder that `aidatlas extract` wrote."""
        self._connection = duckdb.connect()
        self.folder = source if isinstance(source, Path) else None
        if isinstance(source, Path):
            _attach_folder(self._connection, source)
        else:
            _attach_tables(self._connection, source)

    def _ask(self, sql: str, values: Iterable[object] = ()) -> pd.DataFrame:
        # A cursor of its own: several readers' threads ask at once.
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, list(values)).df()

    def table(self, name: str, where: Where | None = None) -> pd.DataFrame:
        """Return one table; `where` chooses among its documents (and codes and kinds, where it has them)."""
        columns = {c.name for c in tables.TABLES[_check_table(name)]}
        named = {} if where is None else {c: f't."{c}"' for c in columns}
        conditions, values = _conditions(where or ALL, named)
        return self._ask(f'SELECT t.* FROM "{name}" t {conditions}', values)  # noqa: S608 - a name of TABLES

    @property
    def documents(self) -> pd.DataFrame:
        """One row a document."""
        return self.table("documents")

    @property
    def lines(self) -> pd.DataFrame:
        """One row a line, with the rule that set it apart."""
        return self.table("lines")

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence."""
        return self.table("sentences")

    @property
    def mentions(self) -> pd.DataFrame:
        """One row a mention of a country or area, region or organisation."""
        return self.table("mentions")

    @property
    def quantities(self) -> pd.DataFrame:
        """One row a stated number."""
        return self.table("quantities")

    @property
    def breakdowns(self) -> pd.DataFrame:
        """One row a part or total of a breakdown."""
        return self.table("breakdowns")

    @property
    def events(self) -> pd.DataFrame:
        """One row an event."""
        return self.table("events")

    @property
    def participants(self) -> pd.DataFrame:
        """One row a participant of an event."""
        return self.table("participants")

    @property
    def checks(self) -> pd.DataFrame:
        """One row a check of a stated number."""
        return self.table("checks")

    @property
    def refused(self) -> pd.DataFrame:
        """One row a name or number that was left out, with the reason."""
        return self.table("refused")

    @property
    def failures(self) -> pd.DataFrame:
        """One row a file, or place in one, that could not be read."""
        return self.table("failures")

    def count_mentions(self, by: By, where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and mentions, most mentions first."""
        return self._count(by, where, "count(*)", "mentions")

    def count_documents(self, by: By, where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and documents (those with a mention that fits), most documents first."""
        return self._count(by, where, "count(DISTINCT m.document)", "documents")

    def _count(self, by: By, where: Where, counted: str, name: str) -> pd.DataFrame:
        conditions, values = _conditions(where, _MENTION_COLUMNS)
        group = _GROUPS[by]
        sql = f'SELECT {group} AS "{by}", {counted} AS {name} {_MENTIONS} {conditions} GROUP BY 1 ORDER BY 2 DESC, 1'
        return self._ask(sql, values)

    def read_sentences(
        self, code: str, where: Where = ALL, after: Position | None = None, limit: int = 20
    ) -> pd.DataFrame:
        """Return the sentences that name a code, a page of at most `limit`, in the order of date and document.

        Columns: document, title, outlet, url, published, sentence, start, end, text, date, date_precision, date_from,
        and `spans`, a list of {start, end, text} of its mentions in the document's text. The next page begins `after`
        the position of the last row (see `find_position`).
        """
        conditions, values = _conditions(where, _MENTION_COLUMNS, ("m.code = ?",), (code,))
        page = "" if after is None else "HAVING (coalesce(s.date, ?), document, sentence) > (?, ?, ?)"
        more: tuple[object, ...] = () if after is None else (_LAST_DAY, *after)
        # fmt: off
        sql = f"""SELECT document, any_value(d.title) AS title, any_value(d.outlet) AS outlet,
                   any_value(d.url) AS url, any_value(d.published) AS published, sentence, any_value(s.start) AS start, any_value(s."end") AS "end",
                   any_value(s.text) AS text, s.date AS date, any_value(s.date_precision) AS date_precision,
                   any_value(s.date_from) AS date_from,
                   list({{'start': m.start, 'end': m."end", 'text': m.text}} ORDER BY m.start) AS spans
            {_MENTIONS} {conditions} GROUP BY document, sentence, s.date {page}
            ORDER BY coalesce(s.date, ?), document, sentence LIMIT ?"""
        # fmt: on
        return self._ask(sql, (*values, *more, _LAST_DAY, limit))

    def count_sentences(self, code: str, where: Where = ALL) -> int:
        """Return how many sentences name a code."""
        conditions, values = _conditions(where, _MENTION_COLUMNS, ("m.code = ?",), (code,))
        sql = f"SELECT count(DISTINCT (m.document, m.sentence)) AS n {_MENTIONS} {conditions}"
        return int(self._ask(sql, values)["n"][0])

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._ask(f'SELECT count(*) AS n FROM "{_check_table(table)}"')["n"][0])  # noqa: S608

    def read_examples(self, where: Where = ALL) -> pd.DataFrame:
        """Return for each code the first sentence that names it: code, text."""
        conditions, values = _conditions(where, _MENTION_COLUMNS)
        order = "{'a': coalesce(s.date, ?), 'b': m.document, 'c': m.sentence}"
        sql = f"SELECT m.code AS code, arg_min(s.text, {order}) AS text {_MENTIONS} {conditions} GROUP BY 1"
        return self._ask(sql, (_LAST_DAY, *values))

    def read_quantities(self, where: Where = ALL) -> pd.DataFrame:
        """Return the quantities with their sentence's text and their document's title, outlet, url, published."""
        return self._read("quantities", where)

    def read_events(self, where: Where = ALL) -> pd.DataFrame:
        """Return the events with their sentence's text and their document's title, outlet, url, published."""
        return self._read("events", where)

    def read_checks(self, where: Where = ALL) -> pd.DataFrame:
        """Return the checks with the figure's words, sentence and document."""
        conditions, values = _conditions(where, {"document": "t.document"})
        # fmt: off
        sql = f"""SELECT t.*, q.text AS words, q.bound, q.unit, q.start, q."end", s.start AS sentence_start,
                   s."end" AS sentence_end, s.text AS sentence_text, d.title, d.outlet, d.url, d.published
            FROM checks t JOIN documents d USING (document) LEFT JOIN quantities q ON q.quantity = t.quantity
            LEFT JOIN sentences s ON s.document = q.document AND s.sentence = q.sentence
            {conditions} ORDER BY d.published, t.document, t."check" """  # noqa: S608
        # fmt: on
        return self._ask(sql, values)

    def _read(self, table: str, where: Where) -> pd.DataFrame:
        known = {"document": "t.document", "date": "t.date", "language": "d.language", "outlet": "d.outlet"}
        conditions, values = _conditions(where, known)
        # fmt: off
        sql = f"""SELECT t.*, s.start AS sentence_start, s."end" AS sentence_end, s.text AS sentence_text,
                   d.title, d.outlet, d.url, d.published
            FROM {table} t JOIN documents d USING (document) JOIN sentences s USING (document, sentence)
            {conditions} ORDER BY d.published, t.document, t.start"""  # noqa: S608
        # fmt: on
        return self._ask(sql, values)

    def find_giver(self) -> str | None:
        """Return the code most often stated as giver, None where no figure states one."""
        found = self._ask("SELECT giver FROM quantities WHERE giver IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1")
        return str(found["giver"][0]) if len(found) else None

    def write(self, folder: Path | str) -> None:
        """Write the corpus to a folder of Parquet, one folder a table, as `open_corpus` reads it."""
        whole = {name: self.arrow(name) for name in tables.TABLES}
        parts.write_part(whole, Path(folder), parts.name_part(whole["documents"]["document"].to_pylist()))

    def arrow(self, name: str) -> pa.Table:
        """Return one table as Arrow."""
        with self._connection.cursor() as cursor:
            found: pa.Table = cursor.sql(f'SELECT * FROM "{_check_table(name)}"').to_arrow_table()  # noqa: S608
        return found.cast(tables.make_schema(name))


def find_position(row: Mapping[Hashable, Any]) -> Position:
    """Return the position of one row of `read_sentences`, to ask for the page after it."""
    day = row["date"]
    return Position(_LAST_DAY if pd.isna(day) else pd.Timestamp(day).date(), row["document"], int(row["sentence"]))


def extract(documents: Iterable[Document], failures: Iterable[Failure] = ()) -> Corpus:
    """Return the corpus of some documents, in memory."""
    return Corpus(extraction.extract_tables(documents, failures))


def open_corpus(folder: Path | str) -> Corpus:
    """Return the corpus that lies in a folder; raise CorpusError where none does."""
    return Corpus(Path(folder))


_MENTION_COLUMNS = {
    "document": "m.document",
    "code": "m.code",
    "kind": "m.kind",
    "rule": "m.rule",
    "language": "d.language",
    "outlet": "d.outlet",
    "date": "s.date",
}


def _conditions(
    where: Where, columns: Mapping[str, str], also: tuple[str, ...] = (), values: tuple[object, ...] = ()
) -> tuple[str, list[object]]:
    """Return a WHERE clause over those columns that exist, and its values."""
    chosen = {
        "document": where.documents,
        "code": where.codes,
        "kind": where.kinds,
        "language": where.languages,
        "outlet": where.outlets,
    }
    clauses, asked = list(also), list(values)
    for column, wanted in chosen.items():
        if wanted and column in columns:
            clauses.append(f"{columns[column]} IN ({_marks(wanted)})")
            asked += wanted
    left_out = {
        "code": where.without,
        "rule": () if where.places or "code" not in columns else tuple(sorted(PLACE_RULES)),
    }
    for column, unwanted in left_out.items():
        if unwanted and column in columns:
            clauses.append(f"{columns[column]} NOT IN ({_marks(unwanted)})")
            asked += unwanted
    for day, sign in ((where.since, ">="), (where.until, "<=")):
        if day is not None and "date" in columns:
            clauses.append(f"{columns['date']} {sign} ?")
            asked.append(day)
    return ("WHERE " + " AND ".join(clauses) if clauses else ""), asked


def _check_table(name: str) -> str:
    if name not in tables.TABLES:
        raise CorpusError(f"no table is called {name!r}; the tables are {', '.join(tables.TABLES)}")
    return name


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _attach_tables(connection: duckdb.DuckDBPyConnection, source: Mapping[str, pa.Table]) -> None:
    for name in tables.TABLES:
        table = source.get(name, tables.make_table(name, ()))
        connection.register(f"arrow_{name}", table)
        connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM "arrow_{name}"')  # noqa: S608 - a name of TABLES
        connection.unregister(f"arrow_{name}")


def _spell_pattern(folder: Path) -> str:
    """Return a folder as the beginning of a pattern of files: its own [, * and ? are no wildcards."""
    return re.sub(r"[\[\]*?]", lambda sign: f"[{sign.group()}]", str(folder)) + "/"


def _attach_folder(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    if not parts.is_corpus(folder):
        raise CorpusError(f"{folder}: no whole corpus lies here; make or finish one: aidatlas extract PATH --to FOLDER")
    whole = folder.resolve()
    # Both are asked for: the pattern, and each file that fits it.
    connection.execute("SET allowed_directories = ?", [[f"{whole}/", _spell_pattern(whole)]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    for name in tables.TABLES:
        files = f"{_spell_pattern(whole / name)}*.parquet".replace("'", "''")
        try:
            connection.execute(f"CREATE VIEW \"{name}\" AS SELECT * FROM read_parquet('{files}')")  # noqa: S608
        except duckdb.Error as error:
            raise CorpusError(
                f"{folder}: its table {name} is broken; run aidatlas extract into a new folder"
            ) from error
