"""Questions about the stated figures of places: money to each country, athletes from each, the share of each.

A figure is of a kind: what it counts × theme × side × column of a table. Sides are "to" (the recipient), "from" (the giver)
and "of" (whose it is). What is planned or denied is none, and what the text does not add up is not added up: the value
of a place is the largest figure stated of it.
"""

from collections.abc import Iterable

from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.mentions import SENTENCE, Position, turn_page

# With fewer places there is nothing to compare.
LEAST_PLACES = 3
# A choice among more nobody reads.
MOST_KINDS = 40
NONE = "none"
# Beside these units the noun says what is counted.
_OPEN = ("people", "items")
# Countries are counted of regions, not of countries.
_NOT_OF_PLACES = ("countries", "regions", "organisations")
_COUNTRY = "^[A-Z]{3}(:|$)"
_LONGEST = 40


def write_view(known: Iterable[tuple[str, str]]) -> Question:
    """Return the SQL of a table of stated figures by place, a row a figure and side; `known` holds nouns and their names.

    Columns: figure (the kind's key), counted, unit, theme, side, heading, code, quantity, document, sentence, start,
    end, text, value, value_to, bound, date, date_precision.
    """
    pairs = tuple(known)
    rows = ", ".join(["(?, ?)"] * len(pairs)) or "(NULL, NULL)"
    sql = f"""CREATE TABLE place_figures AS
    WITH known AS (SELECT * FROM (VALUES {rows}) AS t(noun, name)),
    stated AS (
        SELECT q.*, coalesce(k.name, CASE WHEN q.unit IN {_OPEN} THEN q.noun END, q.unit) AS counted, {_side("recipient")} AS taker,
            {_side("giver")} AS source, CASE WHEN q.scope IN (SELECT area FROM areas) THEN q.scope END AS owner
        FROM quantities q LEFT JOIN known k ON k.noun = q.noun
        WHERE (q.status IS NULL OR q.status NOT IN ('planned', 'denied')) AND q.unit NOT IN {_NOT_OF_PLACES}
    ),
    -- "US$20 million to Kenya, 12 million to Ghana": who takes is said once for a series.
    series AS (
        SELECT b.breakdown, q.sentence FROM breakdowns b JOIN stated q USING (quantity)
        WHERE b.role = 'part' GROUP BY 1, 2 HAVING bool_or(q.taker = q.owner)
    ),
    taking AS (
        SELECT DISTINCT b.quantity FROM breakdowns b JOIN stated q USING (quantity)
        JOIN series s ON s.breakdown = b.breakdown AND s.sentence = q.sentence WHERE b.role = 'part'
    ),
    sided AS (
        SELECT q.* REPLACE (coalesce(q.taker, CASE WHEN t.quantity IS NOT NULL THEN q.owner END) AS taker)
        FROM stated q LEFT JOIN taking t USING (quantity)
    ),
    {_HEADINGS},
    columns AS (
        SELECT c.document, q.counted, q.theme, count(DISTINCT c.place) AS several
        FROM cells c JOIN sided q USING (quantity) GROUP BY ALL
    ),
    placed AS (
        SELECT *, 'to' AS side, taker AS code FROM sided WHERE taker IS NOT NULL
        UNION ALL SELECT *, 'from', source FROM sided WHERE source IS NOT NULL
        UNION ALL SELECT *, 'of', owner FROM sided WHERE owner IS NOT NULL AND owner IS DISTINCT FROM taker
    ),
    headed AS (
        SELECT p.*, CASE WHEN p.noun IS NULL OR l.several > 1 THEN coalesce(c.heading, '#' || (c.place - 1)) END AS heading
        FROM placed p LEFT JOIN cells c USING (quantity)
        LEFT JOIN columns l ON l.document = p.document AND l.counted = p.counted AND l.theme IS NOT DISTINCT FROM p.theme
    )
    SELECT concat_ws('.', 'figure', replace(counted, ' ', '_'), coalesce(theme, '{NONE}'), side, {_SLUG}) AS figure,
        counted, unit, theme, side, heading, code, quantity, document, sentence, start, "end", text, value, value_to,
        bound, date, date_precision
    FROM headed WHERE code IN (SELECT area FROM areas)"""  # noqa: S608 - words of our own
    return Question(sql, tuple(word for pair in pairs for word in pair))


def _side(column: str) -> str:
    """Return the SQL of the country that gave or received; its firms stand for it."""
    return f"CASE WHEN regexp_matches(q.{column}, '{_COUNTRY}') THEN split_part(q.{column}, ':', 1) END"


_SLUG = f"nullif(trim(substr(regexp_replace(replace(lower(heading), '#', 'column '), '[^\\p{{L}}\\p{{N}}]+', '-', 'g'), 1, {_LONGEST}), '-'), '')"
# The words over the column of each cell, where the first line of its table is none of cells.
_HEADINGS = """rows AS (
        SELECT document, line, start, "end", text, line - row_number() OVER (PARTITION BY document ORDER BY line) AS run
        FROM lines WHERE starts_with(text, '|') AND document IN (SELECT document FROM quantities WHERE rule = 'table')
    ),
    heads AS (
        SELECT document, run, arg_min(text, line) AS head, min(start) AS head_start FROM rows GROUP BY 1, 2
    ),
    found AS (
        SELECT q.quantity, q.document, r.run, r.start AS row_start,
            len(string_split(substr(r.text, 1, q.start - r.start), '|')) AS place
        FROM quantities q JOIN rows r ON r.document = q.document AND q.start >= r.start AND q.start < r."end"
        WHERE q.rule = 'table'
    ),
    bare AS (SELECT DISTINCT document, row_start FROM found),
    cells AS (
        SELECT f.quantity, f.document, f.place,
            CASE WHEN b.document IS NULL THEN nullif(trim(split_part(h.head, '|', f.place)), '') END AS heading
        FROM found f JOIN heads h USING (document, run)
        LEFT JOIN bare b ON b.document = f.document AND b.row_start = h.head_start
    )"""
_FROM = "FROM place_figures f JOIN documents d USING (document)"
_COLUMNS = {
    "figure": "f.figure",
    "document": "f.document",
    "code": "f.code",
    "date": "f.date",
    "language": "d.language",
    "outlet": "d.outlet",
}
_NAMES = (
    "any_value(f.counted) AS counted, any_value(f.unit) AS unit, any_value(f.theme) AS theme, any_value(f.side) AS side"
)
_ORDER = "{'a': f.value, 'b': coalesce(f.value_to, f.value), 'c': f.quantity}"


def list_figures(where: Where) -> Question:
    """Ask for the kinds of figures: figure, counted, unit, theme, side, heading, places; the most places first."""
    conditions = write_conditions(where, _COLUMNS)
    sql = f"""SELECT f.figure, {_NAMES}, any_value(f.heading) AS heading, count(DISTINCT f.code) AS places
        {_FROM} {conditions.sql} GROUP BY 1 HAVING count(DISTINCT f.code) >= {LEAST_PLACES}
        ORDER BY places DESC, min({{'a': f.document, 'b': f.start}}), 1 LIMIT {MOST_KINDS}"""
    return Question(sql, conditions.values)


def read_largest(where: Where) -> Question:
    """Ask for the largest figure of each kind and place: figure, code, value, value_to, bound, text (its sentence)."""
    conditions = write_conditions(where, _COLUMNS)
    sql = f"""SELECT figure, code, value, value_to, bound, s.text AS text FROM (
            SELECT f.figure, f.code, unnest(arg_max({{'document': f.document, 'sentence': f.sentence, 'value': f.value,
                'value_to': f.value_to, 'bound': f.bound}}, {_ORDER}))
            {_FROM} {conditions.sql} GROUP BY 1, 2) JOIN sentences s USING (document, sentence)
        ORDER BY figure, value DESC, code"""  # noqa: S608 - words of our own
    return Question(sql, conditions.values)


def rank_months(where: Where, limit: int) -> Question:
    """Ask for the months of a kind's figures: part, found (places), parts (how many months); the most places first."""
    conditions = write_conditions(where, _COLUMNS, ("f.date IS NOT NULL", "f.date_precision <> 'year'"))
    sql = f"""SELECT strftime(f.date, '%Y-%m') AS part, count(DISTINCT f.code) AS found, count(*) OVER () AS parts
        {_FROM} {conditions.sql} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""
    return Question(sql, (*conditions.values, limit))


def read_stating(code: str | None, where: Where, after: Position | None, limit: int) -> Question:
    """Ask for a page of the sentences that state such a figure of a code, or of any, its words as spans."""
    conditions = _ask_code(code, where)
    spans = """list_sort(list_distinct(list({'start': f.start, 'end': f."end", 'text': f.text})))"""
    sql = f"SELECT {SENTENCE}, {spans} AS spans {_FROM} JOIN sentences s USING (document, sentence) {conditions.sql}"
    return turn_page(Question(sql, conditions.values), after, limit)


def count_stating(code: str | None, where: Where) -> Question:
    """Ask how many sentences state such a figure of a code, or of any: n."""
    conditions = _ask_code(code, where)
    return Question(f"SELECT count(DISTINCT (f.document, f.sentence)) AS n {_FROM} {conditions.sql}", conditions.values)


def _ask_code(code: str | None, where: Where) -> Question:
    """Return the conditions of a question, about one code where there is one."""
    return write_conditions(where, _COLUMNS, *((("f.code = ?",), (code,)) if code is not None else ()))


def read_first_stating(where: Where) -> Question:
    """Ask for the sentence that states the largest figure of each code: code, text."""
    largest = read_largest(where)
    return Question(f"SELECT code, text FROM ({largest.sql})", largest.values)  # noqa: S608 - words of our own


def count_sources(where: Where) -> Question:
    """Ask from how many documents of each outlet such figures were read: outlet, documents, the most first."""
    conditions = write_conditions(where, _COLUMNS)
    sql = f"""SELECT d.outlet AS outlet, count(DISTINCT f.document) AS documents {_FROM} {conditions.sql}
        GROUP BY 1 ORDER BY 2 DESC, 1"""
    return Question(sql, conditions.values)


def count_counted() -> Question:
    """Ask how many figures of places count what: counted, figures."""
    return Question(
        "SELECT counted, count(DISTINCT quantity) AS figures FROM place_figures GROUP BY 1 ORDER BY 2 DESC, 1"
    )
