"""What the words and colours of a chart depend on."""

from typing import NamedTuple

from geo.charts.palettes import Theme
from geo.reference.wordings import Catalogue, read_chart_words


class Look(NamedTuple):
    """The reader's language and theme."""

    language: str = "en"
    theme: Theme = "light"

    @property
    def words(self) -> Catalogue:
        """The words that charts use, in the reader's language."""
        return read_chart_words(self.language)


class Labels(NamedTuple):
    """The words that stand on a chart: its title, what is measured, where the figures come from, and what has none.

    `scope` says what of the documents it shows: days, filters, who is left out (see geo.charts.scopes).
    """

    title: str
    measure: str
    source: str
    no_data: str = ""
    scope: str = ""
