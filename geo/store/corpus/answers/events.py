"""What a corpus answers of events: who took part in what, who gave to whom, and which are one act."""

import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from geo.store.corpus import accounts, events
from geo.store.corpus.answers.connections import Connection
from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.events import EventBy

# By how much a giver leads who is left out of the maps: so many acts and figures, and so many times the second's.
LEAST_GIVEN, LEAD = 5, 3


class EventAnswers(Connection):
    """Events and acts, their participants and givers."""

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

    def count_told(self, where: Where) -> pd.DataFrame:
        """Return from how many documents of each outlet the events of a question were read: as count_sources."""
        return self._ask_acts(events.count_sources(where))

    def read_events(self, where: Where = ALL) -> pd.DataFrame:
        """Return the events in the order of their dates, with their sentence's text and their document.

        Beside the columns of the table: act_kind, act_status, act_date, act_date_precision, act_date_from and act_date_to
        of the act's last stage, participants (a list of {code, role}), sentence_start, sentence_end, sentence_text,
        title, outlet, url, published.
        """
        return self._ask_acts(events.read_events(where))

    def read_acts(self, where: Where = ALL, after: tuple[date, str] | None = None, limit: int = 20) -> pd.DataFrame:
        """Return the events of at most `limit` acts, as `read_events` does, those of one act together.

        Of an act that which dates it comes first. The next page begins `after` the act_date (without one 9999-12-31)
        and act of the last row.
        """
        return self._ask_acts(events.read_acts(where, after, limit))

    def count_flows(self, where: Where = ALL) -> pd.DataFrame:
        """Return in how many events each gave to each: giver, recipient, events, most first."""
        return self._ask_acts(events.count_flows(where))

    def read_flows(self, where: Where = ALL) -> pd.DataFrame:
        """Return who gave to whom: giver, recipient, theme, date, date_precision, events."""
        return self._ask_acts(events.read_flows(where))

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

    def count_undated(self, where: Where = ALL) -> pd.DataFrame:
        """Return the documents whose events have no day because none of their own is known.

        Columns: document, title, path, undated (events without a day), events; most undated first.
        """
        return self._ask(events.count_undated(where))
