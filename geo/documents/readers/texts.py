"""Plain text: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from geo.documents.articles import Article, refuse_blank
from geo.documents.encodings import decode
from geo.documents.metadata import Metadata


def read_text(file: BinaryIO) -> Iterator[Article]:
    """Yield the article of a text in any encoding."""
    yield Article(refuse_blank(decode(file.read())), Metadata())
