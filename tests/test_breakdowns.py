"""Tests of regional breakdowns: which counts are parts of one list, and which total they belong to."""

import pytest

from geo.base.records import Bound, Quantity
from geo.names.mentions import read_mentions
from geo.statements.breakdowns import Breakdown, find_breakdowns
from geo.statements.quantities import read_quantities


def count(
    value: float, scope: str | None, start: int, *, theme: str | None = "aid", bound: Bound = "exact"
) -> Quantity:
    return Quantity(
        start, start + 5, "", value, None, bound, "countries", None, scope, theme, None, None, None, "count"
    )


PARTS = [count(28, "142", 100), count(16, "150", 110), count(26, "002", 120)]


def test_counts_of_several_regions_in_one_sentence_are_parts() -> None:
    assert find_breakdowns(PARTS, [4, 4, 4], "") == [Breakdown(0, (0, 1, 2), None)]


def test_the_total_that_the_parts_add_up_to_comes_first_then_that_of_their_sentence() -> None:
    quantities = [count(70, None, 10), count(71, None, 95), *PARTS]
    assert find_breakdowns(quantities, [0, 4, 4, 4, 4], "")[0].total == 0
    assert find_breakdowns([count(73, None, 10), *quantities[1:]], [0, 4, 4, 4, 4], "")[0].total == 1


def test_a_total_elsewhere_is_the_one_that_equals_the_sum() -> None:
    quantities = [count(70, None, 10), count(55, None, 60), *PARTS]
    assert find_breakdowns(quantities, [0, 2, 4, 4, 4], "")[0].total == 0


def test_a_number_farther_off_that_the_parts_do_not_add_up_to_is_no_total() -> None:
    quantities = [count(94, None, 10), count(7, None, 60, theme="meeting"), *PARTS]
    assert find_breakdowns(quantities, [0, 2, 4, 4, 4], "")[0].total is None


def test_a_total_with_another_recipient_is_not_theirs() -> None:
    quantities = [count(70, None, 10)._replace(recipient="CHN"), *(part._replace(recipient="ITA") for part in PARTS)]
    assert find_breakdowns(quantities, [0, 4, 4, 4], "")[0].total is None


def test_a_region_is_the_total_of_its_own_parts_only() -> None:
    quantities = [count(54, "002", 10), count(30, "202", 20), count(24, "015", 30), count(9, "142", 200)]
    assert find_breakdowns(quantities[:1] + quantities[1:3], [0, 1, 1], "") == [Breakdown(0, (1, 2), 0)]


def test_regions_that_overlap_are_no_parts() -> None:
    assert find_breakdowns([count(40, "150", 0), count(17, "region:cee", 10)], [0, 0], "") == []


def test_one_region_alone_is_no_breakdown() -> None:
    assert find_breakdowns([count(28, "142", 0), count(89, None, 20)], [0, 0], "") == []


def test_a_list_with_one_part_a_sentence_is_a_breakdown() -> None:
    assert find_breakdowns(PARTS, [4, 5, 6], "")[0].parts == (0, 1, 2)


def test_counts_far_apart_in_a_sentence_are_two_statements() -> None:
    assert find_breakdowns([count(28, "142", 0), count(16, "150", 500)], [0, 0], "") == []


def test_people_are_no_part_of_countries() -> None:
    quantities = [count(28, "142", 0), count(16, "150", 10)._replace(unit="organisations")]
    assert find_breakdowns(quantities, [0, 0], "") == []


def read(text: str, language: str) -> list[tuple[list[float], float | None, bool]]:
    """Return the values of the parts of each breakdown, its total's value, and whether it is open."""
    quantities, _ = read_quantities(text, language, read_mentions(text, language)[0])
    sentences = [text.count("\n", 0, quantity.start) for quantity in quantities]
    return [
        (
            [quantities[part].value for part in one.parts],
            None if one.total is None else quantities[one.total].value,
            one.is_open,
        )
        for one in find_breakdowns(quantities, sentences, text, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "parts", "total", "is_open"),
    [
        ("在120国中，非洲占50个，其余70国未列出。", "zh", [50, 70], 120, False),
        ("报名的有80国，非洲50国、亚洲30国。", "zh", [50, 30], 80, False),
        ("联盟向120个国家寄信，其中非洲国家53个。", "zh", [53], 120, True),
        ("报名的有60国（欧洲20国，非洲25国，其余15国）。", "zh", [20, 25, 15], 60, False),
        ("共有40国报名，其中12个在非洲，9个在亚洲。", "zh", [12, 9], 40, True),
        ("受邀共84国：亚太31国，拉美17国，非洲29国。", "zh", [31, 17, 29], 84, False),
        ("It wrote to 120 countries, of which 54 in Africa.", "en", [54], 120, True),
        ("It wrote to 120 countries, 54 of them African.", "en", [54], 120, True),
        ("It wrote to 84 countries, including 17 in Latin America.", "en", [17], 84, True),
        (
            "It wrote to 77 countries: Africa (29), Latin America (17) and Asia Pacific (31).",
            "en",
            [29, 17, 31],
            77,
            False,
        ),
        ("It wrote to 60 countries: 25 in Africa, and the other 35 countries.", "en", [25, 35], 60, False),
        ("It wrote to 46 countries:\n- Africa: 20\n- Asia: 17\n- Europe: 9", "en", [20, 17, 9], 46, False),
        (
            "- Africa: 53 countries;\n- Asia: 30 countries;\n- Europe: 16 countries\nIn all 100 countries.",
            "en",
            [53, 30, 16],
            100,
            False,
        ),
    ],
)
def test_a_breakdown_is_read_in_any_wording(
    text: str, language: str, parts: list[float], total: float, is_open: bool
) -> None:
    assert read(text, language) == [(parts, total, is_open)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They bought 500,000 doses: 200,000 to Uganda, 100,000 to Kenya and 200,000 to Ghana.", "en"),
        ("They bought 500,000 doses, including 200,000 doses for Uganda and 300,000 for Kenya.", "en"),
        ("疫苗共50万剂，其中乌干达20万剂，肯尼亚30万剂。", "zh"),
    ],
)
def test_an_amount_is_broken_down_by_who_it_goes_to(text: str, language: str) -> None:
    ((parts, total, _),) = read(text, language)
    assert sum(parts) == total == 500_000


def test_amounts_of_one_thing_side_by_side_are_a_breakdown_without_a_total() -> None:
    text = "Italy got 20 ventilators. Ghana got 30 ventilators. Peru has 50 ventilators."
    assert read(text, "en") == [([20, 30, 50], None, False)]


def test_different_things_in_sentences_of_their_own_are_no_breakdown() -> None:
    text = (
        "Italy has 20 doctors of tropical medicine in the north. Ghana, which wrote last week, has 30 teachers there."
    )
    assert read(text, "en") == []
