"""A date inside a sentence dates only its own clause."""

from datetime import date

import pytest

from geo.base.records import Date
from geo.documents.clause_dates import date_clause

HEADING = Date(date(2020, 3, 30), "day", "heading")


def day_of(word: str, text: str, language: str, default: Date | None = HEADING) -> str | None:
    """Give the ISO day that governs the first place of a word."""
    found = date_clause(text, text.index(word), default, "2020-04", language)
    return found.date.isoformat() if found else None


@pytest.mark.parametrize(
    ("word", "text", "day"),
    [
        ("通话", "两国部长通话，落实3月27日会谈的精神，并分享情况。", "2020-03-30"),
        ("会谈", "两国部长通话，落实3月27日会谈的精神，并分享情况。", "2020-03-27"),
        ("分享", "两国部长通话，落实3月27日会谈的精神，并分享情况。", "2020-03-30"),
        ("省份", "发布会通报，3月25日，有三个省份报告了病例。", "2020-03-25"),
        ("派出", "截至3月26日，已派出两支医疗队；下月再派一支。", "2020-03-26"),
        ("下月", "截至3月26日，已派出两支医疗队；下月再派一支。", "2020-03-30"),
        ("首支", "从2月27日派出首支医疗队以来，已派出七支。", "2020-02-27"),
        ("七支", "从2月27日派出首支医疗队以来，已派出七支。", "2020-03-30"),
        ("七支", "自2月27日以来，已派出七支。", "2020-03-30"),
        ("抵达", "3月26日傍晚，专家组抵达秘鲁。", "2020-03-26"),
        ("抵达", "3月26日当晚，专家组抵达秘鲁。", "2020-03-26"),
        ("抵达", "3月26日午后，专家组抵达秘鲁。", "2020-03-26"),
        ("增幅", "3月26日相比19日增幅很大", "2020-03-19"),
        ("会议", "会议没有日期", "2020-03-30"),
    ],
)
def test_a_chinese_clause_has_its_own_date_or_the_sentences(word: str, text: str, day: str) -> None:
    assert day_of(word, text, "zh") == day


@pytest.mark.parametrize(
    ("word", "text", "day"),
    [
        ("Iraq", "As of March 26, teams had gone to Iran, Iraq and Italy.", "2020-03-26"),
        ("Iraq", "In Baghdad, on March 26, Iraq opened a laboratory.", "2020-03-26"),
        ("Italy", "The team flew to Italy and Laos on March 26, while masks left for Iran on 2 April.", "2020-03-26"),
        ("Iran", "The team flew to Italy and Laos on March 26, while masks left for Iran on 2 April.", "2020-04-02"),
        ("seven", "Since February 27, seven teams have left.", "2020-03-30"),
        ("sent", "Geneva, 7 June 2023 – Japan sent tents to Peru on 3 March 2021.", "2021-03-03"),
        ("sent", "GENEVA, 7 June 2023 -- Japan sent tents to Peru.", "2023-06-07"),
        ("sent", "Japan sent tents to Finland on 14 July 2020, its government said.", "2020-07-14"),
        ("sent", "Japan sent tents to Peru and Chile on 14 July 2020, its government said.", "2020-07-14"),
    ],
)
def test_an_english_clause_has_its_own_date_or_the_sentences(word: str, text: str, day: str) -> None:
    assert day_of(word, text, "en") == day


def test_a_clause_whose_year_is_unknown_has_no_date() -> None:
    assert date_clause("3月26日，专家抵达。", 8, None, None, "zh") is None


def test_a_year_in_the_name_of_a_summit_dates_nothing() -> None:
    text = "3月4日至6日，2021年某某论坛峰会在秘鲁举行。"
    found = date_clause(text, text.index("举行"), HEADING, "2020-04", "zh")
    assert found == Date(date(2020, 3, 4), "day", "sentence", date(2020, 3, 6))


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [("2020年2月30日，专家抵达秘鲁。", "抵达", "zh"), ("On 32 March, experts reached Peru.", "reached", "en")],
)
def test_a_date_that_no_calendar_has_leaves_its_clause_without_one(text: str, word: str, language: str) -> None:
    assert day_of(word, text, language) is None
