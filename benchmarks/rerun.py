"""What a cold start, a click or a filter costs: bytes sent, processor seconds of the server and of the browser's main thread.

    python -m benchmarks.rerun [--beside FOLDER] [PATH…]

Everything is done ten times; the median and the largest are printed. A cold start is that of the page *World* in a browser
that has kept nothing, until its map is drawn; then each action is done on a warm page. The targets are 1.5 s of the main
thread for a cold start, and for an action 60 kB, 0.5 s of the server and 0.15 s of the main thread.

FOLDER is another checkout, an older one, with an environment of its own in .venv: it is measured in the same run on the
same documents, the two in turn, so that what else the machine does weighs on both.
"""

import argparse
import contextlib
import statistics
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, WebSocket

from benchmarks.browsers import measure_seconds, start_browser
from benchmarks.speeds import write_speed
from geo.base.folders import find_seeds_folder
from tests.browsing import find_area
from tests.servers import Server, start_dashboard

_RUNS = 10
_QUIET_MS = 1500
_PYTHON = Path(".venv") / "bin" / "python"
_HEAD = f"{'action':24s} {'of':10s} {'kB':>14s} {'server, s':>14s} {'main thread, s':>14s}   (median, most)"


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
        # Said elsewhere (Performance.setTimeDomain) it counts for nothing, and what else the machine does is measured.
        self.metrics.send("Performance.enable", {"timeDomain": "threadTicks"})

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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beside", type=Path, metavar="FOLDER", help="a checkout with its own .venv")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    given = parser.parse_args()
    print(write_speed())
    with _start_all(given.beside, given.paths or [find_seeds_folder()]) as servers, start_browser() as browser:
        print(_HEAD)
        print_costs("cold start", measure_starts(browser, servers, _RUNS))
        meters = {name: _open_warm(browser, server) for name, server in servers.items()}
        for name in _list_actions(next(iter(meters.values())).page):
            print_costs(name, measure_action(name, meters, _RUNS))


@contextlib.contextmanager
def _start_all(beside: Path | None, paths: list[Path]) -> Iterator[dict[str, Server]]:
    """Start this dashboard and, where there is one, that of the other checkout, both on the same documents."""
    with contextlib.ExitStack() as running:
        documents = [path.resolve() for path in paths]
        servers = {"here": running.enter_context(start_dashboard(*documents))}
        if beside is not None:
            folder = beside.resolve()
            other = start_dashboard(*documents, python=str(folder / _PYTHON), folder=folder)
            servers["beside"] = running.enter_context(other)
        yield servers


def measure_starts(browser: Browser, servers: Mapping[str, Server], runs: int) -> dict[str, list[Cost]]:
    """Return what each of several cold starts costs, by the name of the dashboard; they take turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in servers}
    # Every answer is made once; only the browser starts cold.
    for _, (name, server) in [(run, one) for run in range(runs + 1) for one in servers.items()]:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        meter = Meter(page, server)
        costs[name].append(meter.measure(partial(_open, page, server)))
        page.close()
    return {name: measured[1:] for name, measured in costs.items()}


def measure_action(name: str, meters: Mapping[str, Meter], runs: int) -> dict[str, list[Cost]]:
    """Return what each of several runs of an action costs, by the name of the dashboard; they take turns."""
    costs: dict[str, list[Cost]] = {one: [] for one in meters}
    for run in range(runs):
        for one, meter in meters.items():
            acts = _list_actions(meter.page)[name]
            costs[one].append(meter.measure(acts[run % len(acts)]))
    return costs


def _open_warm(browser: Browser, server: Server) -> Meter:
    meter = Meter(browser.new_page(viewport={"width": 1280, "height": 800}), server)
    meter.measure(lambda: _open(meter.page, server))
    return meter


def _open(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/world")
    page.wait_for_selector(".choroplethlayer path", state="attached")


def _list_actions(page: Page) -> dict[str, list[Callable[[], None]]]:
    """Return the actions by name; those of one name are done in turn."""
    return {
        "click on the map": [lambda: _click(page, "SRB"), lambda: _click(page, "ITA")],
        "documents or mentions": [lambda: _press(page, "documents"), lambda: _press(page, "mentions")],
        "with or without giver": [lambda: page.locator(".st-key-giver label").click()],
        "region of the map": [lambda: _choose(page, "Europe"), lambda: _choose(page, "World")],
        "language": [lambda: _choose(page, "中文", "language"), lambda: _choose(page, "English", "language")],
    }


def _click(page: Page, code: str) -> None:
    page.mouse.click(*find_area(page, code))


def _press(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).first.click()


def _choose(page: Page, name: str, key: str = "frame") -> None:
    box = f".st-key-{key}"
    page.locator(f"{box} [data-baseweb=select], {box} button, {box} input").first.click()
    page.get_by_role("option", name=name, exact=True).click()


def print_costs(name: str, costs: Mapping[str, list[Cost]]) -> None:
    """Print a line for each dashboard."""
    for of, measured in costs.items():
        columns = [[cost.received / 1000 for cost in measured], *zip(*(cost[1:] for cost in measured), strict=True)]
        cells = [f"{statistics.median(column):7.2f}{max(column):7.2f}" for column in columns]
        print(f"{name:24s} {of:10s} {' '.join(f'{cell:>14s}' for cell in cells)}", flush=True)


if __name__ == "__main__":
    main()
