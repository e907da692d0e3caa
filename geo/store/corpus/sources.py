"""Where a corpus lies: Arrow tables in memory, or a folder of Parquet; both become tables of one DuckDB connection."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import duckdb
import pyarrow as pa

from geo.base.errors import CorpusError
from geo.store import parts, tables
from geo.store.manifests import Made, read_manifest

# Tables that lie over those of a corpus.
Layer: TypeAlias = Mapping[str, pa.Table]
# Tables that name their document only in their key.
KEYED = {"participants": "split_part(event, '-', 1)", "breakdowns": "split_part(breakdown, '-', 1)"}


# What a row of an earlier version meant that had not the column yet.
_ADDED = {"failures": {"kind": "unread"}}


def attach_tables(connection: duckdb.DuckDBPyConnection, source: Mapping[str, pa.Table]) -> None:
    """Take every table into the connection; those that are missing without rows."""
    for name in tables.TABLES:
        table = source.get(name, tables.make_table(name, ()))
        connection.register(f"arrow_{name}", table)
        connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM "arrow_{name}"')  # noqa: S608 - a name of TABLES
        connection.unregister(f"arrow_{name}")


def attach_folder(connection: duckdb.DuckDBPyConnection, folder: Path) -> Made:
    """Let the connection see the tables of a folder, and nothing else; return what they were read by.

    Raises CorpusError where it holds no whole corpus. One of an earlier version has no manifest: of that every part is
    seen, and nothing tells what read it.
    """
    manifest = read_manifest(folder)
    if manifest is None and not parts.holds_tables(folder):
        raise CorpusError(f"{folder}: no corpus lies here; make one: aidatlas extract PATH --to FOLDER")
    if manifest is not None and not manifest.whole:
        raise CorpusError(f"{folder}: its extraction was broken off; the same aidatlas extract again goes on with it")
    if manifest is not None:
        parts.check_parts(folder, manifest)
    whole = folder.resolve()
    # Both are asked for: the pattern, and each file that fits it.
    connection.execute("SET allowed_directories = ?", [[f"{whole}/", _spell_pattern(whole)]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    for name in tables.TABLES:
        names = ["*.parquet"] if manifest is None else [parts.name_file(part.name) for part in manifest.parts]
        try:
            _make_view(connection, name, [f"{_spell_pattern(whole / name)}{file}" for file in names])
        except duckdb.Error as error:
            raise CorpusError(
                f"{folder}: its table {name} is broken; run aidatlas extract into a new folder"
            ) from error
        _check_columns(connection, folder, name)
    return Made(None) if manifest is None else manifest.made


def _make_view(connection: duckdb.DuckDBPyConnection, name: str, patterns: Sequence[str]) -> None:
    """Let the connection see a table's files, with the columns that an earlier version did not write."""
    listed = ", ".join("'{}'".format(pattern.replace("'", "''")) for pattern in patterns)
    found = connection.execute(f"SELECT * FROM read_parquet([{listed}]) LIMIT 0").description or ()  # noqa: S608
    there = {column[0] for column in found}
    added = "".join(f", '{value}' AS {column}" for column, value in _ADDED.get(name, {}).items() if column not in there)
    connection.execute(f'CREATE VIEW "{name}" AS SELECT *{added} FROM read_parquet([{listed}])')  # noqa: S608


def lay_over(connection: duckdb.DuckDBPyConnection, number: int, layer: Layer) -> None:
    """Lay tables over those of a connection: the documents of the layer take the place of the same ones below.

    `number` tells one layer from those below it.
    """
    gone = f"documents_layer_{number}"
    for name in ("documents", *(name for name in tables.TABLES if name != "documents")):
        below, above = f"{name}_below_{number}", f"{name}_layer_{number}"
        connection.register("laid", layer.get(name, tables.make_table(name, ())))
        connection.execute(f'CREATE TABLE "{above}" AS SELECT * FROM laid')  # noqa: S608 - a name of TABLES
        connection.unregister("laid")
        _rename(connection, name, below)
        document = _find_document(name)
        kept = f'WHERE {document} NOT IN (SELECT document FROM "{gone}")' if document else ""  # noqa: S608
        connection.execute(
            f'CREATE VIEW "{name}" AS SELECT * FROM "{below}" {kept} UNION ALL BY NAME SELECT * FROM "{above}"'  # noqa: S608
        )


def _rename(connection: duckdb.DuckDBPyConnection, name: str, other: str) -> None:
    found = connection.execute("SELECT table_type FROM information_schema.tables WHERE table_name = ?", [name])
    kind = "VIEW" if (found.fetchone() or ("",))[0] == "VIEW" else "TABLE"
    connection.execute(f'ALTER {kind} "{name}" RENAME TO "{other}"')


def _find_document(name: str) -> str | None:
    """Return the SQL of the document that a row of a table belongs to; None where it belongs to none."""
    has_document = any(column.name == "document" for column in tables.TABLES[name])
    return "document" if has_document else KEYED.get(name)


def _check_columns(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> None:
    """Raise CorpusError where a table on disk has not the columns of today."""
    found = {field.name: field.type for field in _read_schema(connection, folder, name)}
    missing = [column.name for column in tables.TABLES[name] if column.name not in found]
    # A number or a day that is told as text is compared as text, and nothing says so.
    other = [
        column.name
        for column in tables.TABLES[name]
        if column.dtype != tables.TEXT and column.name in found and found[column.name] == tables.TEXT
    ]
    if other:
        raise CorpusError(
            f"{folder}: its table {name} has text in the column {other[0]}: something else wrote it; "
            "run aidatlas extract into a new folder"
        )
    if missing:
        raise CorpusError(
            f"{folder}: its table {name} has no column {missing[0]}: another version wrote it; "
            "run aidatlas extract into a new folder"
        )


def _read_schema(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> pa.Schema:
    try:
        return connection.sql(f'SELECT * FROM "{name}" LIMIT 0').to_arrow_table().schema  # noqa: S608 - a name of TABLES
    except duckdb.Error as error:
        raise CorpusError(f"{folder}: its table {name} is broken; run aidatlas extract into a new folder") from error


def _spell_pattern(folder: Path) -> str:
    """Return a folder as the beginning of a pattern of files: its own [, * and ? are no wildcards."""
    return re.sub(r"[\[\]*?]", lambda sign: f"[{sign.group()}]", str(folder)) + "/"
