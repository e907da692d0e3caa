"""The steps that several browser tests take: open a page, find a country on the map, click it, take a file."""

from pathlib import Path

from playwright.sync_api import Download, Locator, Page

from tests.conftest import Visit

MAP = ".st-key-map-box .choroplethlayer path"
SENTENCES = ".st-key-sentences .aa-sentence"


def open_page(visit: Visit, address: str) -> Page:
    """Open an address of the dashboard and wait until its map is drawn."""
    visit.page.goto(address)
    visit.page.wait_for_selector(".choroplethlayer path", state="attached", timeout=60_000)
    visit.page.wait_for_timeout(1000)
    return visit.page


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


def find_area(page: Page, code: str) -> tuple[float, float]:
    """Return a point inside an area on the screen, in pixels, as soon as the area is drawn."""
    x, y = page.wait_for_function(FIND_AREA, arg=code, timeout=60_000).json_value()
    return float(x), float(y)


def click_area(page: Page, code: str) -> None:
    """Click an area of the map and wait for its sentences."""
    page.mouse.click(*find_area(page, code))
    page.wait_for_selector(SENTENCES, timeout=20_000)


def download(page: Page, group: str, button: str) -> tuple[Download, bytes]:
    """Open a group of download buttons, click one, and return the download and its bytes."""
    if not page.get_by_role("button", name=button, exact=True).is_visible():
        page.get_by_role("button", name=group).first.click()
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return waiting.value, Path(waiting.value.path()).read_bytes()


def click_middle(page: Page, part: Locator) -> None:
    """Click the middle of a bar or a part of one: the chart itself takes the click, not the bar."""
    box = part.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    # A click counts for what the mouse was over before.
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    page.mouse.click(x, y)
