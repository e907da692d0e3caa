"""Word documents (.docx): the text as it is printed, with notes, comments and running heads told apart.

Insertions count, deletions and hidden text do not; of a text box that is stored twice one is read. The day that a file
was made is no published date: a template's may be years older.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.metadata import Metadata
from geo.documents.readers.blocks import Block, BlockCell, Paragraph, Table, check_title, make_article, write_blocks
from geo.documents.readers.docx_lists import Lists
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

_BODY = "word/document.xml"
# What only wraps paragraphs, tables, rows or runs; a deletion wraps them too, and is left out.
_WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo", "ruby",
     "rubyBase", "Choice", "Fallback", "AlternateContent")
)  # fmt: skip
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_OFF = ("0", "false", "off")


def read_docx(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of a Word document."""
    with open_members(file) as members:
        if _BODY not in members.names:
            raise ReadError("there is no Word document in it; save it as .docx and read that")
        body = find_child(parse_xml(members.read(_BODY)), "body")
        if body is None:
            raise ReadError("the Word document in it has no body; save it again with the program that made it")
        blocks = [*_Walk(_make_lists(members)).read_blocks(body), *_read_apart(members, body)]
        yield make_article(write_blocks(blocks), Metadata(check_title(_read_title(members))))


def _make_lists(members: Members) -> Lists:
    return Lists(_parse(members, "word/numbering.xml"), _parse(members, "word/styles.xml"))


def _parse(members: Members, name: str) -> "Element | None":
    return parse_xml(members.read(name)) if name in members.names else None


def _read_title(members: Members) -> str:
    return read_words(find_child(_parse(members, "docProps/core.xml"), "title"))


class _Walk:
    """A walk through the elements of a document in their order; it counts the items of lists as it goes."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def read_blocks(self, around: "Element") -> Iterator[Block]:
        """Yield the paragraphs and tables that stand in an element, and in what only wraps them."""
        for element in around:
            match name_element(element):
                case "p":
                    yield from self._read_paragraph(element)
                case "tbl":
                    yield Table(tuple(self._read_rows(element)))
                case name if name in _WRAPPERS:
                    yield from self.read_blocks(_choose(element))

    def _read_paragraph(self, element: "Element") -> Iterator[Block]:
        text = "".join(_leave_out_codes(_read_runs(element))).strip("\n ")
        if text.strip():
            mark = self._lists.find_mark(find_child(element, "pPr"))
            yield Paragraph(f"{mark} {text}", item=True) if mark else Paragraph(text)
        for box in _find_boxes(element):
            yield from self.read_blocks(box)

    def _read_rows(self, table: "Element") -> Iterator[tuple[BlockCell, ...]]:
        rows = [list(self._read_cells(row)) for row in _unwrap(table, "tr")]
        below = [dict(_place_cells(row)) for row in rows]
        for number, row in enumerate(rows):
            yield tuple(
                cell._replace(rows=1 + _count_hanging(below[number + 1 :], place, cell))
                for place, cell in _place_cells(row)
                if cell.rows
            )

    def _read_cells(self, row: "Element") -> Iterator[BlockCell]:
        """Yield the cells of a row; one that hangs down from the row above takes up none."""
        skipped = _read_count(find_child(row, "trPr", "gridBefore"))
        yield from [BlockCell(())] * skipped
        if find_child(row, "trPr", "del") is not None:
            return
        for element in _unwrap(row, "tc"):
            merged = find_child(element, "tcPr", "vMerge")
            hangs = merged is not None and (read_attribute(merged, "val") or "continue") == "continue"
            blocks = () if hangs else tuple(self.read_blocks(element))
            columns = max(1, _read_count(find_child(element, "tcPr", "gridSpan")))
            yield BlockCell(blocks, columns, 0 if hangs else 1)


def _read_count(element: "Element | None") -> int:
    written = read_attribute(element, "val") or ""
    return min(int(written), WIDEST) if written.isdecimal() and len(written) < 5 else 0


def _place_cells(row: Iterable[BlockCell]) -> Iterator[tuple[int, BlockCell]]:
    place = 0
    for cell in row:
        yield place, cell
        place += cell.columns


def _count_hanging(below: list[dict[int, BlockCell]], place: int, cell: BlockCell) -> int:
    """Return how many rows a cell hangs down; none where it takes up none itself."""
    count = 0
    for row in below:
        under = row.get(place)
        if not cell.rows or under is None or under.rows:
            break
        count += 1
    return count


def _choose(element: "Element") -> "Element":
    """Return what is shown of an element that holds the same twice, and any other as it is."""
    if name_element(element) != "AlternateContent":
        return element
    return next((child for child in element if name_element(child) == "Choice"), element)


def _unwrap(around: "Element", name: str) -> Iterator["Element"]:
    for element in around:
        if name_element(element) == name:
            yield element
        elif name_element(element) in _WRAPPERS:
            yield from _unwrap(_choose(element), name)


def _find_boxes(around: "Element") -> Iterator["Element"]:
    """Yield what stands in the text boxes that hang on a paragraph, each once."""
    for element in around:
        match name_element(element):
            case "txbxContent":
                yield element
            case "del" | "moveFrom":
                pass
            case _:
                yield from _find_boxes(_choose(element))


_BEGIN, _SEPARATE, _END = "\0begin", "\0separate", "\0end"


def _read_runs(around: "Element") -> Iterator[str]:
    """Yield the text of runs, and where the codes of fields begin and end."""
    for element in around:
        match name_element(element):
            case "r":
                if not _is_hidden(element):
                    yield from _read_run(element)
            case name if name in _WRAPPERS:
                yield from _read_runs(_choose(element))


def _is_hidden(run: "Element") -> bool:
    hidden = find_child(run, "rPr", "vanish")
    return hidden is not None and read_attribute(hidden, "val") not in _OFF


def _read_run(run: "Element") -> Iterator[str]:
    for element in run:
        match name_element(element):
            case "t":
                yield element.text or ""
            case "fldChar":
                yield "\0" + (read_attribute(element, "fldCharType") or "")
            case "ruby":
                yield from _read_runs(element)
            case name if name in _SIGNS:
                yield _SIGNS[name]


def _leave_out_codes(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text without what fields are told to do; what they show stays."""
    fields: list[bool] = []  # of each open field whether its code is past
    for piece in pieces:
        if piece == _BEGIN:
            fields.append(False)
        elif piece == _SEPARATE and fields:
            fields[-1] = True
        elif piece == _END and fields:
            fields.pop()
        elif all(fields) and not piece.startswith("\0"):
            yield piece


# --- what stands beside the text -------------------------------------------------------------------------------------


def _read_apart(members: Members, body: "Element") -> Iterator[Paragraph]:
    """Yield notes in the order of their marks, comments and running heads, each with the rule that sets it apart."""
    for reference, part in _NOTES.items():
        yield from _set_apart(_read_notes(members, body, reference, part), "footnote")
    comments = _parse(members, "word/comments.xml")
    if comments is not None:
        yield from _set_apart(list_descendants(comments, "comment"), "comment")
    for name in [*members.find(r"word/header\d*\.xml"), *members.find(r"word/footer\d*\.xml")]:
        yield from _set_apart([parse_xml(members.read(name))], "running head")


def _read_notes(members: Members, body: "Element", reference: str, part: str) -> Iterator["Element"]:
    marks = [read_attribute(mark, "id") for mark in list_descendants(body, reference)]
    notes = _parse(members, part) if marks else None
    if notes is not None:
        named = {read_attribute(note, "id"): note for note in notes}
        yield from (named[mark] for mark in dict.fromkeys(marks) if mark in named)


def _set_apart(elements: Iterable["Element"], rule: str) -> Iterator[Paragraph]:
    for element in elements:
        lines = write_blocks(_Walk(Lists(None, None)).read_blocks(element))
        yield from (Paragraph(line.text.strip(), rule) for line in lines if line.text.strip())
