"""Dates as a text states them, and what they come to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import Date, Precision
from geo.documents.dates import complete, find_dates, find_stated_dates, parse_published, read_date, write_date

Parts = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("2020年3月26日出发", "zh", [(2020, 3, 26)]),
        ("2020年03月26日11:31", "zh", [(2020, 3, 26)]),
        ("2020-03-26 11:05", "zh", [(2020, 3, 26)]),
        ("3月26日出发，28日抵达", "zh", [(None, 3, 26), (None, None, 28)]),
        ("三月二十六日和二〇二〇年四月", "zh", [(None, 3, 26), (2020, 4, None)]),
        ("2019年以来", "zh", [(2019, None, None)]),
        ("5月1日至6月3日", "zh", [(None, 5, 1)]),
        ("连续5日，3个月，近7日，100日元，6日内，2020年度", "zh", []),
        ("2月30日，13月5日，4月31日", "zh", []),
        ("2020年2月29日，2021年2月29日", "zh", [(2020, 2, 29)]),
        ("on 26 March 2020", "en", [(2020, 3, 26)]),
        ("on March 26, 2020, and on Mar. 27", "en", [(2020, 3, 26), (None, 3, 27)]),
        ("the 26th of March and Sept. 5th", "en", [(None, 3, 26), (None, 9, 5)]),
        ("in May, in 2020, in March 2020", "en", [(None, 5, None), (2020, None, None), (2020, 3, None)]),
        ("may 26 people march on? March 26,000 people. Feb. 30", "en", []),
        ("call 010-2020-03-26", "en", []),
    ],
)
def test_dates_are_found_as_stated(text: str, language: str, dates: list[Parts]) -> None:
    assert [(one.year, one.month, one.day) for one in find_dates(text, language)] == dates


@given(st.text(alphabet="0123456789年月日-/. MarchMay,去今", max_size=60))
def test_a_date_cuts_the_text_it_claims_and_is_in_the_calendar(text: str) -> None:
    for stated in find_dates(text):
        assert text[stated.start : stated.end] == stated.text
        assert 1 <= (stated.month or 1) <= 12


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2020-04", "2020-04"),
        ("2020", "2020"),
        ("20200326", "2020-03-26"),
        ("2020-03-26T11:05:00+08:00", "2020-03-26"),
        ("2020年03月26日11:31", "2020-03-26"),
        ("Thu, 26 Mar 2020 11:05:00 GMT", "2020-03-26"),
        ("March 2020", "2020-03"),
        ("3月26日", None),
        ("2020-13", None),
        ("1585221900", None),
        ("", None),
    ],
)
def test_a_published_date_is_as_precise_as_it_is_stated(text: str, published: str | None) -> None:
    assert parse_published(text) == published


@pytest.mark.parametrize(
    ("text", "published", "day", "precision"),
    [
        ("3月26日", "2020-04", date(2020, 3, 26), "day"),
        ("12月31日", "2020-01-05", date(2019, 12, 31), "day"),
        ("1月5日", "2019-12-20", date(2020, 1, 5), "day"),
        ("去年12月", "2020-12-01", date(2019, 12, 1), "month"),
        ("26日抵达", "2020-03-27", date(2020, 3, 26), "day"),
        ("30日抵达", "2020-04-02", date(2020, 3, 30), "day"),
        ("2018年", None, date(2018, 1, 1), "year"),
    ],
)
def test_a_missing_year_is_that_of_the_published_date(
    text: str, published: str | None, day: date, precision: Precision
) -> None:
    completed = complete(find_dates(text, "zh")[0], published)
    assert completed is not None
    assert completed == Date(day, precision, "sentence")


@pytest.mark.parametrize(("text", "published"), [("3月26日", None), ("26日抵达", "2020-03"), ("2月29日", "2021-03-01")])
def test_a_date_that_cannot_be_known_is_not_guessed(text: str, published: str | None) -> None:
    assert complete(find_dates(text, "zh")[0], published) is None


@pytest.mark.parametrize("published", ["2020", "2020-04", "2020-04-01"])
def test_an_iso_date_is_read_and_written_alike(published: str) -> None:
    assert write_date(read_date(published)) == published


def test_no_date_is_read_where_there_is_none() -> None:
    assert read_date(None) is None
    assert read_date("2020-02-30") is None


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("2021年10月10日至12日", "zh", date(2021, 10, 10), date(2021, 10, 12)),
        ("3月28日至4月2日", "zh", date(2021, 3, 28), date(2021, 4, 2)),
        ("12月28日—1月3日", "zh", date(2020, 12, 28), date(2021, 1, 3)),
        ("from 3 to 5 March", "en", date(2021, 3, 3), date(2021, 3, 5)),
        ("between 3 and 5 March 2020", "en", date(2020, 3, 3), date(2020, 3, 5)),
        ("March 3-5, 2020", "en", date(2020, 3, 3), date(2020, 3, 5)),
        ("28 February – 2 March 2020", "en", date(2020, 2, 28), date(2020, 3, 2)),
    ],
)
def test_a_span_of_days_is_its_first_day_with_its_last(text: str, language: str, first: date, last: date) -> None:
    dates = find_dates(text, language)
    assert [complete(one, "2021-05-01") for one in dates] == [Date(first, "day", "sentence", last)]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("26/03/2020", "en", (2020, 3, 26)),
        ("03/26/2020", "en", (2020, 3, 26)),
        ("26.03.2020", "en", (2020, 3, 26)),
        ("On the 26th, masks arrived.", "en", (None, None, 26)),
        ("本月26日", "zh", (None, None, 26)),
        ("２０２０年３月２６日", "zh", (2020, 3, 26)),
        ("2020 年 3 月 26 日", "zh", (2020, 3, 26)),
        ("3月26號", "zh", (None, 3, 26)),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, language: str, parts: Parts) -> None:
    assert [one[3:6] for one in find_dates(text, language)] == [parts]


def test_a_day_of_the_month_before_is_of_that_month() -> None:
    assert complete(find_dates("上月26日", "zh")[0], "2020-01-03") == Date(date(2019, 12, 26), "day", "sentence")


@pytest.mark.parametrize(
    "text", ["on the 26th floor", "On the 10th Annual Meeting", "2021年某某论坛峰会", "2021年部长级会议"]
)
def test_what_only_names_a_floor_or_a_meeting_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["32 March 2020", "2020年2月30日", "13/13/2020", "03/04/2020"])
def test_what_no_calendar_has_is_a_stated_date_without_a_day(text: str) -> None:
    assert [complete(one, "2020-03-30") for one in find_stated_dates(text)] == [None]
    assert find_dates(text) == []
