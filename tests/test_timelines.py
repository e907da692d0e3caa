"""Events and running totals over time: the steps, the charts, the figures and the pictures."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pandas as pd
import pytest

from dashboard.figures.chart_pages import make_timeline_page
from dashboard.figures.timelines import draw_detail, draw_timeline
from dashboard.figures.web_pages import write_web_page
from dashboard.parts.listings.events import list_events, write_acts
from dashboard.parts.players import find_next, find_previous
from dashboard.parts.words import read_words
from geo import drawings
from geo.base.records import EventKind
from geo.charts import History, Look, chart_history, chart_timeline, list_eventful
from geo.charts.event_groups import find_group, list_groups
from geo.charts.levels import list_levels
from geo.charts.side_names import name_side
from geo.charts.time_axes import choose_axis, make_whole_axis
from geo.charts.time_steps import (
    STEPS,
    Span,
    Step,
    choose_step,
    find_span,
    find_step,
    list_spans,
    name_span,
)
from geo.charts.time_ticks import MANY_TICKS, list_ticks
from geo.charts.timelines import chart_on_axis, count_spans
from geo.charts.total_labels import place_labels
from geo.charts.totals import TotalsChart, chart_totals, list_measures
from geo.store.corpus import Corpus, Where
from geo.store.tables import make_table
from tests.made import DAY, NEXT, STAGES, make_corpus

MARCH = Span(date(2020, 3, 1), date(2020, 3, 31))
SVG = "{http://www.w3.org/2000/svg}"
# day, precision, value, bound, verdict
STATED = (
    ("2020-03-10", "day", 80.0, "more_than", None),
    ("2020-03-26", "day", 89.0, "exact", "agrees"),
    ("2020-05-31", "day", 150.0, "exact", "agrees"),
    ("2020-11-01", "month", 140.0, "exact", "disagrees"),
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return two documents that tell of four acts on two days, one of them without a date."""
    return make_corpus()


def make_dated(*days: tuple[str, str]) -> Corpus:
    """Return a corpus of calls on some days, each with its precision."""
    events = [
        (
            f"a-{n}",
            "a",
            0,
            0,
            5,
            "call",
            "done",
            "call",
            date.fromisoformat(day),
            precision,
            "sentence",
            None,
            "call",
            None,
            f"a-{n}",
        )
        for n, (day, precision) in enumerate(days)
    ]
    rows: dict[str, Sequence[tuple[object, ...]]] = {
        "documents": [("a", None, "Title", "2020", "Outlet", None, "en", 9, None, None)],
        "sentences": [("a", 0, 0, 9, "They met.", DAY, "day", "document", None)],
        "events": events,
    }
    return Corpus({name: make_table(name, found) for name, found in rows.items()})


def make_series() -> pd.DataFrame:
    """Return one measure as Corpus.read_series gives it: it rises twice and falls once."""
    measure = {"measure": "countries", "unit": "countries", "theme": "aid", "giver": "CHN", "recipient": None}
    document = {"document": "a", "title": "A <b>title</b>", "outlet": "Outlet", "published": "2020"}
    return pd.DataFrame(
        [
            {**measure, **document, "status": "done", "scope": "world", "date": date.fromisoformat(day),
             "date_precision": precision, "value": value, "value_to": None, "bound": bound, "verdict": verdict,
             "sentence_text": f"Aid for {value:g} countries.", "quantity": f"a-{number}"}
            for number, (day, precision, value, bound, verdict) in enumerate(STATED)
        ]
    )  # fmt: skip


def make_totals(look: Look = Look()) -> TotalsChart:  # noqa: B008 - a frozen record
    chart = chart_totals(make_series(), None, look)
    assert chart is not None
    return chart


@pytest.mark.parametrize(
    ("since", "until", "step"),
    [("2020-03-23", "2020-03-31", "day"), ("2020-02-03", "2020-08-31", "week"), ("2020-02-03", "2022-05-31", "month"),
     ("2015-01-01", "2022-12-31", "quarter"), ("1995-01-01", "2022-12-31", "year")],
)  # fmt: skip
def test_the_step_is_chosen_from_the_span_so_that_there_are_at_most_forty_bars(
    since: str, until: str, step: Step
) -> None:
    whole = Span(date.fromisoformat(since), date.fromisoformat(until))
    assert choose_step(whole) == step
    assert len(list(list_spans(whole, step))) <= 41


@pytest.mark.parametrize("step", STEPS)
def test_steps_follow_one_another_without_a_gap(step: Step) -> None:
    spans = list(list_spans(Span(date(2019, 12, 30), date(2021, 3, 1)), step))
    assert all((after.since - before.until).days == 1 for before, after in pairwise(spans))


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_known_for_what_it_is(step: Step) -> None:
    assert find_step(find_span(date(2020, 3, 26), step)) == step
    assert find_step(Span(date(2020, 3, 3), date(2020, 3, 26))) is None


@pytest.mark.parametrize(
    ("step", "english", "chinese"),
    [("day", "26 March 2020", "2020年3月26日"), ("month", "March 2020", "2020年3月"), ("year", "2020", "2020年"),
     ("quarter", "Q1 2020", "2020年第1季度"), ("week", "23 March 2020 to 29 March 2020", "2020年3月23日至2020年3月29日")],
)  # fmt: skip
def test_spans_are_named_in_the_language_of_the_reader(step: Step, english: str, chinese: str) -> None:
    span = find_span(date(2020, 3, 26), step)
    assert (name_span(span, Look("en")), name_span(span, Look("zh"))) == (english, chinese)


def test_an_axis_has_few_ticks_and_names_each_year_once() -> None:
    axis = make_whole_axis(Span(date(2020, 2, 3), date(2022, 5, 31)), "month")
    words = [tick.words for tick in list_ticks(axis, Look())]
    assert len(words) <= 8
    assert [word.split("\n")[1] for word in words if "\n" in word] == ["2020", "2021", "2022"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", ["30\nApr\n2020", "1\nMay", "2"]), ("zh", ["30日\n4月\n2020年", "1日\n5月", "2日"])]
)
def test_a_day_of_an_axis_is_a_number_and_its_month_stands_below_the_first(language: str, words: list[str]) -> None:
    axis = make_whole_axis(Span(date(2020, 4, 30), date(2020, 5, 2)), "day")
    assert [tick.words for tick in list_ticks(axis, Look(language), MANY_TICKS)] == words


def test_the_calendar_may_end() -> None:
    assert len(list(list_spans(Span(date(9999, 12, 30), date.max), "week"))) == 1


@pytest.mark.parametrize("kind", EventKind.__args__)  # type: ignore[attr-defined]
def test_every_kind_of_event_has_a_group_and_words(kind: str) -> None:
    assert find_group(kind).key in {group.key for group in list_groups(Look())}
    assert Look("zh").words(f"event.{kind}")


def test_events_are_stacked_by_kind_and_day_and_counted_once(corpus: Corpus) -> None:
    rows = chart_timeline(corpus, Where(), Look()).rows
    found = list(zip(rows["since"], rows["group"], rows["events"], strict=True))
    assert found == [(DAY, "donations", 1), (NEXT, "contacts", 1), (NEXT, "supplies", 1)]


def test_what_has_no_date_is_said_and_not_drawn(corpus: Corpus) -> None:
    assert chart_timeline(corpus, Where(), Look()).notes == ("Without a date, not drawn: 1.",)


def test_what_is_known_only_by_its_month_has_no_place_in_a_day() -> None:
    made = make_dated(("2020-03-02", "day"), ("2020-03-01", "month"), ("2020-01-01", "year"))
    days = chart_timeline(made, Where(), Look(), "day")
    assert [*days.rows["events"]] == [1]
    assert days.notes == ("Known only by month or year, too coarse for this scale: 2.",)
    assert [*chart_timeline(made, Where(), Look(), "month").rows["events"]] == [2]


def test_a_span_holds_a_month_only_where_it_holds_the_whole_of_it() -> None:
    made = make_dated(("2020-03-01", "month"))
    assert chart_timeline(made, Where(since=MARCH.since, until=MARCH.until), Look(), "month").rows["events"].sum() == 1
    assert chart_timeline(made, Where(since=MARCH.since, until=MARCH.since), Look(), "month").rows.empty


def test_empty_steps_are_part_of_the_span() -> None:
    chart = chart_timeline(make_dated(("2020-02-03", "day"), ("2022-05-31", "day")), Where(), Look())
    assert chart.axis is not None
    assert (chart.step, chart.axis.span) == ("month", Span(date(2020, 2, 1), date(2022, 5, 31)))
    assert len(chart.rows) == 2


@pytest.mark.parametrize("where", [Where(events=("summit",)), Where(events=("team_sent",))], ids=["none", "no date"])
def test_where_nothing_has_a_date_the_chart_says_so(corpus: Corpus, where: Where) -> None:
    chart = chart_timeline(corpus, where, Look())
    assert chart.axis is None
    assert "No event has a date" in chart.alt
    assert draw_timeline(chart).data == ()


def test_the_steps_with_events_are_known(corpus: Corpus) -> None:
    assert list_eventful(corpus, Where(), "day") == (Span(DAY, DAY), Span(NEXT, NEXT))
    assert list_eventful(corpus, Where(), "month") == (MARCH,)


def test_the_line_of_totals_rises_and_never_falls() -> None:
    assert [value for _, value in make_totals().line] == [80, 89, 150]


def test_a_total_shows_its_bound_and_whether_it_falls() -> None:
    rows = make_totals().rows
    assert list(rows["mark"]) == ["80+", "89", "150", "140"]
    assert list(rows["falls"]) == [False, False, False, True]
    assert rows["until"].iloc[-1] == date(2020, 11, 30)


def test_a_measure_is_named_by_what_is_counted_and_who_gave() -> None:
    assert list_measures(make_series(), Look()) == {"countries": "Countries · Aid and donations · from China"}
    firms = make_series().assign(giver="CHN:local+firms", scope="142")
    name = list_measures(firms, Look("zh"))["countries"]
    assert "中国的地方政府、企业提供" in name
    assert "亚洲" in name


def test_an_organisation_that_takes_part_has_its_name() -> None:
    assert name_side("org:who", Look("zh")) == "世界卫生组织"
    assert name_side("region:south-pacific", Look("zh"))


def test_without_statements_there_are_no_totals() -> None:
    assert chart_totals(make_series().iloc[:0], None, Look()) is None


def test_the_figure_stacks_the_bars_at_their_places_on_the_axis(corpus: Corpus) -> None:
    chart = chart_timeline(corpus, Where(), Look())
    figure = draw_timeline(chart)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert figure.layout.barmode == "stack"
    assert chart.axis is not None
    assert figure.layout.xaxis.range == chart.axis.ends
    assert sum(sum(trace.y) for trace in bars) == 3
    assert bars[0].customdata[0][:2] == [str(NEXT), str(NEXT)]
    assert bars[0].x[0] == chart.axis.place(NEXT, 0.5)


def test_bars_outside_the_chosen_span_are_faded(corpus: Corpus) -> None:
    chart = chart_timeline(corpus, Where(), Look())
    colours = [
        trace.marker.color[0] for trace in draw_timeline(chart, None, Span(NEXT, NEXT)).data if trace.type == "bar"
    ]
    assert [len(colour) for colour in colours] == [7, 7, 9]


def test_the_totals_stand_on_the_same_axis_with_their_sentence(corpus: Corpus) -> None:
    figure = draw_timeline(chart_timeline(corpus, Where(), Look(), "month"), make_totals())
    marks = next(trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers")
    assert list(marks.marker.symbol) == ["circle-open", "circle", "circle", "x-thin"]
    assert "Aid for 80 countries." in marks.customdata[0][2]
    assert "&lt;b&gt;title" in marks.customdata[0][2]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_timeline_of_forty_full_bars_is_small(language: str) -> None:
    made = make_dated(*((str(date(2020, 3, 1 + n % 28)), "day") for n in range(28)))
    figure = draw_timeline(chart_timeline(made, Where(), Look(language)), make_totals(Look(language)))
    assert len(figure.to_json().encode()) < 20_000


def test_the_detail_has_no_title_of_its_own(corpus: Corpus) -> None:
    assert draw_detail(chart_timeline(corpus, Where(), Look())).layout.annotations == ()


def make_crowded() -> Corpus:
    """Return a corpus of five days of a week in March 2020, and one of two years later."""
    days = ("2020-03-02", "2020-03-03", "2020-03-04", "2020-03-06", "2020-03-07", "2022-06-14")
    return make_dated(*((day, "day") for day in days))


def test_a_cut_axis_is_told_of_in_the_notes_and_to_who_cannot_see_it() -> None:
    chart = chart_timeline(make_crowded(), Where(), Look())
    note = "The time axis is cut: 27 months with nothing to draw are left out, marked by a break."
    assert (chart.step, chart.notes) == ("day", (note,))
    assert note in chart.alt
    whole = chart_timeline(make_crowded(), Where(), Look(), cut=False)
    assert (whole.step, whole.notes, whole.breaks) == ("month", (), ())


def test_a_history_says_whether_it_can_be_cut() -> None:
    assert chart_history(make_crowded(), Where(), Look()).can_cut
    whole = chart_history(make_crowded(), Where(), Look(), cut=False)
    assert whole.can_cut
    assert whole.axis is not None
    assert whole.axis.cuts == ()
    assert not chart_history(make_corpus(), Where(), Look()).can_cut


@pytest.mark.parametrize(("language", "words"), [("en", "27 months without events"), ("zh", "27个月无事件")])
def test_the_figure_marks_what_is_cut_out_and_says_how_long_it_is(language: str, words: str) -> None:
    chart = chart_timeline(make_crowded(), Where(), Look(language))
    figure = draw_timeline(chart)
    (band,) = (trace for trace in figure.data if trace.meta == "break")
    assert words in band.customdata[0]
    (sign,) = (shape for shape in figure.layout.shapes if shape.name == "break")
    assert sign.xanchor == band.x[0] == pytest.approx((chart.breaks[0].low + chart.breaks[0].high) / 2)


def test_the_picture_marks_what_is_cut_out() -> None:
    history = chart_history(make_crowded(), Where(), Look())
    picture = ElementTree.fromstring(drawings.draw_timeline(history, "svg"))  # noqa: S314 - our own
    assert "break-0" in {element.get("id") for element in picture.iter()}
    whole = chart_history(make_crowded(), Where(), Look(), cut=False)
    assert b"break-0" not in drawings.draw_timeline(whole, "svg")


def test_each_panel_has_a_title_that_says_what_it_counts() -> None:
    figure = draw_timeline(*make_history()[:2])
    titles = [one.text for one in figure.layout.annotations if not one.textangle]
    assert titles == ["<b>Events a day</b>", "<b>Countries, as stated · Aid and donations · from China</b>"]
    assert make_totals(Look("zh")).axis_title.startswith("所述国家数")


def test_figures_of_an_axis_are_written_in_the_language_of_the_reader() -> None:
    large = make_series().assign(value=[2e8, 3e8, 4e8, 3.5e8], bound="exact")
    for language, words in (("en", "400 million"), ("zh", "4亿")):
        totals = chart_totals(large, None, Look(language))
        figure = draw_timeline(make_history(language).events, totals)
        assert words in figure.layout.yaxis2.ticktext
        assert totals is not None
        assert words in list(totals.rows["mark"])


def test_page_and_picture_label_the_same_totals() -> None:
    history = make_history()
    assert history.totals is not None
    assert history.axis is not None
    figure = draw_timeline(history.events, history.totals)
    (wide,) = (trace for trace in figure.data if trace.meta == "wide")
    assert list(wide.text) == [label.text for label in place_labels(history.totals, history.axis)]
    assert list(wide.text) == ["80+", "89", "150", "140"]


def test_the_legend_of_the_totals_has_the_marks_that_occur() -> None:
    assert [mark[0] for mark in make_totals().marks] == ["exact", "open", "falls"]
    exact = chart_totals(make_series().iloc[1:2], None, Look())
    assert exact is not None
    assert [mark[0] for mark in exact.marks] == ["exact"]


def make_history(language: str = "en") -> History:
    look = Look(language)
    totals = make_totals(look)
    axis = choose_axis(count_spans(make_corpus(), Where()), totals.spans)
    return History(chart_on_axis(make_corpus(), Where(), look, axis), totals, {})


def test_a_corpus_gives_its_whole_history(corpus: Corpus) -> None:
    history = chart_history(corpus, Where(), Look())
    assert history.axis is not None
    assert history.axis.span == Span(DAY, NEXT)
    assert history.totals is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_picture_says_what_it_shows_in_text_of_its_own(language: str) -> None:
    history = make_history(language)
    picture = ElementTree.fromstring(drawings.draw_timeline(history, "svg"))  # noqa: S314 - our own
    assert picture.findtext(f"{SVG}title") == history.events.labels.title
    assert history.events.alt in str(picture.findtext(f"{SVG}desc"))
    assert history.events.labels.title in ["".join(line.itertext()) for line in picture.iter(f"{SVG}text")]
    assert {"bar-0", "legend-group-contacts"} <= {element.get("id") for element in picture.iter()}


def test_the_picture_is_a_png_too() -> None:
    assert drawings.draw_timeline(make_history(), "png", 1).startswith(b"\x89PNG\r\n\x1a\n")


def test_the_web_page_of_a_timeline_names_its_groups_beside_the_chart_and_fits_a_phone() -> None:
    page = write_web_page(make_timeline_page(make_history(), read_words("en"))).decode()
    assert '<ul class="legend">' in page
    assert "function fit(" in page
    assert "export function" not in page


def test_a_history_of_nothing_can_be_drawn(corpus: Corpus) -> None:
    empty = chart_history(corpus, Where(events=("summit",)), Look())
    assert drawings.draw_timeline(empty, "svg").startswith(b"<?xml")


def test_levels_are_round_numbers_from_nothing_up() -> None:
    assert [list_levels(most) for most in (1.1, 5, 153, 12_000)] == [
        [0, 1],
        [0, 2, 4],
        [0, 50, 100, 150],
        [0, 5000, 10000],
    ]


def test_time_is_walked_through_from_step_to_step() -> None:
    steps = [find_span(date(2020, month, 1), "month") for month in (2, 3, 6)]
    assert [find_next(steps, None), find_next(steps, steps[1]), find_next(steps, steps[2])] == [
        steps[0],
        steps[2],
        None,
    ]
    assert [find_previous(steps, None), find_previous(steps, steps[0])] == [steps[2], None]
    assert find_next(steps, Span(date(2020, 2, 5), date(2020, 3, 5))) == steps[2]


def test_an_event_told_twice_is_one_entry_that_says_so(corpus: Corpus) -> None:
    text = write_acts(corpus.read_acts(Where(themes=("aid",)), None), read_words("en"))
    assert text.count('class="aa-event"') == 2
    assert "one donation, told in 2 sentences of 2 documents" in text
    assert "China to Italy, Serbia" in text


def test_an_act_says_how_often_it_is_told_and_each_telling_what_it_says() -> None:
    events = make_corpus(STAGES).read_acts()
    text = write_acts(events, read_words("en"))
    assert "one team, told in 3 sentences of 2 documents" in text
    assert text.count("expert team arrived") == text.count("expert team sent") == 1
    one_document = write_acts(events[events["document"] == "c"], read_words("zh"))
    assert "同一批专家，见于1份文件的2句话" in one_document


def test_of_an_act_that_everybody_tells_the_first_sentences_are_shown() -> None:
    events = make_corpus([(1, f"{n:03}", *STAGES[0][2:]) for n in range(60)]).read_acts()
    text = write_acts(events, read_words("en"))
    assert "one team, told in 60 sentences of 60 documents" in text
    assert "The first 50 are shown." in text
    assert text.count('class="aa-sentence"') == 50


def test_an_open_act_is_named_by_its_verb_and_what_did_not_happen_says_so() -> None:
    text = write_acts(make_corpus(STAGES).read_acts(), read_words("en"))
    assert " · condemn · Kenya, Ghana" in text or " · condemn · Ghana, Kenya" in text
    assert "donation · did not happen · Peru to Italy" in text


def test_what_did_not_happen_has_no_bar() -> None:
    rows = chart_timeline(make_corpus(STAGES), Where(), Look()).rows
    assert list(zip(rows["group"], rows["events"], strict=True)) == [("experts", 1), ("others", 1)]


def test_pages_of_acts_follow_one_another(corpus: Corpus) -> None:
    first = corpus.read_acts(limit=2)
    assert list(first["event"]) == ["a-0", "b-1", "b-2"]
    rest = corpus.read_acts(after=(NEXT, str(first["act"].iloc[-1])))
    assert list(rest["event"]) == ["b-4", "b-3"]


def test_the_table_has_the_codes_of_each_role_in_a_column(corpus: Corpus) -> None:
    table = list_events(corpus.read_events())
    assert list(table.loc[0, ["giver", "recipient", "kind"]]) == ["CHN", "ITA SRB", "donation"]
    assert "sentence" in table.columns


def test_a_hostile_title_stays_text_in_the_list() -> None:
    events = make_dated(("2020-03-02", "day")).read_acts().assign(title="<script>", sentence_text="<img src=x>")
    assert "<script" not in write_acts(events, read_words("zh"))
    assert "<img" not in write_acts(events, read_words("zh"))
