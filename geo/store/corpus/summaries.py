"""Questions about a corpus as a whole: how many documents, of which days, languages and outlets, and what was not read."""

from typing import NamedTuple

from geo.store.corpus.conditions import Question

# Of many outlets so many are named.
MOST_OUTLETS = 3
DOCUMENTS = Question(
    """SELECT count(*) AS documents, min(published) AS since, max(published) AS until,
        count(DISTINCT outlet) AS outlets FROM documents"""
)
LANGUAGES = Question(
    "SELECT language AS name FROM documents WHERE language IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1"
)
OUTLETS = Question(
    "SELECT outlet AS name FROM documents WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?",
    (MOST_OUTLETS,),
)
UNREAD = Question(
    """SELECT (SELECT count(*) FROM failures WHERE kind = 'unread') AS failures,
        (SELECT count(*) FROM refused) AS refused,
        (SELECT count(*) FROM (SELECT act FROM tellings WHERE status IS DISTINCT FROM 'denied'
            GROUP BY act HAVING bool_and(act_date IS NULL))) AS undated"""
)


class Summary(NamedTuple):
    """What a corpus is: documents, the ISO dates of the first and last publication, language codes, outlets.

    The languages and outlets of most documents come first; `outlets` are at most three of `outlet_count`. Dates are
    None where no document has one.
    """

    documents: int
    since: str | None
    until: str | None
    languages: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet_count: int


class Unread(NamedTuple):
    """What was not read or not settled: files, names and numbers left out with a reason, acts without a date."""

    failures: int
    refused: int
    undated: int
