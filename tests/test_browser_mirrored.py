"""The pages in a writing that runs from right to left: mirrored, nothing cut off, maps as they are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page

from tests.browsing import PAUSE_MS, SENTENCES, SHOWN, Visit, settle, sweep
from tests.servers import start_dashboard

TITLE = "مساعدات طبية إلى إيطاليا"
TEXT = (
    f"{TITLE}\n26 March 2020\n\nChina sent masks to Italy, Serbia and Algeria on 24 March 2020. Egypt thanked China.\n"
)
# As dashboard/static/streamlit_words.js does it for a language that is written so.
MIRROR = "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; })"


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a dashboard on a text with an Arabic title."""
    folder = tmp_path_factory.mktemp("arabic")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    with start_dashboard(folder) as server:
        yield server.address


def open_mirrored(visit: Visit, address: str, shown: str, width: int) -> Page:
    """Open a page as its mirror."""
    visit.page.set_viewport_size({"width": width, "height": 844})
    visit.page.add_init_script(MIRROR)
    visit.page.goto(address)
    visit.page.wait_for_selector(shown, state="attached")
    settle(visit.page)
    return visit.page


def find_left(part: Locator) -> float:
    """Return where what is seen of a part begins on the screen."""
    box = part.bounding_box()
    assert box is not None
    return box["x"]


@pytest.mark.parametrize(
    ("name", "width"),
    sweep(
        [(name, width) for name in ("world", "timeline", "documents") for width in (390, 1280)],
        (("world", 390), ("documents", 1280)),
    ),
)
def test_a_mirrored_page_is_no_wider_than_the_screen(visit: Visit, arabic: str, name: str, width: int) -> None:
    page = open_mirrored(visit, f"{arabic}/{name}", SHOWN[name], width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = """width => [...document.querySelectorAll('.stMain h1, .stMain button, .stMain p')]
        .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())
        .filter(box => box.width && (box.left < -1 || box.right > width + 1)).length"""
    assert page.evaluate(cut, width) == 0


def test_a_mirrored_page_has_the_map_as_it_is_its_legend_right_and_its_tools_left(visit: Visit, arabic: str) -> None:
    page = open_mirrored(visit, f"{arabic}/world?measure=mentions&codes=ITA", SENTENCES, 1280)
    assert find_left(page.locator(".aa-tools").first) < find_left(page.locator(".aa-keys").first)
    project = "point => document.querySelector('.aa-plot')._fullLayout.geo._subplot.projection(point)[0]"
    page.wait_for_function(f"({project})([0, 0]) < ({project})([90, 0])", polling=PAUSE_MS)
    sentence = page.locator(SENTENCES).first
    assert sentence.evaluate("one => getComputedStyle(one).borderRightWidth") == "3px"
    assert TITLE in sentence.inner_text()
    assert find_left(page.locator("[data-testid=stSidebar]")) > find_left(page.locator(".stMain"))


def test_a_mirrored_chart_has_room_for_the_names_of_its_bars(visit: Visit, arabic: str) -> None:
    page = open_mirrored(visit, f"{arabic}/compare?measure=mentions", SHOWN["compare"], 1280)
    names = page.locator(".aa-plot .ytick text")
    assert names.count() > 1
    chart = find_left(page.locator(".aa-plot").first)
    assert all(find_left(name) >= chart for name in names.all())


def test_a_mirrored_page_runs_a_sentence_as_its_own_language_does(visit: Visit, arabic: str) -> None:
    page = open_mirrored(visit, f"{arabic}/search?query=Egypt", ".aa-sentence mark", 1280)
    begin, end = page.locator(".aa-sentence").first.evaluate(FIND_ENDS)
    assert begin < end


# Where on the screen the first and the last letter of a sentence stand.
FIND_ENDS = """one => {
    const words = [...one.querySelectorAll('mark')].at(-1).nextSibling, last = document.createRange();
    last.setStart(words, words.length - 1);
    last.setEnd(words, words.length);
    return [one.querySelector('mark').getBoundingClientRect().left, last.getBoundingClientRect().left];
}"""


def test_a_mirrored_page_begins_its_captions_at_the_right(visit: Visit, arabic: str) -> None:
    page = open_mirrored(visit, f"{arabic}/documents", SHOWN["documents"], 1280)
    captions = page.locator(".stMain [data-testid=stCaptionContainer] p")
    assert {one.evaluate("one => getComputedStyle(one).textAlign") for one in captions.all()} == {"right"}
