"""XML of the press: feeds (RSS, Atom), an article an item, and news items (NITF, NewsML)."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.dates import parse_published
from geo.documents.encodings import normalise
from geo.documents.metadata import Metadata, check_address
from geo.documents.pages import read_page
from geo.documents.readers.markup import (
    find_child,
    list_descendants,
    name_element,
    parse_xml,
    read_attribute,
    read_words,
    write_markup,
)

if TYPE_CHECKING:
    from geo.documents.readers.markup import Element

_ITEMS = frozenset(("item", "entry"))
# What an item of a feed says its parts under, the fullest text first.
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated")
_NEWS_DAYS = ("story.date", "date.issue", "versionCreated", "ThisRevisionCreated", "firstCreated")
_MARKED = re.compile(r"<[a-zA-Z/!]")


class _Content(NamedTuple):
    """The text of an element, and the lines of its footnotes."""

    text: str
    footnotes: tuple[str, ...] = ()


def read_xml(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of each item of a feed, or that of a news item."""
    root = parse_xml(file.read(), typed=True)
    match name_element(root):
        case "rss" | "RDF" | "feed":
            yield from _read_feed(root)
        case "nitf" | "newsItem" | "NewsML" | "newsMessage":
            yield from _read_news(root)
        case name:
            raise ReadError(
                f"XML whose root is <{name}> is not read, only feeds (RSS, Atom), NITF and NewsML; save its text and read that"
            )


def _read_feed(root: "Element") -> Iterator[Article | Unread]:
    channel = find_child(root, "channel")
    outlet = read_words(find_child(root if channel is None else channel, "title"))
    items = (element for element in root.iter() if name_element(element) in _ITEMS)
    for number, item in enumerate(items, start=1):
        place = f"item {number}"
        contents = (_read_text(find_child(item, name)) for name in _TEXTS)
        text, footnotes = next((content for content in contents if content.text), _Content(""))
        metadata = Metadata(
            normalise(read_words(find_child(item, "title"))) or None,
            _read_day(item, _DAYS),
            normalise(outlet) or None,
            _read_link(item),
        )
        yield _make_article(text, metadata, place, footnotes)


def _make_article(text: str, metadata: Metadata, place: str | None, footnotes: Sequence[str]) -> Article | Unread:
    if not text:
        return Unread(place, "there is no text in it")
    return Article(text, metadata, place, titled=True).with_footnotes(footnotes)


def _read_text(element: "Element | None") -> _Content:
    """Return what stands in an element: words, markup, or markup written as words."""
    if element is None:
        return _Content("")
    if len(element):
        return _read_markup(write_markup(element))
    words = element.text or ""
    if _MARKED.search(words):
        return _read_markup(words)
    return _Content(normalise(html.unescape(words)).strip())


def _read_markup(markup: str) -> _Content:
    page = f'<html><head><meta charset="utf-8"></head><body><article>{markup}</article></body></html>'
    article = read_page(page.encode())
    return _Content(article.text.strip(), article.footnotes)


def _read_day(around: "Element", names: tuple[str, ...]) -> str | None:
    """Return the day of the first name that says one, in its words or in its attribute for programs."""
    for name in names:
        for element in list_descendants(around, name):
            day = parse_published(read_attribute(element, "norm") or read_words(element))
            if day:
                return day
    return None


def _read_link(item: "Element") -> str | None:
    links = [element for element in item if name_element(element) == "link"]
    own = [link for link in links if (read_attribute(link, "rel") or "alternate") == "alternate"]
    addresses = (check_address(read_attribute(link, "href") or read_words(link)) for link in own)
    return next(filter(None, addresses), None)


# --- news items ------------------------------------------------------------------------------------------------------


def _read_news(root: "Element") -> Iterator[Article | Unread]:
    items = [element for element in root.iter() if name_element(element) in ("newsItem", "NewsItem")] or [root]
    for number, item in enumerate(items, start=1):
        place = None if len(items) == 1 else f"item {number}"
        contents = [content for content in map(_read_text, _find_contents(item)) if content.text]
        text = "\n\n".join(content.text for content in contents)
        footnotes = [line for content in contents for line in content.footnotes]
        if not text and place is None:
            raise ReadError("there is no text in this news item; save its text and read that")
        title = next(filter(None, (read_words(one) for name in _TITLES for one in list_descendants(item, name))), "")
        metadata = Metadata(normalise(title) or None, _read_day(item, _NEWS_DAYS))
        yield _make_article(text, metadata, place, footnotes)


_TITLES = ("hl1", "headline", "HeadLine", "title")
_CONTENTS = ("body.content", "body", "DataContent", "inlineXML", "inlineData")


def _find_contents(item: "Element") -> list["Element"]:
    for name in _CONTENTS:
        found = list(list_descendants(item, name))
        if found:
            return found
    return []
