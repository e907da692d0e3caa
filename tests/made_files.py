"""Files of every format, made of a few words for one test each."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def pack(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def make_docx(body: str, **parts: str) -> bytes:
    """Return a Word document with this markup as its body, and other parts by name: ``footnotes="<w:footnote …"``."""
    spaces = f'xmlns:w="{_WORD}" xmlns:mc="{_COMPATIBLE}" xmlns:v="v" xmlns:wps="wps"'
    members = {"word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>"}
    members |= {f"word/{name}.xml": f"<w:{name} {spaces}>{part}</w:{name}>" for name, part in parts.items()}
    return pack(members)


def word_paragraph(*runs: str) -> str:
    """Return a paragraph of runs: of markup as it is, of other words as text."""
    wrapped = (run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{''.join(wrapped)}</w:p>"


def word_table(*rows: str | list[str]) -> str:
    """Return a table of rows; a cell is its words, or markup that begins with its properties."""
    return f"<w:tbl>{''.join(_word_row(row) for row in rows)}</w:tbl>"


def _word_row(row: str | list[str]) -> str:
    cells = row.split("|") if isinstance(row, str) else row
    return f"<w:tr>{''.join(map(_word_cell, cells))}</w:tr>"


def _word_cell(cell: str) -> str:
    return f"<w:tc>{cell if cell.startswith('<') else word_paragraph(cell)}</w:tc>"


def make_odt(body: str, **members: str) -> bytes:
    """Return an OpenDocument text with this markup as its body, and other members by name without ``.xml``."""
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "draw", "style"))
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    others = {
        f"{name}.xml": f"<office:document-{name} {spaces}>{part}</office:document-{name}>"
        for name, part in members.items()
    }
    return pack({"content.xml": content, **others})


Cells: TypeAlias = Sequence[Sequence[object]]


def make_xlsx(
    *sheets: Cells, names: Sequence[str] = (), hidden: int | None = None, merged: str = "", form: str = "0.0%"
) -> bytes:
    """Return a workbook of these sheets; floats below one are set as percents, in the number format `form`."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        percent, day = book.add_format({"num_format": form}), book.add_format({"num_format": "d mmmm yyyy"})
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet(names[number] if names else None)
            for row, column, value in (
                (row, column, value) for row, cells in enumerate(rows) for column, value in enumerate(cells)
            ):
                form_of = (
                    percent if isinstance(value, float) and value < 1 else day if isinstance(value, date) else None
                )
                sheet.write(row, column, value, form_of)
            if merged and not number:
                first, last = (xl_cell_to_rowcol(cell) for cell in merged.split(":"))
                sheet.merge_range(*first, *last, rows[first[0]][first[1]])
            if number == hidden:
                sheet.hide()
    return file.getvalue()


def make_ods(*tables: str) -> bytes:
    """Return an OpenDocument spreadsheet of tables in markup: ``ods_sheet(…)``."""
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    hidden = '<office:automatic-styles><style:style style:name="off"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    sheets = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    return pack({"content.xml": f"<office:document-content {spaces}>{hidden}{sheets}</office:document-content>"})


def ods_sheet(name: str, rows: Cells, style: str = "on") -> str:
    """Return a sheet in markup: floats are percents where they are below one, dates are dates, "<…" is markup already."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    end = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return f'<table:table table:name="{name}" table:style-name="{style}">{lines}{end}</table:table>'


def _ods_cell(value: object) -> str:
    if isinstance(value, float | int):
        kind = "percentage" if isinstance(value, float) and value < 1 else "float"
        return f'<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>shown</text:p></table:table-cell>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    return (
        str(value) if str(value).startswith("<") else f"<table:table-cell><text:p>{value}</text:p></table:table-cell>"
    )


def make_epub(*chapters: str, title: str = "The book", locked: bool = False) -> bytes:
    """Return a book of chapters in XHTML, which stand in another order in the file than in the book."""
    names = [f"text/c%20{number}.xhtml" for number in range(len(chapters))]
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    stated = f"<metadata><title>{title}</title><creator>Ann Author</creator><date>2020-06-05</date></metadata>"
    nav = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    members = {f"OPS/{name.replace('%20', ' ')}": chapter for name, chapter in zip(names, chapters, strict=True)}
    lock = {"META-INF/encryption.xml": '<a><EncryptionMethod Algorithm="aes"/></a>'} if locked else {}
    return pack(
        dict(reversed(members.items()))
        | lock
        | {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": f"<package>{stated}<manifest>{nav}{items}</manifest><spine><itemref idref='nav'/>{spine}</spine></package>",
            "OPS/nav.xhtml": "<html><body><p>Contents of the book, chapter by chapter.</p></body></html>",
        }
    )
