"""A register of documents, ``documents.csv``: what it says of files that do not say it themselves.

Its columns are path (the name of a file beside it, or in a folder beside it), title, published, outlet and url, or what
else these are called in a table of documents; it may be written in any dialect of CSV and any encoding.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.base.limits import LIMITS
from geo.base.records import Failure
from geo.documents.articles import Unread
from geo.documents.columns import find_file_column, find_stated, name_apart, names_text, pick_metadata, spell_column
from geo.documents.delimited import Row, read_delimited
from geo.documents.document_names import clean_name, spell_path
from geo.documents.metadata import Metadata
from geo.documents.table_lines import TableLines

REGISTER = "documents.csv"
_LONGEST_CELL = 20_000  # characters; no title is so long
_LONGEST_PATH = 4_096
_MOST_ROWS = 1_000_000
_MOST_FAULTS = 50  # that are told one by one

OnFailure = Callable[[Failure], None]


def is_register(name: str) -> bool:
    """Return whether a file is called as a register is."""
    return name.lower() == REGISTER


class Registers:
    """The registers of folders, each read once, when the first file under it is asked about."""

    def __init__(self, largest: int = LIMITS.register) -> None:
        """Begin with none; no register is read that has more bytes."""
        self._largest = largest
        self._read: dict[Path, dict[str, Metadata]] = {}

    def find(self, path: Path, top: Path, on_failure: OnFailure) -> Metadata:
        """Return what the registers say of a file: that of its folder, and of those over it up to the topmost."""
        said = Metadata()
        for folder in path.parents:
            if folder not in self._read:
                self._read[folder] = read_register(folder / REGISTER, on_failure, self._largest)
            said = said.fill(self._read[folder].get(spell_place(path.relative_to(folder).as_posix()), Metadata()))
            if folder == top:
                break
        return said


def read_register(path: Path, on_failure: OnFailure, largest: int = LIMITS.register) -> dict[str, Metadata]:
    """Return what a register of so many bytes at most says of each file that it names; nothing where there is none.

    The files are named by their path below the register's folder, with "/" between folders.
    """
    if not path.is_file():
        return {}
    name = spell_path(path)
    try:
        if path.stat().st_size > largest:
            raise ReadError(f"it is larger than {largest / 2**20:.0f} MB; divide it among several folders")
        with path.open("rb") as file:
            said = _read_rows(name, file, on_failure)
    except (ReadError, OSError) as error:
        on_failure(Failure(name, None, f"the list of documents cannot be read: {error}"))
        return {}
    _tell_missing(name, path.parent, said, on_failure)
    return said


def read_register_bytes(name: str, data: bytes, on_failure: OnFailure) -> dict[str, Metadata] | None:
    """Return the same of a file that lies on no disk; None where it is a file of documents and no register.

    That is one that is called otherwise, names no files, or holds the texts themselves.
    """
    if not is_register(clean_name(name)):
        return None
    try:
        columns = next((row.cells for row in _open_rows(io.BytesIO(data)) if isinstance(row, Row)), [])
    except ReadError:
        return None
    if find_file_column(columns) is None or names_text(columns):
        return None
    return _read_rows(clean_name(name), io.BytesIO(data), on_failure)


def spell_place(path: str) -> str:
    r"""Return the path that a register names as the paths of files are compared.

    >>> spell_place(".\\2020\\march.txt"), spell_place("2020/march.txt ")
    ('2020/march.txt', '2020/march.txt')
    """
    return str(PurePosixPath(path.strip().replace("\\", "/")))


def _open_rows(file: BinaryIO) -> Iterator[Row | Unread]:
    return read_delimited(TableLines(file))


def _read_rows(path: str, file: BinaryIO, on_failure: OnFailure) -> dict[str, Metadata]:
    said, told = dict[str, Metadata](), 0
    for name, metadata, faults in _read_entries(file, said):
        if name and metadata is not None:
            said.setdefault(name, metadata)
        for fault in faults:
            told += 1
            if told <= _MOST_FAULTS:
                on_failure(Failure(path, fault.place, fault.reason))
    if told > _MOST_FAULTS:
        on_failure(Failure(path, None, f"{told - _MOST_FAULTS} more of its lines have faults"))
    return said


def _read_entries(file: BinaryIO, said: Mapping[str, Metadata]) -> Iterator[tuple[str, Metadata | None, list[Unread]]]:
    """Yield what each row says of which file, and what is wrong with it; `said` is what the rows before it said."""
    columns: list[str] | None = None
    for number, row in enumerate(_open_rows(file)):
        if number > _MOST_ROWS:
            yield (
                "",
                None,
                [
                    Unread(
                        None,
                        f"it has more than the {_MOST_ROWS} lines read of such a list; divide it among several folders",
                    )
                ],
            )
            return
        if isinstance(row, Unread):
            yield "", None, [row]
        elif columns is None:
            columns = [spell_column(column) for column in name_apart(row.cells)]
        elif any(row.cells):
            stated = dict(zip(columns, row.cells, strict=False))
            yield _read_entry(stated, find_file_column(columns), said, f"line {row.line}")


def _read_entry(
    stated: Mapping[str, str], file: str | None, said: Mapping[str, Metadata], place: str
) -> tuple[str, Metadata | None, list[Unread]]:
    written = stated.get(file, "").strip() if file is not None else ""
    if any(len(cell) > _LONGEST_CELL for cell in stated.values()) or len(written) > _LONGEST_PATH:
        return "", None, [Unread(place, f"a cell has more than {_LONGEST_CELL} characters; is a quote not closed?")]
    picked = pick_metadata(stated)
    name = spell_place(written) if written else ""
    return name, picked, [Unread(place, reason) for reason in _find_faults(name, stated, picked, said)]


def _find_faults(name: str, stated: Mapping[str, str], picked: Metadata, said: Mapping[str, Metadata]) -> Iterator[str]:
    """Yield what is wrong with a row of a register."""
    day = find_stated(stated, "published")
    if day and picked.published is None:
        yield f"published is {day[:100]!r}; write it as 2020-03-26, 2020-03 or 2020"
    if not name:
        yield "there is no path; name the file that the line is about"
    elif name in said and said[name] != picked:
        yield f"{name} stands in the list before, with other data; the first line about it holds"


def _tell_missing(register: str, folder: Path, said: Mapping[str, Metadata], on_failure: OnFailure) -> None:
    """Tell the files that a register names and that are not there."""
    missing = [name for name in said if not (folder / name).is_file()]
    if missing:
        # A name may hold a backslash, where that parts no folders.
        there = {spell_place(path.name) for path in folder.iterdir()}
        missing = [name for name in missing if name not in there]
    for name in missing[:_MOST_FAULTS]:
        on_failure(Failure(register, None, f"it names {name}, and there is no such file in the folder"))
    if len(missing) > _MOST_FAULTS:
        on_failure(Failure(register, None, f"it names {len(missing) - _MOST_FAULTS} more files that are not there"))
