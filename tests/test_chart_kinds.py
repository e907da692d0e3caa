"""The kinds of charts: what each shows as marks, its words and its table; and that a new one is one file."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from math import pi
from pathlib import Path

import pytest

from dashboard.choices.addresses import list_figures, list_shown
from dashboard.command import main
from dashboard.figures.planes import draw_plane
from geo.base.errors import DrawingError
from geo.charts import Layout, Look, MapOptions, chart_map
from geo.charts import kinds as folder
from geo.charts.appearance import Labels
from geo.charts.chart_kinds import WIDTHS, Asked, KindChart, find_kind, list_keys, list_kinds
from geo.charts.kinds.slope import MOST_NAMED
from geo.charts.kinds.symbols import list_round
from geo.charts.marks import Dot, Line, Plane, Rectangle, Words
from geo.charts.palettes import palette
from geo.charts.side_pairs import list_pairs
from geo.charts.sides import read_side
from geo.charts.two_maps import chart_two_maps
from geo.reference.areas import read_areas
from geo.store.corpus import Corpus, Where
from tests.made import make_corpus

KINDS = list_keys()
SIDES = (read_side("2020-02-01..2020-03-25"), read_side("2020-03-26..2020-04-30"))
NEW = '''
"""A new kind of chart."""

from geo.charts.cards import tabulate_areas
from geo.charts.chart_kinds import COUNTRIES, ChartKind
from geo.charts.marks import About, Plane, Rectangle

WORDS = {"en": {"name": "waffle", "about": "A waffle."}, "zh": {"name": "华夫", "about": "华夫图。"}}


def _lay_out(chart, words, space):
    boxes = (Rectangle(0, 0, space.width, 40, "#0072b2", About("ITA", ("Italy",))),)
    return Plane(space.width, 40, boxes)


KIND = ChartKind("waffle", COUNTRIES, WORDS, _lay_out, tabulate_areas)
'''


def ask(kind: str, corpus: Corpus, language: str = "en", measure: str = "mentions") -> KindChart:
    asked = Asked(measure, Where(without=("CHN",)), Look(language), Layout("country", "none"), SIDES)
    return find_kind(kind).ask(corpus, asked)


@pytest.fixture
def waffle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Add a kind of chart as one file."""
    (tmp_path / "waffle.py").write_text(NEW, encoding="utf-8")
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    yield "waffle"
    sys.modules.pop("geo.charts.kinds.waffle", None)


def test_a_new_kind_is_one_file(waffle: str, tmp_path: Path, seeds: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    assert waffle in list_keys("countries")
    assert waffle in list_shown()
    folder = tmp_path / "corpus"
    make_corpus().write(folder)
    for ending in ("png", "svg", "html"):
        main(["draw", str(folder), "--chart", waffle, "--measure", "mentions", "--to", str(tmp_path / f"x.{ending}")])
        assert (tmp_path / f"x.{ending}").stat().st_size > 2000
    assert b"A waffle." in (tmp_path / "x.html").read_bytes()
    with pytest.raises(SystemExit):
        main(["draw", "--help"])
    assert waffle in capsys.readouterr().out


def test_without_its_file_a_kind_is_nowhere() -> None:
    assert "waffle" not in list_keys()
    with pytest.raises(DrawingError, match="choose of columns, dots, slope, symbols, tiles"):
        find_kind("waffle")


def test_the_pages_offer_every_kind() -> None:
    assert set(KINDS) == {*list_figures(), *list_shown()} - {"bars", "maps", "two", "areas"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_the_same_words_in_every_language(kind: str) -> None:
    words = find_kind(kind).words
    assert words["en"].keys() == words["zh"].keys() >= {"name", "about"}
    for key, text in words["en"].items():
        assert set(re.findall(r"{(\w+)", text)) == set(re.findall(r"{(\w+)", words["zh"][key])), key
        assert re.search("[\u4e00-\u9fff]", words["zh"][key])


def test_a_catalogue_may_word_a_kind_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    look = Look("zh")
    assert find_kind("tiles").name(look) == "方格"
    own = replace(look.words, words={**look.words.words, "tiles.name": "carreaux"})
    monkeypatch.setattr("geo.charts.appearance.read_chart_words", lambda language: own)
    assert find_kind("tiles").name(look) == "carreaux"


@pytest.mark.parametrize("width", [*WIDTHS, 804.0])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_two_texts_overlap_and_none_leaves_the_plane(kind: str, language: str, width: float, seeds: Corpus) -> None:
    plane = ask(kind, seeds, language).lay_out(width)
    boxes = [(one.text, one.box) for one in plane.marks if isinstance(one, Words)]
    for text, (left, top, right, bottom) in boxes:
        assert (left >= -1, right <= width + 1, top >= -1, bottom <= plane.height + 1) == (True,) * 4, text
    for (text, one), (other_text, other) in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) < 2.5, (text, other_text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_of_something_has_its_key_and_its_card(kind: str, seeds: Corpus) -> None:
    marks = ask(kind, seeds).lay_out(900).marks
    told = [mark.about for mark in marks if not isinstance(mark, Line) and mark.about is not None]
    assert told
    assert {about.key for about in told} <= read_areas().keys()
    # The name beneath a column says nothing else.
    assert all(len(about.card) > 1 for about in told) or kind == "columns"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_figure_carries_the_keys_for_clicks(kind: str, theme: str, seeds: Corpus) -> None:
    asked = Asked("mentions", Where(), Look("zh", theme), Layout("country", "none"), SIDES)  # type: ignore[arg-type]
    figure = draw_plane(find_kind(kind).ask(seeds, asked), 900, ["ITA"])
    told = [one for trace in figure.data if trace.customdata for one in trace.customdata]
    assert "ITA" in {one[0] for one in told}
    assert {trace.type for trace in figure.data} <= {"bar", "scatter", "scattergeo", "choropleth"}


def test_what_is_written_in_a_document_is_no_markup_in_a_card(seeds: Corpus) -> None:
    labels = Labels("T", "<b>m</b>", "S")
    chart = find_kind("tiles").arrange(chart_map({"ITA": 3}, {"ITA": "<img src=x>"}, labels, Look()))
    assert "<img" not in draw_plane(chart, 900).to_json()
    assert "&lt;img" in draw_plane(chart, 900).to_json().replace("\\u003c", "<").replace("\\u0026", "&")


# Tiles


@pytest.mark.parametrize("width", WIDTHS)
def test_tiles_are_250_squares_of_one_size_of_which_none_covers_another(width: float, seeds: Corpus) -> None:
    plane = ask("tiles", seeds).lay_out(width)
    squares = {m.about.key: m for m in list_rectangles(plane) if m.about and m.height == pytest.approx(m.width)}
    assert squares.keys() == read_areas().keys()
    assert len({round(square.width, 6) for square in squares.values()}) == 1
    assert len({(square.left, square.top) for square in squares.values()}) == 250


def test_a_tile_has_the_colour_of_the_map_and_who_is_left_out_is_hatched(seeds: Corpus) -> None:
    chart = chart_map({"ITA": 9, "FRA": 1}, {}, Labels("T", "events", "S"), Look(), left_out={"CHN": 5})
    plane = find_kind("tiles").arrange(chart).lay_out(900)
    squares = {m.about.key: m for m in reversed(list_rectangles(plane)) if m.about}
    assert (squares["FRA"].colour, squares["ITA"].colour) == chart.colours
    assert squares["KEN"].colour == palette("light").no_data
    assert [key for key, one in squares.items() if one.hatch] == ["CHN"]
    assert squares["CHN"].about is not None
    assert "left out here" in squares["CHN"].about.card
    assert [key.name for key in plane.legend] == ["class-0", "class-1", "no-data", "left-out"]


def list_rectangles(plane: Plane) -> list[Rectangle]:
    return [mark for mark in plane.marks if isinstance(mark, Rectangle)]


# Symbols


def test_the_areas_of_circles_are_in_proportion_and_the_small_ones_lie_above() -> None:
    chart = chart_map({"ITA": 80, "FRA": 20, "TUV": 5, "KEN": 0}, {}, Labels("T", "m", "S"), Look())
    dots = [one for one in find_kind("symbols").arrange(chart).lay_out(900).marks if isinstance(one, Dot)]
    assert [one.about.key for one in dots if one.about] == ["ITA", "FRA", "TUV"]
    areas = [pi * (one.diameter / 2) ** 2 for one in dots]
    assert areas[0] / areas[1] == pytest.approx(4)
    assert areas[1] / areas[2] == pytest.approx(4)


def test_the_legend_of_circles_is_on_the_scale_of_the_map() -> None:
    chart = chart_map({"ITA": 100, "FRA": 7}, {}, Labels("T", "m", "S"), Look())
    plane = find_kind("symbols").arrange(chart).lay_out(900)
    circles = [key for key in plane.legend if key.sign == "circle"]
    assert [key.words for key in circles] == ["100", "20", "5"]
    assert circles[0].diameter == next(one.diameter for one in plane.marks if isinstance(one, Dot))
    assert list_round(0.0, whole=True) == ()


def test_a_part_of_the_world_has_its_own_circles_alone() -> None:
    chart = chart_map({"ITA": 4, "USA": 400}, {}, Labels("T", "m", "S"), Look(), MapOptions(frame="europe"))
    plane = find_kind("symbols").arrange(chart).lay_out(900)
    assert [one.about.key for one in plane.marks if isinstance(one, Dot) and one.about] == ["ITA"]
    assert [key.words for key in plane.legend if key.sign == "circle"] == ["2", "1"]


def test_a_map_of_circles_colours_no_area_beneath_them() -> None:
    ground = find_kind("symbols").arrange(chart_map({"ITA": 4}, {}, Labels("T", "m", "S"), Look())).lay_out(900).ground
    assert ground is not None
    assert set(ground.rows["colour"]) == {palette("light").no_data}


# Two sides


def test_a_slope_names_the_largest_differences_at_both_ends(seeds: Corpus) -> None:
    plane = ask("slope", seeds).lay_out(900)
    named = [one.about.key for one in plane.marks if isinstance(one, Words) and one.about]
    pairs = list(list_pairs(chart_two_maps(seeds, "mentions", Where(without=("CHN",)), SIDES, Look())))
    assert sorted(named) == sorted(2 * [pair.code for pair in pairs[:MOST_NAMED]])
    lines = [one for one in plane.marks if isinstance(one, Line) and len({x for x, _ in one.points} & ends(plane)) == 2]
    assert len(lines) == len(pairs)


def ends(plane: Plane) -> set[float]:
    return {mark.x for mark in plane.marks if isinstance(mark, Dot)}


def test_a_line_rises_where_there_is_more_on_the_second_side(seeds: Corpus) -> None:
    plane = ask("slope", seeds).lay_out(900)
    pairs = {pair.code: pair for pair in list_pairs(chart_two_maps(seeds, "mentions", Where(), SIDES, Look()))}
    dots = [mark for mark in plane.marks if isinstance(mark, Dot) and mark.about]
    for first, second in zip(dots[::2], dots[1::2], strict=True):
        assert first.about == second.about
        assert first.about is not None
        difference = pairs[first.about.key].difference
        assert (second.y < first.y, second.y > first.y) == (difference > 0, difference < 0)


def test_dots_are_sorted_by_their_difference_and_say_how_many_more_there_are(seeds: Corpus) -> None:
    chart = ask("dots", seeds)
    plane = chart.lay_out(340)
    differences = [one.text for one in plane.marks if isinstance(one, Words) and one.text[0] in "+−" and one.bold]
    found = [int(text.replace("−", "-")) for text in differences]
    assert len(found) == 20
    assert found == sorted(found, reverse=True)
    assert str(len(chart.table)) in plane.notes[0]


def test_what_nobody_states_is_not_nothing(seeds: Corpus) -> None:
    chart = chart_two_maps(seeds, "mentions", Where(), SIDES, Look())
    stated = replace(chart, stated=True)
    assert {pair.missing for pair in list_pairs(chart)} == {0, 1, None}
    assert {pair.missing for pair in list_pairs(stated)} == {None}
    plane = find_kind("slope").arrange(stated).lay_out(900)
    alone = len(chart.rows) - len(list(list_pairs(stated)))
    assert plane.notes == (f"{alone} with a figure on one side alone are in the table only.",)
    assert find_kind("slope").arrange(stated).table["first"].isna().any()


# Columns


def test_columns_are_as_high_as_their_totals_and_end_on_one_line(seeds: Corpus) -> None:
    chart = ask("columns", seeds)
    boxes = list_rectangles(chart.lay_out(900))
    assert len({round(box.top + box.height, 6) for box in boxes}) == 1
    totals = chart.table["total"].head(len(boxes)).tolist()
    assert [box.height / boxes[0].height for box in boxes] == pytest.approx([n / totals[0] for n in totals])


def test_a_narrow_plane_has_fewer_columns_and_says_how_many_more(seeds: Corpus) -> None:
    chart = ask("columns", seeds)
    plane = chart.lay_out(340)
    left = len(chart.table) - len(list_rectangles(plane))
    assert f"{left} more have no room here; the table has them all." in {
        one.text for one in plane.marks if isinstance(one, Words)
    }


def test_the_parts_of_a_column_stand_on_each_other(seeds: Corpus) -> None:
    asked = Asked("took_part", Where(), Look(), Layout("month", "theme"))
    chart = find_kind("columns").ask(seeds, asked)
    plane = chart.lay_out(900)
    [first, *_] = {box.left for box in list_rectangles(plane)}
    boxes = [box for box in list_rectangles(plane) if box.left == first]
    for lower, upper in pairwise(boxes):
        assert lower.top == pytest.approx(upper.top + upper.height)
    assert {box.about.part for box in boxes if box.about} <= {key.name.removeprefix("part-") for key in plane.legend}


# Nothing to show


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_says_why(kind: str) -> None:
    empty = Asked("received", Where(since=SIDES[1].until), Look(), Layout("country", "none"), SIDES)
    sides = tuple(replace(side, since=SIDES[1].until, until=SIDES[1].until) for side in SIDES)
    chart = find_kind(kind).ask(make_corpus(), empty._replace(sides=sides))  # type: ignore[arg-type]
    assert chart.empty
    assert chart.lay_out(900).height >= 0


def test_every_kind_can_be_listed_by_its_question() -> None:
    assert {kind.key for about in ("countries", "bars", "sides") for kind in list_kinds(about)} == set(KINDS)
