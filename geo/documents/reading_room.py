"""The reading room: files of formats that a foreign library reads, or that unpack, are read in a process of their own.

A file may be made to break, hang or fill whatever reads it. What it does stays in that process, which has limits on memory
and time and may open no connection and write no file (geo.base.isolation); back come its articles as JSON. The files of
an archive are unpacked there too, some at a time, and each is then read as any other.
"""

import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, NamedTuple

import orjson

from geo.base.errors import NoDocument, ReadError
from geo.base.frames import join_frames, split_frames
from geo.base.isolation import Ended, Helper, Limits
from geo.documents.articles import Article, Found, Member, Unread
from geo.documents.file_articles import Members, choose_format, read_article_file, read_guarded
from geo.documents.formats import FORMATS
from geo.documents.metadata import Metadata
from geo.documents.readers.archives import read_members
from geo.documents.signatures import has_known_ending

LIMITS = Limits(processor=60, clock=120)
_HERE = "geo.documents.reading_room"
# Files of an archive are unpacked so many at a time: bytes, and files.
_MOST_AT_ONCE, _FILES_AT_ONCE = 32 * 2**20, 500
_helper = Helper(f"{_HERE}:warm_up")


class _Source(NamedTuple):
    """A file to be read: by its name and path, or by its bytes where it lies on no disk."""

    name: str
    path: Path | None
    data: bytes = b""
    depth: int = 0

    def open(self) -> BinaryIO:
        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")


def read_articles(path: Path, limits: Limits = LIMITS, *, named: bool = False) -> Iterator[Found]:
    """Yield the articles of one file in order, and the places that hold none.

    One that somebody `named` by itself may have any ending. Raises ReadError when the file as a whole cannot be read,
    OSError when it cannot be opened.
    """
    name = path.name if not named or has_known_ending(path.name) else path.stem
    yield from _read(_Source(name, path), limits)


def _read(source: _Source, limits: Limits) -> Iterator[Found]:
    with source.open() as file:
        form = choose_format(source.name, file)
        if not form.apart:
            # Formats that are read here hold no other files.
            yield from (found for found in read_guarded(form, file) if not isinstance(found, Member))
            return
    if form is FORMATS["archive"]:
        yield from _read_archive(source, limits)
    else:
        yield from _read_apart(source, limits)


def _read_apart(source: _Source, limits: Limits) -> Iterator[Found]:
    said = orjson.loads(_call("read", source, 0, limits))
    if "refused" in said:
        raise (NoDocument if said["none"] else ReadError)(said["refused"])
    yield from map(_unpack, said["found"])


def _read_archive(source: _Source, limits: Limits) -> Iterator[Found]:
    members, first = Members(source.depth, lambda member, depth: _read(_inside(member, depth), limits)), 0
    while True:
        head, *files = split_frames(_call("unpack", source, first, limits))
        said = orjson.loads(head)
        if "refused" in said:
            raise ReadError(said["refused"])
        data = iter(files)
        for name, unread in said["found"]:
            if unread is None:
                yield from members.read(Member(name, next(data)))
            else:
                yield Unread(*unread)
        if said["next"] is None:
            return
        first = said["next"]


def _inside(member: Member, depth: int) -> _Source:
    return _Source(PurePosixPath(member.name).name, None, member.data, depth)


def _call(what: str, source: _Source, first: int, limits: Limits) -> bytes:
    path = None if source.path is None else str(source.path.resolve())
    head = orjson.dumps([what, source.name, path, source.depth, first])
    try:
        return _helper.call(f"{_HERE}:answer", join_frames([head, source.data]), limits)
    except Ended as error:
        raise ReadError(_say_trouble(error, limits)) from error


def _say_trouble(error: Ended, limits: Limits) -> str:
    said = {
        "slow": f"reading it takes more than {limits.processor} seconds; split it",
        "memory": f"reading it takes more than {limits.memory / 2**20:.0f} MB of memory; split it",
        "large": f"what was read in it takes more than {limits.answer / 2**20:.0f} MB; split it",
        "broken": "its reader broke down; save it as plain text and read that",
    }
    return said[error.trouble]


# --- in the process of its own ---------------------------------------------------------------------------------------


def warm_up(_: bytes) -> bytes:
    """Make what is made once, before the first file."""
    list(read_article_file("a.html", io.BytesIO(b"<p>Serbia thanked China.</p>")))
    return b""


def answer(given: bytes) -> bytes:
    """Return what a file holds, packed."""
    head, data = split_frames(given)
    what, name, path, depth, first = orjson.loads(head)
    source = _Source(name, None if path is None else Path(path), data, depth)
    try:
        with source.open() as file:
            return _unpack_members(file, first) if what == "unpack" else _pack_found(source, file)
    except ReadError as error:
        return _refuse(error, whole=what == "read")


def _refuse(error: ReadError, *, whole: bool) -> bytes:
    said = orjson.dumps({"refused": str(error), "none": isinstance(error, NoDocument)})
    return said if whole else join_frames([said])


def _pack_found(source: _Source, file: BinaryIO) -> bytes:
    found = [_pack(one) for one in read_article_file(source.name, file, source.depth)]
    return orjson.dumps({"found": found})


def _pack(found: Found) -> dict[str, object]:
    """Return what was found as JSON can hold it, so that _unpack gives the same again."""
    said = found._asdict()
    if isinstance(found, Article):
        said |= {"metadata": [*found.metadata], "supplied": [*found.supplied], "rules": [*found.rules.items()]}
    return said


def _unpack(said: dict[str, Any]) -> Found:
    if "text" not in said:
        return Unread(**said)
    named = {name: Metadata(*said[name]) for name in ("metadata", "supplied")}
    return Article(**{**said, **named, "pages": tuple(said["pages"]), "rules": dict(said["rules"])})


def _unpack_members(file: BinaryIO, first: int) -> bytes:
    """Return some files of an archive, and the number of the next."""
    found: list[object] = []
    files: list[bytes] = []
    size = 0
    for number, one in read_members(file, first):
        if len(found) >= _FILES_AT_ONCE or (files and size >= _MOST_AT_ONCE):
            return join_frames([orjson.dumps({"found": found, "next": number}), *files])
        if isinstance(one, Member):
            files.append(one.data)
            size += len(one.data)
            found.append([one.name, None])
        else:
            found.append([None, [*one]])
    return join_frames([orjson.dumps({"found": found, "next": None}), *files])
