"""What a desk does every day, from the front page to the end in at most four clicks: each press of the mouse is counted."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browsing import Visit, choose_language, download, open_page, settle

MOST_CLICKS = 4
FRONT = ".aa-cards"
# Every press of the mouse, whatever it was on, also over a page that is loaded anew.
COUNT = """addEventListener("pointerdown", event => {
    if (event.isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
}, true);"""
OWN = "On 3 March 2020 China sent masks to Chile. On 4 March 2020 China sent ventilators to Ghana."
DROP = """text => {
    const files = new DataTransfer();
    files.items.add(new File([text], "own.txt", {type: "text/plain"}));
    return files;
}"""


def begin(visit: Visit, dashboard: str) -> Page:
    """Open the front page in a window in which nothing was pressed yet."""
    visit.page.add_init_script(COUNT)
    return open_page(visit, dashboard, FRONT)


def count_clicks(page: Page) -> int:
    """Return how often the mouse was pressed; a task takes at most four."""
    clicks = int(page.evaluate("sessionStorage.clicks ?? 0"))
    assert 0 < clicks <= MOST_CLICKS
    return clicks


def go(page: Page, name: str) -> None:
    """Click a page's name in the sidebar."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()


@pytest.mark.slow
def test_march_2020_is_published_in_chinese(visit: Visit, dashboard: str) -> None:
    page = begin(visit, dashboard)
    choose_language(page, "中文")
    go(page, "世界")
    page.locator(".st-key-month button", has_text="2020年3月").click()
    expect(page.locator(".aa-scope").first).to_contain_text("2020年3月")
    settle(page)
    file, picture = download(page, "", "下载 PNG")
    assert count_clicks(page) == 4
    assert file.suggested_filename == "aidatlas-map-received-2020-03-zh@2x.png"
    said = Image.open(io.BytesIO(picture))
    assert said.size[0] == 2400
    assert said.info["Title"] == "文件所述事件中的受援方"
    assert "2020年3月" in said.info["Description"]


@pytest.mark.slow
def test_the_sentence_on_serbia_is_found(visit: Visit, dashboard: str) -> None:
    page = begin(visit, dashboard)
    go(page, "Search")
    page.locator(".stTextInput input").click()
    page.keyboard.type("Serbia")
    page.keyboard.press("Enter")
    expect(page.locator(".aa-sentence mark", has_text="塞尔维亚").first).to_be_visible()
    assert count_clicks(page) == 2


def test_28_16_26_9_and_10_are_checked(visit: Visit, dashboard: str) -> None:
    page = begin(visit, dashboard)
    go(page, "Checks")
    check = page.locator(".aa-check", has_text="28 Asia + 16 Europe + 26 Africa + 9 Americas + 10 South Pacific = 89")
    expect(check).to_be_visible()
    expect(check).to_contain_text("✓ Agrees")
    expect(check.locator("mark").first).to_be_visible()
    expect(check).to_contain_text("28个亚洲国家")
    assert count_clicks(page) == 1


@pytest.mark.slow
def test_the_leading_breakdown_is_checked_on_its_own_page(visit: Visit, dashboard: str) -> None:
    page = begin(visit, dashboard)
    page.get_by_role("link", name="On the map, with its sentence").click()
    expect(page.locator(".aa-sentence mark", has_text="28个亚洲国家").first).to_be_visible()
    expect(page.locator(".stMain")).to_contain_text("The parts add up to the stated total of 89.")
    assert count_clicks(page) == 1


def test_two_spans_are_compared(visit: Visit, dashboard: str) -> None:
    page = begin(visit, dashboard)
    go(page, "Compare")
    page.get_by_role("radio", name="two maps").click()
    page.get_by_role("combobox", name="Quick choice").click()
    page.get_by_role("option", name="February 2020 | March 2020", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("February 2020 and March 2020")
    expect(page.locator(".st-key-two-maps .aa-plot")).to_have_count(2)
    page.wait_for_selector(".st-key-difference .choroplethlayer path", state="attached")
    assert count_clicks(page) == 4


@pytest.mark.slow
def test_the_link_to_a_view_is_copied_and_opens_it(visit: Visit, dashboard: str) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=dashboard)
    page = begin(visit, dashboard)
    go(page, "World")
    page.locator(".st-key-month button", has_text="March 2020").click()
    expect(page).to_have_url(re.compile("since=2020-03-01&until=2020-03-31"))
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_text("Copied. It opens on this machine only.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert count_clicks(page) == 3
    assert link == page.get_by_label("Link to this view").input_value() == page.url
    open_page(visit, link)
    expect(page.locator(".aa-scope").first).to_contain_text("March 2020")


@pytest.mark.slow
def test_a_link_that_cannot_be_copied_stands_in_a_field_until_the_reader_goes_on(visit: Visit, dashboard: str) -> None:
    page = begin(visit, dashboard)
    page.evaluate("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false;")
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_text("Copy the link from this field.")).to_be_visible()
    expect(page.get_by_label("Link to this view")).to_have_value(page.url)
    go(page, "Checks")
    expect(page.get_by_label("Link to this view")).to_be_hidden()


def test_an_own_document_is_added_and_counted(visit: Visit, made_dashboard: str) -> None:
    page = begin(visit, made_dashboard)
    headline = page.get_by_test_id("stSidebar").get_by_text("documents ·")
    expect(headline).to_contain_text("2 documents · 2 mentions")
    page.get_by_role("button", name="Add documents").click()
    zone = page.locator(".st-key-desk-form [data-testid=stFileUploaderDropzone]")
    expect(zone).to_be_visible()
    zone.dispatch_event("drop", {"dataTransfer": page.evaluate_handle(DROP, OWN)})
    page.locator(".st-key-desk-open button").click()
    expect(headline).to_contain_text("3 documents · 6 mentions")
    expect(page.locator(".aa-corpus")).to_contain_text("3 documents")
    assert count_clicks(page) == 2


@pytest.mark.slow
def test_a_pasted_text_is_added_and_counted(visit: Visit, made_dashboard: str) -> None:
    page = begin(visit, made_dashboard)
    page.get_by_role("button", name="Add documents").click()
    page.get_by_text("Paste a text").click()
    field = page.locator(".st-key-desk-text textarea")
    field.focus()
    page.keyboard.insert_text(OWN)
    field.press("ControlOrMeta+Enter")
    page.locator(".st-key-desk-open button").click()
    expect(page.locator(".aa-corpus")).to_contain_text("3 documents")
    assert count_clicks(page) <= MOST_CLICKS


def test_march_2020_is_one_click_on_the_timeline(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/timeline", ".bars .point path")
    month = page.locator(".st-key-month button", has_text="March 2020")
    month.click()
    expect(page.locator(".st-key-timeline-list-box h3")).to_contain_text("March 2020")
    expect(page.locator(".st-key-chip-until")).to_have_count(0)
    month.click()
    expect(page.locator(".st-key-timeline-list-box h3")).to_contain_text("All events")
