"""Questions about running totals: which statements there are, how each measure's series stands, the checks it makes.

The statements of a corpus are reduced in SQL to one a document, measure, date and figure; their distinct figures are
judged by `geo.statements.running_totals`, once, and both are kept as tables of the connection.
"""

from typing import Any

import pyarrow as pa

from geo.base.intervals import find_interval
from geo.statements.running_totals import Judgement, StatedTotal, judge_figures
from geo.store.corpus.conditions import Question, Where, write_conditions

_MEASURE = ("unit", "theme", "giver", "recipient", "status", "scope")
_SAID = ("measure", "date", "date_precision", "value", "value_to", "bound")
_FIGURE = ", ".join(_SAID)
_SAME = " AND ".join(f"t.{name} IS NOT DISTINCT FROM v.{name}" for name in _SAID)
# "34 Chinese teams" that China sent are those of "China sent 34 teams": the place of a side says no more than the side.
_PLACE = "CASE WHEN q.scope NOT IN (coalesce(q.giver, ''), coalesce(q.recipient, '')) THEN q.scope END"
_SPELT = ", ".join(f"coalesce({_PLACE if name == 'scope' else f'q.{name}'}, '-')" for name in _MEASURE)

# Which figures are running totals was decided when they were read. A part that a document states beside its whole is
# none: of a day only its greatest figure is `judged`.
STATEMENTS = Question(
    f"""CREATE TABLE series_statements AS
    WITH totals AS (
        SELECT concat_ws(' ', {_SPELT}) AS measure, q.* FROM quantities q WHERE q.running AND q.date IS NOT NULL
    ), reduced AS (
        SELECT document, {_FIGURE}, {", ".join(f"any_value({name}) AS {name}" for name in _MEASURE)},
            min_by(quantity, start) AS quantity, min(start) AS start
        FROM totals GROUP BY document, {_FIGURE}
    )
    SELECT *, start = first_value(start) OVER (PARTITION BY document, measure, date, date_precision
        ORDER BY coalesce(value_to, value) DESC, start) AS judged FROM reduced""",  # noqa: S608 - names of our own
)
FIGURES = f"""SELECT {_FIGURE}, count(*) FILTER (judged) AS said, min(quantity) FILTER (judged) AS first,
        max(quantity) FILTER (judged) AS last
    FROM series_statements GROUP BY {_FIGURE} ORDER BY {_FIGURE}"""  # noqa: S608 - as above
_VERDICTS = pa.schema(
    {
        **{name: pa.string() for name in ("measure", "date_precision", "bound", "verdict", "first", "last")},
        "date": pa.date32(),
        **{name: pa.float64() for name in ("value", "value_to", "low", "high", "found")},
    }
)
# A statement that two documents make is held against the other's. `expected` is what it states.
VIEWS = f"""CREATE TABLE series_verdicts AS SELECT * FROM series_judged;
CREATE TABLE series AS SELECT t.* EXCLUDE (start, judged), v.low, v.high,
        CASE WHEN judged THEN v.verdict END AS verdict,
        CASE WHEN judged AND v.verdict IS NOT NULL THEN t.value END AS expected,
        CASE WHEN judged THEN v.found END AS found,
        CASE WHEN judged THEN v.found - t.value END AS difference,
        CASE WHEN judged THEN if(v.first = t.quantity, v.last, v.first) END AS against
    FROM series_statements t JOIN series_verdicts v
        ON {_SAME};
CREATE VIEW all_checks AS SELECT * FROM checks
    UNION ALL (SELECT quantity || '-series', 'series', document, quantity, expected, found, difference, verdict
        FROM series WHERE verdict IS NOT NULL ORDER BY document, quantity)"""  # noqa: S608 - names of our own
_COLUMNS = {
    "measure": "t.measure",
    "document": "t.document",
    "theme": "t.theme",
    "date": "t.date",
    "language": "d.language",
    "outlet": "d.outlet",
}


def judge_statements(figures: pa.Table) -> pa.Table:
    """Return the figures (see FIGURES) with low, high, found, verdict, and first and last statement held against."""
    rows: list[dict[str, Any]] = figures.to_pylist()
    listed = [StatedTotal(**{name: row[name] for name in StatedTotal._fields}) for row in rows]
    return pa.Table.from_pylist(
        [
            {**row, **find_interval(figure)._asdict(), **_list_judgement(judgement, rows)}
            for row, figure, judgement in zip(rows, listed, judge_figures(listed), strict=True)
        ],
        schema=_VERDICTS,
    )


def _list_judgement(judgement: Judgement | None, rows: list[dict[str, Any]]) -> dict[str, object]:
    if judgement is None:
        return {"verdict": None, "found": None, "first": None, "last": None}
    other = rows[judgement.against]
    return {"verdict": judgement.verdict, "found": other["value"], "first": other["first"], "last": other["last"]}


def read_series(where: Where) -> Question:
    """Ask for the statements of running totals by measure and date, with their sentence and their document."""
    conditions = write_conditions(where, _COLUMNS)
    sql = f"""SELECT t.*, q.text, q.start, q."end", q.sentence, s.start AS sentence_start, s."end" AS sentence_end,
            s.text AS sentence_text, d.title, d.outlet, d.url, d.published
        FROM series t JOIN documents d USING (document) JOIN quantities q USING (quantity)
        JOIN sentences s ON s.document = q.document AND s.sentence = q.sentence
        {conditions.sql} ORDER BY t.measure, t.date, t.low, t.quantity"""  # noqa: S608 - values are marks
    return Question(sql, conditions.values)
