"""A sheet is a list of documents or a table of figures, and its cells are written as somebody sees them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.file_articles import read_article_bytes
from geo.documents.reading import read_documents
from geo.documents.table_files import write_figures
from geo.store.corpus import extract
from tests.made_files import Cells, make_ods, make_xlsx, ods_sheet, pack

FIGURES: Cells = [
    ["Region", "Teams", "Share", "Sent"],
    ["Africa", 28, 0.125, date(2020, 3, 26)],
    ["Asia", 16.5, 0.5, ""],
]
LINES = ["| Region | Teams | Share | Sent |", "| Africa | 28 | 12.5% | 2020-03-26 |", "| Asia | 16.5 | 50% | |"]


def read(name: str, data: bytes) -> list[Article | Unread]:
    """Return what a file gives."""
    return list(read_article_bytes(name, data))


def read_texts(name: str, data: bytes) -> list[str]:
    """Return the texts of a file's articles."""
    return [found.text for found in read(name, data) if isinstance(found, Article)]


Make: TypeAlias = Callable[[Cells, str], bytes]
MAKERS: list[tuple[str, Make]] = [
    ("a.xlsx", lambda rows, name: make_xlsx(rows, names=[name])),
    ("a.ods", lambda rows, name: make_ods(ods_sheet(name, rows))),
]


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_the_cells_of_a_table_of_figures_are_written_as_they_are_seen(name: str, make: Make) -> None:
    (article,) = read(name, make(FIGURES, "Teams sent"))
    assert isinstance(article, Article)
    assert article.text.split("\n") == LINES
    assert (article.metadata.title, article.place, article.titled) == ("Teams sent", "sheet Teams sent", True)


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_a_sheet_with_a_column_of_texts_is_a_list_of_documents(name: str, make: Make) -> None:
    rows: Cells = [
        ["Press releases"],
        ["Title", "Text", "Date"],
        ["One", "Masks left.", date(2021, 5, 2)],
        ["Two", "", ""],
    ]
    article, unread = read(name, make(rows, "List"))
    assert isinstance(article, Article)
    assert (article.text, article.metadata[:2], article.place) == (
        "Masks left.",
        ("One", "2021-05-02"),
        "sheet List, row 3",
    )
    assert unread == Unread("sheet List, row 4", "there is no text in it")


@pytest.mark.parametrize(("form", "written"), [("0.0%", "12.5%"), ("0.000", "0.125"), ('0.0"%"', "0.125")])
def test_a_number_is_a_percent_where_its_format_says_so(form: str, written: str) -> None:
    assert f"| Africa | {written} |" in read_texts("a.xlsx", make_xlsx([["Africa", 0.125], ["Asia", 2]], form=form))[0]


def test_a_merged_heading_stands_in_each_column_and_a_merged_number_counts_for_none() -> None:
    rows: Cells = [
        ["Region", "Teams", "", "Doses"],
        ["", "2019", "2020", "2020"],
        ["Africa", "28", "", "5"],
        ["Asia", "16", "7", "8"],
    ]
    assert read_texts("a.xlsx", make_xlsx(rows, merged="B1:C1"))[0].startswith("| Region | Teams | Teams | Doses |")
    assert "| Africa | 28 ↔ | 28 ↔ | 5 |" in read_texts("a.xlsx", make_xlsx(rows, merged="B3:C3"))[0]
    cells = [
        "Africa",
        '<table:table-cell table:number-columns-spanned="2"><text:p>28</text:p></table:table-cell>',
        "<table:covered-table-cell/>",
        "5",
    ]
    assert "| Africa | 28 ↔ | 28 ↔ | 5 |" in read_texts("a.ods", make_ods(ods_sheet("x", [rows[0], cells, rows[3]])))[0]


def test_a_merged_title_over_the_whole_table_is_one_line() -> None:
    rows: Cells = [["Teams by region", ""], ["Region", "Teams"], ["Africa", 28], ["Asia", 16]]
    assert read_texts("a.xlsx", make_xlsx(rows, merged="A1:B1"))[0].startswith("Teams by region\n| Region | Teams |")


def test_hidden_sheets_are_read_and_said_to_be_hidden_and_names_of_no_meaning_are_no_title() -> None:
    found = [
        *read("a.xlsx", make_xlsx(FIGURES, FIGURES, hidden=1)),
        *read("a.ods", make_ods(ods_sheet("Sheet1", FIGURES, "off"))),
    ]
    stated = [(one.place, one.metadata.title) for one in found if isinstance(one, Article)]
    assert stated == [("sheet Sheet1", None), ("sheet Sheet2 (hidden)", None), ("sheet Sheet1 (hidden)", None)]


def test_a_sheet_without_texts_or_figures_is_told_and_an_empty_one_is_not() -> None:
    (unread,) = read("a.xlsx", make_xlsx([["id", "label"], ["x", "y"]], [[]]))
    assert isinstance(unread, Unread)
    assert unread.reason == "there is neither a column of texts nor a table of figures in it (its first row: id, label)"


def test_an_error_in_a_cell_is_a_missing_figure() -> None:
    data = make_ods(ods_sheet("x", [["Africa", 1, 2], ["Asia", "#N/A", 4], ["Europe", 3, "#DIV/0!"]]))
    assert read_texts("a.ods", data)[0].endswith("| Africa | 1 | 2 |\n| Asia | | 4 |\n| Europe | 3 | |")


# --- tables of indicators --------------------------------------------------------------------------------------------

INDICATORS: Cells = [
    ["Data Source", "Development figures"],
    [],
    ["Last Updated Date", "2024-05-30"],
    [],
    ["Country Name", "Country Code", "Indicator Name", "Indicator Code", "2019", "2020", "2021"],
    ["Kenya", "KEN", "Wheat imports (tonnes)", "A.1", 5, "", 7],
    ["Africa Eastern and Southern", "AFE", "Wheat imports (tonnes)", "A.1", 50, "..", 70],
    ["Congo, Rep.", "COG", "Wheat imports (tonnes)", "A.1", "", "", 0],
    ["Kenya", "KEN", "Rice imports (tonnes)", "A.2", 1, 2, 3],
    ["Fiji", "FJI", "Rice imports (tonnes)", "A.2", "", "", ""],
    ["Ghana", "GHA", "Rice imports (tonnes)", "A.2", 9, "", ""],
]


def to_csv(rows: Cells) -> bytes:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", to_csv(INDICATORS)),
        ("a.xlsx", make_xlsx(INDICATORS)),
        ("a.ods", make_ods(ods_sheet("Data", INDICATORS))),
    ],
)
def test_indicators_by_place_and_year_are_a_table_each_and_empty_cells_are_missing(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    corpus = extract(read_documents(tmp_path / name))
    figures = corpus.table("quantities")
    columns = (figures[name] for name in ("scope", "date", "value", "unit"))
    found = {(scope, str(day)[:4], value, unit) for scope, day, value, unit in zip(*columns, strict=True)}
    assert found >= {
        ("KEN", "2019", 5, "tonnes"),
        ("KEN", "2021", 7, "tonnes"),
        ("COG", "2021", 0, "tonnes"),
        ("KEN", "2020", 2, "tonnes"),
    }
    assert [len(figures[figures.scope == code]) for code in ("KEN", "COG", "GHA")] == [5, 1, 1]
    assert set(figures.scope.dropna()) == {"KEN", "COG", "GHA"}


def test_rows_of_place_year_and_value_are_turned_into_a_column_a_year() -> None:
    rows = [
        "Country or Area,Year,Variant,Value",
        "Kenya,2020,Medium,5",
        "Kenya,2019,Medium,4",
        "Ghana,2020,Medium,6",
        "Kenya,2020,High,9",
    ]
    assert write_figures("\n".join(rows)) == "\n".join(
        [
            "Medium",
            "| Country or Area | 2019 | 2020 |",
            "| Kenya | 4 | 5 |",
            "| Ghana | | 6 |",
            "High",
            "| Country or Area | 2020 |",
            "| Kenya | 9 |",
        ]
    )
    codes = ["LOCATION,INDICATOR,TIME,Value,Flag Codes", "KEN,Masks,2020,5,E", "GHA,Masks,2020,6,"]
    assert write_figures("\n".join(codes)) == "Masks\n| LOCATION | 2020 |\n| KEN | 5 |\n| GHA | 6 |"


def test_two_values_for_one_place_and_year_are_not_made_into_one() -> None:
    text = "Country,Year,Value\nKenya,2020,5\nKenya,2020,6"
    assert write_figures(text) == "| Country | Year | Value |\n| Kenya | 2020 | 5 |\n| Kenya | 2020 | 6 |"


# --- hostile ones ----------------------------------------------------------------------------------------------------


def test_a_cell_at_the_far_end_of_a_sheet_does_not_fill_the_memory() -> None:
    sheet = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(ReadError, match=r"sheet1\.xml spans 17179869184 cells"):
        read("a.xlsx", pack({"xl/worksheets/sheet1.xml": sheet}))
    full = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="9999"><text:p>1</text:p></table:table-cell></table:table-row>'
    (unread,) = read("a.ods", make_ods(f'<table:table table:name="x">{full}</table:table>'))
    assert isinstance(unread, Unread)
    assert "more than the 5000000 cells" in unread.reason


@pytest.mark.parametrize("tenth", range(10))
@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_a_torn_spreadsheet_is_refused_in_words(name: str, make: Make, tenth: int) -> None:
    data = make(FIGURES, "Teams")
    with pytest.raises(ReadError, match=r"save|empty"):
        read(name, data[: len(data) * tenth // 10])


def test_csv_under_the_name_of_a_spreadsheet_is_read_as_csv() -> None:
    assert "| Africa | 12 |" in read("a.xls", b"Region;Teams\nAfrica;12\nEurope;5\n")[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Population, total", "people"),
        ("Population, male", "people"),
        ("Urban population", "people"),
        ("Population ages 0-14, total", "people"),
        ("Refugee population by country or territory of asylum", "people"),
        ("Labor force, total", "people"),
        ("Armed forces personnel, total", "people"),
        ("Land area (sq. km)", "area"),
        ("Arable land (hectares)", "land"),
        ("Life expectancy at birth, total (years)", "expectancy"),
        ("Population density (people per sq. km of land area)", "density"),
        ("GDP (current US$)", "USD"),
        ("GDP in EUR", "EUR"),
        ("GDP, PPP (current international $)", "gdp"),
        ("GDP (current LCU)", "gdp"),
        ("Population growth (annual %)", "percent"),
        ("Population, female (% of total population)", "percent"),
        ("Access to electricity (% of population)", "percent"),
        ("Number of under-five deaths", "death"),
        ("Wheat imports (tonnes)", "tonnes"),
    ],
)
def test_the_name_of_an_indicator_says_what_its_years_count(tmp_path: Path, name: str, unit: str) -> None:
    rows: Cells = [
        ["Country Name", "Country Code", "Indicator Name", "2019", "2020"],
        ["Kenya", "KEN", name, 51, 52],
        ["Ghana", "GHA", name, 30, ""],
        ["Mali", "MLI", name, 19, 20],
    ]
    (tmp_path / "a.csv").write_bytes(to_csv(rows))
    figures = extract(read_documents(tmp_path)).table("quantities")
    assert set(figures["unit"]) == {unit}
    assert sorted(figures["value"]) == [19, 20, 30, 51, 52]
