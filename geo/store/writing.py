"""A corpus written whole, as one part: into a folder, or as a ZIP that holds such a folder."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from geo.base.corpus_folders import MANIFEST
from geo.base.errors import CorpusError
from geo.store import parts
from geo.store.corrections.files import write_corrections
from geo.store.corrections.records import Correction
from geo.store.fingerprints import hash_rules, hash_words
from geo.store.locks import hold_folder
from geo.store.manifests import Made, Manifest, Part, read_manifest, save_manifest, write_manifest
from geo.store.tables import TABLES

# The same tables give the same bytes: no entry of an archive says when it was made.
_NO_TIME = (2000, 1, 1, 0, 0, 0)


def write_folder(
    tables: Mapping[str, pa.Table], folder: Path, made: Made, corrections: Sequence[Correction] = ()
) -> None:
    """Write the tables of a corpus into a folder; raise CorpusError where another corpus or anything else lies there."""
    parts.check_target(folder)
    part = _name_part(tables, made, corrections)
    with hold_folder(folder):
        before = read_manifest(folder)
        if parts.is_corpus(folder) and (before is None or [one.name for one in before.parts] != [part.name]):
            raise CorpusError(f"{folder}: holds another corpus; write into another folder, or remove that one first")
        with parts.tell_faults(folder):
            save_manifest(folder, Manifest(False, made, (part,)))
            parts.write_part(tables, folder, part.name)
            parts.write_corrections(folder, corrections)
            whole = part._replace(sizes=parts.measure_part(folder, part.name))
            save_manifest(folder, Manifest(True, made, (whole,)))


def pack_folder(
    tables: Mapping[str, pa.Table], folder: str, made: Made, corrections: Sequence[Correction] = ()
) -> bytes:
    """Return the folder that holds these tables as one part, with its corrections and its manifest, as a ZIP.

    Unpacked it is opened like any corpus.
    """
    part, file = _name_part(tables, made, corrections), io.BytesIO()
    written = {name: _write_table(tables[name]) for name in TABLES}
    whole = part._replace(sizes={name: len(data) for name, data in written.items()})
    entries = {parts.find_file(Path(), name, part.name).as_posix(): data for name, data in written.items()}
    entries |= {parts.CORRECTIONS: write_corrections(corrections)} if corrections else {}
    entries |= {MANIFEST: write_manifest(Manifest(True, made, (whole,)))}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", _NO_TIME), data)
    return file.getvalue()


def _name_part(tables: Mapping[str, pa.Table], made: Made, corrections: Sequence[Correction]) -> Part:
    """Return what the tables are as the one part of a corpus, its sizes not known yet."""
    documents: list[str] = tables["documents"]["document"].to_pylist()
    asked, rules = hash_words(documents), hash_rules(made.reading or "", made.limits)
    name = hash_words([asked, rules, write_corrections(corrections).decode() if corrections else ""])
    return Part(name, asked, rules, len(documents), dict.fromkeys(TABLES, 0))


def _write_table(table: pa.Table) -> bytes:
    data = io.BytesIO()
    pq.write_table(table, data, compression="zstd")
    return data.getvalue()
