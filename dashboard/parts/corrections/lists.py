"""The corrections that a reader has made: how many, the last undone, all as a file, and each with who, why and when."""

import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_safe, shorten
from dashboard.parts.popovers import show_popover
from dashboard.parts.titles import find_title
from dashboard.parts.words import name_event
from dashboard.session_corrections import add_corrections, list_corrections, remove_correction, undo_correction
from geo.base.errors import CorrectionError
from geo.charts import Look
from geo.charts.side_names import name_side
from geo.reference.wordings import Catalogue
from geo.store.corrections.files import parse_corrections, write_corrections
from geo.store.corrections.records import ACTS, Correction

FILE_NAME = "corrections.csv"
_CODED = ("code", "scope", "giver", "recipient", "party", "host")
_FAILED, _SENT = "corrections-failed", "corrections-sent"
_LONGEST = 60
_MOST = 100  # the file has all


def show_corrections(words: Catalogue) -> None:
    """Show on every page how many corrections are laid on, and the ways to undo, keep and see them; nothing without any."""
    made = list_corrections()
    every = corpora.open_shown().corrections
    if not every:
        return
    unfit = corpora.open_shown().unfit
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="corrections-bar"):
        label = words.count("correct.count", len(every))
        show_popover(label, ":material/edit_note:", "corrections", lambda: _show_list(every, unfit, words))
        if made:
            st.button(words("correct.undo"), icon=":material/undo:", on_click=undo_correction, key="corrections-undo")
        st.download_button(
            words("correct.download"),
            lambda: write_corrections(every),
            FILE_NAME,
            "text/csv",
            on_click="ignore",
            key="corrections-file",
            icon=":material/download:",
        )
        if unfit:
            st.caption(words.count("correct.unfit", len(unfit)))
        if made:
            st.caption(words("correct.own"))


def show_opening(words: Catalogue) -> None:
    """Show where a file of corrections is opened, and what was wrong with one that could not be."""
    key = f"{_SENT}-{st.session_state.get(_SENT, 0)}"
    st.file_uploader(words("correct.open"), ["csv"], key=key, on_change=_open, args=(key,))
    failed = st.session_state.get(_FAILED)
    if failed:
        st.error(words("correct.not_opened"))
        st.html(f"<p>{make_safe(failed)}</p>")


def _open(key: str) -> None:
    """Lay the corrections of a file on, and let the next file be sent."""
    sent = st.session_state[key]
    if sent is None:
        return
    st.session_state[_SENT] = st.session_state.get(_SENT, 0) + 1
    st.session_state.pop(_FAILED, None)
    try:
        add_corrections(parse_corrections(sent.getvalue(), sent.name))
    except CorrectionError as error:
        st.session_state[_FAILED] = str(error)


def _show_list(every: tuple[Correction, ...], unfit: tuple[Correction, ...], words: Catalogue) -> None:
    """Show each correction with who, why and when; those of this session can be taken away one by one."""
    made = list_corrections()
    if len(every) > _MOST:
        st.caption(words("correct.last", {"count": _MOST}))
    for number, correction in list(enumerate(every))[-_MOST:]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"correction-{number}"):
            st.html(_write(correction, correction in unfit, words))
            if correction in made:
                st.button(
                    words("correct.remove"),
                    key=f"correction-{number}-remove",
                    type="tertiary",
                    on_click=remove_correction,
                    args=(correction,),
                )
    show_opening(words)


def _write(correction: Correction, unfit: bool, words: Catalogue) -> str:
    """Return a correction in words as HTML."""
    what = make_safe(describe(correction, words))
    known = [find_title(correction.document, words), correction.who, correction.why, correction.when]
    about = " · ".join(make_safe(shorten(one, 2 * _LONGEST)) for one in known if one)
    lost = f" <b>{words('correct.fits_nothing')}</b>" if unfit else ""
    return f'<div class="aa-correction">{what}{lost}<div class="aa-source">{about}</div></div>'


def describe(correction: Correction, words: Catalogue) -> str:
    """Return in words what a correction changes: "Jordan": wrong; "89 countries": number → 90."""
    said = shorten(" ".join((correction.words or "").split()), _LONGEST)
    row = f"“{said}”" if said else words(f"correct.of_{correction.table}")
    change = words(f"correct.field_{correction.change}")
    if correction.change in ("right", "wrong") or correction.change in ACTS:
        return words("correct.said", {"row": row, "change": change})
    value = _name_value(correction, words)
    return words("correct.said_value", {"row": row, "change": change, "value": value})


def _name_value(correction: Correction, words: Catalogue) -> str:
    value, look = correction.value, Look(words.language)
    if value is None:
        return words("correct.unknown")
    if correction.change in _CODED:
        return look.words("list.comma").join(name_side(code, look) for code in value.split())
    return name_event(value, words.language) if correction.change == "kind" else value
