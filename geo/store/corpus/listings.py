"""Questions about documents as a list, with how much was read in each, and about the names that were left out."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from geo.store.corpus.conditions import Question, Where, write_conditions

DocumentOrder = Literal["newest", "oldest", "title", "names", "figures", "events", "refused"]

# What is counted of each document: in which table, how, and which rows. An act that was denied is none.
_COUNTED: Mapping[str, tuple[str, str, str]] = {
    "names": ("mentions", "count(*)", "true"),
    "figures": ("quantities", "count(*)", "true"),
    "events": ("events", "count(DISTINCT act)", "status IS DISTINCT FROM 'denied'"),
    "refused": ("refused", "count(*)", "true"),
}
_PLACES: Mapping[str, str] = {
    "newest": "coalesce(d.published, '')",
    "oldest": "coalesce(d.published, '~')",
    "title": "lower(coalesce(d.title, d.path, ''))",
}
_RISING = ("oldest", "title")
# What may have been read in a document.
_READ: Mapping[str, str] = {
    "figures": "d.document IN (SELECT document FROM quantities)",
    "events": "d.document IN (SELECT document FROM events)",
    "checks": "d.document IN (SELECT document FROM checks)",
    "refused": "d.document IN (SELECT document FROM refused)",
    "nothing": """d.document NOT IN (SELECT document FROM mentions UNION ALL SELECT document FROM quantities
        UNION ALL SELECT document FROM events)""",
}
# The day of publication, or the first of what is known only by its month or year.
_FIRST = "try_cast(d.published || substr('0000-01-01', length(d.published) + 1) AS DATE)"
_LAST = f"""CASE length(d.published) WHEN 7 THEN last_day({_FIRST}) WHEN 4 THEN make_date(year({_FIRST}), 12, 31)
    ELSE {_FIRST} END"""
_COLUMNS = {
    "document": "d.document",
    "language": "d.language",
    "outlet": "d.outlet",
    "date": _FIRST,
    "last_date": _LAST,
}


class DocumentPosition(NamedTuple):
    """Where a page of documents ended: the next page begins after it."""

    place: str | int
    document: str


def list_documents(where: Where, order: DocumentOrder, after: DocumentPosition | None, limit: int) -> Question:
    """Ask for a page of documents with how many names, figures, acts and left-out names each has."""
    sign, way = (">", "ASC") if order in _RISING else ("<", "DESC")
    ordered = f"LEFT JOIN {_count(order)} o USING (document)" if order in _COUNTED else ""
    place = _PLACES.get(order, "coalesce(o.n, 0)")
    page = "" if after is None else f"({place} {sign} ? OR ({place} = ? AND d.document > ?))"
    chosen = _choose(where, page, () if after is None else (after.place, after.place, after.document))
    counts = ", ".join(f"coalesce({name}.n, 0)::INTEGER AS {name}" for name in _COUNTED)
    among = "document IN (SELECT document FROM page)"
    joins = " ".join(f"LEFT JOIN {_count(name, among)} {name} USING (document)" for name in _COUNTED)
    # The page is chosen first, and only its documents are counted.
    sql = f"""WITH page AS (SELECT d.*, {place} AS place FROM documents d {ordered} {chosen.sql}
            ORDER BY place {way}, d.document LIMIT ?)
        SELECT page.document, title, published, outlet, url, language, path, {counts}, place
        FROM page {joins} ORDER BY place {way}, page.document"""  # noqa: S608 - values are marks
    return Question(sql, (*chosen.values, limit))


def _count(name: str, among: str = "true") -> str:
    table, counted, chosen = _COUNTED[name]
    return f"(SELECT document, {counted} AS n FROM {table} WHERE {chosen} AND {among} GROUP BY 1)"  # noqa: S608


def count_listed(where: Where) -> Question:
    """Ask how many documents there are: n."""
    chosen = _choose(where)
    return Question(f"SELECT count(*) AS n FROM documents d {chosen.sql}", chosen.values)  # noqa: S608 - as above


def _choose(where: Where, page: str = "", values: tuple[object, ...] = ()) -> Question:
    return write_conditions(where, _COLUMNS, (*(_READ[one] for one in where.read), page), values)


def count_outlets(limit: int) -> Question:
    """Ask for the outlets with the most documents: outlet, documents."""
    sql = "SELECT outlet, count(*) AS documents FROM documents WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
    return Question(sql, (limit,))


def count_languages() -> Question:
    """Ask for the languages of the documents, the most frequent first: language, documents."""
    sql = (
        "SELECT language, count(*) AS documents FROM documents WHERE language IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return Question(sql)


_LEFT_OUT = """FROM refused r JOIN documents d USING (document)
    LEFT JOIN sentences s ON s.document = r.document AND s.start <= r.start AND r.start < s."end\""""
_LEFT_OUT_COLUMNS = {
    "document": "r.document",
    "language": "d.language",
    "outlet": "d.outlet",
    "date": "s.date",
    "reason": "r.reason",
}
# What has no candidate is a number.
_NAME = "r.candidates IS NOT NULL"


class RefusedPosition(NamedTuple):
    """Where a page of left-out names ended: the next page begins after it."""

    document: str
    start: int
    end: int
    reason: str


def read_refused(where: Where, after: RefusedPosition | None, limit: int) -> Question:
    """Ask for a page of the names that look like countries and were left out, with sentence and document."""
    page = "" if after is None else '(r.document, r.start, r."end", r.reason) > (?, ?, ?, ?)'
    chosen = write_conditions(where, _LEFT_OUT_COLUMNS, (_NAME, page), after or ())
    sql = f"""SELECT r.document, r.start, r."end", r.text, r.candidates, r.reason, s.sentence, s.start AS sentence_start,
            s."end" AS sentence_end, s.text AS sentence_text, s.date, s.date_precision, s.date_from,
            d.title, d.outlet, d.url, d.published
        {_LEFT_OUT} {chosen.sql} ORDER BY r.document, r.start, r."end", r.reason LIMIT ?"""
    return Question(sql, (*chosen.values, limit))


def count_refused(where: Where) -> Question:
    """Ask how many names were left out for each reason: reason, refused."""
    chosen = write_conditions(where, _LEFT_OUT_COLUMNS, (_NAME,))
    return Question(
        f"SELECT r.reason AS reason, count(*) AS refused {_LEFT_OUT} {chosen.sql} GROUP BY 1 ORDER BY 2 DESC, 1",
        chosen.values,
    )
