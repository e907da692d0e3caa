"""What a corpus answers of its documents: which they are, of what days, languages and outlets."""

from datetime import date

import pandas as pd

from geo.store.corpus import accounts, listings, summaries
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import ALL, Question, Where
from geo.store.corpus.listings import DocumentOrder, DocumentPosition
from geo.store.corpus.summaries import Summary, Unread


class DocumentAnswers(Connection):
    """Documents in lists and in all."""

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

    def count_apart(self, where: Where = ALL) -> int:
        """Return how many lines were set apart as no part of an article."""
        return int(self._ask(accounts.count_apart(where))["n"][0])

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

    def fingerprint(self) -> str:
        """Return 32 hexadecimal digits that stand for the documents, in whatever order."""
        return str(self._ask(accounts.FINGERPRINT)["mark"][0])
