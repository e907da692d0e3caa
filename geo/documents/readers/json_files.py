"""JSON: one article as an object, or a list of them, by itself or under one key of what wraps it."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns, names_text
from geo.documents.encodings import decode
from geo.documents.readers.json_lines import read_json_lines
from geo.documents.readers.rows import read_row

_DEEPEST = 4  # {"response": {"data": {"articles": […]}}}
_SAMPLE = 20


def read_json(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the article of each object that has a text; raises ReadError where none is found."""
    text = decode(file.read())
    try:
        whole: object = json.loads(text)
    except RecursionError as error:
        raise ReadError("this JSON nests lists without end; save its texts as JSON lines and read that") from error
    except ValueError as error:
        if text.lstrip().startswith("{") and "Extra data" in str(error):
            yield from read_json_lines(io.BytesIO(text.encode()))
            return
        raise ReadError(f"this is no JSON: {error}; open it and save it again") from error
    rows = _find_rows(whole, 0)
    if rows is None:
        raise ReadError(f'there is no text in it ({_describe(whole)}); name it so: {{"text": …}} or [{{"text": …}}]')
    alone = whole is rows[0]
    for number, row in enumerate(rows, start=1):
        yield _read_row(row, None if alone else f"item {number}")


def _find_rows(value: object, depth: int) -> Sequence[object] | None:
    """Return the objects with texts: the value itself, its items, or those under the first of its keys that has any."""
    if isinstance(value, Mapping):
        if _has_text(value):
            return [value]
        inside = (_find_rows(one, depth + 1) for one in value.values()) if depth < _DEEPEST else ()
        return next((rows for rows in inside if rows is not None), None)
    if isinstance(value, list) and any(map(_has_text, value[:_SAMPLE])):
        return value
    return None


def _has_text(value: object) -> bool:
    return isinstance(value, Mapping) and names_text([str(name) for name in value])


def _describe(whole: object) -> str:
    if isinstance(whole, Mapping):
        return f"its keys are {', '.join(map(str, whole))[:200]}" if whole else "it is empty"
    if isinstance(whole, list):
        return (
            f"a list of {len(whole)}; the first is {json.dumps(whole[0], ensure_ascii=False)[:100]}"
            if whole
            else "it is empty"
        )
    return f"a single value, {json.dumps(whole, ensure_ascii=False)[:100]}"


def _read_row(row: object, place: str | None) -> Article | Unread:
    if not isinstance(row, Mapping):
        return Unread(place, 'this is no JSON object; write {"text": …}')
    try:
        found = read_row(row, choose_columns([str(name) for name in row]), place or "")
    except ReadError as error:
        return Unread(place, str(error))
    return found._replace(place=place)
