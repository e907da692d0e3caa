"""The desk: what a reader has added for themselves. It lies in their session alone, goes with it, and is on no disk.

Another session sees nothing of it: no cache that is shared holds it (dashboard.answers keeps what is answered of it apart).

It is kept in a box that is emptied when the session ends (see dashboard.session_boxes).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from dashboard import answers
from dashboard.session_boxes import find_box, keep_box
from geo.store.corpus import Corpus
from geo.store.corrections.records import Correction
from geo.store.document_tables import Tables, make_empty

# Said on the page; a file's own limits are those of geo.store.isolated_reading.
MOST_FILES, MOST_BYTES = 200, 100 * 2**20
_BOX, _DESK, _CORPUS = "desk-box", "desk", "desk-corpus"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a reader has added: the tables of the documents, `instead` of the open corpus or beside it, and a title.

    `corrections` are what the reader has set right; they are laid over whatever is shown.
    """

    tables: Tables = field(default_factory=make_empty)
    instead: bool = False
    title: str | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def documents(self) -> int:
        """Return how many documents were added."""
        return int(self.tables["documents"].num_rows)

    @property
    def is_empty(self) -> bool:
        """Return whether the reader sees what everybody sees."""
        return not self.documents and not self.corrections


# Asked for on every click of every reader: made once.
_EMPTY = Desk()


def keep_own(name: str, thing: object) -> None:
    """Keep something of the reader's documents until the session ends; None takes it away."""
    keep_box(_BOX)[name] = thing


def find_own(name: str) -> object:
    """Return what was kept under a name, None where nothing was."""
    box = find_box(_BOX)
    return None if box is None else box.get(name)


def read_desk() -> Desk:
    """Return the reader's desk; an empty one where nothing was added."""
    return cast(Desk, find_own(_DESK) or _EMPTY)


def lay_desk(desk: Desk) -> None:
    """Keep another desk: from now on every question is asked of the corpus with what lies on it."""
    keep_own(_DESK, desk)
    keep_own(_CORPUS, None)
    answers.keep_private(not desk.is_empty)


def open_with_desk(open_below: Callable[[], Corpus]) -> Corpus:
    """Return the corpus that the reader sees: the one below, or their own, made once after each change."""
    desk = read_desk()
    if desk.is_empty:
        return open_below()
    if find_own(_CORPUS) is None:
        keep_own(_CORPUS, _make_corpus(desk, open_below))
    return cast(Corpus, find_own(_CORPUS))


def _make_corpus(desk: Desk, open_below: Callable[[], Corpus]) -> Corpus:
    below = Corpus(desk.tables) if desk.instead else open_below()
    whole = below.lay_over(desk.tables) if desk.documents and not desk.instead else below
    return whole.correct(desk.corrections) if desk.corrections else whole
