"""Tables as files: what they hold, and that nothing in them is obeyed."""

import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest

from geo.exports import TableFormat, write_csv, write_geojson, write_parquet, write_table, write_xlsx

HOSTILE = ['=HYPERLINK("x")', "+1", "@SUM(1)", " =1", "＝1", "\t=1", "<img src=x onerror=alert(1)>", "http://x.example"]
TABLE = pd.DataFrame({"code": ["ITA", "SRB"], "value": [3, 1], "text": ["意大利", '=HYPERLINK("x")']})
ABOUT = {"title": "=1+1", "source": "Outlet"}


def open_book(data: bytes) -> openpyxl.Workbook:
    """Return the workbook as a spreadsheet program reads it."""
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("cell", HOSTILE[:6])
def test_a_cell_of_a_csv_that_begins_like_a_formula_becomes_text(cell: str) -> None:
    written = pd.read_csv(io.BytesIO(write_csv(pd.DataFrame({"a": [cell]}))))
    assert written["a"].iloc[0].startswith("'")


def test_a_heading_that_begins_like_a_formula_becomes_text() -> None:
    assert write_csv(pd.DataFrame({"=1": [1]})).decode("utf-8-sig").startswith("'=1")


def test_numbers_stay_numbers() -> None:
    assert write_csv(pd.DataFrame({"a": [-1]})).decode("utf-8-sig") == "a\n-1\n"


def test_a_table_opens_with_chinese_in_a_spreadsheet() -> None:
    assert write_csv(pd.DataFrame({"国": ["塞尔维亚"]})).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_workbook_holds_no_formula_and_no_link(cell: str) -> None:
    sheet = open_book(write_xlsx(pd.DataFrame({"a": [cell]}), ABOUT))["data"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].hyperlink) == (cell, "s", None)


def test_a_workbook_keeps_numbers_and_says_what_it_is() -> None:
    book = open_book(write_xlsx(TABLE, ABOUT))
    assert [cell.value for cell in book["data"]["B"]] == ["value", 3, 1]
    assert [cell.value for cell in book["about"]["B"]] == ["=1+1", "Outlet"]
    assert book["about"]["B1"].data_type == "s"


def test_a_workbook_leaves_the_unknown_empty_and_takes_any_sign() -> None:
    sheet = open_book(write_xlsx(pd.DataFrame({"a": [float("nan"), 1.5], "b": [None, "x\x00" + "y" * 40_000]}), {}))
    assert [sheet["data"]["A2"].value, sheet["data"]["A3"].value] == [None, 1.5]
    assert len(str(sheet["data"]["B3"].value)) == 32_767


def test_the_same_table_gives_the_same_workbook() -> None:
    first, second = (zipfile.ZipFile(io.BytesIO(write_xlsx(TABLE, ABOUT))) for _ in range(2))
    assert [first.read(name) for name in first.namelist()] == [second.read(name) for name in second.namelist()]


def test_parquet_gives_the_table_back() -> None:
    assert pd.read_parquet(io.BytesIO(write_parquet(TABLE))).equals(TABLE)


def test_geojson_has_a_shape_and_the_columns_of_each_country() -> None:
    features = json.loads(write_geojson(TABLE))["features"]
    properties = {one["properties"]["code"]: one["properties"] for one in features}
    assert properties["SRB"] == {"code": "SRB", "value": 1, "text": '=HYPERLINK("x")'}
    assert {one["geometry"]["type"] for one in features} <= {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize("table_format", ["csv", "xlsx", "parquet", "geojson"])
def test_a_table_without_rows_is_a_file_too(table_format: TableFormat) -> None:
    assert write_table(TABLE.head(0), table_format, ABOUT)
