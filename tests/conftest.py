"""What several tests need: corpora, running dashboards, a browser that may reach nothing else."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from geo.base.folders import find_seeds_folder
from geo.documents.reading import read_documents
from geo.store.corpus import Corpus, extract
from tests import pages
from tests.browsing import PATIENCE_MS, Visit, close_tour
from tests.find_browser import FLAGS, find_browser
from tests.made import make_corpus
from tests.servers import PROJECT, start_dashboard
from tests.stories import write_story

# The same examples every time, and no deadline: neither chance nor a busy machine decides.
settings.register_profile("aidatlas", derandomize=True, deadline=None)
settings.register_profile("mutants", derandomize=True, deadline=None, max_examples=10)
settings.load_profile("aidatlas")
expect.set_options(timeout=PATIENCE_MS)
# A shell lets what it starts in the background ignore Ctrl+C: neither the tests nor what they start may inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
BROWSER_FLAGS = (
    *FLAGS,
    # Every address but this machine's own is sent to a door that nobody opens.
    "--proxy-server=http://127.0.0.1:9",
    # All pages live in one process, which reads the dashboard's scripts once.
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    # It would read the scripts anew for every page, beside what it keeps of them: a quarter of all processor time.
    # The last list of features counts, so what Playwright turns off stands here again.
    "--disable-features=ScriptStreaming,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests of a browser or a server, which take longest, and run one that failed once more.

    They depend on other programs of a machine that may be busy; of every other test the first answer counts.
    """
    outer = [item for item in items if {"browser", "serve"} & {*getattr(item, "fixturenames", ())}]
    for item in outer:
        item.add_marker(pytest.mark.flaky(reruns=1))
    files = {item.path for item in outer}
    items.sort(key=lambda item: item.path not in files)


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """Return the corpus of the seeds."""
    return extract(read_documents(find_seeds_folder()))


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a corpus of two documents that tell of four acts on two days."""
    return _write(make_corpus(), tmp_path_factory)


@pytest.fixture(scope="session")
def story_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of texts: news of March 2020, and one of June 2022."""
    return write_story(tmp_path_factory.mktemp("story") / "story")


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a corpus without documents."""
    return _write(extract(()), tmp_path_factory)


def _write(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "corpus"
    corpus.write(folder)
    return folder


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> pages.OpenPage:
    """Return a function that draws a page without a browser (see tests.pages.open_page)."""
    return partial(pages.open_page, monkeypatch)


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
def made_dashboard(serve: Callable[..., str], made_folder: Path) -> str:
    """Return the address of a dashboard on the corpus of four acts."""
    return serve(made_folder)


@pytest.fixture(scope="session")
def story_dashboard(serve: Callable[..., str], story_folder: Path) -> str:
    """Return the address of a dashboard on news of March 2020, and of June 2022."""
    return serve(story_folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium; fail, and never skip, where there is none."""
    path = find_browser()
    if path is None:
        pytest.fail("no Chromium was found; python tests/find_browser.py --install gets one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Return what all pages share, so that the dashboard's own scripts are fetched once; it asks for no motion."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        accept_downloads=True,
        service_workers="block",
        color_scheme="light",
        reduced_motion="reduce",
    )
    # The tour was closed for good before: what it would show first is tested in a browser of its own.
    close_tour(context)
    # The process ends with its last page: this one stays to the end.
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def first_visit(browser: Browser) -> Iterator[Visit]:
    """Return a page of a browser of its own at 1280×800, which remembers nothing of other tests."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        service_workers="block",
        color_scheme="light",
        reduced_motion="reduce",
    )
    visit = Visit(context.new_page())
    yield visit
    context.close()
    assert visit.blocked == []


@pytest.fixture
def visit(reader: BrowserContext) -> Iterator[Visit]:
    """Return a fresh page at 1280×800 that reaches nothing but this machine; its policy must keep nothing from it."""
    visit = Visit(reader.new_page())
    yield visit
    visit.page.close()
    assert visit.blocked == []
