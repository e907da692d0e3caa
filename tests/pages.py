"""The steps that several tests of pages take without a browser: open a page of a corpus, draw it again."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.answers import forget_answers
from dashboard.parts.popovers import Popover, name_popover

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
PAGES = ("front", "world", "timeline", "compare", "regions", "checks", "documents", "search", "method")
# Seconds for one drawing of a page, on however busy a machine.
PATIENCE = 120
OpenPage = Callable[..., AppTest]


def show_page(name: str) -> None:
    """Draw one page."""
    import importlib

    importlib.import_module(f"dashboard.views.{name}").show()


def open_page(monkeypatch: pytest.MonkeyPatch, name: str, corpus: Path | None = None, **address: str) -> AppTest:
    """Return a page, of the seeds where no folder of a corpus is named, as an address opens it."""
    page = make_page(monkeypatch, name, corpus)
    page.query_params.update(address)
    return run(page)


def make_page(monkeypatch: pytest.MonkeyPatch, name: str, corpus: Path | None = None) -> AppTest:
    """Return a page without the frame round it, not yet run."""
    show_corpus(monkeypatch, corpus)
    return _open_popovers(AppTest.from_function(show_page, args=(name,), default_timeout=PATIENCE))


def make_app(monkeypatch: pytest.MonkeyPatch, corpus: Path) -> AppTest:
    """Return the whole dashboard on a corpus, not yet run."""
    show_corpus(monkeypatch, corpus)
    return _open_popovers(AppTest.from_file(str(APP), default_timeout=PATIENCE))


def open_world(monkeypatch: pytest.MonkeyPatch, corpus: Path) -> AppTest:
    """Return the whole dashboard on a corpus, not yet run, at who received on the page *World*."""
    page = make_app(monkeypatch, corpus)
    # A link to the map from before there was a front page.
    page.query_params["measure"] = "received"
    return page


def _open_popovers(page: AppTest) -> AppTest:
    """Open every box behind a button, so that what stands in it is there."""
    for name in get_args(Popover):
        page.session_state[name_popover(name)] = True
    return page


def show_corpus(monkeypatch: pytest.MonkeyPatch, corpus: Path | None) -> None:
    """Let the pages be of a corpus, None being the seeds."""
    monkeypatch.setattr(sys, "argv", ["app", *([] if corpus is None else [str(corpus)])])
    # What was asked of another corpus is no answer here.
    st.cache_data.clear()
    forget_answers()


def run(page: AppTest) -> AppTest:
    """Draw a page again; it must not fail."""
    page.run()
    assert not page.exception
    return page
