"""The data tables of a web page, written as lines of text before its article is looked for.

Each row becomes a paragraph of its own (`geo.documents.grids.write_row`). Tables that only lay out a page are left as they are:
those that hold other tables, a single row or column, no number, or prose. A heading that spans columns or rows stands
in each of them; a number that does so counts for none of them alone, and gets a mark that keeps it from being read.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from resiliparse.parse.html import DocumentNode, ElementNode, Node

from geo.documents.grids import write_row

_MOST_ELEMENTS = 60_000  # a page with more keeps its tables as they are
_MOST_WRITTEN = 4_000_000  # characters of all tables of a page, spans written out
_WIDEST = 60
_LONGEST_CELL = 300
_HIDDEN = frozenset({"script", "style", "noscript", "template"})
_MENDED = "sup, br, script, style, noscript, template, [hidden], [style]"
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SPANS_ROWS, _SPANS_COLUMNS = " ↕", " ↔"


class _Cell(NamedTuple):
    """The words of a cell and how many columns and rows it takes up."""

    text: str
    columns: int
    rows: int
    heading: bool


def write_tables(page: DocumentNode) -> None:
    """Put lines of text in the place of each data table of a page."""
    if page.query_selector("table") is None or len(page.query_selector_all("*")) > _MOST_ELEMENTS:
        return
    rest = _MOST_WRITTEN
    for table in list_elements(page, ("table",)):
        if rest > 0 and not _is_layout(table):
            rest -= _write_table(page, table, rest)


def list_elements(node: Node, tags: Collection[str] = ()) -> list[ElementNode]:
    """Return the elements within a node, or those of some tags, in the order of the page."""
    # Not what query_selector_all finds: resiliparse walks that in the square of its length, a page and siblings step by step.
    return [found for found in node if isinstance(found, ElementNode) and (not tags or found.tag in tags)]


def _is_layout(table: ElementNode) -> bool:
    role = (table.getattr("role") or "").lower()
    return role in ("presentation", "none") or table.query_selector("table") is not None


def _write_table(page: DocumentNode, table: ElementNode, most: int) -> int:
    """Write a table as lines where it is one of data; return how many characters it takes up, spans written out."""
    _mend(page, table)
    rows = [list(_read_cells(row)) for row in list_elements(table, ("tr",))]
    lines, size = [], 0
    for line in _expand([row for row in rows if row]):
        lines.append(line)
        size += sum(map(len, line)) + len(line)
        if size > most:
            return size
    if _is_data(lines):
        caption = table.query_selector("caption")
        _replace(page, table, [_read_text(caption), *map(write_row, lines)])
    return size


def _replace(page: DocumentNode, table: ElementNode, lines: Sequence[str]) -> None:
    written = page.create_element("div")
    for line in lines:
        if line.strip():
            written.append_child(_make_paragraph(page, line))
    table.replace_with(written)


def _make_paragraph(page: DocumentNode, text: str) -> ElementNode:
    paragraph = page.create_element("p")
    paragraph.text = text
    return paragraph


def _read_text(node: ElementNode | None) -> str:
    return " ".join((node.text or "").split()) if node is not None else ""


def _mend(page: DocumentNode, table: ElementNode) -> None:
    """Leave out what a reader does not see, and set notes and line breaks apart: 12<sup>1</sup> is not 121."""
    if table.query_selector(_MENDED) is None:
        return
    # What stands inside comes first: a node that went with the one around it must not be touched.
    for node in reversed(list_elements(table)[1:]):
        if _is_hidden(node):
            node.decompose()
        elif node.tag == "sup":
            node.text = f"[{_read_text(node).strip('[]')}]"
        elif node.tag == "br":
            node.replace_with(page.create_text_node(" "))


def _is_hidden(node: ElementNode) -> bool:
    return node.tag in _HIDDEN or node.hasattr("hidden") or _HIDING.search(node.getattr("style") or "") is not None


def _read_cells(row: ElementNode) -> Iterator[_Cell]:
    node = row.first_element_child
    while node is not None:
        if node.tag in ("td", "th"):
            columns, rows = (_read_span(node.getattr(name)) for name in ("colspan", "rowspan"))
            yield _Cell(_read_text(node), columns, rows, node.tag == "th")
        node = node.next_element_sibling


def _read_span(written: str | None) -> int:
    number = (written or "1").strip()
    return max(1, min(int(number), _WIDEST)) if re.fullmatch("[0-9]{1,6}", number) else 1


def _expand(rows: Sequence[Sequence[_Cell]]) -> Iterator[list[str]]:
    """Yield the text of each row's cells, with what hangs down from the rows above."""
    hanging: dict[int, tuple[str, int]] = {}
    for number, row in enumerate(rows):
        line: list[str] = []
        for cell in row:
            _hang(line, hanging)
            text = _mark_span(cell, first=number == 0)
            hanging.update({len(line) + place: (text, cell.rows) for place in range(cell.columns)})
            line.extend([text] * cell.columns)
            if len(line) > _WIDEST:
                break
        _hang(line, hanging)
        hanging = {place: (text, rest - 1) for place, (text, rest) in hanging.items() if rest > 1}
        yield line


def _hang(line: list[str], hanging: Mapping[int, tuple[str, int]]) -> None:
    """Add to a row the cells that hang down into its next places."""
    while len(line) in hanging:
        line.append(hanging[len(line)][0])


def _mark_span(cell: _Cell, *, first: bool) -> str:
    if first or cell.heading or not _DIGIT.search(cell.text):
        return cell.text
    return cell.text + _SPANS_ROWS * (cell.rows > 1) + _SPANS_COLUMNS * (cell.columns > 1)


def _is_data(lines: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are those of a table with numbers, and neither prose nor too wide to be read."""
    widths = [len(line) for line in lines]
    texts = [text for line in lines for text in line]
    return (
        len(lines) > 1
        and 1 < max(widths) <= _WIDEST
        and any(_DIGIT.search(text) for text in texts)
        and max(map(len, texts)) <= _LONGEST_CELL
    )
