"""The article on a web page and what the page says of itself; nothing that a page names is fetched.

The main content is found by resiliparse; what furniture it leaves is labelled line by line afterwards (geo.documents.furniture).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DocumentNode, ElementNode, HTMLTree

from geo.base.errors import ReadError
from geo.documents.dates import parse_published
from geo.documents.encodings import Decoded, normalise, read_bytes
from geo.documents.footnotes import take_footnotes
from geo.documents.metadata import Metadata, check_address
from geo.documents.page_tables import list_elements, write_tables

_DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w-]{2,40})", re.I)
_DECLARED_WITHIN = 4_096
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# These close themselves, so a page may hold thousands of them side by side.
_FLAT = re.compile("area|br|col|hr|img|input|link|meta|source|p|li|dt|dd|tr|td|th|option|html|head|body", re.I)
_DEEPEST = 1_500  # reading takes the square of the depth; a hand-made page is under 60 deep

# resiliparse takes every <ul> for a menu. One that says more beside its links than in them is part of the article, unless
# every item begins with one, as the headline of a teaser does.
_LIST = re.compile(r"<ul\b[^>]{0,500}>((?:(?!</?ul\b).)*)</ul>", re.I | re.S)
_LINK = re.compile(r"<a\b[^<>]{0,2000}>((?:(?!</?a\b).)*)</a>", re.I | re.S)
_LINK_FIRST = re.compile(r"\s*(?:<(?!a\b)[^<>]{0,500}>\s*){0,20}<a\b", re.I)
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>|\s")
_ITEM = re.compile(r"<li\b[^>]{0,500}>", re.I)
_ITEM_END = re.compile(r"</li\s{0,5}>", re.I)

_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_TIMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "date",
    "og:release_date",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "source")
_STRUCK = ("s", "del", "strike")
_LONGEST_TITLE = 500
_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜]|--+|\s[-–—]\s)[^_|｜]{1,40}$")


class PageArticle(NamedTuple):
    """The text of a page's article, what the page states of it, and the lines of its footnotes."""

    text: str
    metadata: Metadata
    footnotes: tuple[str, ...] = ()


def read_page(data: bytes) -> PageArticle:
    """Give the article of a web page; raises ReadError when it is no page."""
    return read_source(decode_page(data).text)


def decode_page(data: bytes) -> Decoded:
    """Return the source of a web page, in the encoding that it declares or is in."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    return read_bytes(data, declared.group(1).decode("ascii") if declared else None)


def read_source(source: str) -> PageArticle:
    """Give the same as read_page of the source of a page."""
    if _measure_depth(source) > _DEEPEST:
        raise ReadError(
            f"this page nests its elements more than {_DEEPEST} deep; save its article as text and read that"
        )
    tree = HTMLTree.parse(_LIST.sub(_spell_out_list, source))
    document = tree.document
    if document is None:
        return PageArticle(_read_text(tree), Metadata())
    _leave_out_struck(document)
    footnotes = take_footnotes(document, source)
    write_tables(document)
    return PageArticle(_read_text(tree), _read_metadata(document, tree.title or ""), footnotes)


def _leave_out_struck(document: DocumentNode) -> None:
    """Leave out what the page itself has struck through: it no longer says so."""
    if document.query_selector(", ".join(_STRUCK)) is None:
        return
    # What stands inside comes first: a node that went with the one around it must not be touched.
    for node in reversed(list_elements(document, _STRUCK)):
        node.decompose()


def _spell_out_list(found: re.Match[str]) -> str:
    items = found.group(1)
    linked = sum(map(_count_letters, _LINK.findall(items)))
    teasers = linked and all(map(_LINK_FIRST.match, _ITEM.split(items)[1:]))
    if teasers or 2 * linked > _count_letters(items):
        return found.group()
    return f"<div>{_ITEM_END.sub('</p>', _ITEM.sub('<p>• ', items))}</div>"


def _count_letters(source: str) -> int:
    return len(_ANY_TAG.sub("", source))


def _measure_depth(source: str) -> int:
    depth = deepest = 0
    for slash, name in _TAG.findall(source):
        if not _FLAT.fullmatch(name):
            depth = max(0, depth + (-1 if slash else 1))
            deepest = max(deepest, depth)
    return deepest


def _read_text(tree: HTMLTree) -> str:
    """Give the main content, or, where none is found, all text of the page for the furniture rules to label."""
    article = _extract(tree, main=True)
    return article if article.strip() else _extract(tree, main=False)


def _extract(tree: HTMLTree, *, main: bool) -> str:
    text = extract_plain_text(
        tree, preserve_formatting=True, main_content=main, list_bullets=True, alt_texts=False, comments=False
    )
    return normalise(text)


def _read_metadata(document: DocumentNode, page_title: str) -> Metadata:
    said = dict(_read_meta(document))
    heading, time = document.query_selector("h1"), document.query_selector("time[datetime]")
    title = (
        _pick(said, _TITLES)
        or (heading.text if heading else "")
        or _SITE_SUFFIX.sub("", " ".join(page_title.split())[:_LONGEST_TITLE])
    )
    dates = [said[name] for name in _TIMES if name in said] + [_read_attribute(time, "datetime")]
    address = _read_attribute(document.query_selector("link[rel=canonical]"), "href")
    return Metadata(
        normalise(" ".join(title.split())) or None,
        next(filter(None, map(parse_published, dates)), None),
        _pick(said, _OUTLETS),
        check_address(address) or check_address(said.get("og:url")),
    )


def _read_meta(document: DocumentNode) -> Iterator[tuple[str, str]]:
    # Reversed, so that of two the first counts in the dict.
    for meta in reversed(list_elements(document, ("meta",))):
        names = (_read_attribute(meta, kind) for kind in ("property", "name", "itemprop"))
        name, content = next(filter(None, names), ""), _read_attribute(meta, "content")
        if name and content:
            yield name.lower(), content


def _read_attribute(node: ElementNode | None, name: str) -> str:
    value = node.getattr(name) if node is not None else None
    return normalise(" ".join(value.split())) if value else ""


def _pick(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)
