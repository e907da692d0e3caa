"""The kinds of charts on the pages *World* and *Compare*, without a browser."""

from pathlib import Path

import pytest

from geo.charts.chart_kinds import list_keys
from tests.pages import OpenPage


@pytest.mark.parametrize("kind", list_keys("countries"))
def test_the_page_world_shows_a_kind_and_says_how_to_read_it(kind: str, open_page: OpenPage) -> None:
    page = open_page("world", shown_as=kind, language="zh")
    assert [one.label for one in page.button_group if one.value == kind] == ["显示为"]
    assert any("方格" in one.value or "圆圈" in one.value for one in page.caption)


def test_tiles_offer_no_projection_and_no_arcs(open_page: OpenPage) -> None:
    page = open_page("world", shown_as="tiles")
    labels = {one.label for one in page.selectbox} | {one.label for one in page.toggle}
    assert "Classes" in labels
    assert not {"Projection", "Show", "Show flows"} & labels


@pytest.mark.parametrize("kind", [*list_keys("bars"), *list_keys("sides")])
def test_the_page_compare_shows_a_kind_with_its_table(kind: str, open_page: OpenPage) -> None:
    page = open_page("compare", figure=kind, measure="mentions", codes="ITA")
    assert len(page.dataframe) == 1
    assert any("Italy" in one.value for one in [*page.subheader, *page.caption])


def test_without_two_sides_a_comparison_says_so(open_page: OpenPage, empty_folder: Path) -> None:
    page = open_page("compare", empty_folder, figure="slope")
    assert page.info[0].value


@pytest.mark.parametrize(("page", "query"), [("world", {"shown_as": "x"}), ("compare", {"figure": "tiles"})])
def test_a_kind_that_the_page_does_not_have_is_as_at_first(
    page: str, query: dict[str, str], open_page: OpenPage
) -> None:
    shown = open_page(page, **query)
    [name] = query
    assert shown.session_state[name] == {"shown_as": "areas", "figure": "bars"}[name]
