"""Questions about names: how often countries, regions and organisations are mentioned, and in which sentences."""

from datetime import date
from typing import Literal, NamedTuple

from geo.store.corpus.conditions import Question, Where, write_conditions

By = Literal["code", "document", "kind", "language", "outlet", "month", "day"]

_GROUPS: dict[By, str] = {
    "code": "m.code",
    "document": "m.document",
    "kind": "m.kind",
    "language": "d.language",
    "outlet": "d.outlet",
    "month": "strftime(s.date, '%Y-%m')",
    "day": "s.date",
}
NAMED = """FROM mentions m JOIN documents d USING (document) LEFT JOIN sentences s USING (document, sentence)"""
NAMED_COLUMNS = {
    "document": "m.document",
    "code": "m.code",
    "kind": "m.kind",
    "rule": "m.rule",
    "language": "d.language",
    "outlet": "d.outlet",
    "date": "s.date",
}
# Sentences without a date come last.
LAST_DAY = date(9999, 12, 31)

# What a sentence shows of itself and its document; `d` is its document, `s` the sentence.
SENTENCE = """document, any_value(d.title) AS title, any_value(d.outlet) AS outlet,
    any_value(d.url) AS url, any_value(d.published) AS published, sentence, any_value(s.start) AS start,
    any_value(s."end") AS "end", any_value(s.text) AS text, s.date AS date,
    any_value(s.date_precision) AS date_precision, any_value(s.date_from) AS date_from"""
SPANS = """list({'start': m.start, 'end': m."end", 'text': m.text} ORDER BY m.start)"""


class Position(NamedTuple):
    """Where a page of sentences ended: the next page begins after it."""

    date: date
    document: str
    sentence: int


def count_names(by: By, where: Where, counted: str, name: str) -> Question:
    """Ask for the columns `by` and `name`, the largest first."""
    conditions = write_conditions(where, NAMED_COLUMNS)
    sql = f"""SELECT {_GROUPS[by]} AS "{by}", {counted} AS {name} {NAMED} {conditions.sql}
        GROUP BY 1 ORDER BY 2 DESC, 1"""
    return Question(sql, conditions.values)


def read_named(code: str | None, where: Where, after: Position | None, limit: int) -> Question:
    """Ask for a page of the sentences that name a code; without one, whatever `where` asks for."""
    conditions = _choose_named(code, where)
    sql = f"SELECT {SENTENCE}, {SPANS} AS spans {NAMED} {conditions.sql}"
    return turn_page(Question(sql, conditions.values), after, limit)


def turn_page(sentences: Question, after: Position | None, limit: int) -> Question:
    """Ask for a page of a question about sentences, in the order of date and document."""
    page = "" if after is None else "HAVING (coalesce(s.date, ?), document, sentence) > (?, ?, ?)"
    more: tuple[object, ...] = () if after is None else (LAST_DAY, *after)
    sql = f"""{sentences.sql} GROUP BY document, sentence, s.date {page}
        ORDER BY coalesce(s.date, ?), document, sentence LIMIT ?"""
    return Question(sql, (*sentences.values, *more, LAST_DAY, limit))


def _choose_named(code: str | None, where: Where) -> Question:
    return write_conditions(where, NAMED_COLUMNS, *((), ()) if code is None else (("m.code = ?",), (code,)))


def count_named(code: str | None, where: Where) -> Question:
    """Ask how many sentences `read_named` would give on all its pages: n."""
    conditions = _choose_named(code, where)
    sql = f"SELECT count(DISTINCT (m.document, m.sentence)) AS n {NAMED} {conditions.sql}"
    return Question(sql, conditions.values)


def read_first(where: Where) -> Question:
    """Ask for the first sentence that names each code: code, text."""
    conditions = write_conditions(where, NAMED_COLUMNS)
    order = "{'a': coalesce(s.date, ?), 'b': m.document, 'c': m.sentence}"
    sql = f"""SELECT m.code AS code, arg_min(s.text, {order}) AS text {NAMED} {conditions.sql}
        GROUP BY 1"""
    return Question(sql, (LAST_DAY, *conditions.values))
