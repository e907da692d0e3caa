"""Files that somebody sent: each is read and extracted in a process of its own, and comes back as tables.

A file may be made to break whatever reads it. What it does stays in that process (geo.base.isolation); back come Arrow
tables, whose columns are checked, and what could not be read, as JSON. Whatever goes wrong is a failure in words.
"""

import json
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from geo.base import limits as document_limits
from geo.base.errors import ReadError
from geo.base.frames import join_frames, split_frames
from geo.base.isolation import Ended, Helper, Limits
from geo.base.records import Document, Failure
from geo.documents.document_names import clean_name
from geo.documents.formats import LARGEST_TEXT, list_formats, load_libraries
from geo.documents.metadata import Metadata
from geo.documents.projects import PROJECT_ENDING, Project, read_project, write_project
from geo.documents.reading import NOTHING, read_document_bytes
from geo.documents.reading_room import say_trouble
from geo.store.document_tables import Tables, make_failures
from geo.store.extraction import extract_tables
from geo.store.tables import TABLES, make_schema

LARGEST_SENT = LARGEST_TEXT  # bytes of one file
MOST_DOCUMENTS = 2_000
LIMITS = Limits()
# Half of the time that the whole call has: one document that takes too long leaves time for the others of its file.
DOCUMENT_LIMITS = document_limits.LIMITS._replace(seconds=LIMITS.processor / 2)

_HERE = "geo.store.isolated_reading"
_MOST_FAILURES = 200
_NAME = "[0-9a-f]{20}"
_WARM = ("Serbia thanked China on 26 March 2020 for 12 masks.", "3月26日，中国向塞尔维亚提供了口罩。")
# What no script and no common word tells the language of: the model of letters is loaded for it.
_UNTOLD = "La Serbie a reçu des masques."
_helper = Helper(f"{_HERE}:warm_up")


class Sent(NamedTuple):
    """A file that somebody sent: its name, its bytes, and what they say of what is in it."""

    name: str
    data: bytes
    supplied: Metadata = NOTHING


class Taken(NamedTuple):
    """What was read of a file: every table, the failures among them; of a project also its title and corrections."""

    tables: Tables
    title: str | None = None
    corrections: bytes | None = None

    @property
    def failures(self) -> list[Failure]:
        """Return what could not be read."""
        return [Failure(**row) for row in self.tables["failures"].to_pylist()]


def start_reader() -> None:
    """Let the process that reads be made ready; nobody waits for it."""
    _helper.start()


def read_sent(sent: Sent, limits: Limits = LIMITS) -> Taken:
    """Return what a file holds; where it cannot be read at all, a table of failures that says why, and no others."""
    name = clean_name(sent.name)
    try:
        _check_size(sent)
        return _unpack(_helper.call(f"{_HERE}:answer", _pack_sent(sent._replace(name=name)), limits))
    except ReadError as error:
        return refuse(name, str(error))
    except Ended as error:
        return refuse(name, say_trouble(error, limits))


def read_again(documents: Sequence[Document], limits: Limits = LIMITS) -> Taken:
    """Return the tables of documents whose date or other data were changed since they were read."""
    return read_sent(Sent(f"documents{PROJECT_ENDING}", write_project(Project(tuple(documents)))), limits)


def list_endings() -> tuple[str, ...]:
    """Return the endings of the files that can be sent, projects among them."""
    return (*list_formats(), PROJECT_ENDING)


def refuse(name: str, reason: str) -> Taken:
    """Return that a file was not read, and why."""
    return Taken(make_failures([Failure(clean_name(name), None, reason)]))


def _check_size(sent: Sent) -> None:
    if len(sent.data) > LARGEST_SENT:
        size, most = len(sent.data) / 2**20, LARGEST_SENT / 2**20
        raise ReadError(f"{size:.0f} MB is more than the {most:.0f} MB read of one such file; split it")


# --- in the process of its own ---------------------------------------------------------------------------------------


def warm_up(_: bytes) -> bytes:
    """Read a sentence in each language, so that all that is made once is there before the first file."""
    load_libraries()
    for text in _WARM:
        extract_tables(read_document_bytes("a.html", f"<p>{text}</p>".encode()))
        extract_tables(read_document_bytes("a.csv", f"text\n{text}\n".encode("gb18030")))
    extract_tables(read_document_bytes("a.txt", _UNTOLD.encode()))
    # None of these is whole, but each loads what reads its format: a program may not be loaded later.
    for name, data in (("a.pdf", b"%PDF"), ("a.xml", b"<rss/>"), ("a.xls", b"?"), ("a.rtf", b"{\\rtf1}")):
        list(read_document_bytes(name, data, on_failure=lambda failure: None))
    return b""


def answer(given: bytes) -> bytes:
    """Return what a packed file holds, packed."""
    sent = _unpack_sent(given)
    failures: list[Failure] = []
    try:
        project = _read_all(sent, failures)
    except ReadError as error:
        failures.append(Failure(sent.name, None, str(error)))
        project = Project(())
    tables = extract_tables(project.documents, _shorten(failures), limits=DOCUMENT_LIMITS)
    return _pack(Taken(tables, project.title, project.corrections))


def _read_all(sent: Sent, failures: list[Failure]) -> Project:
    if sent.name.lower().endswith(PROJECT_ENDING):
        project = read_project(sent.data)
        return project._replace(documents=tuple(_hold_to_most(iter(project.documents))))
    found = read_document_bytes(sent.name, sent.data, sent.supplied, failures.append)
    return Project(tuple(_hold_to_most(found)))


def _hold_to_most(documents: Iterator[Document]) -> Iterator[Document]:
    for number, document in enumerate(documents):
        if number == MOST_DOCUMENTS:
            raise ReadError(
                f"it holds more than {MOST_DOCUMENTS} documents; split it, or extract it with the command first"
            )
        yield document


def _shorten(failures: Sequence[Failure]) -> Sequence[Failure]:
    """Return the first of many failures, and how many more there are."""
    if len(failures) <= _MOST_FAILURES:
        return failures
    more = len(failures) - _MOST_FAILURES
    return [*failures[:_MOST_FAILURES], Failure(failures[0].path, None, f"{more} more places hold no text")]


# --- what goes between the processes ---------------------------------------------------------------------------------


def _pack_sent(sent: Sent) -> bytes:
    return join_frames([json.dumps([sent.name, *sent.supplied]).encode(), sent.data])


def _unpack_sent(given: bytes) -> Sent:
    head, data = split_frames(given)
    name, *supplied = json.loads(head)
    return Sent(name, data, Metadata(*supplied))


def _pack(taken: Taken) -> bytes:
    head = json.dumps({"title": taken.title}).encode()
    written = [_write_table(taken.tables[name]) for name in TABLES]
    return join_frames([head, *([] if taken.corrections is None else [taken.corrections]), *written])


def _write_table(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _unpack(answer: bytes) -> Taken:
    """Return what was packed; raises Ended where it is not what a reader of files says."""
    try:
        head, *more = split_frames(answer)
        title = json.loads(head)["title"]
        corrections, written = (more[0], more[1:]) if len(more) > len(TABLES) else (None, more)
        tables = {name: _read_table(name, data) for name, data in zip(TABLES, written, strict=True)}
    except (ValueError, KeyError, TypeError, struct.error, pa.ArrowException, OSError) as error:
        raise Ended("broken") from error
    return Taken(tables, title if isinstance(title, str) else None, corrections)


def _read_table(name: str, data: bytes) -> pa.Table:
    """Return a table; raises ValueError where it has not the columns of its name, or names what cannot be a document."""
    table = pa.ipc.open_stream(data).read_all()
    if not table.schema.equals(make_schema(name)):
        raise ValueError(f"{name} has other columns")
    table.validate(full=True)
    if "document" in table.column_names and not _are_documents(table["document"]):
        raise ValueError(f"{name} names what is no document")
    return table


def _are_documents(column: pa.ChunkedArray) -> bool:
    return bool(pc.all(pc.match_substring_regex(column, f"^{_NAME}$"), min_count=0).as_py())
