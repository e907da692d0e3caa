"""What a corpus answers of the names of countries and areas, regions and organisations."""

import pandas as pd

from geo.store.corpus import accounts, listings, mentions
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.listings import RefusedPosition
from geo.store.corpus.mentions import By


class NameAnswers(Connection):
    """Who is named, how often, and by which rules."""

    def count_mentions(self, by: By, where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and mentions, most mentions first."""
        return self._ask(mentions.count_names(by, where, "count(*)", "mentions"))

    def count_documents(self, by: By, where: Where = ALL) -> pd.DataFrame:
        """Return the columns `by` and documents (those with a mention that fits), most documents first."""
        return self._ask(mentions.count_names(by, where, "count(DISTINCT m.document)", "documents"))

    def count_rules(self, where: Where = ALL) -> pd.DataFrame:
        """Return by which rules names were coded: rule, mentions, the most first, names of cities and provinces too.

        With roles only the names of those who took part so, in the sentences that tell of it.
        """
        if where.roles:
            return self._ask_acts(accounts.count_told_rules(where))
        return self._ask(accounts.count_named_rules(where))

    def count_left_out(self, where: Where = ALL) -> pd.DataFrame:
        """Return for which reasons names and numbers were left out: reason, refused, the most first."""
        return self._ask(accounts.count_left_out(where))

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
