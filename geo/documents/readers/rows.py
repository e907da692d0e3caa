"""The row of a table of documents as an article, whatever the format of the table."""

from collections.abc import Mapping

from geo.documents.articles import Article, Unread
from geo.documents.columns import pick_metadata
from geo.documents.encodings import normalise


def read_row(row: Mapping[str, object], chosen: Mapping[str, str], place: str) -> Article | Unread:
    """Return the article of a row; `chosen` tells which column holds what, `place` where the row stands."""
    values = {part: row.get(column) for part, column in chosen.items()}
    text = values.pop("text")
    if not isinstance(text, str) or not text.strip():
        return Unread(place, "there is no text in it")
    stated = {part: str(value) for part, value in values.items() if value is not None}
    return Article(normalise(text), pick_metadata(stated), place, titled=True)
