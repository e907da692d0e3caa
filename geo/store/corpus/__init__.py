"""The corpus: the tables of an extraction, and the questions that are asked of them in SQL.

conditions (which rows) · sources (where the tables lie) · acts (which events of all documents are one) · mentions,
events, quantities, figures, series, cross_counts, summaries, searches, listings, accounts (questions by topic) · answers
(what is asked of them, by topic) · corpora (the Corpus that gathers the answers).
"""

from geo.store.corpus.answers.checks import find_check_position
from geo.store.corpus.answers.sentences import find_position
from geo.store.corpus.conditions import ALL, Where
from geo.store.corpus.corpora import Corpus, extract, open_corpus
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
