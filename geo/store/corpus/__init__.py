"""The corpus: the tables of an extraction, and the questions that are asked of them in SQL.

conditions (which rows) · sources (where the tables lie) · acts (which events of all documents are one) · mentions,
events, quantities, series, cross_counts, summaries, searches, listings (questions by topic) · corpora (the Corpus that
answers them).
"""

from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.corpora import Corpus, extract, find_check_position, find_position, open_corpus
from geo.store.corpus.cross_counts import Counted, StackBy
from geo.store.corpus.events import EventBy
from geo.store.corpus.listings import DocumentOrder, DocumentPosition, RefusedPosition
from geo.store.corpus.mentions import By, Position
from geo.store.corpus.quantities import CheckPosition
from geo.store.corpus.searches import MOST_CHARACTERS, Found, Term, read_query
from geo.store.corpus.summaries import Summary, Unread

__all__ = [
    "ALL",
    "MOST_CHARACTERS",
    "By",
    "CheckPosition",
    "Corpus",
    "Counted",
    "DocumentOrder",
    "DocumentPosition",
    "EventBy",
    "Found",
    "Position",
    "RefusedPosition",
    "StackBy",
    "Summary",
    "Term",
    "Unread",
    "Where",
    "extract",
    "find_check_position",
    "find_position",
    "open_corpus",
    "read_query",
]
