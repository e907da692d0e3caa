"""What a chart shows of the documents, as a line below the page's title and as a part of its files' names."""

from collections.abc import Iterator

import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_safe
from dashboard.parts.downloads import name_file
from dashboard.parts.selection import Selection
from geo.charts import Span
from geo.charts.time_steps import find_step

_FIRST_LANGUAGE = Selection().language
# More codes would make a name longer than a folder shows, and so would the whole name of a document.
_MOST_CODES, _DOCUMENT_LENGTH = 3, 6


def show_scope(scope: str) -> None:
    """Show the line: days, filters, who is left out, and from how many documents it was read."""
    st.html(f'<p class="aa-scope">{make_safe(scope)}</p>')


def name_chart(selection: Selection, *words: str | None) -> str:
    """Return a file's name without ending: what is drawn, the days and the filters, and a language that is not the first."""
    language = selection.language if selection.language != _FIRST_LANGUAGE else None
    return name_file(*words, *list_filters(selection), language)


def list_filters(selection: Selection) -> Iterator[str]:
    """Yield the filters as a file's name spells them: 2020-03, 2020-03-25-to-2020-03-31, experts, with-chn."""
    since, until = selection.since, selection.until
    if since is not None and until is not None:
        yield _spell_span(Span(since, until))
    elif since is not None or until is not None:
        yield f"from-{since}" if until is None else f"to-{until}"
    yield from (one for one in (selection.theme, selection.kind) if one)
    if selection.document:
        yield f"document-{selection.document[:_DOCUMENT_LENGTH]}"
    yield from (code.lower() for code in selection.codes[:_MOST_CODES])
    if selection.giver and (giver := corpora.find_giver()) is not None:
        yield f"with-{giver.lower()}"


def _spell_span(span: Span) -> str:
    if find_step(span) == "month":
        return f"{span.since:%Y-%m}"
    return str(span.since) if span.since == span.until else f"{span.since}-to-{span.until}"
