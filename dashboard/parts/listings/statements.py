"""Stated figures in words, and the sentences that state them with the figures marked."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import pandas as pd

from dashboard.parts.evidence import (
    Row,
    Span,
    find_in_sentence,
    link_document,
    mark_text,
    write_evidence,
    write_source,
)
from geo.charts import Look
from geo.charts.counted import write_counted
from geo.charts.numbers import write_number
from geo.reference.wordings import Catalogue


def write_stated(row: Row, words: Catalogue) -> str:
    """Return a stated figure in words: more than 80 countries."""
    values = {name: write_number(row[name], words.language) for name in ("value", "value_to") if pd.notna(row[name])}
    figure = words(f"bound.{row['bound']}", values)
    return write_counted(figure, row["value"], row["bound"], row["unit"], Look(words.language))


def write_statements(rows: Iterable[Row], words: Catalogue) -> str:
    """Return the sentences of some figures as HTML, each sentence once, all its figures marked.

    A row has the columns of Corpus.read_quantities. A figure of a table has a row of it for a sentence; tables are
    shown as what was read from them, not here.
    """
    plain = [row for row in rows if row.get("rule") != "table"]
    return "".join(_write_sentence(list(one), words) for _, one in groupby(plain, key=_find_sentence))


def write_sources(rows: Iterable[Row], words: Catalogue) -> str:
    """Return the documents of some figures as HTML, each with its source and the way to it on the page *Documents*."""
    sources = {row["document"]: write_source({**row, "date": None}, words) for row in rows}
    return "".join(
        f'<div class="aa-source">{source} · {link_document(document, words)}</div>'
        for document, source in sources.items()
    )


def _find_sentence(row: Row) -> tuple[str, int]:
    return row["document"], row["sentence"]


def _write_sentence(figures: Sequence[Row], words: Catalogue) -> str:
    first = figures[0]
    text, place = first["sentence_text"], (first["sentence_start"], first["sentence_end"])
    found = [(find_in_sentence(text, place, figure["text"], figure["start"]), figure["text"]) for figure in figures]
    spans = [Span(start, start + len(said), "chosen") for start, said in found if start is not None]
    return write_evidence(mark_text(text, spans), {**first, "date": None}, words)
