"""What the reader has chosen: one record, kept in the session and written to the address.

The address is the master: where it differs from what was written last, the reader came by a link or went back, and
the choice is read from it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast
from urllib.parse import urlsplit

import streamlit as st

from dashboard.choices.addresses import BETWEEN, Fault
from dashboard.choices.editions import EDITED
from dashboard.choices.selections import FIRST
from dashboard.choices.selections import Selection as Selection
from dashboard.choices.selections import parse_address as parse_address
from dashboard.choices.selections import spell_address as spell_address

_KEPT, _WRITTEN, _PAGE, _BARE = "selection", "written_address", "written_page", "address_bare"
_FAULTS = "link_faults"


# The fields that say how the map is drawn, not what it counts.
DRAWN = ("classes", "limits", "midpoint", "hue", "projection", "borders", "names", "card")


def read_selection() -> Selection:
    """Return the reader's choice, from the address where it is new, else as it was kept."""
    # A name that stands there several times is a list.
    address = {name: BETWEEN.join(st.query_params.get_all(name)) for name in st.query_params}
    if _KEPT not in st.session_state or _is_new(address):
        st.session_state[_KEPT], st.session_state[_FAULTS] = parse_address(address)
    return cast(Selection, st.session_state[_KEPT])


def list_faults() -> tuple[Fault, ...]:
    """Return what was not taken of the link that the reader came by, until they have been told (see forget_faults)."""
    return cast(tuple[Fault, ...], st.session_state.get(_FAULTS, ()))


def forget_faults() -> None:
    """Say nothing more of what was not taken."""
    st.session_state[_FAULTS] = ()


def _is_new(address: Mapping[str, str]) -> bool:
    """Return whether the reader came by a link or went back; a page opened from the menu comes without an address."""
    if address == st.session_state.get(_WRITTEN):
        return False
    return bool(address) or _find_page() == st.session_state.get(_PAGE)


def _find_page() -> str:
    return urlsplit(st.context.url or "").path


def choose(selection: Selection) -> None:
    """Keep a new choice and write it to the address."""
    selection = _leave_sentence(selection, st.session_state.get(_KEPT))
    st.session_state[_KEPT] = selection
    write_address(selection)


def _leave_sentence(selection: Selection, before: Selection | None) -> Selection:
    """Return a choice without the sentence of a document that is no longer the chosen one."""
    turned = before is not None and before.document != selection.document and before.sentence == selection.sentence
    return replace(selection, sentence=None) if turned else selection


def clear(selection: Selection) -> Selection:
    """Return the choice with nothing left out: the same language and measure, the map and the bars drawn as they were."""
    bars = ("figure", "rows", "parts", "share", "sort", "each", "per", "first", "second")
    found = ("query", "sought", "order", "uncut")
    kept = ("language", "measure", "giver", "flows", "frame", "shown_as", *bars, *DRAWN, *found, *EDITED)
    return replace(FIRST, **{name: getattr(selection, name) for name in kept})


def keep_address_bare(bare: bool) -> None:
    """Say whether the page that is shown follows nothing of the choice but the language: its address has no more."""
    st.session_state[_BARE] = bare


def write_address(selection: Selection) -> None:
    """Write the choice to the address, where it is not there already."""
    shown = replace(FIRST, language=selection.language) if st.session_state.get(_BARE) else selection
    address = spell_address(shown)
    st.session_state[_WRITTEN], st.session_state[_PAGE] = address, _find_page()
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
