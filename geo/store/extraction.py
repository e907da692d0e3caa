"""Documents to tables, each document guarded: whatever one makes of its reader, the others are read.

A document that cannot be read (what reads it raises, or it is more than its limits) stands in the failures with its
reason, and is listed with its lines: it is there and its text can be looked at, but it has no sentence. One whose text
no table can hold stands in the failures alone.
"""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from geo.base.guards import Trouble, attempt
from geo.base.limits import LIMITS, Limits
from geo.base.records import Document, Failure
from geo.base.timers import attempt_within
from geo.store.bodies import name_place
from geo.store.corrections.records import Correction
from geo.store.document_rows import Reading, Rows, list_text, read_rows
from geo.store.tables import TABLES, make_table


def extract_tables(
    documents: Iterable[Document],
    failures: Iterable[Failure] = (),
    corrections: Iterable[Correction] = (),
    limits: Limits = LIMITS,
) -> dict[str, pa.Table]:
    """Return every table of some documents, as Arrow, each document read with its corrections.

    The failures are those given and those of the documents that could not be read.
    """
    own, failures = group_corrections(corrections), [*failures]
    read = [read_guarded(document, own.get(document.document, ()), limits) for document in documents]
    whole = attempt(lambda: _make_tables(read, failures))
    # Where no table can hold a row, its document is found by trying each.
    return _make_tables([*map(_hold, read)], failures) if isinstance(whole, Trouble) else whole


def _make_tables(read: Iterable[Reading], failures: Iterable[Failure]) -> dict[str, pa.Table]:
    rows: Rows = {name: [] for name in TABLES}
    rows["failures"].extend(failures)
    for reading in read:
        for name, found in reading.rows.items():
            rows[name].extend(found)
    return {name: make_table(name, found) for name, found in rows.items()}


def group_corrections(corrections: Iterable[Correction]) -> Mapping[str, list[Correction]]:
    """Return corrections by their document, in their order."""
    own: dict[str, list[Correction]] = {}
    for correction in corrections:
        own.setdefault(correction.document, []).append(correction)
    return own


def read_guarded(document: Document, corrections: Sequence[Correction] = (), limits: Limits = LIMITS) -> Reading:
    """Return the rows of one document within its limits; whatever it makes of its reader is a row of the failures."""
    if len(document.text) > limits.characters:
        size = f"it has {len(document.text):,} characters, more than the {limits.characters:,} that are read of one"
        return _list_unread(document, corrections, f"{size}; split it, or allow more")
    found = attempt_within(lambda: read_rows(document, corrections, limits), limits.seconds)
    return _list_unread(document, corrections, found.words) if isinstance(found, Trouble) else found


def _list_unread(document: Document, corrections: Sequence[Correction], reason: str) -> Reading:
    """Return the rows of a document that could not be read: itself, its lines, and why."""
    failure = Failure(*name_place(document.document, document.path), reason)
    return Reading({**list_text(document), "failures": [failure]}, list(corrections))


def _hold(reading: Reading) -> Reading:
    """Return a reading that tables can hold: where they can hold nothing of its document, only that they cannot."""
    held = attempt(lambda: _make_tables([reading], ()))
    if not isinstance(held, Trouble):
        return reading
    about = dict(zip((column.name for column in TABLES["documents"]), reading.rows["documents"][0], strict=True))
    failure = Failure(*name_place(str(about["document"]), str(about["path"] or "")), held.words)
    return reading._replace(rows={"failures": [failure]})
