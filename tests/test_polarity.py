"""Tests of what a clause says of its act: done, planned, announced, denied, in Chinese and English."""

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from geo.base.records import Status
from geo.languages.packs import read_pack
from geo.modality import find_status
from geo.modality.boundaries import REACH, find_sentence
from geo.modality.operators import read_operators
from tests.timings import grows_linearly


class Case(TypedDict):
    """One line of a file of cases: a sentence, the words asked about, and what is said of them."""

    text: str
    span: str
    status: Status | None


def list_cases() -> list[tuple[str, Case]]:
    folder = Path(__file__).parent / "cases"
    return [
        (language, json.loads(line))
        for language in ("en", "zh")
        for line in (folder / language / "status.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def find_of(text: str, span: str, language: str) -> Status | None:
    start = text.index(span)
    return find_status(text, start, start + len(span), language)


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_a_clause_says_what_became_of_its_act(language: str, case: Case) -> None:
    assert find_of(case["text"], case["span"], language) == case["status"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_half_of_the_cases_are_not_denied(language: str) -> None:
    denied = [case["status"] == "denied" for given, case in list_cases() if given == language]
    assert len(denied) >= 80
    assert 0.35 < sum(denied) / len(denied) < 0.65


def test_a_verb_may_be_asked_about_as_well_as_a_number() -> None:
    assert find_of("Chad will not host the talks.", "host", "en") == "denied"
    assert find_of("乍得没有派出医生。", "派出", "zh") == "denied"


def test_the_sentence_before_says_nothing_of_the_next() -> None:
    assert find_of("Chad did not pay. Mali sent 20 trucks.", "20 trucks", "en") == "done"
    assert find_of("乍得没有付款。马里派出20名医生。", "20名医生", "zh") == "done"


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    text = "Yesterday Dr. Silva of the U.S. Embassy did not receive 20 trucks."
    assert find_sentence(text, text.index("20"), len(text) - 1, "en") == (0, len(text))


def test_a_sentence_without_an_end_is_looked_at_only_so_far() -> None:
    text = "word " * 1000
    assert find_sentence(text, 2500, 2504, "en") == (2500 - REACH, 2504 + REACH)


def test_an_unknown_language_is_read_as_english() -> None:
    assert find_of("Chad did not send 20 trucks.", "20 trucks", "xx") == "denied"


@pytest.mark.parametrize("text", ["", "20", "not", "没有", "if ", "20 trucks"])
def test_a_scrap_of_text_is_read_without_an_error(text: str) -> None:
    for language in ("en", "zh"):
        assert find_status(text, 0, len(text), language) is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_entry_stands_in_two_kinds(language: str) -> None:
    kinds = read_pack(language, "modality")["kinds"]
    assert isinstance(kinds, dict)
    entries = [entry for found in kinds.values() for entry in found]
    assert sorted(entries) == sorted(set(entries))


def test_a_chinese_entry_begins_with_the_character_it_is_found_by() -> None:
    assert all(re.fullmatch(r"[\u4e00-\u9fff]", first) for first in read_operators("zh").patterns)


@pytest.mark.parametrize(
    ("language", "trigger"), [("en", "not if will that, "), ("zh", "没有如果将应，"), ("zh", "应取消将")]
)
def test_many_triggers_take_time_in_step_with_their_number(language: str, trigger: str) -> None:
    def work(size: int) -> None:
        text = trigger * size
        for start in range(0, len(text), 50):
            find_status(text, start, start + 2, language)

    assert grows_linearly(work, 2000)
