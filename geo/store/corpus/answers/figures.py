"""What a corpus answers of stated figures, and of bars in parts."""

import pandas as pd

from geo.store.corpus import cross_counts, figures, quantities
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.cross_counts import Counted, StackBy


class FigureAnswers(Connection):
    """Figures that are stated of places, and what is counted of each place by parts."""

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

    def count_sources(self, where: Where, counted: Counted) -> pd.DataFrame:
        """Return from how many documents of each outlet what a map or bars count was read: outlet, documents.

        An outlet that is not known is missing; the outlet with the most documents comes first.
        """
        if where.figure:
            return self._ask_figures(figures.count_sources(where))
        ask = self._ask_acts if counted == "events" else self._ask
        return ask(cross_counts.count_sources(where, counted))
