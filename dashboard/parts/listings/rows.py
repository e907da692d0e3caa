"""The rows behind one country or area of a map: each sentence that speaks of it, as a table to sort, search and take away."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.hovers import make_visible
from dashboard.parts.evidence import write_day
from dashboard.parts.scopes import name_chart
from dashboard.parts.selection import read_selection
from dashboard.parts.words import name_act, name_status, read_words
from geo.exports import write_csv
from geo.reference.places import list_place_codes, name_place
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where

_OPEN = "rows-of"
# A table that nobody would read to its end; the files of `aidatlas extract` have all.
MOST = 1000
_COLUMNS = ("date", "told", "sentence", "title", "outlet", "published", "url", "document")


def open_rows(code: str) -> None:
    """Let the next drawing of the page open the rows of a country or area; what is none opens nothing."""
    if code in list_place_codes():
        st.session_state[_OPEN] = code


def show_rows(where: Where, words: Catalogue) -> None:
    """Open the box of rows that was asked for, if one was; `where` says of which sentences they are.

    It closes with the next thing that is done on the page.
    """
    code = st.session_state.pop(_OPEN, None)
    if code is not None:
        title = words("rows.title", {"name": name_place(code, words.language)})
        st.dialog(title, width="large", icon=":material/table_rows:")(_show)(code, where, words)


def _show(code: str, where: Where, words: Catalogue) -> None:
    rows, count = _list_rows(code, where, words.language), corpora.count_sentences(code, where)
    st.caption(words.count("rows.count", count))
    if count > MOST:
        st.caption(words("rows.first", {"most": f"{MOST:,}"}))
    if rows.empty:
        return
    named = {name: words(f"rows.in_{name}") for name in _COLUMNS}
    st.dataframe(rows.map(make_visible), hide_index=True, key="rows-table", column_config=named)
    st.download_button(
        words("rows.csv"),
        write_csv(rows.rename(columns=named)),
        f"{name_chart(replace(read_selection(), codes=()), 'rows', code.lower())}.csv",
        "text/csv",
        on_click="ignore",
        key="rows-csv",
        icon=":material/table:",
    )


@answered_once(64)
def _list_rows(code: str, where: Where, language: str) -> pd.DataFrame:
    """Return one row a sentence; a column that says nothing is left out."""
    words = read_words(language)
    found = corpora.open_shown().read_sentences(code, where, limit=MOST).to_dict("records")
    rows = pd.DataFrame([_make_row(row, words) for row in found], columns=list(_COLUMNS), dtype="str")
    return rows.loc[:, (rows != "").any()]


def _make_row(row: Mapping[Hashable, Any], words: Catalogue) -> dict[str, str]:
    acts = list(row["told"]) if "told" in row else []
    days = [write_day(one) for one in acts] if acts else [write_day(row)]
    return {
        "date": "; ".join(dict.fromkeys(day for day in days if day)),
        "told": "; ".join(dict.fromkeys(_name(one, words) for one in acts)),
        "sentence": " ".join(str(row["text"]).split()),
        **{name: _write(row.get(name)) for name in ("title", "outlet", "published", "url", "document")},
    }


def _name(told: Mapping[str, Any], words: Catalogue) -> str:
    """Return in words what happened, as what the country or area took part, and what is not done yet."""
    said = [name_act(told["kind"], told["verb"], words.language), words(f"role.{told['role']}")]
    return " · ".join([*said, *name_status(told["kind"], told["status"], words)])


def _write(value: object) -> str:
    return str(value) if isinstance(value, str | date) and not pd.isna(value) else ""
