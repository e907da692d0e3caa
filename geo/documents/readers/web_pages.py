"""Web pages: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from geo.documents.articles import Article, Unread, refuse_blank
from geo.documents.pages import decode_page, read_source


def read_web_page(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of a web page, and how it was read where that is no matter of course."""
    decoded = decode_page(file.read())
    text, metadata, footnotes = read_source(decoded.text)
    article = Article(text, metadata, titled=True).with_footnotes(footnotes)
    refuse_blank(article.text)
    yield article
    if decoded.note:
        yield Unread(None, decoded.note, "note")
