"""The figures beside the marks of running totals: which have room, and that none is in the way of another."""

from datetime import date, timedelta
from itertools import combinations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.charts import Look, TotalsChart
from geo.charts.time_axes import TimeAxis, choose_axis
from geo.charts.total_labels import NARROW, WIDE, Edges, PanelSize, TotalLabel, place_labels
from geo.charts.totals import chart_totals

# Days after the first, the figure, and whether it falls.
Stated = tuple[int, int, bool]
STATED: tuple[Stated, ...] = ((0, 80, False), (0, 89, False), (5, 120, False), (15, 127, False), (66, 150, False),
                              (208, 150, False), (249, 150, False), (579, 150, False), (796, 153, False))  # fmt: skip
FIRST = date(2020, 3, 26)
statements = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400), st.booleans()), min_size=1, max_size=40)
panels = st.sampled_from([WIDE, NARROW])


def make_chart(stated: list[Stated] | tuple[Stated, ...]) -> tuple[TotalsChart, TimeAxis]:
    """Return the chart of some statements, and the axis of time that suits them."""
    series = pd.DataFrame(
        [
            {"measure": "m", "unit": "countries", "theme": None, "giver": None, "recipient": None, "scope": None,
             "status": "done", "date": FIRST + timedelta(days=day), "date_precision": "day", "value": float(value),
             "value_to": None, "bound": "exact", "verdict": "disagrees" if falls else "agrees", "document": "a",
             "title": "Title", "outlet": "Outlet", "published": "2020", "sentence_text": "Aid.", "quantity": str(number)}
            for number, (day, value, falls) in enumerate(stated)
        ]
    )  # fmt: skip
    chart = chart_totals(series, None, Look())
    assert chart is not None
    return chart, choose_axis({}, chart.spans)


def meet(one: Edges, other: Edges) -> bool:
    """Return whether two boxes have an area in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def list_marks(chart: TotalsChart, axis: TimeAxis, panel: PanelSize) -> list[Edges]:
    """Return the boxes of the marks, nine points wide."""
    low, high = axis.ends
    places = [panel.width * (axis.place(day, 0.5) - low) / (high - low) for day in chart.rows["until"]]
    downs = [panel.height * (1 - value / chart.top) for value in chart.rows["value"]]
    return [(x - 4.5, y - 4.5, x + 4.5, y + 4.5) for x, y in zip(places, downs, strict=True)]


def read(labels: tuple[TotalLabel, ...]) -> list[str]:
    """Return what is written."""
    return [label.text for label in labels]


def test_every_figure_of_a_story_is_written_once() -> None:
    assert read(place_labels(*make_chart(STATED))) == ["80", "89", "120", "127", "150", "153"]


def test_a_narrow_panel_has_fewer_figures_and_the_highest_among_them() -> None:
    chart = make_chart([(20 * number, 10 * number, False) for number in range(1, 30)])
    narrow, wide = read(place_labels(*chart, NARROW)), read(place_labels(*chart, WIDE))
    assert 5 < len(narrow) < len(wide)
    assert "290" in narrow


@given(statements, panels)
def test_no_figure_covers_another_or_a_mark(stated: list[Stated], panel: PanelSize) -> None:
    chart, axis = make_chart(stated)
    labels = place_labels(chart, axis, panel)
    assert not any(meet(one.edges, other.edges) for one, other in combinations(labels, 2))
    marks = list_marks(chart, axis, panel)
    assert not any(meet(label.edges, mark) for label in labels for mark in marks)


@given(statements, panels)
def test_every_figure_is_inside_its_panel(stated: list[Stated], panel: PanelSize) -> None:
    for label in place_labels(*make_chart(stated), panel):
        left, top, right, bottom = label.edges
        assert left >= 0
        assert top >= 0
        assert right <= panel.width + 10
        assert bottom <= panel.height


@given(statements)
def test_a_figure_says_what_its_row_says_and_equal_ones_are_written_once(stated: list[Stated]) -> None:
    chart, axis = make_chart(stated)
    labels = place_labels(chart, axis)
    assert all(label.text == chart.rows["mark"].iloc[label.row] for label in labels)
    keys = [(label.text, bool(chart.rows["falls"].iloc[label.row])) for label in labels]
    assert len(set(keys)) == len(keys)


@given(statements)
def test_where_there_is_anything_a_figure_is_written(stated: list[Stated]) -> None:
    assert place_labels(*make_chart(stated[:1]), NARROW)


def test_what_falls_is_written_before_what_does_not() -> None:
    crowd = [(0, 100 + number, number == 7) for number in range(30)]
    chart, axis = make_chart(crowd)
    written = read(place_labels(chart, axis, NARROW))
    assert "107" in written
    assert len(written) < len(crowd)


def test_large_figures_are_written_in_words_of_the_language() -> None:
    assert read(place_labels(*make_chart([(0, 20_000_000, False)]))) == ["20 million"]
