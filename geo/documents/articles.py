"""What a reader of files gives: the articles of one file, and the places of it that hold none."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from geo.base.errors import ReadError
from geo.documents.metadata import Metadata


class Article(NamedTuple):
    """One text as a file holds it, with what the file states beside it; `titled` if the title belongs in the text."""

    text: str
    metadata: Metadata
    place: str | None = None
    titled: bool = False


class Unread(NamedTuple):
    """One place of a file that holds no article, and why."""

    place: str
    reason: str


Reader = Callable[[BinaryIO], Iterator[Article | Unread]]


def refuse_blank(text: str) -> str:
    """Return a text; raise ReadError where there is nothing in it but blanks."""
    if not text.strip():
        raise ReadError("there is no text in it")
    return text
