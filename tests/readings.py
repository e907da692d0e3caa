"""What a text says, as the rows of the tables, without where in the text it stands."""

from collections.abc import Mapping

from geo.base.records import Document, Line
from geo.store.document_rows import extract_rows

# Columns of a row that say what was read, and not where: without offsets, words and names of rows.
READ = {
    "mentions": slice(5, None),
    "quantities": slice(6, None),
    "events": slice(5, None),
    "participants": slice(1, None),
    "checks": slice(4, None),
    "breakdowns": slice(0, None),
}


def read(text: str, language: str) -> Mapping[str, list[tuple[object, ...]]]:
    """Return the rows of a text as a document of one body."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), line, ""))
        start += len(line) + 1
    document = Document("it", text, tuple(lines), published="2020-03-26", language=language)
    return extract_rows(document)


def leave_places(rows: Mapping[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """Return what the rows say, by table, and not where it is said."""
    return {name: [row[columns] for row in rows[name]] for name, columns in READ.items()}
