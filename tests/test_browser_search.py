"""From words, bars and left-out names to the sentence in its document, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visit, click_middle, open_page, settle

FILLER = "Nothing of note was said that day by anybody who was there. "


def read_marked(page: Page) -> str:
    """Return the sentence that a document is opened at, once it is in sight."""
    marked = page.locator("mark.aa-found").first
    expect(marked).to_be_in_viewport()
    settle(page)
    expect(marked).to_be_in_viewport()
    return marked.inner_text()


def test_words_lead_to_a_sentence_and_that_to_its_place_in_the_document(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/search", ".stTextInput input")
    field = page.locator(".stTextInput input")
    field.fill("德国 疫苗")
    field.press("Enter")
    found = page.locator(".aa-sentence", has=page.locator("mark.aa-chosen", has_text="疫苗"))
    expect(found.first).to_be_visible()
    expect(page).to_have_url(re.compile("query="))
    sentence = found.last.inner_text()
    found.last.locator(".aa-open-document").click()
    expect(page).to_have_url(re.compile("documents.*sentence="))
    assert sentence.startswith(read_marked(page)[:8])
    page.go_back()
    expect(page.locator(".stTextInput input")).to_have_value("德国 疫苗")
    assert visit.refused == []


def test_a_bar_leads_to_the_sentences_of_its_acts(visit: Visit, made_dashboard: str) -> None:
    page = open_page(visit, f"{made_dashboard}/compare", ".bars .point path")
    click_middle(page, page.locator(".bars .point path").first)
    expect(page.locator(".st-key-behind .aa-sentence").first).to_contain_text("Italy")
    page.get_by_text("Its sentences are below the chart.").click()
    expect(page.locator(".aa-behind")).to_be_in_viewport()


@pytest.mark.slow
def test_a_part_of_a_breakdown_leads_to_its_sentence(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/regions", ".bars .point path")
    bar = page.locator(".bars .point path").first
    bar.scroll_into_view_if_needed()
    click_middle(page, bar)
    expect(page.locator(".st-key-behind mark")).to_have_text("28个亚洲国家")


@pytest.mark.slow
def test_a_name_that_was_not_coded_leads_to_its_place(visit: Visit, serve: Callable[..., str], tmp_path: Path) -> None:
    text = (
        f"{FILLER * 3}\n\n" * 30 + "Michael Jordan scored twice for the team last night.\n\n" + f"{FILLER * 3}\n\n" * 30
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    page = open_page(visit, f"{serve(tmp_path)}/search", ".stTextInput input")
    page.get_by_text(re.compile(r"Names not coded \(1\)")).click()
    expect(page.locator(".aa-left-out")).to_contain_text(
        "Jordan · looks like Jordan · part of a longer name: Michael Jordan"
    )
    page.locator(".aa-open-document").click()
    assert "Michael Jordan scored twice" in read_marked(page)
