"""The front page: what a corpus is and shows, composed of whatever it has most of."""

from pathlib import Path

import pytest

from geo.base.records import Document, Line
from geo.charts import choose_leading_breakdown, read_breakdowns, read_sums
from geo.store.corpus import Corpus, extract
from tests.any_subject import write_text
from tests.pages import OpenPage
from tests.test_first_steps import read_words

ADDED = "Help went to 90 countries in all: 40 in Asia, 30 in Africa, 20 in Europe."
SHORT = "Help went to 99 countries: 40 in Asia, 30 in Africa, 20 in Europe."
TWO = "Help went to 70 countries: 40 in Asia, 30 in Africa."


def make(tmp_path: Path, *texts: str) -> Path:
    """Return the folder of a corpus of some texts of 26 March 2020."""
    extract(map(_read, texts)).write(tmp_path / "corpus")
    return tmp_path / "corpus"


def _read(text: str) -> Document:
    lines = (Line(0, len(text), text, ""),)
    return Document(f"{len(text):020d}", text, lines, published="2020-03-26", language="en")


def find_leading(*texts: str) -> list[float]:
    """Return the values of the parts of the breakdown that leads."""
    corpus = extract(map(_read, texts))
    found, sums = read_breakdowns(corpus), read_sums(corpus)
    leading = choose_leading_breakdown(found, sums)
    rows = found[(found["breakdown"] == leading) & (found["role"] == "part")]
    return sorted(rows["value"])


def test_the_seeds_are_told_in_a_sentence_that_adds_up(open_page: OpenPage) -> None:
    page = open_page("front")
    assert page.title[0].value.startswith("89 countries")
    assert "Asia 28" in page.title[0].value.replace("\\", "")
    assert page.title[0].value.replace("\\", "").endswith("It adds up.")


def test_a_breakdown_that_adds_up_leads_before_one_that_does_not() -> None:
    assert find_leading(SHORT, ADDED) == [20, 30, 40]
    assert find_leading(TWO) == []


@pytest.mark.parametrize(
    "text",
    [
        "Brazil denied that it had trained officers from 45 countries: 20 in Africa, 15 in Asia, 10 in Europe.",
        "日本否認曾向60個國家提供援助：非洲30個，亞洲20個，歐洲10個。",
        "挪威向肯尼亚提供了2000万美元，向加纳提供了1200万美元，计划向尼泊尔提供900万美元。",
    ],
)
def test_what_is_denied_or_half_a_plan_leads_no_page(text: str) -> None:
    assert find_leading(text) == []


def test_a_headline_says_of_what_is_only_planned_that_it_is(open_page: OpenPage, tmp_path: Path) -> None:
    planned = "Norway plans to send help to 90 countries in all: 40 in Asia, 30 in Africa, 20 in Europe."
    told = open_page("front", make(tmp_path, planned)).title[0].value.replace("\\", "")
    assert "90 countries" in told
    assert "from Norway, planned" in told


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("teams_en", "United States 592", "from United States"),
        ("teams_zh", "Australia 460", "26 July"),
        ("money_zh", "from Norway", "to Kenya"),
        ("money_en", "received", "100 million"),
    ],
)
def test_a_headline_says_of_all_parts_what_all_of_them_say(
    open_page: OpenPage, tmp_path: Path, name: str, said: str, unsaid: str
) -> None:
    page = open_page("front", write_text(tmp_path, name))
    told = page.title[0].value.replace("\\", "")
    assert said in told
    assert unsaid not in told


def test_a_corpus_without_a_breakdown_tells_of_whom_it_names(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("front", make(tmp_path, "Peru played Chile. Peru won."), measure="mentions")
    said = " ".join(read_words(page))
    assert "2 countries or areas" in page.title[0].value
    assert "no total with three or more parts" in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_number_of_the_front_page_is_a_link_to_its_page(open_page: OpenPage, language: str) -> None:
    said = " ".join(str(one.proto.body) for one in open_page("front", language=language).get("html"))
    for page in ("regions?", "world?", "timeline?", "checks?", "documents"):
        assert f'href="{page}' in said


def test_what_a_corpus_is_and_what_it_left_unread_is_asked_of_it() -> None:
    corpus: Corpus = extract([_read(ADDED), _read("Peru met Chile.")])
    assert corpus.summarise()[:4] == (2, "2020-03-26", "2020-03-26", ("en",))
    assert tuple(corpus.count_unread()) == (0, 0, 0)
    assert extract(()).summarise().documents == 0


VOTE = "The Assembly voted. Peru and Chile voted in favour. Cuba voted against the resolution. Mali and Togo abstained."


def test_of_votes_it_is_told_how_many_countries_voted_how(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("front", make(tmp_path, VOTE))
    told = page.title[0].value.replace("\\", "")
    assert told.endswith("in favour 2, against 1, abstained 2.")
    said = " ".join(str(one.proto.body) for one in page.get("html"))
    assert 'href="world?measure=against"' in said


def test_a_table_of_bare_numbers_is_told_by_the_name_of_its_file(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "exports.csv").write_text("Country,2022\nPeru,40\nChile,30\nCuba,20\nLaos,9\nMali,8\nTogo,7\nChad,6\n")
    page = open_page("front", tmp_path)
    assert page.title[0].value.replace("\\", "") == "exports.csv (2022): Peru 40, Chile 30, Cuba 20, Laos 9 and 3 more."


def test_what_is_only_announced_is_not_told_as_received(open_page: OpenPage, tmp_path: Path) -> None:
    told = "China announced on 26 March 2020 that it will send masks to 90 countries: 40 in Asia, 30 in Africa, 20 in Europe."
    page = open_page("front", make(tmp_path, told, "China donated masks to Peru. China donated masks to Chile."))
    assert "90 countries" in page.title[0].value
    assert "announced" in page.title[0].value
    assert "received" not in page.title[0].value
