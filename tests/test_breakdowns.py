"""Tests of regional breakdowns: which counts are parts of one list, and which total they belong to."""

from geo.breakdowns import Breakdown, find_breakdowns
from geo.records import Bound, Quantity


def count(
    value: float, scope: str | None, start: int, *, theme: str | None = "aid", bound: Bound = "exact"
) -> Quantity:
    return Quantity(start, start + 5, "", value, None, bound, "countries", scope, theme, None, None, None, "count")


PARTS = [count(28, "142", 100), count(16, "150", 110), count(26, "002", 120)]


def test_counts_of_several_regions_in_one_sentence_are_parts() -> None:
    assert find_breakdowns(PARTS, [4, 4, 4]) == [Breakdown(0, (0, 1, 2), None)]


def test_the_total_of_the_same_sentence_comes_first() -> None:
    quantities = [count(70, None, 10), count(71, None, 95), *PARTS]
    assert find_breakdowns(quantities, [0, 4, 4, 4, 4])[0].total == 1


def test_a_total_elsewhere_is_the_one_that_equals_the_sum() -> None:
    quantities = [count(70, None, 10), count(55, None, 60), *PARTS]
    assert find_breakdowns(quantities, [0, 2, 4, 4, 4])[0].total == 0


def test_without_a_match_the_nearest_before_of_the_same_theme_is_the_total() -> None:
    quantities = [count(84, None, 10), count(7, None, 60, theme="meeting"), *PARTS]
    assert find_breakdowns(quantities, [0, 2, 4, 4, 4])[0].total == 0


def test_a_total_with_another_recipient_is_not_theirs() -> None:
    quantities = [count(70, None, 10)._replace(recipient="CHN"), *(part._replace(recipient="ITA") for part in PARTS)]
    assert find_breakdowns(quantities, [0, 4, 4, 4])[0].total is None


def test_a_region_is_the_total_of_its_own_parts_only() -> None:
    quantities = [count(54, "002", 10), count(30, "202", 20), count(24, "015", 30), count(9, "142", 200)]
    assert find_breakdowns(quantities[:1] + quantities[1:3], [0, 1, 1]) == [Breakdown(0, (1, 2), 0)]


def test_regions_that_overlap_are_no_parts() -> None:
    assert find_breakdowns([count(40, "150", 0), count(17, "region:cee", 10)], [0, 0]) == []


def test_one_region_alone_is_no_breakdown() -> None:
    assert find_breakdowns([count(28, "142", 0), count(89, None, 20)], [0, 0]) == []


def test_a_list_with_one_part_a_sentence_is_a_breakdown() -> None:
    assert find_breakdowns(PARTS, [4, 5, 6])[0].parts == (0, 1, 2)


def test_counts_far_apart_in_a_sentence_are_two_statements() -> None:
    assert find_breakdowns([count(28, "142", 0), count(16, "150", 500)], [0, 0]) == []


def test_people_are_no_part_of_countries() -> None:
    quantities = [count(28, "142", 0), count(16, "150", 10)._replace(unit="organisations")]
    assert find_breakdowns(quantities, [0, 0]) == []
