"""Questions about stated figures: the quantities, and the checks they were put to."""

from datetime import date
from typing import NamedTuple

from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.mentions import LAST_DAY

_COLUMNS = {
    "document": "t.document",
    "theme": "t.theme",
    "date": "t.date",
    "language": "d.language",
    "outlet": "d.outlet",
}


def read_quantities(where: Where) -> Question:
    """Ask for the quantities with their sentence and their document."""
    conditions = write_conditions(where, _COLUMNS)
    sql = f"""SELECT t.*, s.start AS sentence_start, s."end" AS sentence_end, s.text AS sentence_text,
            d.title, d.outlet, d.url, d.published
        FROM quantities t JOIN documents d USING (document) JOIN sentences s USING (document, sentence)
        {conditions.sql} ORDER BY d.published, t.document, t.start"""  # noqa: S608 - values are marks
    return Question(sql, conditions.values)


class CheckPosition(NamedTuple):
    """Where a page of checks ended: the next page begins after it."""

    place: int
    date: date
    check: str


# What disagrees comes first, then what is open; of these sums before lists before series.
_PLACE = """3 * list_position(['disagrees', 'open', 'agrees'], t.verdict)
    + list_position(['sum', 'list', 'series'], t.kind)"""
_ORDER = f"""({_PLACE}, coalesce(q.date, ?), t."check")"""
_CHECKS = "FROM all_checks t JOIN documents d USING (document) LEFT JOIN quantities q ON q.quantity = t.quantity"
_CHECK_COLUMNS = {
    **_COLUMNS,
    "theme": "q.theme",
    "date": "q.date",
    "check_kind": "t.kind",
    "verdict": "t.verdict",
}


def read_checks(where: Where, after: CheckPosition | None, limit: int | None) -> Question:
    """Ask for the checks with the figure's words, sentence and document; series with their measure and the other."""
    page, more = ((), ()) if after is None else ((f"{_ORDER} > (?, ?, ?)",), (LAST_DAY, *after))
    conditions = write_conditions(where, _CHECK_COLUMNS, page, more)
    # The page is chosen first, and the rest read of its rows alone.
    sql = f"""WITH chosen AS (SELECT t.*, {_PLACE} AS place {_CHECKS} {conditions.sql} ORDER BY {_ORDER} LIMIT ?)
        SELECT t.*, q.text AS words, q.value, q.value_to, q.bound, q.unit, q.theme, q.giver, q.recipient, q.status,
            q.scope, q.date, q.date_precision, q.date_from, q.start, q."end", q.sentence,
            s.start AS sentence_start, s."end" AS sentence_end, s.text AS sentence_text,
            d.title, d.outlet, d.url, d.published, d.language, r.measure, r.against
        FROM chosen t JOIN documents d USING (document) LEFT JOIN quantities q ON q.quantity = t.quantity
        LEFT JOIN sentences s ON s.document = q.document AND s.sentence = q.sentence
        LEFT JOIN series r ON t.kind = 'series' AND r.quantity = t.quantity
        ORDER BY {_ORDER}"""  # noqa: S608 - values are marks
    return Question(sql, (*conditions.values, LAST_DAY, limit, LAST_DAY))


def read_members(check: str, document: str) -> Question:
    """Ask what a check of a document was made with: its figures as quantities, its names with their code."""
    sql = """SELECT m.code, m.start AS member_start, m."end" AS member_end, q.*, s.start AS sentence_start,
            s."end" AS sentence_end, s.text AS sentence_text, d.title, d.outlet, d.url, d.published
        FROM check_members m JOIN documents d USING (document)
        LEFT JOIN quantities q ON q.document = m.document AND q.quantity = m.quantity
        LEFT JOIN sentences s ON s.document = q.document AND s.sentence = q.sentence
        WHERE m."check" = ? AND m.document = ? ORDER BY m.start"""
    return Question(sql, (check, document))


def count_checks(where: Where) -> Question:
    """Ask how many checks of each kind came to each verdict: kind, verdict, checks."""
    conditions = write_conditions(where, _CHECK_COLUMNS)
    sql = f"""SELECT t.kind AS kind, t.verdict AS verdict, count(*) AS checks {_CHECKS} {conditions.sql}
        GROUP BY ALL ORDER BY ALL"""
    return Question(sql, conditions.values)
