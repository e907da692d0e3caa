"""The rows behind a country of the map in a real browser: by the mouse's other button, by the keyboard, and by a button."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import SENTENCES, Visit, find_area, open_page, settle

PLOT = ".st-key-map-box .aa-plot"


def find_box(page: Page, name: str) -> Locator:
    """Return the box with the rows of a country or area, once it is open."""
    box = page.get_by_role("dialog")
    expect(box).to_contain_text(f"{name}: the sentences, row by row")
    return box


def close(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)


def test_the_other_button_of_the_mouse_opens_the_rows_which_can_be_taken_away(
    visit: Visit, dashboard: str, tmp_path: Path
) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    page.mouse.click(*find_area(page, "ITA"), button="right")
    box = find_box(page, "Italy")
    said = box.get_by_text(re.compile(r"^\d+ sentences$")).inner_text()
    expect(box.locator("[data-testid=stDataFrame]")).to_be_visible()
    with page.expect_download() as waiting:
        box.get_by_role("button", name="These rows as CSV").click()
    waiting.value.save_as(tmp_path / "rows.csv")
    assert waiting.value.suggested_filename.endswith("-rows-ita.csv")
    rows = list(csv.DictReader((tmp_path / "rows.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert f"{len(rows)} sentences" == said
    assert all(row["Sentence"] and row["Document key"] for row in rows)
    close(page)
    # What was looked at was not chosen.
    expect(page).not_to_have_url(re.compile("codes"))
    assert visit.refused == []


def test_the_keyboard_and_a_button_of_the_sentences_open_the_same(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?codes=SRB", SENTENCES)
    page.get_by_role("button", name="As a table").click()
    box = find_box(page, "Serbia")
    said = box.get_by_text(re.compile(r"^\d+ sentences?$")).inner_text()
    close(page)
    page.locator(PLOT).focus()
    page.keyboard.press("Home")
    expect(page.locator(f"{PLOT} [aria-live=polite]")).to_contain_text("rank 1 of")
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("dialog")).to_contain_text("the sentences, row by row")
    assert said
    close(page)


@pytest.mark.slow
def test_where_a_map_has_nothing_to_tell_the_browser_keeps_its_menu(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    page.evaluate("addEventListener('contextmenu', event => window.kept = !event.defaultPrevented)")
    room = page.locator(PLOT).bounding_box()
    assert room is not None
    page.mouse.click(room["x"] + 3, room["y"] + room["height"] - 3, button="right")
    assert page.evaluate("window.kept") is True
    expect(page.get_by_role("dialog")).to_have_count(0)
