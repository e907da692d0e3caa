"""The names that look like countries and were not coded: how many for each reason, and each with its sentence."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_safe, make_visible
from dashboard.parts.downloads import name_file
from dashboard.parts.evidence import Row, Span, find_in_sentence, mark_text, write_evidence
from dashboard.parts.filters import clear_all
from dashboard.parts.reasons import find_reason, name_reason
from dashboard.parts.selection import choose, read_selection
from dashboard.parts.turns import find_turned, show_turns
from dashboard.parts.words import read_words
from geo.base.errors import UnknownCode
from geo.charts import Look
from geo.exports import write_csv
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue
from geo.store.corpus import RefusedPosition, Where

_PAGE = 20
_MOST_ROWS = 100_000
_COLUMNS = (
    "text", "candidates", "reason", "sentence_text", "date", "title", "outlet", "published", "url", "document", "sentence",
    "start", "end",
)  # fmt: skip
_OTHER = "other"


def count_left_out(where: Where) -> int:
    """Return how many names were left out."""
    return int(corpora.count_refused(where)["refused"].sum())


def show_left_out(where: Where, reason: str | None, words: Catalogue) -> None:
    """Show the reasons with their numbers, each of which narrows the list, and a page of the names left out."""
    st.caption(words("left_out.about"))
    groups = _group_reasons(corpora.count_refused(where))
    if not groups:
        st.info(words("left_out.none" if where == Where() else "left_out.none_chosen"))
        if where != Where():
            st.button(words("filters.clear"), on_click=clear_all, key="left-out-clear")
        return
    chosen = reason if reason in groups else None
    _choose_reason(groups, chosen, words)
    _show_rows(replace(where, reasons=tuple(groups[chosen]) if chosen else ()), words)


def _group_reasons(counts: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Return the reasons of a corpus with their numbers by the kind of reason: part of a longer name, whichever."""
    groups: dict[str, dict[str, int]] = {}
    for reason, number in zip(counts["reason"], counts["refused"], strict=True):
        groups.setdefault(find_reason(reason) or _OTHER, {})[str(reason)] = int(number)
    return groups


def _choose_reason(groups: Mapping[str, Mapping[str, int]], chosen: str | None, words: Catalogue) -> None:
    st.session_state["left-out-reason"] = chosen
    labels = {kind: _label(kind, reasons, words) for kind, reasons in groups.items()}
    st.pills(
        words("left_out.choose"),
        list(groups),
        format_func=lambda kind: labels.get(kind, kind),
        key="left-out-reason",
        on_change=_take_reason,
        label_visibility="collapsed",
    )


def _label(kind: str, reasons: Mapping[str, int], words: Catalogue) -> str:
    # Of "part of a longer name: {name}" the words before the name are common to all.
    said = re.sub(r"[:：]?\s*{name}", "", words.find(f"reason.{kind}", next(iter(reasons))))
    return f"{said}: **{sum(reasons.values()):,}**"


def _take_reason() -> None:
    choose(replace(read_selection(), reason=st.session_state["left-out-reason"]))


def _show_rows(where: Where, words: Catalogue) -> None:
    first: RefusedPosition | None = None
    after = find_turned("left-out", where, first)
    rows = corpora.read_refused(where, after, _PAGE).to_dict("records")
    with st.container(key="left-out-rows"):
        st.html("".join(_write_row(row, words) for row in rows) or "<div></div>")
    with st.container(horizontal=True):
        show_turns("left-out", where, after, _find_position(rows[-1]) if len(rows) == _PAGE else None, words)
        st.download_button(
            words("search.csv"),
            partial(_write_table, where, words.language),
            f"{name_file('names-not-coded', words.language)}.csv",
            "text/csv",
            on_click="ignore",
            key="left-out-csv",
            icon=":material/table:",
        )


def _find_position(row: Row) -> RefusedPosition:
    return RefusedPosition(row["document"], int(row["start"]), int(row["end"]), row["reason"])


def _write_row(row: Row, words: Catalogue) -> str:
    """Return a name left out as HTML: its words, what it looks like, the reason, and its sentence marked."""
    looks = words("left_out.looks", {"names": name_candidates(row["candidates"], words)})
    head = " · ".join(
        [f"<b>{make_safe(row['text'])}</b>", make_safe(looks), make_safe(name_reason(row["reason"], words))]
    )
    told = f'<div class="aa-left-out">{head}</div>'
    return told + (_write_sentence(row, words) if isinstance(row["sentence_text"], str) else "")


def _write_sentence(row: Row, words: Catalogue) -> str:
    text, place = row["sentence_text"], (int(row["sentence_start"]), int(row["sentence_end"]))
    start = find_in_sentence(text, place, row["text"], row["start"])
    spans = [] if start is None else [Span(start, start + len(row["text"]), "chosen")]
    return write_evidence(mark_text(text, spans), row, words)


def name_candidates(candidates: str, words: Catalogue) -> str:
    """Return the names of the codes that something might have had, parted by spaces."""
    return Look(words.language).words("list.comma").join(_name(code, words.language) for code in candidates.split())


def _name(code: str, language: str) -> str:
    try:
        return name_place(code, language)
    except UnknownCode:
        return make_visible(code)


def _write_table(where: Where, language: str) -> bytes:
    rows, words = corpora.open_shown().read_refused(where, None, _MOST_ROWS), read_words(language)
    said = [name_reason(cast(str, reason), words) for reason in rows["reason"]]
    return write_csv(rows.assign(reason=pd.Series(said, dtype="str"))[list(_COLUMNS)])
