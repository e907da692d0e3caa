"""The articles in one file, whatever its format: plain text, Markdown, a web page, CSV, JSON lines or Parquet."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from geo.base.errors import ReadError
from geo.documents.columns import choose_columns, names_text, open_rows, pick_metadata
from geo.documents.encodings import decode, normalise
from geo.documents.metadata import Metadata
from geo.documents.pages import read_page
from geo.documents.table_files import write_figures

LARGEST_TEXT = 20 * 2**20  # bytes; one article of this size is a mistake
LARGEST_TABLE = 512 * 2**20
_BATCH = 500


class Article(NamedTuple):
    """One text as a file holds it, with what the file states beside it; `titled` if the title belongs in the text."""

    text: str
    metadata: Metadata
    place: str | None = None
    titled: bool = False


class Unread(NamedTuple):
    """One place of a file that holds no article, and why."""

    place: str
    reason: str


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


def _find_reader(suffix: str, size: int) -> "Reader":
    """Return what reads files of an ending; raises ReadError for one that is not read, and a size that is too much."""
    reader = _READERS.get(suffix.lower())
    if reader is None:
        known = ", ".join(list_formats())
        raise ReadError(f"'{suffix}' is not a format that is read; give one of {known}")
    largest = LARGEST_TABLE if reader in {_read_csv, _read_jsonl} else LARGEST_TEXT
    if size > largest and reader is not _read_parquet:
        raise ReadError(
            f"{size / 2**20:.0f} MB is more than the {largest / 2**20:.0f} MB read of one such file; split it"
        )
    if size == 0:
        raise ReadError("the file is empty")
    return reader


def list_formats() -> list[str]:
    """Return the endings of the files that are read; a file without one is taken for text."""
    return sorted(suffix for suffix in _READERS if suffix)


# --- one article a file ----------------------------------------------------------------------------------------------


def _read_text(file: BinaryIO) -> Iterator[Article]:
    yield Article(_refuse_blank(decode(file.read())), Metadata())


def _read_page(file: BinaryIO) -> Iterator[Article]:
    text, metadata = read_page(file.read())
    yield Article(_refuse_blank(text), metadata, titled=True)


def _read_markdown(file: BinaryIO) -> Iterator[Article]:
    matter, body = split_matter(decode(file.read()))
    yield Article(_refuse_blank(reduce_markdown(body)), pick_metadata(matter), titled=True)


def _refuse_blank(text: str) -> str:
    if not text.strip():
        raise ReadError("there is no text in it")
    return text


_MATTER = re.compile(r"\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<matter>.*?)\n(?P=mark)[ \t]*(?:\n|$)", re.S)
_MATTER_LINE = re.compile(r"(?P<key>[\w-]{1,40})\s{0,3}[:=]\s{0,3}(?P<value>\S.*)")


def split_matter(text: str) -> tuple[dict[str, str], str]:
    """Give the front matter of a Markdown text (keys in lower case, plain values) and the text without it."""
    matter = _MATTER.match(text)
    if matter is None:
        return {}, text
    matches = (_MATTER_LINE.fullmatch(line.rstrip()) for line in matter["matter"].split("\n"))
    values = {match["key"].lower(): match["value"].strip().strip("\"'") for match in matches if match}
    return values, text[matter.end() :]


# What Markdown writes and what a reader sees, in this order; no part repeats without a bound.
_MARKDOWN = (
    (re.compile(r"<!--(?:(?!<!--).){0,10000}?-->", re.S), ""),
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]\S.*$", re.M), ""),
    (re.compile(r"^ {0,3}#{1,6}[ \t]{1,20}", re.M), ""),
    (re.compile(r"^(?: {0,3}>[ \t]?){1,5}", re.M), ""),
    (re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,80}|(?:-[ \t]*){3,80}|(?:_[ \t]*){3,80}|={3,80})$", re.M), ""),
    # The line under the headings of a table, and a bar that is no end of a cell.
    (
        re.compile(
            r"^ {0,3}\|?(?:[ \t]{0,40}:?-{1,80}:?[ \t]{0,40}\|){1,64}(?:[ \t]{0,40}:?-{1,80}:?)?[ \t]{0,40}$", re.M
        ),
        "",
    ),
    (re.compile(r"\\\|"), "¦"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w\\])_(?=[^\s_])([^_\n]{1,1000})(?<=[^\s\\])_(?!\w)"), r"\1"),
    (re.compile(r"`{1,3}([^`\n]{1,1000})`{1,3}"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)


def reduce_markdown(text: str) -> str:
    """Give the text a reader of the Markdown sees: headings, links and emphasis as plain words, lists as they are."""
    for pattern, plain in _MARKDOWN:
        text = pattern.sub(plain, text)
    return text


# --- many articles a file --------------------------------------------------------------------------------------------


def _read_csv(file: BinaryIO) -> Iterator[Article | Unread]:
    text = decode(file.read())
    rows = open_rows(text)
    columns = next(rows, [])
    figures = write_figures(text) if not names_text(columns) and len(text) <= LARGEST_TEXT else None
    if figures is not None:
        yield Article(figures, Metadata())
        return
    chosen = choose_columns(columns)
    try:
        for row in rows:
            if row:
                yield _read_row(dict(zip(columns, row, strict=False)), chosen, f"line {rows.line_num}")
    except csv.Error as error:
        yield Unread(f"line {rows.line_num}", f"this is no CSV: {error}")


def _read_jsonl(file: BinaryIO) -> Iterator[Article | Unread]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield _read_json_line(line, f"line {number}")


def _read_json_line(line: bytes, place: str) -> Article | Unread:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Unread(place, f"this is no JSON: {error}")
    if not isinstance(row, dict):
        return Unread(place, 'this is no JSON object; write {"text": …}')
    try:
        return _read_row(row, choose_columns(list(row)), place)
    except ReadError as error:
        return Unread(place, str(error))


def _read_parquet(file: BinaryIO) -> Iterator[Article | Unread]:
    try:
        table = pq.ParquetFile(file)
        _refuse_corpus(table.schema_arrow)
        chosen = choose_columns(table.schema_arrow.names)
        batches = table.iter_batches(batch_size=_BATCH, columns=list(chosen.values()))
        rows = (row for batch in batches for row in batch.to_pylist())
        for number, row in enumerate(rows, start=1):
            yield _read_row(row, chosen, f"row {number}")
    except (pa.ArrowException, OSError) as error:
        raise ReadError(f"this is no Parquet file: {error}") from error


def _refuse_corpus(schema: pa.Schema) -> None:
    """Refuse a table that an extraction wrote: its lines and sentences would be read as so many articles."""
    if any("meaning" in map(bytes.decode, field.metadata or ()) for field in schema):
        raise ReadError("this is a table of an extracted corpus; give the corpus's folder alone, once it is whole")


def _read_row(row: Mapping[str, object], chosen: Mapping[str, str], place: str) -> Article | Unread:
    values = {part: row.get(column) for part, column in chosen.items()}
    text = values.pop("text")
    if not isinstance(text, str) or not text.strip():
        return Unread(place, "there is no text in it")
    stated = {part: str(value) for part, value in values.items() if value is not None}
    return Article(normalise(text), pick_metadata(stated), place, titled=True)


Reader = Callable[[BinaryIO], Iterator[Article | Unread]]
_READERS: dict[str, Reader] = {
    "": _read_text,
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".jsonl": _read_jsonl,
    ".ndjson": _read_jsonl,
    ".parquet": _read_parquet,
}
