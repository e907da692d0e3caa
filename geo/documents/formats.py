"""The articles in one file, whatever its format; each has a reader of its own (geo.documents.readers)."""

import io
from collections.abc import Iterator
from pathlib import Path

from geo.base.errors import ReadError
from geo.documents.articles import Article, Reader, Unread
from geo.documents.readers.csv_files import read_csv
from geo.documents.readers.docx_files import read_docx
from geo.documents.readers.epub_files import read_epub
from geo.documents.readers.json_files import read_json
from geo.documents.readers.json_lines import read_json_lines
from geo.documents.readers.mail_files import read_mail, read_mailbox
from geo.documents.readers.markdown import read_markdown
from geo.documents.readers.ods_files import read_ods
from geo.documents.readers.odt_files import read_odt
from geo.documents.readers.old_office import read_old_office
from geo.documents.readers.parquet_files import read_parquet
from geo.documents.readers.pdf_files import read_pdf
from geo.documents.readers.rtf_files import read_rtf
from geo.documents.readers.spreadsheets import read_spreadsheet
from geo.documents.readers.texts import read_text
from geo.documents.readers.web_pages import read_web_page
from geo.documents.readers.xml_files import read_xml

LARGEST_TEXT = 20 * 2**20  # bytes; one article of this size is a mistake
LARGEST_TABLE = 512 * 2**20

_READERS: dict[str, Reader] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".xhtml": read_web_page,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".parquet": read_parquet,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".docm": read_docx,
    ".odt": read_odt,
    ".xlsx": read_spreadsheet,
    ".xlsm": read_spreadsheet,
    ".xls": read_spreadsheet,
    ".ods": read_ods,
    ".eml": lambda file: read_mail(file, read_article_bytes),
    ".mbox": lambda file: read_mailbox(file, read_article_bytes),
    ".epub": read_epub,
    ".rtf": read_rtf,
    ".json": read_json,
    ".xml": read_xml,
    ".rss": read_xml,
    ".atom": read_xml,
    ".doc": read_old_office,
    ".msg": read_old_office,
}


def read_articles(path: Path) -> Iterator[Article | Unread]:
    """Yield the articles of one file in order, and the places that hold none.

    Raises ReadError when the file as a whole cannot be read.
    """
    read = _find_reader(path.suffix, path.stat().st_size)
    with path.open("rb") as file:
        yield from read(file)


def read_article_bytes(name: str, data: bytes) -> Iterator[Article | Unread]:
    """Yield the same of a file that lies on no disk: its name, whose ending says the format, and its bytes."""
    yield from _find_reader(Path(name).suffix, len(data))(io.BytesIO(data))


def _find_reader(suffix: str, size: int) -> Reader:
    """Return what reads files of an ending; raises ReadError for one that is not read, and a size that is too much."""
    reader = _READERS.get(suffix.lower())
    if reader is None:
        known = ", ".join(list_formats())
        raise ReadError(f"'{suffix}' is not a format that is read; give one of {known}")
    largest = LARGEST_TABLE if reader in {read_csv, read_json_lines} else LARGEST_TEXT
    if size > largest and reader is not read_parquet:
        raise ReadError(
            f"{size / 2**20:.0f} MB is more than the {largest / 2**20:.0f} MB read of one such file; split it"
        )
    if size == 0:
        raise ReadError("the file is empty")
    return reader


def list_formats() -> list[str]:
    """Return the endings of the files that are read; a file without one is taken for text."""
    return sorted(suffix for suffix, read in _READERS.items() if suffix and read is not read_old_office)
