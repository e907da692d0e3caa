"""The members of a ZIP that is one file to its readers: an office document, a spreadsheet, a book.

What they hold is told before anything is unpacked, and no member is unpacked further than it says it goes.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from geo.base.errors import ReadError

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 100 * 2**20  # bytes, unpacked
LARGEST_WHOLE = 400 * 2**20
# Markup of long runs of one sign shrinks to a fiftieth; what shrinks further was made to fill a memory.
_MOST_RATIO = 200
_SMALL = 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Members:
    """The members of an open ZIP, read by their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take an archive that `open_members` has looked at."""
        self._archive = archive
        self.names = tuple(archive.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a member; raises ReadError where it is not there or is not whole."""
        if name not in self._archive.NameToInfo:
            raise ReadError(f"{name} is missing in it; save the file again with the program that made it")
        try:
            with self._archive.open(name) as member:
                return member.read(self._archive.getinfo(name).file_size + 1)
        except _BROKEN as error:
            raise ReadError(
                f"{name} in it is torn: {error}; save the file again with the program that made it"
            ) from error

    def find(self, pattern: str) -> list[str]:
        """Return the names that fit a pattern, in the order of their numbers."""
        return sorted((name for name in self.names if re.fullmatch(pattern, name)), key=lambda name: (len(name), name))


@contextmanager
def open_members(file: BinaryIO) -> Iterator[Members]:
    """Open a ZIP; raises ReadError where it is none, is locked, or would unpack to more than is read."""
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_bomb(archive)
            yield Members(archive)
    except _BROKEN as error:
        raise ReadError(f"the file is torn: {error}; save it again with the program that made it") from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise ReadError("it is locked with a password; save it without one and read that")
    if len(members) > MOST_MEMBERS:
        raise ReadError(f"it holds {len(members)} members, more than the {MOST_MEMBERS} that are read; split it")
    for member in members:
        ratio = member.file_size / max(1, member.compress_size)
        if member.file_size > LARGEST_MEMBER or (member.file_size > _SMALL and ratio > _MOST_RATIO):
            raise ReadError(
                f"{member.filename[:80]} in it would unpack to {member.file_size / 2**20:.0f} MB, {ratio:.0f} times its"
                " size; this is not read: save its text and read that"
            )
    whole = sum(member.file_size for member in members)
    if whole > LARGEST_WHOLE:
        raise ReadError(f"it would unpack to {whole / 2**20:.0f} MB, more than is read of one file; split it")
