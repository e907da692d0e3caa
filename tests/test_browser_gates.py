"""Behind the policy of every answer all pages work, and the pages of another site cannot show them unless they are named."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, expect

from tests.browsing import MAP, SHOWN, Visit, choose_address, open_page, sweep
from tests.servers import start_dashboard


@pytest.mark.parametrize("name", sweep(SHOWN))
def test_a_page_draws_under_its_policy_and_asks_no_other_machine(visit: Visit, dashboard: str, name: str) -> None:
    open_page(visit, f"{dashboard}/{name}?language=en{choose_address(name)}", SHOWN[name])
    assert (visit.blocked, visit.refused) == ([], [])


def test_the_policy_keeps_a_page_from_other_sites_and_from_code_in_text(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/method", SHOWN["method"])
    # Later: what the test itself runs may do more than a script of the page.
    later = "new Promise(done => setTimeout(() => { try { done(eval('1')) } catch { done(0) } }))"
    assert page.evaluate("fetch('http://127.0.0.1:9/').then(() => 1, () => 0)") == 0
    assert page.evaluate(later) == 0
    assert len(visit.blocked) == 2
    visit.blocked.clear()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Return the address of another site, and the folder of its pages."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", tmp_path
        server.shutdown()


def open_framed(visit: Visit, site: tuple[str, Path], address: str) -> FrameLocator:
    """Open a page of another site that shows an address in a frame, and return the frame."""
    (site[1] / "index.html").write_text(
        f'<!doctype html><iframe src="{address}/world" width="900" height="700"></iframe>'
    )
    visit.page.goto(site[0])
    return visit.page.frame_locator("iframe")


def test_no_other_site_shows_the_dashboard(visit: Visit, dashboard: str, site: tuple[str, Path]) -> None:
    frame = open_framed(visit, site, dashboard)
    assert frame.locator("#root, [data-testid=stApp]").count() == 0
    assert any("frame-ancestors" in said for said in visit.blocked)
    visit.blocked.clear()


def test_a_site_that_is_named_shows_it(visit: Visit, made_folder: Path, site: tuple[str, Path]) -> None:
    with start_dashboard(made_folder, options=["--embed-in", site[0]]) as server:
        expect(open_framed(visit, site, server.address).locator(MAP).first).to_be_attached()
