"""The documents by name: a list short enough to be sent on every click, and no two names alike.

A box of choices tells its entries apart by their words alone: documents of one day and title are numbered.
"""

import re
from collections.abc import Iterable

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.hovers import make_visible, shorten
from dashboard.parts.evidence import Row
from dashboard.parts.words import read_words
from geo.reference.wordings import Catalogue

MOST_TITLES = 300
_LONGEST = 150


def list_titles(chosen: str | None, words: Catalogue, search: str = "") -> dict[str, str]:
    """Return the names by document: the newest that hold the searched words, and the chosen one in any case."""
    return _list_titles(chosen, words.language, search)


@answered_once(256)
def _list_titles(chosen: str | None, language: str, search: str) -> dict[str, str]:
    words, found = read_words(language), corpora.find_titles(search.strip(), MOST_TITLES).to_dict("records")
    also = [] if chosen is None or any(row["document"] == chosen for row in found) else _read_row(chosen)
    return _number(((str(row["document"]), name_document(row, words)) for row in [*also, *found]), words)


def find_title(document: str, words: Catalogue) -> str:
    """Return the name of a document; for one that is not here, words that say so."""
    rows = _read_row(document)
    return name_document(rows[0], words) if rows else words("filters.no_document")


def name_document(row: Row, words: Catalogue) -> str:
    """Return the day and title of a row of documents; without a title its file."""
    day = f"{row['published']} · " if isinstance(row["published"], str) else ""
    return shorten(make_visible(f"{day}{name_title(row, words)}"), _LONGEST)


def name_title(row: Row, words: Catalogue) -> str:
    """Return the title of a row of documents; without one its file."""
    if isinstance(row["title"], str):
        return row["title"]
    # The folders are nobody's business but the one's who started the dashboard.
    return words("documents.untitled", {"path": re.split(r"[\\/]", str(row["path"]))[-1]})


def _read_row(document: str) -> list[Row]:
    return list(corpora.read_document(document, "documents").to_dict("records"))


def _number(named: Iterable[tuple[str, str]], words: Catalogue) -> dict[str, str]:
    """Return the names, the second and every later of the same words with its number."""
    labels: dict[str, str] = {}
    times: dict[str, int] = {}
    for document, name in named:
        times[name] = times.get(name, 0) + 1
        labels[document] = words("documents.again", {"name": name, "count": times[name]}) if times[name] > 1 else name
    return labels
