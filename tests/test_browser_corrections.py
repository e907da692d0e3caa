"""Corrections in a browser: a wrong name marked, the counts of every page fall, undo, and the file opened again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import SENTENCES, Visit, open_page, settle

TEXT = """3月23日
中国国家主席同埃及总统通电话。
中国向塞尔维亚派出医疗专家组。
3月24日
中国向老挝派出医疗专家组。
"""


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """Return the address of a dashboard on a chronicle that states no year."""
    folder = tmp_path_factory.mktemp("chronicle")
    (folder / "chronicle.txt").write_text(TEXT, encoding="utf-8")
    return serve(folder)


def count_rows(page: Page) -> str:
    """Return how many countries or areas the page *World* says that its table has."""
    return (
        page.get_by_role("heading", level=3)
        .filter(has_text=re.compile("countries or areas|country or area"))
        .inner_text()
    )


def mark_wrong(page: Page, number: int) -> None:
    """Open the correction of the first sentence and mark a thing in it wrong."""
    page.locator("button.aa-correct").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name="wrong").nth(number).click()
    settle(page)
    dialog.get_by_label("Why").fill("a ship of that name")
    dialog.get_by_role("button", name="Apply").click()
    page.get_by_role("button", name="1 correction").wait_for()
    settle(page)


def test_a_wrong_name_is_marked_undone_and_marked_again_by_its_file(
    visit: Visit, chronicle: str, tmp_path: Path
) -> None:
    page = open_page(visit, f"{chronicle}/world?measure=received&codes=SRB", SENTENCES)
    assert count_rows(page) == "2 countries or areas"
    mark_wrong(page, 1)
    assert count_rows(page) == "1 country or area"
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download file").click()
    waiting.value.save_as(tmp_path / "corrections.csv")
    page.get_by_role("link", name="Documents").click()
    expect(page.get_by_text("5 mentions", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    expect(page.get_by_text("6 mentions", exact=False).first).to_be_visible()
    page.get_by_text("Corrections from a file").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "corrections.csv")
    page.get_by_role("button", name="1 correction").wait_for()
    page.get_by_role("link", name="World").click()
    page.get_by_role("heading", name="1 country or area").wait_for()
    assert visit.refused == []


@pytest.mark.slow
def test_the_year_given_to_a_chronicle_draws_its_events(visit: Visit, chronicle: str) -> None:
    page = open_page(visit, f"{chronicle}/timeline", ".aa-undated")
    assert "3 events have no day" in page.locator(".aa-undated").inner_text()
    page.locator(".aa-undated a").first.click()
    page.get_by_label("Year or date").first.fill("2020")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="1 correction").wait_for()
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_selector(".bars .point path", state="attached")
    settle(page)
    expect(page.locator(".aa-undated")).to_be_hidden()
    expect(page.get_by_text("23 March 2020 (heading)", exact=False).first).to_be_visible()


@pytest.mark.slow
def test_two_acts_of_the_list_are_made_one(visit: Visit, chronicle: str) -> None:
    page = open_page(visit, f"{chronicle}/timeline", ".aa-event")
    page.get_by_role("heading", name="All events: 3 events").wait_for()
    page.get_by_role("button", name="Same act as the one above").first.click()
    page.get_by_role("heading", name="All events: 2 events").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name="All events: 3 events").wait_for()


def test_a_sentence_that_was_checked_says_so_and_the_file_keeps_it(
    visit: Visit, chronicle: str, tmp_path: Path
) -> None:
    page = open_page(visit, f"{chronicle}/world?measure=received&codes=SRB", SENTENCES)
    before = count_rows(page)
    page.locator("button.aa-correct").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("I have checked this sentence").click()
    settle(page)
    dialog.get_by_role("button", name="Apply").click()
    expect(page.locator(SENTENCES).first).to_contain_text("✓ checked")
    expect(page.get_by_role("button", name="Add documents")).to_be_visible()
    assert count_rows(page) == before
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download file").click()
    waiting.value.save_as(tmp_path / "corrections.csv")
    rows = (tmp_path / "corrections.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert rows
    assert all(",right," in row for row in rows)
    page.get_by_role("button", name="How was this counted?").first.click()
    expect(page.get_by_text(re.compile("were checked by hand and found right"))).to_be_visible()
