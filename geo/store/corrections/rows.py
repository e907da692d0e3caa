"""The rows of a document made again with corrections, from the rows that it has.

`lines` holds the whole normalised text and the rule of each line: a document is read again from there, so that a year
that a reader gives dates all its sentences, and no file is needed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from geo.base.limits import LIMITS, Limits
from geo.base.records import DateSource, Document, Line
from geo.store.corrections.records import Correction
from geo.store.document_rows import Reading, Row
from geo.store.extraction import read_guarded
from geo.store.tables import TABLES

# What a document is made again from.
NEEDED = ("documents", "lines", "sentences")


def correct_rows(
    rows: Mapping[str, Sequence[Row]], corrections: Sequence[Correction], limits: Limits = LIMITS
) -> Reading:
    """Return the rows of one document with its corrections, and those of them that fit no row.

    `rows` are those of the tables in NEEDED. Which events are one act across documents is not decided here.
    """
    return read_guarded(restore_document(rows), corrections, limits)


def restore_document(rows: Mapping[str, Sequence[Row]]) -> Document:
    """Return the document that some rows were made of."""
    about = dict(zip([column.name for column in TABLES["documents"]], rows["documents"][0], strict=True))
    lines = tuple(
        Line(cast(int, start), cast(int, end), str(text), str(rule), cast("int | None", page))
        for _, _, page, start, end, text, rule in sorted(rows["lines"], key=lambda row: cast(int, row[1]))
    )
    known = {name: cast("str | None", value) for name, value in about.items() if name not in ("document", "characters")}
    return Document(
        str(about["document"]),
        _join_lines(lines, cast(int, about["characters"])),
        lines,
        published_from=_find_source(rows["sentences"]) if known["published"] else None,
        **known,
    )


def _join_lines(lines: Iterable[Line], characters: int) -> str:
    """Return the text that some lines stand in."""
    pieces, length = [], 0
    for line in lines:
        pieces += ["\n" * (line.start - length), line.text]
        length = line.end
    return "".join([*pieces, "\n" * (characters - length)])


def _find_source(sentences: Sequence[Row]) -> DateSource:
    """Return who said when the document was published, as its sentences have it."""
    column = [column.name for column in TABLES["sentences"]].index("date_from")
    return "given" if any(row[column] == "given" for row in sentences) else "document"
