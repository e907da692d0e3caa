"""Files of every format, made of a few words for one test each."""

import io
import zipfile
from collections.abc import Mapping

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
