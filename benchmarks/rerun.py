"""What a click or a filter costs: bytes sent to the browser and processor seconds of the server, a real browser asking.

    python -m benchmarks.rerun [PATH…]

Each action is done five times on a warm page; the median and the largest are printed. The targets are 60 kB and 0.5 s.
"""

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, WebSocket

from benchmarks.dashboards import measure_seconds, start_browser
from tests.servers import Server, start_dashboard
from tests.test_browser import find_area

_RUNS = 5
_QUIET_MS = 1500


class Meter:
    """Counts what a page receives over its websocket, and what its server works."""

    def __init__(self, page: Page, server: Server) -> None:
        """Listen to a page that is not open yet."""
        self.received, self.server, self.page = 0, server, page
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, frame: bytes | str) -> None:
        self.received += len(frame)

    def measure(self, act: Callable[[], None]) -> tuple[int, float]:
        """Return the bytes received and the server's processor seconds of one action."""
        received, seconds = self.received, measure_seconds(self.server)
        act()
        self.page.wait_for_timeout(_QUIET_MS)
        return self.received - received, measure_seconds(self.server) - seconds


def main() -> None:
    """Measure a click on the map, a change of measure, of frame and of language; print a table."""
    with start_dashboard(*map(Path, sys.argv[1:])) as server, start_browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        meter = Meter(page, server)
        page.goto(server.address)
        page.wait_for_selector(".choroplethlayer path", state="attached")
        page.wait_for_timeout(_QUIET_MS)
        print(f"{'action':24s} {'kB median':>10s} {'kB most':>8s} {'s median':>9s} {'s most':>7s}")
        for name, acts in _list_actions(page).items():
            costs = [meter.measure(acts[run % len(acts)]) for run in range(_RUNS)]
            _print(name, costs)


def _list_actions(page: Page) -> dict[str, list[Callable[[], None]]]:
    """Return the actions by name; those of one name are done in turn."""
    return {
        "click on the map": [lambda: _click(page, "SRB"), lambda: _click(page, "ITA")],
        "documents or mentions": [lambda: _press(page, "documents"), lambda: _press(page, "mentions")],
        "with or without giver": [lambda: page.locator(".st-key-giver label").click()],
        "region of the map": [lambda: _choose(page, "Europe"), lambda: _choose(page, "World")],
        "language": [lambda: _press(page, "中文"), lambda: _press(page, "English")],
    }


def _click(page: Page, code: str) -> None:
    page.mouse.click(*find_area(page, code))


def _press(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).first.click()


def _choose(page: Page, name: str) -> None:
    page.locator(".st-key-frame [data-baseweb=select], .st-key-frame button, .st-key-frame input").first.click()
    page.get_by_role("option", name=name, exact=True).click()


def _print(name: str, costs: list[tuple[int, float]]) -> None:
    kilobytes, seconds = [c[0] / 1000 for c in costs], [c[1] for c in costs]
    print(
        f"{name:24s} {statistics.median(kilobytes):10.1f} {max(kilobytes):8.1f}"
        f" {statistics.median(seconds):9.2f} {max(seconds):7.2f}"
    )


if __name__ == "__main__":
    main()
