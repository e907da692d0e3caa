"""Tests of counts: number, bound, unit, scope and sides, in Chinese and English."""

import json
import time
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.mentions import read_mentions
from geo.quantities import find_quantities, read_quantities
from geo.reference import Region, read_regions
from tests.numbers import write_chinese, write_english, write_full_width


class Case(TypedDict, total=False):
    """One line of a file of language cases; `known` marks what we know to be read wrongly."""

    text: str
    quantities: list[tuple[float, str, str, str | None]]
    refused: int
    why: str
    known: bool


def list_cases() -> list[object]:
    cases: list[object] = []
    for language in ("zh", "en"):
        path = Path(__file__).parent / "cases" / f"quantities_{language}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            case: Case = json.loads(line)
            marks = [pytest.mark.xfail(strict=True)] if case.get("known") else []
            cases.append(pytest.param(language, case, id=f"{language}: {case['why']}", marks=marks))
    return cases


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_the_counts_of_a_text_are_read(language: str, case: Case) -> None:
    found, refused = read_quantities(case["text"], language, read_mentions(case["text"], language)[0])
    assert [[q.value, q.bound, q.unit, q.scope] for q in found] == [list(wanted) for wanted in case["quantities"]]
    assert len(refused) == case.get("refused", 0)


def name_in(region: Region, language: str) -> str:
    return region.short_zh if language == "zh" else region.name_en


def list_regions(language: str) -> list[str]:
    """Return the regions that answer to their own name: 北美洲 is that of two, "Micronesia (region)" is none."""
    codes = []
    for code, region in sorted(read_regions().items()):
        mentions, _ = read_mentions(name_in(region, language), language)
        if [mention.code for mention in mentions] == [code]:
            codes.append(code)
    return codes


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nearly_all_regions_answer_to_their_name(language: str) -> None:
    assert len(list_regions(language)) > 0.9 * len(read_regions())


@settings(max_examples=300)
@given(st.integers(1, 999), st.sampled_from(list_regions("zh")))
def test_any_count_of_any_region_is_read_back_from_chinese(count: int, code: str) -> None:
    for numeral in (str(count), write_chinese(count), write_full_width(count)):
        region = name_in(read_regions()[code], "zh").removesuffix("国家")
        quantities = find_quantities(f"组委会向{numeral}个{region}国家寄出样本。", "zh")
        assert [(q.value, q.bound, q.unit, q.scope) for q in quantities] == [(count, "exact", "countries", code)]


@settings(max_examples=300)
@given(st.integers(1, 999), st.sampled_from(list_regions("en")))
def test_any_count_of_any_region_is_read_back_from_english(count: int, code: str) -> None:
    noun = "country" if count == 1 else "countries"
    for numeral in (str(count), write_english(count)):
        text = f"Parcels reached {numeral} {noun} in {name_in(read_regions()[code], 'en')}."
        quantities = find_quantities(text, "en")
        assert [(q.value, q.bound, q.unit, q.scope) for q in quantities] == [(count, "exact", "countries", code)]


@given(st.integers(2, 9999))
def test_any_count_of_people_is_read_back(count: int) -> None:
    assert [q.value for q in find_quantities(f"到场的有{write_chinese(count)}人。", "zh")] == [count]
    assert [q.value for q in find_quantities(f"It drew {write_english(count)} people.", "en")] == [count]


@given(st.text(alphabet=st.characters() | st.sampled_from("第一两十百万亿0123456789个国家名近多,.- $€")))
def test_every_quantity_cuts_the_text_it_claims(text: str) -> None:
    for language in ("zh", "en"):
        for quantity in find_quantities(text, language):
            assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    ("text", "language", "giver", "recipient"),
    [
        ("中国向80多个国家捐赠了口罩。", "zh", "CHN", None),
        ("79个国家为中国捐赠了口罩。", "zh", None, "CHN"),
        ("中国收到了79个国家的捐赠。", "zh", None, "CHN"),
        ("响应世卫组织呼吁，有关方面向80个国家提供口罩。", "zh", None, None),
        ("中国同20个国家举行了会议。", "zh", None, None),
        ("China has donated masks to 89 countries.", "en", "CHN", None),
        ("Some 79 countries donated masks to China.", "en", None, "CHN"),
        ("The 89 countries received masks from China.", "en", "CHN", None),
    ],
)
def test_the_side_that_is_not_counted_is_named(text: str, language: str, giver: str, recipient: str) -> None:
    quantity = find_quantities(text, language)[0]
    assert (quantity.giver, quantity.recipient) == (giver, recipient)


def test_money_names_both_sides() -> None:
    (quantity,) = find_quantities("日本向世卫组织捐款500万美元。", "zh")
    assert (quantity.giver, quantity.recipient, quantity.unit) == ("JPN", "org:who", "USD")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("中国将向12个国家提供帐篷。", "planned"),
        ("中国宣布向12个国家提供帐篷。", "announced"),
        ("中国已向12个国家提供帐篷。", "done"),
        ("有12个国家临海。", None),
    ],
)
def test_what_is_planned_is_not_done(text: str, status: str | None) -> None:
    assert [quantity.status for quantity in find_quantities(text, "zh")] == [status]


def test_the_nearest_word_gives_the_theme() -> None:
    meeting, vaccine = find_quantities("与9个国家举行了视频会议，向7个国家提供疫苗。", "zh")
    assert (meeting.theme, vaccine.theme) == ("meeting", "vaccine")


def test_a_range_keeps_both_ends() -> None:
    (quantity,) = find_quantities("between 10 and 20 countries", "en")
    assert (quantity.value, quantity.value_to) == (10, 20)


def test_a_language_without_grammar_states_nothing() -> None:
    assert find_quantities("28 Länder in Asien", "de") == []


@pytest.mark.parametrize(
    "piece",
    [
        "1个国家、",
        "一",
        "1",
        "1,",
        "亚洲",
        "已有",
        "个国家",
        "10多个亚洲",
        "one ",
        "ten and ",
        "5 Asian African ",
        "$5 ",
        "国际和地区1个",
        "第1个",
    ],
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    times = []
    for size in (4_000, 16_000):
        text = piece * (size // len(piece))
        begun = time.process_time()
        for language in ("zh", "en"):
            read_quantities(text, language, read_mentions(text, language)[0])
        times.append(time.process_time() - begun)
    assert times[1] < 10 * times[0] + 0.2


def test_of_two_givers_neither_is_named_alone() -> None:
    text = "Britain and the Netherlands said they would give 5 million euros."
    assert [one.giver for one in find_quantities(text, "en")] == [None]
