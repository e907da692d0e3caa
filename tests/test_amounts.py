"""Tests of amounts: what a number is worth, how it is bounded, what money it is, and which numbers count nothing."""

import json
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.numbers import find_amounts, parse_numeral
from geo.text import make_plain_text
from tests.numbers import write_chinese, write_english
from tests.timings import grows_linearly


class Case(TypedDict, total=False):
    """One line of a file of cases: each amount as value, upper end, bound and unit; `known` marks what we read wrongly."""

    text: str
    amounts: list[tuple[float, float | None, str, str | None]]
    refused: list[str]
    known: bool
    why: str


def list_cases() -> list[object]:
    cases: list[object] = []
    for path in sorted((Path(__file__).parent / "cases").glob("*/numbers.jsonl")):
        language = path.parent.name
        for line in path.read_text(encoding="utf-8").splitlines():
            case: Case = json.loads(line)
            marks = [pytest.mark.xfail(strict=True)] if case.get("known") else []
            cases.append(pytest.param(language, case, id=f"{language}: {case['text'][:60]}", marks=marks))
    return cases


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_the_amounts_of_a_text_are_read(language: str, case: Case) -> None:
    amounts, refused = find_amounts(make_plain_text(case["text"], language).text, language)
    found = [[amount.value, amount.value_to, amount.bound, amount.unit] for amount in amounts]
    assert found == [list(wanted) for wanted in case["amounts"]]
    assert [refusal.reason for refusal in refused] == case.get("refused", [])


@given(st.integers(1, 9999))
def test_a_number_in_words_is_an_amount(number: int) -> None:
    assert [amount.value for amount in find_amounts(f"It sent {write_english(number)} tents.", "en")[0]] == [number]
    assert [amount.value for amount in find_amounts(f"寄出{write_chinese(number)}顶帐篷", "zh")[0]] == [number]


@given(st.text(alphabet="〇零一二两三四五六七八九十百千万亿点多余近0123456789.,-%$€至个元年月 ", max_size=60))
def test_amounts_are_in_order_and_never_overlap(text: str) -> None:
    for language in ("zh", "en"):
        place = 0
        for amount in find_amounts(text, language)[0]:
            assert place <= amount.start <= amount.first < amount.last <= amount.end or amount.last >= amount.first
            place = amount.last


def test_a_phrase_takes_in_its_bound_and_its_money() -> None:
    text = "It gave more than US$20 million or so to some 80 towns."
    amounts, _ = find_amounts(text, "en")
    assert [text[amount.start : amount.end] for amount in amounts] == ["more than US$20 million or so", "some 80"]
    assert [text[amount.first : amount.last] for amount in amounts] == ["20 million", "80"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1亿2000万", "zh", 120_000_000), ("13万2千", "zh", 132_000), ("60万1822", "zh", 601_822), ("三点五万", "zh", 35_000),
        ("2万亿", "zh", 2e12), ("伍拾万", "zh", 500_000), ("二〇二〇", "zh", 2020), ("half a dozen", "en", 6),
        ("three quarters of a million", "en", 750_000), ("two and a half million", "en", 2_500_000), ("1½ million", "en", 1.5e6),
        ("300 000", "en", 300_000), ("1'200'000", "en", 1_200_000), ("3 crore", "en", 30_000_000), ("2.5bn", "en", 2.5e9),
    ],
)  # fmt: skip
def test_a_whole_numeral_is_worth_its_number(text: str, language: str, value: float) -> None:
    assert parse_numeral(text, language) == value


@pytest.mark.parametrize("text", ["十七国", "《一", "2万至"])
def test_chinese_numbers_are_read_in_linear_time(text: str) -> None:
    assert grows_linearly(lambda size: find_amounts(text * size, "zh"), 2000)


@pytest.mark.parametrize("text", ["1,", "more than ", "2 to ", "one hundred and ", "1 2 "])
def test_english_numbers_are_read_in_linear_time(text: str) -> None:
    assert grows_linearly(lambda size: find_amounts(text * size, "en"), 2000)


def test_money_at_the_end_of_a_text_ends_with_it() -> None:
    assert [(one.end, one.unit) for one in find_amounts("共三亿元", "zh")[0]] == [(4, "CNY")]
