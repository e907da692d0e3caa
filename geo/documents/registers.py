"""A register of documents, ``documents.csv``: what it says of files that do not say it themselves.

Its columns are path (the name of a file beside it), title, published, outlet and url, or what else these are called in a
table of documents.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from geo.base.errors import ReadError
from geo.base.records import Failure
from geo.documents.columns import find_file_column, find_stated, names_text, open_rows, pick_metadata, spell_column
from geo.documents.document_names import clean_name, spell_path
from geo.documents.encodings import decode
from geo.documents.metadata import Metadata

REGISTER = "documents.csv"

OnFailure = Callable[[Failure], None]


def is_register(name: str) -> bool:
    """Return whether a file is called as a register is."""
    return name.lower() == REGISTER


def read_register(path: Path, on_failure: OnFailure) -> dict[str, Metadata]:
    """Return what a register says of each file that it names; nothing where there is none."""
    if not path.is_file():
        return {}
    try:
        return _read_rows(spell_path(path), decode(path.read_bytes()), on_failure)
    except (ReadError, OSError) as error:
        on_failure(_refuse(spell_path(path), error))
        return {}


def read_register_bytes(name: str, data: bytes, on_failure: OnFailure) -> dict[str, Metadata] | None:
    """Return the same of a file that lies on no disk; None where it is a file of documents and no register.

    That is one that is called otherwise, names no files, or holds the texts themselves.
    """
    if not is_register(clean_name(name)):
        return None
    try:
        text = decode(data)
        columns = next(open_rows(text), [])
    except (ReadError, csv.Error):
        return None
    if find_file_column(columns) is None or names_text(columns):
        return None
    return _read_rows(clean_name(name), text, on_failure)


def _read_rows(path: str, text: str, on_failure: OnFailure) -> dict[str, Metadata]:
    rows, said = open_rows(text), dict[str, Metadata]()
    try:
        columns = [spell_column(column) for column in next(rows, [])]
        file = find_file_column(columns)
        for row in filter(None, rows):
            stated = dict(zip(columns, row, strict=False))
            name = stated.get(file, "").strip() if file is not None else ""
            said[name] = pick_metadata(stated)
            for reason in _find_faults(name, stated, said[name]):
                on_failure(Failure(path, f"line {rows.line_num}", reason))
    except csv.Error as error:
        on_failure(_refuse(path, error))
    return said


def _find_faults(name: str, stated: Mapping[str, str], picked: Metadata) -> Iterator[str]:
    """Yield what is wrong with a row of a register."""
    day = find_stated(stated, "published")
    if day and picked.published is None:
        yield f"published is {day!r}; write it as 2020-03-26, 2020-03 or 2020"
    if not name:
        yield "there is no path; name the file that the line is about"


def _refuse(path: str, error: Exception) -> Failure:
    return Failure(path, None, f"the list of documents cannot be read: {error}")
