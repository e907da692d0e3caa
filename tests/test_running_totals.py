"""Tests of running totals: as pure data, and asked of a corpus in memory and on disk."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import Bound, Precision
from geo.documents.reading import read_documents
from geo.statements.running_totals import StatedTotal, judge_figures
from geo.store.corpus import Corpus, Where, extract, open_corpus
from geo.store.tables import make_table

OCTOBER, NOVEMBER = date(2020, 10, 20), date(2020, 11, 1)


def make(value: float, day: date, bound: Bound = "exact", precision: Precision = "day", said: int = 1) -> StatedTotal:
    """Return a figure of the one measure "m"."""
    return StatedTotal("m", day, precision, value, None, bound, said)


def judge(*figures: StatedTotal) -> list[tuple[int, str] | None]:
    """Return what each figure was held against and the verdict."""
    return [None if found is None else (found.against, found.verdict) for found in judge_figures(figures)]


def test_a_figure_without_another_is_no_check() -> None:
    assert judge(make(89, OCTOBER)) == [None]


def test_a_total_that_falls_disagrees_with_the_higher_one_before() -> None:
    assert judge(make(7, OCTOBER), make(4, NOVEMBER, precision="month")) == [None, (0, "disagrees")]


def test_a_total_that_grows_agrees_with_the_highest_before() -> None:
    days = [date(2020, 3, day) for day in (20, 26, 31)]
    figures = [make(80, days[0], "more_than"), make(89, days[1]), make(120, days[2])]
    assert judge(*figures) == [None, (0, "agrees"), (1, "agrees")]


def test_two_figures_of_one_day_with_nothing_in_common_disagree_both() -> None:
    assert judge(make(89, OCTOBER), make(90, OCTOBER)) == [(1, "disagrees"), (0, "disagrees")]


def test_more_than_eighty_and_eighty_nine_agree_on_one_day() -> None:
    assert judge(make(80, OCTOBER, "more_than"), make(89, OCTOBER)) == [(1, "agrees"), (0, "agrees")]


def test_more_than_eighty_after_eighty_nine_agrees() -> None:
    assert judge(make(89, OCTOBER), make(80, NOVEMBER, "more_than"))[1] == (0, "agrees")


def test_a_figure_that_two_documents_say_agrees_with_itself() -> None:
    assert judge(make(89, OCTOBER, said=2)) == [(0, "agrees")]


@pytest.mark.parametrize("precision", ["month", "year"])
def test_a_month_is_no_sooner_than_its_days(precision: Precision) -> None:
    assert judge(make(7, OCTOBER), make(4, date(2020, 10, 1), precision=precision)) == [None, None]


def test_a_year_ends_before_the_next_begins() -> None:
    assert judge(make(7, date(2020, 1, 1), precision="year"), make(4, date(2021, 1, 1)))[1] == (0, "disagrees")


def test_figures_of_one_month_may_both_be_right() -> None:
    month = [make(value, NOVEMBER, precision="month") for value in (4, 7)]
    assert judge(*month) == [None, None]


def test_figures_of_two_measures_are_never_in_conflict() -> None:
    other = make(4, NOVEMBER)._replace(measure="another")
    assert judge(make(7, OCTOBER), other) == [None, None]


@given(st.lists(st.integers(1, 999), min_size=2, max_size=30))
def test_totals_that_only_grow_never_disagree(values: list[int]) -> None:
    days = [date.fromordinal(OCTOBER.toordinal() + number) for number in range(len(values))]
    figures = [make(value, day) for value, day in zip(sorted(values), days, strict=True)]
    assert all(found is None or found.verdict == "agrees" for found in judge_figures(figures))


DAYS = {"a": date(2020, 10, 20), "b": date(2020, 11, 20), "c": date(2020, 11, 20)}
# document, value, bound, unit, theme, giver, words, whether it is a running total
SAID = (
    ("a", 7, "exact", "organisations", "aid", "CHN", "7 organisations", True),
    ("a", 7, "exact", "organisations", "aid", "CHN", "7 organisations", True),
    ("b", 4, "exact", "organisations", "aid", "CHN", "4 organisations", True),
    ("a", 120, "exact", "countries", "aid", "CHN", "120 countries", True),
    ("b", 50, "more_than", "countries", "aid", "CHN:local", "50+ countries", True),
    ("b", 100, "more_than", "countries", "aid", "CHN:firms", "100+ countries", True),
    ("b", 2, "exact", "countries", "aid", "CHN", "two more countries", False),
    ("c", 130, "exact", "countries", "aid", "CHN", "130 countries", True),
    ("c", 17, "exact", "countries", "aid", "CHN", "17 countries", True),
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return three documents that state running totals, and some figures that are none."""
    documents = [(name, None, f"Title {name}", None, None, None, "en", 50, None, None) for name in DAYS]
    sentences = [(name, 0, 0, 11, "An article.", day, "day", "document", None) for name, day in DAYS.items()]
    quantities = [
        (f"{document}-{number}", document, 0, number, number + 1, words, value, None, bound, unit, None, None, theme,
         giver, None, "done", DAYS[document], "day", "document", None, running, "count")
        for number, (document, value, bound, unit, theme, giver, words, running) in enumerate(SAID)
    ]  # fmt: skip
    rows: dict[str, Sequence[tuple[object, ...]]] = {
        "documents": documents,
        "sentences": sentences,
        "quantities": quantities,
    }
    return Corpus({name: make_table(name, found) for name, found in rows.items()})


def test_a_figure_said_twice_in_a_document_is_one_statement(corpus: Corpus) -> None:
    found = corpus.read_series(Where(documents=("a",)))
    assert found[found["unit"] == "organisations"]["quantity"].tolist() == ["a-0"]


def test_seven_then_four_is_a_check_of_the_four(corpus: Corpus) -> None:
    found = corpus.checks[corpus.checks["verdict"] == "disagrees"]
    assert found[["kind", "quantity", "expected", "found", "difference"]].values.tolist() == [
        ["series", "b-2", 4, 7, 3]
    ]


def test_three_givers_are_three_measures(corpus: Corpus) -> None:
    found = corpus.read_series(Where(documents=("a", "b")))
    countries = found[found["unit"] == "countries"]
    assert sorted(countries["giver"]) == ["CHN", "CHN:firms", "CHN:local"]
    assert countries["verdict"].isna().all()


def test_what_was_read_as_no_running_total_is_in_no_series(corpus: Corpus) -> None:
    assert "b-6" not in set(corpus.read_series()["quantity"])


def test_a_part_beside_its_whole_is_shown_and_not_judged(corpus: Corpus) -> None:
    found = corpus.read_series(Where(documents=("c",))).set_index("quantity")
    assert found["verdict"].isna()["c-8"]
    assert found["against"]["c-7"] == "a-3"


def test_a_corpus_on_disk_finds_the_same_and_stores_only_its_documents_checks(corpus: Corpus, tmp_path: Path) -> None:
    corpus.write(tmp_path / "corpus")
    stored = open_corpus(tmp_path / "corpus")
    assert stored.checks.equals(corpus.checks)
    assert len(stored.checks)
    assert stored.read_series().equals(corpus.read_series())
    assert stored.arrow("checks").num_rows == 0


def test_the_tables_of_checks_and_their_number_hold_the_series(corpus: Corpus) -> None:
    assert corpus.count("checks") == len(corpus.read_checks()) == 2


def test_a_corpus_of_nothing_has_no_series() -> None:
    empty = extract([])
    assert empty.read_series().empty
    assert empty.checks.empty


def test_documents_that_disagree_are_told_from_their_texts(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("By 20 October 2020, China had given aid to 7 international organisations.\n")
    (tmp_path / "two.txt").write_text("By 5 November 2020, China had given aid to 4 international organisations.\n")
    found = extract(read_documents(tmp_path)).checks
    assert found[["kind", "expected", "found", "verdict"]].values.tolist() == [["series", 4, 7, "disagrees"]]
