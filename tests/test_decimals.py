"""Values that are no whole numbers: rounded, written and divided into classes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.charts import Labels, Look, MapOptions, chart_map, redraw_map
from geo.charts.classes import DIVISIONS, MOST_CLASSES, MOST_LIMITS, Division, classify, find_class
from geo.charts.decimals import round_decimal, write_decimal

RATES = st.lists(st.floats(1e-5, 1e5).map(round_decimal), min_size=1)


@given(RATES, st.sampled_from(DIVISIONS))
def test_every_rate_lies_in_one_class_and_no_two_overlap(values: list[float], method: Division) -> None:
    classes = classify(values, method, limits=(1, 50))
    assert len(classes) <= (MOST_LIMITS if method == "log" else MOST_CLASSES)
    assert all(low.high < high.low for low, high in itertools.pairwise(classes))
    assert all(sum(c.low <= value <= c.high for c in classes) == 1 for value in values)


@given(st.lists(st.integers(1, 10_000), min_size=1), st.sampled_from(DIVISIONS))
def test_whole_values_have_the_classes_of_whole_numbers(values: list[int], method: Division) -> None:
    assert classify([float(v) for v in values], method, (2, 50)) == classify(values, method, (2, 50))


def test_a_number_that_a_float_only_nearly_holds_is_classed() -> None:
    assert [one.label for one in classify([0.1 + 0.2, 3.38e12])] == ["0.3", "3,380,000,000,000"]


@pytest.mark.parametrize(
    ("method", "labels"),
    [
        ("quantiles", ["0.000717–0.25", "0.5–1.5", "2.75", "8–12.5", "1,210"]),
        ("own", ["0.000717–<1", "1–<10", "≥ 10"]),
        ("equal", ["0.000717–<250", "≥ 1,000"]),
    ],
)
def test_a_legend_writes_the_limits_that_it_means(method: Division, labels: list[str]) -> None:
    found = classify([0.000717, 0.25, 0.5, 1.5, 2.75, 8, 12.5, 1210], method, (1, 10))
    assert [c.label for c in (found if method != "equal" else (found[0], found[-1]))] == labels


@given(st.floats(1e-5, 1e5).map(round_decimal))
def test_what_is_written_is_the_value(value: float) -> None:
    assert float(write_decimal(value).replace(",", "")) == value
    assert "e" not in write_decimal(value)


def test_a_map_of_rates_ranks_and_names_them_and_is_drawn_otherwise_too() -> None:
    values = {"ITA": 0.25, "SRB": 1.5, "TON": 9.58}
    chart = redraw_map(chart_map(values, {}, Labels("Rates", "a million", "x"), Look()), MapOptions(labels=("SRB",)))
    assert dict(zip(chart.rows["code"], chart.rows["value"], strict=True)) == values
    assert [tag.text for tag in chart.tags] == ["Serbia 1.5"]
    assert "Tonga 9.58, Serbia 1.5, Italy 0.25" in chart.alt
    assert find_class(chart.classes, 1.5) == 1
