"""Office files, which are ZIP archives of XML: texts, tables, books."""

import io
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook

from tests.hostile.kinds import Kind, Wanted, of_file

Parts = Mapping[str, bytes | str]
_LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_ENTITIES = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">{_LAUGHS}]>'
_NEVER = ("root:x:", "hahaha", "AutoOpen", "<w:t")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
_BLANKS = b" " * 2**20


def pack(parts: Parts) -> bytes:
    """Return a ZIP archive of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PR = "http://schemas.openxmlformats.org/package/2006/relationships"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f'<Types xmlns="{_CT}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>'
_RELATIONS = f'<Relationships xmlns="{_PR}"><Relationship Id="r" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'


def _word(sentence: str, *, start: str = "", before: str = "", after: str = "", more: Parts | None = None) -> Parts:
    body = f"{before}<w:p><w:r><w:t>{sentence}</w:t></w:r></w:p>{after}"
    document = f"{start}<w:document {_W}><w:body>{body}</w:body></w:document>"
    return {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document, **(more or {})}


def _docx(name: str, wanted: Wanted, *, slow: bool = False, **parts: str) -> Kind:
    return of_file(f"docx-{name}", "note.docx", lambda s: pack(_word(s, **parts)), wanted, never=_NEVER, slow=slow)  # type: ignore[arg-type]


def _without(parts: Parts, name: str) -> Parts:
    return {part: content for part, content in parts.items() if part != name}


def _word_bomb(sentence: str) -> bytes:
    document = str(_word(sentence)["word/document.xml"]).encode()
    return pack({**_word(sentence), "word/document.xml": document.replace(b"<w:body>", b"<w:body>" + _BLANKS * 1024)})


_LINK = f'<Relationships xmlns="{_PR}"><Relationship Id="r" Type="{_R}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>'
_WORDS = (
    _docx("plain", "text"),
    _docx("reads-files", "either", start=_ENTITIES, before="<w:p><w:r><w:t>&f;</w:t></w:r></w:p>"),
    _docx("laughs", "either", start=_ENTITIES, before="<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"),
    _docx("deep", "either", after="<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000),
    _docx("torn-xml", "either", after="<w:p><w:r>"),
    of_file("docx-without-its-text", "note.docx", lambda s: pack(_without(_word(s), "word/document.xml")), "line"),
    of_file("docx-without-types", "note.docx", lambda s: pack(_without(_word(s), "[Content_Types].xml")), "either"),
    of_file("docx-without-relations", "note.docx", lambda s: pack(_without(_word(s), "_rels/.rels")), "either"),
    of_file("docx-torn", "note.docx", lambda s: pack(_word(s))[:400], "line"),
    of_file("docx-torn-by-a-byte", "note.docx", lambda s: pack(_word(s))[:-1], "either"),
    of_file(
        "docx-utf-16",
        "note.docx",
        lambda s: pack(
            {
                **_word(s),
                "word/document.xml": (
                    '<?xml version="1.0" encoding="UTF-16"?>' + str(_word(s)["word/document.xml"])
                ).encode("utf-16"),
            }
        ),
        "either",
    ),
    of_file(
        "docx-link-elsewhere",
        "note.docx",
        lambda s: pack(_word(s, more={"word/_rels/settings.xml.rels": _LINK})),
        "text",
    ),
    of_file(
        "docx-macros",
        "note.docm",
        lambda s: pack(_word(s, more={"word/vbaProject.bin": b"AutoOpen" * 99})),
        "either",
        never=_NEVER,
    ),
    of_file("docx-bomb", "note.docx", _word_bomb, "either", slow=True),
    of_file("docx-as-zip", "note.zip", lambda s: pack(_word(s)), "either", never=_NEVER),
    of_file("docx-as-text", "note.txt", lambda s: pack(_word(s)), "either", never=_NEVER),
    of_file("docx-as-xlsx", "note.xlsx", lambda s: pack(_word(s)), "either"),
    of_file("docx-locked", "note.docx", lambda _: _OLD + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096, "line"),
    of_file("doc-old", "note.doc", lambda _: _OLD + b"WordDocument" + b"\0" * 4096, "line"),
    of_file("xls-torn", "book.xls", lambda _: _OLD + b"\0" * 4096, "line"),
    of_file("ppt-old", "talk.ppt", lambda _: _OLD + b"\0" * 4096, "line"),
    of_file("msg-old", "letter.msg", lambda _: _OLD + b"\0" * 4096, "line"),
)


def _sheet(sentence: str) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "text", "note"])
    sheet.append([1, sentence, "=1+1"])
    book.save(out)
    return out.getvalue()


def _change(archive: bytes, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    assert old in parts[part]
    return pack({**parts, part: parts[part].replace(old, new, 1)})


_SHEET = "xl/worksheets/sheet1.xml"
_BOOKS = (
    of_file("xlsx-plain", "book.xlsx", _sheet, "text"),
    of_file("xlsx-as-xls", "book.xls", _sheet, "either"),
    of_file("xlsx-as-csv", "book.csv", _sheet, "either", never=("xl/",)),
    of_file("xlsx-as-docx", "book.docx", _sheet, "either"),
    of_file("csv-as-xls", "book.xls", lambda s: f'id,text\n1,"{s}"\n'.encode(), "either"),
    of_file("xlsx-torn", "book.xlsx", lambda s: _sheet(s)[:2000], "line"),
    of_file("xlsx-size-a-lie", "book.xlsx", lambda s: _change(_sheet(s), _SHEET, b"A1:C2", b"A1:XFD1048576"), "either"),
    of_file(
        "xlsx-far-cell",
        "book.xlsx",
        lambda s: _change(
            _sheet(s), _SHEET, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
        "either",
    ),
    of_file(
        "xlsx-entities",
        "book.xlsx",
        lambda s: _change(_sheet(s), _SHEET, b"<worksheet", _ENTITIES.encode() + b"<worksheet"),
        "either",
        never=_NEVER,
    ),
    of_file(
        "xlsx-without-sheets",
        "book.xlsx",
        lambda s: pack({"[Content_Types].xml": _TYPES, "xl/workbook.xml": "<workbook/>"}),
        "line",
    ),
    of_file(
        "xlsx-bomb",
        "book.xlsx",
        lambda s: _change(_sheet(s), _SHEET, b"<sheetData>", _BLANKS * 1024 + b"<sheetData>"),
        "either",
        slow=True,
    ),
)

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = f'xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" xmlns:table="{_OFFICE}:table:1.0"'


def _open_document(kind: str, body: str, start: str = "") -> bytes:
    content = f"{start}<office:document-content {_NAMES}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    return pack({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


_REPEATED = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>'


def _cells(*cells: str) -> str:
    row = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f"<table:table-row>{row}</table:table-row>"


def _ods(sentence: str, more: str = "") -> bytes:
    rows = _cells("id", "text") + _cells("1", sentence)
    return _open_document("spreadsheet", f'<table:table table:name="a">{rows}{more}</table:table>')


_OPEN_DOCUMENTS = (
    of_file("odt-plain", "note.odt", lambda s: _open_document("text", f"<text:p>{s}</text:p>"), "text"),
    of_file(
        "odt-entities",
        "note.odt",
        lambda s: _open_document("text", f"<text:p>{s}&f;&l9;</text:p>", _ENTITIES),
        "either",
        never=_NEVER,
    ),
    of_file(
        "odt-deep",
        "note.odt",
        lambda s: _open_document(
            "text", f"<text:p>{s}</text:p>" + "<text:section>" * 50_000 + "</text:section>" * 50_000
        ),
        "either",
    ),
    of_file(
        "odt-blanks-by-the-billion",
        "note.odt",
        lambda s: _open_document("text", f'<text:p>{s}<text:s text:c="2000000000"/></text:p>'),
        "either",
    ),
    of_file(
        "odt-without-its-text",
        "note.odt",
        lambda _: pack({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "line",
    ),
    of_file("ods-plain", "book.ods", _ods, "either"),
    of_file("ods-rows-by-the-billion", "book.ods", lambda s: _ods(s, _REPEATED), "either"),
)

_CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
_OPF = '{}<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="{}" media-type="application/xhtml+xml"/></manifest><spine>{}</spine></package>'


def _epub(sentence: str, *, href: str = "a.xhtml", start: str = "", times: int = 1, opf: str = "b.opf") -> bytes:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{sentence}</p></body></html>'
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER.format(opf)}
    return pack({**parts, "b.opf": _OPF.format(start, href, '<itemref idref="a"/>' * times), "a.xhtml": page})


_EPUBS = (
    of_file("epub-plain", "book.epub", _epub, "text"),
    of_file("epub-entities", "book.epub", lambda s: _epub(s, start=_ENTITIES), "either", never=_NEVER),
    of_file(
        "epub-chapter-elsewhere", "book.epub", lambda s: _epub(s, href="../../../../etc/passwd"), "either", never=_NEVER
    ),
    of_file("epub-chapter-on-the-web", "book.epub", lambda s: _epub(s, href="http://127.0.0.1:9/a"), "either"),
    of_file("epub-one-chapter-for-ever", "book.epub", lambda s: _epub(s, times=50_000), "either"),
    of_file("epub-without-a-list", "book.epub", lambda s: _epub(s, opf="c.opf"), "either"),
    of_file("epub-nothing-inside", "book.epub", lambda _: pack({"mimetype": "application/epub+zip"}), "line"),
    of_file(
        "pptx",
        "talk.pptx",
        lambda s: pack(
            {"[Content_Types].xml": _TYPES, "ppt/presentation.xml": "<a/>", "ppt/slides/slide1.xml": f"<a>{s}</a>"}
        ),
        "either",
    ),
)

PACKAGES = (*_WORDS, *_BOOKS, *_OPEN_DOCUMENTS, *_EPUBS)
