"""The ways from a sentence to its place in the document and to its correction: what the browser offers behind each.

The browser's part is dashboard/static/correct.js.
"""

import html
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from dashboard.parts.scripts import write_call
from dashboard.parts.selection import Selection, spell_address
from geo.reference.wordings import Catalogue

# It shows nothing and takes no room.
_STYLE = ".st-key-correcting { position: absolute !important; height: 0; }"
# A row of a table by column name.
Row = Mapping[Hashable, Any]
_KEY, _OPEN, _OPENED = "correcting", "correcting-sentence", "correcting-opened"


class Spot(NamedTuple):
    """A sentence of a document, by its number."""

    document: str
    sentence: int


def mark_sentence(row: Row) -> str:
    """Return the attribute of an element by which the browser knows a sentence, or an event of it, as HTML."""
    if "document" not in row or "sentence" not in row:
        return ""
    numbers = [str(row["sentence"]), *([str(row["event"]).rpartition("-")[2]] if "event" in row else [])]
    place = html.escape(" ".join([str(row["document"]), *numbers]))
    return f' data-said="{place}"'


def mark_end(sentence: int) -> str:
    """Return what stands behind a sentence in the text of a document, where its correction is opened, as HTML."""
    return f'<i data-said="{sentence}"></i>'


def listen(change_act: Callable[[str, str | None], None], words: Catalogue) -> None:
    """Let the browser link sentences to their documents, offer corrections and tell which is asked for.

    `change_act` gets an event that is an act of its own, or with another event one act with it.
    """

    def hear() -> None:
        asked = st.session_state[_KEY].get("asked")
        _take({str(name): str(value) for name, value in asked.items()} if isinstance(asked, Mapping) else {})

    def _take(asked: Mapping[str, str]) -> None:
        if "event" in asked:
            change_act(asked["event"], asked.get("other"))
        elif "document" in asked and asked.get("sentence", "").isdecimal():
            open_correction(Spot(asked["document"], int(asked["sentence"])))

    said = {name: words(f"correct.{name}") for name in ("button", "same_act", "other_act")}
    link = {"open": words("checks.open_document"), "choice": urlencode(spell_address(Selection(words.language)))}
    _mount()(key=_KEY, data={**said, **link}, height=1, on_asked_change=hear)


def open_correction(spot: Spot) -> None:
    """Let the next drawing of the page open the correction of a sentence."""
    st.session_state[_OPEN] = spot
    st.session_state[_OPENED] = count_opened() + 1


def close_correction() -> None:
    """Let the page be without the correction of a sentence."""
    st.session_state.pop(_OPEN, None)


def find_opened() -> Spot | None:
    """Return the sentence whose correction is open."""
    spot: Spot | None = st.session_state.get(_OPEN)
    return spot


def count_opened() -> int:
    """Return how often a correction was opened: what was chosen in an earlier one is not chosen in the next."""
    return int(st.session_state.get(_OPENED, 0))


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component(
        "aidatlas_correct", css=_STYLE, js=write_call("correct", "listen"), isolate_styles=False
    )
