"""The documents: what they are, in lists, and what one of them holds."""

import pandas as pd

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo.store.corpus import DocumentOrder, DocumentPosition, RefusedPosition, Summary, Unread, Where


@answered_once()
def summarise() -> Summary:
    """Return what the corpus is: its documents, days, languages and outlets."""
    return open_shown().summarise()


@answered_once()
def count_unread() -> Unread:
    """Return how much was not read or not settled."""
    return open_shown().count_unread()


@answered_once()
def count_rows(table: str) -> int:
    """Return how many rows a table has."""
    return open_shown().count(table)


@answered_once()
def list_languages() -> list[str]:
    """Return the languages of the documents, the most frequent first."""
    return list(open_shown().count_languages()["language"])


@answered_once()
def list_outlets() -> tuple[str, ...]:
    """Return the outlets of the documents, the largest first."""
    return tuple(open_shown().count_outlets()["outlet"])


@answered_once(64)
def list_documents(where: Where, order: DocumentOrder, after: DocumentPosition | None, limit: int) -> pd.DataFrame:
    """Return a page of documents with what was read in each."""
    return open_shown().list_documents(where, order, after, limit)


@answered_once(64)
def count_listed(where: Where) -> int:
    """Return how many documents are listed."""
    return open_shown().count_listed(where)


@answered_once()
def read_titles() -> pd.DataFrame:
    """Return one row a document: document, title, published, outlet, url, language, characters, path."""
    return open_shown().documents


@answered_once(256)
def find_titles(search: str, most: int) -> pd.DataFrame:
    """Return rows of documents whose title, or file without one, holds some words; of more than `most` the newest."""
    titles = read_titles()
    named = titles["title"].fillna(titles["path"]).str.contains(search, case=False, regex=False)
    found = titles[named.fillna(False)] if search else titles
    if len(found) <= most:
        return found
    return found.sort_values("published", ascending=False, na_position="last", kind="stable").head(most)


@answered_once(64)
def read_document(document: str, table: str) -> pd.DataFrame:
    """Return one table's rows of one document."""
    return open_shown().table(table, Where(documents=(document,), places=True))


@answered_once(64)
def read_refused(where: Where, after: RefusedPosition | None, limit: int) -> pd.DataFrame:
    """Return a page of the names that look like countries and were left out."""
    return open_shown().read_refused(where, after, limit)


@answered_once(64)
def count_refused(where: Where) -> pd.DataFrame:
    """Return how many names were left out for each reason."""
    return open_shown().count_refused(where)
