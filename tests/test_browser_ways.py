"""The dashboard by keyboard alone and on a phone, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browsing import SHOWN, Visit, choose_address, close_tour, open_page, settle, sweep

BOX = "[data-testid=stPopoverBody]"
# The name of what has the focus, in a component of its own too, and whether it can be seen, and that it has the focus.
FOCUSED = """() => {
    let one = document.activeElement;
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    const box = one.getBoundingClientRect();
    const marked = one.tagName === 'INPUT' || getComputedStyle(one).outlineStyle !== 'none';
    return [one.getAttribute('aria-label') || '', box.width > 0 && box.height > 0 && marked];
}"""
# What stands out of the screen on the right and can be used.
WIDER = """() => [...document.querySelectorAll('.stMain button, .stMain input, .stMain a')]
    .filter(one => { const box = one.getBoundingClientRect();
        return box.width > 0 && box.right > innerWidth + 1 && !one.closest('[data-testid=stDataFrame]'); })
    .map(one => one.outerHTML.slice(0, 160))"""


def test_a_country_is_chosen_and_read_with_the_keyboard_alone(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    for _ in range(60):
        page.keyboard.press("Tab")
        name, seen = page.evaluate(FOCUSED)
        assert seen, "the focus cannot be seen"
        if "Countries and areas" in name:
            break
    page.keyboard.type("Serbia")
    expect(page.get_by_role("option", name="Serbia", exact=True)).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-sentences .aa-sentence").first).to_be_visible()
    expect(page.locator(".st-key-evidence-box h3")).to_contain_text("Serbia")


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", sweep(SHOWN))
def test_a_phone_needs_no_sideways_scrolling(visit: Visit, dashboard: str, name: str, language: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = open_page(visit, f"{dashboard}/{name}?language={language}{choose_address(name)}", SHOWN[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(WIDER) == []
    assert not page.locator("[data-testid=stSidebar][aria-expanded=true]").count()


def test_a_box_on_a_phone_opens_where_all_of_it_has_room(visit: Visit, dashboard: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = open_page(visit, f"{dashboard}/world?language=zh")
    for name in ("图片", "引用"):
        page.locator("[data-testid=stPopover] button").filter(has_text=name).first.click()
        page.locator(f"{BOX} .stElementContainer").first.wait_for()
        settle(page)
        assert page.locator(BOX).evaluate("box => box.scrollHeight <= box.clientHeight + 1"), name
        page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("address", "said"),
    sweep(
        [
            ("compare", r"\w+.*\d"),
            ("compare?figure=slope", r"\w+"),
            ("world?shown_as=tiles&measure=mentions", r"· [A-Z]{3}"),
        ],
        (("compare", r"\w+.*\d"),),
    ),
)
def test_the_arrow_keys_lead_through_every_chart_and_enter_chooses(
    visit: Visit, dashboard: str, address: str, said: str
) -> None:
    page = open_page(visit, f"{dashboard}/{address}", ".js-plotly-plot .point, .js-plotly-plot .points")
    plot = page.locator(".js-plotly-plot:visible").first
    plot.focus()
    page.keyboard.press("ArrowRight")
    first = page.locator(".aa-spoken").filter(has_text=re.compile(r"\w")).first
    expect(first).to_have_text(re.compile(said))
    before = first.inner_text()
    page.keyboard.press("ArrowRight")
    expect(first).not_to_have_text(before)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("codes=|theme=|kind="))


def test_on_a_touch_screen_the_tools_of_a_table_hide_no_line(browser: Browser, dashboard: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    close_tour(context)
    try:
        page = open_page(Visit(context.new_page()), f"{dashboard}/documents", SHOWN["documents"])
        tools = page.locator(".stMain [data-testid=stElementToolbar]").first.bounding_box()
        line = page.get_by_text("Click a row to read the document").bounding_box()
        assert tools is not None
        assert line is not None
        assert line["y"] + line["height"] <= tools["y"] + 8, "the tools have a margin of their own"
    finally:
        context.close()
