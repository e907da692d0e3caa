"""What lies on the desk as files that can be kept and opened again: a folder of tables, and one project file."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.desks import MOST_BYTES, Desk, read_desk
from dashboard.parts.downloads import name_file
from geo.documents.projects import PROJECT_ENDING, Project, write_project
from geo.reference.wordings import Catalogue
from geo.store import writing
from geo.store.corpus import Corpus
from geo.store.corrections.files import write_corrections
from geo.store.corrections.records import Correction
from geo.store.document_tables import Tables, restore_documents
from geo.store.fingerprints import hash_reading
from geo.store.manifests import Made
from geo.store.tables import TABLES


class Kept(NamedTuple):
    """What is saved: all that the reader sees, or, where that is too much for one file, what they have added."""

    desk: Desk
    corpus: Corpus | None

    def read(self) -> Tables:
        """Return the tables."""
        return self.desk.tables if self.corpus is None else {name: self.corpus.arrow(name) for name in TABLES}

    @property
    def corrections(self) -> Sequence[Correction]:
        """Return the corrections that are saved with it."""
        return self.desk.corrections if self.corpus is None else self.corpus.corrections

    @property
    def made(self) -> Made:
        """Return what read it: what is on the desk alone, this version did."""
        return Made(hash_reading()) if self.corpus is None else self.corpus.made


def offer_files(words: Catalogue) -> None:
    """Show the buttons that save what is open now."""
    kept, name = _find_kept(), name_file(read_desk().title or words("desk.untitled"))
    st.markdown(f"**{words('desk.save')}**")
    with st.container(horizontal=True):
        st.download_button(
            words("desk.save_project"),
            partial(pack_project, kept),
            f"{name}{PROJECT_ENDING}",
            "application/zip",
            on_click="ignore",
            key="desk-save-project",
            icon=":material/save:",
        )
        st.download_button(
            words("desk.save_folder"),
            partial(pack_folder, kept, name),
            f"{name}.zip",
            "application/zip",
            on_click="ignore",
            key="desk-save-folder",
            icon=":material/folder_zip:",
        )
    st.caption(words("desk.about_save" if kept.corpus else "desk.about_save_own"))


def _find_kept() -> Kept:
    corpus = corpora.open_shown()
    whole = corpora.read_titles()["characters"].sum() <= MOST_BYTES // 4
    return Kept(read_desk(), corpus if whole else None)


def pack_project(kept: Kept) -> bytes:
    """Return what is kept as a project file."""
    corrections = write_corrections(kept.corrections) if kept.corrections else None
    return write_project(Project(tuple(restore_documents(kept.read())), kept.desk.title, corrections))


def pack_folder(kept: Kept, name: str) -> bytes:
    """Return what is kept as a folder of tables, in a ZIP."""
    return writing.pack_folder(kept.read(), name, kept.made, kept.corrections)
