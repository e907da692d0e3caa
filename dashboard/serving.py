"""The dashboard as a server on this machine: Streamlit's own app with packed files, until it is stopped."""

import contextlib
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from dashboard.packed_files import PackedFiles
from dashboard.parts.frame.page_faults import show_fault

_APP = Path(__file__).parent / "app.py"


def run_dashboard(words: Sequence[str], port: int) -> None:
    """Serve the dashboard at a port of 127.0.0.1 until it is stopped; `words` are what its page finds in sys.argv."""
    # Streamlit looks for its settings beside what was started, and hands on the words that follow.
    sys.argv = [str(_APP), *words]
    # What ends it is raised once more when all is closed; to be ended is no failure.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())
    # The server would tell of each of its steps.
    logging.disable(logging.INFO)
    app = st.App(_APP, middleware=[Middleware(PackedFiles)], on_script_error=show_fault)
    with contextlib.suppress(KeyboardInterrupt):
        app.run(config={"server.port": port, "server.address": "127.0.0.1"})
