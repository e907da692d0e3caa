"""What the markup of a spreadsheet says that its values do not: how far each sheet reaches, and which cells are percents."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from geo.documents.readers.markup import find_child, list_descendants, parse_xml, read_attribute
from geo.documents.readers.members import Members

if TYPE_CHECKING:
    from geo.documents.readers.markup import Element

Place: TypeAlias = tuple[int, int]  # row and column, from 0

_SHEETS = r"xl/worksheets/[^/]+\.xml"
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"')
_STYLED = re.compile(rb"<(?:\w+:)?c\s([^<>]{1,200})>")
_OF_CELL = {name: re.compile(rf'(?:^|\s){name}="([^"]{{1,20}})"'.encode()) for name in ("r", "s")}
_BUILT_IN = frozenset(("9", "10"))  # 0% and 0.00%
_BASE = ord("A") - 1
_TEXT_IN_BRACKETS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def measure_sheets(members: Members) -> Iterator[tuple[str, int]]:
    """Yield how many cells each sheet spans from its first to its furthest, whatever it says itself."""
    for name in members.find(_SHEETS):
        rows = columns = 0
        for column, row in _CELL.findall(members.read(name)):
            rows, columns = max(rows, int(row)), max(columns, _count_column(column))
        yield name, rows * columns


def _count_column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - _BASE
    return number


def find_percents(members: Members) -> dict[str, frozenset[Place]]:
    """Return by the name of each sheet the cells that are shown as percents."""
    if "xl/styles.xml" not in members.names or "xl/workbook.xml" not in members.names:
        return {}
    styles = frozenset(_list_percent_styles(parse_xml(members.read("xl/styles.xml"))))
    sheets = _find_sheets(members) if styles else {}
    return {
        name: frozenset(_find_styled(members.read(part), styles))
        for name, part in sheets.items()
        if part in members.names
    }


def _list_percent_styles(styles: "Element") -> Iterator[bytes]:
    """Yield the numbers of the cell formats that show percents."""
    own = {
        read_attribute(form, "numFmtId")
        for form in list_descendants(styles, "numFmt")
        if "%" in _TEXT_IN_BRACKETS.sub("", read_attribute(form, "formatCode") or "")
    }
    formats = find_child(styles, "cellXfs")
    for number, form in enumerate(formats if formats is not None else ()):
        if read_attribute(form, "numFmtId") in own | _BUILT_IN:
            yield str(number).encode()


def _find_sheets(members: Members) -> dict[str, str]:
    """Return the part that holds each sheet, by the sheet's name."""
    links = "xl/_rels/workbook.xml.rels"
    if links not in members.names:
        return {}
    targets = {
        read_attribute(link, "Id"): "xl/" + (read_attribute(link, "Target") or "").removeprefix("/xl/")
        for link in parse_xml(members.read(links))
    }
    sheets = list_descendants(parse_xml(members.read("xl/workbook.xml")), "sheet")
    named = ((read_attribute(sheet, "name") or "", targets.get(sheet.get(_LINK, ""), "")) for sheet in sheets)
    return dict(named)


_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _find_styled(sheet: bytes, styles: frozenset[bytes]) -> Iterator[Place]:
    for attributes in _STYLED.findall(sheet):
        style, cell = (_OF_CELL[name].search(attributes) for name in ("s", "r"))
        if style and cell and style[1] in styles:
            letters = cell[1].rstrip(b"0123456789")
            yield int(cell[1][len(letters) :] or b"1") - 1, _count_column(letters) - 1
