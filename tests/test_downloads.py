"""Names and tables of what is handed over."""

import io

import pandas as pd
import pytest

from dashboard.parts.downloads import name_file, write_csv


def test_a_file_name_says_what_it_holds() -> None:
    assert name_file("map", "mentions", None, "zh") == "aidatlas-map-mentions-zh"


def test_a_file_name_has_no_signs_of_a_path() -> None:
    assert name_file("../etc/passwd") == "aidatlas-etc-passwd"


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "@SUM(1)", " =1", "＝1", "\t=1"])
def test_a_cell_that_begins_like_a_formula_becomes_text(cell: str) -> None:
    written = pd.read_csv(io.BytesIO(write_csv(pd.DataFrame({"a": [cell]}))))
    assert written["a"].iloc[0].startswith("'")


def test_numbers_stay_numbers() -> None:
    assert write_csv(pd.DataFrame({"a": [-1]})).decode("utf-8-sig") == "a\n-1\n"


def test_a_table_opens_with_chinese_in_a_spreadsheet() -> None:
    assert write_csv(pd.DataFrame({"国": ["塞尔维亚"]})).startswith(b"\xef\xbb\xbf")
