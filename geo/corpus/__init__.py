"""The corpus: the tables of an extraction, and the questions that are asked of them in SQL.

conditions (which rows) · sources (where the tables lie) · names, happenings, stacks, figures, series (questions by topic) ·
corpora (the Corpus that answers them).
"""

from geo.corpus.conditions import ALL, Where
from geo.corpus.corpora import Corpus, extract, find_check_position, find_position, open_corpus
from geo.corpus.figures import CheckPosition
from geo.corpus.happenings import EventBy
from geo.corpus.names import By, Position
from geo.corpus.stacks import Counted, StackBy

__all__ = [
    "ALL",
    "By",
    "CheckPosition",
    "Corpus",
    "Counted",
    "EventBy",
    "Position",
    "StackBy",
    "Where",
    "extract",
    "find_check_position",
    "find_position",
    "open_corpus",
]
