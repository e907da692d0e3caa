"""The months that stand beside the filters."""

from datetime import date

import pytest

from geo.charts import Span
from geo.charts.sides import list_leading_months
from geo.store.corpus import Corpus
from tests.made import make_corpus
from tests.pages import OpenPage, run

FEBRUARY = Span(date(2020, 2, 1), date(2020, 2, 29))
MARCH = Span(date(2020, 3, 1), date(2020, 3, 31))


def test_months_with_little_are_no_short_way(seeds: Corpus) -> None:
    assert list_leading_months(seeds) == (FEBRUARY, MARCH)


def test_where_all_lies_in_one_month_there_is_none_to_choose() -> None:
    assert list_leading_months(make_corpus()) == ()


@pytest.mark.parametrize("name", ["world", "timeline", "checks", "search"])
def test_a_month_is_chosen_and_let_go(open_page: OpenPage, name: str) -> None:
    page = open_page(name)
    page.button_group(key="month").set_value(MARCH)
    run(page)
    assert "2020-03-01" in str(page.query_params["since"])
    assert "2020-03-31" in str(page.query_params["until"])
    assert "chip-until" not in [button.key for button in page.button]
    page.button_group(key="month").set_value(None)
    run(page)
    assert "since" not in page.query_params


def test_days_that_are_no_offered_month_are_a_chip_and_no_month(open_page: OpenPage) -> None:
    page = open_page("world", since="2020-03-01", until="2020-03-30")
    assert "chip-until" in [button.key for button in page.button]
    assert not page.button_group(key="month").value
