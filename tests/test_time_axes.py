"""The axis of time as data: what is cut out of it, where each day stands, and which steps bear words."""

from datetime import date, timedelta
from itertools import chain, combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.charts import Look, TimeAxis
from geo.charts.time_axes import choose_axis, fits_step, make_whole_axis
from geo.charts.time_breaks import list_breaks, name_length, note_breaks
from geo.charts.time_steps import STEPS, Span, Step, find_span
from geo.charts.time_ticks import FEW_TICKS, MANY_TICKS, TickRoom, list_ticks

FIRST = date(2020, 3, 1)
days = st.integers(0, 6000).map(lambda number: FIRST + timedelta(days=number))
crowds = st.lists(st.integers(0, 25).map(lambda number: FIRST + timedelta(days=number)), min_size=6, max_size=30)
events = st.tuples(crowds, st.lists(days, max_size=4)).map(lambda found: dict.fromkeys(map(on, chain(*found)), 1))
totals = st.lists(days.map(lambda day: find_span(day, "month")), max_size=3)
axes = st.builds(choose_axis, events, totals)


def on(day: date) -> Span:
    """Return a day as a span."""
    return Span(day, day)


def after(*numbers: int) -> dict[Span, int]:
    """Return an event on each of some days, counted from the first."""
    return {on(FIRST + timedelta(days=number)): 1 for number in numbers}


def measure(line: str) -> float:
    """Return how wide a line of words is on the page: a figure is half as wide as it is high, a Chinese sign as wide."""
    return sum(6.7 if sign < "\u2e80" else 12 for sign in line)


def describe(axis: TimeAxis) -> tuple[Step, list[tuple[str, str]]]:
    """Return the step of an axis, and what is cut out of it."""
    return axis.step, [(str(cut.since), str(cut.until)) for cut in axis.cuts]


def test_one_event_two_years_off_does_not_decide_the_step_of_the_rest() -> None:
    axis = choose_axis(after(0, 1, 4, 9, 12, 830))
    assert describe(axis) == ("day", [("2020-03-14", "2022-06-08")])
    assert describe(choose_axis(after(0, 1, 4, 9, 12, 830), cut=False)) == ("month", [])


def test_a_story_that_fills_its_time_is_whole() -> None:
    assert describe(choose_axis(after(*range(0, 730, 18)))) == ("month", [])
    assert describe(choose_axis(after(*range(9)))) == ("day", [])


def test_where_a_cut_tells_nothing_more_apart_there_is_none() -> None:
    assert describe(choose_axis(after(0, 4300, 4600))) == ("year", [])


def test_what_totals_speak_of_is_not_cut_out() -> None:
    spoken = find_span(date(2021, 5, 1), "month")
    axis = choose_axis(after(0, 1, 4, 9, 12, 830), [spoken])
    assert not any(cut.since <= spoken.until and spoken.since <= cut.until for cut in axis.cuts)


def test_the_days_that_were_asked_for_are_shown() -> None:
    asked = date(2020, 2, 20), date(2022, 6, 30)
    assert choose_axis(after(0, 1, 4, 9, 12, 830), (), asked).span.holds(Span(*asked))


def test_what_most_events_are_known_by_decides_the_step() -> None:
    march, may = find_span(FIRST, "month"), find_span(date(2020, 5, 1), "month")
    assert choose_axis({march: 3, on(FIRST): 1}).step == "month"
    assert choose_axis({march: 1, on(FIRST): 9}).step == "day"
    assert choose_axis({march: 5, may: 5, **after(800)}).step == "month"


@pytest.mark.parametrize("step", STEPS)
def test_a_day_fits_every_step_and_a_month_none_that_is_finer(step: Step) -> None:
    assert fits_step(on(FIRST), step)
    assert fits_step(find_span(FIRST, "month"), step) == (step not in ("day", "week"))


@given(events, totals)
def test_no_event_and_no_total_is_cut_out(found: dict[Span, int], stated: list[Span]) -> None:
    axis = choose_axis(found, stated)
    drawn = [span for span in found if fits_step(span, axis.step)] + stated
    assert not any(cut.since <= span.until and span.since <= cut.until for cut in axis.cuts for span in drawn)


@given(axes)
def test_places_keep_the_order_of_the_days_and_none_lies_outside(axis: TimeAxis) -> None:
    whole = range(axis.span.since.toordinal() - 9, axis.span.until.toordinal() + 9)
    places = [axis.place(date.fromordinal(number), share) for number in whole for share in (0, 0.5)]
    assert all(one <= other for one, other in pairwise(places))
    assert axis.ends[0] <= places[0]
    assert places[-1] <= axis.ends[1]


@given(axes)
def test_a_day_that_is_shown_is_as_long_as_another_and_a_break_lies_between_two(axis: TimeAxis) -> None:
    for stretch in axis.stretches:
        assert axis.place(stretch.until, 1) - axis.place(stretch.since) == pytest.approx(stretch.days)
    for one in list_breaks(axis, (), Look()):
        assert one.high - one.low == pytest.approx(axis.gap)


@given(axes)
def test_a_cut_axis_has_few_breaks_few_bars_and_at_most_half_of_the_time(axis: TimeAxis) -> None:
    assert len(list(axis.list_steps())) <= 41
    assert len(axis.cuts) <= 4
    assert not axis.cuts or axis.shown <= axis.span.days / 2


@given(axes)
def test_the_steps_at_two_places_are_those_whose_middles_lie_between(axis: TimeAxis) -> None:
    steps = list(axis.list_steps())
    first, last = steps[0], steps[len(steps) // 2]
    assert axis.find_steps(axis.find_middle(first), axis.find_middle(last)) == first.join(last)
    assert axis.find_steps(*axis.ends) == axis.span


def test_a_bare_place_has_no_steps() -> None:
    axis = choose_axis(after(0, 1, 4, 9, 12, 830))
    (one,) = list_breaks(axis, (), Look())
    assert axis.find_steps(one.low + 0.1, one.low + 0.2) is None
    assert axis.find_steps(0.1, 0.2) == on(FIRST)


@given(axes, st.sampled_from([FEW_TICKS, MANY_TICKS]), st.sampled_from(["en", "zh"]))
def test_words_below_an_axis_do_not_touch(axis: TimeAxis, room: TickRoom, language: str) -> None:
    (low, high), ticks = axis.ends, list_ticks(axis, Look(language), room)
    assert ticks
    for one, other in combinations(ticks, 2):
        gap = (other.place - one.place) * room.width / (high - low)
        lines = zip(one.words.split("\n"), other.words.split("\n"), strict=False)
        assert all(gap > (measure(left) + measure(right)) / 2 for left, right in lines)


def test_each_stretch_begins_with_words_that_name_its_year() -> None:
    axis = choose_axis(after(0, 1, 4, 9, 12, 830))
    words = [tick.words for tick in list_ticks(axis, Look(), MANY_TICKS)]
    assert (words[0], words[-1]) == ("1\nMar\n2020", "9\nJun\n2022")


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [(45, "45 days", "45天"), (420, "14 months", "14个月"), (4380, "12 years", "12年")],
)
def test_a_length_of_time_is_said_in_one_unit(number: int, english: str, chinese: str) -> None:
    span = Span(FIRST, FIRST + timedelta(days=number - 1))
    assert (name_length(span, Look("en")), name_length(span, Look("zh"))) == (english, chinese)


def test_a_break_says_how_long_nothing_happened_and_from_when_to_when() -> None:
    axis = choose_axis(after(0, 1, 4, 9, 12, 830))
    (one,) = list_breaks(axis, (), Look())
    assert (one.words, one.days) == ("27 months without events", "14 March 2020 to 8 June 2022")
    (chinese,) = list_breaks(axis, (), Look("zh"))
    assert chinese.words == "27个月无事件"


def test_where_something_known_by_its_month_alone_may_have_happened_a_break_says_so() -> None:
    axis = choose_axis(after(0, 1, 4, 9, 12, 830))
    (one,) = list_breaks(axis, [find_span(date(2021, 5, 1), "month")], Look())
    assert one.words == "27 months without an event that has a place on this scale"


def test_a_cut_axis_is_noted_and_a_whole_one_is_not() -> None:
    axis = choose_axis(after(0, 1, 4, 9, 12, 830))
    (note,) = note_breaks(list_breaks(axis, (), Look()), Look())
    assert note == "The time axis is cut: 27 months with nothing to draw are left out, marked by a break."
    assert note_breaks((), Look()) == ()


def test_the_calendar_may_end_on_an_axis() -> None:
    axis = make_whole_axis(Span(date(9999, 12, 1), date.max), "week")
    assert axis.span.until == date.max
