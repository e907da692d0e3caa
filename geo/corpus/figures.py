"""Questions about stated figures: the quantities, and the checks they were put to."""

from geo.corpus.conditions import Question, Where, write_conditions

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


def read_checks(where: Where) -> Question:
    """Ask for the checks with the figure's words, sentence and document."""
    conditions = write_conditions(where, {"document": "t.document"})
    sql = f"""SELECT t.*, q.text AS words, q.bound, q.unit, q.start, q."end", s.start AS sentence_start,
            s."end" AS sentence_end, s.text AS sentence_text, d.title, d.outlet, d.url, d.published
        FROM checks t JOIN documents d USING (document) LEFT JOIN quantities q ON q.quantity = t.quantity
        LEFT JOIN sentences s ON s.document = q.document AND s.sentence = q.sentence
        {conditions.sql} ORDER BY d.published, t.document, t."check" """  # noqa: S608 - values are marks
    return Question(sql, conditions.values)
