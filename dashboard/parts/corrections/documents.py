"""What is known of a document, corrected where it is shown: its year or date, its title, who published it."""

from typing import cast

import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_safe
from dashboard.parts.corrections.dialogs import ask_reason, make_reason
from dashboard.parts.evidence import Row, link_document
from dashboard.parts.popovers import show_popover
from dashboard.parts.titles import find_title
from dashboard.session_corrections import add_corrections, list_corrections
from geo.base.errors import CorrectionError
from geo.reference.wordings import Catalogue
from geo.store.corrections.records import Change, Correction

_FIELDS: tuple[Change, ...] = ("published", "title", "outlet")
_LONGEST = 200
_MOST_LINKS = 5


def show_year(row: Row, words: Catalogue) -> None:
    """Say of a document without a year how many of its events have no day, and let the reader give the year."""
    document = str(row["document"])
    undated = corpora.count_undated(document).to_dict("records")
    if not undated:
        return
    key = _name_input(document, "year")
    with st.container(horizontal=True, vertical_alignment="bottom", key="document-year"):
        st.info(
            words("correct.no_year", {name: undated[0][name] for name in ("undated", "events")}),
            icon=":material/event_busy:",
        )
        st.text_input(
            words("correct.year"), key=key, max_chars=10, on_change=_take_year, args=(document, key), width=160
        )
    if st.session_state.get(f"{key}-bad"):
        st.error(words("correct.bad_published"))


def _name_input(document: str, field: str) -> str:
    """Return the key of an input of a document; after each correction it begins anew with what is known."""
    return f"document-{field}-{document}-{len(list_corrections())}"


def _take_year(document: str, key: str) -> None:
    typed = str(st.session_state[key]).strip()
    try:
        add_corrections(
            [Correction("documents", document, "published", typed or None, None, None, None, None, *make_reason())]
        )
        st.session_state[f"{key}-bad"] = False
    except CorrectionError:
        st.session_state[f"{key}-bad"] = True


def show_document_correction(row: Row, words: Catalogue) -> None:
    """Show the button behind which date, title and outlet of a document are corrected."""
    show_popover(words("correct.document"), ":material/edit:", "document", lambda: _show_fields(row, words))


def _show_fields(row: Row, words: Catalogue) -> None:
    document = str(row["document"])
    given: dict[Change, tuple[str | None, str | None]] = {}
    for field in _FIELDS:
        known = row[field] if isinstance(row[field], str) else None
        typed = st.text_input(
            words(f"correct.field_{field}"), known or "", key=_name_input(document, field), max_chars=_LONGEST
        )
        given[field] = known, typed.strip() or None
    reason = ask_reason(_name_input(document, "reason"), words)
    if not st.button(words("correct.apply"), key="document-apply", type="primary"):
        return
    try:
        add_corrections(
            Correction("documents", document, change, new, None, None, None, None, *reason)
            for change, (known, new) in given.items()
            if new != known and not (known and new == known.strip())
        )
    except CorrectionError:
        st.error(words("correct.bad_published"))
        return
    st.rerun()


def show_undated(document: str | None, words: Catalogue) -> None:
    """Say how many events have no day for want of a year, and link the documents that lack it."""
    undated = corpora.count_undated(document)
    if undated.empty:
        return
    count = int(undated["undated"].sum())
    rows = cast("list[Row]", undated.head(_MOST_LINKS).to_dict("records"))
    links = "".join(
        f"<li>{make_safe(find_title(row['document'], words))} · {link_document(row['document'], words)}</li>"
        for row in rows
    )
    said = words.count("correct.undated", count, {"documents": len(undated)})
    st.html(f'<div class="aa-undated">{make_safe(said)}<ul>{links}</ul></div>')
