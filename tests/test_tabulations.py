"""Tables inside documents: what their cells count, whom their rows name, and what their columns add up to."""

import json
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import Date
from geo.documents.reading import read_documents
from geo.names.mentions import read_mentions
from geo.statements.checks import check_sums
from geo.statements.quantities import read_quantities
from geo.statements.tabulations.table_statements import Tabulation, add_tables
from geo.store.corpus import Corpus, extract
from tests.timings import count_turns

CASES = Path(__file__).parent / "cases"
# Regions that do not overlap, as rows of a table that is made for a test.
REGIONS = ("Africa", "Asia", "Europe", "Oceania", "COVAX", "Others")


class Case(TypedDict, total=False):
    """One line of a file of tables; a sum is the stated total, missing where none is, and what the parts come to.

    `whole` tells of each sum whether the table says that its parts are all of it, where a case is about that. `words` are
    the words of each figure, its bound, noun, theme and status.
    """

    why: str
    text: str
    figures: list[tuple[float, str, str | None]]
    sums: list[tuple[float | None, float]]
    refused: int
    whole: list[bool]
    words: list[tuple[str, str, str | None, str | None, str | None]]


def list_cases() -> list[object]:
    return [
        pytest.param(language, json.loads(line), id=f"{language}: {json.loads(line)['why']}")
        for language in ("en", "zh")
        for line in (CASES / f"tables_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def read(text: str, language: str) -> Tabulation:
    """Return what a text states, every place of it dated 5 May 2021."""
    mentions = read_mentions(text, language)[0]
    day = Date(date(2021, 5, 5), "day", "document")
    return add_tables(text, mentions, read_quantities(text, language, mentions), lambda place: day)


def list_sums(found: Tabulation) -> list[tuple[float | None, float]]:
    """Return total and sum of the parts of each column."""
    values = [quantity.value for quantity in found.quantities]
    return [
        (None if one.total is None else values[one.total], sum(values[part] for part in one.parts))
        for one in found.sums
    ]


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_a_table_is_read_and_added_up(language: str, case: Case) -> None:
    found = read(case["text"], language)
    assert [(q.value, q.unit, q.scope) for q in found.quantities] == [tuple(figure) for figure in case["figures"]]
    assert list_sums(found) == [tuple(stated) for stated in case["sums"]]
    assert len(found.refusals) == case.get("refused", 0)
    whole = [one.is_whole for one in found.sums]
    assert whole == case.get("whole", whole)
    words = [[case["text"][q.start : q.end], q.bound, q.noun, q.theme, q.status] for q in found.quantities]
    assert words == [list(wanted) for wanted in case.get("words", [])]


@given(st.lists(st.integers(1, 150), min_size=2, max_size=len(REGIONS)), st.integers(-1, 1))
def test_the_sum_of_any_table_says_by_how_much_its_total_is_off(parts: list[int], off: int) -> None:
    rows = [f"| {region} | {part} |" for region, part in zip(REGIONS, parts, strict=False)]
    text = "\n".join(["| Region | Teams |", *rows, f"| Total | {sum(parts) + off} |"])
    assert list_sums(read(text, "en")) == [(sum(parts) + off, sum(parts))]


@given(st.text(alphabet="|\t \nAfricaTotal0123.,%*doses", max_size=300))
def test_any_text_gives_figures_that_stand_in_it(text: str) -> None:
    for quantity in read(text, "en").quantities:
        assert text[quantity.start : quantity.end] == quantity.text


def test_sold_donated_and_delivered_are_three_measures() -> None:
    text = "Vaccines from China\n| Region | Sold (doses) | Pledged gifts (doses) | Delivered (doses) |\n| Africa | 5 | 2 | 6 |\n| Asia | 1 | 1 | 1 |"
    measures = [(q.theme, q.status, q.giver) for q in read(text, "en").quantities[:3]]
    assert measures == [("sales", "done", "CHN"), ("aid", "announced", "CHN"), ("vaccine", "done", "CHN")]


@pytest.mark.parametrize(
    ("caption", "sides"),
    [
        ("Masks given by Norway, by region", ("NOR", None)),
        ("Masks that Norway received, by region", (None, "NOR")),
        ("Masks received from Norway, by region", ("NOR", None)),
        ("Masks received by Norway, by region", (None, "NOR")),
        ("Masks donated to Norway, by region", (None, "NOR")),
        ("Masks in Norway, by region", (None, None)),
        ("Masks given by Norway and Sweden, by region", (None, None)),
    ],
)
def test_the_caption_tells_who_gave_and_who_received(caption: str, sides: tuple[str | None, str | None]) -> None:
    found = read(f"{caption}\n| Region | Masks |\n| Africa | 5 |\n| Asia | 6 |", "en").quantities
    assert {(quantity.giver, quantity.recipient) for quantity in found} == {sides}


@pytest.mark.parametrize(
    ("corner", "sides"), [("Donor", ("KEN", None)), ("Recipient", (None, "KEN")), ("Country", (None, None))]
)
def test_what_stands_over_the_rows_tells_which_side_they_are(corner: str, sides: tuple[str | None, str | None]) -> None:
    first = read(f"| {corner} | Doses |\n| Kenya | 5 |\n| Fiji | 6 |", "en").quantities[0]
    assert (first.scope, first.giver, first.recipient) == ("KEN", *sides)


def test_a_year_over_a_column_dates_it() -> None:
    found = read("Teams by region\n| Region | 2019 | 2020 |\n| Africa | 5 | 6 |\n| Asia | 1 | 2 |", "en")
    assert [found.dates[place] for place in (0, 1)] == [
        Date(date(year, 1, 1), "year", "heading") for year in (2019, 2020)
    ]


def test_a_long_or_strange_table_is_read_in_linear_time() -> None:
    rows = "| Africa | " + "12 | " * 9 + "\n"
    texts = ["| Region | " + "Doses | " * 9 + "\n" + rows * 2_000, "|" * 100_000, ("\t" * 900 + "a\tb\n") * 200]
    assert count_turns(lambda: [read(text, "en") for text in texts]) < 300


# --- in a document ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return the corpus of one table in four formats."""
    folder = tmp_path_factory.mktemp("tables")
    caption = "Countries that were sent masks by Norway, as of 3 June 2020"
    rows = (("Region", "Countries"), ("Africa", "9"), ("Asia", "8"), ("Europe (note b)", "1"), ("Total", "19"))
    html = "".join(f"<tr><td>{label}</td><td>{number}</td></tr>" for label, number in rows)
    pipes = "\n".join(f"| {label} | {number} |" for label, number in rows)
    (folder / "a.html").write_text(f"<title>Masks</title><p>{caption}</p><table>{html}</table>", encoding="utf-8")
    (folder / "b.md").write_text(f"# In Markdown\n\n{caption}\n\n{pipes}\n", encoding="utf-8")
    (folder / "c.csv").write_text("\n".join([f'"{caption}",', *map(",".join, rows)]), encoding="utf-8")
    (folder / "d.txt").write_text("\n".join([caption, *map("\t".join, rows)]), encoding="utf-8")
    return extract(read_documents(folder))


def test_a_table_says_the_same_in_every_format(corpus: Corpus) -> None:
    figures = corpus.quantities[corpus.quantities["rule"] == "table"]
    for _, found in figures.groupby("document"):
        assert list(found["value"]) == [9, 8, 1, 19]
        assert set(found["giver"]) == {"NOR"}
        assert set(found["date"].astype(str)) == {"2020-06-03"}
    assert figures["document"].nunique() == 4


def test_plain_lines_are_a_table_in_a_document(tmp_path: Path) -> None:
    rows = "Country Soldiers\nPeru 1,250\nMali 400\nOther countries 80"
    (tmp_path / "a.txt").write_text(f"The force has 1,730 soldiers.\n\n{rows}\n\nIt left in May.", encoding="utf-8")
    found = extract(read_documents(tmp_path))
    assert list(found.checks["verdict"]) == ["agrees"]
    table = found.quantities[found.quantities["rule"] == "table"]
    assert list(table["unit"]) == ["people"] * 3


def test_a_cell_that_cannot_be_read_is_refused_with_its_words_and_the_reason() -> None:
    text = "| Region | Countries |\n| Africa | 12 |\n| Asia | 1,1 |\n| Europe | 1,200 |"
    refused = read(text, "en").refusals
    assert [(one.text, text[one.start : one.end], one.candidates, one.reason) for one in refused] == [
        ("1,1", "1,1", (), "a cell that cannot be read as a number"),
        ("1,200", "1,200", (), "more countries than there are"),
    ]


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        ("| Togo | 5 | 2 |\n| Mali | 4 |", [5, 2, 4]),
        ("Togo\t5\t2\nMali\t4", [5, 2, 4]),
        ("Togo      5     2\nMali      4", [5, 2]),
    ],
)
def test_a_row_may_leave_its_last_cells_out_where_signs_part_the_columns(rows: str, values: list[float]) -> None:
    heading = rows.split("\n")[0].replace("Togo", "Land").replace("5", "Wells").replace("2", "Dams")
    assert [quantity.value for quantity in read(f"{heading}\n{rows}", "en").quantities] == values


def test_means_are_not_added_up() -> None:
    text = "| Country | Avg. visits |\n| Peru | 4 |\n| Mali | 2 |\n| Total | 3 |"
    assert [one.is_whole for one in read(text, "en").sums] == [False]


def test_the_check_of_a_column_says_by_how_much_it_is_off(corpus: Corpus) -> None:
    checks = corpus.checks[corpus.checks["kind"] == "sum"]
    assert list(checks["difference"]) == [-1] * 4
    assert set(checks["verdict"]) == {"disagrees"}


def test_the_sentence_of_a_figure_is_its_row(corpus: Corpus) -> None:
    rows = corpus.quantities.merge(corpus.sentences, on=["document", "sentence"], suffixes=("", "_of_row"))
    asia = rows[(rows["scope"] == "142")]
    assert set(asia["text_of_row"]) == {"| Asia | 8 |", "Asia\t8"}


def test_the_rows_of_a_column_are_the_parts_of_its_breakdown(corpus: Corpus) -> None:
    parts = corpus.breakdowns[corpus.breakdowns["role"] == "part"].merge(corpus.quantities, on="quantity")
    assert set(zip(parts["scope"], parts["value"], strict=True)) == {("002", 9), ("142", 8), ("150", 1)}


@pytest.mark.parametrize(
    "rows",
    [
        "Country | Doses\nKenya | 12\nGhana | –\nMali | 7\nTogo | 5",
        "Country | Doses\nKenya | 12\nGhana |\nMali | 7\nTogo | 5",
        "Country | Doses\nKenya | 12\nMali | 7\nGhana |\nNiger |\nTogo | 5",
        "| Country | Doses |\n| Kenya | 12 |\n| Ghana | |\n| Mali | 7 |\n| Togo | 5 |",
        "Country\tDoses\nKenya\t12\nGhana\nMali\t7\nTogo\t5",
        "Country      Doses\nKenya        12\nGhana\nMali         7\nTogo         5",
        "Country Doses\nKenya 12\nGhana –\nMali 7\nTogo 5",
        "Country Doses\nKenya 12\nMali 7\nTogo 5\nGhana n/a",
    ],
)
def test_a_row_without_its_figure_does_not_end_the_table(rows: str) -> None:
    found = read(f"Doses were given.\n\n{rows}\n\nThat was all.", "en")
    assert [(q.value, q.unit, q.scope) for q in found.quantities] == [
        (12, "doses", "KEN"), (7, "doses", "MLI"), (5, "doses", "TGO"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        ("Kenya   12\nMali   7\nDeaths\nKenya   3\nMali   2", {(3, "death"), (2, "death")}),
        ("Kenya   12\nMali   7\nGhana\nSchools   5\nClinics   3", set[tuple[float, str]]()),
        ("Kenya   12\nMali   7\nGhana\nIt was raining.", set[tuple[float, str]]()),
    ],
)
def test_a_title_or_a_country_over_another_table_is_no_row(rows: str, counted: set[tuple[float, str]]) -> None:
    found = read(f"Country   Doses\n{rows}\n", "en")
    doses = {(12, "doses"), (7, "doses")}
    assert {(q.value, q.unit) for q in found.quantities} == doses | counted


@pytest.mark.parametrize(
    ("row", "total", "verdict"),
    [
        ("| Ghana | – |", 25, "open"),
        ("| Ghana | |", 25, "open"),
        ("| Ghana |", 25, "open"),
        ("| Ghana | n/a |", 25, "open"),
        ("| Others | – |", 25, "open"),
        ("| Atlantis | – |", 25, "open"),
        ("| Ghana | – |", 19, "agrees"),
        ("| Ghana | – |", 18, "disagrees"),  # whatever Ghana has, the others come to more
        ("| Source: the ministry | |", 25, "disagrees"),
        ("| Africa | |", 25, "disagrees"),  # the head of a section, whose countries have their figures
        ("| Subtotal | – |", 25, "disagrees"),
        ("| Ghana | 0 |", 25, "disagrees"),
    ],
)
def test_a_missing_figure_makes_no_total_wrong(row: str, total: int, verdict: str) -> None:
    found = read(f"| Country | Doses |\n| Kenya | 12 |\n{row}\n| Mali | 7 |\n| Total | {total} |", "en")
    checks = check_sums(found.quantities, found.sums)
    assert [check.verdict for check in checks] == [verdict]
    assert row.endswith("0 |") or 0 not in {quantity.value for quantity in found.quantities}


def test_a_missing_figure_makes_no_number_above_the_table_wrong() -> None:
    found = read(
        "Tents were sent to 30 countries, as the table shows.\n| Region | Countries |\n| Africa | 12 |\n| Asia | – |\n| Europe | 2 |",
        "en",
    )
    assert [check.verdict for check in check_sums(found.quantities, found.sums)] == ["open"]
