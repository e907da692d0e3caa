"""The plain text of a text, and the way back to its characters."""

from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import make_plain_text, place_back
from geo.text.edits import Edit, PlainText, edit
from tests.timings import grows_linearly

_PIECES = st.sampled_from(
    [
        *"中国個後著乾國28１２９aeoﬁﬀÅ⼀⻢－％．，、。：（ \n\r\t’-+%\u00a0\u3000\u00ad\u200b\u0301\u0323\ufeff\u2028",
        *(",\n000", "-\n", "\r\n", "coun-\ntries", "\u1100\u1161", "\uf900", "\U0002f800", "\ud800"),
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)
_LANGUAGES = st.sampled_from(["zh", "en", "ja", None])


@given(_TEXTS, _LANGUAGES)
def test_every_character_has_a_place_in_the_original_in_order(text: str, language: str | None) -> None:
    plain = make_plain_text(text, language)
    places = [plain.place(at, at + 1) for at in range(len(plain.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one == two or one[1] <= two[0] for one, two in pairwise(places))


@given(_TEXTS, _LANGUAGES)
def test_the_plain_text_of_a_plain_text_is_itself(text: str, language: str | None) -> None:
    plain = make_plain_text(text, language).text
    # A wrapped line is told by its length; once joined, its lines are longer.
    if max(map(len, text.splitlines()), default=0) < 20:
        assert make_plain_text(plain, language).text == plain


@given(st.text("abc XYZ 128,.()-'\n", max_size=60).filter(lambda text: "-\n" not in text and "- " not in text))
def test_a_plain_english_text_is_itself(text: str) -> None:
    if ",\n000" not in text:
        assert make_plain_text(text, "en").text.replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("與歐洲二十八個國家的關係", "与欧洲二十八个国家的关系"),
        ("乾隆年間的乾燥氣候，皇后後來瞭解", "乾隆年间的干燥气候，皇后后来了解"),
        ("隨著一位著名學者著手研究", "随着一位著名学者着手研究"),
        ("向 28 个国家运送 5 吨", "向28个国家运送5吨"),
        ("占 28% 的人口", "占28%的人口"),
        ("向\u00a028\u202f个国家", "向28个国家"),
        ("ＷＨＯ２８％，１．５－３", "WHO28%，1.5-3"),
        ("１，２００人", "1,200人"),
        ("共1，200人，其余20，分给3，4人", "共1,200人，其余20，分给3，4人"),
        ("⼀⼗⻢来西亚", "一十马来西亚"),
        ("中\u200b国\ufeff", "中国"),
        ("coun\u00adtries", "countries"),
        ("coun\u00ad\ntries", "countries"),
        ("coun-\ntries of the Asia-\nPacific", "countries of the Asia-Pacific"),
        ("long-\nterm, forty-\nfive, COVID-\n19, day-\nto-\nday", "long-term, forty-five, COVID-19, day-to-day"),
        ("- one -\n- two", "- one -\n- two"),
        ("12,\n000 people; 1,200,\n500; by 25,\n200 came", "12,000 people; 1,200,500; by 25,\n200 came"),
        ("共10\n0万只，10 0万只，10 20万只", "共100万只，100万只，10 20万只"),
        ("Cote d’Ivoire, Co\u0302te", "Cote d'Ivoire, Côte"),
        ("ﬁve oﬃces", "five offices"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("10 \u2212 5, a\u2010b, 10–20, 甲——乙", "10 - 5, a-b, 10–20, 甲——乙"),
    ],
)
def test_a_text_is_made_plain(written: str, plain: str) -> None:
    assert make_plain_text(written, "zh").text == plain


def test_other_scripts_with_han_characters_keep_them() -> None:
    assert make_plain_text("東京都國際展示場", "ja").text == "東京都國際展示場"
    assert make_plain_text("東京で開かれた國際会議について、述べた。", None).text.startswith("東京で")
    assert make_plain_text("與會者來自二十國。").text == "与会者来自二十国。"


def test_a_wrapped_chinese_line_goes_on_and_rows_and_headings_stand_alone() -> None:
    first, rest = "该国卫生部门的负责人昨天表示，这批物资将分发给南部的布基纳", "法索边境地区的二十所医院。"
    assert make_plain_text(f"{first}\n{rest}", "zh").text == first + rest
    for lines in (
        "中国\n美国",
        "亚洲：28\n欧洲：16",
        f"{first}\n{first}{rest}",
        f"{first}\n二、{rest}",
        f"{first}。\n{rest}",
    ):
        assert make_plain_text(lines, "zh").text == lines


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("国" * 20, "人。"),
        ("国" * 20, "人" * 22),
        ("国" * 20, "人" + "a" * 42),
        ("国" * 19 + "，", "人。"),
        ("国" * 19 + "20", "人。"),
        ("国" * 20, "20人。"),
        ("国" * 20, "20年。"),
        ("国" * 20, "3月5日，他们离开了这里。"),
        ("题\n" + "国" * 20, "人。\n" + "文" * 40),
    ],
)
def test_a_line_of_twenty_characters_goes_on_in_one_that_is_hardly_longer(line: str, following: str) -> None:
    for space in ("", " ", "   "):
        assert make_plain_text(f"{line}{space}\n{following}", "zh").text == line + following


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("国" * 19 + "a", "人。"),
        ("国" * 20, "人" * 23),
        ("国" * 20, "人" + "a" * 44),
        ("国" * 19 + "20", "30人。"),
        ("国" * 19 + "20，", "30人。"),
        ("国" * 10 + "|" + "国" * 10, "人。"),
        ("国" * 10 + "  " + "国" * 10, "人。"),
        ("国" * 19 + "；", "人。"),
        ("国" * 20, "3、人。"),
        ("国" * 20, "(人。"),
        ("国" * 20, "第三天。"),
        ("国" * 20, "2020年3月5日"),
        ("国" * 20, "3月5日 星期三\n人。"),
    ],
)
def test_a_row_a_heading_or_an_item_stands_on_a_line_of_its_own(line: str, following: str) -> None:
    plain = make_plain_text(f"{line}\n{following}", "zh").text
    assert plain.split("\n", 1) == [line.replace("  ", " "), following]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("North  Korea and Côte  d'Ivoire", "North Korea and Côte d'Ivoire"),
        ("sent  20  tonnes", "sent 20 tonnes"),
        ("向  28  个国家", "向28个国家"),
        ("The ships of North   Korea went home.", "The ships of North Korea went home."),
        ("North \u00a0Korea", "North Korea"),
    ],
)
def test_two_blanks_between_words_are_one_and_three_in_a_line_of_prose(written: str, plain: str) -> None:
    assert make_plain_text(written, "en").text == plain


@pytest.mark.parametrize(
    "text",
    [
        "Country   Doses\nKenya   12\nGhana   14",
        "Kenya    Ghana.",
        "12  14  15",
        "The rows of Kenya went down to   12 this year.",
        "  a list\n    of two",
    ],
)
def test_blanks_that_part_the_cells_of_a_table_stay(text: str) -> None:
    assert make_plain_text(text, "en").text == text


def test_a_word_behind_two_blanks_leads_back_to_both() -> None:
    text = "in North  Korea"
    plain = make_plain_text(text, "en")
    assert text[slice(*plain.place(plain.text.index("North"), len(plain.text)))] == "North  Korea"
    assert text[slice(*plain.place(plain.text.index("Korea"), len(plain.text)))] == "Korea"


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("共1，200個國家參加", True),
        ("向 28 個國家提供", True),
        ("向歐\u200b洲國家提供", True),
        ("向28个国家提供", False),
        ("他在书里写道，“國”字在那个年代还是这样写的，后来就改了", False),
        ("他在书里写道，“國”字在那个年代还是这样写的" + "國" * 3_000, True),
        ("写" * 2_000 + "國" * 3_000, False),
        ("Nine countries took part.", False),
        ("與會\ud800者", True),
    ],
)
def test_a_text_in_traditional_chinese_says_so_and_one_that_quotes_it_does_not(text: str, traditional: bool) -> None:
    assert make_plain_text(text, "zh").traditional == traditional


def test_what_was_found_is_given_back_in_the_words_of_the_document() -> None:
    class Word(NamedTuple):
        start: int
        end: int
        text: str

    for text, wanted in {
        "援助 ２８ 個國家": Word(3, 7, "２８ 個"),
        "援助28個國家": Word(2, 5, "28個"),
        "援助28个国家": Word(2, 5, "28个"),
    }.items():
        plain = make_plain_text(text, "zh")
        assert place_back([Word(2, 5, "28个")], plain, text) == [wanted]


def test_edits_of_edits_lead_back_to_the_first_text() -> None:
    once = edit(PlainText("ab--cd--ef"), [Edit(2, 4), Edit(6, 8, "+++")])
    assert once.text == "abcd+++ef"
    twice = edit(once, [Edit(0, 1), Edit(3, 5, "D"), Edit(9, 9, "!")])
    assert twice.text == "bcD++ef!"
    places = {"b": (1, 2), "c": (4, 5), "D": (5, 8), "++": (6, 8), "e": (8, 9), "ef": (8, 10), "bc": (1, 5)}
    for found, place in places.items():
        at = twice.text.index(found)
        assert twice.place(at, at + len(found)) == place


def test_a_span_leads_back_to_the_characters_it_came_of() -> None:
    text = "援助 ２８ 個歐\u200b洲國家 Cafe\u0301 oﬃce"
    plain = make_plain_text(text, "zh")
    for found, written in {
        "28": "２８",
        "欧洲": "歐\u200b洲",
        "28个": "２８ 個",
        "Café": "Cafe\u0301",
        "fi": "ﬃ",
    }.items():
        at = plain.text.index(found)
        start, end = plain.place(at, at + len(found))
        assert text[start:end] == written


def test_a_plain_text_is_given_back_as_it_is() -> None:
    for text in ("Nine countries took part,\nand two did not.", "九个国家参加。\n两个没有。", ""):
        plain = make_plain_text(text, "zh")
        assert plain.text is text
        assert plain.place(0, len(text)) == (0, len(text))


@pytest.mark.parametrize(
    "trigger",
    ["e\u0301\u0323", "\u200b", "a-\n", "1 国 ", "1，200，", "国\n", "\u00ad \n", "1,200,\n", " ", "国" * 30 + "\n"],
)
def test_a_million_triggers_take_linear_time(trigger: str) -> None:
    assert grows_linearly(lambda size: make_plain_text(trigger * (size // len(trigger)), "zh"), 50_000)


def test_the_normal_form_is_unicodes() -> None:
    text = "Việt Nam, São Tomé, Åland, 한국, ကို, Ö̲"
    assert make_plain_text(normalize("NFD", text), "en").text == normalize("NFC", text)
