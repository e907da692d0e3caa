"""The corpus that a reader sees, and what the dashboard was started on."""

import atexit
import gc
import sys
import time
from pathlib import Path

import streamlit as st

from dashboard.desks import open_with_desk
from dashboard.journal import measure, note
from geo.base.errors import NothingToRead
from geo.base.folders import find_seeds_folder
from geo.base.records import Document, Failure
from geo.documents.reading import read_documents
from geo.store import parts
from geo.store.corpus import Corpus, extract, open_corpus
from geo.store.corrections.files import gather_corrections

# How the command tells the app of files of the user's own; paths are given whole, so none begins so.
BOUNDARIES_OPTION, CORRECTIONS_OPTION = "--boundaries=", "--corrections="


def list_sources() -> tuple[str, ...]:
    """Return the paths that the dashboard was started on; without any, the seeds."""
    options = (BOUNDARIES_OPTION, CORRECTIONS_OPTION)
    paths = tuple(word for word in sys.argv[1:] if not word.startswith(options))
    return paths or (str(find_seeds_folder()),)


def find_option(option: str) -> str | None:
    """Return the path that the dashboard was started with for an option, the last of several."""
    given = [word.removeprefix(option) for word in sys.argv[1:] if word.startswith(option)]
    return given[-1] if given else None


def _read(sources: tuple[str, ...], failures: list[Failure]) -> list[Document]:
    """Return the documents of the paths; of empty folders none: the pages tell how to begin."""
    try:
        return list(read_documents(*sources, on_failure=failures.append))
    except NothingToRead:
        return []


@st.cache_resource(show_spinner=False)
def open_sources(sources: tuple[str, ...], corrections: str | None = None) -> Corpus:
    """Return the corpus of the paths, extracted before or made now from the documents, with a file of corrections."""
    since, folder = time.perf_counter(), Path(sources[0])
    if len(sources) == 1 and folder.is_dir() and parts.is_corpus(folder):
        corpus = open_corpus(folder)
    else:
        failures: list[Failure] = []
        corpus = extract(_read(sources, failures), failures)
    said = gather_corrections(sources, corrections)
    if said:
        corpus = corpus.correct(said)
    counts = {name: corpus.count(name) for name in ("documents", "mentions", "failures")}
    note("corpus", {**counts, "ms": measure(since), "files": list(sources)})
    # At the end all may go: DuckDB reports what is never freed as leaks.
    atexit.register(gc.unfreeze)
    return corpus


@st.cache_resource(show_spinner=False)
def keep_loaded(page: str) -> int:
    """Set apart what is loaded once a page was drawn: no reader's click waits until the collector has walked through it.

    Returned is how many objects are set apart.
    """
    gc.freeze()
    return gc.get_freeze_count()


def open_shown() -> Corpus:
    """Return the corpus that the reader sees: the one that the dashboard was started on, with what lies on their desk."""
    return open_with_desk(open_started)


def open_started() -> Corpus:
    """Return the corpus that the dashboard was started on."""
    return open_sources(list_sources(), find_option(CORRECTIONS_OPTION))
