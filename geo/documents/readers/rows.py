"""The row of a table of documents as an article, whatever the format of the table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from geo.documents.articles import Article, Unread, is_blank
from geo.documents.columns import pick_metadata
from geo.documents.encodings import normalise

_LONGEST_ID = 200
_MOST_TOLD = 1_000  # places that are told one by one; of more only how many they are
_NO_TEXT = "there is no text in it"
_Found = TypeVar("_Found")


def read_row(row: Mapping[str, object], chosen: Mapping[str, str], place: str) -> Article | Unread:
    """Return the article of a row; `chosen` tells which column holds what, `place` where the row stands."""
    values = {part: row.get(column) for part, column in chosen.items()}
    text, name = _join_parts(values.pop("text")), values.pop("id", None)
    if not isinstance(text, str) or is_blank(text):
        return Unread(place, _NO_TEXT)
    # Only NaN, which programs write for what is missing, is not equal to itself.
    stated = {part: str(value) for part, value in values.items() if value is not None and value == value}
    return Article(normalise(text), pick_metadata(stated), place, titled=True, id=_write_id(name))


def _join_parts(text: object) -> object:
    """Return the paragraphs of a text that is a list of them, one under the other."""
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        return "\n\n".join(text)
    return text


def _write_id(value: object) -> str | None:
    """Return a reader's own name for a row; a number that a program made a fraction of is whole again."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int):
        return None
    return " ".join(normalise(str(value)).split())[:_LONGEST_ID] or None


def tell_few(found: Iterable[_Found | Unread]) -> Iterator[_Found | Unread]:
    """Yield what was found; of many places without an article that have one reason the first, and how many more."""
    told = Counter[tuple[str, str]]()
    for one in found:
        if not isinstance(one, Unread):
            yield one
            continue
        told[one.reason, one.kind] += 1
        if told[one.reason, one.kind] <= _MOST_TOLD:
            yield one
    yield from (
        Unread("later", f"{count - _MOST_TOLD} more places: {reason}", kind)  # type: ignore[arg-type]
        for (reason, kind), count in told.items()
        if count > _MOST_TOLD
    )
