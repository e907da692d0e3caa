"""How a corpus lies on disk: a folder a table, a Parquet file a part; each part is named by what it was made from.

The corrections that it was made with lie beside them as CORRECTIONS: those of acts are laid on when it is opened.

A part is written under a temporary name and moved into place, so that a part that is there is whole.
"""

import hashlib
import io
import os
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from geo.base.errors import CorpusError
from geo.store.corrections import files
from geo.store.corrections.records import Correction
from geo.store.tables import TABLES

# The table that is written last: a part is done when it is there.
_LAST = "documents"
# The table that is written when all parts are: an extraction has ended when it is there.
_END = "failures"
# Raised whenever the same documents would give other tables.
EXTRACTION_VERSION = "3"
# The same tables give the same bytes: no entry of an archive says when it was made.
_NO_TIME = (2000, 1, 1, 0, 0, 0)


CORRECTIONS = "corrections.csv"


def name_part(documents: Iterable[str], corrections: Sequence[Correction] = ()) -> str:
    """Return the name of the part that holds these documents (their hashes) in this order, with their corrections."""
    digest = hashlib.sha256(EXTRACTION_VERSION.encode())
    for document in documents:
        digest.update(document.encode())
    if corrections:
        digest.update(files.write_corrections(corrections))
    return digest.hexdigest()[:20]


def write_corrections(folder: Path, corrections: Sequence[Correction]) -> None:
    """Let a folder keep the corrections that its corpus was made with; raise CorpusError where it cannot be written."""
    file = folder / CORRECTIONS
    try:
        if corrections:
            # Left behind in a table's folder it is no strange file (see check_target).
            unfinished = folder / _END / f"{CORRECTIONS}.{os.getpid()}.tmp"
            unfinished.write_bytes(files.write_corrections(corrections))
            unfinished.replace(file)
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise CorpusError(f"{folder}: the corrections cannot be written there: {error.strerror or error}") from error


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections that the corpus of a folder was made with."""
    file = folder / CORRECTIONS
    return files.read_corrections(file) if file.is_file() else ()


def is_corpus(folder: Path) -> bool:
    """Return whether a folder holds every table of a corpus; a path that cannot be opened does not."""
    try:
        return all(any((folder / name).glob("*.parquet")) for name in TABLES)
    except OSError:
        return False


def is_done(folder: Path, part: str) -> bool:
    """Return whether a part was written whole."""
    return _find_file(folder, _LAST, part).exists()


def write_part(tables: Mapping[str, pa.Table], folder: Path, part: str) -> None:
    """Write one part of the tables given; the documents last. Raises CorpusError where it cannot be written."""
    try:
        for name in sorted(tables, key=lambda name: name == _LAST):
            file = _find_file(folder, name, part)
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_suffix(f".{os.getpid()}.tmp")
            pq.write_table(tables[name], unfinished, compression="zstd")
            unfinished.replace(file)
    except OSError as error:
        raise CorpusError(f"{folder}: the tables cannot be written there: {error.strerror or error}") from error


def pack_folder(tables: Mapping[str, pa.Table], folder: str, corrections: Sequence[Correction] = ()) -> bytes:
    """Return the folder that holds these tables as one part, with its corrections, as a ZIP.

    Unpacked it is opened like any corpus.
    """
    part, file = name_part(tables["documents"]["document"].to_pylist()), io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in TABLES:
            data = io.BytesIO()
            pq.write_table(tables[name], data, compression="zstd")
            entry = zipfile.ZipInfo(_find_file(Path(folder), name, part).as_posix(), _NO_TIME)
            archive.writestr(entry, data.getvalue())
        if corrections:
            archive.writestr(zipfile.ZipInfo(f"{folder}/{CORRECTIONS}", _NO_TIME), files.write_corrections(corrections))
    return file.getvalue()


def mark_unfinished(folder: Path) -> None:
    """Take the failures out of a folder: they are written last of all, and without them it is no corpus."""
    for file in (folder / _END).glob("part-*.parquet"):
        file.unlink(missing_ok=True)


def check_target(folder: Path) -> None:
    """Raise CorpusError where a folder holds anything but a corpus: it is not ours to write into."""
    if folder.is_file():
        raise CorpusError(f"{folder}: is a file; name a folder to write the tables to")
    ours = {*TABLES, CORRECTIONS}
    strange = sorted(p.name for p in folder.glob("*") if p.name not in ours) if folder.exists() else []
    if strange:
        raise CorpusError(f"{folder}: holds {strange[0]}, which is no table; name a new or empty folder")


def drop_other_parts(folder: Path, kept: Iterable[str]) -> None:
    """Remove the parts of earlier extractions, so that the folder holds what the last one said."""
    names = {f"part-{part}.parquet" for part in kept}
    for name in TABLES:
        for file in (folder / name).glob("part-*.parquet"):
            if file.name not in names:
                file.unlink(missing_ok=True)


def _find_file(folder: Path, table: str, part: str) -> Path:
    return folder / table / f"part-{part}.parquet"
