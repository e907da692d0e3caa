"""Tests of a document held against itself: sums, and lists beside printed numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import Quantity
from geo.names.mentions import read_mentions
from geo.statements.breakdowns import find_breakdowns
from geo.statements.checks import Check, check_lists, check_sums
from geo.statements.quantities import read_quantities

_REGIONS = ("亚洲", "欧洲", "非洲", "美洲", "南太")
PARTS = st.lists(st.integers(2, 45), min_size=2, max_size=5)


def check(text: str, language: str = "zh") -> list[Check]:
    mentions, _ = read_mentions(text, language)
    quantities, _ = read_quantities(text, language, mentions)
    sentences = [text.count("。", 0, quantity.start) for quantity in quantities]
    return check_sums(quantities, find_breakdowns(quantities, sentences, text, language)) + check_lists(
        text, quantities, mentions
    )


def write_breakdown(total: int, parts: list[int]) -> str:
    listed = "、".join(f"{part}个{region}国家" for part, region in zip(parts, _REGIONS, strict=False))
    return f"红十字会对{total}个国家提供援助。分别向{listed}提供援助。"


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


def test_nearly_thirty_cannot_be_twenty() -> None:
    text = "组织向近30个国家提供援助：12个亚洲国家、8个欧洲国家。"
    assert [c.verdict for c in check(text)] == ["disagrees"]


def test_parts_that_come_to_less_than_half_are_some_of_the_whole() -> None:
    text = "组织向30个国家提供援助：4个亚洲国家、8个欧洲国家。"
    assert [c.verdict for c in check(text)] == ["open"]


def test_parts_without_an_upper_end_leave_the_total_open() -> None:
    text = "组织向40个国家提供援助：10多个亚洲国家、20多个欧洲国家。"
    assert [c.verdict for c in check(text)] == ["open"]


@pytest.mark.parametrize(
    ("text", "language", "verdict"),
    [
        ("协会给40多个国家寄信，其中12个在非洲。", "zh", "open"),
        ("协会给40个国家寄信，其中12个在非洲。", "zh", "open"),
        ("协会给10个国家寄信，其中12个在非洲。", "zh", "disagrees"),
        ("协会给40国寄信，其中12国在非洲，其余20国在亚洲。", "zh", "disagrees"),
        ("It wrote to 40 countries, of which more than 12 in Africa.", "en", "open"),
        ("It wrote to 40 countries: 12 in Africa and the remaining 28 in Asia.", "en", "agrees"),
    ],
)
def test_some_of_a_whole_may_be_fewer_but_never_more(text: str, language: str, verdict: str) -> None:
    assert [c.verdict for c in check(text, language)] == [verdict]


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
        ("The five countries - Cambodia, Laos, Myanmar, Thailand and Vietnam - agreed.", "en", 5, 5, "agrees"),
        ("33 governments wrote; 19 countries, among them France and Italy, did not.", "en", 19, 2, "agrees"),
        ("It reached ten more Asian countries:\n- Laos\n- the Maldives\n- Nepal", "en", 10, 3, "disagrees"),
        ("Eleven countries and UNICEF sent letters: France, Italy and Togo.", "en", 11, 3, "disagrees"),
        ("寄信的有五国：老挝、缅甸、泰国、越南、柬埔寨。", "zh", 5, 5, "agrees"),
        ("已有4国政府回信，分别是法国、德国、加纳、多哥。", "zh", 4, 4, "agrees"),
        ("The fund helped five countries. The countries are Ghana, Togo, Benin, Mali and Niger.", "en", 5, 5, "agrees"),
        ("The fund works in five countries. These include Ghana, Togo and Benin.", "en", 5, 3, "agrees"),
        ("The fund works in two countries. They are Ghana, Togo and Benin.", "en", 2, 3, "disagrees"),
        ("The three countries include Ghana and Togo.", "en", 3, 2, "agrees"),
        ("Two countries received stamps: Chad (20), Mali (30).", "en", 2, 2, "agrees"),
        (
            "Stamps went to three countries: Chad ($2 million), Togo ($1 million) and Mali ($3 million).",
            "en",
            3,
            3,
            "agrees",
        ),
        ("It wrote to four countries: Ghana, Togo and others.", "en", 4, 2, "agrees"),
        ("The club wrote to Ghana, Togo and Benin, a total of three countries.", "en", 3, 3, "agrees"),
        ("加纳、多哥、贝宁和马里共4个国家参加。", "zh", 4, 4, "agrees"),
        ("参加的有加纳、多哥、贝宁共4国。", "zh", 4, 3, "disagrees"),
        ("中国同加纳、多哥、贝宁共4国签署。", "zh", 4, 3, "agrees"),
        ("包括加纳、多哥在内的8个国家。", "zh", 8, 2, "agrees"),
        ("该计划覆盖4国，包括加纳、多哥、贝宁。", "zh", 4, 3, "agrees"),
        ("该计划覆盖4个国家。这些国家是加纳、多哥、贝宁和马里。", "zh", 4, 4, "agrees"),
        ("来自3国的学生：加纳20人、多哥30人、贝宁10人。", "zh", 3, 3, "agrees"),
        ("学生来自：加纳20名、多哥30名、贝宁10名等42个国家。", "zh", 42, 3, "agrees"),
        ("3 of 5 countries answered: Ghana, Togo and Benin.", "en", 3, 3, "agrees"),
        ("Three out of five countries answered: Ghana, Togo and Benin.", "en", 3, 3, "agrees"),
        ("12国中的3国已回信：加纳、多哥、贝宁。", "zh", 3, 3, "agrees"),
        ("Envoys of five countries: Ghana, Togo and Benin.", "en", 5, 3, "disagrees"),
    ],
)
def test_a_printed_number_is_held_against_its_list(
    text: str, language: str, expected: int, found: int, verdict: str
) -> None:
    assert [(c.kind, c.expected, c.found, c.verdict) for c in check(text, language)] == [
        ("list", expected, found, verdict)
    ]


def test_one_list_serves_two_numbers() -> None:
    text = "Three countries and two organisations: Ghana, Togo and Benin, and the EU and UNICEF."
    assert [(c.expected, c.found) for c in check(text, "en")] == [(3, 3), (2, 2)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nine nations (Canada, Denmark, Ruritania, France, Ireland, Scotland and Wales)", "en"),
        ("It wrote to 20 countries, he said: France, Italy and Spain agree.", "en"),
        ("他对20国代表说：法国、德国、意大利都同意。", "zh"),
        ("nine nations: Canada (2), Denmark (3), Ruritania (4), France (1)", "en"),
        ("nine nations: Canada, Denmark and Ruritania.", "en"),
        ("四个国家：加纳、多哥、鲁里坦尼亚、马里。", "zh"),
        ("The fund helped five countries. Ghana, Togo and Benin thanked it.", "en"),
        ("It helped 12 countries. They are poor. Ghana and Togo wrote.", "en"),
        ("Of 27 countries, 3 stayed away: Ghana, Togo and Benin.", "en"),
        ("Four of the 12 countries (Ghana, Togo, Benin, Mali) refused.", "en"),
        ("Most of the 10 countries (Ghana, Togo, Benin) paid.", "en"),
    ],
)
def test_a_list_with_a_name_we_cannot_read_or_in_a_quotation_is_not_counted(text: str, language: str) -> None:
    assert check(text, language) == []


def test_numbers_beside_names_without_end_are_read_in_one_pass() -> None:
    text = "two countries: " + "Ghana (2), Togo 3, " * 20_000
    mentions, _ = read_mentions(text, "en")
    assert check_lists(text, [], mentions) == []
    stated = Quantity(
        0, 13, "two countries", 2, None, "exact", "countries", None, None, None, None, None, None, "count"
    )
    assert [found.verdict for found in check_lists(text, [stated], mentions)] == ["agrees"]


def test_a_country_named_elsewhere_is_no_list() -> None:
    assert check("中国同20个国家举行会议，法国主持。") == []


def test_a_check_keeps_what_it_was_made_with() -> None:
    summed = check("协会向30个国家寄信：12个亚洲国家、8个欧洲国家、10个非洲国家。")[0]
    assert (summed.kind, len(summed.parts), summed.names) == ("sum", 3, ())
    listed = check("three countries: Ghana, Togo and Benin", "en")[0]
    assert [mention.code for mention in listed.names] == ["GHA", "TGO", "BEN"]
