"""The documents as a table: filters, order, how much was read in each; a click on a row chooses the document."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.choices.addresses import ORDERS, READ
from dashboard.figures.hovers import make_visible
from dashboard.parts.evidence import Row
from dashboard.parts.filters import Field, clear_all, make_span, show_filters
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.titles import name_title
from dashboard.parts.turns import find_turned, show_turns
from dashboard.parts.words import name_spoken
from geo.reference.wordings import Catalogue
from geo.store.corpus import DocumentPosition, Where

_PAGE = 50
_SHOWN_ROWS, _ROW_HEIGHT = 8, 35
# In pixels: the title is the longest, and all columns have room on a screen.
_WIDTHS = {"title": 350, "outlet": 160}
_FIELDS: tuple[Field, ...] = ("span", "outlet", "spoken")
_ROWS = "documents-rows"
_COUNTED = ("names", "figures", "events", "refused")
_COLUMNS = ("published", "title", "outlet", "language", *_COUNTED)
# How many documents are left is said by what the order is called in the wording.
_ORDERS = {"title": "by_title", "names": "most_names", "figures": "most_figures", "events": "most_events",
           "refused": "most_refused"}  # fmt: skip


def show_documents(selection: Selection, words: Catalogue) -> str | None:
    """Show the table of the documents; return the one to be read: the chosen one, else the first; None of none."""
    _show_choices(selection, words)
    where = _ask(selection)
    count = corpora.count_listed(where)
    said = words.count("found_documents.list", count, {"count": f"{count:,}"})
    st.caption(" · ".join([said, words("found_documents.open")]))
    if not count:
        _show_nothing(words)
        return selection.document
    asked, first = (where, selection.order), None
    after: DocumentPosition | None = find_turned("documents", asked, first)
    rows = corpora.list_documents(where, selection.order, after, _PAGE)
    shown = selection.document or str(rows["document"].iloc[0])
    _show_table(rows, shown, words)
    with st.container(horizontal=True):
        show_turns("documents", asked, after, _find_position(rows) if len(rows) == _PAGE else None, words)
    return shown


def _ask(selection: Selection) -> Where:
    read = (selection.read,) if selection.read else ()
    return replace(make_span(selection), documents=(), themes=(), events=(), read=read)


def _show_choices(selection: Selection, words: Catalogue) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        st.session_state["read"], st.session_state["order"] = selection.read, selection.order
        st.selectbox(
            words("found_documents.read"),
            READ,
            index=None,
            format_func=lambda name: words(f"found_documents.{name}"),
            placeholder=words("found_documents.any"),
            key="read",
            on_change=_take,
            args=("read",),
            width=180,
        )
        st.selectbox(
            words("found_documents.order"),
            ORDERS,
            format_func=lambda name: words(f"found_documents.{_ORDERS.get(name, name)}"),
            key="order",
            on_change=_take,
            args=("order",),
            width=180,
        )
        show_filters(words, _FIELDS)


def _take(name: str) -> None:
    taken: dict[str, object] = {name: st.session_state[name]}
    choose(replace(read_selection(), **taken))  # type: ignore[arg-type]


def _show_nothing(words: Catalogue) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(words("found_documents.none"), icon=":material/filter_alt:")
        st.button(words("filters.clear"), on_click=clear_all, key="documents-clear")


def _find_position(rows: pd.DataFrame) -> DocumentPosition:
    place, document = rows["place"].tolist()[-1], str(rows["document"].iloc[-1])
    return DocumentPosition(cast(str | int, place), document)


def _show_table(rows: pd.DataFrame, shown: str, words: Catalogue) -> None:
    documents = [str(document) for document in rows["document"]]
    chosen = [documents.index(shown)] if shown in documents else []
    st.session_state[_ROWS] = {"selection": {"rows": chosen, "columns": [], "cells": []}}
    st.dataframe(
        tabulate_documents(rows, words),
        hide_index=True,
        key=_ROWS,
        height=min(len(rows), _SHOWN_ROWS) * _ROW_HEIGHT + _ROW_HEIGHT + 3,
        on_select=lambda: _take_row(documents),
        selection_mode="single-row",
        column_config={
            words(f"found_documents.column_{name}"): st.column_config.TextColumn(width=width)
            for name, width in _WIDTHS.items()
        },
    )


def tabulate_documents(rows: pd.DataFrame, words: Catalogue) -> pd.DataFrame:
    """Return the rows of Corpus.list_documents as a reader sees them."""
    records: list[Row] = list(rows.to_dict("records"))
    said = {
        "published": [_write(row["published"]) for row in records],
        "title": [make_visible(name_title(row, words)) for row in records],
        "outlet": [_write(row["outlet"]) for row in records],
        "language": [
            name_spoken(row["language"], words) if isinstance(row["language"], str) else "" for row in records
        ],
        **{name: rows[name].tolist() for name in _COUNTED},
    }
    return pd.DataFrame({words(f"found_documents.column_{name}"): said[name] for name in _COLUMNS})


def _write(cell: object) -> str:
    return make_visible(cell) if isinstance(cell, str) else ""


def _take_row(documents: Sequence[str]) -> None:
    rows = st.session_state[_ROWS]["selection"]["rows"]
    choose(replace(read_selection(), document=documents[rows[0]] if rows else None))
