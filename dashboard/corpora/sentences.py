"""Sentences that name or state something, and those that a query finds."""

import pandas as pd

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo.store.corpus import Found, Position, Where


@answered_once(256)
def read_sentences(code: str | None, where: Where, after: Position | None) -> pd.DataFrame:
    """Return a page of the sentences that name a code, or any that `where` asks for."""
    return open_shown().read_sentences(code, where, after)


@answered_once(256)
def count_sentences(code: str | None, where: Where) -> int:
    """Return how many sentences name a code, or any that `where` asks for."""
    return open_shown().count_sentences(code, where)


@answered_once(128)
def search_sentences(query: str, where: Where, after: Position | None, limit: int) -> pd.DataFrame:
    """Return a page of the sentences that a query finds."""
    return open_shown().search_sentences(query, where, after, limit)


@answered_once(128)
def count_found(query: str, where: Where) -> Found:
    """Return how many sentences of how many documents a query finds."""
    return open_shown().count_found(query, where)
