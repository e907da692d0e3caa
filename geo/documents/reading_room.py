"""The reading room: files of formats that a foreign library reads, or that unpack, are read in a process of their own.

A file may be made to break, hang or fill whatever reads it. What it does stays in that process, which has limits on memory
and time and may open no connection and write no file (geo.base.isolation); back come its articles as JSON. Small files
share a process; where it comes to a bad end, each is read once more in one of its own. The files of an archive are
unpacked there too, some at a time, and each is then read as any other.
"""

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from geo.base.errors import NoDocument, ReadError
from geo.base.frames import join_frames, split_frames
from geo.base.guards import Trouble, attempt
from geo.base.isolation import Ended, Helper, Limits
from geo.documents.articles import Article, Found, Member, Unread
from geo.documents.file_articles import read_article_file
from geo.documents.formats import load_libraries
from geo.documents.metadata import Metadata
from geo.documents.readers.archives import read_members

LIMITS = Limits()
_HERE = "geo.documents.reading_room"
# Files of an archive are unpacked so many at a time: bytes, and files.
_MOST_AT_ONCE, _FILES_AT_ONCE = 32 * 2**20, 200
_helper = Helper(f"{_HERE}:warm_up")


class Place(NamedTuple):
    """Where a file is to be read: by its path, or by its bytes where it lies in another; `depth` tells in how many."""

    name: str
    path: Path | None
    data: bytes = b""
    depth: int = 0

    def open(self) -> BinaryIO:
        """Return the open file."""
        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")

    def measure(self) -> int:
        """Return how large the file is, in bytes."""
        return len(self.data) if self.path is None else self.path.stat().st_size


def limit_room(seconds: float) -> Limits:
    """Return the limits of a process that may read for so many seconds of the processor."""
    processor = max(1, math.ceil(seconds))
    return replace(LIMITS, processor=processor, clock=5 * processor)


class Unpacked(NamedTuple):
    """Some files of an archive, what in it cannot be read, and the number of the next file; None where there is none."""

    found: Sequence[Member | Unread]
    following: int | None


def read_apart(
    places: Sequence[Place], limits: Limits = LIMITS, most: int | None = None
) -> Iterator[Sequence[Found] | ReadError]:
    """Yield of each file what was found in it, or why it cannot be read; `most` are the bytes that one may have."""
    try:
        answers = orjson.loads(_call("read", places, most, limits))
    except Ended as error:
        if len(places) == 1:
            yield ReadError(say_trouble(error, limits))
            return
        for place in places:
            yield from read_apart([place], limits, most)
        return
    yield from map(_take, answers)


def unpack_apart(place: Place, first: int, limits: Limits = LIMITS) -> Unpacked:
    """Return some files of an archive from the nth on; raises ReadError where it cannot be read."""
    try:
        head, *files = split_frames(_call("unpack", [place], first, limits))
    except Ended as error:
        raise ReadError(say_trouble(error, limits)) from error
    said, data = orjson.loads(head), iter(files)
    if "refused" in said:
        raise ReadError(said["refused"])
    found = [Member(one, next(data)) if isinstance(one, str) else Unread(**one) for one in said["found"]]
    return Unpacked(found, said["next"])


def _call(what: str, places: Sequence[Place], number: int | None, limits: Limits) -> bytes:
    listed = [[one.name, None if one.path is None else str(one.path.absolute()), one.depth] for one in places]
    head = orjson.dumps([what, number, listed])
    return _helper.call(f"{_HERE}:answer", join_frames([head, *(one.data for one in places)]), limits)


def _take(said: dict[str, Any]) -> Sequence[Found] | ReadError:
    if "refused" in said:
        return (NoDocument if said["none"] else ReadError)(said["refused"])
    return [_unpack(one) for one in said["found"]]


def say_trouble(error: Ended, limits: Limits) -> str:
    """Return why a file was not read whose process has ended without an answer."""
    said = {
        "slow": f"reading it takes more than {limits.processor} seconds; split it",
        "memory": f"reading it takes more than {limits.memory / 2**20:.0f} MB of memory; split it",
        "large": f"what was read in it takes more than {limits.answer / 2**20:.0f} MB; split it",
        "broken": "its reader broke down; save it as plain text and read that",
    }
    return said[error.trouble]


# --- in the process of its own ---------------------------------------------------------------------------------------


def warm_up(_: bytes) -> bytes:
    """Make what is made once, before the first file: afterwards no library may be loaded."""
    load_libraries()
    list(read_article_file("a.html", io.BytesIO(b"<p>Serbia thanked China.</p>")))
    return b""


def answer(given: bytes) -> bytes:
    """Return what some files hold, or the next files of an archive, packed."""
    head, *data = split_frames(given)
    what, number, listed = orjson.loads(head)
    places = [
        Place(name, None if path is None else Path(path), one, depth)
        for (name, path, depth), one in zip(listed, data, strict=True)
    ]
    if what == "read":
        return orjson.dumps([_read_one(place, number) for place in places])
    unpacked = attempt(lambda: _unpack_some(places[0], number))
    return join_frames([orjson.dumps({"refused": unpacked.words})]) if isinstance(unpacked, Trouble) else unpacked


def _read_one(place: Place, most: int | None) -> dict[str, object]:
    found = attempt(lambda: _list_found(place, most))
    if isinstance(found, Trouble):
        return {"refused": found.words, "none": found.kind == NoDocument.__name__}
    return {"found": found}


def _list_found(place: Place, most: int | None) -> list[dict[str, object]]:
    with place.open() as file:
        return [_pack(one) for one in read_article_file(place.name, file, place.depth, most)]


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


def _unpack_some(place: Place, first: int) -> bytes:
    """Return some files of an archive, and the number of the next."""
    found: list[object] = []
    files: list[bytes] = []
    size, following = 0, None
    with place.open() as file:
        for number, one in read_members(file, first):
            if len(found) >= _FILES_AT_ONCE or size >= _MOST_AT_ONCE:
                following = number
                break
            found.append(one.name if isinstance(one, Member) else one._asdict())
            if isinstance(one, Member):
                files.append(one.data)
                size += len(one.data)
    return join_frames([orjson.dumps({"found": found, "next": following}), *files])
