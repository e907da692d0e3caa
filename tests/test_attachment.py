"""Tests of attachment: which place a number belongs to, and numbers that leave their noun out."""

import json
from pathlib import Path
from typing import TypedDict

import pytest

from geo.attachment.attached_numbers import Attachment
from geo.attachment.attachments import attach
from geo.attachment.phrases import list_phrases
from geo.names.mentions import read_mentions
from geo.numbers import find_amounts
from geo.text import make_plain_text
from tests.timings import grows_linearly

_LANGUAGES = ("en", "zh")


class Case(TypedDict, total=False):
    """One line of a file of cases: each number with its unit and its places; `known` marks what is read wrongly.

    The places are null where none is tied to the number, and an empty list for those who are left. `words` are the words
    of each attachment, its noun, and whether each place has the number and whether the noun stands elsewhere.
    """

    text: str
    attachments: list[tuple[float, str, list[str] | None]]
    why: str
    words: list[tuple[str, str | None, bool, bool]]
    known: bool


def read_cases(language: str) -> list[Case]:
    path = Path(__file__).parent / "cases" / language / "attachments.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def list_cases() -> list[object]:
    cases: list[object] = []
    for language in _LANGUAGES:
        for case in read_cases(language):
            marks = [pytest.mark.xfail(strict=True)] if case.get("known") else []
            cases.append(pytest.param(language, case, id=f"{language}: {case['why']}", marks=marks))
    return cases


def attach_all(text: str, language: str) -> list[Attachment]:
    """Return the numbers of a text that count something, with their nouns and places."""
    plain = make_plain_text(text, language).text
    mentions = sorted(read_mentions(plain, language)[0], key=lambda mention: mention.start)
    return attach(plain, list_phrases(plain, find_amounts(plain, language)[0], mentions, language), mentions, language)


def list_places(one: Attachment) -> list[str] | None:
    return None if one.codes is None else list(one.codes)


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_a_number_belongs_to_its_place(language: str, case: Case) -> None:
    found = attach_all(case["text"], language)
    tied = [(one.phrase.amount.value, one.unit, list_places(one)) for one in found]
    assert tied == [tuple(wanted) for wanted in case["attachments"]]
    if "words" in case:
        plain = make_plain_text(case["text"], language).text
        words = [[plain[one.start : one.end], one.noun, one.each, one.borrowed] for one in found]
        assert words == [list(wanted) for wanted in case["words"]]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_third_of_the_cases_have_no_place(language: str) -> None:
    cases = read_cases(language)
    placeless = [all(codes is None for _, _, codes in case["attachments"]) for case in cases]
    assert len(cases) >= 60
    assert sum(placeless) >= len(cases) / 3


@pytest.mark.parametrize(
    ("text", "language", "each"),
    [
        ("Chad and Niger each had 7 stalls.", "en", [True]),
        ("There were 8 potters each from Chad and Niger.", "en", [True]),
        ("Chad and Niger had 7 stalls.", "en", [False]),
        ("乍得和尼日尔各有7个摊位。", "zh", [True]),
        ("乍得和尼日尔共有7个摊位。", "zh", [False]),
    ],
)
def test_each_of_several_places_has_the_number_or_all_share_it(text: str, language: str, each: list[bool]) -> None:
    assert [one.each for one in attach_all(text, language)] == each


def test_each_number_of_a_row_of_six_hundred_has_its_place() -> None:
    lands = ("Chad", "Mali", "Peru", "Fiji")
    row = ", ".join(f"{number + 2} from {lands[number % 4]}" for number in range(600))
    found = attach_all(f"There were pupils: {row}.", "en")
    assert [one.phrase.amount.value for one in found] == list(range(2, 602))
    assert [one.codes for one in found] == [("TCD",), ("MLI",), ("PER",), ("FJI",)] * 150


def test_a_borrowed_noun_says_so() -> None:
    found = attach_all("The list has 120 translators.\nChad: 70\nMali: 50", "en")
    assert [(one.noun, one.borrowed) for one in found] == [
        ("translator", False),
        ("translator", True),
        ("translator", True),
    ]


@pytest.mark.parametrize(("text", "language"), [("", "en"), ("40", "en"), ("Ghana", "en"), ("加纳40", "zh")])
def test_a_scrap_of_text_holds_no_attachment(text: str, language: str) -> None:
    assert attach_all(text, language) == []


@pytest.mark.parametrize(
    ("language", "trigger"),
    [
        ("en", "Chad (20), "),
        ("en", "40 from Ghana and "),
        ("en", "of whom 7 "),
        ("zh", "乍得20个、"),
        ("zh", "来自加纳的40人，"),
        ("zh", "其中7人"),
    ],
)
def test_many_ties_take_time_in_step_with_their_number(language: str, trigger: str) -> None:
    def work(size: int) -> None:
        attach_all(trigger * size, language)

    assert grows_linearly(work, 400)
