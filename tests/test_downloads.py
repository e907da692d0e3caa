"""Names and tables of what is handed over."""

from datetime import date

import pytest

from dashboard.parts.downloads import find_view, name_file
from dashboard.parts.scopes import name_chart
from dashboard.parts.selection import Selection
from dashboard.parts.words import read_words


def test_a_file_name_says_what_it_holds() -> None:
    assert name_file("map", "mentions", None, "zh") == "aidatlas-map-mentions-zh"


def test_a_file_name_has_no_signs_of_a_path() -> None:
    assert name_file("../etc/passwd") == "aidatlas-etc-passwd"


def test_a_citation_gives_no_address_that_only_this_machine_can_open() -> None:
    words = read_words("en")
    assert find_view("http://127.0.0.1:8501/compare", "codes=ITA", words) == "View: /compare?codes=ITA"
    assert find_view("http://localhost:8501", "", words) == "View: /"
    assert find_view("https://maps.example/world", "codes=ITA", words) == "https://maps.example/world?codes=ITA"


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (Selection(), "aidatlas-map-received"),
        (Selection(since=date(2020, 3, 25), until=date(2020, 3, 31), theme="experts"),
         "aidatlas-map-received-2020-03-25-to-2020-03-31-experts"),
        (Selection(language="zh", since=date(2020, 3, 1), until=date(2020, 3, 31)), "aidatlas-map-received-2020-03-zh"),
        (Selection(language="zh", until=date(2020, 3, 31), codes=("ITA", "SRB"), document="../x" * 9),
         "aidatlas-map-received-to-2020-03-31-document-x-ita-srb-zh"),
    ],
)  # fmt: skip
def test_a_file_is_named_after_its_days_and_filters(selection: Selection, name: str) -> None:
    assert name_chart(selection, "map", "received") == name
