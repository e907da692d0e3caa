"""Questions that count by two things at once: events, mentions and documents by the bar and the part of it.

Only countries and areas are counted here: a region or an organisation that is named has no continent.
"""

from collections.abc import Mapping
from typing import Literal

from geo.reference.areas import read_areas
from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.events import ACTS, TRUE, WHO, WHO_COLUMNS
from geo.store.corpus.mentions import NAMED, NAMED_COLUMNS

StackBy = Literal["all", "country", "region", "theme", "kind", "document", "month", "day"]
Counted = Literal["events", "mentions", "documents"]
# The part of what is in none of the named parts, and that of an event which the texts put into several.
OTHERS, SEVERAL = "others", "several"

_EVENTS: Mapping[StackBy, str] = {
    "all": "''",
    "country": "p.code",
    "region": "a.continent",
    "theme": "e.theme",
    "kind": "e.act_kind",
    "document": "e.document",
    "month": "CASE WHEN e.act_date_precision <> 'year' THEN strftime(e.act_date, '%Y-%m') END",
    "day": "CASE WHEN e.act_date_precision = 'day' THEN strftime(e.act_date, '%Y-%m-%d') END",
}
_NAMES: Mapping[StackBy, str] = {
    "all": "''",
    "country": "m.code",
    "region": "a.continent",
    "document": "m.document",
    "month": "CASE WHEN s.date_precision <> 'year' THEN strftime(s.date, '%Y-%m') END",
    "day": "CASE WHEN s.date_precision = 'day' THEN strftime(s.date, '%Y-%m-%d') END",
}
_COUNTS: Mapping[Counted, str] = {
    "events": ACTS,
    "mentions": "count(*)",
    "documents": "count(DISTINCT m.document)",
}


def write_view() -> str:
    """Return the SQL of a view of all countries and areas: area, continent (of UN M49; missing where it has none)."""
    rows = ", ".join(f"('{area.code}', {_quote(area.region)})" for area in read_areas().values())
    return f"CREATE VIEW areas AS SELECT * FROM (VALUES {rows}) AS t(area, continent)"  # noqa: S608 - our own table


def _quote(code: str | None) -> str:
    return "NULL" if code is None else f"'{code}'"


def rank_parts(parts: StackBy, where: Where, counted: Counted, limit: int) -> Question:
    """Ask for the largest parts: part, found, parts (how many there are), the largest first."""
    asked = _choose(where, counted)
    part = _list_columns(counted)[parts]
    sql = f"""SELECT {part} AS part, {_COUNTS[counted]} AS found, count(*) OVER () AS parts {asked.sql}
        {"AND" if "WHERE" in asked.sql else "WHERE"} {part} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""
    return Question(sql, (*asked.values, limit))


def count_sources(where: Where, counted: Counted) -> Question:
    """Ask from how many documents of each outlet something was read: outlet, documents, the most first."""
    asked = _choose(where, counted)
    document = "e.document" if counted == "events" else "m.document"
    sql = f"""SELECT d.outlet AS outlet, count(DISTINCT {document}) AS documents {asked.sql}
        GROUP BY 1 ORDER BY 2 DESC, 1"""
    return Question(sql, asked.values)


def count_stacks(rows: StackBy, parts: StackBy, where: Where, counted: Counted, named: tuple[str, ...]) -> Question:
    """Ask for bars and their parts: row, part, found; what is in no part of `named` is in that of the others.

    An act stands in one part of a bar: where the texts put it into more than one, in that of the several. A document
    stands in each part that it speaks of.
    """
    columns, asked = _list_columns(counted), _choose(where, counted)
    if counted == "events":
        told = f"""SELECT {columns[rows]} AS "row", e.act, CASE WHEN count(DISTINCT {columns[parts]}) > 1
            THEN '{SEVERAL}' ELSE min({columns[parts]}) END AS part {asked.sql} GROUP BY 1, 2"""
        sql = (
            f'SELECT "row", {_name("part", named)} AS part, count(*) AS found '  # noqa: S608 - as above
            f"FROM ({told}) GROUP BY 1, 2 ORDER BY 1, 2"
        )
    else:
        sql = f"""SELECT {columns[rows]} AS "row", {_name(columns[parts], named)} AS part, {_COUNTS[counted]} AS found
            {asked.sql} GROUP BY 1, 2 ORDER BY 1, 2"""
    return Question(sql, (*named, *asked.values))


def _list_columns(counted: Counted) -> Mapping[StackBy, str]:
    return _EVENTS if counted == "events" else _NAMES


def _choose(where: Where, counted: Counted) -> Question:
    """Return the tables with the conditions on them."""
    tables, columns, code = (WHO, WHO_COLUMNS, "p.code") if counted == "events" else (NAMED, NAMED_COLUMNS, "m.code")
    conditions = write_conditions(where, columns, (TRUE,) if counted == "events" else ())
    return Question(f"{tables} JOIN areas a ON a.area = {code} {conditions.sql}", conditions.values)


def _name(part: str, named: tuple[str, ...]) -> str:
    """Return a part as it is, or as one of the others where it is none of the named."""
    if not named:
        return part
    kept = f"{part} IS NULL OR {part} = '{SEVERAL}' OR {part} IN ({', '.join('?' * len(named))})"
    return f"CASE WHEN {kept} THEN {part} ELSE '{OTHERS}' END"
