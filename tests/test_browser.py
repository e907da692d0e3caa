"""The whole in a real browser, with every request but to the app's own address blocked."""

import re

import pytest
from playwright.sync_api import expect

from geo.charts import Look, chart_countries
from geo.store.corpus import Corpus, Where
from tests.browsing import CARD, MAP, SENTENCES, Visit, click_area, open_page, point_at_area, settle, sweep


def test_the_map_draws_at_least_240_areas_and_no_request_leaves(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    drawn = page.locator(MAP).evaluate_all("paths => new Set(paths.map(p => p.__data__.loc)).size")
    assert drawn >= 240
    assert visit.refused == []


def test_what_is_asked_of_another_machine_is_refused_and_noted(visit: Visit) -> None:
    # A page without a policy, which would keep it from asking.
    visit.page.goto("about:blank")
    assert visit.page.evaluate("fetch('http://192.0.2.1/').catch(error => error.name)") == "TypeError"
    assert visit.refused == ["http://192.0.2.1/"]


@pytest.mark.slow
def test_the_whole_world_is_in_view_without_scrolling(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    box = page.locator(".st-key-map-box .aa-plot").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 800


def test_hovering_shows_name_code_and_count(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    point_at_area(page, "ITA")
    expect(page.locator(CARD)).to_contain_text("Italy ITA · IT")


def test_a_click_opens_the_sentences_and_clear_takes_it_back(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    click_area(page, "IRN")
    expect(page.locator(f"{SENTENCES} mark").get_by_text("伊朗", exact=True).first).to_be_visible()
    expect(page).to_have_url(re.compile("codes=IRN"))
    page.locator(".st-key-clear button").click()
    expect(page.locator(SENTENCES)).to_have_count(0)


@pytest.mark.slow
def test_the_same_country_opens_again_after_it_was_cleared(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world")
    click_area(page, "IRN")
    page.locator(".st-key-clear button").click()
    expect(page.locator(SENTENCES)).to_have_count(0)
    click_area(page, "IRN")


@pytest.mark.slow
def test_a_link_opens_the_same_view(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?codes=SRB&language=zh")
    expect(page.locator(".st-key-evidence-box h3")).to_have_text("塞尔维亚")
    expect(page.locator(f"{SENTENCES} mark").get_by_text("塞尔维亚", exact=True).first).to_be_visible()


def test_a_row_of_the_table_opens_the_sentences(visit: Visit, dashboard: str, seeds: Corpus) -> None:
    first = chart_countries(seeds, "received", Where(without=("CHN",)), Look()).rows["name"][0]
    page = open_page(visit, f"{dashboard}/world")
    table = page.locator(".st-key-below-box canvas").first
    table.scroll_into_view_if_needed()
    settle(page)
    table.click(position={"x": 15, "y": 53}, force=True)
    expect(page.locator(".st-key-evidence-box h3")).to_have_text(first)


@pytest.mark.slow
def test_the_pacific_view_draws_the_small_states_as_dots(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?frame=pacific")
    shown = page.locator(MAP).evaluate_all("paths => paths.map(p => p.__data__.loc)")
    assert {"FJI", "NZL", "TON", "WSM"} <= set(shown)


@pytest.mark.parametrize("language", sweep(("en", "zh"), ("zh",)))
def test_the_regions_page_shows_the_check_and_the_sentence(visit: Visit, dashboard: str, language: str) -> None:
    page = open_page(visit, f"{dashboard}/regions?language={language}")
    expect(page.locator(".stAlert")).to_contain_text("89")
    for marked in ("28个亚洲国家", "10个南太国家"):
        expect(page.locator(".aa-sentence mark").get_by_text(marked, exact=True).first).to_be_visible()
    assert visit.refused == []


def test_the_documents_page_marks_what_was_read(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/documents", ".aa-text mark.aa-country")
    expect(page.locator(".aa-text mark.aa-quantity, .aa-text mark.aa-region").first).to_be_visible()


@pytest.mark.slow
def test_another_page_and_back_keeps_the_language(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?language=zh")
    page.get_by_role("link", name="区域").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("文件所述的区域分布")
