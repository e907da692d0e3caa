"""Flows: what is drawn and listed, and how its arcs run."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from dashboard.figures.earth_views import FRAMES, WINDOWS, Frame
from dashboard.figures.flows import add_flows
from dashboard.figures.maps import draw_map
from geo.charts import Labels, Look, MapOptions, chart_flows, chart_map
from geo.charts.flows import FlowsChart, bend, find_bearing
from geo.maps.boundaries import read_points
from geo.maps.dots import DIAMETER, Dot
from geo.store.corpus import ALL, Corpus, Where
from geo.store.tables import make_table
from tests.made import DAY, make_corpus

LOOK = Look()


def make_gifts(codes: tuple[str, ...]) -> Corpus:
    """Return a corpus in which China gave to each code once."""
    numbered = list(enumerate(codes))
    events = [
        (f"a-{n}", "a", 0, 0, 9, "donation", "done", "aid", DAY, "day", "document", None, "gift", "give", f"a-{n}")
        for n, _ in numbered
    ]
    participants = [(f"a-{n}", *one) for n, code in numbered for one in (("CHN", "giver"), (code, "recipient"))]
    documents = [("a", None, "Title", "2020-03-26", "Outlet", None, "en", 200, None, None)]
    rows: dict[str, Sequence[tuple[object, ...]]] = {
        "events": events,
        "participants": participants,
        "documents": documents,
    }
    return Corpus({name: make_table(name, found) for name, found in rows.items()})


def list_flows(chart: FlowsChart) -> list[tuple[str, str, int]]:
    """Return giver, recipient and events of each flow."""
    return [tuple(row) for row in chart.rows[["giver", "recipient", "events"]].to_numpy().tolist()]


def test_a_flow_counts_the_events_from_one_to_the_other_the_most_first() -> None:
    chart = chart_flows(make_corpus(), ALL, (), LOOK)
    assert list_flows(chart) == [("CHN", "ITA", 2), ("CHN", "SRB", 1), ("JPN", "CHN", 1)]
    assert chart.note == "3 flows from giver to recipient are drawn."


def test_with_countries_chosen_only_their_flows_are_left() -> None:
    assert list_flows(chart_flows(make_corpus(), ALL, ("SRB", "JPN"), LOOK)) == [("CHN", "SRB", 1), ("JPN", "CHN", 1)]


def test_what_is_left_out_receives_no_flow() -> None:
    assert ("JPN", "CHN", 1) not in list_flows(chart_flows(make_corpus(), Where(without=("CHN",)), (), LOOK))


def test_a_flow_to_an_organisation_is_listed_and_not_drawn() -> None:
    chart = chart_flows(make_gifts(("ITA", "org:who", "002")), ALL, (), LOOK)
    assert len(chart.rows) == 3
    assert chart.rows["recipient"][chart.rows["drawn"]].tolist() == ["ITA"]
    assert chart.note.startswith("1 flow from giver to recipient is drawn. 2 more have no arc")


def test_no_flow_is_said_in_words() -> None:
    assert chart_flows(make_corpus(), Where(events=("call",)), (), LOOK).note == "No event here says who gave to whom."


@pytest.mark.parametrize("frame", FRAMES)
def test_an_arc_runs_from_giver_to_recipient_and_never_over_the_edge_of_the_map(frame: Frame) -> None:
    points, meridian = read_points(), WINDOWS[frame].meridian
    for code in ("USA", "FJI", "WSM", "ITA", "CHL", "NZL"):
        arc = bend(points["CHN"], points[code], meridian)
        assert arc[0][1] == round(points["CHN"].lat, 1)
        assert abs((arc[-1][0] - points[code].lon + 180) % 360 - 180) < 0.06
        assert all(abs(lon - other) < 60 for (lon, _), (other, _) in pairwise(arc))


def test_what_goes_both_ways_goes_two_ways() -> None:
    points = read_points()
    there, back = bend(points["CHN"], points["ITA"], 11), bend(points["ITA"], points["CHN"], 11)
    assert there[4][1] > back[4][1] + 5


def test_an_arrow_points_where_its_arc_ends() -> None:
    assert find_bearing([(0, 0), (0, 1)]) == 0
    assert find_bearing([(0, 0), (1, 0)]) == 90
    assert find_bearing([(1, 0), (0, 0)]) == 270


def test_an_arc_ends_at_a_dot_that_was_moved_aside() -> None:
    flows, view = chart_flows(make_gifts(("FJI", "TON")), ALL, (), LOOK), MapOptions().view
    moved = {"TON": Dot(-160.0, -30.0, DIAMETER, moved=True)}
    true, aside = (
        dict(zip(flows.drawn["recipient"], flows.bend_arcs(view, dots), strict=True)) for dots in ({}, moved)
    )
    assert aside["TON"][-1] == (-160.0, -30.0) != true["TON"][-1]
    assert aside["FJI"] == true["FJI"]


def test_the_figure_has_a_line_a_width_and_an_arrow_a_flow() -> None:
    chart = chart_flows(make_corpus(), ALL, (), LOOK)
    figure = draw_map(chart_map({}, {}, Labels("Title", "mentions", "Source"), LOOK))
    add_flows(figure, chart, MapOptions().view, {})
    lines = [trace for trace in figure.data if trace.legend == "legend2"]
    assert [(line.name, line.line.width) for line in lines] == [("1", 1.2), ("2", 1.7)]
    assert [item[0] for item in figure.data[-1].customdata] == ["ITA", "SRB", "CHN"]


def test_an_arrow_tells_who_gave_how_often_to_whom() -> None:
    chart = chart_flows(make_corpus(), ALL, (), LOOK)
    figure = draw_map(chart_map({}, {}, Labels("Title", "mentions", "Source"), LOOK))
    add_flows(figure, chart, MapOptions().view, {})
    code, card = figure.data[-1].customdata[0]
    assert figure.layout.meta["cards"][card] == {"name": "China → Italy", "value": "2", "measure": "events"}
    assert code == "ITA"
