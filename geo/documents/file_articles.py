"""The articles in one file, whatever its format, and in the files that it holds in turn.

What a reader raises ends that file alone: it is told as a place that holds no article.
"""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from geo.base.errors import NoDocument, ReadError
from geo.base.guards import Trouble, attempt_each
from geo.base.limits import LIMITS
from geo.base.records import Failure, FailureKind
from geo.documents.articles import Found, Member, Unread
from geo.documents.formats import FORMATS, Format
from geo.documents.metadata import Metadata
from geo.documents.registers import read_register_bytes
from geo.documents.signatures import HEAD, TAIL, tell_format

# A project is no format: who reads files reads it before, as its documents are read already.
_PROJECT = "a project inside another file is not read; read it by itself"
_DEEPEST = 2  # a report in a mail in an archive
_NOTHING = Metadata()


def read_article_bytes(name: str, data: bytes) -> Iterator[Found]:
    """Yield the articles of a file that lies on no disk, and the places that hold none: its name and its bytes.

    Raises ReadError when the file as a whole cannot be read.
    """
    yield from read_article_file(name, io.BytesIO(data))


def read_article_file(name: str, file: BinaryIO, depth: int = 0, most: int | None = None) -> Iterator[Found]:
    """Yield the same of an open file, which lies so deep in others; `most` are the bytes that it may have."""
    check_depth(depth)
    form = choose_format(name, file, most)
    members = Members()
    for found in read_guarded(form, file):
        if isinstance(found, Member):
            inside = PurePosixPath(found.name).name, io.BytesIO(found.data), depth + 1
            yield from members.read(found, read_article_file(*inside))
        else:
            yield found


def check_depth(depth: int) -> None:
    """Raise ReadError where a file lies too deep in others."""
    if depth > _DEEPEST:
        raise ReadError(f"it lies more than {_DEEPEST} files deep in others; unpack it and read what is in it")


class Members:
    """The files inside a file, in their order: what its registers say is supplied to those that come after."""

    def __init__(self) -> None:
        """Begin with no register."""
        self._registers: dict[str, dict[str, Metadata]] = {}

    def read(self, member: Member, articles: Iterator[Found]) -> Iterator[Found]:
        """Yield the articles of a file, and its places that hold none; of a register only what is wrong with it."""
        failures: list[Failure] = []
        if self._take_register(member, failures):
            yield from (Unread(one.place, one.reason, one.kind, member.name) for one in failures)
            return
        for found in attempt_each(articles):
            yield self._place(found, member.name)

    def _take_register(self, member: Member, failures: list[Failure]) -> bool:
        """Keep what a register says of the files beside it; tell a file that is none."""
        path = PurePosixPath(member.name)
        said = read_register_bytes(path.name, member.data, failures.append)
        if said is None:
            return False
        self._registers[str(path.parent)] = said
        return True

    def _place(self, found: Found | Trouble, name: str) -> Found:
        """Return what was found with the name of the file it was found in."""
        if isinstance(found, Trouble):
            return Unread(None, found.words, name_kind(found), name)
        inside = name if found.inside is None else f"{name}/{found.inside}"
        if isinstance(found, Unread):
            return found._replace(inside=inside)
        path = PurePosixPath(name)
        said = self._registers.get(str(path.parent), {}).get(path.name, _NOTHING)
        return found._replace(inside=inside, supplied=found.supplied.fill(said))


def read_guarded(form: Format, file: BinaryIO, longest: int = LIMITS.row) -> Iterator[Found | Member]:
    """Yield what a reader finds; where it breaks down, what it found before, and why it ended.

    No row of a table has more characters than `longest`. Raises ReadError where it finds nothing at all.
    """
    empty = True
    for found in attempt_each(form.read_rows(file, longest) if form.read_rows else form.read(file)):
        if isinstance(found, Trouble):
            if empty:
                raise ReadError(found.words)
            yield Unread(None, found.words)
            return
        empty = False
        yield found


def name_kind(trouble: Trouble) -> FailureKind:
    """Return what kind of failure has come of what a reader raised."""
    return "no document" if trouble.kind == NoDocument.__name__ else "unread"


def choose_format(name: str, file: BinaryIO, most: int | None = None) -> Format:
    """Return the format of an open file; raises ReadError for one that is not read, and a size that is too much.

    That is more than `most` bytes; without it, more than its format may have.
    """
    size = file.seek(0, io.SEEK_END)
    if size == 0:
        raise ReadError("the file is empty")
    file.seek(0)
    head = file.read(HEAD)
    file.seek(max(0, size - TAIL))
    told = tell_format(name, head, file.read(TAIL) if size > HEAD else b"")
    file.seek(0)
    form = FORMATS.get(told.format or "")
    if form is None:
        raise (ReadError if told.document else NoDocument)(told.reason or _PROJECT)
    largest = form.largest if most is None else most
    if size > largest:
        raise ReadError(
            f"{size / 2**20:.0f} MB is more than the {largest / 2**20:.0f} MB read of one such file; split it"
        )
    return form
