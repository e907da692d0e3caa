"""What can be measured of a corpus, whatever it is about."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.command import main
from geo.base.errors import DrawingError
from geo.charts import (
    Layout,
    Look,
    MapOptions,
    chart_countries,
    chart_multiples,
    chart_stacks,
    choose_measure,
    describe_measure,
    find_leading,
    find_measure,
    leave_giver_out,
    list_measures,
    list_parts,
    list_rows,
    list_subjects,
    redraw_map,
)
from geo.charts.classes import classify
from geo.documents.reading import read_documents
from geo.drawings import draw_map, draw_stacks
from geo.store.corpus import ALL, Corpus, Where, extract, open_corpus
from geo.store.tables import TABLES
from tests.any_subject import list_both, read_text, write_text
from tests.made import make_corpus

EN, ZH = Look("en"), Look("zh")
TO_COUNTRIES, ATHLETES = "figure.USD.money.to", "figure.athletes.none.of"


def read_map(corpus: Corpus, measure: str, where: Where = ALL) -> dict[str, float]:
    """Return what the map of a measure holds."""
    rows = chart_countries(corpus, measure, where, EN).rows
    return dict(zip(rows["code"], rows["value"], strict=True))


def list_keys(corpus: Corpus) -> list[str]:
    """Return the keys of all measures."""
    return [one.key for one in list_measures(corpus)]


@pytest.mark.parametrize("name", list_both("vote"))
def test_a_vote_opens_on_who_was_in_favour(tmp_path: Path, name: str) -> None:
    corpus = read_text(tmp_path, name)
    assert find_leading(corpus) == "for"
    assert list_keys(corpus) == ["for", "against", "abstained", "vetoed", "took_part", "mentions", "documents"]
    assert set(read_map(corpus, "for")) == {"FRA", "DEU", "KEN", "BRA", "MEX", "JPN"}
    assert set(read_map(corpus, "against")) == {"RUS", "BLR", "SYR"}
    assert set(read_map(corpus, "abstained")) == {"IND", "PAK", "ZAF", "VNM"}
    assert set(read_map(corpus, "vetoed")) == {"CHN"}


@pytest.mark.parametrize("name", list_both("teams"))
def test_teams_open_on_their_people_with_bounds_as_stated(tmp_path: Path, name: str) -> None:
    corpus = read_text(tmp_path, name)
    assert [subject.key for subject in list_subjects(corpus)] == ["teams"]
    assert find_leading(corpus) == ATHLETES
    chart = chart_countries(corpus, ATHLETES, ALL, EN)
    shown = dict(zip(chart.rows["code"], chart.rows["shown"], strict=True))
    assert shown == {"USA": "592", "FRA": "573", "AUS": "460", "DEU": "427", "KEN": "72", "FJI": "60+", "BTN": "3"}
    assert chart.labels.title == "Athletes by country or area, as the documents state"


@pytest.mark.parametrize("name", list_both("money"))
def test_of_several_figures_the_largest_counts_and_nothing_is_added_up(tmp_path: Path, name: str) -> None:
    corpus = read_text(tmp_path, name)
    assert read_map(corpus, TO_COUNTRIES) == {"UKR": 8e7, "KEN": 2e7, "GHA": 1.25e7, "NPL": 8e6}
    assert "Nothing is added up" in describe_measure(corpus, TO_COUNTRIES, EN).about
    assert find_leading(corpus) == "received"


@pytest.mark.parametrize("name", list_both("trade"))
def test_each_column_of_a_table_is_a_measure_of_its_own(tmp_path: Path, name: str) -> None:
    corpus = read_text(tmp_path, name)
    exports, imports, share = [one for one in list_measures(corpus) if one.kind == "figure"]
    assert find_leading(corpus) == exports.key
    assert read_map(corpus, exports.key)["DEU"] > read_map(corpus, imports.key)["DEU"]
    assert read_map(corpus, share.key) == {"DEU": 7.2, "FRA": 3.1, "JPN": 3.0, "VNM": 1.5, "KEN": 0.1}


def test_a_heading_says_nothing_of_the_scale_that_the_values_have(tmp_path: Path) -> None:
    chart = chart_countries(read_text(tmp_path, "trade_en"), "figure.USD.none.of.exports-us-million", ALL, EN)
    assert chart.labels.title == "Exports (US$), by country or area, as the documents state"
    assert list(chart.rows["shown"])[:2] == ["1.6884 billion", "717.3 million"]


def test_percents_are_divided_in_steps_of_their_decimals(tmp_path: Path) -> None:
    corpus = read_text(tmp_path, "trade_en")
    chart = chart_countries(corpus, "figure.percent.none.of.share-of-total", ALL, EN)
    assert list(chart.rows["shown"]) == ["7.2%", "3.1%", "3%", "1.5%", "0.1%"]
    own = redraw_map(chart, MapOptions(method="own", limits=(1, 3)))
    assert [one.label for one in own.classes] == ["0.1–<1", "1–<3", "≥ 3"]
    assert own.rows["shown"].tolist() == chart.rows["shown"].tolist()


def test_no_class_of_numbers_with_decimals_is_open_to_two_readings() -> None:
    classes = classify([0.1, 1.4, 1.5, 3.0, 3.1, 7.2, 9.25])
    assert [one.label for one in classes] == ["0.1–1.4", "1.5", "3–3.1", "7.2", "9.25"]
    assert classify([1, 2, 3]) == classify([1.0, 2.0, 3.0])


def test_the_sentences_of_a_country_are_those_that_state_its_figure(tmp_path: Path) -> None:
    corpus, where = read_text(tmp_path, "money_en"), choose_measure(TO_COUNTRIES, ALL)
    found = corpus.read_sentences("KEN", where)
    assert [span["text"] for spans in found["spans"] for span in spans] == ["US$20 million", "US$5 million"]
    assert corpus.count_sentences("KEN", where) == len(found)
    assert "US$80 million" in dict(corpus.read_examples(where).to_numpy())["UKR"]


def test_bars_of_figures_have_no_parts_and_say_what_the_map_says(tmp_path: Path) -> None:
    corpus = read_text(tmp_path, "teams_en")
    assert (list_rows(ATHLETES), list_parts(ATHLETES, "country")) == (("country",), ("none",))
    bars = chart_stacks(corpus, ATHLETES, ALL, Layout(), EN)
    assert dict(zip(bars.rows["key"], bars.rows["total"], strict=True)) == read_map(corpus, ATHLETES)
    assert bars.write("FJI", 60.0) == "60+"
    assert draw_stacks(bars, "svg")


def test_small_maps_of_figures_are_of_months(tmp_path: Path) -> None:
    chart = chart_multiples(read_text(tmp_path, "money_en"), TO_COUNTRIES, ALL, "month", EN)
    assert [(panel.key, len(panel.values)) for panel in chart.panels] == [("2022-03", 4)]
    with pytest.raises(DrawingError, match="choose of month"):
        chart_multiples(read_text(tmp_path, "money_en"), TO_COUNTRIES, ALL, "theme", EN)


def test_a_span_of_days_narrows_figures(tmp_path: Path) -> None:
    corpus = read_text(tmp_path, "money_en")
    where = choose_measure(TO_COUNTRIES, Where(until=date(2022, 1, 1)))
    assert corpus.read_figures(where).empty


def test_the_seeds_open_on_who_received(seeds: Corpus) -> None:
    assert find_leading(seeds) == "received"
    assert list_keys(seeds) == ["received", "gave", "took_part", "mentions", "documents"]


def test_no_giver_is_left_out_of_what_has_none() -> None:
    assert leave_giver_out("received", "CHN", ALL) == Where(without=("CHN",))
    assert leave_giver_out("mentions", "CHN", ALL) == Where(without=("CHN",))
    assert [leave_giver_out(key, "CHN", ALL) for key in ("gave", "for", TO_COUNTRIES)] == [ALL] * 3


def test_a_measure_that_the_documents_have_nothing_of_gives_way_to_the_leading_one(tmp_path: Path) -> None:
    corpus = read_text(tmp_path, "vote_en")
    assert [find_measure(corpus, key) for key in ("received", "figure.x.y.z", None, "against")] == [
        "for", "for", "for", "against",
    ]  # fmt: skip


def test_documents_without_anything_are_measured_by_mentions() -> None:
    empty = extract([])
    assert (list_keys(empty), find_leading(empty)) == ([], "mentions")


def test_a_kind_of_event_that_a_measure_does_not_count_leaves_nothing(tmp_path: Path) -> None:
    corpus = read_text(tmp_path, "vote_en")
    assert read_map(corpus, "for", Where(events=("call",))) == {}
    assert len(read_map(corpus, "for", Where(events=("vote", "call")))) == 6


@pytest.mark.parametrize("measure", ["nothing", "figure.nothing.none.of"])
def test_an_unknown_measure_is_named_with_those_there_are(measure: str) -> None:
    with pytest.raises(DrawingError, match=f"{measure}.*mentions"):
        chart_countries(make_corpus(), measure, ALL, EN)


@pytest.mark.parametrize("chart", ["map", "compare"])
@pytest.mark.parametrize("name", ["vote_zh", "teams_en", "trade_en"])
def test_the_command_draws_what_the_documents_have_most_of(tmp_path: Path, name: str, chart: str) -> None:
    picture = tmp_path / "chart.svg"
    main(["draw", str(write_text(tmp_path, name)), "--chart", chart, "--to", str(picture)])
    title = describe_measure(read_text(tmp_path, name), find_leading(read_text(tmp_path, name)), EN)
    assert (title.bars if chart == "compare" else title.title) in picture.read_text(encoding="utf-8").replace(
        "&amp;", "&"
    )


def test_the_command_draws_the_measure_that_is_named(tmp_path: Path) -> None:
    page = tmp_path / "money.html"
    text = write_text(tmp_path, "money_en")
    main(["draw", str(text), "--chart", "map", "--measure", TO_COUNTRIES, "--to", str(page), "--language", "zh"])
    assert "文件所述给予各国家或地区的美元" in page.read_text(encoding="utf-8")
    assert "8,000万+" in page.read_text(encoding="utf-8")


def test_a_printed_map_of_figures_names_them_as_they_are_stated(tmp_path: Path) -> None:
    chart = chart_countries(read_text(tmp_path, "teams_zh"), ATHLETES, ALL, ZH)
    named = redraw_map(chart, MapOptions(labels=("FJI",)))
    assert [tag.text for tag in named.tags] == ["斐济 60+"]
    assert draw_map(named, "svg")


def test_a_corpus_on_disk_has_the_same_measures(tmp_path: Path) -> None:
    corpus = read_text(tmp_path, "trade_en")
    corpus.write(tmp_path / "corpus")
    stored = open_corpus(tmp_path / "corpus")
    assert list_measures(stored) == list_measures(corpus)
    assert read_map(stored, find_leading(stored)) == read_map(corpus, find_leading(corpus))


def test_documents_laid_over_bring_their_measures(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    laid = read_text(tmp_path / "other", "teams_en")
    joined = read_text(tmp_path, "vote_en").lay_over({name: laid.arrow(name) for name in TABLES})
    assert {"for", ATHLETES} <= set(list_keys(joined))


def test_of_the_years_of_a_table_the_latest_leads(tmp_path: Path) -> None:
    rows = "Country,2021,2023,2022\nKenya,1,2,3\nGhana,4,5,6\nPeru,7,8,9\n"
    (tmp_path / "arrivals.csv").write_text(rows, encoding="utf-8")
    assert find_leading(extract(read_documents(tmp_path))).endswith(".2023")
