"""Files that are dropped into the form: each is read once, a register first, and what was read joins the draft."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from dashboard.desks import MOST_BYTES, MOST_FILES
from dashboard.journal import measure, note
from dashboard.parts.desk.drafts import Draft, keep_draft, read_draft, read_edits
from dashboard.parts.reasons import find_reason
from geo.base.errors import CorrectionError
from geo.base.records import Failure
from geo.documents.document_names import clean_name
from geo.documents.metadata import Metadata
from geo.documents.reading import NOTHING
from geo.documents.registers import is_register, read_register_bytes
from geo.store.corrections.files import parse_corrections
from geo.store.corrections.records import Correction
from geo.store.document_tables import Tables, join_tables, make_failures
from geo.store.isolated_reading import LARGEST_SENT, Sent, Taken, list_endings, read_sent, refuse


class Dropped(NamedTuple):
    """A file as the browser sent it, and the key that tells it from another of the same name."""

    key: str
    name: str
    read: Callable[[], bytes]
    supplied: Metadata = NOTHING


def add_files(files: Sequence[Dropped], tell: Callable[[int, int, str], None]) -> None:
    """Read those files that were not read yet, each told before it is (its place, how many, its name)."""
    draft = read_draft()
    # A register first: it says something of the files beside it.
    new = sorted(
        (one for one in files if one.key not in draft.seen), key=lambda one: not is_register(clean_name(one.name))
    )
    tables, size, corrections, registered = [draft.tables], draft.size, draft.corrections, dict(draft.registered)
    for place, one in enumerate(new):
        tell(place, len(new), clean_name(one.name))
        data = one.read()
        reason = _find_excess(len(draft.seen) + place, size + len(data))
        size += 0 if reason else len(data)
        if not reason and (register := _read_register(one.name, data, draft)) is not None:
            registered |= register.said
            tables.append(register.tables)
            continue
        supplied = one.supplied.fill(registered.get(clean_name(one.name), NOTHING))
        since = time.perf_counter()
        taken = refuse(one.name, reason) if reason else read_sent(Sent(one.name, data, supplied))
        _note_upload(one.name, len(data), taken, since)
        read = _read_corrections(taken, one.name)
        tables.append(read.tables)
        corrections += read.corrections
        _take_title(draft, taken.title)
    if new:
        keep_draft(
            replace(
                draft,
                tables=join_tables(*tables),
                seen=draft.seen | {one.key for one in new},
                size=size,
                version=draft.version + 1,
                edits={**draft.edits, **read_edits(draft)},
                corrections=corrections,
                registered=registered,
            )
        )


def _note_upload(name: str, size: int, taken: Taken, since: float) -> None:
    """Tell the log what became of a file; failures are told by the entry of the wording, which holds nothing of the file."""
    ending = Path(clean_name(name)).suffix.lower()
    kinds = Counter(find_reason(failure.reason) or "other" for failure in taken.failures)
    said = {"format": ending if ending in list_endings() else "other", "bytes": size, "ms": measure(since)}
    documents = taken.tables["documents"].num_rows if "documents" in taken.tables else 0
    note("upload", {**said, "documents": documents, "failures": dict(kinds), "file": clean_name(name)})


class _Register(NamedTuple):
    """What a register says of files, by their names, and the tables of what is wrong with it."""

    said: Mapping[str, Metadata]
    tables: Tables


def _read_register(name: str, data: bytes, draft: Draft) -> _Register | None:
    """Return what a register says; None of any other file. Of files that were read before it comes too late, and says so."""
    failures: list[Failure] = []
    said = read_register_bytes(name, data, failures.append) if len(data) <= LARGEST_SENT else None
    if said is None:
        return None
    if not said.keys().isdisjoint(draft.tables["documents"]["path"].to_pylist()):
        failures.append(
            Failure(clean_name(name), None, "it names files that were added before it; add these once more")
        )
    return _Register(said, make_failures(failures))


class _Read(NamedTuple):
    """The tables of a file, and the corrections that it holds."""

    tables: Tables
    corrections: tuple[Correction, ...]


def _read_corrections(taken: Taken, name: str) -> _Read:
    """Return what was read of a file with the corrections of a project; one whose corrections are none is refused."""
    if taken.corrections is None:
        return _Read(taken.tables, ())
    try:
        return _Read(taken.tables, parse_corrections(taken.corrections, clean_name(name)))
    except CorrectionError as error:
        return _Read(refuse(name, str(error)).tables, ())


def _take_title(draft: Draft, title: str | None) -> None:
    """Let the project have the title of a project file, where the reader has given none."""
    key = draft.name_widget("project")
    if title and not st.session_state.get(key):
        st.session_state[key] = title


def _find_excess(files: int, size: int) -> str | None:
    if files >= MOST_FILES:
        return f"only the first {MOST_FILES} files at a time are read; add it once more"
    if size > MOST_BYTES:
        most = MOST_BYTES / 2**20
        return (
            f"together the files are more than {most:.0f} MB; add it with fewer others, "
            "or extract them with the command first"
        )
    return None
