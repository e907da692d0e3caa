"""Parquet: an article a row."""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns
from geo.documents.readers.rows import read_row

_BATCH = 500


def read_parquet(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield an article a row."""
    try:
        table = pq.ParquetFile(file)
        _refuse_corpus(table.schema_arrow)
        chosen = choose_columns(table.schema_arrow.names)
        batches = table.iter_batches(batch_size=_BATCH, columns=list(chosen.values()))
        rows = (row for batch in batches for row in batch.to_pylist())
        for number, row in enumerate(rows, start=1):
            yield read_row(row, chosen, f"row {number}")
    except (pa.ArrowException, OSError) as error:
        raise ReadError(f"this is no Parquet file: {error}") from error


def _refuse_corpus(schema: pa.Schema) -> None:
    """Refuse a table that an extraction wrote: its lines and sentences would be read as so many articles."""
    if any("meaning" in map(bytes.decode, field.metadata or ()) for field in schema):
        raise ReadError("this is a table of an extracted corpus; give the corpus's folder alone, once it is whole")
