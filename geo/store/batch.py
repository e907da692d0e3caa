"""Extraction of many documents into a folder, part by part; a part that is done is not done again."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from tqdm import tqdm

from geo.base.errors import CorpusError
from geo.base.records import Document, Failure
from geo.documents.reading import read_documents
from geo.store import extraction, parts

PART_SIZE = 500


class Report(NamedTuple):
    """What an extraction did: documents in the corpus, how many of them were done before, and the failures."""

    documents: int
    done_before: int
    failures: tuple[Failure, ...]


def extract_to_folder(paths: Iterable[Path], folder: Path, progress: bool = False) -> Report:
    """Write the tables of all documents under some paths to a folder and return a report.

    Raises ReadError where nothing could be read, CorpusError where the folder holds something else.
    """
    parts.check_target(folder)
    failures: list[Failure] = []
    documents = tqdm(read_documents(*paths, on_failure=failures.append), unit=" documents", disable=not progress)
    written, total, before = [], 0, 0
    for chunk in _split(documents, PART_SIZE):
        part = parts.name_part(document.document for document in chunk)
        done = parts.is_done(folder, part)
        if not done:
            parts.mark_unfinished(folder)
            parts.write_part(_without_failures(extraction.extract_tables(chunk)), folder, part)
        written.append(part)
        total, before = total + len(chunk), before + done * len(chunk)
    return _finish(folder, written, Report(total, before, tuple(failures)))


def _finish(folder: Path, written: list[str], report: Report) -> Report:
    failures = parts.name_part(["failures", *(f"{f.path} {f.place} {f.reason}" for f in report.failures)])
    parts.write_part(extraction.extract_tables((), report.failures), folder, failures)
    lost = [part for part in written if not parts.is_done(folder, part)]
    if lost:
        raise CorpusError(
            f"{folder}: another extraction wrote here meanwhile and removed {len(lost)} parts; run it again"
        )
    parts.drop_other_parts(folder, [*written, failures])
    return report


def _without_failures(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    return {name: table for name, table in tables.items() if name != "failures"}


def _split(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    iterator = iter(documents)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk
