"""A dashboard and a browser for the benchmarks, started and ended here."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.find_browser import FLAGS, find_browser

PROJECT = Path(__file__).resolve().parent.parent


class Server(NamedTuple):
    """A running dashboard: its process and its address."""

    process: subprocess.Popen[bytes]
    address: str

    def measure_seconds(self) -> float:
        """Return the processor seconds that the server has used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def start_dashboard(*paths: Path) -> Iterator[Server]:
    """Start a dashboard on some paths, or on the seeds, and end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "dashboard.command", "serve", *map(str, paths), "--port", str(port)]
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address)
        yield Server(process, address)
    finally:
        process.terminate()
        process.wait(timeout=20)


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


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("the dashboard did not answer within a minute")
