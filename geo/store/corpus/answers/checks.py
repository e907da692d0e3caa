"""What a corpus answers of the checks of stated numbers, and of running totals."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from geo.store.corpus import quantities, series
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.mentions import LAST_DAY
from geo.store.corpus.quantities import CheckPosition


class CheckAnswers(Connection):
    """Checks with what they were held against, and the running totals by measure."""

    def read_checks(
        self, where: Where = ALL, after: CheckPosition | None = None, limit: int | None = None
    ) -> pd.DataFrame:
        """Return the checks with their figure, its sentence and document; those that disagree come first.

        A page has at most `limit`; the next begins `after` the position of the last row (see `find_check_position`).
        A check of kind "series" has the measure, and in `against` the quantity that the figure was held against.
        """
        self._judge_series()
        return self._ask(quantities.read_checks(where, after, limit))

    def count_checks(self, where: Where = ALL) -> pd.DataFrame:
        """Return how many checks of each kind came to each verdict: kind, verdict, checks."""
        self._judge_series()
        return self._ask(quantities.count_checks(where))

    def read_members(self, check: str, document: str) -> pd.DataFrame:
        """Return what a check of a document was made with, in the order of the text.

        One row a name that was counted or a figure that was added up: code (of a name), member_start, member_end, and
        for a figure the columns of `read_quantities`. A check of kind "series" has none: see `read_series`.
        """
        return self._ask(quantities.read_members(check, document))

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


def find_check_position(row: Mapping[Hashable, Any]) -> CheckPosition:
    """Return the position of one row of `read_checks`, to ask for the page after it."""
    day = LAST_DAY if pd.isna(row["date"]) else pd.Timestamp(row["date"]).date()
    return CheckPosition(int(row["place"]), day, row["check"])
