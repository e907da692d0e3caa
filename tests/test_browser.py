"""The whole in a real browser, with every request but to the app's own address blocked."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Dialog, expect

from geo.charts import Look, chart_countries
from geo.corpus import Corpus, Where
from tests.browsing import MAP, SENTENCES, click_area, find_area, open_page
from tests.conftest import Visit


def test_the_map_draws_at_least_240_areas_and_no_request_leaves(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    drawn = page.locator(MAP).evaluate_all("paths => new Set(paths.map(p => p.__data__.loc)).size")
    assert drawn >= 240
    assert visit.refused == []


def test_the_whole_world_is_in_view_without_scrolling(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    box = page.locator(".st-key-map-box .aa-plot").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 800


def test_hovering_shows_name_code_and_count(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    page.mouse.move(*find_area(page, "ITA"))
    expect(page.locator(".hoverlayer .hovertext").first).to_contain_text("Italy · ITA · IT")


def test_a_click_opens_the_sentences_and_clear_takes_it_back(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    click_area(page, "IRN")
    assert "伊朗" in page.locator(f"{SENTENCES} mark").all_inner_texts()
    expect(page).to_have_url(re.compile("codes=IRN"))
    page.locator(".st-key-clear button").click()
    expect(page.locator(SENTENCES)).to_have_count(0)


def test_the_same_country_opens_again_after_it_was_cleared(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    click_area(page, "IRN")
    page.locator(".st-key-clear button").click()
    expect(page.locator(SENTENCES)).to_have_count(0)
    page.wait_for_timeout(800)
    click_area(page, "IRN")


def test_a_link_opens_the_same_view(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?codes=SRB&language=zh")
    expect(page.locator(".st-key-evidence-box h3")).to_have_text("塞尔维亚")
    assert set(page.locator(f"{SENTENCES} mark").all_inner_texts()) >= {"塞尔维亚"}


def test_a_row_of_the_table_opens_the_sentences(visit: Visit, dashboard: str, seeds: Corpus) -> None:
    first = chart_countries(seeds, "received", Where(without=("CHN",)), Look()).rows["name"][0]
    page = open_page(visit, dashboard)
    table = page.locator(".st-key-below-box canvas").first
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    table.click(position={"x": 15, "y": 53}, force=True)
    expect(page.locator(".st-key-evidence-box h3")).to_have_text(first)


def test_the_pacific_view_draws_the_small_states_as_dots(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?frame=pacific")
    shown = page.locator(MAP).evaluate_all("paths => paths.map(p => p.__data__.loc)")
    assert {"FJI", "NZL", "TON", "WSM"} <= set(shown)


def test_the_chart_gives_a_picture_from_its_own_menu(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, dashboard)
    page.locator(".st-key-map-box .aa-plot").hover()
    with page.expect_download(timeout=60_000) as waiting:
        page.locator(".st-key-map-box .modebar-btn").first.click()
    assert waiting.value.suggested_filename == "aidatlas-map-received-world.png"
    assert Image.open(waiting.value.path()).width > 1000


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_regions_page_shows_the_check_and_the_sentence(visit: Visit, dashboard: str, language: str) -> None:
    page = open_page(visit, f"{dashboard}/regions?language={language}")
    expect(page.locator(".stAlert")).to_contain_text("89")
    marked = page.locator(".aa-sentence mark").all_inner_texts()
    assert {"28个亚洲国家", "10个南太国家"} <= set(marked)
    assert visit.refused == []


def test_the_documents_page_marks_what_was_read(visit: Visit, dashboard: str) -> None:
    visit.page.goto(f"{dashboard}/documents")
    visit.page.wait_for_selector(".aa-text mark.aa-country", timeout=60_000)
    assert visit.page.locator(".aa-text mark.aa-quantity, .aa-text mark.aa-region").count() > 0


def test_another_page_and_back_keeps_the_language(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/?language=zh")
    page.get_by_role("link", name="区域").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("文件所述的区域分布")


def test_a_title_of_markup_is_shown_as_text(visit: Visit, serve: Callable[..., str], tmp_path: Path) -> None:
    title = "<img src=x onerror=alert(1)> $\\href{javascript:alert(1)}{x}$"
    (tmp_path / "documents.csv").write_text(f'path,title\na.txt,"{title}"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Serbia thanked Italy for the masks it had sent.\n", encoding="utf-8")
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", note)
    page = open_page(visit, f"{serve(tmp_path)}/?measure=mentions&codes=SRB")
    expect(page.locator(".aa-source").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert dialogs == []
    assert visit.refused == []
