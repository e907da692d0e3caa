"""JSON lines: an article a line."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns
from geo.documents.readers.rows import read_row


def read_json_lines(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield an article a line."""
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
        return read_row(row, choose_columns(list(row)), place)
    except ReadError as error:
        return Unread(place, str(error))
