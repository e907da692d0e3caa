"""OpenDocument spreadsheets (.ods), sheet by sheet. Hidden sheets are read, and said to be hidden."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.readers.markup import (
    find_child,
    list_descendants,
    name_element,
    parse_xml,
    read_attribute,
    read_words,
)
from geo.documents.readers.members import open_members
from geo.documents.readers.sheets import MOST_CELLS, Sheet, read_sheet, spread, write_value

if TYPE_CHECKING:
    from geo.documents.readers.markup import Element

_CONTENT = "content.xml"
_ROW_WRAPPERS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_CELLS = ("table-cell", "covered-table-cell")


def read_ods(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the articles of each sheet in order, and the sheets that hold none."""
    with open_members(file) as members:
        if _CONTENT not in members.names:
            raise ReadError("there is no OpenDocument spreadsheet in it; save it as .ods and read that")
        root = parse_xml(members.read(_CONTENT))
    sheets = find_child(root, "body", "spreadsheet")
    hidden = frozenset(_list_hidden_styles(root))
    for table in sheets if sheets is not None else ():
        if name_element(table) == "table":
            name = read_attribute(table, "name") or ""
            shown = " (hidden)" * (read_attribute(table, "style-name") in hidden)
            yield from _read_table(table, name, f"sheet {name}{shown}")


def _list_hidden_styles(root: "Element") -> Iterator[str | None]:
    for style in list_descendants(root, "style"):
        if read_attribute(find_child(style, "table-properties"), "display") == "false":
            yield read_attribute(style, "name")


def _read_table(table: "Element", name: str, place: str) -> Iterator[Article | Unread]:
    rows: list[list[str]] = []
    spans: list[tuple[range, range]] = []
    cells = 0
    for row in _list_rows(table):
        words = list(_read_cells(row, len(rows), spans))
        while words and not words[-1]:
            words.pop()
        # Rows without a word are repeated down to the end of the sheet.
        repeated = _read_count(row, "number-rows-repeated") if words else 1
        cells += repeated * (len(words) + 1)
        if cells > MOST_CELLS:
            yield Unread(place, f"it has more than the {MOST_CELLS} cells read of a sheet; delete what is far off")
            return
        rows.extend(list(words) for _ in range(repeated))
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        yield Unread(place, f"it spans more than the {MOST_CELLS} cells read of a sheet; delete what is far off")
        return
    whole = [words + [""] * (width - len(words)) for words in rows]
    for down, across in spans:
        spread(whole, down, across)
    yield from read_sheet(Sheet(name, whole), place)


def _list_rows(around: "Element") -> Iterator["Element"]:
    for element in around:
        if name_element(element) in _ROW_WRAPPERS:
            yield from _list_rows(element)
        elif name_element(element) == "table-row":
            yield element


def _read_cells(row: "Element", number: int, spans: list[tuple[range, range]]) -> Iterator[str]:
    """Yield the words of a row's cells; which cells of it span several is added to `spans`."""
    column = 0
    for cell in row:
        if name_element(cell) not in _CELLS:
            continue
        words = _read_cell(cell)
        columns, rows = (_read_count(cell, f"number-{kind}-spanned") for kind in ("columns", "rows"))
        if words and columns * rows > 1:
            spans.append((range(number, number + rows), range(column, column + columns)))
        repeated = _read_count(cell, "number-columns-repeated")
        yield from (words for _ in range(repeated))
        column += repeated


def _read_count(element: "Element", name: str) -> int:
    """Return how often something is repeated; no sheet has more rows than 1,048,576, nor columns than 16,384."""
    written = read_attribute(element, name) or ""
    most = 16_384 if "columns" in name else 1_048_576
    return max(1, min(int(written), most)) if written.isdecimal() and len(written) < 10 else 1


def _read_cell(cell: "Element") -> str:
    kind, value = read_attribute(cell, "value-type"), read_attribute(cell, "value")
    if kind in ("float", "percentage") and value is not None:
        try:
            return write_value(float(value), percent=kind == "percentage")
        except ValueError:
            return ""
    if kind == "date":
        return (read_attribute(cell, "date-value") or "").replace("T00:00:00", "").replace("T", " ")
    paragraphs = (read_words(child) for child in cell if name_element(child) == "p")
    return write_value("\n".join(paragraphs))
