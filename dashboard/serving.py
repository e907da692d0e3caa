"""The dashboard as a server: Streamlit's own app behind our gates, with packed files, until it is stopped."""

import contextlib
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import Receive, Scope, Send

from dashboard.gates.doors import Door
from dashboard.gates.headers import SafeAnswers
from dashboard.gates.hosts import AllowedHosts
from dashboard.gates.paths import KnownPaths
from dashboard.packed_files import PackedFiles
from dashboard.parts.frame.page_faults import show_fault

_APP = Path(__file__).parent / "app.py"


def run_dashboard(words: Sequence[str], door: Door) -> None:
    """Serve the dashboard at a door until it is stopped; `words` are what its page finds in sys.argv."""
    # Streamlit looks for its settings beside what was started, and hands on the words that follow.
    sys.argv = [str(_APP), *words]
    # What ends it is raised once more when all is closed; to be ended is no failure.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())
    # The server would tell of each of its steps.
    logging.disable(logging.INFO)
    own = {"server.port": door.port, "server.address": door.address, "server.allowedHosts": sorted(door.names)}
    with contextlib.suppress(KeyboardInterrupt):
        GatedApp(door).run(config=own)


class GatedApp(st.App):
    """Streamlit's app behind the gates, which stand outside of all that is its own: its failures pass them too."""

    def __init__(self, door: Door) -> None:
        """Make the app that is served at a door."""
        super().__init__(_APP, middleware=[Middleware(PackedFiles)], on_script_error=show_fault)
        self._gates = SafeAnswers(AllowedHosts(KnownPaths(super().__call__), door.names), door.frames)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what passes the gates."""
        await self._gates(scope, receive, send)
