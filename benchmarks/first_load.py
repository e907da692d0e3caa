"""What a browser loads of each page that it opens for the first time: bytes as they go over the wire.

    python -m benchmarks.first_load [PATH…]

Each page is opened in a browser that has kept nothing, until it is drawn and rests; what the browser counts of every
answer (Network.loadingFinished, encodedDataLength) and of the messages of the websocket is added up. The target is
3 MB a page.
"""

import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.browsers import start_browser
from tests.browsing import PATIENCE_MS, SHOWN, settle
from tests.servers import start_dashboard

MOST = 3_000_000


class Wire:
    """Counts what comes over the wire for a page, by address."""

    def __init__(self, page: Page) -> None:
        """Listen to a page that is not open yet."""
        self.received: Counter[str] = Counter()
        self._addresses: dict[str, str] = {}
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._name)
        session.on("Network.loadingFinished", self._count)
        page.on("websocket", lambda socket: socket.on("framereceived", self._count_message))

    def _name(self, event: dict[str, object]) -> None:
        request = event["request"]
        if isinstance(request, dict):
            self._addresses[str(event["requestId"])] = urlsplit(str(request["url"])).path

    def _count(self, event: dict[str, object]) -> None:
        length = event["encodedDataLength"]
        if isinstance(length, (int, float)):
            self.received[self._addresses.get(str(event["requestId"]), "")] += int(length)

    def _count_message(self, message: bytes | str) -> None:
        self.received["messages"] += len(message)


def load_page(browser: Browser, address: str, shown: str) -> Counter[str]:
    """Return the bytes received for a page, by address, in a browser that has kept nothing."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        wire = Wire(page)
        page.goto(address)
        page.wait_for_selector(shown, state="attached")
        settle(page)
        return wire.received


def main() -> None:
    """Measure every page and print a line each, then the largest files of all."""
    files: Counter[str] = Counter()
    with start_dashboard(*map(Path, sys.argv[1:])) as server, start_browser() as browser:
        print(f"{'page':12s} {'MB':>6s}  answers")
        for name, shown in SHOWN.items():
            received = load_page(browser, f"{server.address}/{name}", shown)
            print(f"{name or 'front':12s} {received.total() / 1e6:6.2f}  {len(received)}")
            files |= received
    for path, size in files.most_common(12):
        print(f"{size / 1000:8.0f} kB  {path}")


if __name__ == "__main__":
    main()
