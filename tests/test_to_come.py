"""What is only planned or announced looks otherwise on every map than what is done, and is said in words."""

import re
from collections.abc import Sequence

import pytest

from dashboard.figures.chart_tables import tabulate_map
from dashboard.figures.maps import draw_map as draw_figure
from geo import drawings
from geo.base.records import Status
from geo.charts import Layout, Look, MapChart, MapOptions, Measure, redraw_map
from geo.charts.cards import list_class_keys, tabulate_areas
from geo.charts.chart_kinds import Asked, find_kind
from geo.charts.corpus_charts import chart_countries
from geo.charts.inks import find_contrast
from geo.charts.marks import Dot, Plane, Rectangle
from geo.charts.rates import Per, rate_map
from geo.charts.to_come import NOTHING
from geo.maps.hatches import hatch
from geo.reference.wordings import read_catalogue
from geo.store.corpus import ALL, Corpus, Where
from tests.made import DAY, Told, make_corpus
from tests.test_svg_texts import list_texts

ALONE = {"en": "Only planned or announced in what was read", "zh": "在所读取的内容中仅为计划或宣布"}
NAMES = {"en": "Only planned or announced", "zh": "仅为计划或宣布"}


def tell(number: int, recipient: str, status: Status, theme: str = "aid") -> Told:
    sides = (("CHN", "giver"), (recipient, "recipient"))
    return number, "a", "donation", status, theme, DAY, "day", sides  # type: ignore[return-value]


# Of Italy all is done, of Serbia one act of two, of Kenya and Malta nothing; Peru was refused it.
TOLD: Sequence[Told] = (
    tell(0, "ITA", "done"),
    tell(1, "SRB", "done"),
    tell(2, "SRB", "planned", "vaccines"),
    tell(3, "KEN", "announced"),
    tell(4, "MLT", "planned"),
    tell(5, "PER", "denied"),
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(TOLD)


def chart(corpus: Corpus, measure: Measure = "received", language: str = "en", where: Where = ALL) -> MapChart:
    return chart_countries(corpus, measure, where, Look(language))


def test_acts_to_come_are_counted_beside_those_that_are_done(corpus: Corpus) -> None:
    made = chart(corpus)
    assert dict(made.to_come.counts) == {"SRB": 1, "KEN": 1, "MLT": 1}
    assert set(made.striped) == {"KEN", "MLT"}
    assert dict(zip(made.rows["code"], made.rows["value"], strict=True)) == {"SRB": 2, "ITA": 1, "KEN": 1, "MLT": 1}


@pytest.mark.parametrize("per", [None, "people"])
def test_the_files_and_tables_of_a_map_say_how_many_are_not_done(corpus: Corpus, per: Per | None) -> None:
    made = rate_map(chart(corpus), per)
    for table, name in (
        (tabulate_areas(made), "planned_or_announced"),
        (tabulate_map(made, read_catalogue("page", "en")), "Of these planned or announced"),
    ):
        assert dict(zip(made.rows["code"], table[name], strict=True)) == {"SRB": 1, "ITA": 0, "KEN": 1, "MLT": 1}
    assert "planned_or_announced" not in tabulate_areas(chart(corpus, where=Where(statuses=("done",))))


def test_what_a_name_or_a_document_stands_for_is_never_to_come(corpus: Corpus) -> None:
    assert chart(corpus, "mentions").to_come == NOTHING


def test_a_filter_that_leaves_the_done_out_leaves_a_country_to_come(corpus: Corpus) -> None:
    assert chart(corpus, where=Where(themes=("vaccines",))).striped == ("SRB",)
    assert chart(corpus, where=Where(statuses=("done",))).striped == ()


def test_other_options_and_rates_keep_what_is_to_come(corpus: Corpus) -> None:
    made = chart(corpus)
    for other in (redraw_map(made, MapOptions(hue="greens")), rate_map(made, "people")):
        assert set(other.striped) == {"KEN", "MLT"}
        assert other.alt.count("Only planned or announced: Kenya, Malta.") == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_picture_has_stripes_a_core_and_says_what_they_mean(corpus: Corpus, language: str) -> None:
    svg = drawings.draw_map(chart(corpus, language=language), "svg")
    assert set(re.findall(rb'id="(hatch-to-come-\w+)"', svg)) == {b"hatch-to-come-KEN", b"hatch-to-come-MLT"}
    assert b'id="legend-to-come"' in svg
    assert NAMES[language] in list_texts(svg)
    bare = drawings.draw_map(redraw_map(chart(corpus, language=language), MapOptions(borders="none")), "svg")
    assert b"hatch-to-come" not in bare
    assert NAMES[language] in list_texts(bare)


def test_a_picture_of_what_is_done_has_no_such_entry(corpus: Corpus) -> None:
    svg = drawings.draw_map(chart(corpus, where=Where(statuses=("done",))), "svg")
    assert b"to-come" not in svg


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_figure_has_the_same(corpus: Corpus, language: str) -> None:
    figure = draw_figure(chart(corpus, language=language))
    entry = next(trace for trace in figure.data if trace.name == NAMES[language])
    assert {code for (code,) in entry.customdata} == {"KEN", "MLT"}
    hatched = [trace for trace in figure.data if trace.meta == "hatch"]
    assert hatched
    cards = figure.layout.meta["cards"]
    assert cards["KEN"]["facts"][-1] == ALONE[language]
    assert "1" in cards["SRB"]["facts"][-1]
    assert len(cards["ITA"]["facts"]) == 1


def test_tiles_are_striped_and_circles_hollow(corpus: Corpus) -> None:
    tiles, circles = lay_out(corpus, "tiles"), lay_out(corpus, "symbols")
    hatched = [one for one in tiles.marks if isinstance(one, Rectangle) and one.falling and one.hatch]
    assert {one.about.key for one in hatched if one.about} == {"KEN", "MLT"}
    dots = [one for one in circles.marks if isinstance(one, Dot)]
    assert {dot.about.key for dot in dots if dot.about and dot.colour.endswith("00")} == {"KEN", "MLT"}


def lay_out(corpus: Corpus, kind: str) -> Plane:
    asked = Asked("received", ALL, Look("en"), Layout("country", "none"))
    made = find_kind(kind).ask(corpus, asked).lay_out(900)
    assert "to-come" in {key.name for key in made.legend}
    return made


def test_stripes_can_be_told_from_every_class_in_both_themes(corpus: Corpus) -> None:
    for theme in ("light", "dark"):
        made = chart_countries(corpus, "received", ALL, Look("en", theme))
        colours = dict(zip(made.rows["code"], made.rows["colour"], strict=True))
        assert all(find_contrast(stripe, colours[code]) > 2 for code, stripe in made.stripes.items())
        assert "to-come" in {key.name for key in list_class_keys(made)}


def test_lines_that_fall_run_across_those_that_rise() -> None:
    for falling, sign in ((True, -1), (False, 1)):
        lines = hatch(("KEN",), falling=falling)
        assert len(lines) > 5
        assert all((x2 - x1) * (y2 - y1) * sign > 0 for line in lines for (x1, y1), (x2, y2) in [(line[0], line[-1])])
