"""Extraction of many documents into a folder, part by part; a part that is done is not done again."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from tqdm import tqdm

from geo.base.errors import CorpusError
from geo.base.records import Document, Failure
from geo.documents.reading import read_documents
from geo.store import extraction, parts
from geo.store.corpus import open_corpus
from geo.store.corrections.acts import choose_acts
from geo.store.corrections.records import ACTS, Correction

PART_SIZE = 500


class Report(NamedTuple):
    """What an extraction did: documents in the corpus, how many of them were done before, and the failures.

    `unfit` are the corrections that fitted nothing.
    """

    documents: int
    done_before: int
    failures: tuple[Failure, ...]
    unfit: tuple[Correction, ...] = ()


def extract_to_folder(
    paths: Iterable[Path], folder: Path, progress: bool = False, corrections: Sequence[Correction] = ()
) -> Report:
    """Write the tables of all documents under some paths to a folder and return a report.

    Each document is read with its corrections; those of acts are laid on when the folder is opened. Raises ReadError
    where nothing could be read, CorpusError where the folder holds something else.
    """
    parts.check_target(folder)
    failures: list[Failure] = []
    documents = tqdm(read_documents(*paths, on_failure=failures.append), unit=" documents", disable=not progress)
    own = extraction.group_corrections(one for one in corrections if one.change not in ACTS)
    unfit = {one for found in own.values() for one in found}
    written, total, before = [], 0, 0
    for chunk in _split(documents, PART_SIZE):
        part, done = _write(chunk, folder, own)
        unfit -= _list_fitting(chunk, own)
        written.append(part)
        total, before = total + len(chunk), before + done * len(chunk)
    report = Report(total, before, tuple(failures), tuple(one for one in corrections if one in unfit))
    return _finish(folder, written, report, corrections)


def _write(chunk: list[Document], folder: Path, own: Mapping[str, Sequence[Correction]]) -> tuple[str, bool]:
    """Write the part of some documents where it is not there; return its name and whether it was."""
    corrections = [one for document in chunk for one in own.get(document.document, ())]
    part = parts.name_part((document.document for document in chunk), corrections)
    done = parts.is_done(folder, part)
    if not done:
        parts.mark_unfinished(folder)
        tables = extraction.extract_tables(chunk, corrections=corrections)
        parts.write_part(_without_failures(tables), folder, part)
    return part, done


def _list_fitting(chunk: list[Document], own: Mapping[str, Sequence[Correction]]) -> set[Correction]:
    """Return the corrections that fit these documents; the few that have any are read for it once more."""
    read = (
        (own[one.document], extraction.read_guarded(one, own[one.document])) for one in chunk if one.document in own
    )
    return {one for corrections, reading in read for one in corrections if one not in reading.unfit}


def _finish(folder: Path, written: list[str], report: Report, corrections: Sequence[Correction]) -> Report:
    failures = parts.name_part(["failures", *(f"{f.path} {f.place} {f.reason}" for f in report.failures)])
    parts.write_part(extraction.extract_tables((), report.failures), folder, failures)
    lost = [part for part in written if not parts.is_done(folder, part)]
    if lost:
        raise CorpusError(
            f"{folder}: another extraction wrote here meanwhile and removed {len(lost)} parts; run it again"
        )
    parts.drop_other_parts(folder, [*written, failures])
    parts.write_corrections(folder, corrections)
    if choose_acts(corrections):
        return report._replace(unfit=(*report.unfit, *open_corpus(folder).unfit))
    return report


def _without_failures(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    return {name: table for name, table in tables.items() if name != "failures"}


def _split(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    iterator = iter(documents)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk
