"""The file of corrections: one CSV that any spreadsheet opens, a line a correction.

Columns: those of `Correction`, `table` first (see COLUMNS). Unknown is an empty cell. What a spreadsheet would take for a
formula is written with an apostrophe before it, which is taken away again when the file is read.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.base.errors import CorrectionError, ReadError
from geo.documents.encodings import decode
from geo.documents.projects import PROJECT_ENDING, read_project
from geo.store.corrections.records import Correction

# Each column of the file, and what stands in it.
COLUMNS: Mapping[str, str] = {
    "table": "documents, mentions, quantities or events",
    "document": "the document's key, as the tables have it",
    "start": "where the row begins in the document's text, in characters; empty for a document",
    "end": "where it ends, exclusive",
    "words": "what stands there",
    "which": "what tells rows at one place apart, as it was read: a mention's code, a quantity's unit, an event's kind",
    "change": "wrong, alone, joined_to, or the column that changes",
    "value": "the new value; empty where it is unknown, and for wrong and alone",
    "who": "who says so",
    "why": "why",
    "when": "when it was said, as an ISO 8601 time",
}
_NEEDED = ("table", "document", "change")
_OFFSETS = ("start", "end")
# As in geo.exports, and the apostrophe itself.
_OBEYED = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]|'")
# Spreadsheets take 002, the code of Africa, for a number and write 2.
_SHORT_CODE = re.compile(r"\d{1,2}")
_CODED = ("code", "scope", "giver", "recipient", "party", "host")


def write_corrections(corrections: Iterable[Correction]) -> bytes:
    """Return corrections as CSV in UTF-8 with a byte-order mark, in their order."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    lines.writerows([_write_cell(getattr(one, name)) for name in COLUMNS] for one in corrections)
    return text.getvalue().encode("utf-8-sig", "replace")


def read_corrections(path: Path | str) -> tuple[Correction, ...]:
    """Return the corrections of a file, in their order.

    Raises CorrectionError where the file cannot be opened, or with its line and the way out where one is none.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorrectionError(f"{path}: the corrections cannot be opened: {error.strerror}") from error
    return parse_corrections(data, path.name)


def gather_corrections(paths: Iterable[Path | str], file: Path | str | None = None) -> tuple[Correction, ...]:
    """Return the corrections that the project files among some paths hold, and those of a file; each once.

    Raises CorrectionError as read_corrections does, ReadError where a project is none.
    """
    projects = [Path(path) for path in paths if Path(path).suffix.lower() == PROJECT_ENDING and Path(path).is_file()]
    held = [(path.name, read_project(path.read_bytes()).corrections) for path in projects]
    said = [one for name, data in held if data is not None for one in parse_corrections(data, name)]
    return tuple(dict.fromkeys([*said, *(() if file is None else read_corrections(file))]))


def parse_corrections(data: bytes, name: str) -> tuple[Correction, ...]:
    """Return the corrections that the bytes of a file hold; errors call the file by `name`."""
    try:
        lines = csv.reader(io.StringIO(_decode(data), newline=""), strict=True)
        return tuple(_read_lines(lines, name))
    except (csv.Error, ReadError) as error:
        raise CorrectionError(f"{name}: {error}; save the corrections as CSV in UTF-8") from error


def _decode(data: bytes) -> str:
    """Return the text of a file; one that is no UTF-8 is of a spreadsheet that writes in the old manner."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data)


def _read_lines(lines: Any, name: str) -> Iterator[Correction]:  # noqa: ANN401 - a reader of the csv module has no public type
    heading = [cell.strip().casefold() for cell in next(lines, [])]
    missing = [column for column in _NEEDED if column not in heading]
    if missing:
        raise CorrectionError(f"{name}, line 1: there is no column {missing[0]}; the columns are {', '.join(COLUMNS)}")
    first = lines.line_num + 1
    for cells in lines:
        if any(cell.strip() for cell in cells):
            try:
                yield _make(dict(zip(heading, map(_read_cell, cells), strict=False)))
            except CorrectionError as error:
                raise CorrectionError(f"{name}, line {first}: {error}") from error
        first = lines.line_num + 1


def _make(row: Mapping[str, str | None]) -> Correction:
    fields: dict[str, Any] = {column: row.get(column) for column in COLUMNS}
    fields |= {column: _read_offset(column, row.get(column)) for column in _OFFSETS}
    fields |= {column: fields[column] or "" for column in _NEEDED}
    if fields["table"] == "mentions" and fields["which"]:
        fields["which"] = _lengthen(fields["which"])
    if fields["change"] in _CODED and fields["value"]:
        fields["value"] = _lengthen(fields["value"])
    return Correction(**fields)


def _read_offset(column: str, cell: str | None) -> int | None:
    if cell is None:
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
        raise CorrectionError(f"{column} is {cell!r}; write it as a whole number of characters")
    return int(cell)


def _lengthen(code: str) -> str:
    return code.zfill(3) if _SHORT_CODE.fullmatch(code) else code


def _write_cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if _OBEYED.match(text) else text


def _read_cell(cell: str) -> str | None:
    bare = cell[1:] if cell.startswith("'") and _OBEYED.match(cell[1:]) else cell
    return bare or None
