"""Tests of a document held against itself: sums, and lists beside printed numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.breakdowns import find_breakdowns
from geo.checks import Check, check_lists, check_sums
from geo.mentions import read_mentions
from geo.quantities import read_quantities

_REGIONS = ("亚洲", "欧洲", "非洲", "美洲", "南太")
PARTS = st.lists(st.integers(2, 45), min_size=2, max_size=5)


def check(text: str, language: str = "zh") -> list[Check]:
    mentions, _ = read_mentions(text, language)
    quantities, _ = read_quantities(text, language, mentions)
    sentences = [text.count("。", 0, quantity.start) for quantity in quantities]
    return check_sums(quantities, find_breakdowns(quantities, sentences)) + check_lists(text, quantities, mentions)


def write_breakdown(total: int, parts: list[int]) -> str:
    listed = "、".join(f"{part}个{region}国家" for part, region in zip(parts, _REGIONS, strict=False))
    return f"红十字会对{total}个国家提供援助。其中向{listed}提供援助。"


@given(PARTS)
def test_parts_always_agree_with_their_total(parts: list[int]) -> None:
    assert [(c.kind, c.verdict, c.difference) for c in check(write_breakdown(sum(parts), parts))] == [
        ("sum", "agrees", 0)
    ]


@given(PARTS, st.integers(1, 9))
def test_a_changed_part_is_told_by_how_much(parts: list[int], more: int) -> None:
    wrong = [parts[0] + more, *parts[1:]]
    (found,) = check(write_breakdown(sum(parts), wrong))
    assert (found.verdict, found.difference, found.expected) == ("disagrees", more, sum(parts))


def test_seven_short_is_told() -> None:
    (found,) = check(write_breakdown(84, [31, 17, 29]))
    assert (found.expected, found.found, found.difference, found.verdict) == (84, 77, -7, "disagrees")


def test_more_than_eighty_agrees_with_eighty_nine() -> None:
    text = "组织向80多个国家提供援助，含非洲26国、亚洲28国、欧洲16国、南太10国、美洲9国。"
    assert [(c.verdict, c.difference) for c in check(text)] == [("agrees", 9)]


def test_nearly_thirty_cannot_be_twelve() -> None:
    text = "组织向近30个国家提供援助，其中4个亚洲国家、8个欧洲国家。"
    assert [c.verdict for c in check(text)] == ["disagrees"]


def test_parts_without_an_upper_end_leave_the_total_open() -> None:
    text = "组织向40个国家提供援助，其中10多个亚洲国家、20多个欧洲国家。"
    assert [c.verdict for c in check(text)] == ["open"]


@pytest.mark.parametrize(
    ("text", "language", "expected", "found", "verdict"),
    [
        ("法国、德国和意大利3个国家的球队", "zh", 3, 3, "agrees"),
        ("法国、德国和意大利5个国家的球队", "zh", 5, 3, "disagrees"),
        ("埃及、肯尼亚等16个非洲国家的球队", "zh", 16, 2, "agrees"),
        ("埃及、肯尼亚、加纳、多哥等3个国家的球队", "zh", 3, 4, "disagrees"),
        ("巴西、智利、秘鲁三国的渔民", "zh", 3, 3, "agrees"),
        ("five countries: France, Italy, Spain, Ghana and Togo", "en", 5, 5, "agrees"),
        ("four countries, including France and Italy", "en", 4, 2, "agrees"),
        ("France, Italy and Spain, three countries with wine", "en", 3, 3, "agrees"),
    ],
)
def test_a_printed_number_is_held_against_its_list(
    text: str, language: str, expected: int, found: int, verdict: str
) -> None:
    assert [(c.kind, c.expected, c.found, c.verdict) for c in check(text, language)] == [
        ("list", expected, found, verdict)
    ]


def test_a_country_named_elsewhere_is_no_list() -> None:
    assert check("中国同20个国家举行会议，法国主持。") == []
