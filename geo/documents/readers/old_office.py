"""Old office documents (.doc, .ppt, .msg): said to be what they are, with the way out; nothing reads them without their program."""

from collections.abc import Iterator
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article


def read_old_office(file: BinaryIO) -> Iterator[Article]:
    """Raise ReadError for a document of the old binary kind."""
    raise ReadError(
        "this is a document or a letter of the old Office kind (.doc, .ppt, .msg); save it as .docx, .odt, .eml or PDF and read that"
    )
    yield  # A reader is a generator: what is wrong is said when it is read.
