"""What several tests need: the seeds as a corpus, a running dashboard, a browser that may reach nothing else."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Route, sync_playwright

from geo.corpus import Corpus, extract
from geo.documents import read_documents
from geo.reference import find_seeds_folder
from tests.find_browser import FLAGS, find_browser

# The same examples every time, and no deadline: neither chance nor a busy machine decides.
settings.register_profile("aidatlas", derandomize=True, deadline=None)
settings.load_profile("aidatlas")

_PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """Return the corpus of the seeds."""
    return extract(read_documents(find_seeds_folder()))


def find_free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers; fail after a minute or when it has ended."""
    for _ in range(600):
        if server.poll() is not None:
            pytest.fail(f"the server ended with status {server.returncode}")
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer within a minute")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Return a function that starts the dashboard on some paths and gives its address."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*paths: Path, python: str = sys.executable, folder: Path = _PROJECT) -> str:
        port = find_free_port()
        command = [python, "-m", "dashboard.command", "serve", *map(str, paths), "--port", str(port)]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        running.append(server)
        address = f"http://127.0.0.1:{port}"
        wait_for(address, server)
        return address

    yield start
    for server in running:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def dashboard(serve: Callable[..., str]) -> str:
    """Return the address of a dashboard on the seeds."""
    return serve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium; fail, and never skip, where there is none."""
    path = find_browser()
    if path is None:
        pytest.fail("no Chromium was found; python tests/find_browser.py --install gets one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield chromium
        chromium.close()


class Visit:
    """A page of a browser, and every address it asked for outside the app."""

    def __init__(self, page: Page) -> None:
        """Refuse every request that is not for this machine, and note it."""
        self.page = page
        self.refused: list[str] = []
        page.context.route(re.compile(r".*"), self._decide)

    def _decide(self, route: Route) -> None:
        if re.match(r"(https?|wss?)://(127\.0\.0\.1|localhost)[:/]|(data|blob):", route.request.url):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return a fresh page at 1280×800 that reaches nothing but this machine."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, accept_downloads=True, service_workers="block"
    )
    yield Visit(context.new_page())
    context.close()
