"""JSON lines: an article a line; also objects that are written over several lines, and one list of them."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.base.limits import LIMITS
from geo.documents.articles import Article, Unread
from geo.documents.columns import choose_columns, names_text
from geo.documents.delimited import say_too_long
from geo.documents.readers.rows import read_row, tell_few
from geo.documents.table_lines import TableLines

_BLANKS = " \t\r\n\ufeff\0"


def read_json_lines(file: BinaryIO, longest: int = LIMITS.row) -> Iterator[Article | Unread]:
    """Yield an article a line of so many characters at most, in any encoding."""
    lines = TableLines(file, longest)
    yield from tell_few(_read_lines(lines))
    yield from lines.tell_notes()


def _read_lines(lines: TableLines) -> Iterator[Article | Unread]:
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line is None or line.strip(_BLANKS))
    first = list(islice(numbered, 2))
    if _opens_more([line for _, line in first if line is not None]):
        yield from _read_values(line for _, line in chain(first, numbered))
        return
    for number, line in chain(first, numbered):
        place = f"line {number}"
        yield say_too_long(place, lines.longest) if line is None else _read_line(line, place)


def _opens_more(lines: list[str]) -> bool:
    """Tell from its first two lines a file that is a list, or whose objects go on over several lines."""
    values = [_try_json(line) for line in lines]
    if not values or isinstance(values[0], dict):
        return False
    opened = lines[0].strip(_BLANKS)[0]
    return opened == "[" or (opened == "{" and not isinstance(values[-1], dict))


def _try_json(line: str) -> object:
    try:
        return json.loads(line.strip(_BLANKS))
    except (ValueError, RecursionError):
        return None


def _read_values(lines: Iterable[str | None]) -> Iterator[Article | Unread]:
    """Yield the articles of values that stand one after the other, in whatever lines; lists give their own."""
    text, place, number = _join_lines(lines), 0, 0
    decoder = json.JSONDecoder()
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            yield Unread(f"item {number + 1}", f"this is no JSON: {error}")
            return
        for one in value if isinstance(value, list) else [value]:
            number += 1
            yield _read_value(one, f"item {number}")
        while place < len(text) and text[place] in _BLANKS + ",":
            place += 1


def _join_lines(lines: Iterable[str | None]) -> str:
    parts, size = list[str](), 0
    for line in lines:
        size += LIMITS.row + 1 if line is None else len(line)
        if size > LIMITS.row:
            raise ReadError("a list of this size is not read; write it as JSON lines, an object in each line")
        parts.append(line or "")
    return "".join(parts).strip(_BLANKS)


def _read_line(line: str, place: str) -> Article | Unread:
    try:
        value = json.loads(line.strip(_BLANKS))
    except (ValueError, RecursionError) as error:
        return Unread(place, f"this is no JSON: {error}")
    return _read_value(value, place)


def _read_value(value: object, place: str) -> Article | Unread:
    if not isinstance(value, dict):
        return Unread(place, 'this is no JSON object; write {"text": …}')
    row = _flatten(value)
    try:
        return read_row(row, choose_columns(list(row)), place)
    except ReadError as error:
        return Unread(place, str(error))


def _flatten(value: dict[str, object]) -> dict[str, object]:
    """Return an object with the keys of the one in it that holds the text, where it holds none itself."""
    if _holds_text(value):
        return value
    inner = next((one for one in value.values() if isinstance(one, dict) and _holds_text(one)), {})
    return {**value, **inner}


def _holds_text(value: dict[str, object]) -> bool:
    return names_text([key for key, one in value.items() if isinstance(one, str | list)])
