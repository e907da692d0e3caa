"""The formats that are read, each with its reader, and how large a file of it may be."""

from collections.abc import Mapping
from typing import NamedTuple

from geo.documents.articles import Reader
from geo.documents.readers.archives import read_archive
from geo.documents.readers.csv_files import read_csv
from geo.documents.readers.json_lines import read_json_lines
from geo.documents.readers.markdown import read_markdown
from geo.documents.readers.parquet_files import read_parquet
from geo.documents.readers.texts import read_text
from geo.documents.readers.web_pages import read_web_page

_MEGABYTE = 2**20
LARGEST_TEXT = 20 * _MEGABYTE  # bytes; one article of this size is a mistake
_LARGEST_TABLE = 512 * _MEGABYTE
_LARGEST_ARCHIVE = 2_048 * _MEGABYTE
_ANY = 2**63


class Format(NamedTuple):
    """A format by its endings, its reader, and the most bytes of one file.

    What a foreign library reads, or what unpacks into something larger, is read `apart` (see geo.documents.reading_room).
    """

    endings: tuple[str, ...]
    read: Reader
    largest: int = LARGEST_TEXT
    apart: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format((".txt", ".text"), read_text),
    "markdown": Format((".md", ".markdown"), read_markdown),
    "page": Format((".html", ".htm", ".xhtml", ".shtml"), read_web_page, apart=True),
    "csv": Format((".csv", ".tsv", ".tab"), read_csv, _LARGEST_TABLE),
    "json lines": Format((".jsonl", ".ndjson"), read_json_lines, _LARGEST_TABLE),
    "parquet": Format((".parquet", ".pq"), read_parquet, _ANY),
    "archive": Format((".zip",), read_archive, _LARGEST_ARCHIVE, apart=True),
}


def list_formats() -> list[str]:
    """Return the endings of the files that are read; a file without one is told by its content."""
    return sorted(ending for form in FORMATS.values() for ending in form.endings)
