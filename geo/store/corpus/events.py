"""Questions about events: what happened, who gave, who received, who took part, and the sentences that say so.

What is counted are acts: an event told in several sentences or documents, sent and then arrived, is one, and has the day,
kind and status of its last stage (see `geo.store.corpus.acts`). What was denied is listed and never counted.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.mentions import LAST_DAY, SENTENCE, SPANS, Position, turn_page

EventBy = Literal[
    "kind", "verb", "theme", "status", "document", "language", "outlet", "month", "day", "date", "date_precision"
]

_GROUPS: dict[EventBy, str] = {
    "kind": "e.act_kind",
    "verb": "e.verb",
    "theme": "e.theme",
    "status": "e.act_status",
    "document": "e.document",
    "language": "d.language",
    "outlet": "d.outlet",
    "month": "strftime(e.act_date, '%Y-%m')",
    "day": "CASE WHEN e.act_date_precision = 'day' THEN e.act_date END",
    "date": "e.act_date",
    "date_precision": "e.act_date_precision",
}
_COLUMNS = {
    "document": "e.document",
    "event": "e.act_kind",
    "theme": "e.theme",
    "language": "d.language",
    "outlet": "d.outlet",
    "date": "e.act_date",
    "status": "e.act_status",
    "verb": "e.verb",
    # What a sentence says behind the event's own words, in one line.
    "followed": """(SELECT regexp_replace(ltrim(substr(f.text, e."end" - f.start + 1)), '\\s+', ' ', 'g')
        FROM sentences f WHERE f.document = e.document AND f.sentence = e.sentence)""",
    "last_date": """CASE e.act_date_precision WHEN 'month' THEN last_day(e.act_date)
        WHEN 'year' THEN make_date(year(e.act_date), 12, 31) ELSE e.act_date END""",
}
# Firms and local governments act for their country where countries are counted.
SIDES_VIEW = """CREATE VIEW countries_acting AS SELECT DISTINCT event, role,
    CASE WHEN code LIKE 'org:%' OR code LIKE 'region:%' THEN code ELSE split_part(code, ':', 1) END AS code
    FROM participants WHERE NOT starts_with(code, ':')"""
_EVENTS = "FROM tellings e JOIN documents d USING (document)"
ACTS = "count(DISTINCT e.act)"
TRUE = "e.status IS DISTINCT FROM 'denied'"
WHO = f"{_EVENTS} JOIN countries_acting p USING (event)"
WHO_COLUMNS = {**_COLUMNS, "code": "p.code", "role": "p.role"}
_FLOWS = f"""{_EVENTS} JOIN countries_acting g ON g.event = e.event AND g.role = 'giver'
    JOIN countries_acting r ON r.event = e.event AND r.role = 'recipient'"""
# Whether an event is the one that dates its act, or tells the same of it.
_MAIN = (
    "(e.date IS NOT DISTINCT FROM e.act_date AND e.kind = e.act_kind AND e.status IS NOT DISTINCT FROM e.act_status)"
)
_TOLD = """{'date': e.date, 'date_precision': e.date_precision, 'date_from': e.date_from, 'kind': e.kind,
    'role': p.role, 'status': e.status, 'verb': e.verb}"""
_SENTENCES = f"""{WHO} JOIN sentences s USING (document, sentence)
    LEFT JOIN mentions m ON m.document = e.document AND m.sentence = e.sentence AND m.code = p.code"""

# Who gives, in acts that are not denied and in figures that are stated.
GIVERS = Question(
    f"""WITH given AS (
        SELECT DISTINCT p.code AS giver, 'act ' || e.act AS told {WHO} WHERE p.role = 'giver' AND {TRUE}
        UNION ALL
        SELECT CASE WHEN starts_with(giver, 'org:') OR starts_with(giver, 'region:') THEN giver
            ELSE split_part(giver, ':', 1) END, 'figure ' || quantity
        FROM quantities WHERE giver IS NOT NULL AND NOT starts_with(giver, ':'))
    SELECT giver, count(*) AS stated, (SELECT count(DISTINCT told) FROM given) AS whole
    FROM given GROUP BY 1 ORDER BY 2 DESC, 1"""  # noqa: S608 - words of our own
)


def count_participants(where: Where) -> Question:
    """Ask in how many acts each code took part: code, events, the largest first."""
    conditions = write_conditions(where, WHO_COLUMNS, (TRUE,))
    sql = f"""SELECT p.code AS code, {ACTS} AS events {WHO} {conditions.sql}
        GROUP BY 1 ORDER BY 2 DESC, 1"""
    return Question(sql, conditions.values)


def count_events(by: Sequence[EventBy], where: Where) -> Question:
    """Ask for the columns `by` and events, in the order of the columns."""
    groups = ", ".join(f'{_GROUPS[one]} AS "{one}"' for one in by)
    conditions = _choose_events(where, TRUE)
    places = ", ".join(str(place) for place in range(1, len(by) + 1))
    sql = f"""SELECT {groups}, {ACTS} AS events {_EVENTS} {conditions.sql}
        GROUP BY {places} ORDER BY {places}"""
    return Question(sql, conditions.values)


def count_sources(where: Where) -> Question:
    """Ask from how many documents of each outlet events were read: outlet, documents, the most first."""
    conditions = _choose_events(where, TRUE)
    sql = f"""SELECT d.outlet AS outlet, count(DISTINCT e.document) AS documents {_EVENTS} {conditions.sql}
        GROUP BY 1 ORDER BY 2 DESC, 1"""
    return Question(sql, conditions.values)


def _choose_events(where: Where, also: str = "") -> Question:
    """Return the conditions on events; codes and roles choose the events in which such a code took part so."""
    chosen = write_conditions(Where(codes=where.codes, roles=where.roles), {"code": "p.code", "role": "p.role"})
    some = f"e.event IN (SELECT p.event FROM countries_acting p {chosen.sql})" if chosen.sql else ""  # noqa: S608
    return write_conditions(where, _COLUMNS, (also, some), chosen.values)


def read_events(where: Where) -> Question:
    """Ask for the events with who took part, their sentence and their document."""
    chosen = _choose_events(where)
    return _ask_events(Question(chosen.sql, (*chosen.values, LAST_DAY)), "coalesce(e.date, ?), e.document, e.start")


def read_acts(where: Where, after: tuple[date, str] | None, limit: int) -> Question:
    """Ask for the events of a page of acts, in the order of the acts' dates; of one act what dates it comes first."""
    chosen = _choose_events(where)
    page = "" if after is None else "HAVING (coalesce(e.act_date, ?), e.act) > (?, ?)"
    more: tuple[object, ...] = () if after is None else (LAST_DAY, *after)
    acts = f"""SELECT e.act {_EVENTS} {chosen.sql} GROUP BY e.act_date, e.act {page}
        ORDER BY coalesce(e.act_date, ?), e.act LIMIT ?"""
    sql = f"{chosen.sql} {'AND' if chosen.sql else 'WHERE'} e.act IN ({acts})"
    values = (*chosen.values, *chosen.values, *more, LAST_DAY, limit, LAST_DAY, LAST_DAY)
    return _ask_events(
        Question(sql, values), f"coalesce(e.act_date, ?), e.act, {_MAIN} DESC, coalesce(e.date, ?), e.document, e.start"
    )


def _ask_events(chosen: Question, order: str) -> Question:
    sql = f"""SELECT e.*, w.participants, s.start AS sentence_start, s."end" AS sentence_end, s.text AS sentence_text,
            d.title, d.outlet, d.url, d.published
        {_EVENTS} JOIN sentences s USING (document, sentence)
        LEFT JOIN (SELECT event, list({{'code': code, 'role': role}} ORDER BY role, code) AS participants
            FROM participants GROUP BY event) w USING (event)
        {chosen.sql} ORDER BY {order}"""  # noqa: S608 - as above
    return Question(sql, chosen.values)


def count_undated(where: Where) -> Question:
    """Ask for the documents without a date in which events have no day: document, title, path, undated, events."""
    conditions = write_conditions(where, {"document": "e.document"}, ("d.published IS NULL",))
    sql = f"""SELECT document, d.title, d.path, count(*) FILTER (e.date IS NULL) AS undated, count(*) AS events
        FROM events e JOIN documents d USING (document) {conditions.sql}
        GROUP BY ALL HAVING undated > 0 ORDER BY undated DESC, document"""  # noqa: S608 - as above
    return Question(sql, conditions.values)


def count_flows(where: Where) -> Question:
    """Ask in how many acts each gave to each: giver, recipient, events, the most first."""
    conditions = _choose_events(where, TRUE)
    sql = f"""SELECT g.code AS giver, r.code AS recipient, {ACTS} AS events {_FLOWS}
        {conditions.sql} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"""
    return Question(sql, conditions.values)


def read_flows(where: Where) -> Question:
    """Ask who gave to whom: giver, recipient, theme, date, date_precision, events."""
    conditions = _choose_events(where, TRUE)
    sql = f"""SELECT g.code AS giver, r.code AS recipient, e.theme AS theme, e.act_date AS date,
            e.act_date_precision AS date_precision, {ACTS} AS events
        {_FLOWS} {conditions.sql} GROUP BY ALL ORDER BY date NULLS LAST, giver, recipient, theme"""
    return Question(sql, conditions.values)


def read_told(code: str | None, where: Where, after: Position | None, limit: int) -> Question:
    """Ask for a page of the sentences that tell of an act in which a code took part, as `read_named` does."""
    conditions = _choose_told(code, where)
    spans = SPANS.replace("ORDER BY m.start)", "ORDER BY m.start) FILTER (WHERE m.start IS NOT NULL)")
    sql = f"""SELECT {SENTENCE}, list_distinct(coalesce({spans}, [])) AS spans,
            list_sort(list_distinct(list({_TOLD}))) AS told {_SENTENCES} {conditions.sql}"""
    return turn_page(Question(sql, conditions.values), after, limit)


def _choose_told(code: str | None, where: Where) -> Question:
    return write_conditions(where, WHO_COLUMNS, *((), ()) if code is None else (("p.code = ?",), (code,)))


def count_told(code: str | None, where: Where) -> Question:
    """Ask how many sentences tell of an act in which a code took part: n."""
    conditions = _choose_told(code, where)
    sql = f"SELECT count(DISTINCT (e.document, e.sentence)) AS n {WHO} {conditions.sql}"
    return Question(sql, conditions.values)


def read_first_told(where: Where) -> Question:
    """Ask for the first sentence that tells of each code's part: code, text."""
    conditions = write_conditions(where, WHO_COLUMNS)
    order = "{'a': coalesce(e.date, ?), 'b': e.document, 'c': e.sentence}"
    sql = f"""SELECT p.code AS code, arg_min(s.text, {order}) AS text
        {WHO} JOIN sentences s USING (document, sentence) {conditions.sql} GROUP BY 1"""
    return Question(sql, (LAST_DAY, *conditions.values))
