"""Books (.epub): an article a chapter, in the order of the book."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from urllib.parse import unquote

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.dates import parse_published
from geo.documents.encodings import normalise
from geo.documents.metadata import Metadata
from geo.documents.pages import read_page
from geo.documents.readers.markup import find_child, list_descendants, parse_xml, read_attribute, read_words
from geo.documents.readers.members import Members, open_members

if TYPE_CHECKING:
    from geo.documents.readers.markup import Element

_CONTAINER, _LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/xml")


class _Book(NamedTuple):
    """What a book states of itself, and its chapters: their names in the file, in order."""

    title: str
    stated: Metadata
    chapters: tuple[str, ...]


def read_epub(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of each chapter that has a text."""
    with open_members(file) as members:
        _refuse_locked(members)
        book = _read_book(members)
        found = False
        for number, name in enumerate(book.chapters, start=1):
            for chapter in _read_chapter(members, name, number, book):
                found = True
                yield chapter
    if not found:
        raise ReadError("there is no chapter with a text in it")


def _refuse_locked(members: Members) -> None:
    if _LOCKS not in members.names:
        return
    methods = list_descendants(parse_xml(members.read(_LOCKS)), "EncryptionMethod")
    if any(read_attribute(method, "Algorithm") not in _FONTS for method in methods):
        raise ReadError("this book is locked (DRM); read one that is not")


def _read_book(members: Members) -> _Book:
    if _CONTAINER not in members.names:
        raise ReadError("there is no book in it; save it as .epub and read that")
    links = list_descendants(parse_xml(members.read(_CONTAINER)), "rootfile")
    path = next((link for link in (read_attribute(link, "full-path") for link in links) if link), "")
    package = parse_xml(members.read(path), typed=True)
    stated = find_child(package, "metadata")
    title, day, publisher, creator = (
        normalise(read_words(next(list_descendants(stated, name), None))) if stated is not None else ""
        for name in ("title", "date", "publisher", "creator")
    )
    metadata = Metadata(title or None, parse_published(day), publisher or creator or None)
    return _Book(title, metadata, tuple(_list_chapters(package, posixpath.dirname(path))))


def _list_chapters(package: "Element", folder: str) -> Iterator[str]:
    items = {read_attribute(item, "id"): item for item in list_descendants(package, "item")}
    for reference in list_descendants(package, "itemref"):
        item = items.get(read_attribute(reference, "idref"))
        if item is None or read_attribute(item, "media-type") not in _PAGES:
            continue
        if "nav" not in (read_attribute(item, "properties") or "").split():
            path = unquote((read_attribute(item, "href") or "").partition("#")[0])
            yield posixpath.normpath(posixpath.join(folder, path))


def _read_chapter(members: Members, name: str, number: int, book: _Book) -> Iterator[Article | Unread]:
    try:
        text, page, footnotes = read_page(members.read(name))
    except ReadError as error:
        yield Unread(f"chapter {number}", str(error))
        return
    if not text.strip() and not footnotes:
        return  # a cover, a picture
    title = page.title if page.title and page.title != book.title else None
    metadata = book.stated._replace(title=title or book.stated.title)
    chapter = Article(text, metadata, f"chapter {title or number}", titled=title is not None)
    yield chapter.with_footnotes(footnotes)
