"""The kinds of charts in a real browser: drawn, a click leads to sentences, files come, and nothing hinders a reader."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import (
    PATIENCE_MS,
    PAUSE_MS,
    POINTED,
    SENTENCES,
    TRIES,
    Visit,
    click_area,
    download,
    open_page,
    press,
    settle,
    sweep,
)
from tests.test_every_page import AXE, FIND

# The middle of the mark of something on the screen.
FIND_MARK = """code => {
    for (const layer of document.querySelectorAll('.aa-plot .trace.bars, .aa-plot .trace.scatter')) {
        const place = layer.__data__?.[0]?.trace?.customdata?.findIndex(([key]) => key === code) ?? -1;
        const mark = layer.querySelectorAll('.point path, path.point')[place];
        if (!mark) continue;
        const box = mark.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    }
}"""
PLANES = {
    "tiles": "world?shown_as=tiles&measure=mentions",
    "slope": "compare?figure=slope&measure=mentions",
    "dots": "compare?figure=dots&measure=mentions",
    "columns": "compare?figure=columns&measure=mentions",
}
PAGES = {**PLANES, "symbols": "world?shown_as=symbols&measure=mentions"}
SHOWN = ".aa-plot .main-svg"
BEHIND = f"{SENTENCES}, .st-key-behind .aa-sentence"


def click_mark(page: Page, code: str) -> None:
    """Click the mark of something, once the chart knows that the pointer is on it."""

    def find() -> tuple[float, float]:
        x, y = page.wait_for_function(FIND_MARK, arg=code, polling=PAUSE_MS).json_value()
        return float(x), float(y)

    for _ in range(TRIES):
        page.mouse.move(0, 0)
        settle(page)
        page.mouse.move(*find())
        if knows(page, lambda: page.evaluate(f"() => ({POINTED})().includes('{code}')")):
            press(page)
            return
    raise AssertionError("the chart does not know what is under the pointer")


def knows(page: Page, ask: Callable[[], bool]) -> bool:
    for _ in range(PATIENCE_MS // TRIES // PAUSE_MS):
        if ask():
            return True
        page.wait_for_timeout(PAUSE_MS)
    return False


@pytest.mark.parametrize("kind", sweep(PLANES, ("slope",)))
def test_a_click_on_a_mark_leads_to_its_sentences(kind: str, visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/{PLANES[kind]}", SHOWN)
    # Of lines that end in one place the pointer finds one: this line is alone there.
    code = "DEU" if kind == "slope" else "ITA"
    click_mark(page, code)
    expect(page).to_have_url(re.compile(f"codes={code}"))
    expect(page.locator(BEHIND).first).to_be_visible()
    assert visit.refused == []


def test_a_click_on_a_circle_leads_to_its_sentences(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/{PAGES['symbols']}")
    click_area(page, "USA")
    expect(page).to_have_url(re.compile("codes=USA"))


@pytest.mark.parametrize("kind", sweep(PAGES, ("symbols",)))
def test_picture_and_table_of_a_kind_come_under_its_name(kind: str, visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/{PAGES[kind]}", SHOWN)
    file, picture = download(page, "Picture", "SVG")
    assert file.suggested_filename.startswith(f"aidatlas-{kind}-mentions")
    assert b"ITA" in picture
    page.keyboard.press("Escape")
    _, table = download(page, "Data", "CSV")
    assert b"ITA" in table


@pytest.mark.parametrize(
    ("kind", "language", "theme"),
    sweep(
        [(kind, *look) for kind in PAGES for look in (("en", "light"), ("zh", "dark"))],
        (("tiles", "en", "light"), ("slope", "zh", "dark")),
    ),
)
def test_nothing_serious_hinders_a_reader_of_a_kind(
    kind: str, language: str, theme: str, visit: Visit, dashboard: str
) -> None:
    visit.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page = open_page(visit, f"{dashboard}/{PAGES[kind]}&language={language}", SHOWN)
    page.evaluate(AXE)
    assert page.locator("body").evaluate(FIND) == []
    label = page.locator(".aa-plot").first.get_attribute("aria-label") or ""
    assert len(label) > 30


@pytest.mark.parametrize("kind", sweep(PLANES, ("tiles",)))
def test_on_a_phone_a_kind_is_laid_out_anew_and_keeps_to_the_screen(kind: str, visit: Visit, dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{dashboard}/{PLANES[kind]}", SHOWN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator(".aa-plot").first.bounding_box()
    assert box is not None
    assert 300 < box["width"] <= 390
    sizes = page.evaluate("[...document.querySelectorAll('.aa-plot text')].map(one => parseFloat(one.style.fontSize))")
    assert min(size for size in sizes if size) >= 8.5


@pytest.mark.slow
def test_the_choice_of_a_kind_is_in_the_address_and_back_goes_back(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    page.get_by_role("radio", name="tiles").click()
    expect(page).to_have_url(re.compile("shown_as=tiles"))
    page.wait_for_selector(".aa-plot .bars .point", state="attached")
    page.get_by_role("radio", name="areas").click()
    page.wait_for_selector(".choroplethlayer path", state="attached")
    expect(page).not_to_have_url(re.compile("shown_as"))
