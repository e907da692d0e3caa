"""What is about to be laid on the desk: files read so far, what the reader has changed in their list, and what comes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, cast

import pandas as pd
import streamlit as st

from dashboard.desks import Desk, find_own, keep_own, read_desk
from geo.base.records import Failure
from geo.documents.dates import parse_published
from geo.documents.metadata import Metadata
from geo.store.corrections.records import Correction
from geo.store.document_tables import (
    Caption,
    Tables,
    count_names,
    join_tables,
    leave_out,
    list_documents,
    make_empty,
    restore_documents,
    set_captions,
)
from geo.store.isolated_reading import read_again

_DRAFT = "desk-draft"
# What can be changed in the list of documents, beside whether one is opened at all.
EDITED = ("title", "published", "outlet")
OPENED = "opened"
Edits = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Draft:
    """The tables of what was read, the keys of the files that they came from, and how many bytes those had.

    `begun` is the number of the form, `version` that of the list in it; `edits` says by document what was changed in the
    lists before, `registered` what registers among the files say of others, by their names.
    """

    tables: Tables = field(default_factory=make_empty)
    seen: frozenset[str] = frozenset()
    size: int = 0
    begun: int = 0
    version: int = 0
    edits: Edits = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    registered: Mapping[str, Metadata] = field(default_factory=dict)

    def name_widget(self, name: str) -> str:
        """Return the key of a widget of the form: another form has others, and nothing of this one in them."""
        return f"desk-{name}-{self.begun}"

    def name_list(self) -> str:
        """Return the key of the list of documents: another one, once other documents stand in it."""
        return f"desk-list-{self.begun}-{self.version}"


class UndoneDate(NamedTuple):
    """A date that was written into the list and is none, and the document's title."""

    title: str
    stated: str


def keep_draft(draft: Draft) -> None:
    """Keep a draft for the session."""
    keep_own(_DRAFT, draft)


def begin_draft() -> None:
    """Begin with what lies on the desk already."""
    desk, begun = read_desk(), read_draft().begun + 1
    draft = Draft(desk.tables, begun=begun)
    st.session_state[draft.name_widget("project")] = desk.title or ""
    keep_draft(draft)


def read_draft() -> Draft:
    """Return the draft; an empty one where none was begun."""
    return cast(Draft, find_own(_DRAFT) or Draft())


def read_edits(draft: Draft) -> Edits:
    """Return what was changed in the list that is shown, by document."""
    state = st.session_state.get(draft.name_list()) or {}
    documents = list_documents(draft.tables)
    changed: Mapping[int, Mapping[str, object]] = state.get("edited_rows", {})
    return {
        documents[place]: {**draft.edits.get(documents[place], {}), **said}
        for place, said in changed.items()
        if place < len(documents)
    }


def list_rows(draft: Draft) -> pd.DataFrame:
    """Return one row a document: opened, title, published, outlet, language, characters, names (found in it)."""
    found, names = draft.tables["documents"].to_pylist(), count_names(draft.tables)
    rows = [
        {OPENED: True}
        | {name: row[name] for name in (*EDITED, "language", "characters")}
        | {"names": names.get(row["document"], 0), "path": row["path"]}
        | dict(draft.edits.get(row["document"], {}))
        for row in found
    ]
    columns = [OPENED, *EDITED, "language", "characters", "names", "path"]
    # In a form what is not known is an empty field.
    texts = (*EDITED, "language", "path")
    return pd.DataFrame(rows, columns=columns).fillna(dict.fromkeys(texts, "")).astype(dict.fromkeys(texts, "str"))


def list_failures(draft: Draft) -> list[Failure]:
    """Return what could not be read, each once."""
    return list(dict.fromkeys(Failure(**row) for row in draft.tables["failures"].to_pylist()))


def find_undone_dates() -> list[UndoneDate]:
    """Return what was written for a date and is none."""
    return [
        UndoneDate(str(row["title"] or row["path"] or ""), str(said["published"]))
        for row, said in _list_changes(read_draft())
        if said.get("published") and parse_published(str(said["published"])) is None
    ]


def _list_changes(draft: Draft) -> Iterator[tuple[Mapping[str, object], Mapping[str, object]]]:
    """Yield each changed document's row, and what was changed in it."""
    edits = {**draft.edits, **read_edits(draft)}
    for row in draft.tables["documents"].to_pylist():
        if row["document"] in edits:
            yield row, edits[row["document"]]


def make_desk(instead: bool, title: str | None) -> Desk | Failure:
    """Return the desk that comes of the draft; a failure where a document could not be read with its new date."""
    draft = read_draft()
    changes = list(_list_changes(draft))
    closed = [str(row["document"]) for row, said in changes if said.get(OPENED) is False]
    kept = [(row, said) for row, said in changes if row["document"] not in closed]
    captions = {
        str(row["document"]): Caption(_pick("title", row, said), _pick("outlet", row, said)) for row, said in kept
    }
    tables = set_captions(leave_out(draft.tables, closed), captions)
    days = {str(row["document"]): _read_day(said["published"]) for row, said in kept if "published" in said}
    dated = _date(tables, {name: day for name, day in days.items() if _is_new(tables, name, day)})
    if isinstance(dated, Failure):
        return dated
    corrections = tuple(dict.fromkeys([*read_desk().corrections, *draft.corrections]))
    return replace(read_desk(), tables=dated, instead=instead, title=title, corrections=corrections)


def _pick(name: str, row: Mapping[str, object], said: Mapping[str, object]) -> str | None:
    value = said.get(name, row[name])
    return str(value).strip() or None if value is not None else None


def _read_day(stated: object) -> str | None:
    return parse_published(str(stated)) if stated else None


def _is_new(tables: Tables, document: str, day: str | None) -> bool:
    before = dict(zip(list_documents(tables), tables["documents"]["published"].to_pylist(), strict=True))
    return bool(before[document] != day)


def _date(tables: Tables, days: Mapping[str, str | None]) -> Tables | Failure:
    """Return the tables with some documents read again on other days."""
    if not days:
        return tables
    dated = [
        replace(one, published=days[one.document], published_from="given" if days[one.document] else None)
        for one in restore_documents(tables)
        if one.document in days
    ]
    again = read_again(dated)
    return again.failures[0] if again.failures else join_tables(tables, again.tables)
