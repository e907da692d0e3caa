"""Files for fuzzing: a small valid file of each format, and the same with bytes changed, left out, doubled and put in.

The formats are those that are read. What is a ZIP file inside is also changed in its parts, or it would only ever be
found broken from outside.
"""

import io
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from email.message import EmailMessage
from functools import cache
from zipfile import BadZipFile, ZipFile, ZipInfo

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import strategies as st
from matplotlib.figure import Figure
from xlsxwriter import Workbook

from geo.documents.formats import list_formats
from tests.fuzzing import make_texts

PROSE = "China sent 20 tonnes of masks to Serbia on 26 March 2020. 中国向28个国家提供援助，其中12个亚洲国家。"
_ROWS = [
    {"title": "Masks", "content": PROSE, "date": "2020-03-26"},
    {"title": "试剂", "content": PROSE, "date": "2020"},
]
_PAGE = f"<html><head><meta charset='utf-8'><title>Masks</title></head><body><p>{PROSE}</p><table><tr><td>Asia</td><td>28</td></tr></table></body></html>"
_FEED = f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item><title>Masks</title><description>{PROSE}</description><pubDate>Thu, 26 Mar 2020 10:00:00 GMT</pubDate></item></channel></rss>"
_OPEN_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_SHEET = (
    "<table:table table:name='a'>"
    + "".join(
        f"<table:table-row><table:table-cell office:value-type='string'><text:p>{name}</text:p></table:table-cell><table:table-cell office:value-type='float' office:value='{value}'><text:p>{value}</text:p></table:table-cell></table:table-row>"
        for name, value in (("Asia", 28), ("Europe", 16))
    )
    + "</table:table>"
)
_WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_INSERTED = (b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b'"', b"{", b"}", b"[", b"]", b"\\", b"%", b"\r\n", b",", b"PK\x03\x04", b"endobj", b"&lol;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
             b"\\u", b"\\'ff", b"=?utf-8?b?", b"Content-Type: multipart/mixed\r\n\r\n", b"9" * 30, b"-1", b"\xed\xa0\x80", b"charset=undefined")  # fmt: skip


def _write_parquet() -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(_ROWS), file)
    return file.getvalue()


def _write_pdf() -> bytes:
    file, figure = io.BytesIO(), Figure()
    figure.text(0.1, 0.5, "China sent 20 tonnes of masks to Serbia.")
    figure.savefig(file, format="pdf", metadata={"CreationDate": None})
    return file.getvalue()


def _write_workbook() -> bytes:
    file = io.BytesIO()
    with Workbook(file) as book:
        book.set_properties({"created": datetime(2020, 3, 26)})
        sheet = book.add_worksheet()
        for number, row in enumerate((["region", "countries"], ["Asia", 28], ["Europe", 16])):
            sheet.write_row(number, 0, row)
    return file.getvalue()


def _write_zip(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP file of parts, without the time of day."""
    file = io.BytesIO()
    with ZipFile(file, "w") as folder:
        for name, part in parts.items():
            folder.writestr(ZipInfo(name), part)
    return file.getvalue()


def _write_word() -> bytes:
    return _write_zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_WORD_SPACE}><w:body><w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Asia</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
        }
    )


def _write_open_document(kind: str, body: str) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{_OPEN_SPACE}:{name}:1.0"' for name in ("office", "text", "table"))
    content = f"<office:document-content {spaces}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    return _write_zip({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def _write_book() -> bytes:
    return _write_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "b.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
            "a.xhtml": _PAGE,
        }
    )


def _write_message() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = "口罩", "a@example.org", "Thu, 26 Mar 2020 10:00:00 +0000"
    message.set_content(PROSE)
    message.add_alternative(_PAGE, subtype="html")
    message.add_attachment(PROSE.encode(), maintype="text", subtype="plain", filename="a.txt")
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"part{number}")
    return bytes(message)


WRITERS: Mapping[str, Callable[[], bytes]] = {
    ".html": _PAGE.encode,
    ".htm": _PAGE.encode,
    ".xhtml": _PAGE.encode,
    ".csv": f'title,content,date\nMasks,"{PROSE}",2020\n"Two ""words""",{PROSE!r},2021-05\n'.encode,
    ".tsv": f"title\tcontent\nMasks\t{PROSE}\n".encode,
    ".json": lambda: json.dumps(_ROWS).encode(),
    ".jsonl": lambda: "\n".join(json.dumps(row, ensure_ascii=False) for row in _ROWS).encode(),
    ".ndjson": lambda: "\n".join(json.dumps(row) for row in _ROWS).encode(),
    ".parquet": _write_parquet,
    ".md": f"---\ntitle: Masks\n---\n# Head\n{PROSE}\n\n| a | b |\n| --- | --- |\n| Asia | 28 |\n".encode,
    ".rtf": lambda: rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Masks}}\f0 China sent 20 tonnes\par \u20013?\u22269? caf\'e9\cell\row}",
    ".eml": _write_message,
    ".pdf": _write_pdf,
    ".docx": _write_word,
    ".docm": _write_word,
    ".odt": lambda: _write_open_document("text", f"<text:p>{PROSE}</text:p>"),
    ".ods": lambda: _write_open_document("spreadsheet", _SHEET),
    ".xlsm": _write_workbook,
    ".mht": _write_message,
    ".mhtml": _write_message,
    ".mbox": lambda: b"From a@example.org Thu Mar 26 10:00:00 2020\n" + _write_message() + b"\n\nFrom b@example.org Thu Mar 26 11:00:00 2020\n" + _write_message(),
    ".rss": _FEED.encode,
    ".xml": _FEED.encode,
    ".atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Masks</title><updated>2020-03-26T10:00:00Z</updated><content type="html">{PROSE}</content></entry></feed>'.encode,
    ".xlsx": _write_workbook,
    ".epub": _write_book,
    ".zip": lambda: _write_zip({"a.txt": PROSE, "b/c.html": _PAGE, "d.zip": PROSE}),
}  # fmt: skip


@cache
def make_file(ending: str) -> bytes:
    """Return a small valid file; of a format that none is made of here, one of plain text."""
    return WRITERS.get(ending, PROSE.encode)()


def make_files() -> st.SearchStrategy[tuple[str, bytes]]:
    """Return names and bytes of files: valid ones that were changed, texts under any ending, and bytes of no kind."""
    endings = st.sampled_from(list_formats())
    return endings.flatmap(lambda ending: st.tuples(st.just(f"file{ending}"), _make_bytes(ending)))


def _make_bytes(ending: str) -> st.SearchStrategy[bytes]:
    texts = make_texts(("en", "zh"), 12).map(lambda made: made[0].encode("utf-8", "surrogatepass"))
    encoded = st.sampled_from(["utf-16", "gb18030", "cp1251", "shift_jis"]).map(
        lambda name: PROSE.encode(name, "replace")
    )
    return st.one_of(
        _change(make_file(ending)),
        _change(make_file(ending)),
        _change_parts(make_file(ending)),
        texts,
        encoded,
        st.binary(max_size=300),
    )


def _change(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a file after a few changes, each at a place of it."""
    place = st.integers(0, max(0, len(data) - 1))
    change = st.tuples(place, st.integers(0, 40), st.one_of(st.sampled_from(_INSERTED), st.binary(max_size=8)))
    return st.lists(change, max_size=4).map(lambda changes: _apply(data, changes))


def _apply(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Return bytes with stretches replaced; a stretch that is as long as what replaces it moves nothing."""
    for place, length, inserted in changes:
        stretch = len(inserted) if length % 2 else length
        again = data[place : place + length] if length % 5 == 0 else b""
        data = data[:place] + inserted + again + data[place + stretch :]
    return data


def _change_parts(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a ZIP file with one of its parts changed; of another file the same as its bytes changed."""
    try:
        with ZipFile(io.BytesIO(data)) as folder:
            parts = {name: folder.read(name) for name in folder.namelist()}
    except BadZipFile:
        return _change(data)
    return st.sampled_from(sorted(parts)).flatmap(
        lambda name: _change(parts[name]).map(lambda part: _write_zip({**parts, name: part}))
    )
