"""The sentences that a query finds: how many, what of it was found as a name, the sentences marked, and their table."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.parts.downloads import name_file
from dashboard.parts.evidence import write_sentences
from dashboard.parts.filters import clear_all
from dashboard.parts.turns import find_turned, show_turns
from geo.charts import Look
from geo.exports import write_csv
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue
from geo.store.corpus import MOST_CHARACTERS, Found, Position, Where, find_position, read_query

_PAGE = 20
_MOST_ROWS = 100_000
_COLUMNS = (
    "text", "found", "date", "date_precision", "date_from", "title", "outlet", "published", "url", "document", "sentence",
    "start", "end",
)  # fmt: skip


def show_found(query: str, where: Where, words: Catalogue) -> None:
    """Show what a query finds, a page of it, with the way to the rest and to the table of all."""
    if len(query) > MOST_CHARACTERS:
        st.info(words("search.too_long", {"most": f"{MOST_CHARACTERS:,}"}))
        return
    found = corpora.count_found(query, where)
    if found.sentences:
        st.subheader(write_found(found, words), anchor=False)
    if named := _name_codes(query, words):
        st.caption(named)
    if not found.sentences:
        _show_nothing(where, words)
        return
    asked, first = (query, where), None
    after: Position | None = find_turned("search", asked, first)
    sentences = corpora.search_sentences(query, where, after, _PAGE)
    with st.container(key="search-found"):
        st.html(write_sentences(sentences, words) or "<div></div>")
    with st.container(horizontal=True):
        last = find_position(sentences.iloc[-1].to_dict()) if len(sentences) == _PAGE else None
        show_turns("search", asked, after, last, words)
        _offer_table(query, where, words)


def write_found(found: Found, words: Catalogue) -> str:
    """Return in words how much was found: 12 sentences in 3 documents."""
    counts = {name: _count(name, number, words) for name, number in found._asdict().items()}
    return words("search.found", counts)


def list_found(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of Corpus.search_sentences as a table for other programs, `found` being the words marked."""
    found = [" · ".join(dict.fromkeys(span["text"] for span in spans)) for spans in sentences["spans"]]
    return sentences.assign(found=pd.Series(found, dtype="str"))[list(_COLUMNS)]


def _count(name: str, number: int, words: Catalogue) -> str:
    return words.count(f"search.count_{name}", number, {"count": f"{number:,}"})


def _name_codes(query: str, words: Catalogue) -> str:
    """Return in words which codes a query was found to name; nothing where it names none."""
    codes = dict.fromkeys(code for term in read_query(query) for code in term.codes)
    names = [words("search.some_name", {"name": name_place(code, words.language), "code": code}) for code in codes]
    said = Look(words.language).words("list.comma").join(names)
    return words("search.named", {"names": said}) if names else ""


def _show_nothing(where: Where, words: Catalogue) -> None:
    if where == Where():
        st.info(words("search.nothing"), icon=":material/search_off:")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(words("search.nothing_filtered"), icon=":material/filter_alt:")
        st.button(words("filters.clear"), on_click=clear_all, key="search-clear")


def _offer_table(query: str, where: Where, words: Catalogue) -> None:
    st.download_button(
        words("search.csv"),
        partial(_write_table, query, where),
        f"{name_file('search', words.language)}.csv",
        "text/csv",
        on_click="ignore",
        key="search-csv",
        icon=":material/table:",
    )


def _write_table(query: str, where: Where) -> bytes:
    return write_csv(list_found(corpora.open_shown().search_sentences(query, where, None, _MOST_ROWS)))
