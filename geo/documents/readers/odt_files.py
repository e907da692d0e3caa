"""OpenDocument texts (.odt): the text as it is printed, with notes, comments and running heads told apart."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.metadata import Metadata
from geo.documents.readers.blocks import Block, BlockCell, Paragraph, Table, check_title, make_article, write_blocks
from geo.documents.readers.markup import (
    find_child,
    list_descendants,
    name_element,
    parse_xml,
    read_attribute,
    read_words,
)
from geo.documents.readers.members import Members, open_members
from geo.documents.table_cells import WIDEST

if TYPE_CHECKING:
    from geo.documents.readers.markup import Element

_CONTENT = "content.xml"
_PARAGRAPHS = frozenset(("p", "h"))
# What only wraps paragraphs, and what wraps the rows of a table.
_WRAPPERS = frozenset(("section", "index-body", "frame", "text-box", "list-header", "g", "custom-shape"))
_ROW_WRAPPERS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
# What stands within a paragraph and is no part of its words.
_ASIDE = frozenset(
    ("note", "annotation", "hidden-text", "hidden-paragraph", "ruby-text", "frame", "script", "custom-shape")
)
_BREAKS = {"tab": "\t", "line-break": "\n"}
_MOST_BLANKS = 200


def read_odt(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of an OpenDocument text."""
    with open_members(file) as members:
        if _CONTENT not in members.names:
            raise ReadError("there is no OpenDocument text in it; save it as .odt and read that")
        body = find_child(parse_xml(members.read(_CONTENT)), "body", "text")
        if body is None:
            raise ReadError("the document in it is no text; save it as .odt and read that")
        blocks = [*_read_blocks(body), *_read_apart(members, body)]
        yield make_article(write_blocks(blocks), Metadata(check_title(_read_title(members))))


def _read_title(members: Members) -> str:
    if "meta.xml" not in members.names:
        return ""
    return read_words(find_child(parse_xml(members.read("meta.xml")), "meta", "title"))


def _read_blocks(around: "Element") -> Iterator[Block]:
    for element in around:
        match name_element(element):
            case name if name in _PARAGRAPHS:
                yield from _read_paragraph(element)
            case "list":
                yield from _read_list(element)
            case "table":
                yield Table(tuple(_read_rows(element)))
            case name if name in _WRAPPERS:
                yield from _read_blocks(element)


def _read_paragraph(element: "Element") -> Iterator[Block]:
    text = "".join(_read_words(element)).strip("\n ")
    if text.strip():
        yield Paragraph(text)
    for frame in list_descendants(element, "text-box"):
        yield from _read_blocks(frame)


def _read_words(element: "Element") -> Iterator[str]:
    name = name_element(element)
    if name == "s":
        count = read_attribute(element, "c") or "1"
        yield " " * (min(int(count), _MOST_BLANKS) if count.isdecimal() and len(count) < 5 else 1)
    yield _BREAKS.get(name, "")
    yield element.text or ""
    for child in element:
        if name_element(child) not in _ASIDE:
            yield from _read_words(child)
        yield child.tail or ""


def _read_list(element: "Element") -> Iterator[Block]:
    """Yield the items of a list: how they are marked is the style's matter, so that each gets a plain bullet."""
    for item in element:
        for number, block in enumerate(_read_blocks(item)):
            marked = isinstance(block, Paragraph) and not block.item and not number
            yield Paragraph(f"• {block.text}", item=True) if marked and isinstance(block, Paragraph) else block


def _read_rows(table: "Element") -> Iterator[tuple[BlockCell, ...]]:
    for element in table:
        if name_element(element) in _ROW_WRAPPERS:
            yield from _read_rows(element)
        elif name_element(element) == "table-row":
            yield tuple(_read_cells(element))


def _read_cells(row: "Element") -> Iterator[BlockCell]:
    for element in row:
        # What a cell covers is written out beside or under it; the cell itself says how far it goes.
        if name_element(element) == "table-cell":
            columns, rows, repeated = (
                _read_count(element, name)
                for name in ("number-columns-spanned", "number-rows-spanned", "number-columns-repeated")
            )
            yield from [BlockCell(tuple(_read_blocks(element)), columns, rows)] * repeated


def _read_count(element: "Element", name: str) -> int:
    written = read_attribute(element, name) or ""
    return max(1, min(int(written), WIDEST)) if written.isdecimal() and len(written) < 7 else 1


def _read_apart(members: Members, body: "Element") -> Iterator[Paragraph]:
    for note in list_descendants(body, "note-body"):
        yield from _set_apart(note, "footnote")
    for comment in list_descendants(body, "annotation"):
        yield from _set_apart(comment, "comment")
    styles = parse_xml(members.read("styles.xml")) if "styles.xml" in members.names else None
    for name in ("header", "footer"):
        for element in list_descendants(styles, name) if styles is not None else ():
            yield from _set_apart(element, "running head")


def _set_apart(element: "Element", rule: str) -> Iterator[Paragraph]:
    lines = write_blocks(_read_blocks(element))
    yield from (Paragraph(line.text.strip(), rule) for line in lines if line.text.strip())
