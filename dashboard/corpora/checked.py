"""What somebody has checked of what was read: which names, figures and events were found right as they stand."""

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown


@answered_once(512)
def list_checked(document: str) -> tuple[int, ...]:
    """Return where in a document those names, figures and events begin that somebody has checked."""
    corpus = open_shown()
    unfit = set(corpus.unfit)
    found = (one for one in corpus.corrections if one.document == document and one.change == "right")
    return tuple(sorted({one.start for one in found if one.start is not None and one not in unfit}))


def count_checked() -> int:
    """Return how many names, figures and events somebody has checked."""
    corpus = open_shown()
    unfit = set(corpus.unfit)
    return len({(one.table, one.place) for one in corpus.corrections if one.change == "right" and one not in unfit})
