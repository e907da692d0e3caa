"""Tests of numerals: every style of writing gives the number back, and nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.numbers import parse_numeral
from tests.numbers import write_chinese, write_english, write_full_width


@given(st.integers(1, 9999))
def test_a_number_written_in_any_style_is_read_back(number: int) -> None:
    assert parse_numeral(write_chinese(number), "zh") == number
    assert parse_numeral(write_full_width(number), "zh") == number
    assert parse_numeral(f"{number:,}", "en") == number
    assert parse_numeral(write_english(number), "en") == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两", 2), ("廿五", 25), ("二〇", 20), ("一百二", 120), ("三万五", 35_000), ("一万零五十", 10_050),
        ("2000万", 2e7), ("1.2亿", 1.2e8), ("5千万", 5e7), ("十二亿三千万", 1.23e9), ("百", 100),
    ],
)  # fmt: skip
def test_chinese_multipliers_are_read(text: str, value: float) -> None:
    assert parse_numeral(text, "zh") == value


@pytest.mark.parametrize(
    "text", ["三四", "一二三", "十十", "百二", "12,34", "1,2345", "", "几", "千万万", "万亿", "9" * 99]
)
def test_a_broken_chinese_numeral_is_worth_nothing(text: str) -> None:
    assert parse_numeral(text, "zh") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("20 million", 2e7), ("2.5bn", 2.5e9), ("half a million", 5e5), ("two dozen", 24), ("a hundred", 100)],
)
def test_english_multipliers_are_read(text: str, value: float) -> None:
    assert parse_numeral(text, "en") == value


@pytest.mark.parametrize(
    "text", ["twenty twenty", "hundred", "million", "dozens", "five six", "one million billion", "12,34"]
)
def test_a_broken_english_numeral_is_worth_nothing(text: str) -> None:
    assert parse_numeral(text, "en") is None


@given(
    st.text(alphabet="〇零一二两三四五六七八九十百千万亿廿卅0123456789.,", max_size=40), st.sampled_from(["zh", "en"])
)
def test_no_run_of_numeral_characters_raises(text: str, language: str) -> None:
    value = parse_numeral(text, language)
    assert value is None or value >= 0
