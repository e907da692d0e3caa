"""The steps that several browser tests take: open a page, wait for it, point at a country, click it, take a file.

No step waits for a time to pass: each waits for what can be seen, so that a slow machine is only slower.
"""

import contextlib
import re
from collections.abc import Callable, Container, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect
from playwright.sync_api import TimeoutError as WaitedTooLong

MAP = ".st-key-map-box .choroplethlayer path"
SENTENCES = ".st-key-sentences .aa-sentence"
PATIENCE_MS = 120_000
# How often a condition is looked at: with every picture, as the browser would, it is kept busy with looking.
PAUSE_MS = 100
TRIES = 6
# The pages by their address, and what of each is drawn last.
SHOWN = {
    "": ".aa-cards",
    "world": MAP,
    "timeline": ".bars .point path",
    "compare": ".bars .point path",
    "regions": ".bars .point path",
    "checks": ".st-key-checks .aa-check",
    "documents": ".aa-text",
    "search": ".stTextInput input",
    "method": ".aa-sources",
}
# The pages on which what is asked of every page is asked in each run: a map with all its controls, a table.
QUICK = ("world", "documents")
CHOSEN = "codes=ITA,SRB&measure=mentions"
# Streamlit has run, every chart has the size of its box and every map its shapes, and nothing on the page has changed or moved for a while.
SETTLED = """() => {
    window.aaSeen ??= new class {
        at = performance.now();
        watcher = new MutationObserver(() => { this.at = performance.now(); });
    };
    aaSeen.watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    const app = document.querySelector('[data-testid=stApp]');
    const waits = document.querySelector('[data-stale=true], [data-testid=stSkeleton], [data-testid=stSpinner]');
    const moves = document.getAnimations().some(one => isFinite(one.effect.getComputedTiming().endTime));
    if (app?.getAttribute('data-test-script-state') !== 'notRunning' || waits || moves) aaSeen.at = performance.now();
    const drawn = one => one._fullLayout?.width === one.clientWidth && one._fullLayout.height === one.clientHeight
        && (!one._fullLayout.geo || one.querySelector('.choroplethlayer path'));
    const charts = [...document.querySelectorAll('.aa-plot')].filter(one => one.clientWidth);
    return charts.every(drawn) && performance.now() - aaSeen.at > 300;
}"""
# A point inside an area on the screen.
FIND_AREA = """code => {
    for (const path of document.querySelectorAll('.choroplethlayer path')) {
        if (!path.__data__ || path.__data__.loc !== code) continue;
        const box = path.getBoundingClientRect(), toPath = path.getScreenCTM().inverse();
        for (let a = 0.1; a < 1; a += 0.1) for (let b = 0.1; b < 1; b += 0.1) {
            const x = box.x + box.width * a, y = box.y + box.height * b;
            if (path.isPointInFill(new DOMPoint(x, y).matrixTransform(toPath))) return [x, y];
        }
    }
}"""
# What a chart holds under the pointer: a click counts for that.
POINTED = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(one => one.pointed?.code ?? one._hoverdata ?? [])
    .flatMap(point => [point, ...[point.customdata ?? []].flat()])"""
# What a map tells of the area under the pointer.
CARD = ".aa-tip:not([hidden])"


def sweep(cases: Iterable[object], quick: Container[object] = QUICK) -> list[object]:
    """Return pages or other cases as parameters of a test; those that need not be asked in each run are slow."""
    return [
        pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=() if case in quick else pytest.mark.slow)
        for case in cases
    ]


def choose_address(name: str) -> str:
    """Return the end of a page's address with a choice; the front page shows the whole."""
    return f"&{CHOSEN}" if name else ""


def close_tour(context: BrowserContext) -> None:
    """Let a browser remember that the tour was closed for good."""
    context.add_init_script("localStorage.setItem('aidatlas-tour', 'closed')")
    context.add_cookies([{"name": "aidatlas-tour", "value": "closed", "domain": "127.0.0.1", "path": "/"}])


class Visit:
    """A page of a browser, and what it asked for outside this machine: the browser's proxy refuses that.

    `blocked` is what the dashboard's own policy kept from it (Content-Security-Policy).
    """

    def __init__(self, page: Page) -> None:
        """Wait long for whatever is asked of the page, and note what it asks of other machines."""
        self.page = page
        self.refused: list[str] = []
        self.blocked: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        self._watch(page)

    def _watch(self, page: Page) -> None:
        page.on("request", lambda request: self._note(request.url))
        page.on("websocket", lambda socket: self._note(socket.url))
        page.on("popup", self._watch)
        page.on("console", lambda message: self._note_blocked(message.text))

    def _note(self, address: str) -> None:
        if not re.match(r"(https?|wss?)://(127\.0\.0\.1|localhost)[:/]|(data|blob|about):", address):
            self.refused.append(address)

    def _note_blocked(self, said: str) -> None:
        if "Content Security Policy" in said:
            self.blocked.append(said[:300])


def settle(page: Page) -> None:
    """Wait until a page is drawn and rests. What a click begins may begin later: first wait for a sign of it."""
    page.wait_for_function(SETTLED, polling=PAUSE_MS)


def open_page(visit: Visit, address: str, shown: str = ".choroplethlayer path") -> Page:
    """Open an address of the dashboard and wait until what it shows, else a map, is drawn and rests."""
    visit.page.goto(address)
    visit.page.wait_for_selector(shown, state="attached")
    settle(visit.page)
    return visit.page


def choose_language(page: Page, name: str) -> None:
    """Choose the language of the pages by what it calls itself."""
    page.locator(".st-key-language [role=combobox], .st-key-language input").first.click()
    page.get_by_role("option", name=name, exact=True).click()


def find_area(page: Page, code: str) -> tuple[float, float]:
    """Return a point inside an area on the screen, in pixels, as soon as the area is drawn."""
    x, y = page.wait_for_function(FIND_AREA, arg=code, timeout=PATIENCE_MS, polling=PAUSE_MS).json_value()
    return float(x), float(y)


def point_at_area(page: Page, code: str) -> None:
    """Move the pointer to an area of a map that rests, and wait until the map knows."""
    # On a phone the map may stand below what is seen.
    page.evaluate("document.querySelector('.st-key-map-box .aa-plot')?.scrollIntoView({block: 'nearest'})")
    _point(page, lambda: find_area(page, code), f"() => ({POINTED})().includes('{code}')")


def _point(page: Page, find: Callable[[], tuple[float, float]], known: str) -> None:
    """Move the pointer to what `find` finds, and once more where the chart was drawn anew and forgot it."""
    for _ in range(TRIES):
        # From outside, so that what was under the pointer before is not taken for what is there now.
        page.mouse.move(0, 0)
        settle(page)
        page.mouse.move(*find())
        with contextlib.suppress(WaitedTooLong):
            page.wait_for_function(known, timeout=PATIENCE_MS / TRIES, polling=PAUSE_MS)
            return
    raise AssertionError("the chart does not know what is under the pointer")


def press(page: Page) -> None:
    """Press and let go the button of the mouse where the pointer is."""
    page.mouse.down()
    page.mouse.up()


def click_area(page: Page, code: str) -> None:
    """Click an area of the map and wait for its sentences."""
    point_at_area(page, code)
    press(page)
    page.wait_for_selector(SENTENCES)


def take_tool(page: Page, name: str) -> None:
    """Press the first button that says what dragging does ("select", "lasso"), and wait until it is on."""
    page.locator(f".aa-tools [data-tool={name}], .modebar-btn[data-val={name}]").first.click()
    on = f".aa-tools [data-tool={name}][aria-pressed=true], .modebar-btn.active[data-val={name}]"
    expect(page.locator(on).first).to_be_attached()
    settle(page)


def drag(page: Page, start: tuple[float, float], *way: tuple[float, float]) -> None:
    """Drag the pointer from a point of the screen to others."""
    page.mouse.move(*start)
    page.mouse.down()
    for point in way:
        page.mouse.move(*point, steps=6)
    page.mouse.up()


def download(page: Page, group: str, button: str) -> tuple[Download, bytes]:
    """Open a group of download buttons, click one, and return the download and its bytes."""
    if not page.get_by_role("button", name=button, exact=True).is_visible():
        page.get_by_role("button", name=group).first.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return waiting.value, Path(waiting.value.path()).read_bytes()


def click_middle(page: Page, part: Locator) -> None:
    """Click the middle of a bar or a part of one: the chart itself takes the click, not the bar."""

    def find() -> tuple[float, float]:
        box = part.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    _point(page, find, f"() => ({POINTED})().length")
    press(page)
