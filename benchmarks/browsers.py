"""A browser for the benchmarks, and what a running dashboard has cost."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.find_browser import FLAGS, find_browser
from tests.servers import Server


def measure_seconds(server: Server) -> float:
    """Return the processor seconds that a server has used so far; Linux alone tells."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def start_browser() -> Iterator[Browser]:
    """Start a Chromium and end it."""
    path = find_browser()
    if path is None:
        sys.exit("no Chromium was found; python tests/find_browser.py --install gets one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
