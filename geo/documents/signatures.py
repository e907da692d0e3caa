"""What a file is: told by what its bytes begin with, and only where these say nothing by the ending of its name."""

import codecs
import contextlib
import re
import zlib
from pathlib import PurePath
from typing import NamedTuple

# How much of the beginning and of the end of a file is looked at, in bytes.
HEAD, TAIL = 65_536, 65_536
_PDF, _WITHIN = b"%PDF-", 1_024  # of a PDF the signature may stand behind other bytes

# What is no document, by its first bytes; the name says what a reader has there.
_NO_DOCUMENTS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"8BPS", "a Photoshop picture"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"RIFF", "a sound, film or WebP picture file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OTTO", "a font"),
)
# What holds documents, but is not read; each with the way out.
_NOT_READ = (
    (b"\x1f\x8b", "a gzip archive; unpack it and read what is in it"),
    (b"BZh", "a bzip2 archive; unpack it and read what is in it"),
    (b"\xfd7zXZ", "an xz archive; unpack it and read what is in it"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it and read what is in it"),
    (b"Rar!", "a RAR archive; unpack it and read what is in it"),
    (b"ARROW1", "an Arrow file; save the table as Parquet"),
    (b"!BDN", "an Outlook mailbox; export its mails as .eml or .mbox"),
    (b"\xf7\x02", "a DVI file; make a PDF of it"),
    (b"%!PS", "a PostScript file; make a PDF of it"),
)
_READ = ((b"PAR1", "parquet"), (b"{\\rtf", "rtf"))
_BLANK = b"\xef\xbb\xbf \t\r\n"
_OLE = b"\xd0\xcf\x11\xe0"
_WORKBOOK, _WORD, _OUTLOOK = (name.encode("utf-16-le") for name in ("Workbook", "WordDocument", "__substg1.0"))
_ZIP = b"PK\x03\x04"
# Where the method, the length of the name and of what stands behind it are said, and the name itself.
_ZIP_SIZES, _ZIP_NAME, _DEFLATED = (slice(8, 10), slice(26, 28), slice(28, 30)), 30, 8
# What the first entry of an office document is called.
_OFFICE_ENTRY = re.compile(rb"\[Content_Types\]\.xml|_rels/|docProps/|word/|xl/|ppt/|customXml/")
_OPEN_DOCUMENTS = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.text": "odt",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEFORE_PAGE = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}"
_PAGE = re.compile(
    _BEFORE_PAGE + r"<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|main|table|p|h1|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    _BEFORE_PAGE + r"(?:<!DOCTYPE[^>]{0,500}>\s*)?<(?:rss|feed|rdf:RDF|NewsML|newsItem|nitf|newsMessage)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = r"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,60}){0,60}?"
# A press release may begin with "From:" and "Subject:"; what only a mail has must be there too.
_MAIL = re.compile(r"(?:" + _HEADER + r")(?:MIME-Version|Message-ID|Received|Return-Path):", re.IGNORECASE)
_MAILBOX = re.compile(r"From \S{1,200} [^\n]{0,80}\d{4}\s*\n[A-Za-z][A-Za-z-]{1,40}:")
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*[\[{\]])")
_JSON_LINES = re.compile(r"\s*\{[^\n]{1,60000}\}\s*\n\s*\{")

# An array, or an object whose first line ends before it does.
_JSON_SPREAD = re.compile(r"\s*(?:\[|\{\s*\n)")

_BY_ENDING = {
    "": "text", "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "html": "page", "htm": "page",
    "xhtml": "page", "shtml": "page", "csv": "csv", "tsv": "csv", "tab": "csv", "jsonl": "json lines",
    "ndjson": "json lines", "json": "json", "parquet": "parquet", "pq": "parquet", "pdf": "pdf", "docx": "docx",
    "docm": "docx", "odt": "odt", "xlsx": "sheets", "xlsm": "sheets", "xlsb": "sheets", "xls": "sheets", "ods": "ods",
    "epub": "epub", "rtf": "rtf", "eml": "mail", "mht": "mail", "mhtml": "mail", "mbox": "mailbox", "xml": "xml",
    "rss": "xml", "atom": "xml", "zip": "archive", "aidatlas": "project",
}  # fmt: skip
# Of these the ending alone says what the text in them is; their first bytes may say that it is something else.
TEXTS = frozenset({"text", "markdown", "csv", "json", "json lines", "page", "xml", "rtf", "mail", "mailbox"})
# A page is a page whatever it is called; the others stand in these only.
_LOOSE = frozenset({"text", "json", "json lines", "mail", "mailbox", "xml", "page", "rtf"})


class Told(NamedTuple):
    """What a file is: the name of its `format` where that is read, else `reason` says what it is.

    `document` is false where it is of a kind that holds no documents: a picture, a program, code.
    """

    format: str | None
    reason: str = ""
    document: bool = True


def tell_format(name: str, head: bytes, tail: bytes = b"") -> Told:
    r"""Return what a file is, by its first and last bytes and its name.

    >>> tell_format("release.txt", b"%PDF-1.7 ...").format
    'pdf'
    >>> tell_format("notes", b"Kenya sent 12 doctors.").format
    'text'
    >>> tell_format("logo.txt", b"\x89PNG\r\n").reason
    'this is a PNG picture'
    """
    ending = PurePath(name).suffix.lower().lstrip(".")
    named = _BY_ENDING.get(ending)
    told = _tell_binary(head, tail, named)
    if told is not None:
        return told
    found = _tell_text(_decode_head(head), named)
    if found is not None:
        return Told(found)
    if named is None:
        return Told(None, f"'.{ending}' is not a format that is read", document=False)
    if named in TEXTS or named == "project":
        return Told(named)
    if named == "sheets" and b"\0" not in head[:_WITHIN]:
        return Told("csv")  # many sites give CSV under the name of a spreadsheet
    return Told(None, f"this is no .{ending} file, whatever its name says; save it again")


def has_known_ending(name: str) -> bool:
    """Return whether the ending of a name is that of a format that is read, or there is none."""
    return PurePath(name).suffix.lower().lstrip(".") in _BY_ENDING


def _tell_binary(head: bytes, tail: bytes, named: str | None) -> Told | None:
    if head.startswith(_ZIP):
        return _tell_zip(head, tail, named)
    if head.startswith(_OLE):
        return _tell_old_office(head + tail)
    # A letter may carry a PDF as it is, and a text speak of one.
    if head.lstrip(_BLANK).startswith(_PDF) or (_PDF in head[:_WITHIN] and named not in TEXTS):
        return Told("pdf")
    found = next((name for mark, name in _READ if head.lstrip(_BLANK).startswith(mark)), None)
    return Told(found) if found else _tell_unread(head)


def _tell_unread(head: bytes) -> Told | None:
    # Letters may begin a text: "BM" and "MZ" are signatures only where bytes follow that no text has.
    binary = b"\0" in head[:_WITHIN] and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for signatures, document in ((_NO_DOCUMENTS, False), (_NOT_READ, True)):
        for mark, said in signatures:
            if head.startswith(mark) and (binary or not mark.isalnum()):
                return Told(None, f"this is {said}", document)
    return None


def _tell_zip(head: bytes, tail: bytes, named: str | None) -> Told:
    first, content = _read_first_entry(head)
    if first == b"mimetype":
        found = next((name for kind, name in _OPEN_DOCUMENTS.items() if content.startswith(kind)), None)
        return (
            Told(found)
            if found
            else Told(None, "this is an office document of a kind that is not read; save it as PDF")
        )
    if named == "project":
        return Told("project")
    if _OFFICE_ENTRY.match(first):
        whole = head + tail
        for entry, name in ((b"word/document", "docx"), (b"xl/workbook", "sheets")):
            if entry in whole:
                return Told(name)
        if b"ppt/" in whole:
            return Told(None, "this is a presentation; save it as PDF")
    return Told(named if named in ("docx", "sheets", "odt", "ods", "epub") else "archive")


def _read_first_entry(head: bytes) -> tuple[bytes, bytes]:
    """Return the name of the first entry of an archive, and how its content begins."""
    method, name, extra = (int.from_bytes(head[place], "little") for place in _ZIP_SIZES)
    begin = _ZIP_NAME + name + extra
    content = head[begin : begin + _WITHIN]
    if method == _DEFLATED:
        # Whoever packs such a document by hand packs its first entry too, which is to lie there as it is.
        with contextlib.suppress(zlib.error):
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, _WITHIN)
    return head[_ZIP_NAME : _ZIP_NAME + name], content


def _tell_old_office(data: bytes) -> Told:
    if _WORKBOOK in data:
        return Told("sheets")
    if _WORD in data:
        return Told(None, "this is an old Word document; save it as DOCX or PDF")
    if _OUTLOOK in data:
        return Told(None, "this is a mail of Outlook; save it as .eml")
    return Told(None, "this is an old office document; save it as PDF")


def _decode_head(head: bytes) -> str:
    """Return the beginning of a text, well enough to see the marks in it, which are ASCII."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    zeros = head[:200].count(0)
    if zeros > len(head[:200]) // 4:
        return head.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", "replace")
    return head.decode("latin-1")


def _tell_text(head: str, named: str | None) -> str | None:
    """Return the format of a text that its beginning tells, None where that is what its name says."""
    if named is not None and named not in _LOOSE:
        return None
    head = head.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, name in ((_MAILBOX, "mailbox"), (_MAIL, "mail"), (_FEED, "xml"), (_PAGE, "page")):
        if pattern.match(head):
            return name
    return _tell_json(head, named) if named in ("text", "json", "json lines") and _JSON.match(head) else None


def _tell_json(head: str, named: str | None) -> str:
    """Return which of the two a JSON is: a value over many lines, or a value a line."""
    if named == "json lines":
        return "json" if _JSON_SPREAD.match(head) else "json lines"
    return "json lines" if _JSON_LINES.match(head) else "json"
