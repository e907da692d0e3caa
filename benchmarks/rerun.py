"""What a click or a filter costs: bytes sent, processor seconds of the server, seconds of the browser's main thread.

    python -m benchmarks.rerun [PATH…]

First a cold start in a fresh browser, until the map is drawn (the target is 4 s of the main thread). Then each action
is done five times on a warm page; the median and the largest are printed. The targets are 60 kB, 0.5 s of the server
and 0.3 s of the main thread.
"""

import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import CDPSession, Page, WebSocket

from benchmarks.browsers import measure_seconds, start_browser
from benchmarks.speeds import write_speed
from tests.browsing import find_area
from tests.servers import Server, start_dashboard

_RUNS = 5
_QUIET_MS = 1500


class Cost(NamedTuple):
    """What an action cost: bytes received, seconds of the server's processor and of the browser's main thread."""

    received: float
    server: float
    browser: float


class Meter:
    """Counts what a page receives over its websocket, what its server works, and what its own main thread does."""

    def __init__(self, page: Page, server: Server) -> None:
        """Listen to a page that is not open yet."""
        self.received, self.server, self.page = 0, server, page
        page.on("websocket", self._listen)
        self.metrics: CDPSession = page.context.new_cdp_session(page)
        self.metrics.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
        self.metrics.send("Performance.enable")

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, frame: bytes | str) -> None:
        self.received += len(frame)

    def read(self) -> Cost:
        """Return what has been spent so far."""
        metrics = self.metrics.send("Performance.getMetrics")["metrics"]
        spent = next(one["value"] for one in metrics if one["name"] == "TaskDuration")
        return Cost(self.received, measure_seconds(self.server), float(spent))

    def measure(self, act: Callable[[], None]) -> Cost:
        """Return what one action costs."""
        before = self.read()
        act()
        self.page.wait_for_timeout(_QUIET_MS)
        after = self.read()
        return Cost(*(now - then for now, then in zip(after, before, strict=True)))


def main() -> None:
    """Measure a cold start, a click on the map, a change of measure, of frame and of language; print a table."""
    print(write_speed())
    with start_dashboard(*map(Path, sys.argv[1:])) as server, start_browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        meter = Meter(page, server)
        start = meter.measure(lambda: _open(page, server.address))
        print(f"cold start: {start.received / 1000:.1f} kB, main thread {start.browser:.2f} s")
        print(f"{'action':24s} {'kB':>14s} {'server, s':>14s} {'main thread, s':>14s}   (median, most)")
        for name, acts in _list_actions(page).items():
            costs = [meter.measure(acts[run % len(acts)]) for run in range(_RUNS)]
            _print(name, costs)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".choroplethlayer path", state="attached")


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


def _print(name: str, costs: list[Cost]) -> None:
    columns = [[cost.received / 1000 for cost in costs], [c.server for c in costs], [c.browser for c in costs]]
    cells = [f"{statistics.median(column):7.2f}{max(column):7.2f}" for column in columns]
    print(f"{name:24s} {' '.join(f'{cell:>14s}' for cell in cells)}")


if __name__ == "__main__":
    main()
