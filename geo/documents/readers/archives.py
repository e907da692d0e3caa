"""ZIP archives: the files in them, each within limits; nothing is ever unpacked to a path."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Member, Unread
from geo.documents.document_names import clean_entry
from geo.documents.left_out import find_reason
from geo.documents.registers import is_register

MOST_MEMBERS = 50_000
LARGEST_MEMBER = 100 * 2**20  # bytes unpacked
_LARGEST_WHOLE = 4 * 2**30
# What unpacks to more than so many times its size, and is large, was made to.
_STEEPEST, _SMALL = 200, 10 * 2**20
_ENCRYPTED = 1
_MEGABYTE = 2**20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


def read_archive(file: BinaryIO) -> Iterator[Member | Unread]:
    """Yield the files of an archive, registers of documents first, and what in it is passed over or cannot be read."""
    for _, found in read_members(file):
        yield found


def read_members(file: BinaryIO, first: int = 0) -> Iterator[tuple[int, Member | Unread]]:
    """Yield the files of an archive from the nth on, each with its number."""
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGED as error:
        raise ReadError("this is no whole ZIP archive; pack it again") from error
    with archive:
        entries = _list_entries(archive)
        for number, entry in enumerate(entries[first:], start=first):
            yield number, _read_entry(archive, entry)


def _list_entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive, registers first; raises ReadError where they are too many or too much."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_MEMBERS:
        raise ReadError(f"{len(entries)} files are more than the {MOST_MEMBERS} read of one archive; split it")
    whole, packed = (sum(getattr(entry, size) for entry in entries) for size in ("file_size", "compress_size"))
    if whole > _LARGEST_WHOLE:
        raise ReadError(
            f"it unpacks to {whole / _MEGABYTE:.0f} MB, more than the {_LARGEST_WHOLE / _MEGABYTE:.0f} MB read of one archive; split it"
        )
    if _is_bomb(whole, packed):
        raise ReadError(f"it unpacks to more than {_STEEPEST} times its size; unpack it and read what is in it")
    return sorted(entries, key=lambda entry: not is_register(PurePosixPath(entry.filename).name))


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member | Unread:
    name = clean_entry(entry.filename, utf8=bool(entry.flag_bits & 0x800))
    passed = find_reason(PurePosixPath(name))
    if passed is not None:
        return Unread(None, passed, "passed over", name)
    reason = _refuse(entry)
    if reason is not None:
        return Unread(None, reason, inside=name)
    try:
        with archive.open(entry) as opened:
            data = opened.read(LARGEST_MEMBER + 1)
    except _DAMAGED:
        return Unread(None, "it is damaged in its archive; pack it again", inside=name)
    except (NotImplementedError, RuntimeError):
        return Unread(None, "it is packed in a way that is not read; pack it again as a plain ZIP", inside=name)
    return Unread(None, _say_large(len(data)), inside=name) if len(data) > LARGEST_MEMBER else Member(name, data)


def _refuse(entry: zipfile.ZipInfo) -> str | None:
    """Return why a file of an archive is not unpacked, None where it may be."""
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted; unpack it and read what is in it"
    if entry.file_size > LARGEST_MEMBER:
        return _say_large(entry.file_size)
    if _is_bomb(entry.file_size, entry.compress_size):
        return f"it unpacks to more than {_STEEPEST} times its size"
    return None


def _is_bomb(whole: int, packed: int) -> bool:
    return whole > _SMALL and whole > _STEEPEST * max(1, packed)


def _say_large(size: int) -> str:
    return (
        f"{size / _MEGABYTE:.0f} MB is more than the {LARGEST_MEMBER / _MEGABYTE:.0f} MB read of one file of an archive"
    )
