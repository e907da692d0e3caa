"""Where a corpus lies: Arrow tables in memory, or a folder of Parquet; both become tables of one DuckDB connection."""

import re
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from geo.base.errors import CorpusError
from geo.store import parts, tables


def attach_tables(connection: duckdb.DuckDBPyConnection, source: Mapping[str, pa.Table]) -> None:
    """Take every table into the connection; those that are missing without rows."""
    for name in tables.TABLES:
        table = source.get(name, tables.make_table(name, ()))
        connection.register(f"arrow_{name}", table)
        connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM "arrow_{name}"')  # noqa: S608 - a name of TABLES
        connection.unregister(f"arrow_{name}")


def attach_folder(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Let the connection see the tables of a folder, and nothing else; raise CorpusError where it holds no corpus."""
    if not parts.is_corpus(folder):
        raise CorpusError(f"{folder}: no whole corpus lies here; make or finish one: aidatlas extract PATH --to FOLDER")
    whole = folder.resolve()
    # Both are asked for: the pattern, and each file that fits it.
    connection.execute("SET allowed_directories = ?", [[f"{whole}/", _spell_pattern(whole)]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    for name in tables.TABLES:
        files = f"{_spell_pattern(whole / name)}*.parquet".replace("'", "''")
        try:
            connection.execute(f"CREATE VIEW \"{name}\" AS SELECT * FROM read_parquet('{files}')")  # noqa: S608
        except duckdb.Error as error:
            raise CorpusError(
                f"{folder}: its table {name} is broken; run aidatlas extract into a new folder"
            ) from error
        _check_columns(connection, folder, name)


def _check_columns(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> None:
    """Raise CorpusError where a table on disk has not the columns of today."""
    found = {column[0] for column in connection.execute(f'SELECT * FROM "{name}" LIMIT 0').description or ()}  # noqa: S608
    missing = [column.name for column in tables.TABLES[name] if column.name not in found]
    if missing:
        raise CorpusError(
            f"{folder}: its table {name} has no column {missing[0]}: another version wrote it; "
            "run aidatlas extract into a new folder"
        )


def _spell_pattern(folder: Path) -> str:
    """Return a folder as the beginning of a pattern of files: its own [, * and ? are no wildcards."""
    return re.sub(r"[\[\]*?]", lambda sign: f"[{sign.group()}]", str(folder)) + "/"
