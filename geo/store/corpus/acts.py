"""What the documents tell between them: which events are one act, and by which of them an act is dated.

What one document tells of was joined when it was read. Here only those events are joined again that have a day, and the
sides, theme and kind of another document's event near to it, by `geo.statements.events.join_tellings`, once; what has no
day stays with the act that its document gave it to.
"""

from collections.abc import Mapping, Sequence

import pyarrow as pa

from geo.base.records import Participant
from geo.statements.events import AMOUNTS, ToldEvent, join_tellings
from geo.statements.events.tellings import MOST_DAYS
from geo.statements.events.told_events import FAMILIES
from geo.store.corpus.conditions import Question
from geo.store.corrections.records import Place


def _choose(column: str, answers: dict[str, str], otherwise: str) -> str:
    """Return the SQL of a column's answer."""
    cases = " ".join(f"WHEN '{value}' THEN {answer}" for value, answer in answers.items())
    return f"CASE {column} {cases} ELSE {otherwise} END"


_FAMILY = _choose("e.kind", {kind: f"'{family}'" for kind, family in FAMILIES.items()}, "e.kind")
_DAYS = _choose("family", {family: str(days) for family, days in MOST_DAYS.items()}, "0")
# The tellings of which another document may tell too. Days that follow each other near enough to be stages are a row.
TELLINGS = f"""WITH sides AS (
        SELECT p.event, string_agg(p.code || ':' || p.role, ' ' ORDER BY p.code, p.role) AS who
        FROM participants p JOIN events o USING (event) WHERE (p.role <> 'host' OR o.kind = 'visit')
            AND (p.role <> 'recipient' OR o.kind NOT IN ('team_sent', 'team_arrived')) GROUP BY p.event
    ), keyed AS (
        SELECT e.event, e.document, e.date, {_FAMILY} AS family,
            concat_ws('|', family, coalesce(e.theme, '-'), s.who, CASE WHEN e.kind = 'other' THEN e.verb END) AS key
        FROM events e JOIN sides s USING (event)
        WHERE e.status IS DISTINCT FROM 'denied' AND e.date_precision = 'day'
    ), spaced AS (
        SELECT *, coalesce(date - lag(date) OVER (PARTITION BY key ORDER BY date), 0) > {_DAYS} AS far FROM keyed
    ), numbered AS (
        SELECT *, count(*) FILTER (far) OVER (PARTITION BY key ORDER BY date) AS row FROM spaced
    ), shared AS (
        SELECT event FROM numbered WHERE (key, row) IN (
            SELECT (key, row) FROM numbered GROUP BY key, row HAVING count(DISTINCT document) > 1)
    ), counted AS (
        SELECT q.document, q.sentence, list(DISTINCT {{'unit': q.unit, 'value': q.value}}) AS amounts FROM quantities q
        WHERE regexp_full_match(q.unit, '{AMOUNTS}')
            AND (q.document, q.sentence) IN (SELECT (document, sentence) FROM events JOIN shared USING (event))
        GROUP BY ALL
    )
    SELECT e.event, e.kind, e.status, e.theme, e.verb, e.date, e.date_precision, e.date_from, any_value(c.amounts) AS amounts,
        list({{'code': p.code, 'role': p.role}}) AS sides
    FROM events e JOIN shared USING (event) JOIN participants p USING (event) LEFT JOIN counted c USING (document, sentence)
    GROUP BY ALL"""  # noqa: S608 - words of our own
_JOINED = pa.schema({"event": pa.string(), "act": pa.string()})

# An act has the day of its last stage that has one: the team arrived, before it was sent, before it was announced.
_STAGE = "CASE WHEN status IN ('planned', 'announced') THEN 0 WHEN kind = 'team_arrived' THEN 2 ELSE 1 END"
_EXACT = "CASE date_precision WHEN 'day' THEN 0 WHEN 'month' THEN 1 WHEN 'year' THEN 2 ELSE 3 END"
_MAIN = ("kind", "status", "date", "date_precision", "date_from", "date_to")
# The acts as they were read.
TOLD = """CREATE TABLE joined_acts AS SELECT * FROM acts_joined;
CREATE TABLE moved_acts AS SELECT e.act AS told, min_by(j.act, (j.act <> e.act, j.act)) AS act
    FROM joined_acts j JOIN events e USING (event) GROUP BY e.act;
CREATE VIEW told_events AS SELECT e.* REPLACE (coalesce(j.act, m.act, e.act) AS act)
    FROM events e LEFT JOIN joined_acts j USING (event) LEFT JOIN moved_acts m ON m.told = e.act"""
# The acts as corrections leave them.
VIEWS = f"""CREATE TABLE corrected_acts AS SELECT * FROM acts_corrected;
CREATE VIEW joined_events AS SELECT e.* REPLACE (coalesce(c.act, e.act) AS act)
    FROM told_events e LEFT JOIN corrected_acts c USING (event);
CREATE TABLE told_acts AS SELECT act, unnest(main) FROM (
    SELECT act, arg_min({{{", ".join(f"'{name}': {name}" for name in _MAIN)}}},
        {{'exact': {_EXACT}, 'stage': -{_STAGE}, 'date': coalesce(date, DATE '9999-12-31'), 'event': event}}) AS main
    FROM joined_events GROUP BY act HAVING count(*) > 1);
CREATE VIEW tellings AS SELECT e.*, {", ".join(f"if(a.act IS NULL, e.{name}, a.{name}) AS act_{name}" for name in _MAIN)}
    FROM joined_events e LEFT JOIN told_acts a USING (act)"""  # noqa: S608 - as above


def join_acts(tellings: pa.Table) -> pa.Table:
    """Return the act of each event: event, act; the rows are those of TELLINGS."""
    acts = join_tellings(
        ToldEvent(
            row["event"], row["kind"], row["status"], row["theme"], row["verb"],
            frozenset(Participant(one["code"], one["role"]) for one in row["sides"]), row["date"], row["date_precision"],
            frozenset((one["unit"], one["value"]) for one in row["amounts"] or ()),
            row["date_from"] in ("document", "given"),
        )
        for row in tellings.to_pylist()
    )  # fmt: skip
    return list_acts(acts)


def list_acts(acts: Mapping[str, str]) -> pa.Table:
    """Return the act of each event as a table: event, act."""
    return pa.table({"event": [*acts], "act": [*acts.values()]}, schema=_JOINED)


def find_events_at(place: Place, kinds: Sequence[str]) -> Question:
    """Ask for the event of one of some kinds, the first before the others, at a place of a document: event."""
    marks = ", ".join("?" * len(kinds))
    sql = f"""SELECT event FROM told_events WHERE document = ? AND start = ? AND "end" = ? AND kind IN ({marks})
        ORDER BY kind <> ?, event LIMIT 1"""  # noqa: S608 - values are marks
    return Question(sql, (place.document, place.start, place.end, *kinds, kinds[0]))


def read_acts_of(events: Sequence[str]) -> Question:
    """Ask for the events of the acts of some events: event, act."""
    marks = ", ".join("?" * len(events))
    sql = f"""SELECT event, act FROM told_events
        WHERE act IN (SELECT act FROM told_events WHERE event IN ({marks})) ORDER BY event"""  # noqa: S608 - as above
    return Question(sql, tuple(events))
