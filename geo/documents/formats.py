"""The formats that are read, each with its reader, and how large a file of it may be."""

import importlib
from collections.abc import Mapping
from typing import NamedTuple

from geo.documents.articles import Reader, RowReader
from geo.documents.readers.archives import read_archive
from geo.documents.readers.csv_files import read_csv
from geo.documents.readers.docx_files import read_docx
from geo.documents.readers.epub_files import read_epub
from geo.documents.readers.json_files import read_json
from geo.documents.readers.json_lines import read_json_lines
from geo.documents.readers.mail_files import read_mail, read_mailbox
from geo.documents.readers.markdown import read_markdown
from geo.documents.readers.ods_files import read_ods
from geo.documents.readers.odt_files import read_odt
from geo.documents.readers.parquet_files import read_parquet
from geo.documents.readers.pdf_files import read_pdf
from geo.documents.readers.rtf_files import read_rtf
from geo.documents.readers.spreadsheets import read_spreadsheet
from geo.documents.readers.texts import read_text
from geo.documents.readers.web_pages import read_web_page
from geo.documents.readers.xml_files import read_xml

_MEGABYTE = 2**20
LARGEST_TEXT = 20 * _MEGABYTE  # bytes; one article of this size is a mistake
_LARGEST_FILE = 100 * _MEGABYTE  # with pictures in it
_LARGEST_TABLE = 512 * _MEGABYTE
_LARGEST_ARCHIVE = 2_048 * _MEGABYTE
_ANY = 2**63


class Format(NamedTuple):
    """A format by its endings, its reader, and the most bytes of one file.

    What a foreign library reads, or what unpacks into something larger, is read `apart` (see geo.documents.reading_room);
    `needs` are the modules of such libraries, which are imported when the first file of the format is read. `read_rows`
    reads a table whose rows may be limited.
    """

    endings: tuple[str, ...]
    read: Reader
    largest: int = LARGEST_TEXT
    apart: bool = False
    needs: tuple[str, ...] = ()
    read_rows: RowReader | None = None


FORMATS: Mapping[str, Format] = {
    "text": Format((".txt", ".text"), read_text),
    "markdown": Format((".md", ".markdown"), read_markdown),
    "page": Format((".html", ".htm", ".xhtml", ".shtml"), read_web_page, apart=True),
    "csv": Format((".csv", ".tsv", ".tab"), read_csv, _LARGEST_TABLE, read_rows=read_csv),
    "json lines": Format((".jsonl", ".ndjson"), read_json_lines, _LARGEST_TABLE, read_rows=read_json_lines),
    "parquet": Format((".parquet", ".pq"), read_parquet, _ANY),
    "json": Format((".json",), read_json, apart=True),
    "xml": Format((".xml", ".rss", ".atom"), read_xml, apart=True, needs=("lxml.etree",)),
    "rtf": Format((".rtf",), read_rtf, _LARGEST_FILE, apart=True, needs=("striprtf.striprtf",)),
    "pdf": Format((".pdf",), read_pdf, _LARGEST_FILE, apart=True, needs=("pypdfium2",)),
    "docx": Format((".docx", ".docm"), read_docx, _LARGEST_FILE, apart=True, needs=("lxml.etree",)),
    "odt": Format((".odt",), read_odt, _LARGEST_FILE, apart=True, needs=("lxml.etree",)),
    "sheets": Format(
        (".xlsx", ".xlsm", ".xlsb", ".xls"),
        read_spreadsheet,
        _LARGEST_FILE,
        apart=True,
        needs=("python_calamine", "lxml.etree"),
    ),
    "ods": Format((".ods",), read_ods, _LARGEST_FILE, apart=True, needs=("lxml.etree",)),
    "epub": Format((".epub",), read_epub, _LARGEST_FILE, apart=True, needs=("lxml.etree",)),
    "mail": Format((".eml", ".mht", ".mhtml"), read_mail, _LARGEST_FILE, apart=True),
    "mailbox": Format((".mbox",), read_mailbox, _LARGEST_TABLE, apart=True),
    "archive": Format((".zip",), read_archive, _LARGEST_ARCHIVE, apart=True),
}


def list_formats() -> list[str]:
    """Return the endings of the files that are read; a file without one is told by its content."""
    return sorted(ending for form in FORMATS.values() for ending in form.endings)


def load_libraries() -> None:
    """Import what the formats need, so that reading a file imports nothing more."""
    for name in sorted({name for form in FORMATS.values() for name in form.needs}):
        importlib.import_module(name)
