"""The choices of how the map is drawn: what each does to the address and to the map."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.parts.maps.options import make_map_options
from dashboard.parts.selection import Selection
from geo.charts import Labels, Look, MapOptions, chart_map
from tests.pages import OpenPage, make_page
from tests.test_world import open_with, read_address

CHART = chart_map({"ITA": 1, "SRB": 5, "FRA": 9}, {}, Labels("Title", "mentions", "Source"), Look())


@pytest.fixture
def page(made_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the dashboard on a small corpus, not yet run."""
    return make_page(monkeypatch, "world", made_folder)


def test_the_first_map_is_that_of_the_first_selection() -> None:
    assert make_map_options(Selection(), CHART) == MapOptions()


def test_own_limits_begin_as_those_that_the_map_has() -> None:
    options = make_map_options(Selection(classes="own"), CHART)
    assert (options.method, options.limits) == ("own", (1, 5, 9))
    assert make_map_options(Selection(classes="own", limits=(2, 4)), CHART).limits == (2, 4)


def test_a_map_without_a_value_has_no_limits_to_begin_with() -> None:
    empty = chart_map({}, {}, CHART.labels, Look())
    assert make_map_options(Selection(classes="own"), empty).method == "quantiles"


def test_what_is_chosen_is_named_unless_the_reader_wants_no_names() -> None:
    assert make_map_options(Selection(codes=("ITA",)), CHART).labels == ("ITA",)
    assert make_map_options(Selection(codes=("ITA",), names=False), CHART).labels == ()


def test_every_choice_goes_to_the_address_and_one_button_takes_all_back(page: AppTest) -> None:
    open_with(page).selectbox(key="filter-projection-0").set_value("globe").run()
    page.selectbox(key="filter-hue-0").set_value("purples").run()
    page.toggle(key="filter-names-0").set_value(False).run()
    assert read_address(page) == {"hue": "purples", "projection": "globe", "names": "False"}
    page.button(key="draw-first").click().run()
    assert read_address(page) == {}


def test_limits_are_written_as_text_and_kept_in_the_address(page: AppTest) -> None:
    open_with(page, classes="own").text_input(key="filter-limits-0").set_value("1, 5, 20").run()
    assert read_address(page) == {"classes": "own", "limits": "1.5.20"}
    assert not page.exception


@pytest.mark.parametrize("text", ["5, 1", "many", "0, 3", "1.5", "1,2,3,4,5,6,7,8", "9" * 50])
def test_what_is_no_limits_is_said_and_changes_nothing(page: AppTest, text: str) -> None:
    open_with(page, classes="own", limits="1.2").text_input(key="filter-limits-0").set_value(text).run()
    assert read_address(page) == {"classes": "own", "limits": "1.2"}
    assert any("these are no limits" in one.value for one in page.caption)
    assert page.text_input(key="filter-limits-0").value == text


def test_a_part_of_the_world_says_that_its_projection_is_its_own(page: AppTest) -> None:
    open_with(page, frame="europe")
    assert any("true in size" in one.value for one in page.caption)


def test_the_page_diverges_around_a_value_of_the_address(open_page: OpenPage) -> None:
    page = open_page("world", measure="mentions", classes="around", midpoint="3")
    assert page.number_input[0].value == 3
    assert "Colours" not in {one.label for one in page.selectbox}
    page.number_input[0].set_value(5).run()
    assert page.query_params["midpoint"] == "5"


def test_without_a_value_the_page_names_the_middle_one(open_page: OpenPage) -> None:
    assert open_page("world", measure="mentions", classes="around").number_input[0].value == 1
