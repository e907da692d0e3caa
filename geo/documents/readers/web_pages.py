"""Web pages: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from geo.documents.articles import Article, refuse_blank
from geo.documents.pages import read_page


def read_web_page(file: BinaryIO) -> Iterator[Article]:
    """Yield the article of a web page."""
    text, metadata = read_page(file.read())
    yield Article(refuse_blank(text), metadata, titled=True)
