"""A corpus is asked, not carried about: DuckDB over Arrow in memory or Parquet on disk, the same SQL."""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from geo.base.errors import CorpusError
from geo.base.records import Document, Failure
from geo.reference.subjects import read_subjects
from geo.store import extraction, parts, tables
from geo.store.corpus import (
    accounts,
    acts,
    cross_counts,
    events,
    figures,
    listings,
    mentions,
    quantities,
    searches,
    series,
    summaries,
)
from geo.store.corpus.conditions import ALL, Question, Where, write_conditions
from geo.store.corpus.cross_counts import Counted, StackBy
from geo.store.corpus.events import EventBy
from geo.store.corpus.listings import DocumentOrder, DocumentPosition, RefusedPosition
from geo.store.corpus.mentions import LAST_DAY, By, Position
from geo.store.corpus.quantities import CheckPosition
from geo.store.corpus.searches import Found
from geo.store.corpus.sources import KEYED, Layer, attach_folder, attach_tables, lay_over
from geo.store.corpus.summaries import Summary, Unread
from geo.store.corrections import rows as corrected_rows
from geo.store.corrections.acts import CorrectedActs, choose_acts, correct_acts, list_places
from geo.store.corrections.records import ACTS, Correction, Place

# By how much a giver leads who is left out of the maps: so many acts and figures, and so many times the second's.
LEAST_GIVEN, LEAD = 5, 3


class Corpus:
    """The tables of an extraction and the questions the pages ask of them."""

    def __init__(
        self,
        source: Mapping[str, pa.Table] | Path,
        layers: Sequence[Layer] = (),
        corrections: Sequence[Correction] = (),
        unfit: Sequence[Correction] = (),
    ) -> None:
        """Open tables in memory, or a folder that `aidatlas extract` wrote, with what is laid over them.

        `corrections` are those that the tables were made with, `unfit` those that no row of a document fitted.
        """
        self._connection = duckdb.connect()
        self.folder = source if isinstance(source, Path) else None
        self._layers = tuple(layers)
        self.corrections = tuple(corrections)
        self._unfit = tuple(unfit)
        if isinstance(source, Path):
            attach_folder(self._connection, source)
        else:
            attach_tables(self._connection, source)
        for number, layer in enumerate(self._layers):
            lay_over(self._connection, number, layer)
        self._connection.execute(cross_counts.write_view())
        self._connection.execute(events.SIDES_VIEW)
        self._judging, self._is_judged = Lock(), False
        self._joining, self._is_joined = Lock(), False
        self._placing, self._is_placed = Lock(), False

    def _ask(self, question: Question) -> pd.DataFrame:
        # A cursor of its own: several readers' threads ask at once.
        with self._connection.cursor() as cursor:
            return cursor.execute(question.sql, list(question.values)).df()

    def _judge_series(self) -> None:
        """Hold the running totals of all documents against each other, the first time that somebody asks."""
        with self._judging, self._connection.cursor() as cursor:
            if self._is_judged:
                return
            cursor.execute(series.STATEMENTS.sql, list(series.STATEMENTS.values))
            cursor.register("series_judged", series.judge_statements(cursor.sql(series.FIGURES).to_arrow_table()))
            cursor.execute(series.VIEWS)
            self._is_judged = True

    def _join_acts(self) -> None:
        """Find which events of all documents are one act, the first time that somebody asks."""
        with self._joining, self._connection.cursor() as cursor:
            if self._is_joined:
                return
            cursor.register("acts_joined", acts.join_acts(cursor.sql(acts.TELLINGS).to_arrow_table()))
            cursor.execute(acts.TOLD)
            corrected = self._correct_acts()
            cursor.register("acts_corrected", acts.list_acts(corrected.acts))
            cursor.execute(acts.VIEWS)
            self._unfit = (*self._unfit, *corrected.unfit)
            self._is_joined = True

    def _correct_acts(self) -> CorrectedActs:
        """Return the acts that corrections change, and the corrections that fit no event."""
        places = {place: self._find_event(place) for place in list_places(self.corrections)}
        events = [event for event in places.values() if event is not None]
        told = self._ask(acts.read_acts_of(events)) if events else pd.DataFrame({"event": [], "act": []})
        return correct_acts(dict(zip(told["event"], told["act"], strict=True)), self.corrections, places.get)

    def _find_event(self, place: Place) -> str | None:
        """Return the event at a place; another correction may have changed its kind."""
        changed = [one.value for one in self.corrections if one.change == "kind" and one.place == place]
        kinds = [kind for kind in (place.which, *changed) if kind is not None]
        found = self._ask(acts.find_events_at(place, kinds)) if kinds else pd.DataFrame()
        return None if found.empty else str(found["event"][0])

    def _place_figures(self) -> None:
        """Find which figures are stated of which place, the first time that somebody asks."""
        with self._placing, self._connection.cursor() as cursor:
            if self._is_placed:
                return
            known = {
                (noun, one.key)
                for each in read_subjects().values()
                for one in each.figures.values()
                for noun in one.nouns
            }
            view = figures.write_view(sorted(known))
            cursor.execute(view.sql, list(view.values))
            self._is_placed = True

    def _ask_figures(self, question: Question) -> pd.DataFrame:
        self._place_figures()
        return self._ask(question)

    def _ask_acts(self, question: Question) -> pd.DataFrame:
        self._join_acts()
        return self._ask(question)

    def table(self, name: str, where: Where | None = None) -> pd.DataFrame:
        """Return one table; `where` chooses among its documents (and codes and kinds, where it has them).

        The checks are those of each document and those of the documents against each other (kind "series"), the acts of
        the events those that the documents tell of together.
        """
        conditions = Question("") if where is None else write_conditions(where, _list_columns(_check_table(name)))
        sql = f'SELECT t.* FROM "{self._find_rows(name)}" t {conditions.sql}'  # noqa: S608 - a name of TABLES
        return self._ask(Question(sql, conditions.values))

    def _find_rows(self, name: str) -> str:
        """Return what holds a table's rows: what is between documents is computed, and not stored with the rest."""
        if _check_table(name) == "events":
            self._join_acts()
            return "joined_events"
        if name != "checks":
            return name
        self._judge_series()
        return "all_checks"

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

    def count_mentions(self, by: By, where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and mentions, most mentions first."""
        return self._ask(mentions.count_names(by, where, "count(*)", "mentions"))

    def count_documents(self, by: By, where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and documents (those with a mention that fits), most documents first."""
        return self._ask(mentions.count_names(by, where, "count(DISTINCT m.document)", "documents"))

    def count_participants(self, where: Where = ALL) -> pd.DataFrame:
        """Return in how many events each code took part: code, events, most first; `where.roles` says as what.

        What is told several times, or sent and then arrived, is one; what was denied is none.
        """
        return self._ask_acts(events.count_participants(where))

    def count_events(self, by: Sequence[EventBy], where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and events; `where.codes` and `where.roles` choose events by who took part."""
        return self._ask_acts(events.count_events(by, where))

    def count_tellings(self, where: Where = ALL) -> pd.DataFrame:
        """Return one row that says how acts were counted.

        Columns: acts, tellings and documents counted; planned, announced and undated acts of them; denied tellings, which
        are not counted. Without roles whoever took part in whatever way is asked for.
        """
        return self._ask_acts(accounts.count_tellings(where))

    def count_rules(self, where: Where = ALL) -> pd.DataFrame:
        """Return by which rules names were coded: rule, mentions, the most first, names of cities and provinces too.

        With roles only the names of those who took part so, in the sentences that tell of it.
        """
        if where.roles:
            return self._ask_acts(accounts.count_told_rules(where))
        return self._ask(accounts.count_named_rules(where))

    def count_apart(self, where: Where = ALL) -> int:
        """Return how many lines were set apart as no part of an article."""
        return int(self._ask(accounts.count_apart(where))["n"][0])

    def count_left_out(self, where: Where = ALL) -> pd.DataFrame:
        """Return for which reasons names and numbers were left out: reason, refused, the most first."""
        return self._ask(accounts.count_left_out(where))

    def fingerprint(self) -> str:
        """Return 32 hexadecimal digits that stand for the documents, in whatever order."""
        return str(self._ask(accounts.FINGERPRINT)["mark"][0])

    def rank_parts(self, parts: StackBy, where: Where, counted: Counted, limit: int) -> pd.DataFrame:
        """Return the largest parts that bars may have: part, found, parts (how many there are in all)."""
        ask = self._ask_acts if counted == "events" else self._ask
        return ask(cross_counts.rank_parts(parts, where, counted, limit))

    def count_stacks(
        self, rows: StackBy, parts: StackBy, where: Where, counted: Counted, named: tuple[str, ...] = ()
    ) -> pd.DataFrame:
        """Return the bars of countries and areas and their parts: row, part, found; both missing where unknown.

        What is in no part of `named` is in the part "others"; an event of more than one part is in "several".
        """
        ask = self._ask_acts if counted == "events" else self._ask
        return ask(cross_counts.count_stacks(rows, parts, where, counted, named))

    def read_sentences(
        self, code: str | None, where: Where = ALL, after: Position | None = None, limit: int = 20
    ) -> pd.DataFrame:
        """Return the sentences that name a code, a page of at most `limit`, in the order of date and document.

        Without a code they are those that name any of the codes and kinds of `where`.
        Where `where` has roles, they are the sentences that tell of an event in which the code had such a role; where it
        has a figure, those that state such a figure of the code, whose words are the spans.
        Columns: document, title, outlet, url, published, sentence, start, end, text, date, date_precision, date_from,
        and `spans`, a list of {start, end, text} of its mentions in the document's text; with roles also `told`, a list
        of {date, date_precision, date_from, kind, role, status, verb} of what it had part in. The next page begins `after`
        the position of the last row (see `find_position`).
        """
        if where.figure:
            return self._ask_figures(figures.read_stating(code, where, after, limit))
        if where.roles:
            return self._ask_acts(events.read_told(code, where, after, limit))
        return self._ask(mentions.read_named(code, where, after, limit))

    def count_sentences(self, code: str | None, where: Where = ALL) -> int:
        """Return how many sentences `read_sentences` would give on all its pages."""
        if where.figure:
            return int(self._ask_figures(figures.count_stating(code, where))["n"][0])
        if where.roles:
            return int(self._ask_acts(events.count_told(code, where))["n"][0])
        return int(self._ask(mentions.count_named(code, where))["n"][0])

    def search_sentences(
        self, query: str, where: Where = ALL, after: Position | None = None, limit: int = 20
    ) -> pd.DataFrame:
        """Return the sentences that a query finds (see geo.store.corpus.searches), a page of at most `limit`.

        Columns, order and paging are those of `read_sentences`; `spans` are the words found, and the mentions of what the
        query names.
        """
        terms = searches.read_query(query)
        rows = self._ask(searches.read_found(terms, where, after, limit))
        marked = [searches.mark_words(row, terms) for row in rows.to_dict("records")]
        return rows.assign(spans=pd.Series(marked, index=rows.index, dtype="object"))

    def count_found(self, query: str, where: Where = ALL) -> Found:
        """Return how many sentences `search_sentences` would give on all its pages, and of how many documents."""
        counts = self._ask(searches.count_found(searches.read_query(query), where))
        return Found(int(counts["sentences"][0]), int(counts["documents"][0]))

    def list_documents(
        self,
        where: Where = ALL,
        order: DocumentOrder = "newest",
        after: DocumentPosition | None = None,
        limit: int = 50,
    ) -> pd.DataFrame:
        """Return a page of documents with what was read in each; `since` and `until` compare the day of publication.

        Columns: document, title, published, outlet, url, language, path, names, figures, events, refused (how many of
        each), place. The next page begins after the place and document of the last row.
        """
        return self._ask(listings.list_documents(where, order, after, limit))

    def count_listed(self, where: Where = ALL) -> int:
        """Return how many documents `list_documents` would give on all its pages."""
        return int(self._ask(listings.count_listed(where))["n"][0])

    def count_outlets(self, limit: int = 300) -> pd.DataFrame:
        """Return the outlets that most documents are of: outlet, documents."""
        return self._ask(listings.count_outlets(limit))

    def count_languages(self) -> pd.DataFrame:
        """Return the languages of the documents: language, documents, the most frequent first."""
        return self._ask(listings.count_languages())

    def read_refused(self, where: Where = ALL, after: RefusedPosition | None = None, limit: int = 20) -> pd.DataFrame:
        """Return a page of the names that look like countries and were left out, with their sentence and document.

        Columns: document, start, end, text, candidates, reason, sentence, sentence_start, sentence_end, sentence_text,
        date, date_precision, date_from, title, outlet, url, published. The next page begins after the document, start,
        end and reason of the last row.
        """
        return self._ask(listings.read_refused(where, after, limit))

    def count_refused(self, where: Where = ALL) -> pd.DataFrame:
        """Return how many names were left out for each reason: reason, refused, most first."""
        return self._ask(listings.count_refused(where))

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._ask(Question(f'SELECT count(*) AS n FROM "{self._find_rows(table)}"'))["n"][0])  # noqa: S608

    def read_examples(self, where: Where = ALL) -> pd.DataFrame:
        """Return for each code the first sentence that names it, tells of its role or states its largest figure: code, text."""
        if where.figure:
            return self._ask_figures(figures.read_first_stating(where))
        if where.roles:
            return self._ask_acts(events.read_first_told(where))
        return self._ask(mentions.read_first(where))

    def read_quantities(self, where: Where = ALL) -> pd.DataFrame:
        """Return the quantities with their sentence's text and their document's title, outlet, url, published."""
        return self._ask(quantities.read_quantities(where))

    def list_figures(self, where: Where = ALL) -> pd.DataFrame:
        """Return the kinds of figures that are stated of at least three places, the most places first.

        Columns: figure (its key), counted (a figure that a subject knows, a noun or a unit), unit, theme, side (of, to,
        from), heading (over the column of a table), places.
        """
        return self._ask_figures(figures.list_figures(where))

    def read_figures(self, where: Where = ALL) -> pd.DataFrame:
        """Return the largest stated figure of each kind and place: figure, code, value, value_to, bound, text.

        What is planned or denied is none. `where.figure` chooses a kind.
        """
        return self._ask_figures(figures.read_largest(where))

    def rank_figure_months(self, where: Where, limit: int) -> pd.DataFrame:
        """Return the months in which figures of a kind are stated: part, found (places), parts (how many there are)."""
        return self._ask_figures(figures.rank_months(where, limit))

    def count_counted(self) -> pd.DataFrame:
        """Return how many figures of places count what: counted, figures, the most first."""
        return self._ask_figures(figures.count_counted())

    def read_events(self, where: Where = ALL) -> pd.DataFrame:
        """Return the events in the order of their dates, with their sentence's text and their document.

        Beside the columns of the table: act_kind, act_status, act_date, act_date_precision, act_date_from and act_date_to
        of the act's last stage, participants (a list of {code, role}), sentence_start, sentence_end, sentence_text,
        title, outlet, url, published.
        """
        return self._ask_acts(events.read_events(where))

    def count_undated(self, where: Where = ALL) -> pd.DataFrame:
        """Return the documents whose events have no day because none of their own is known.

        Columns: document, title, path, undated (events without a day), events; most undated first.
        """
        return self._ask(events.count_undated(where))

    def count_flows(self, where: Where = ALL) -> pd.DataFrame:
        """Return in how many events each gave to each: giver, recipient, events, most first."""
        return self._ask_acts(events.count_flows(where))

    def read_acts(self, where: Where = ALL, after: tuple[date, str] | None = None, limit: int = 20) -> pd.DataFrame:
        """Return the events of at most `limit` acts, as `read_events` does, those of one act together.

        Of an act that which dates it comes first. The next page begins `after` the act_date (without one 9999-12-31)
        and act of the last row.
        """
        return self._ask_acts(events.read_acts(where, after, limit))

    def read_flows(self, where: Where = ALL) -> pd.DataFrame:
        """Return who gave to whom: giver, recipient, theme, date, date_precision, events."""
        return self._ask_acts(events.read_flows(where))

    def read_checks(
        self, where: Where = ALL, after: CheckPosition | None = None, limit: int | None = None
    ) -> pd.DataFrame:
        """Return the checks with their figure, its sentence and document; those that disagree come first.

        A page has at most `limit`; the next begins `after` the position of the last row (see `find_check_position`).
        A check of kind "series" has the measure, and in `against` the quantity that the figure was held against.
        """
        self._judge_series()
        return self._ask(quantities.read_checks(where, after, limit))

    def read_members(self, check: str, document: str) -> pd.DataFrame:
        """Return what a check of a document was made with, in the order of the text.

        One row a name that was counted or a figure that was added up: code (of a name), member_start, member_end, and
        for a figure the columns of `read_quantities`. A check of kind "series" has none: see `read_series`.
        """
        return self._ask(quantities.read_members(check, document))

    def count_checks(self, where: Where = ALL) -> pd.DataFrame:
        """Return how many checks of each kind came to each verdict: kind, verdict, checks."""
        self._judge_series()
        return self._ask(quantities.count_checks(where))

    def read_series(self, where: Where = ALL) -> pd.DataFrame:
        """Return the statements of running totals, by measure and date.

        One row a document, measure, date and figure (the first of them is `quantity`): measure (its name), unit,
        theme, giver, recipient, status, scope, date, date_precision, value, value_to, bound, low, high (what the
        figure may be), quantity, document; verdict, expected, found, difference and against (the quantity it was held
        against), missing where there is nothing to hold it against; text, start, end, sentence, sentence_start,
        sentence_end, sentence_text, title, outlet, url, published. What counts as a running total: `geo.statements.running_totals`.
        """
        self._judge_series()
        return self._ask(series.read_series(where))

    def summarise(self) -> Summary:
        """Return what the corpus is: its documents, days, languages and outlets."""
        row = self._ask(summaries.DOCUMENTS).astype("object").iloc[0]
        since, until = (None if pd.isna(row[name]) else str(row[name]) for name in ("since", "until"))
        languages, outlets = (tuple(self._ask(one)["name"]) for one in (summaries.LANGUAGES, summaries.OUTLETS))
        return Summary(int(row["documents"]), since, until, languages, outlets, int(row["outlets"]))

    def count_unread(self) -> Unread:
        """Return how much was not read or not settled."""
        return Unread(*map(int, self._ask_acts(summaries.UNREAD).iloc[0]))

    def find_days(self) -> tuple[date, date] | None:
        """Return the first and the last day that a sentence or event has; None where none has a date."""
        # Asked of each table alone, so that Parquet answers from its statistics.
        sql = """SELECT min(first) AS first, max(last) AS last FROM (
            SELECT min(date) AS first, max(date) AS last FROM sentences
            UNION ALL SELECT min(date), max(date) FROM events)"""
        days = [None if pd.isna(day) else pd.Timestamp(day).date() for day in self._ask(Question(sql)).iloc[0]]
        return (days[0], days[1]) if days[0] is not None and days[1] is not None else None

    def count_givers(self) -> pd.DataFrame:
        """Return who gives, in acts and in stated figures, the most first: giver, stated, whole (of all givers).

        Firms and local governments give for their country; `giver` may be an organisation or a region too.
        """
        return self._ask_acts(events.GIVERS)

    def find_giver(self) -> str | None:
        """Return the country that leads by far among those that give; None where none does.

        It gives in at least five acts and stated figures, and in three times as many as any other giver: it would
        outshine all others on a map of who received.
        """
        counted = self.count_givers()
        stated = [*counted["stated"].tolist(), 0, 0]
        leads = stated[0] >= LEAST_GIVEN and stated[0] >= LEAD * stated[1]
        giver = str(counted["giver"].iloc[0]) if leads else ""
        return giver if re.fullmatch("[A-Z]{3}", giver) else None

    def count_sources(self, where: Where, counted: Counted) -> pd.DataFrame:
        """Return from how many documents of each outlet what a map or bars count was read: outlet, documents.

        An outlet that is not known is missing; the outlet with the most documents comes first.
        """
        if where.figure:
            return self._ask_figures(figures.count_sources(where))
        ask = self._ask_acts if counted == "events" else self._ask
        return ask(cross_counts.count_sources(where, counted))

    def count_told(self, where: Where) -> pd.DataFrame:
        """Return from how many documents of each outlet the events of a question were read: as count_sources."""
        return self._ask_acts(events.count_sources(where))

    def lay_over(self, laid: Layer) -> "Corpus":
        """Return a corpus with other tables over these: the documents that both have are those of `laid`.

        The tables have the columns of geo.store.tables; those that are not there are without rows. This corpus stays
        as it is.
        """
        return self._lay_over(laid, self.corrections, self._unfit)

    def _lay_over(self, laid: Layer, corrections: Sequence[Correction], unfit: Sequence[Correction]) -> "Corpus":
        if self.folder is not None:
            return Corpus(self.folder, (*self._layers, laid), corrections, unfit)
        return Corpus({name: self.arrow(name) for name in tables.TABLES}, (laid,), corrections, unfit)

    def correct(self, corrections: Sequence[Correction]) -> "Corpus":
        """Return a corpus with corrections laid over this one, which stays as it is.

        The documents that they speak of are read again from their own lines, with the corrections that were there
        before; of the others nothing is read. Those that fit nothing are in `unfit`.
        """
        every = (*self.corrections, *corrections)
        own = extraction.group_corrections(one for one in every if one.change not in ACTS)
        read = self._read_rows(tuple(own))
        readings = [
            corrected_rows.correct_rows(rows, own[document]) for document, rows in read.items() if rows["documents"]
        ]
        unfit = [one for document, rows in read.items() if not rows["documents"] for one in own[document]]
        unfit += [one for reading in readings for one in reading.unfit]
        laid = {
            name: tables.make_table(name, [row for reading in readings for row in reading.rows.get(name, ())])
            for name in tables.TABLES
        }
        return self._lay_over(laid, every, unfit)

    def _read_rows(self, documents: Sequence[str]) -> dict[str, dict[str, list[extraction.Row]]]:
        """Return for each of some documents the rows that it can be read again from, by table."""
        read: dict[str, dict[str, list[extraction.Row]]] = {
            document: {name: [] for name in corrected_rows.NEEDED} for document in documents
        }
        with self._connection.cursor() as cursor:
            # A table is gone through once, however many documents are asked for.
            for name in corrected_rows.NEEDED if documents else ():
                marks = ", ".join("?" * len(documents))
                sql = f'SELECT document, t.* FROM "{name}" t WHERE document IN ({marks})'  # noqa: S608 - values are marks
                for document, *row in cursor.execute(sql, list(documents)).fetchall():
                    read[document][name].append(tuple(row))
        return read

    @property
    def unfit(self) -> tuple[Correction, ...]:
        """The corrections that fit nothing here, in their order."""
        if choose_acts(self.corrections):
            self._join_acts()
        return tuple(one for one in self.corrections if one in set(self._unfit))

    def write(self, folder: Path | str) -> None:
        """Write the corpus to a folder of Parquet, one folder a table, as `open_corpus` reads it."""
        whole = {name: self.arrow(name) for name in tables.TABLES}
        parts.write_part(whole, Path(folder), parts.name_part(whole["documents"]["document"].to_pylist()))
        parts.write_corrections(Path(folder), self.corrections)

    def arrow(self, name: str) -> pa.Table:
        """Return one table as Arrow."""
        with self._connection.cursor() as cursor:
            found: pa.Table = cursor.sql(f'SELECT * FROM "{_check_table(name)}"').to_arrow_table()  # noqa: S608
        return found.cast(tables.make_schema(name))


def find_position(row: Mapping[Hashable, Any]) -> Position:
    """Return the position of one row of `read_sentences`, to ask for the page after it."""
    day = row["date"]
    return Position(LAST_DAY if pd.isna(day) else pd.Timestamp(day).date(), row["document"], int(row["sentence"]))


def find_check_position(row: Mapping[Hashable, Any]) -> CheckPosition:
    """Return the position of one row of `read_checks`, to ask for the page after it."""
    day = LAST_DAY if pd.isna(row["date"]) else pd.Timestamp(row["date"]).date()
    return CheckPosition(int(row["place"]), day, row["check"])


def extract(documents: Iterable[Document], failures: Iterable[Failure] = ()) -> Corpus:
    """Return the corpus of some documents, in memory."""
    return Corpus(extraction.extract_tables(documents, failures))


def open_corpus(folder: Path | str) -> Corpus:
    """Return the corpus that lies in a folder, with the corrections it was made with; raise CorpusError where none does."""
    return Corpus(Path(folder), corrections=parts.read_corrections(Path(folder)))


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
