"""The connection that a corpus is asked through, and what is found of all documents the first time somebody asks."""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock

import duckdb
import pandas as pd
import pyarrow as pa

from geo.base.errors import CorpusError
from geo.base.limits import LIMITS, Limits
from geo.reference.subjects import read_subjects
from geo.store.corpus import acts, cross_counts, events, figures, series
from geo.store.corpus.conditions import Question
from geo.store.corpus.sources import Layer, attach_folder, attach_tables, lay_over
from geo.store.corrections.acts import CorrectedActs, correct_acts, list_places
from geo.store.corrections.records import Correction, Place
from geo.store.fingerprints import hash_reading
from geo.store.manifests import Made

_OF_QUESTIONS = (duckdb.PermissionException, duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException)


class Connection:
    """A connection to the tables of an extraction; what is between documents is computed when it is first asked for."""

    def __init__(
        self,
        source: Mapping[str, pa.Table] | Path,
        layers: Sequence[Layer] = (),
        corrections: Sequence[Correction] = (),
        unfit: Sequence[Correction] = (),
        limits: Limits = LIMITS,
    ) -> None:
        """Open tables in memory, or a folder that `aidatlas extract` wrote, with what is laid over them.

        `corrections` are those that the tables were made with, `unfit` those that no row of a document fitted, `limits`
        those that tables in memory were read within; a folder tells its own.
        """
        self._connection = duckdb.connect()
        self.folder = source if isinstance(source, Path) else None
        self._layers = tuple(layers)
        self.corrections = tuple(corrections)
        self._unfit = tuple(unfit)
        if isinstance(source, Path):
            self.made = attach_folder(self._connection, source)
        else:
            self.made = Made(hash_reading(), limits)
            attach_tables(self._connection, source)
        for number, layer in enumerate(self._layers):
            lay_over(self._connection, number, layer)
        self._connection.execute(cross_counts.write_view())
        self._connection.execute(events.SIDES_VIEW)
        self._judging, self._is_judged = Lock(), False
        self._joining, self._is_joined = Lock(), False
        self._placing, self._is_placed = Lock(), False

    @contextlib.contextmanager
    def _open_cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor of its own, as several readers' threads ask at once; a torn table of a folder is a CorpusError."""
        try:
            with self._connection.cursor() as cursor:
                yield cursor
        except duckdb.InterruptException as error:
            raise KeyboardInterrupt from error
        except duckdb.Error as error:
            # Of tables in memory nothing can be torn: there, as with these kinds, it is a fault of a question, and ours.
            if self.folder is None or isinstance(error, _OF_QUESTIONS):
                raise
            raise CorpusError(f"{self.folder}: {_name_torn(error)}; run aidatlas extract into a new folder") from error

    def _ask(self, question: Question) -> pd.DataFrame:
        with self._open_cursor() as cursor:
            return cursor.execute(question.sql, list(question.values)).df()

    def _judge_series(self) -> None:
        """Hold the running totals of all documents against each other, the first time that somebody asks."""
        with self._judging, self._open_cursor() as cursor:
            if self._is_judged:
                return
            cursor.execute(series.STATEMENTS.sql, list(series.STATEMENTS.values))
            cursor.register("series_judged", series.judge_statements(cursor.sql(series.FIGURES).to_arrow_table()))
            cursor.execute(series.VIEWS)
            self._is_judged = True

    def _join_acts(self) -> None:
        """Find which events of all documents are one act, the first time that somebody asks."""
        with self._joining, self._open_cursor() as cursor:
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
        with self._placing, self._open_cursor() as cursor:
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


def _name_torn(error: duckdb.Error) -> str:
    """Return which table cannot be read: DuckDB names the file where it knows it."""
    file = re.search(r"([^/\\]+)[/\\]part-\w+\.parquet", str(error))
    return f"its table {file[1]} cannot be read" if file else "one of its tables cannot be read"
