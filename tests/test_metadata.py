"""What a text says of itself is read; what it does not say is not made up."""

import pytest

from geo.documents.furniture import label_lines
from geo.documents.metadata import Metadata, check_address, find_title, read_metadata, refine_published

ARTICLE = "医疗队今天从首都出发，前往两个邻国，随行带去呼吸机、口罩和检测试剂，预计停留两周。"


def test_the_fields_of_a_text_dump_are_read() -> None:
    text = f"title ==>\n援助队出发\ntime ==>\n2021年05月02日09:00|来源：某报\nlink ==>\nhttp://example.org/a\ncontent ==>\n{ARTICLE}"
    assert read_metadata(label_lines(text)) == ("援助队出发", "2021-05-02", "某报", "http://example.org/a")


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        (f"出发\n来源：某报2021-05-02 09:00\n{ARTICLE}", (None, "2021-05-02", "某报", None)),
        (f"出发\n2021-05-02 09:00 来源: 某报\n{ARTICLE}", (None, "2021-05-02", "某报", None)),
        ("Off\nSource: Example Daily | 2 May 2021\nThe team left.", (None, "2021-05-02", "Example Daily", None)),
        (f"出发\n2021年5月2日\n{ARTICLE}", (None, "2021-05-02", None, None)),
        (f"出发\n某社某城2021年5月2日电　{ARTICLE}", (None, "2021-05-02", None, None)),
        ("Off\nSUVA, May 2, 2021 (Agency) - The team left.", (None, "2021-05-02", None, None)),
    ],
)
def test_day_and_outlet_are_read_from_the_lines_that_state_them(text: str, metadata: Metadata) -> None:
    assert read_metadata(label_lines(text)) == metadata


@pytest.mark.parametrize(
    "text", [f"出发\n某社某城5月2日电　{ARTICLE}", "5月2日\n\n◆专家抵达。", f"出发\n{ARTICLE}去年是2019年。"]
)
def test_a_date_without_a_year_is_no_published_date(text: str) -> None:
    assert read_metadata(label_lines(text)).published is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"援助队出发\n{ARTICLE}", "援助队出发"),
        (ARTICLE, None),
        (f"{ARTICLE}\n{ARTICLE}", None),
        ("5月2日\n\n◆专家抵达。", None),
        ("Japan gave rice to sixty coun-\ntries. Peru gave salt.", None),
        ("援助队今天出发前往该国，\n带去药品。", None),
    ],
)
def test_a_headline_over_the_article_is_its_title(text: str, title: str | None) -> None:
    assert find_title(label_lines(text)) == title


def test_metadata_are_filled_only_where_they_are_empty() -> None:
    assert Metadata("A", None).fill(Metadata("B", "2020")) == ("A", "2020", None, None)


def test_only_web_addresses_are_kept() -> None:
    assert check_address(" https://example.org/a?b=1 ") == "https://example.org/a?b=1"
    assert [check_address(one) for one in ("javascript:alert(1)", "file:///etc", 'http://a"b', None)] == [None] * 4


@pytest.mark.parametrize(
    "line",
    [
        f"Lima, 2 May 2021 – {ARTICLE}",
        f"LIMA, 2 May 2021 (Example News) – {ARTICLE}",
        f"（某社記者某某利馬2021年5月2日專電）{ARTICLE}",
    ],
)
def test_a_dateline_dates_its_document(line: str) -> None:
    assert read_metadata(label_lines(f"Team leaves\n{line}")).published == "2021-05-02"


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("LIMA, May 2 (Agency) -- The team left.", "2021-05", "2021-05-02"),
        (f"某社利马5月2日电 {ARTICLE}", "2021", "2021-05-02"),
        (f"某社利马5月2日电 {ARTICLE}", "2021-06", "2021-06"),
        (f"某社利马5月2日电 {ARTICLE}", "2021-06-01", "2021-06-01"),
        (f"某社利马5月2日电 {ARTICLE}", None, None),
    ],
)
def test_a_dateline_without_a_year_gives_a_known_year_its_day(
    line: str, published: str | None, day: str | None
) -> None:
    assert refine_published(published, label_lines(f"Team leaves\n{line}")) == day


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Nairobi, 9 June 2022", "2022-06-09"),
        ("New York, Tuesday, June 9, 2022", "2022-06-09"),
        ("Addis Ababa (Ethiopia), 3 May 2021", "2021-05-03"),
        ("Press note, Vilnius, 22 May 2023", "2023-05-22"),
        ("Meetings coverage, 18 April 2024", "2024-04-18"),
        ("Issue 12, October 2023", "2023-10"),
        ("Cyclone Ana, Madagascar (as of 12 February 2022)", "2022-02-12"),
        ("Remarks by President Silva, 9 June 2022", None),
        ("In Kenya on 9 June 2022", None),
        ("第十二期　二〇一八年十一月", "2018-11"),
    ],
)
def test_a_line_of_a_place_and_a_day_below_the_title_dates_the_document(line: str, published: str | None) -> None:
    text = f"Ministry opens a school\n{line}\n\nThe minister opened a school for nurses in the north."
    assert read_metadata(label_lines(text)).published == published


def test_a_first_line_of_a_city_in_capitals_and_a_day_dates_the_document_and_a_title_does_not() -> None:
    body = "The minister opened a school for nurses in the north."
    assert read_metadata(label_lines(f"LIMA, 14 March 2024\nPress release\n\n{body}")).published == "2024-03-14"
    assert read_metadata(label_lines(f"Peru Floods, 14 March 2014\nA look back\n\n{body}")).published is None


@pytest.mark.parametrize(
    ("opening", "url"),
    [
        ("URL: https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("https://example.org/a", "https://example.org/a"),
        ("链接：http://example.org/a", "http://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_the_address_that_a_text_begins_with_is_its_address_and_no_title(opening: str, url: str) -> None:
    lines = label_lines(f"{opening}\n\nMasks for Ghana\n\nPeru gave masks to Ghana on Monday, and tents to Togo.")
    assert (read_metadata(lines).url, find_title(lines)) == (url, "Masks for Ghana")


@pytest.mark.parametrize(
    "text",
    [
        "Masks for Ghana\nhttps://example.org/other\n\nPeru gave masks to Ghana on Monday.",
        "Read https://example.org/other first\n\nPeru gave masks to Ghana on Monday.",
        "URL: C:/masks.txt\n\nPeru gave masks to Ghana on Monday.",
    ],
)
def test_an_address_further_down_or_in_words_is_not_the_text_s_own(text: str) -> None:
    assert read_metadata(label_lines(text)).url is None
