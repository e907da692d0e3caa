"""The data tables of a web page, written as lines of text before its article is looked for.

Each row becomes a paragraph of its own (`geo.documents.grids.write_row`). Tables that only lay out a page are left as they are:
those that hold other tables, and what `geo.documents.table_cells` tells from data.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from resiliparse.parse.html import DocumentNode, ElementNode, Node

from geo.documents.grids import write_row
from geo.documents.table_cells import WIDEST, TableCell, hold_data, spread_cells

_MOST_ELEMENTS = 60_000  # a page with more keeps its tables as they are
_MOST_WRITTEN = 4_000_000  # characters of all tables of a page, spans written out
_HIDDEN = frozenset({"script", "style", "noscript", "template"})
_MENDED = "sup, br, script, style, noscript, template, [hidden], [style]"
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def write_tables(page: DocumentNode) -> None:
    """Put lines of text in the place of each data table of a page."""
    if page.query_selector("table") is None or len(page.query_selector_all("*")) > _MOST_ELEMENTS:
        return
    _free_tables(page)
    rest = _MOST_WRITTEN
    for table in list_elements(page, ("table",)):
        if rest > 0 and not _is_layout(table):
            rest -= _write_table(page, table, rest)


def list_elements(node: Node, tags: Collection[str] = ()) -> list[ElementNode]:
    """Return the elements within a node, or those of some tags, in the order of the page."""
    # Not what query_selector_all finds: resiliparse walks that in the square of its length, a page and siblings step by step.
    return [found for found in node if isinstance(found, ElementNode) and (not tags or found.tag in tags)]


def _free_tables(page: DocumentNode) -> None:
    """Put a plain element in the place of each figure that holds a table: a figure is left out of the article."""
    for figure in list_elements(page, ("figure",)):
        if figure.query_selector("table") is not None:
            freed = page.create_element("div")
            for child in list(figure.child_nodes):
                freed.append_child(child)
            figure.replace_with(freed)


def _is_layout(table: ElementNode) -> bool:
    role = (table.getattr("role") or "").lower()
    return role in ("presentation", "none") or table.query_selector("table") is not None


def _write_table(page: DocumentNode, table: ElementNode, most: int) -> int:
    """Write a table as lines where it is one of data; return how many characters it takes up, spans written out."""
    _mend(page, table)
    rows = [list(_read_cells(row)) for row in list_elements(table, ("tr",))]
    lines, size = [], 0
    for line in spread_cells([row for row in rows if row]):
        lines.append(line)
        size += sum(map(len, line)) + len(line)
        if size > most:
            return size
    if hold_data(lines):
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


def _read_cells(row: ElementNode) -> Iterator[TableCell]:
    node = row.first_element_child
    while node is not None:
        if node.tag in ("td", "th"):
            columns, rows = (_read_span(node.getattr(name)) for name in ("colspan", "rowspan"))
            yield TableCell(_read_text(node), columns, rows, node.tag == "th")
        node = node.next_element_sibling


def _read_span(written: str | None) -> int:
    number = (written or "1").strip()
    return max(1, min(int(number), WIDEST)) if re.fullmatch("[0-9]{1,6}", number) else 1
