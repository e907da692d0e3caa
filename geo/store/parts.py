"""How a corpus lies on disk: a folder a table, a Parquet file a part; each part is named by what it was made from.

The corrections that it was made with lie beside them as CORRECTIONS (those of acts are laid on when it is opened), and a
manifest that says which parts belong to it (geo.store.manifests). What an extraction could not read of a part's
documents stands in the part's own failures; a part without documents holds what could not be read as documents.

A part is written under a temporary name and moved into place, so that a part that is there is whole.
"""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from geo.base import corpus_folders
from geo.base.corpus_folders import MANIFEST
from geo.base.errors import CorpusError
from geo.base.records import Failure
from geo.store.corrections import files
from geo.store.corrections.records import Correction
from geo.store.locks import LOCK
from geo.store.manifests import Manifest
from geo.store.tables import TABLES

# The table that is written last: a part is done when it is there.
_LAST = "documents"
_UNFINISHED = re.compile(r".*\.(?P<process>\d+)\.tmp")
CORRECTIONS = "corrections.csv"


def write_corrections(folder: Path, corrections: Sequence[Correction]) -> None:
    """Let a folder keep the corrections that its corpus was made with; raises OSError where it cannot be written."""
    file = folder / CORRECTIONS
    if corrections:
        unfinished = folder / f"{CORRECTIONS}.{os.getpid()}.tmp"
        unfinished.write_bytes(files.write_corrections(corrections))
        unfinished.replace(file)
    else:
        file.unlink(missing_ok=True)


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections that the corpus of a folder was made with."""
    file = folder / CORRECTIONS
    return files.read_corrections(file) if file.is_file() else ()


def is_corpus(folder: Path) -> bool:
    """Return whether a folder holds a corpus, known by its manifest or, of an earlier version, by its tables."""
    return corpus_folders.is_corpus(folder) or holds_tables(folder)


def holds_tables(folder: Path) -> bool:
    """Return whether a folder holds every table of a corpus; a path that cannot be opened does not."""
    try:
        return all(any((folder / name).glob("*.parquet")) for name in TABLES)
    except OSError:
        return False


def find_done(folder: Path, part: str) -> list[Failure] | None:
    """Return what could not be read of a part's documents; None where it was not written whole, or is no longer.

    A part is whole where every table's file has its end, and the failures can be read.
    """
    try:
        for name in TABLES:
            pq.read_metadata(find_file(folder, name, part))
        return list_failures(pq.read_table(find_file(folder, "failures", part)))
    except (OSError, pa.ArrowException):
        return None


def list_failures(table: pa.Table) -> list[Failure]:
    """Return the rows of a table of failures."""
    return [Failure(**row) for row in table.to_pylist()]


@contextlib.contextmanager
def tell_faults(folder: Path) -> Iterator[None]:
    """Raise CorpusError, which names the folder, where what is done meanwhile cannot be written."""
    try:
        yield
    except OSError as error:
        # Arrow's own have no strerror, and several lines.
        reason = error.strerror or " ".join(str(error).split())
        raise CorpusError(f"{folder}: the tables cannot be written there: {reason}") from error


def write_part(tables: Mapping[str, pa.Table], folder: Path, part: str) -> None:
    """Write one part, the documents last; raises OSError where it cannot be written."""
    for name in sorted(TABLES, key=lambda name: name == _LAST):
        file = find_file(folder, name, part)
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}.tmp")
        pq.write_table(tables[name], unfinished, compression="zstd")
        unfinished.replace(file)


def measure_part(folder: Path, part: str) -> dict[str, int]:
    """Return the bytes of each table's file; raises FileNotFoundError where one has gone."""
    return {name: find_file(folder, name, part).stat().st_size for name in TABLES}


def check_parts(folder: Path, manifest: Manifest) -> None:
    """Raise CorpusError where a file of a corpus has gone or is not as long as it was."""
    for part in manifest.parts:
        for name, size in part.sizes.items():
            file = find_file(folder, name, part.name)
            try:
                whole = file.stat().st_size == size
            except OSError:
                whole = False
            if not whole:
                raise CorpusError(
                    f"{folder}: its table {name} is broken: {file.name} is not whole; run the same aidatlas extract again"
                )


def check_target(folder: Path) -> None:
    """Raise CorpusError where a folder holds anything but a corpus: it is not ours to write into."""
    if folder.is_file():
        raise CorpusError(f"{folder}: is a file; name a folder to write the tables to")
    ours = {*TABLES, CORRECTIONS, MANIFEST, LOCK}
    names = [path.name for path in folder.glob("*")] if folder.exists() else []
    strange = sorted(name for name in names if name not in ours and not _UNFINISHED.fullmatch(name))
    if strange:
        raise CorpusError(f"{folder}: holds {strange[0]}, which is no table; name a new or empty folder")


def drop_other_parts(folder: Path, kept: Iterable[str]) -> None:
    """Remove the parts of earlier extractions, so that the folder holds what the last one said."""
    names = {name_file(part) for part in kept}
    for table in TABLES:
        for file in (folder / table).glob("part-*.parquet"):
            if file.name not in names:
                file.unlink(missing_ok=True)


def drop_unfinished(folder: Path) -> None:
    """Remove what processes that have ended left unfinished."""
    for file in _list_unfinished(folder):
        file.unlink(missing_ok=True)


def _list_unfinished(folder: Path) -> Iterator[Path]:
    for place in (folder, *(folder / name for name in TABLES)):
        for file in place.glob("*.tmp"):
            found = _UNFINISHED.fullmatch(file.name)
            if found and not _is_running(int(found["process"])):
                yield file


def _is_running(process: int) -> bool:
    """Return whether another process of that number runs; where the system does not tell, the lock has kept it out."""
    if process == os.getpid() or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def find_file(folder: Path, table: str, part: str) -> Path:
    """Return the file of a part in a table's folder."""
    return folder / table / name_file(part)


def name_file(part: str) -> str:
    """Return what the file of a part is called in the folder of each table."""
    return f"part-{part}.parquet"
