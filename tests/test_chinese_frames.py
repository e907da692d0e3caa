"""Tests of the frames of Chinese sentences: predicates, the phrases in their slots, and who is named with an office."""

from datetime import date

import pytest

from geo.clauses.frames import Frame, Phrase, Slot, Words
from geo.clauses.frames.chinese import read_sentence
from geo.names.mentions import read_mentions
from geo.names.patterns import PLACE_RULES
from geo.statements.quantities import read_quantities


def cut(text: str) -> Words:
    """Return a text of one sentence as the reader takes it."""
    mentions = sorted(read_mentions(text, "zh")[0])
    named = [mention for mention in mentions if mention.rule not in PLACE_RULES]
    quantities = sorted(read_quantities(text, "zh", named)[0], key=lambda quantity: quantity.start)
    codes = frozenset(mention.code for mention in mentions)
    return Words(text, 0, len(text), mentions, quantities, "zh", codes, date(2020, 3, 26))


def read(text: str, act: str) -> Frame:
    """Return the only frame of a class of acts."""
    (frame,) = [frame for frame in read_sentence(cut(text)).frames if frame.act == act]
    return frame


def fill(frame: Frame, slot: Slot) -> Phrase:
    (phrase,) = frame.list(slot)
    return phrase


@pytest.mark.parametrize(
    ("text", "act", "slot", "parties"),
    [
        ("西班牙首相桑切斯访问智利。", "visit", "subject", ("ESP",)),
        ("联合国秘书长古特雷斯会见肯尼亚总统。", "meet", "subject", ("org:un",)),
        ("口罩由日本捐赠给秘鲁。", "give", "subject", ("JPN",)),
        ("口罩由日本捐赠给秘鲁。", "give", "goal", ("PER",)),
        ("在会见智利外长时，日本首相谈到贸易。", "meet", "subject", ("JPN",)),
        ("中国驻苏丹大使向约旦捐款。", "fund", "subject", ("CHN",)),
        ("应秘鲁邀请，日本总理访问智利。", "visit", "inviter", ("PER",)),
        ("日本感谢智利向秘鲁捐赠口罩。", "give", "subject", ("CHL",)),
        ("肯尼亚总统说，我国已向秘鲁捐赠口罩。", "give", "subject", ("KEN",)),
    ],
)
def test_a_slot_names_those_for_whom_its_phrase_stands(
    text: str, act: str, slot: Slot, parties: tuple[str, ...]
) -> None:
    assert fill(read(text, act), slot).parties == parties


def test_a_relative_clause_tells_whose_a_thing_is_and_for_whom() -> None:
    goods = fill(read("美国向秘鲁提供的疫苗运抵利马。", "arrive"), "subject")
    assert (goods.sort, goods.owners, goods.goals) == ("goods", ("USA",), ("PER",))


def test_a_team_belongs_to_whoever_stands_before_the_place_it_is_bound_for() -> None:
    team = fill(read("中国援尼日尔医疗队抵达尼亚美。", "arrive"), "subject")
    assert (team.owners, team.goals) == (("CHN",), ("NER",))


def test_what_was_bought_is_no_gift() -> None:
    assert fill(read("加纳从印度购买的疫苗运抵阿克拉。", "arrive"), "subject").sort is None


def test_a_subject_without_a_code_leads_its_clause_all_the_same() -> None:
    frame = read("雅迪公司向秘鲁捐赠口罩。", "give")
    assert (frame.led, fill(frame, "subject").parties) == (True, ())


def test_a_clause_without_a_subject_is_led_by_nobody() -> None:
    assert not read("向秘鲁捐赠口罩。", "give").led


def test_the_subject_holds_on_in_the_next_clause() -> None:
    assert fill(read("日本外长启程，对秘鲁进行访问。", "visit"), "subject").parties == ("JPN",)


@pytest.mark.parametrize(
    ("text", "status", "refused"),
    [
        ("日本没有向秘鲁捐赠口罩。", "denied", False),
        ("日本拒绝向秘鲁捐赠口罩。", "denied", True),
        ("如果疫情恶化，日本将向秘鲁捐赠口罩。", "denied", False),
        ("日本愿向秘鲁捐赠口罩。", "denied", False),
        ("日本计划下周向秘鲁捐赠口罩。", "planned", False),
        ("日本承诺向秘鲁捐赠口罩。", "announced", False),
        ("日本已向秘鲁捐赠口罩。", "done", False),
    ],
)
def test_a_frame_says_how_far_its_act_has_come(text: str, status: str, refused: bool) -> None:
    frame = read(text, "give")
    assert (frame.status, frame.refused) == (status, refused)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("挪威首相安德森抵达。", [("安德森", "NOR")]),
        ("朝鲜劳动党常委、最高人民会议委员长崔龙海抵达。", [("崔龙海", "PRK")]),
        ("安德森抵达。", []),
    ],
)
def test_an_office_tells_for_whom_a_person_speaks(text: str, persons: list[tuple[str, str]]) -> None:
    assert list(read_sentence(cut(text)).persons) == persons
