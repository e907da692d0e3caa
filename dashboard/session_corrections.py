"""The corrections that a reader has made in this session, and the corpus with them laid over it.

They are the reader's own: nobody else sees them, and they go with the session unless they are kept as a file.
"""

from collections.abc import Iterable

import streamlit as st

from dashboard.answers import keep_private
from geo.store.corpus import Corpus
from geo.store.corrections.records import Correction

_MADE, _CORPUS = "corrections-made", "corrections-corpus"


def list_corrections() -> tuple[Correction, ...]:
    """Return the corrections of this session, in the order in which they were made."""
    made: tuple[Correction, ...] = st.session_state.get(_MADE, ())
    return made


def add_corrections(corrections: Iterable[Correction]) -> None:
    """Lay corrections over what was read; what is there already is not laid twice."""
    made = list_corrections()
    _keep((*made, *(one for one in dict.fromkeys(corrections) if one not in made)))


def undo_correction() -> None:
    """Take the last correction away."""
    _keep(list_corrections()[:-1])


def remove_correction(correction: Correction) -> None:
    """Take one correction away."""
    _keep(tuple(one for one in list_corrections() if one != correction))


def _keep(corrections: tuple[Correction, ...]) -> None:
    st.session_state[_MADE] = corrections
    keep_private(bool(corrections))


def correct(base: Corpus) -> Corpus:
    """Return a corpus as the corrections of this session leave it, made once for each change."""
    made = list_corrections()
    if not made:
        st.session_state.pop(_CORPUS, None)
        return base
    kept: tuple[Corpus, tuple[Correction, ...], Corpus] | None = st.session_state.get(_CORPUS)
    if kept is None or kept[0] is not base or kept[1] != made:
        kept = (base, made, base.correct(made))
        st.session_state[_CORPUS] = kept
    return kept[2]
