"""The pages on documents about votes, teams, money and trade: they open on what these have, in its own words."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.any_subject import TEXTS, write_text
from tests.pages import OpenPage

ATHLETES, EXPORTS = "figure.athletes.none.of", "figure.USD.none.of.exports-us-million"


def read_table(page: AppTest) -> dict[str, str]:
    """Return the table beside the map by code, values as they are shown."""
    table = next(one.value for one in page.dataframe if "code" in one.value.columns)
    column = "shown" if "shown" in table.columns else "value"
    return dict(zip(table["code"].tolist(), map(str, table[column].tolist()), strict=True))


def list_words(page: AppTest) -> str:
    """Return everything that a page says."""
    told = [one.value for kind in (page.title, page.caption, page.subheader, page.info) for one in kind]
    named = [one.label for kind in (page.button, page.toggle, page.selectbox, page.multiselect) for one in kind]
    offered = [
        str(option) for kind in (page.selectbox, page.segmented_control) for one in kind for option in one.options
    ]
    return " ".join([*told, *named, *offered])


@pytest.mark.parametrize(
    ("name", "language", "title", "first"),
    [
        ("vote_en", "en", "Who voted in favour, in the documents", ("BRA", "1")),
        ("vote_zh", "zh", "文件所述投赞成票的国家或地区", ("BRA", "1")),
        ("teams_en", "en", "Athletes by country or area, as the documents state", ("USA", "592")),
        ("teams_zh", "zh", "文件所述各国家或地区的运动员人数", ("USA", "592")),
        ("trade_zh", "zh", "出口额（美元）：文件所述各国家或地区的数字", ("DEU", "16,884亿")),
    ],
)
def test_the_map_opens_on_values_of_its_own_subject(
    open_page: OpenPage, tmp_path: Path, name: str, language: str, title: str, first: tuple[str, str]
) -> None:
    page = open_page("world", write_text(tmp_path, name), language=language)
    assert page.title[0].value == title
    assert next(iter(read_table(page).items())) == first


@pytest.mark.parametrize("page_name", ["world", "compare", "timeline"])
@pytest.mark.parametrize("name", ["vote_en", "teams_en", "trade_en"])
def test_nothing_says_received_where_nothing_is_about_aid(
    open_page: OpenPage, tmp_path: Path, name: str, page_name: str
) -> None:
    said = list_words(open_page(page_name, write_text(tmp_path, name))).lower()
    assert [word for word in ("receiv", "gave", "giver", "flows") if word in said] == []


def test_the_table_shows_figures_with_their_bounds(open_page: OpenPage, tmp_path: Path) -> None:
    assert read_table(open_page("world", write_text(tmp_path, "teams_en")))["FJI"] == "60+"


@pytest.mark.parametrize("measure", ["received", "figure.nothing.none.of", "nothing"])
def test_an_address_with_a_measure_that_is_not_here_opens_the_leading_one(
    open_page: OpenPage, tmp_path: Path, measure: str
) -> None:
    page = open_page("world", write_text(tmp_path, "vote_en"), measure=measure)
    assert page.title[0].value == "Who voted in favour, in the documents"


def test_a_figure_stands_in_the_address_and_the_leading_measure_does_not(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("world", write_text(tmp_path, "trade_en"), measure="figure.percent.none.of.share-of-total")
    assert read_table(page)["KEN"] == "0.1%"
    page.segmented_control(key="measure").set_value(EXPORTS).run()
    assert "measure" not in page.query_params
    assert read_table(page)["KEN"] == "7.2 million"


def test_few_measures_stand_side_by_side(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("world", write_text(tmp_path, "vote_en"))
    assert page.segmented_control(key="measure").options[:4] == ["in favour", "against", "abstained", "vetoed"]
    page.segmented_control(key="measure").set_value("vetoed").run()
    assert read_table(page) == {"CHN": "1"}


def test_many_measures_stand_in_a_list(open_page: OpenPage, tmp_path: Path) -> None:
    years = range(2010, 2020)
    rows = [
        f"{name},{','.join(str(n * year) for year in years)}" for n, name in enumerate(("Kenya", "Ghana", "Peru"), 1)
    ]
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "t.csv").write_text("\n".join([f"Country,{','.join(map(str, years))}", *rows]), encoding="utf-8")
    page = open_page("world", folder)
    assert page.selectbox(key="measure").options == [*map(str, years), "mentions", "documents"]


def test_the_sentences_behind_a_country_state_its_figure(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("world", write_text(tmp_path, "money_en"), measure="figure.USD.money.to", codes="UKR")
    html = " ".join(one.proto.body for one in page.get("html"))
    assert '<mark class="aa-chosen">more than US&#36;80 million</mark>' in html
    assert "1 sentence states it" in list_words(page)


@pytest.mark.parametrize("figure", ["bars", "maps"])
@pytest.mark.parametrize("name", TEXTS)
def test_every_text_can_be_compared(open_page: OpenPage, tmp_path: Path, name: str, figure: str) -> None:
    page = open_page("compare", write_text(tmp_path, name), figure=figure, language=name[-2:])
    assert page.title[0].value


def test_bars_of_figures_offer_countries_without_parts(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("compare", write_text(tmp_path, "teams_en"), rows="theme", parts="kind", share="True")
    assert (page.selectbox(key="rows").options, page.selectbox(key="parts").options) == (["country or area"], ["none"])
    table = page.dataframe[0].value
    assert table["Total"].tolist()[:3] == ["592", "573", "460"]


def test_a_heading_of_a_table_obeys_no_markup(open_page: OpenPage, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    rows = "\n".join(f"{name},{n}" for n, name in enumerate(("Kenya", "Ghana", "Peru"), 1))
    (folder / "t.csv").write_text(f"Country,[x](http://x.test) :red[*y*] <b>$z$ seats\n{rows}\n", encoding="utf-8")
    page = open_page("world", folder)
    # The sign in the address that nobody sees keeps it from becoming a link.
    assert "\\[x\\]\\(http\\:\u2060\\/\\/x\\.test\\) \\:red\\[\\*y\\*\\] \\<b\\>\\$z\\$" in page.title[0].value
