"""What somebody has checked of what was read: which names, figures and events were found right as they stand."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from dashboard.answers import answered_once
from dashboard.corpora.documents import read_document
from dashboard.corpora.shown import open_shown
from geo.store.corrections.records import Correction

Reviewed = Literal["all", "some"]
_TABLES = ("mentions", "quantities", "events")


class _Row(NamedTuple):
    """A row by its table and where it begins and ends: its code or kind may have been changed."""

    document: str
    table: str
    start: int | None
    end: int | None


@answered_once(2048)
def find_reviewed(document: str, sentence: int) -> Reviewed | None:
    """Return whether all that was read in a sentence was checked, or some of it; None where nothing was."""
    checked = {row for row in _list_reviewed() if row.document == document}
    if not checked:
        return None
    read = set(_list_rows(document, sentence))
    if not read & checked:
        return None
    return "all" if read <= checked else "some"


def count_reviewed() -> int:
    """Return how many names, figures and events somebody has checked."""
    return len(_list_reviewed())


@answered_once(1)
def _list_reviewed() -> frozenset[_Row]:
    """Return the rows that were found right and not changed afterwards."""
    corpus, found = open_shown(), set[_Row]()
    unfit = set(corpus.unfit)
    for one in corpus.corrections:
        row = _Row(one.document, one.table, one.start, one.end)
        if one.change == "right" and one not in unfit:
            found.add(row)
        else:
            found.discard(row)
    return frozenset(found)


def _list_rows(document: str, sentence: int) -> Iterable[_Row]:
    for table in _TABLES:
        rows = read_document(document, table)
        own = rows[rows["sentence"] == sentence]
        yield from (_Row(document, table, start, end) for start, end in zip(own["start"], own["end"], strict=True))


def list_unreviewed(corrections: Iterable[Correction]) -> list[Correction]:
    """Return corrections without those that find right what was found so before."""
    known = _list_reviewed()
    rows = ((one, _Row(one.document, one.table, one.start, one.end)) for one in corrections)
    return [one for one, row in rows if one.change != "right" or row not in known]
