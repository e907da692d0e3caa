"""Tables as files that are handed over: CSV, XLSX, Parquet and GeoJSON.

No cell of a text is obeyed by the program that opens the file: what begins like a formula becomes plain text.
"""

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import pandas as pd
import xlsxwriter

from geo.maps.boundaries import Boundaries, read_boundaries

TableFormat = Literal["csv", "xlsx", "parquet", "geojson"]

_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]")
# What XML 1.0 has no sign for, and half a pair of a broken character.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_767  # what a cell of a spreadsheet holds
# The same table gives the same bytes: no file says when it was made.
_NO_TIME = datetime(2000, 1, 1)
_WIDEST = 60
_DIGITS = 2  # of a degree: about a kilometre, less than the simplified shapes are off


def write_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8 with a byte-order mark; cells that begin like a formula become plain text."""
    return make_cells_plain(table).to_csv(index=False).encode("utf-8-sig", "replace")


def make_cells_plain(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose cells and headings, where they begin like a formula, have an apostrophe before them."""
    safe = {
        _make_text(str(name)): [_make_text(cell) if isinstance(cell, str) else cell for cell in table[name].tolist()]
        for name in table.columns
    }
    return pd.DataFrame(safe)


def _make_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def write_xlsx(table: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """Return a table as a workbook: the table, and a second sheet that says what it is, a row an entry of `about`."""
    file = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, plain) as book:
        book.set_properties({"created": _NO_TIME})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("data")
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table), 1), max(len(table.columns) - 1, 0))
        for place, name in enumerate(table.columns):
            sheet.write_string(0, place, _fit(str(name)), bold)
            _write_column(sheet, place, str(name), table[name].tolist())
        notes = book.add_worksheet("about")
        notes.set_column(1, 1, 2 * _WIDEST)
        for row, (key, text) in enumerate(about.items()):
            notes.write_string(row, 0, _fit(key), bold)
            notes.write_string(row, 1, _fit(text))
    return file.getvalue()


def _write_column(sheet: xlsxwriter.worksheet.Worksheet, place: int, name: str, cells: list[object]) -> None:
    widest = max(len(name), *(len(str(cell)) for cell in cells)) + 2 if cells else len(name) + 2
    sheet.set_column(place, place, min(widest, _WIDEST))
    for row, cell in enumerate(cells, 1):
        if isinstance(cell, bool) or not isinstance(cell, (int, float)):
            sheet.write_string(row, place, "" if cell is None or cell is pd.NaT else _fit(str(cell)))
        elif not pd.isna(cell):
            sheet.write_number(row, place, cell)


def _fit(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)[:_LONGEST_CELL]


def write_parquet(table: pd.DataFrame) -> bytes:
    """Return a table as Parquet."""
    file = io.BytesIO()
    table.to_parquet(file, index=False)
    return file.getvalue()


def write_geojson(table: pd.DataFrame, shapes: Boundaries | None = None) -> bytes:
    """Return a table of countries and areas as GeoJSON: its columns as properties, by its column `code` the shapes.

    `shapes` (code, geometry) are boundaries of the user's own. A shape has the precision of the map, about a kilometre;
    a code without a shape is left out.
    """
    shown = (read_boundaries() if shapes is None else shapes)[["code", "geometry"]]
    shown = shown.assign(geometry=shown.geometry.set_precision(10**-_DIGITS))
    joined = shown.merge(table, on="code", how="inner")
    text: str = joined.set_geometry("geometry").to_json(drop_id=True, ensure_ascii=False)
    return text.encode("utf-8", "replace")


def write_table(
    table: pd.DataFrame, table_format: TableFormat, about: Mapping[str, str], shapes: Boundaries | None = None
) -> bytes:
    """Return a table as a file of the format; `about` goes into a workbook's second sheet, `shapes` into GeoJSON."""
    if table_format == "xlsx":
        return write_xlsx(table, about)
    if table_format == "geojson":
        return write_geojson(table, shapes)
    return write_csv(table) if table_format == "csv" else write_parquet(table)
