"""Reviewed tables of data/ row by row: what breaks the rules of a table is named with its file and line."""

import csv
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from geo.base.errors import DataError

Row = Mapping[str, str]
Made = TypeVar("Made")


def read_rows(file: Path, make: Callable[[Row], Made]) -> Iterator[Made]:
    """Yield what `make` makes of each row of a table in CSV, encoded in UTF-8, with a heading.

    Raises DataError for a row that has too few or too many fields, or that `make` refuses with KeyError or ValueError.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        for row in reader:
            try:
                _check_length(row)
                yield make(row)
            except (KeyError, ValueError) as error:
                raise DataError(f"{file.name}, line {reader.line_num}: {error}") from error


def index_rows(file: Path, make: Callable[[Row], Made]) -> Mapping[str, Made]:
    """Return what `make` makes of each row by the row's code, in the order of the table.

    Raises DataError as `read_rows` does, and for a code that stands there twice.
    """
    records: dict[str, Made] = {}

    def add(row: Row) -> None:
        if row["code"] in records:
            raise ValueError(f"{row['code']} stands there twice; leave one row")
        records[row["code"]] = make(row)

    for _ in read_rows(file, add):
        pass
    return MappingProxyType(records)


def choose(row: Row, column: str, known: Collection[str]) -> str:
    """Return the value of a column, which must be a known one; raise ValueError otherwise."""
    if row[column] not in known:
        shown = ", ".join(sorted(known)[:8])
        raise ValueError(f"{column} is {row[column]!r}; write one of the {len(known)} known values ({shown} …)")
    return row[column]


def _check_length(row: Mapping[str | None, str | list[str] | None]) -> None:
    """Refuse a row whose fields are not as many as the heading's."""
    if None in row:
        raise ValueError("there are more fields than columns; put a text with commas between quotation marks")
    if None in row.values():
        raise ValueError("there are fewer fields than columns; write the comma of an empty field too")
