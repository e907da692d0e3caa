"""The way from a sentence to its correction: the "Correct" behind each, and what the browser tells of a click on it."""

import html
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import streamlit as st

from geo.reference.wordings import Catalogue

_CALL = """export default async function (component) {
  const { listen } = await import(new URL("/app/static/correct.js", location.origin).href);
  return listen(component);
}"""
# It shows nothing and takes no room.
_STYLE = ".st-key-correcting { position: absolute !important; height: 0; }"
_KEY, _OPEN, _OPENED = "correcting", "correcting-sentence", "correcting-opened"


class Spot(NamedTuple):
    """A sentence of a document, by its number."""

    document: str
    sentence: int


def write_correct(document: object, sentence: object, words: Catalogue) -> str:
    """Return the button that opens the correction of a sentence as HTML."""
    where = f'data-document="{html.escape(str(document))}" data-sentence="{html.escape(str(sentence))}"'
    return f'<button type="button" class="aa-correct" {where}>{words("correct.button")}</button>'


def write_pencil(sentence: int, words: Catalogue) -> str:
    """Return the button behind a sentence of a text that names its document; it is drawn as a pencil."""
    return f'<button type="button" class="aa-correct aa-pencil" data-sentence="{sentence}">{words("correct.button")}</button>'


def write_join(event: str, other: str, words: Catalogue) -> str:
    """Return the button that makes an event one act with another as HTML."""
    where = f'data-event="{html.escape(event)}" data-other="{html.escape(other)}"'
    return f'<button type="button" class="aa-correct" {where}>{words("correct.same_act")}</button>'


def write_part(event: str, words: Catalogue) -> str:
    """Return the button that makes an event an act of its own as HTML."""
    return f'<button type="button" class="aa-correct" data-event="{html.escape(event)}">{words("correct.other_act")}</button>'


def listen(change_act: Callable[[str, str | None], None]) -> None:
    """Let the browser tell which "Correct" is clicked; `change_act` gets an event, and the one it is one act with."""

    def hear() -> None:
        asked = st.session_state[_KEY].get("asked")
        _take({str(name): str(value) for name, value in asked.items()} if isinstance(asked, Mapping) else {})

    def _take(asked: Mapping[str, str]) -> None:
        if "event" in asked:
            change_act(asked["event"], asked.get("other"))
        elif "document" in asked and asked.get("sentence", "").isdecimal():
            open_correction(Spot(asked["document"], int(asked["sentence"])))

    _mount()(key=_KEY, height=1, on_asked_change=hear)


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
    return st.components.v2.component("aidatlas_correct", css=_STYLE, js=_CALL, isolate_styles=False)
