"""Tests of breakdowns by country or area: they are kept, drawn, and stand behind those by region."""

import pandas as pd
import pytest

from dashboard.figures.breakdown_bars import draw_amounts
from geo import drawings
from geo.charts import Look, chart_breakdown, chart_first_breakdown, order_breakdowns, read_breakdowns
from geo.charts.appearance import Labels
from geo.charts.corpus_charts import read_sums
from geo.charts.regions import Breakdown, Part, chart_regions
from geo.documents.reading import read_documents
from geo.reference.places import list_place_codes
from geo.store.corpus import Corpus, extract

DOCTORS = "The fund sent 60 doctors: 30 to Ghana, 20 to Togo and 10 to Benin."
STUDENTS = "The fund paid 100 students: 40 from Africa, 35 from Asia and 25 from Europe."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return one document with a breakdown by country and, after it, one by region."""
    folder = tmp_path_factory.mktemp("fund")
    (folder / "one.txt").write_text(f"{DOCTORS}\n{STUDENTS}\n")
    return extract(read_documents(folder))


def read_parts(rows: pd.DataFrame) -> list[tuple[str, float]]:
    """Return the scope and the value of each part."""
    parts = rows[rows["role"] == "part"]
    return list(zip(parts["scope"], parts["value"], strict=True))


def test_those_by_region_come_first_and_those_by_country_are_kept(corpus: Corpus) -> None:
    found = order_breakdowns(read_breakdowns(corpus))
    groups = [read_parts(rows) for _, rows in found.groupby("breakdown", sort=False)]
    assert groups == [[("002", 40), ("142", 35), ("150", 25)], [("GHA", 30), ("TGO", 20), ("BEN", 10)]]
    assert chart_first_breakdown(corpus, Look()).rows["scope"].tolist() == ["002", "142", "150"]


def test_a_breakdown_by_country_is_drawn_as_bars_and_on_the_map(corpus: Corpus) -> None:
    found = order_breakdowns(read_breakdowns(corpus))
    rows = found[found["breakdown"] == found["breakdown"].iloc[-1]]
    chart = chart_breakdown(rows, read_sums(corpus), None, Look())
    assert chart.rows["name"].tolist() == ["Ghana", "Togo", "Benin"]
    assert chart.areas == {"GHA": 0, "TGO": 1, "BEN": 2}
    assert chart.verdict == "agrees"
    assert len(draw_amounts(chart).data) == 3


def test_countries_counted_in_a_country_have_no_members_to_count() -> None:
    made = Breakdown((Part("GHA", 3, "3"), Part("TGO", 2, "2")), 5, None, None)
    assert chart_regions(made, Labels("t", "m", "s"), Look()).rows["un_members"].isna().all()


def test_two_hundred_countries_are_drawn_and_the_largest_named() -> None:
    parts = tuple(
        Part(code, 1000 - number, str(number)) for number, code in enumerate(sorted(list_place_codes())[:200])
    )
    chart = chart_regions(Breakdown(parts, None, None, None, "people"), Labels("t", "m", "s"), Look())
    assert len(chart.rows) == 200
    assert len(chart.middles) <= 24
    assert drawings.draw_regions(chart, "svg", 1)
