"""Bars in parts and small maps: that what is drawn adds up, in what order it stands, and what the page makes of it."""

from functools import partial
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.command import main
from dashboard.figures.stacked_bars import Marked, draw_stacks
from geo.base.errors import DrawingError
from geo.charts import (
    EACH,
    Layout,
    Look,
    Measure,
    Parts,
    Rows,
    StacksChart,
    Theme,
    chart_countries,
    chart_multiples,
    chart_stacks,
    list_each,
    list_parts,
    list_rows,
)
from geo.charts.dimensions import MOST_NAMED, list_colours, name_keys
from geo.charts.multiples import narrow
from geo.drawings import draw_multiples, draw_panel
from geo.drawings import draw_stacks as print_stacks
from geo.store.corpus import ALL, Corpus, Where, extract
from geo.store.tables import make_table
from tests.made import make_corpus
from tests.pages import OpenPage, run
from tests.test_palettes import SIGHTS, differ

EN, ZH = Look("en"), Look("zh")
MEASURES: tuple[Measure, ...] = ("received", "gave", "took_part", "mentions", "documents")
EVERY = [(m, r, p) for m in MEASURES for r in list_rows(m) for p in list_parts(m, r)]


@pytest.fixture(scope="module")
def made() -> Corpus:
    """Return two documents that tell of four acts."""
    return make_corpus()


def chart(corpus: Corpus, measure: Measure = "received", where: Where = ALL, **layout: object) -> StacksChart:
    """Return the bars of a corpus in English."""
    return chart_stacks(corpus, measure, where, Layout(**layout), EN)  # type: ignore[arg-type]


def read_totals(found: StacksChart) -> dict[str, int]:
    """Return the total of each bar, in their order."""
    return dict(zip(found.rows["key"], found.rows["total"], strict=True))


def read_cells(found: StacksChart) -> dict[tuple[str, str], int]:
    """Return the number of each part of each bar."""
    cells = found.cells
    return dict(zip(zip(cells["row"], cells["part"], strict=True), cells["value"], strict=True))


@pytest.mark.parametrize(("measure", "rows", "parts"), EVERY)
def test_the_parts_of_a_bar_come_to_its_total_or_no_stack_is_drawn(
    seeds: Corpus, measure: Measure, rows: Rows, parts: Parts
) -> None:
    found = chart(seeds, measure, rows=rows, parts=parts)
    sums = found.cells.groupby("row")["value"].sum().to_dict()
    assert len(found.rows) > 0
    assert found.stacked == (sums == read_totals(found))
    assert found.stacked or measure == "documents"


def test_the_shares_of_a_bar_come_to_one(seeds: Corpus) -> None:
    found = chart(seeds, "mentions", rows="document", parts="region", share=True)
    assert found.shares
    assert found.cells.groupby("row")["share"].sum().to_list() == pytest.approx([1.0] * len(found.rows))


def test_bars_by_country_say_what_the_map_says(seeds: Corpus) -> None:
    for measure in MEASURES:
        rows = chart_countries(seeds, measure, ALL, EN).rows
        assert read_totals(chart(seeds, measure)) == dict(zip(rows["code"], rows["value"], strict=True))


def test_an_event_told_in_two_documents_is_one_and_belongs_to_several(made: Corpus) -> None:
    found = chart(made, parts="document")
    assert read_cells(found)["SRB", "several"] == 1
    assert read_totals(found)["SRB"] == 1


def test_an_event_of_two_regions_is_counted_once_a_month(made: Corpus) -> None:
    found = chart(made, "took_part", rows="month", parts="region")
    assert read_cells(found) == {("2020-03", "142"): 1, ("2020-03", "several"): 2, ("unknown", "several"): 1}


def test_a_region_counts_an_event_of_two_members_once(made: Corpus) -> None:
    assert read_totals(chart(made, rows="region")) == {"150": 2, "142": 1}


def test_documents_of_several_regions_do_not_add_up_and_that_is_said(seeds: Corpus) -> None:
    found = chart(seeds, "documents", rows="month", parts="region")
    assert not found.stacked
    assert any("documents do not add up" in note for note in found.notes)
    assert len(draw_stacks(found).data) == 2


def test_bars_that_share_events_are_said_not_to_add_up(made: Corpus) -> None:
    assert any("the events to 3:" in note for note in chart(made).notes)


def test_bars_stand_by_total_by_name_or_by_a_part(made: Corpus) -> None:
    by = {sort: list(read_totals(chart(made, parts="theme", sort=sort))) for sort in ("total", "name", "experts")}
    assert by == {"total": ["ITA", "CHN", "SRB"], "name": ["CHN", "ITA", "SRB"], "experts": ["ITA", "CHN", "SRB"]}


def test_months_stand_in_their_order_and_the_unknown_last(seeds: Corpus, made: Corpus) -> None:
    keys = list(read_totals(chart(seeds, "took_part", rows="month")))
    assert keys == sorted(keys)
    assert list(read_totals(chart(made, "took_part", rows="month")))[-1] == "unknown"


def test_where_no_month_is_known_that_is_said(made: Corpus) -> None:
    found = chart(made, where=Where(themes=("experts",)), rows="month")
    assert read_totals(found) == {"unknown": 1}
    assert found.notes[0] == "No month is known of any of these."


def make_many(countries: int, documents: int) -> Corpus:
    """Return documents that each name some countries once."""
    from geo.reference.places import list_place_codes

    codes = sorted(list_place_codes())[:countries]
    names = [f"{number:020}" for number in range(documents)]
    rows = [(name, None, f"Title {name}", None, None, None, "en", 100, None, None) for name in names]
    sentences = [(name, 0, 0, 9, "Sentence.", None, None, None, None) for name in names]
    mentions = [(name, 0, 0, 5, "Words", "country", code, "name") for name in names for code in codes]
    return Corpus({"documents": make_table("documents", rows), "sentences": make_table("sentences", sentences),
                   "mentions": make_table("mentions", mentions)})  # fmt: skip


def test_what_has_no_room_is_counted_and_said() -> None:
    found = chart(make_many(35, 12), "mentions", parts="document")
    assert len(draw_stacks(found).data[-1].y) == found.drawn == 30
    assert found.notes[0].startswith("30 of 35 bars")
    assert len(found.parts) == MOST_NAMED + 1
    assert found.parts[-1].name == "others (5)"
    assert len(found.tabulate()) == 35


def test_documents_of_one_title_are_numbered_and_files_bear_no_folder() -> None:
    rows = [(name, None, title, None, None, None, "en", 9, path, None)
            for name, title, path in (("a", "Aid", None), ("b", "Aid", None), ("c", None, "/home/me/c.txt"))]  # fmt: skip
    found = name_keys("document", "abc", Corpus({"documents": make_table("documents", rows)}), EN)
    assert found == {"a": "Aid", "b": "Aid (2)", "c": "c.txt"}


def test_what_means_nothing_is_refused_and_says_what_does(made: Corpus) -> None:
    with pytest.raises(DrawingError, match="choose of none, region, document, month"):
        chart(made, "mentions", parts="kind")
    with pytest.raises(DrawingError, match="choose of country, region, month"):
        chart(made, "documents", rows="document")


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_parts_look_alike_to_any_eye(theme: Theme, sight: str) -> None:
    assert min(differ(one, other, sight) for one, other in combinations(list_colours(theme), 2)) > 8


def test_a_part_keeps_its_colour_whatever_else_is_counted(made: Corpus) -> None:
    before, after = (chart(made, parts="theme", where=Where(without=codes)).parts for codes in ((), ("ITA",)))
    kept = {part.key: part.colour for part in after}
    assert len(before) > len(after) > 0
    assert {part.key: part.colour for part in before if part.key in kept} == kept


def test_what_is_not_chosen_is_faded(made: Corpus) -> None:
    figure = draw_stacks(chart(made, parts="theme"), Marked("ITA", "aid"))
    colours = {(point[0], point[1]): colour for trace in figure.data[:-1]
               for point, colour in zip(trace.customdata, trace.marker.color, strict=True)}  # fmt: skip
    assert [key for key, colour in colours.items() if len(colour) == 7] == [("ITA", "aid")]


def test_a_hostile_title_is_inert_on_the_figure_and_in_the_picture() -> None:
    title = '<img src=x onerror=alert(1)> $\\href{x}{y}$ =HYPERLINK("x") ' + "长" * 5000
    corpus = Corpus({
        "documents": make_table("documents", [("d", None, title, None, None, None, "en", 9, None, None)]),
        "sentences": make_table("sentences", [("d", 0, 0, 9, "Sentence.", None, None, None, None)]),
        "mentions": make_table("mentions", [("d", 0, 0, 5, "Italy", "country", "ITA", "name")]),
    })  # fmt: skip
    found = chart(corpus, "mentions", rows="document", parts="region")
    sent = draw_stacks(found).to_json()
    assert "<img" not in sent
    assert len(sent) < 10_000
    assert b"<img" not in print_stacks(found, "svg")


def test_a_rerun_of_thirty_bars_in_eight_parts_is_light() -> None:
    found = chart(make_many(35, 12), "mentions", parts="document")
    assert len(draw_stacks(found).to_json()) < 45_000


def list_ids(data: bytes) -> list[str]:
    """Return the ids in a picture of our own."""
    return [element.get("id", "") for element in ElementTree.fromstring(data).iter()]  # noqa: S314


@pytest.mark.parametrize("look", [EN, ZH, Look("zh", "dark")])
def test_the_printed_bars_have_the_same_parts(seeds: Corpus, look: Look) -> None:
    found = chart_stacks(seeds, "took_part", ALL, Layout("document", "theme"), look)
    assert [f"legend-part-{part.key}" for part in found.parts] == [
        i for i in list_ids(print_stacks(found, "svg")) if "legend-part-" in i
    ]


@pytest.mark.parametrize("parts", ["none", "theme"])
def test_where_there_is_nothing_the_picture_says_so(parts: Parts) -> None:
    found = chart(extract(()), parts=parts)
    assert "There is nothing to draw." in found.alt
    assert b"nothing to draw" in print_stacks(found, "svg")


def test_each_small_map_says_what_the_map_of_its_theme_or_month_says(seeds: Corpus) -> None:
    for each in EACH:
        found = chart_multiples(seeds, "took_part", ALL, each, EN)
        for panel in found.panels:
            rows = chart_countries(seeds, "took_part", narrow(ALL, each, panel.key), EN).rows
            assert panel.values == dict(zip(rows["code"], rows["value"], strict=True))


def test_all_small_maps_share_one_scale(seeds: Corpus) -> None:
    found = chart_multiples(seeds, "took_part", ALL, "theme", EN)
    by_value = {(value, panel.colours[code]) for panel in found.panels for code, value in panel.values.items()}
    assert len(by_value) == len({value for value, _ in by_value})
    assert {colour for _, colour in by_value} == set(found.colours)


def test_names_have_no_small_maps_by_theme() -> None:
    assert [list_each(measure) for measure in ("gave", "mentions")] == [("theme", "month"), ("month",)]


def test_small_maps_are_drawn_for_print_and_for_the_page(made: Corpus) -> None:
    found = chart_multiples(made, "received", ALL, "theme", ZH)
    assert b"<desc>" in draw_multiples(found, "svg")
    picture = draw_panel(found, found.panels[0])
    assert picture[8:12] == b"WEBP"
    assert len(picture) < 60_000


def test_the_command_draws_bars_and_small_maps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_corpus().write(tmp_path / "corpus")
    for name, options in {"bars.svg": ["--rows", "month", "--parts", "kind"], "maps.svg": ["--each", "theme"]}.items():
        main(["draw", str(tmp_path / "corpus"), "--chart", "compare", *options, "--to", str(tmp_path / name)])
        assert (tmp_path / name).read_bytes().startswith(b"<?xml")
    assert "lies in" in capsys.readouterr().out


@pytest.fixture
def compare(open_page: OpenPage, made_folder: Path) -> OpenPage:
    """Return a function that draws the page of the made corpus as an address opens it."""
    return partial(open_page, "compare", made_folder)


def read_table(page: AppTest) -> pd.DataFrame:
    """Return the table under the chart."""
    table: pd.DataFrame = page.dataframe[0].value
    return table


@pytest.mark.parametrize(
    ("language", "title", "columns"),
    [
        (
            "en",
            "Events in which countries or areas received, by country or area and theme",
            ["Code", "country or area", "Total", "Aid and donations", "Expert and medical teams"],
        ),
        (
            "zh",
            "国家或地区作为受援方的事件（按国家或地区和主题）",
            ["代码", "国家或地区", "总数", "援助与捐赠", "专家与医疗队"],
        ),
    ],
)
def test_the_page_says_in_the_language_of_the_reader_what_it_compares(
    compare: OpenPage, language: str, title: str, columns: list[str]
) -> None:
    page = compare(language=language)
    assert page.title[0].value == title
    assert list(read_table(page).columns) == columns


def test_only_what_means_something_is_offered(compare: OpenPage) -> None:
    page = compare(measure="mentions", rows="theme", parts="kind")
    assert page.selectbox(key="rows").options == ["country or area", "region", "document", "month"]
    assert page.selectbox(key="parts").options == ["none", "region", "document", "month"]
    assert page.selectbox(key="parts").value == "region"


def test_a_choice_of_bars_is_written_to_the_address(compare: OpenPage) -> None:
    page = compare()
    page.selectbox(key="rows").set_value("month")
    run(page)
    page.selectbox(key="parts").set_value("kind")
    run(page)
    page.selectbox(key="sort").set_value("donation")
    run(page)
    assert page.query_params == {"rows": "month", "parts": "kind", "sort": "donation"}


def test_what_the_bars_stand_for_is_marked_and_not_filtered(compare: OpenPage) -> None:
    assert list(read_table(compare(codes="ITA", theme="aid"))["Code"]) == ["ITA", "SRB"]
    assert list(read_table(compare(rows="theme", parts="none", codes="SRB"))["Total"]) == [1]


@pytest.mark.parametrize("figure", ["bars", "maps"])
def test_where_nothing_is_left_the_page_says_so(
    open_page: OpenPage, made_folder: Path, empty_folder: Path, figure: str
) -> None:
    assert len(open_page("compare", made_folder, figure=figure, kind="summit").info) == 1
    assert len(open_page("compare", empty_folder, figure=figure, measure="mentions").info) == 1


def test_the_small_maps_have_a_name_a_picture_and_a_table(compare: OpenPage) -> None:
    page = compare(figure="maps", language="zh")
    assert page.title[0].value.startswith("国家或地区作为受援方的事件（每个主题一幅地图）")
    assert list(read_table(page).columns) == ["代码", "国家或地区", "援助与捐赠", "专家与医疗队"]


def test_bars_in_the_order_of_names_are_the_largest_and_not_the_first_of_the_alphabet(seeds: Corpus) -> None:
    by_total = chart_stacks(seeds, "mentions", ALL, Layout("country", "none"), EN)
    by_name = chart_stacks(seeds, "mentions", ALL, Layout("country", "none", sort="name"), EN)
    least = by_total.choose(10)["total"].min()
    assert len(by_total.rows) > 30
    for most in (10, 30):
        chosen = by_name.choose(most)
        assert list(chosen["name"]) == sorted(chosen["name"])
        assert chosen["total"].sum() == by_total.choose(most)["total"].sum()
    assert (by_name.choose(10)["total"] >= least).all()
    svg = print_stacks(by_name, "svg").decode()
    assert "Serbia" in svg
