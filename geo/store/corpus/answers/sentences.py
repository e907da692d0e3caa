"""What a corpus answers with sentences: those that name, tell of or state something, and those that a query finds."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from geo.store.corpus import events, figures, mentions, searches
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.mentions import LAST_DAY, Position
from geo.store.corpus.searches import Found


class SentenceAnswers(Connection):
    """Sentences a page at a time, and how many there are."""

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

    def read_examples(self, where: Where = ALL) -> pd.DataFrame:
        """Return for each code the first sentence that names it, tells of its role or states its largest figure: code, text."""
        if where.figure:
            return self._ask_figures(figures.read_first_stating(where))
        if where.roles:
            return self._ask_acts(events.read_first_told(where))
        return self._ask(mentions.read_first(where))


def find_position(row: Mapping[Hashable, Any]) -> Position:
    """Return the position of one row of `read_sentences`, to ask for the page after it."""
    day = row["date"]
    return Position(LAST_DAY if pd.isna(day) else pd.Timestamp(day).date(), row["document"], int(row["sentence"]))
