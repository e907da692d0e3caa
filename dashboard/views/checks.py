"""The page *Checks*: every stated total against its parts, its list or its series, those that disagree first."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.choices.addresses import CHECK_KINDS, VERDICTS
from dashboard.parts.downloads import name_file
from dashboard.parts.filters import clear_all, make_span, show_filters
from dashboard.parts.listings.checks import ICONS, write_check
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from geo.charts import Look
from geo.exports import write_csv
from geo.reference.wordings import Catalogue
from geo.store.corpus import CheckPosition, Where, find_check_position

_PAGE = 20
_MOST_ROWS = 100_000
_COLUMNS = (
    "verdict", "kind", "words", "value", "value_to", "bound", "unit", "theme", "giver", "recipient", "scope", "date",
    "date_precision", "expected", "found", "difference", "sentence_text", "title", "outlet", "published", "url",
    "document", "quantity", "against",
)  # fmt: skip


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("checks.title"), anchor=False)
    st.caption(words("checks.about"))
    show_filters(words, ("span", "theme", "document", "outlet", "spoken"))
    where = replace(make_span(selection), events=())
    counts = corpora.count_checks(where)
    _show_choices(counts, selection, words)
    where = replace(
        where,
        checks=(selection.check,) if selection.check else (),
        verdicts=(selection.verdict,) if selection.verdict else (),
    )
    _show_checks(where, words)


def _show_choices(counts: pd.DataFrame, selection: Selection, words: Catalogue) -> None:
    """Show how many agree, disagree and are open, and how many of each kind; each number narrows what is shown."""
    kept = counts if selection.check is None else counts[counts["kind"] == selection.check]
    _show_choice("verdict", VERDICTS, _count(kept, "verdict"), words)
    kept = counts if selection.verdict is None else counts[counts["verdict"] == selection.verdict]
    _show_choice("check", CHECK_KINDS, _count(kept, "kind"), words)


def _count(counts: pd.DataFrame, column: str) -> dict[str, int]:
    return {str(name): int(number) for name, number in counts.groupby(column)["checks"].sum().items()}


def _show_choice(field: str, options: tuple[str, ...], counts: dict[str, int], words: Catalogue) -> None:
    def label(option: str) -> str:
        name = f"{ICONS[option]} {words(f'checks.{option}')}" if option in ICONS else words(f"checks.{option}")
        return f"{name}: **{counts.get(option, 0):,}**"

    st.session_state[f"checks-{field}"] = getattr(read_selection(), field)
    st.pills(
        words(f"checks.choose_{field}"),
        options,
        format_func=label,
        key=f"checks-{field}",
        on_change=_take,
        args=(field,),
        label_visibility="collapsed",
    )


def _take(field: str) -> None:
    chosen = st.session_state[f"checks-{field}"]
    choose(replace(read_selection(), **{field: chosen}))


def _show_checks(where: Where, words: Catalogue) -> None:
    after = _find_page(where)
    checks = corpora.read_checks(where, after, _PAGE)
    if checks.empty:
        st.info(words("checks.none_chosen" if corpora.count_checks(Where()).size else "checks.none"))
        if where != Where():
            st.button(words("filters.clear"), on_click=clear_all, key="checks-clear")
        return
    look = Look(words.language, find_theme())
    rows = checks.to_dict("records")
    with st.container(key="checks"):
        st.html("".join(write_check(row, corpora.read_ground(row["check"], row), look, words) for row in rows))
    with st.container(horizontal=True):
        if len(rows) == _PAGE:
            st.button(words("checks.more"), on_click=_turn, args=(where, find_check_position(rows[-1])), key="more")
        if after is not None:
            st.button(words("checks.back"), on_click=_turn, args=(where, None), key="back")
        # The file is made outside the session: the corpus that the reader sees is named now.
        _offer_table(partial(corpora.open_shown().read_checks, where, None, _MOST_ROWS), words)


def _find_page(where: Where) -> CheckPosition | None:
    """Return where the page begins that the reader has turned to, for this choice."""
    kept = cast(tuple[Where, CheckPosition | None], st.session_state.get("checks-page", (where, None)))
    return kept[1] if kept[0] == where else None


def _turn(where: Where, after: CheckPosition | None) -> None:
    st.session_state["checks-page"] = (where, after)


def _offer_table(read: Callable[[], pd.DataFrame], words: Catalogue) -> None:
    st.download_button(
        words("checks.csv"),
        lambda: write_csv(read()[list(_COLUMNS)]),
        f"{name_file('checks', words.language)}.csv",
        "text/csv",
        on_click="ignore",
        key="checks-csv",
        icon=":material/table:",
    )
