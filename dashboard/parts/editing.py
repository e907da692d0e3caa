"""The editor's box: own words, size, ground, language and notes on the map of a picture, and its files.

What is set there stands in the address; the picture is made as `aidatlas draw --view` makes it of that address.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.chart_files import Drawn, chart_file
from dashboard.choices.editions import EDITED, forget_edition, make_edition
from dashboard.corpora.shown import BOUNDARIES_OPTION, find_option, open_shown
from dashboard.draw_requests import Kind, Request
from dashboard.figures.web_pages import write_embed
from dashboard.parts.copies import offer_copy
from dashboard.parts.selection import Selection, choose, read_selection, spell_address
from dashboard.theme import find_theme
from geo.base.errors import DrawingError
from geo.charts import Look
from geo.drawings import PLAIN, SIZES, Edition, Format
from geo.drawings.editions import LONGEST_NOTE, MOST_NOTES, MOST_SIGNS
from geo.reference.language_names import name_itself
from geo.reference.wordings import LANGUAGES, Catalogue

_SCALES, _USUAL_SCALE, _PREVIEW_SCALE = (1, 2, 3, 4), 2, 1
_DPI = (150, 300, 600)
_OPEN = "editor-open"
# Charts with a map, on which a note has a place.
_WITH_NOTES = ("map", "symbols", "regions")
_VECTORS: Mapping[Format, str] = {"svg": "image/svg+xml", "pdf": "application/pdf"}


class Edited(NamedTuple):
    """A chart that an editor can set something on: its kind, what is chosen of it, and the name of its files."""

    kind: Kind
    selection: Selection
    name: str


class _Picture(NamedTuple):
    """A picture as it is set: what makes its files, what an editor has set, and the name of the files."""

    drawn: Drawn
    request: Request
    name: str

    @property
    def edition(self) -> Edition:
        return self.request.edition

    def draw(self, file_format: Format, scale: int, edition: Edition | None = None) -> bytes:
        """Return the file."""
        return self.drawn.picture(file_format, scale, edition=edition or self.edition)


def is_edited(edited: Edited) -> bool:
    """Return whether an editor has set something on a chart."""
    return edited.selection.edited == edited.kind


def make_drawer(edited: Edited) -> Callable[[Format, int], bytes] | None:
    """Return what draws a chart as an editor has set it: it asks the documents when it is called.

    None where nothing is set, or what a link sets cannot be: the box says why.
    """
    if not is_edited(edited):
        return None
    try:
        request, corpus = _make_request(edited, make_edition(edited.selection, edited.kind)), open_shown()
    except DrawingError:
        return None
    return lambda file_format, scale: chart_file(request, corpus).picture(file_format, scale, edition=request.edition)


def show_editor(edited: Edited, words: Catalogue) -> None:
    """Show the button of the editor's box, and the box while it is open."""
    st.button(
        words("edit.open"),
        key=f"edit-{edited.kind}",
        icon=":material/edit:",
        on_click=_open,
        args=(edited.kind,),
    )
    if st.session_state.get(_OPEN) == edited.kind:
        st.dialog(words("edit.box"), width="large", on_dismiss=_close)(_show)(edited, words)


def _open(kind: Kind) -> None:
    st.session_state[_OPEN] = kind


def _close() -> None:
    st.session_state.pop(_OPEN, None)


def _show(edited: Edited, words: Catalogue) -> None:
    # What was set a moment ago stands in the choice, not in what the page was drawn with.
    now = read_selection()
    fresh = replace(edited.selection, **{name: getattr(now, name) for name in EDITED})
    edited = edited._replace(selection=fresh)
    left, right = st.columns([2, 3])
    with left:
        _show_form(edited, words)
    with right:
        _show_result(edited, words)


def _show_form(edited: Edited, words: Catalogue) -> None:
    selection = edited.selection
    for name, most in MOST_SIGNS.items():
        _show_text(edited, name, most, words)
    _show_choice(edited, "size", SIZES, lambda size: words(f"edit.size_{size}"), words)
    language = selection.written if is_edited(edited) and selection.written else selection.language
    _show_choice(edited, "written", LANGUAGES, name_itself, words, language)
    if find_theme() == "dark":
        key = f"edited-light-{edited.kind}"
        st.session_state[key] = is_edited(edited) and selection.light
        st.toggle(words("edit.light"), key=key, on_change=_take, args=(edited, "light", key))
    if edited.kind in _WITH_NOTES:
        _show_notes(edited, words)
    if is_edited(edited):
        st.button(words("edit.forget"), key="edit-forget", type="tertiary", on_click=_forget)


def _show_text(edited: Edited, name: str, most: int, words: Catalogue) -> None:
    key = f"edited-{name}-{edited.kind}"
    st.session_state[key] = getattr(edited.selection, name) if is_edited(edited) else ""
    st.text_input(words(f"edit.{name}"), key=key, max_chars=most, on_change=_take, args=(edited, name, key))


def _show_choice(
    edited: Edited,
    name: str,
    options: tuple[str, ...],
    name_option: Callable[[str], str],
    words: Catalogue,
    chosen: str | None = None,
) -> None:
    key = f"edited-{name}-{edited.kind}"
    st.session_state[key] = chosen or (getattr(edited.selection, name) if is_edited(edited) else options[0])
    st.selectbox(
        words(f"edit.{name}"), options, format_func=name_option, key=key, on_change=_take, args=(edited, name, key)
    )


def _show_notes(edited: Edited, words: Catalogue) -> None:
    key = f"edited-notes-{edited.kind}"
    st.session_state[key] = edited.selection.notes if is_edited(edited) else ""
    st.text_area(
        words("edit.notes"),
        key=key,
        max_chars=MOST_NOTES * LONGEST_NOTE,
        placeholder=words("edit.notes_like"),
        on_change=_take,
        args=(edited, "notes", key),
        height=90,
    )


def _take(edited: Edited, name: str, key: str) -> None:
    """Keep what was set; what was set on another chart is forgotten."""
    now = read_selection()
    kept = now if now.edited == edited.kind else forget_edition(now)
    said: Mapping[str, object] = {name: st.session_state[key], "edited": edited.kind}
    choose(replace(kept, **said))  # type: ignore[arg-type]


def _forget() -> None:
    choose(forget_edition(read_selection()))


def _show_result(edited: Edited, words: Catalogue) -> None:
    """Show the picture as it is set, and its files; where it cannot be, why."""
    try:
        request = _make_request(edited, make_edition(edited.selection, edited.kind))
        picture = _Picture(chart_file(request, open_shown()), request, edited.name)
        preview = picture.draw("png", _PREVIEW_SCALE)
    except DrawingError as error:
        st.error(words("edit.cannot", {"why": str(error)}))
        return
    alt = " ".join(chart.alt for chart in picture.drawn.page().charts)
    st.image(preview, width="stretch", alt=alt)
    _show_files(picture, words)
    offer_copy(f"edited-{edited.kind}", partial(_encode, picture), words)
    st.caption(words("edit.alt"))
    st.code(alt, language=None, wrap_lines=True)
    st.caption(words("edit.embed"))
    st.code(write_embed(f"{picture.name}.html", picture.edition.title or picture.drawn.page().title), language="html")


def _encode(picture: _Picture) -> str:
    return b64encode(picture.draw("png", _USUAL_SCALE)).decode()


def _show_files(picture: _Picture, words: Catalogue) -> None:
    printed = picture.edition.preset.print
    scales = _DPI if printed else _SCALES
    label = words("edit.dpi" if printed else "edit.scale")
    scale = st.segmented_control(
        label, scales, default=scales[1], format_func=lambda one: str(one) if printed else f"{one}×", required=True
    )
    with st.container(horizontal=True):
        edition = replace(picture.edition, dpi=scale) if printed else picture.edition
        size = 1 if printed else int(scale or _USUAL_SCALE)
        _show_file("PNG", f"{picture.name}.png", "image/png", partial(picture.draw, "png", size, edition))
        for ending, mime in _VECTORS.items():
            _show_file(ending.upper(), f"{picture.name}.{ending}", mime, partial(picture.draw, ending, 1))
        page = picture.request._replace(ending=None, edition=PLAIN)
        _show_file("HTML", f"{picture.name}.html", "text/html", partial(picture.drawn.write, page))


def _show_file(label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(label, make, name, mime, on_click="ignore", key=f"edited-{name}", icon=":material/download:")


def _make_request(edited: Edited, edition: Edition) -> Request:
    """Return what the command would ask for the same picture."""
    selection, own = edited.selection, find_option(BOUNDARIES_OPTION)
    has_set = is_edited(edited)
    return Request(
        kind=edited.kind,
        selection=selection,
        chosen=frozenset(spell_address(selection)),
        look=Look(
            (selection.written if has_set else None) or selection.language,
            "light" if has_set and selection.light else find_theme(),
        ),
        boundaries=Path(own) if own and corpora.find_shapes() else None,
        edition=edition,
        ending="png",
        scale=_USUAL_SCALE,
        view=True,
        breakdown=selection.breakdown,
        series=selection.totals,
    )
