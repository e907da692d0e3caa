"""Plain text: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from geo.documents.articles import Article, Unread, refuse_blank
from geo.documents.encodings import read_bytes
from geo.documents.metadata import Metadata


def read_text(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of a text in any encoding, and how it was read where that is no matter of course."""
    decoded = read_bytes(file.read())
    yield Article(refuse_blank(decoded.text), Metadata())
    if decoded.note:
        yield Unread(None, decoded.note, "note")
