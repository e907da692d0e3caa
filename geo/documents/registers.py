"""A register of documents, ``documents.csv``: what it says of files that do not say it themselves.

Its columns are path (the name of a file beside it), title, published, outlet and url.
"""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from geo.base.errors import ReadError
from geo.base.records import Failure
from geo.documents.dates import parse_published
from geo.documents.document_names import clean_name, spell_path
from geo.documents.encodings import decode
from geo.documents.formats import names_text
from geo.documents.metadata import Metadata, check_address

REGISTER = "documents.csv"

OnFailure = Callable[[Failure], None]


def may_be_register(name: str) -> bool:
    """Return whether a file has the name of a register."""
    return clean_name(name).lower() == REGISTER


def read_register(path: Path, on_failure: OnFailure) -> dict[str, Metadata]:
    """Return what a register says of each file that it names; nothing where there is none."""
    if not path.is_file():
        return {}
    try:
        return _read_rows(spell_path(path), path.read_bytes(), on_failure)
    except OSError as error:
        on_failure(Failure(spell_path(path), None, f"the list of documents cannot be read: {error}"))
        return {}


def read_register_bytes(name: str, data: bytes, on_failure: OnFailure) -> dict[str, Metadata] | None:
    """Return the same of a file that lies on no disk; None where it is no register but a file of documents.

    A table of that name that has no path, or the texts themselves, is a file of documents.
    """
    path = clean_name(name)
    if not may_be_register(name):
        return None
    try:
        columns = next(csv.reader(io.StringIO(decode(data), newline="")), [])
    except (ReadError, csv.Error):
        return None
    return _read_rows(path, data, on_failure) if "path" in columns and not names_text(columns) else None


def _read_rows(path: str, data: bytes, on_failure: OnFailure) -> dict[str, Metadata]:
    try:
        rows = csv.DictReader(io.StringIO(decode(data), newline=""), restval="")
        return dict(_read_row(row, path, rows.line_num, on_failure) for row in rows)
    except (ReadError, csv.Error) as error:
        on_failure(Failure(path, None, f"the list of documents cannot be read: {error}"))
        return {}


def _read_row(row: dict[str, str], path: str, line: int, on_failure: OnFailure) -> tuple[str, Metadata]:
    stated = row.get("published") or ""
    published = parse_published(stated)
    if stated and published is None:
        said = f"published is {stated!r}; write it as 2020-03-26, 2020-03 or 2020"
        on_failure(Failure(path, f"line {line}", said))
    name = (row.get("path") or "").strip()
    if not name:
        on_failure(Failure(path, f"line {line}", "there is no path; name the file that the line is about"))
    return name, Metadata(row.get("title") or None, published, row.get("outlet") or None, check_address(row.get("url")))
