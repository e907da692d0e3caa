"""Reviewed tables row by row, and what is said of a row that breaks the rules."""

from pathlib import Path

import pytest

from geo.base.errors import DataError
from geo.base.periods import parse_period
from geo.base.rows import Row, choose, index_rows, read_rows

HEADING = "code,kind,since,until"


def make(row: Row) -> str:
    """Return the kind of a row, if its period is sound."""
    parse_period(row["since"], row["until"])
    return choose(row, "kind", ("m49", "custom"))


def write(folder: Path, *rows: str) -> Path:
    """Return a small table."""
    file = folder / "table.csv"
    file.write_text("\n".join((HEADING, *rows)) + "\n", encoding="utf-8")
    return file


def test_rows_are_read_in_order_and_found_by_code(tmp_path: Path) -> None:
    file = write(tmp_path, "x,m49,,", "a,custom,2019,")
    assert list(read_rows(file, make)) == ["m49", "custom"]
    assert list(index_rows(file, make).items()) == [("x", "m49"), ("a", "custom")]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("y,odd,,", "kind is 'odd'; write one of"),
        ("y,m49,2020-13,", "'2020-13' is no date"),
        ("y,m49,2020,2019", "ends before it begins"),
        ("y,m49", "fewer fields than columns"),
        ("y,m49,,,more", "more fields than columns"),
        ("x,m49,,", "x stands there twice"),
    ],
)
def test_a_row_that_breaks_the_rules_is_named_with_its_line(row: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=rf"table\.csv, line 3: .*{complaint}"):
        index_rows(write(tmp_path, "x,m49,,", row), make)


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"table\.csv, line 2: 'colour'"):
        list(read_rows(write(tmp_path, "x,m49,,"), lambda row: row["colour"]))
