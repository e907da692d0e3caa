"""The page *Documents*: all documents as a table, and one with what was read in it marked, and what was set apart."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_visible
from dashboard.parts.corrections.documents import show_document_correction, show_year
from dashboard.parts.corrections.lists import show_opening
from dashboard.parts.evidence import Row, write_source
from dashboard.parts.frame.scrolls import scroll_to_found
from dashboard.parts.listings.document_texts import write_set_apart, write_text
from dashboard.parts.listings.documents import show_documents
from dashboard.parts.reasons import name_reason
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.titles import MOST_TITLES, list_titles
from dashboard.parts.words import name_spoken, read_words
from geo.reference.wordings import Catalogue
from geo.statements.language_depths import find_depth

_COLUMNS = {"refused": ("text", "candidates", "reason"), "failure": ("path", "place", "reason")}
_SEARCH = "documents-search"
_KINDS = ("country", "region", "organisation", "quantity")


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("documents.title"), anchor=False)
    if corpora.open_shown().made.by_earlier_version:
        st.caption(words("documents.earlier"))
    _show_failures("failures", words)
    if corpora.count_rows("documents"):
        _show_one(selection, words)
    else:
        st.info(words("documents.none"))
    _show_failures("passed_over", words)


def _show_one(selection: Selection, words: Catalogue) -> None:
    """Show the table of documents, and the one that the reader chooses."""
    asked = show_documents(selection, words)
    if asked is None:
        return
    row = _choose_document(selection.document, asked, words)
    chosen = str(row["document"])
    sentence = _find_sentence(chosen, selection)
    with st.container(horizontal=True, vertical_alignment="center", key="document-source"):
        st.html(f'<div class="aa-source">{write_source(row, words)}</div>')
        show_document_correction(row, words)
    if not isinstance(row["published"], str):
        show_year(row, words)
    _show_depth(row["language"], words)
    if sentence is not None:
        st.caption(words("found_documents.sentence"))
    _show_text(chosen, row["characters"], sentence, words)
    _show_set_apart(chosen, words)
    _show_refused(chosen, words)
    with st.expander(words("correct.open_title")):
        show_opening(words)
    if sentence is not None:
        scroll_to_found(f"{chosen}-{selection.sentence}")


def _show_depth(language: object, words: Catalogue) -> None:
    """Say what of a document is not read in its language, if anything is."""
    spoken = language if isinstance(language, str) else None
    depth = find_depth(spoken)
    if depth != "events":
        name = name_spoken(spoken, words) if spoken else words("documents.unknown_language")
        st.info(words(f"documents.depth.{depth}", {"language": name}))


def _choose_document(chosen: str | None, first: str, words: Catalogue) -> Row:
    """Show the list of documents, where there are many with a search, and return the row of the one to show.

    Where none is chosen that is the first of the table, or of what the search finds.
    """
    known = _find_row(chosen)
    search = _show_search(words) if corpora.count_rows("documents") > MOST_TITLES else ""
    kept = chosen if known else None if search else first
    labels = list_titles(kept, words, search)
    if not labels:
        st.caption(words("documents.none_found"))
        labels = list_titles(first, words)
    row = known or _find_row(first if first in labels else next(iter(labels)))
    assert row is not None, "a document that is listed is there"
    st.session_state["document"] = row["document"]
    st.selectbox(
        words("documents.choose"),
        list(labels),
        format_func=lambda document: labels.get(document, document),
        key="document",
        on_change=_take_document,
    )
    return row


def _find_row(document: str | None) -> Row | None:
    rows = corpora.read_document(document, "documents").to_dict("records") if document else []
    return rows[0] if rows else None


def _show_search(words: Catalogue) -> str:
    st.session_state.setdefault(_SEARCH, "")
    search: str = st.text_input(words("documents.search"), key=_SEARCH, max_chars=200)
    st.caption(words("filters.newest", {"count": MOST_TITLES}))
    return search


def _take_document() -> None:
    choose(replace(read_selection(), document=st.session_state["document"]))


def _find_sentence(document: str, selection: Selection) -> int | None:
    """Return the sentence of a document that a link is about; None where it is about none."""
    if selection.sentence is None or selection.document != document:
        return None
    known = (corpora.read_document(document, "sentences")["sentence"] == selection.sentence).any()
    return selection.sentence if known else None


def _show_text(document: str, characters: int, sentence: int | None, words: Catalogue) -> None:
    sizes = {name: len(corpora.read_document(document, name)) for name in ("sentences", "mentions", "quantities")}
    st.caption(words("documents.facts", {"characters": f"{characters:,}", **sizes}))
    legend = " ".join(f'<mark class="aa-{kind}">{words(f"documents.{kind}")}</mark>' for kind in _KINDS)
    st.html(f"<div>{words('documents.legend')} {legend}</div>")
    st.html(write_text(document, sentence, words.language))


def _show_set_apart(document: str, words: Catalogue) -> None:
    count, told = write_set_apart(document, words.language)
    if not count:
        st.caption(words("documents.set_apart_none"))
        return
    with st.expander(words.count("documents.set_apart", count)):
        st.html(told)


def _show_refused(document: str, words: Catalogue) -> None:
    refused = corpora.read_document(document, "refused")
    if len(refused):
        with st.expander(words("documents.refused", {"count": len(refused)})):
            _show_rows(refused, "refused", words)


def _show_failures(name: str, words: Catalogue) -> None:
    """Show which files could not be read, or which were passed over."""
    if not corpora.count_rows("failures"):
        return
    rows = corpora.open_shown().failures
    rows = rows[(rows["kind"] == "unread") == (name == "failures")]
    if len(rows):
        with st.expander(words(f"documents.{name}", {"count": len(rows)})):
            _show_rows(rows, "failure", words, name)


def _show_rows(rows: pd.DataFrame, name: str, words: Catalogue, key: str | None = None) -> None:
    """Show a table by its columns' names in the reader's language."""
    columns = [column for column in _COLUMNS[name] if rows[column].notna().any()]
    said = [column for column in ("place", "reason") if column in columns]
    shown = rows.assign(
        **{one: rows[one].map(lambda cell: name_reason(cell, words), na_action="ignore") for one in said}
    )
    shown = shown.map(lambda cell: make_visible(cell) if isinstance(cell, str) else cell)
    named = shown[list(columns)].rename(columns={column: words(f"{name}.{column}") for column in columns})
    # Streamlit writes an English word where a cell is missing.
    st.dataframe(named.fillna(""), hide_index=True, key=key or name)
