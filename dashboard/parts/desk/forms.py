"""The form that documents are added with: drop or paste, see what was read, change it, open it."""

from functools import partial

import streamlit as st

from dashboard import corpora
from dashboard.desks import MOST_BYTES, MOST_FILES, find_own, keep_own, lay_desk, read_desk
from dashboard.figures.hovers import make_safe, make_visible, shorten
from dashboard.parts.desk.drafts import (
    OPENED,
    Draft,
    UndoneDate,
    find_undone_dates,
    list_failures,
    list_rows,
    make_desk,
    read_draft,
)
from dashboard.parts.desk.files import offer_files
from dashboard.parts.desk.readings import Dropped, add_files
from dashboard.parts.reasons import name_reason
from dashboard.parts.words import escape_markdown, name_spoken, read_words
from geo.base.records import Failure
from geo.documents.dates import parse_published
from geo.documents.metadata import Metadata
from geo.reference.wordings import Catalogue
from geo.store.isolated_reading import LARGEST_SENT, MOST_DOCUMENTS, list_endings, start_reader

_PASTES, _PASTED = "desk-pastes", "desk-pasted"
_PASTE_FIELDS = ("desk-text", "desk-title", "desk-day", "desk-outlet")
_LONGEST_PASTE = 2_000_000
_LONGEST_NAME = 60
_LIST_HEIGHT = 320
_HOW = ("beside", "instead")


def show_form(language: str) -> None:
    """Show the whole form. What is done in it changes nothing on the page before *Open*."""
    words = read_words(language)
    start_reader()
    st.html(_write_style(words))
    with st.container(key="desk-form"):
        _take_files(words)
        _take_paste(words)
        draft = read_draft()
        _show_list(draft, words)
        _show_failures(draft, words)
        if draft.tables["documents"].num_rows or read_desk().documents:
            _show_ways(draft, words)
        if not read_desk().is_empty:
            offer_files(words)


def _take_files(words: Catalogue) -> None:
    key = read_draft().name_widget("files")
    files = st.file_uploader(words("desk.drop"), accept_multiple_files=True, key=key)
    st.caption(
        words(
            "desk.limits",
            {
                "formats": ", ".join(list_endings()),
                "size": LARGEST_SENT // 2**20,
                "files": MOST_FILES,
                "all": MOST_BYTES // 2**20,
                "documents": f"{MOST_DOCUMENTS:,}",
            },
        )
    )
    _read([Dropped(file.file_id, file.name, file.getvalue) for file in files], words)


def _read(dropped: list[Dropped], words: Catalogue) -> None:
    """Read what was not read yet, with a bar that names each file."""
    place = st.empty()

    def tell(number: int, count: int, name: str) -> None:
        shown = escape_markdown(shorten(make_visible(name), _LONGEST_NAME))
        text = words("desk.reading", {"name": shown, "number": number + 1, "count": count})
        place.progress(number / count, text=text)

    add_files(dropped, tell)
    place.empty()


def _take_paste(words: Catalogue) -> None:
    with st.expander(words("desk.paste"), icon=":material/content_paste:"), st.form("desk-paste", border=False):
        st.text_area(words("desk.text"), height=160, max_chars=_LONGEST_PASTE, key="desk-text")
        with st.container(horizontal=True):
            title = st.text_input(words("desk.title"), key="desk-title", max_chars=500)
            day = st.text_input(words("desk.published"), key="desk-day", max_chars=40, placeholder="2020-03-26")
            st.text_input(words("desk.outlet"), key="desk-outlet", max_chars=200)
        # What is wrong stays in its field to be mended.
        if day and parse_published(day) is None:
            st.error(_say_undone(UndoneDate(title, day), words))
        st.form_submit_button(words("desk.read"), key="desk-read", on_click=_submit_paste, args=(words,))
    pasted = find_own(_PASTED)
    if isinstance(pasted, Dropped):
        keep_own(_PASTED, None)
        _read([pasted], words)


def _submit_paste(words: Catalogue) -> None:
    """Take the text of the fields to be read and empty them; nothing where there is no text or a date that is none."""
    text, title, day, outlet = (str(st.session_state[key]).strip() for key in _PASTE_FIELDS)
    if not text or (day and parse_published(day) is None):
        return
    number = st.session_state[_PASTES] = st.session_state.get(_PASTES, 0) + 1
    name, data = words("desk.pasted", {"number": number}), text.encode("utf-8", "replace")
    supplied = Metadata(title or None, parse_published(day), outlet or None)
    keep_own(_PASTED, Dropped(f"paste-{number}", name, lambda: data, supplied))
    st.session_state.update(dict.fromkeys(_PASTE_FIELDS, ""))


def _say_undone(undone: UndoneDate, words: Catalogue) -> str:
    title, stated = (escape_markdown(make_visible(shorten(one))) for one in undone)
    return words("desk.no_date" if title else "desk.no_date_alone", {"title": title, "stated": stated})


def _show_list(draft: Draft, words: Catalogue) -> None:
    rows = list_rows(draft)
    if rows.empty:
        return
    st.markdown(f"**{words.count('desk.found', len(rows))}**")
    text = st.column_config.TextColumn
    fixed = ("language", "characters", "names", "path")
    named = rows.assign(language=rows["language"].map(partial(name_spoken, words=words), na_action="ignore"))
    st.data_editor(
        named,
        key=draft.name_list(),
        hide_index=True,
        height=min(_LIST_HEIGHT, 38 + 35 * len(rows)),
        disabled=list(fixed),
        column_config={
            OPENED: st.column_config.CheckboxColumn(words("desk.opened"), width=60),
            "title": text(words("desk.title"), max_chars=500, width="medium"),
            "published": text(words("desk.published"), max_chars=40, width=100),
            "outlet": text(words("desk.outlet"), max_chars=200, width=110),
            "language": text(words("desk.language"), width=80),
            "characters": st.column_config.NumberColumn(words("desk.characters"), format="localized", width=80),
            "names": st.column_config.NumberColumn(words("desk.names"), width=80),
            "path": text(words("desk.file"), width="small"),
        },
    )
    st.caption(words("desk.about_list"))


def _show_failures(draft: Draft, words: Catalogue) -> None:
    """Show what could not be read, and apart from it what holds no document or was read with a remark."""
    failures = list_failures(draft)
    unread = [failure for failure in failures if failure.kind == "unread"]
    passed_over = [failure for failure in failures if failure.kind != "unread"]
    for heading, told in (("desk.refused", unread), ("documents.passed_over", passed_over)):
        if told:
            st.markdown(f"**{words(heading, {'count': len(told)})}**")
            items = "".join(f"<li>{_write_failure(failure, words)}</li>" for failure in told)
            st.html(f'<ul class="aa-refusals">{items}</ul>')


def _write_failure(failure: Failure, words: Catalogue) -> str:
    said = {"path": f"<b>{make_safe(failure.path)}</b>", "reason": make_safe(name_reason(failure.reason, words))}
    if failure.place is None:
        return words("desk.failure", said)
    return words("desk.failure_at", {**said, "place": make_safe(name_reason(failure.place, words))})


def _show_ways(draft: Draft, words: Catalogue) -> None:
    """Show how the documents are opened, the button that does it, and the one that takes all away."""
    desk, how = read_desk(), "beside"
    title = st.text_input(words("desk.project"), key=draft.name_widget("project"), max_chars=200)
    if corpora.open_started().count("documents"):
        how = st.radio(
            words("desk.how"),
            _HOW,
            index=_HOW.index("instead" if desk.instead else "beside"),
            format_func=lambda one: words(f"desk.{one}"),
            key=draft.name_widget("how"),
            horizontal=True,
        )
    undone = find_undone_dates()
    for one in undone:
        st.error(_say_undone(one, words))
    with st.container(horizontal=True):
        if st.button(words("desk.open"), type="primary", key="desk-open", disabled=bool(undone)):
            _open(how == "instead", title, words)
        if desk.documents and st.button(words("desk.clear"), key="desk-clear"):
            lay_desk(type(desk)(corrections=desk.corrections))
            st.rerun()
    st.caption(words("desk.private"))


def _open(instead: bool, title: str, words: Catalogue) -> None:
    with st.spinner(words("desk.opening")):
        desk = make_desk(instead, title.strip() or None)
    if isinstance(desk, Failure):
        st.error(escape_markdown(name_reason(desk.reason, words)))
        return
    lay_desk(desk)
    st.rerun()


def _write_style(words: Catalogue) -> str:
    """Return the rules that put words of ours for those that Streamlit writes in English."""
    said = {
        name: words(f"desk.{name}").replace("\\", "").replace('"', "'") for name in ("drop_here", "browse", "too_large")
    }
    zone = '.st-key-desk-form [data-testid="stFileUploaderDropzone"]'
    # A file that was read stands in the list below; one that the browser does not send stays here with the reason.
    return f"""<style>
{zone} {{ min-height: 6rem; justify-content: center; align-items: center; flex-wrap: wrap; gap: .6rem 1rem; }}
{zone} [data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
{zone}::before {{ content: "{said["drop_here"]}"; }}
{zone} div:has(> .stFileChip:not([aria-invalid="true"])) {{ display: none; }}
{zone} .stFileChip[aria-invalid="true"] {{ width: auto; }}
{zone} .stFileChip[aria-invalid="true"] .stFileChipName::after {{ content: " · {said["too_large"]}"; }}
{zone} :is([kind="secondary"] p, [kind="borderlessIcon"]) {{ font-size: 0; width: auto; white-space: nowrap; }}
{zone} :is([kind="secondary"] p, [kind="borderlessIcon"])::after {{ content: "{said["browse"]}"; font-size: 1rem; }}
/* Streamlit has a paler button where there are files already. */
{zone} [kind="borderlessIcon"] {{ color: inherit; border: 1px solid rgba(127, 127, 127, .5); padding: .45rem .9rem; }}
</style>"""
