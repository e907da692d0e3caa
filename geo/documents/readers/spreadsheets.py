"""Spreadsheets of Excel (.xlsx, .xls), sheet by sheet. Hidden sheets are read, and said to be hidden.

That a number is shown as a percent is told in .xlsx alone.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.readers.members import Members, open_members
from geo.documents.readers.sheets import MOST_CELLS, Sheet, read_sheet, spread, write_value
from geo.documents.readers.xlsx_parts import Place, find_percents, measure_sheets

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SPREADSHEET = "save it as .xlsx or CSV and read that"
_ZIP = b"PK"


def read_spreadsheet(file: BinaryIO) -> Iterator[Article | Unread]:
    """Yield the articles of each sheet in order, and the sheets that hold none."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    percents = _look_inside(file)
    workbook = _open(file)
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            hidden = " (hidden)" * (sheet.visible != SheetVisibleEnum.Visible)
            yield from _read_named(workbook, sheet.name, hidden, percents)


def _look_inside(file: BinaryIO) -> Mapping[str, frozenset[Place]]:
    """Return the cells with percents by sheet; raises ReadError for a sheet whose cells would fill the memory."""
    begins = file.read(2)
    file.seek(0)
    if begins != _ZIP:
        return {}
    with open_members(file) as members:
        _refuse_wide(members)
        percents = find_percents(members)
    file.seek(0)
    return percents


def _refuse_wide(members: Members) -> None:
    for name, cells in measure_sheets(members):
        if cells > MOST_CELLS:
            raise ReadError(
                f"{name} spans {cells} cells, more than the {MOST_CELLS} read of a sheet; delete what is far off"
            )


def _open(file: BinaryIO) -> "CalamineWorkbook":
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_filelike(file)
    except python_calamine.PasswordError as error:
        raise ReadError("it is locked with a password; save it without one and read that") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise ReadError(f"this is no spreadsheet, or it is torn ({error}); {_SPREADSHEET}") from error


def _read_named(
    workbook: "CalamineWorkbook", name: str, hidden: str, percents: Mapping[str, frozenset[Place]]
) -> Iterator[Article | Unread]:
    import python_calamine

    place = f"sheet {name}{hidden}"
    try:
        sheet = workbook.get_sheet_by_name(name)
        rows = list(_read_rows(sheet, percents.get(name, frozenset())))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        yield Unread(place, f"it is torn ({error}); {_SPREADSHEET}")
        return
    yield from read_sheet(Sheet(name, rows), place)


def _read_rows(sheet: "CalamineSheet", percents: frozenset[Place]) -> Iterator[list[str]]:
    rows = [
        [write_value(value, percent=(row, column) in percents) for column, value in enumerate(cells)]
        for row, cells in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        spread(rows, range(top, bottom + 1), range(left, right + 1))
    return iter(rows)
