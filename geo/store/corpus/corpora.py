"""A corpus is asked, not carried about: DuckDB over Arrow in memory or Parquet on disk, the same SQL."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from geo.base.limits import LIMITS, Limits
from geo.base.records import Document, Failure
from geo.store import extraction, parts, tables
from geo.store.corpus.answers.checks import CheckAnswers
from geo.store.corpus.answers.documents import DocumentAnswers
from geo.store.corpus.answers.events import EventAnswers
from geo.store.corpus.answers.figures import FigureAnswers
from geo.store.corpus.answers.names import NameAnswers
from geo.store.corpus.answers.rows import RowAnswers
from geo.store.corpus.answers.sentences import SentenceAnswers
from geo.store.corpus.sources import Layer
from geo.store.corrections import rows as corrected_rows
from geo.store.corrections.acts import choose_acts
from geo.store.corrections.records import ACTS, Correction
from geo.store.writing import write_folder


class Corpus(RowAnswers, NameAnswers, SentenceAnswers, EventAnswers, FigureAnswers, CheckAnswers, DocumentAnswers):
    """The tables of an extraction and the questions the pages ask of them."""

    def lay_over(self, laid: Layer) -> "Corpus":
        """Return a corpus with other tables over these: the documents that both have are those of `laid`.

        The tables have the columns of geo.store.tables; those that are not there are without rows. This corpus stays
        as it is.
        """
        return self._lay_over(laid, self.corrections, self._unfit)

    def _lay_over(self, laid: Layer, corrections: Sequence[Correction], unfit: Sequence[Correction]) -> "Corpus":
        if self.folder is not None:
            return Corpus(self.folder, (*self._layers, laid), corrections, unfit)
        whole = {name: self.arrow(name) for name in tables.TABLES}
        return Corpus(whole, (laid,), corrections, unfit, self.made.limits)

    def correct(self, corrections: Sequence[Correction]) -> "Corpus":
        """Return a corpus with corrections laid over this one, which stays as it is.

        The documents that they speak of are read again from their own lines, with the corrections that were there
        before; of the others nothing is read. Those that fit nothing are in `unfit`.
        """
        every = (*self.corrections, *corrections)
        own = extraction.group_corrections(one for one in every if one.change not in ACTS)
        read = self._read_rows(tuple(own))
        readings = [
            corrected_rows.correct_rows(rows, own[document], self.made.limits)
            for document, rows in read.items()
            if rows["documents"]
        ]
        unfit = [one for document, rows in read.items() if not rows["documents"] for one in own[document]]
        unfit += [one for reading in readings for one in reading.unfit]
        laid = {
            name: tables.make_table(name, [row for reading in readings for row in reading.rows.get(name, ())])
            for name in tables.TABLES
        }
        return self._lay_over(laid, every, unfit)

    @property
    def unfit(self) -> tuple[Correction, ...]:
        """The corrections that fit nothing here, in their order."""
        if choose_acts(self.corrections):
            self._join_acts()
        return tuple(one for one in self.corrections if one in set(self._unfit))

    def write(self, folder: Path | str) -> None:
        """Write the corpus to a folder of Parquet, one folder a table, as `open_corpus` reads it.

        Raises CorpusError where the folder holds another corpus or anything else, or cannot be written.
        """
        whole = {name: self.arrow(name) for name in tables.TABLES}
        write_folder(whole, Path(folder), self.made, self.corrections)


def extract(documents: Iterable[Document], failures: Iterable[Failure] = (), limits: Limits = LIMITS) -> Corpus:
    """Return the corpus of some documents, in memory, each read within its limits.

    A document that cannot be read is told in the failures, and the others are read.
    """
    return Corpus(extraction.extract_tables(documents, failures, limits=limits), limits=limits)


def open_corpus(folder: Path | str) -> Corpus:
    """Return the corpus that lies in a folder, with the corrections it was made with; raise CorpusError where none does."""
    return Corpus(Path(folder), corrections=parts.read_corrections(Path(folder)))
