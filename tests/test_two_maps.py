"""Two maps on one scale and their difference, as data."""

from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.command import main
from geo.base.errors import DrawingError
from geo.charts import Look, MapOptions, Side, TwoMapsChart, chart_two_maps, offer_sides, read_side, redraw_two_maps
from geo.charts.decimals import round_decimal
from geo.charts.differences import Values, left_out_colour, list_colours, scale_differences
from geo.charts.palettes import Theme, palette
from geo.charts.sides import list_months, name_side, split_at
from geo.drawings import draw_two_maps
from geo.maps.boundaries import read_own_boundaries
from geo.store.corpus import ALL, Corpus, Where
from tests.made import DAY, NEXT, make_corpus
from tests.test_drawings import SVG, list_ids, read_svg
from tests.test_own_boundaries import write_geojson
from tests.test_palettes import SIGHTS, differ

EN, ZH = Look(), Look("zh")
FIRST, SECOND = Side(DAY, DAY), Side(NEXT, NEXT)
CODES = st.sampled_from(["ITA", "SRB", "FRA", "CHN", "JPN", "TON", "VUT", "USA", "BRA", "IND", "EGY"])
COUNTS = st.dictionaries(CODES, st.integers(1, 5000))
RATES = st.dictionaries(CODES, st.floats(1e-4, 1e4).map(round_decimal))


def compare(measure: str = "took_part", look: Look = EN, where: Where = ALL) -> TwoMapsChart:
    """Return both days of the corpus of four acts compared."""
    return chart_two_maps(make_corpus(), measure, where, (FIRST, SECOND), look)


def read_rows(chart: TwoMapsChart) -> dict[str, tuple[float | None, ...]]:
    """Return first, second and difference by code; None where a side has none."""
    rows = chart.rows[["code", "first", "second", "difference"]].astype(object)
    return {code: tuple(None if pd.isna(one) else one for one in values) for code, *values in rows.to_numpy().tolist()}


@given(st.tuples(COUNTS, COUNTS) | st.tuples(RATES, RATES))
def test_the_difference_of_the_sides_exchanged_is_its_negative(
    sides: tuple[dict[str, float], dict[str, float]],
) -> None:
    one, other = Values(*sides), Values(*sides[::-1])
    assert one.find_differences() == {code: -value for code, value in other.find_differences().items()}


@given(st.tuples(COUNTS, COUNTS) | st.tuples(RATES, RATES))
def test_the_sides_exchanged_give_the_same_classes_with_their_colours_exchanged(
    sides: tuple[dict[str, float], dict[str, float]],
) -> None:
    one, other = (scale_differences(Values(*both), EN) for both in (sides, sides[::-1]))
    ends = [(c.low, c.high) for c in one.classes]
    assert ends == [(-c.high, -c.low) for c in other.classes][::-1]
    assert [EXCHANGED[colour] for colour in one.colours] == list(other.colours[::-1])


EXCHANGED = dict(zip(list_colours("light"), list_colours("light")[::-1], strict=True))


@given(st.tuples(COUNTS, COUNTS))
def test_every_difference_lies_in_its_class_and_only_one_side_is_no_amount(
    sides: tuple[dict[str, float], dict[str, float]],
) -> None:
    values = Values(*sides)
    scaled = scale_differences(values, EN)
    for code, value in scaled.values.items():
        one, side = scaled.classes[scaled.numbers[code]], values.find_side(code)
        assert side is None or one.label == ("only in A", "only in B")[side]
        assert side is not None or one.low <= value <= one.high
    amounts = [one for one in scaled.classes if not one.label.startswith("only")]
    assert all(low.high < high.low for low, high in pairwise(amounts))


def test_one_scale_holds_both_sides() -> None:
    chart = compare()
    assert chart.first.classes is chart.second.classes
    assert chart.first.colours is chart.second.colours
    values = [*chart.first.rows["value"], *chart.second.rows["value"]]
    assert (min(values), max(values)) == (chart.first.classes[0].low, chart.first.classes[-1].high)


def test_each_side_counts_its_own_days_and_the_table_holds_both() -> None:
    rows = read_rows(compare())
    assert set(rows) == {"CHN", "ITA", "SRB", "FRA", "JPN"}
    assert rows["CHN"] == (1, 2, 1)
    assert rows["ITA"] == (1, None, -1)


def test_what_each_side_reads_is_said_and_when_it_is_not_alike() -> None:
    corpus = make_corpus()
    documents = chart_two_maps(corpus, "took_part", ALL, (Side(documents=("a",)), Side(documents=("a", "b"))), EN)
    assert documents.notes == (
        "A reads 1 document, B 2 documents.",
        "The sides do not read equally many documents: more documents name more.",
        "The two sides overlap: what counts in both is in both maps.",
    )


def test_spans_of_unlike_length_are_told() -> None:
    sides = Side(date(2020, 3, 1), date(2020, 3, 26)), SECOND
    chart = chart_two_maps(make_corpus(), "took_part", ALL, sides, EN)
    assert "A has 26 days, B has 1: more days hold more." in chart.notes
    assert chart.shown[1].name == "27 March 2020"


def test_per_head_both_sides_and_the_difference_are_rates() -> None:
    chart = chart_two_maps(make_corpus(), "took_part", ALL, (FIRST, SECOND), EN, "people")
    assert read_rows(chart)["CHN"] == (0.000715, 0.00143, 0.000715)
    assert "per million people" in chart.labels.measure
    assert chart.notes[-1].startswith("Where few people live")


def test_who_is_left_out_is_named_as_left_out() -> None:
    chart = compare(where=Where(without=("CHN",)))
    assert chart.left_out == {"CHN": "China"}
    assert any(note.startswith("Left out: China") for note in chart.notes)


def test_all_is_told_in_words() -> None:
    alt = compare().alt
    assert "Map A: 26 March 2020: 3 countries or areas" in alt
    assert "1 countries or areas on both sides, 2 in A alone, 2 in B alone" in alt
    assert "仅见于A的2个" in compare(look=ZH).alt


def test_drawn_otherwise_it_compares_the_same() -> None:
    chart = redraw_two_maps(compare(), MapOptions(hue="greens", borders="none"))
    assert chart.rows.equals(compare().rows)
    assert set(chart.first.colours) <= set(palette("light", "greens").steps)
    assert set(chart.difference.dots) == set(chart.difference.rows["code"])
    assert redraw_two_maps(chart, chart.options) is chart


@pytest.mark.parametrize(
    "text", ["2020-03-01..2020-03-31", "..2020-03-25", "2020-03-26..", "outlet:新华网", "document:a,b"]
)
def test_a_side_is_read_as_it_is_written(text: str) -> None:
    assert str(read_side(text)) == text


@pytest.mark.parametrize(
    "text", ["", "..", "2020", "2020-03-31..2020-03-01", "outlet:", "document:", "2020-13-01..", "x" * 3000]
)
def test_what_is_no_side_says_how_one_is_written(text: str) -> None:
    with pytest.raises(DrawingError, match=r"outlet:NAME|at most 20"):
        read_side(text)


def test_a_side_is_called_by_its_month_its_open_end_or_its_title() -> None:
    corpus = make_corpus()
    sides = read_side("2020-03-01..2020-03-31"), read_side("2020-03-26.."), Side(documents=("a",))
    assert [name_side(one, corpus, EN) for one in sides] == ["March 2020", "from 26 March 2020", "2020-03-26 · Title a"]
    assert name_side(sides[1], corpus, ZH) == "2020年3月26日起"


def test_the_days_are_halved_by_what_is_named() -> None:
    assert offer_sides(make_corpus(), "document") == (Side(documents=("a",)), Side(documents=("b",)))
    assert split_at(NEXT, (DAY, NEXT)) == (FIRST, SECOND)
    assert [one.since for one in list_months(make_corpus())] == [date(2020, 3, 1)]


def test_the_seeds_offer_two_halves_of_days_and_two_outlets(seeds: Corpus) -> None:
    halves, outlets = offer_sides(seeds), offer_sides(seeds, "outlet")
    assert halves is not None
    assert outlets is not None
    assert halves[0].until is not None
    assert halves[1].since is not None
    assert (halves[1].since - halves[0].until).days == 1
    assert outlets[0].outlet != outlets[1].outlet


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_looks_of_a_difference_are_confused_by_any_eye(theme: Theme, sight: str) -> None:
    colours = palette(theme)
    looks = [*list_colours(theme), colours.no_data]
    pairs = [(one, other) for one, other in combinations(looks, 2) if {one, other} != {colours.zero, colours.no_data}]
    assert min(differ(one, other, sight) for one, other in pairs) >= 10
    assert min(differ(left_out_colour(theme), one, sight) for one in looks) >= 10


@pytest.mark.parametrize("look", [EN, Look("zh", "dark")])
def test_the_picture_has_the_classes_of_both_legends_and_who_is_left_out(look: Look) -> None:
    chart = compare(look=look, where=Where(without=("CHN",)))
    picture = draw_two_maps(chart, "svg")
    ids = list_ids(picture)
    for name, one in (("class", chart.first), ("difference", chart.difference)):
        assert [f"legend-{name}-{n}" in ids for n in range(len(one.classes))] == [True] * len(one.classes)
    assert {"legend-class-left-out", "legend-difference-left-out"} <= set(ids)
    assert read_svg(picture).findtext(f"{SVG}desc") == chart.alt


def test_the_same_two_maps_give_the_same_bytes() -> None:
    assert draw_two_maps(compare(), "png", 1) == draw_two_maps(compare(), "png", 1)


def test_two_maps_draw_boundaries_of_the_users_own(tmp_path: Path) -> None:
    own = read_own_boundaries(write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"}))
    assert len(draw_two_maps(compare(), "svg", 1, own)) < len(draw_two_maps(compare(), "svg", 1)) / 5


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_the_command_draws_two_sides(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"two.{ending}"
    main([*write_made(tmp_path), "--first", "2020-03-26..2020-03-26", "--second", "document:b", "--to", str(file)])
    assert "26 March 2020 and 2020-03-26 · Title b" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--first", "2020-03-26..2020-03-26"], "give both --first and --second"),
        (["--first", "2020", "--second", "outlet:Outlet"], "2020 is no side of a comparison"),
        (["--rows", "month", "--per", "people"], "a month has no rate per people"),
        (["--each", "theme", "--per", "people"], "--per means nothing for small maps"),
    ],
)
def test_a_mistake_of_the_command_ends_in_one_line(
    tmp_path: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*write_made(tmp_path), *words, "--to", str(tmp_path / "two.svg")])
    assert said in capsys.readouterr().err


def test_the_command_draws_rates(tmp_path: Path) -> None:
    file = tmp_path / "bars.html"
    main([*write_made(tmp_path), "--rows", "region", "--per", "countries", "--to", str(file)])
    assert "Europe (43)" in file.read_text(encoding="utf-8")


def write_made(folder: Path) -> list[str]:
    """Write the corpus of four acts and return the words of the command that draw something of it."""
    make_corpus().write(folder / "made")
    return ["draw", str(folder / "made"), "--chart", "compare", "--measure", "took_part"]
