"""Questions about the counting itself: what was told how often, what was not counted, which rules coded the names."""

from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.events import TRUE, WHO, WHO_COLUMNS
from geo.store.corpus.mentions import NAMED, NAMED_COLUMNS

_COUNTED = f"count(DISTINCT e.act) FILTER ({TRUE}"
# A corpus is known by its documents, in whatever order; each is named by the hash of its text.
FINGERPRINT = Question(
    "SELECT count(*) AS n, printf('%032x', coalesce(bit_xor(md5_number(document)), 0)) AS mark FROM documents"
)


def count_tellings(where: Where) -> Question:
    """Ask for one row: acts, tellings and documents that are counted; planned, announced and undated acts; denied tellings.

    Where no role is asked for, whoever took part in whatever way is.
    """
    conditions = write_conditions(where, WHO_COLUMNS)
    sql = f"""SELECT {_COUNTED}) AS acts, count(DISTINCT e.event) FILTER ({TRUE}) AS tellings,
            count(DISTINCT e.document) FILTER ({TRUE}) AS documents,
            {_COUNTED} AND e.act_status = 'planned') AS planned,
            {_COUNTED} AND e.act_status = 'announced') AS announced,
            {_COUNTED} AND e.act_date IS NULL) AS undated,
            count(DISTINCT e.event) FILTER (NOT ({TRUE})) AS denied
        {WHO} {conditions.sql}"""
    return Question(sql, conditions.values)


def count_named_rules(where: Where) -> Question:
    """Ask by which rules the names were coded: rule, mentions; places in them too."""
    columns = {name: column for name, column in NAMED_COLUMNS.items() if name != "rule"}
    conditions = write_conditions(where, columns)
    return Question(
        f"SELECT m.rule AS rule, count(*) AS mentions {NAMED} {conditions.sql} GROUP BY 1 ORDER BY 2 DESC, 1",
        conditions.values,
    )


def count_told_rules(where: Where) -> Question:
    """Ask by which rules the names of those who took part were coded, in the sentences that tell: rule, mentions."""
    conditions = write_conditions(where, WHO_COLUMNS, (TRUE,))
    sql = f"""SELECT m.rule AS rule, count(DISTINCT (m.document, m.start)) AS mentions {WHO}
        JOIN mentions m ON m.document = e.document AND m.sentence = e.sentence AND m.code = p.code
        {conditions.sql} GROUP BY 1 ORDER BY 2 DESC, 1"""
    return Question(sql, conditions.values)


def count_apart(where: Where) -> Question:
    """Ask how many lines were set apart as no part of an article: n."""
    conditions = write_conditions(where, {"document": "document"}, ("rule <> ''", "trim(text) <> ''"))
    return Question(f"SELECT count(*) AS n FROM lines {conditions.sql}", conditions.values)  # noqa: S608 - as above


def count_left_out(where: Where) -> Question:
    """Ask for which reasons names and numbers were left out: reason, refused, the most first."""
    conditions = write_conditions(where, {"document": "document"})
    sql = f"SELECT reason, count(*) AS refused FROM refused {conditions.sql} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
    return Question(sql, conditions.values)
