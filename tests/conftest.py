"""What several tests need: the seeds as a corpus, a running dashboard, a browser that may reach nothing else."""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Route, sync_playwright

from geo.corpus import Corpus, extract
from geo.documents import read_documents
from geo.reference import find_seeds_folder
from tests.find_browser import FLAGS, find_browser
from tests.servers import PROJECT, start_dashboard

# The same examples every time, and no deadline: neither chance nor a busy machine decides.
settings.register_profile("aidatlas", derandomize=True, deadline=None)
settings.load_profile("aidatlas")


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """Return the corpus of the seeds."""
    return extract(read_documents(find_seeds_folder()))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Return a function that starts the dashboard on some paths (see start_dashboard) and gives its address."""
    with contextlib.ExitStack() as running:

        def start(*paths: Path, python: str = sys.executable, folder: Path = PROJECT) -> str:
            return running.enter_context(start_dashboard(*paths, python=python, folder=folder)).address

        yield start


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
