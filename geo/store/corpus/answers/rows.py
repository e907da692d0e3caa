"""The tables of a corpus, one by one."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa

from geo.base.errors import CorpusError
from geo.store import document_rows, tables
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.sources import KEYED
from geo.store.corrections import rows as corrected_rows


class RowAnswers(Connection):
    """Whole tables, and their rows of some documents."""

    def table(self, name: str, where: Where | None = None) -> pd.DataFrame:
        """Return one table; `where` chooses among its documents (and codes and kinds, where it has them).

        The checks are those of each document and those of the documents against each other (kind "series"), the acts of
        the events those that the documents tell of together.
        """
        conditions = Question("") if where is None else write_conditions(where, _list_columns(_check_table(name)))
        sql = f'SELECT t.* FROM "{self._find_rows(name)}" t {conditions.sql}'  # noqa: S608 - a name of TABLES
        return self._ask(Question(sql, conditions.values))

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._ask(Question(f'SELECT count(*) AS n FROM "{self._find_rows(table)}"'))["n"][0])  # noqa: S608

    def arrow(self, name: str) -> pa.Table:
        """Return one table as Arrow."""
        with self._open_cursor() as cursor:
            found: pa.Table = cursor.sql(f'SELECT * FROM "{_check_table(name)}"').to_arrow_table()  # noqa: S608
        return found.cast(tables.make_schema(name))

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
    def check_members(self) -> pd.DataFrame:
        """One row a figure or name that a check was made with."""
        return self.table("check_members")

    @property
    def refused(self) -> pd.DataFrame:
        """One row a name or number that was left out, with the reason."""
        return self.table("refused")

    @property
    def failures(self) -> pd.DataFrame:
        """One row a file, or place in one, that could not be read."""
        return self.table("failures")

    def _find_rows(self, name: str) -> str:
        """Return what holds a table's rows: what is between documents is computed, and not stored with the rest."""
        if _check_table(name) == "events":
            self._join_acts()
            return "joined_events"
        if name != "checks":
            return name
        self._judge_series()
        return "all_checks"

    def _read_rows(self, documents: Sequence[str]) -> dict[str, dict[str, list[document_rows.Row]]]:
        """Return for each of some documents the rows that it can be read again from, by table."""
        read: dict[str, dict[str, list[document_rows.Row]]] = {
            document: {name: [] for name in corrected_rows.NEEDED} for document in documents
        }
        with self._open_cursor() as cursor:
            # A table is gone through once, however many documents are asked for.
            for name in corrected_rows.NEEDED if documents else ():
                marks = ", ".join("?" * len(documents))
                sql = f'SELECT document, t.* FROM "{name}" t WHERE document IN ({marks})'  # noqa: S608 - values are marks
                for document, *row in cursor.execute(sql, list(documents)).fetchall():
                    read[document][name].append(tuple(row))
        return read


def _list_columns(table: str) -> dict[str, str]:
    """Return the columns of a table that conditions may compare, by what they mean."""
    columns = {c.name: f't."{c.name}"' for c in tables.TABLES[table]}
    if "kind" in columns and table != "mentions":
        kind = columns.pop("kind")
        columns.pop("event", None)
        columns |= {"event": kind} if table == "events" else {}
    if table != "mentions":
        columns.pop("rule", None)
    return columns | ({"document": KEYED[table]} if table in KEYED else {})


def _check_table(name: str) -> str:
    if name not in tables.TABLES:
        raise CorpusError(f"no table is called {name!r}; the tables are {', '.join(tables.TABLES)}")
    return name
